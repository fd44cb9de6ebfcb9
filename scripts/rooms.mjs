/**
 * The rooms of `src`, named once: lint, the import law, the types without a host and the browser's tests all read these lists.
 */

/** The core: the same bytes wherever JavaScript runs, no package, no host. The files right in `src` belong to it as well. */
export const coreFolders = [
  "asking",
  "attribution",
  "designs",
  "evidence",
  "fills",
  "image",
  "math",
  "methods",
  "models",
  "pictures",
  "reading",
  "regions",
  "render",
  "report",
  "scoring",
  "wiring",
  "words",
]

/** The rim: what needs a host, a runtime or a package. A rim folder may lie in a core folder. */
export const rimFolders = ["cli", "models/keras", "models/onnx", "node"]
