/** What an explanation can be written as: `explanationEndings` without the dot, available for help before anything is loaded. A test keeps the two in step. */
export const outputFormats: readonly string[] = ["png", "svg", "html", "json", "csv", "md", "npy", "effects.npy"]
