import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { inspectOnnx } from "../../../src/models/onnx/inspect-onnx.ts"
import { looksLike } from "../../../src/models/onnx/looks-like.ts"
import { linearModel } from "./build-model.ts"

const text = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
const padded = (letters: string) => text(letters.padEnd(600, "\0"))
const tar = text(`${"name".padEnd(257, "\0")}ustar\0`.padEnd(512, "\0"))

/** Thirty files that were given the name model.onnx. */
const renamed: readonly (readonly [called: string, bytes: Uint8Array])[] = [
  ["an empty file", new Uint8Array(0)],
  ["ZIP archive", padded("PK\x03\x04\x14\0\0\0\x08\0archive/data.pkl")],
  ["empty ZIP archive", text(`PK\x05\x06${"\0".repeat(18)}`)],
  ["Python pickle", padded("\x80\x02}q\0(X\x05\0\0\0stateq\x01")],
  ["Python pickle", padded("\x80\x04\x95\x1f\0\0\0\0\0\0\0\x8c\x05posix\x94\x8c\x06system")],
  ["Python pickle", text("cos\nsystem\n(S'id'\ntR.")],
  ["Python pickle", text("(dp0\nS'weights'\np1\n(lp2\ns.")],
  ["HDF5", padded("\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08")],
  ["gzip", gzipSync(linearModel({ weights: [Array(12).fill(1)] }))],
  ["bzip2", padded("BZh91AY&SY")],
  ["xz", padded("\xfd7zXZ\0\0\x04")],
  ["Zstandard", padded("\x28\xb5\x2f\xfd\x04\x58")],
  ["7-Zip", padded("7z\xbc\xaf\x27\x1c\0\x04")],
  ["RAR", padded("Rar!\x1a\x07\x01\0")],
  ["tar archive", tar],
  ["Linux program", padded("\x7fELF\x02\x01\x01")],
  ["Windows program", padded("MZ\x90\0\x03")],
  ["macOS program", padded("\xcf\xfa\xed\xfe\x07")],
  ["WebAssembly", padded("\0asm\x01\0\0\0")],
  ["PNG", padded("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
  ["JPEG", padded("\xff\xd8\xff\xe0\0\x10JFIF")],
  ["TensorFlow Lite", padded("\x1c\0\0\0TFL3")],
  ["ORT format", padded("\x1c\0\0\0ORTM")],
  ["GGUF", padded("GGUF\x03\0\0\0")],
  ["safetensors", padded('\x40\0\0\0\0\0\0\0{"__metadata__":{}}')],
  ["NumPy", padded("\x93NUMPY\x01\0v\0{'descr': '<f4'}")],
  ["HTML page", text("<!DOCTYPE html>\n<html><title>404 Not Found</title></html>")],
  ["XML", text('<?xml version="1.0"?><net name="openvino"/>')],
  ["JSON", text('{"format": "layers-model", "generatedBy": "keras"}')],
  ["Git LFS pointer", text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")],
  ["text file", text("Accuracy 75.1 %\nsee the paper\n")],
]

describe("a file that is called model.onnx and is none", () => {
  it.each(renamed)("is called what it is: %s", async (called, bytes) => {
    await expect(inspectOnnx(bytes)).rejects.toMatchObject({
      name: "GridExplainerError",
      code: "MODEL_UNREADABLE",
      message: expect.stringContaining(called),
    })
  })

  it("is refused also if it is like nothing that is known", async () => {
    const noise = Uint8Array.from({ length: 400 }, (_, i) => (i * 167 + 91) % 256)
    expect(looksLike(noise)).toBeUndefined()
    await expect(inspectOnnx(noise)).rejects.toThrow("expected an ONNX file, got bytes that are cut short or damaged")
  })
})

describe("looksLike", () => {
  it("has no word against ONNX", () => {
    expect(looksLike(linearModel({ weights: [Array(12).fill(1)] }))).toBeUndefined()
  })

  it("is not misled by the name of a producer", () => {
    for (const producerName of ["pytorch", "tf2onnx", "PK", "{}", "<html>"]) {
      const bytes = linearModel({ weights: [Array(12).fill(1)], model: { producerName } })
      expect(looksLike(bytes)).toBeUndefined()
    }
  })
})
