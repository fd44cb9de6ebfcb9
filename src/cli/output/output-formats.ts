/** What an explanation can be written as: `explanationEndings` without the dot, at hand before anything is loaded, for help. A test holds both together. */
export const outputFormats: readonly string[] = ["png", "svg", "html", "json", "csv", "md", "npy", "effects.npy"]
