/** Kinds of files that are mistaken for ONNX models, with the bytes (one letter each) by which they are known and where these lie. */
const signatures: readonly (readonly [
  name: string,
  ...places: readonly (readonly [offset: number, letters: string])[],
])[] = [
  ["a model in ONNX Runtime's own ORT format", [4, "ORTM"]],
  ["a TensorFlow Lite model", [4, "TFL3"]],
  ["a ZIP archive (PyTorch .pt, Keras .keras and TorchServe .mar files are such)", [0, "PK\x03\x04"]],
  ["an empty ZIP archive", [0, "PK\x05\x06"]],
  ["an HDF5 file (Keras .h5)", [0, "\x89HDF\r\n\x1a\n"]],
  ["a gzip archive", [0, "\x1f\x8b"]],
  ["a bzip2 archive", [0, "BZh"], [4, "1AY&SY"]],
  ["an xz archive", [0, "\xfd7zXZ\0"]],
  ["a Zstandard archive", [0, "\x28\xb5\x2f\xfd"]],
  ["a 7-Zip archive", [0, "7z\xbc\xaf\x27\x1c"]],
  ["a RAR archive", [0, "Rar!\x1a\x07"]],
  ["a tar archive", [257, "ustar"]],
  ["a Linux program (ELF)", [0, "\x7fELF"]],
  ["a Windows program", [0, "MZ"]],
  ["a macOS program", [0, "\xcf\xfa\xed\xfe"]],
  ["a macOS program or Java class", [0, "\xca\xfe\xba\xbe"]],
  ["a WebAssembly program", [0, "\0asm"]],
  ["a PNG picture", [0, "\x89PNG\r\n\x1a\n"]],
  ["a JPEG picture", [0, "\xff\xd8\xff"]],
  ["a GIF picture", [0, "GIF8"]],
  ["a WebP picture", [0, "RIFF"], [8, "WEBP"]],
  ["a BMP picture", [0, "BM"], [6, "\0\0\0\0"]],
  ["a TIFF picture", [0, "II*\0"]],
  ["a TIFF picture", [0, "MM\0*"]],
  ["a PDF document", [0, "%PDF"]],
  ["a NumPy array", [0, "\x93NUMPY"]],
  ["a GGUF language model", [0, "GGUF"]],
  ["a safetensors file", [8, '{"']],
  ["a Git LFS pointer; the model itself was not downloaded", [0, "version https://git-lfs"]],
  ["a text file", [0, "\xef\xbb\xbf"]],
]

/**
 * Says what a file is if it begins like something other than ONNX, from its bytes alone; undefined for a file that may be ONNX.
 *
 * ONNX has no signature of its own. The ORT format must be caught here, because ONNX Runtime would load it without any check.
 */
export function looksLike(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return "an empty file"
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  const known = signatures.find(([, ...places]) =>
    places.every(([offset, letters]) => head.startsWith(letters, offset)),
  )
  if (known !== undefined) return known[0]
  if (isPickle(head))
    return "a Python pickle (PyTorch .pth, scikit-learn .pkl), which can run programs when it is opened"
  if (/^\s*<(!doctype html|html|head|body)/i.test(head)) return "an HTML page, probably an error page of a download"
  if (/^\s*<(\?xml|!--|\w)/.test(head)) return "an XML file"
  if (/^\s*[{[]["\s\d\w{[\]}]/.test(head)) return "a JSON file"
  return isText(head) ? "a text file" : undefined
}

/** Protocols 2 to 5 start with their number; protocols 0 and 1 with a mark, dict, list or global, and end with a full stop. */
function isPickle(head: string): boolean {
  return (
    (head[0] === "\x80" && "\x02\x03\x04\x05".includes(head[1] ?? "none")) ||
    /^(\([dlti(]|[\]}]q|c[\w.]+\n[\w.]+\n)/.test(head)
  )
}

function isText(head: string): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(head)
}
