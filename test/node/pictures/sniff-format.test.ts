import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { adviceForStranger, sniffFormat } from "../../../src/node/pictures/sniff-format.ts"
import { letters } from "../support/make-files.ts"

const text = (content: string) => new TextEncoder().encode(content)
const pictures = new URL("./", import.meta.url)
const formats = { jpg: "JPEG", png: "PNG", webp: "WebP", avif: "AVIF", gif: "GIF", tif: "TIFF" } as const

describe("sniffFormat", () => {
  it.each(Object.entries(formats))("knows every .%s of the test pictures as %s", (ending, format) => {
    const names = readdirSync(pictures).filter((name) => name.endsWith(`.${ending}`))
    expect(names).not.toEqual([])
    for (const name of names) expect([name, sniffFormat(readFileSync(new URL(name, pictures)))]).toEqual([name, format])
  })

  it.each([
    ["TIFF", "II+\0\x08\0\0\0"],
    ["TIFF", "MM\0+\0\x08\0\0"],
    ["AVIF", "\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf"],
    ["AVIF", "\0\0\0\x18ftypavis\0\0\0\0avis"],
    ["a HEIC picture", "\0\0\0\x18ftypheic\0\0\0\0mif1"],
    ["a HEIC picture", "\0\0\0\x18ftypmif1\0\0\0\0heic"],
    ["a HEIC picture", "\0\0\0\x10ftypmif1\0\0\0\0avif"], // The box ends before the second brand.
    ["a video", "\0\0\0\x18ftypisom\0\0\0\0"],
    ["a video", "RIFF\0\0\0\0AVI LIST"],
    ["a video", "\x1aE\xdf\xa3"],
    ["a camera raw picture", "II*\0\x10\0\0\0CR\x02\0"],
    ["a camera raw picture", "\0\0\0\x18ftypcrx "],
    ["a camera raw picture", "FUJIFILMCCD-RAW 0201"],
    ["a JPEG XL picture", "\xff\x0a\0\0"],
    ["a JPEG XL picture", "\0\0\0\x0cJXL \r\n"],
    ["a JPEG 2000 picture", "\0\0\0\x0cjP  \r\n"],
    ["a JPEG XR picture", "II\xbc\x01"],
    ["a BMP picture", "BM6\0\0\0\0\0\0\0"],
    ["a Windows icon", "\0\0\x01\0\x01\0"],
    ["a Windows cursor", "\0\0\x02\0\x01\0"],
    ["a Photoshop picture", "8BPS\0\x01"],
    ["a DICOM picture", `${"\0".repeat(128)}DICM`],
    ["an OpenEXR picture", "v/1\x01"],
    ["a FITS picture", "SIMPLE  =                    T"],
    ["a Netpbm picture", "P6\n2 2\n255\n"],
    ["a ZIP archive", "PK\x03\x04"],
    ["a gzip archive", "\x1f\x8b\x08"],
    ["a Linux program (ELF)", "\x7fELF"],
    ["a NumPy array", "\x93NUMPY"],
    ["of an unknown kind", "\x01\x02\x03\x04"],
    ["a sound", "RIFF\0\0\0\0WAVE"],
    ["an animated Windows cursor", "RIFF\0\0\0\0ACON"],
    ["of an unknown kind", "RIFF\0\0\0\0CDXA"],
    ["a video", "\0\0\0\x20moov"],
    ["an MNG or JNG picture", "\x8aMNG\r\n\x1a\n"],
    ["a DICOM picture", "\x08\0\x05\0CS\x0a\0ISO_IR 100"], // Without the 128 bytes in front.
    ["a NIfTI picture", `\x5c\x01\0\0${"\0".repeat(340)}n+1\0`],
    ["an NRRD picture", "NRRD0004\n"],
    ["a GIMP picture", "gimp xcf file\0"],
    ["a DDS picture", "DDS \x7c\0\0\0"],
    ["a Radiance picture", "#?RADIANCE\n"],
    ["an X bitmap picture", "#define cat_width 16\n"],
    ["an X pixmap picture", "/* XPM */\nstatic char"],
    ["an Apple icon", "icns\0\0\x10\0"],
    ["a PostScript drawing", "%!PS-Adobe-3.0\n"],
    ["of an unknown kind", "    WEBP\0\x01"],
  ])("calls it %s: %j", (what, bytes) => {
    expect(sniffFormat(letters(bytes))).toBe(what)
  })

  it.each([
    ["an SVG drawing", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["an SVG drawing", '\ufeff<?xml version="1.0"?>\n<!-- x -->\n<svg width="1"/>'],
    ["an HTML page, probably an error page of a download", "<!DOCTYPE html><title>404</title>"],
    ["an XML file", '<?xml version="1.0"?><a/>'],
    ["a PDF document", "%PDF-1.7"],
    ["a JSON file", '{"message": "not found"}'],
    ["a text file", "not a picture\n"],
    ["a Git LFS pointer; the picture itself was not downloaded", "version https://git-lfs.github.com/spec/v1\n"],
    ["an empty file", ""],
  ])("calls it %s: %j", (what, content) => {
    expect(sniffFormat(text(content))).toBe(what)
  })

  const tga = ({ palette = 0, kind = 2, depth = 24, width = 4, id = 0, descriptor = 0 } = {}) => {
    const colours = palette === 1 ? [0, 1, 0, 24] : [0, 0, 0, 0]
    return Uint8Array.of(id, palette, kind, 0, ...colours, 0, 0, 0, 0, width, 0, 3, 0, depth, descriptor, 9, 9, 9, 9)
  }
  const icon = (kind: number, count = 1, offset = 22) =>
    Uint8Array.of(0, 0, kind, 0, count, 0, 16, 16, 0, 0, 1, 0, 32, 0, 64, 0, 0, 0, offset, 0, 0, 0, 40, 0, 0, 0)
  const withFooter = Buffer.concat([Buffer.alloc(40, 7), letters("\0\0\0\0\0\0\0\0TRUEVISION-XFILE.\0")])

  it.each<[string, string, Uint8Array]>([
    ["a TGA picture", "colours, which begin like a cursor", tga()],
    ["a TGA picture", "colours from the top, with transparency", tga({ depth: 32, descriptor: 0x28 })],
    ["a TGA picture", "packed colours", tga({ kind: 10 })],
    ["a TGA picture", "grey", tga({ kind: 3, depth: 8 })],
    ["a TGA picture", "a palette, which begins nearly like an icon", tga({ palette: 1, kind: 1, depth: 8 })],
    ["a TGA picture", "a packed palette and a comment", tga({ palette: 1, kind: 9, depth: 8, id: 3 })],
    ["a TGA picture", "any beginning, and the end of version 2", withFooter],
    ["a Windows cursor", "a cursor", icon(2)],
    ["a Windows cursor", "a cursor of two pictures", icon(2, 2, 38)],
    ["a Windows icon", "an icon", icon(1)],
    ["of an unknown kind", "an icon of no picture", icon(1, 0)],
    ["of an unknown kind", "a TGA without width", tga({ width: 0 })],
    ["of an unknown kind", "a TGA of 7 bits", tga({ depth: 7 })],
    ["a PCX picture", "a PCX", Uint8Array.of(10, 5, 1, 8, 0, 0, 0, 0, 3, 0, 2, 0, 72, 0, 72, 0)],
    ["of an unknown kind", "a PCX of 3 bits", Uint8Array.of(10, 5, 1, 3, 0, 0, 0, 0, 3, 0, 2, 0, 72, 0, 72, 0)],
  ])("calls it %s: %s", (what, _, bytes) => {
    expect(sniffFormat(bytes)).toBe(what)
  })

  it("goes by the first bytes, whatever stands behind them", () => {
    expect(sniffFormat(text("<!-- \x89PNG\r\n\x1a\n --><html>"))).toBe("an XML file")
    expect(sniffFormat(letters("\xff\xd8\xff<svg/>"))).toBe("JPEG")
  })
})

describe("adviceForStranger", () => {
  it.each([
    ["a HEIC picture", "Save it as JPEG first"],
    ["a camera raw picture", "Develop it"],
    ["a DICOM picture", "with the window that a reader would choose"],
    ["a PDF document", "Export the page"],
    ["an SVG drawing", "as large as"],
    ["a video", "Save one picture of it"],
    ["a BMP picture", "Save it as PNG or JPEG first."],
    ["a Git LFS pointer; the picture itself was not downloaded", "Run: git lfs pull"],
    ["an HTML page, probably an error page of a download", "see what the server said"],
    ["a ZIP archive", "Unpack it first."],
    ["of an unknown kind", "Check that it is the file you mean."],
  ])("for %s: %s", (what, advice) => {
    expect(adviceForStranger(what)).toContain(advice)
  })
})
