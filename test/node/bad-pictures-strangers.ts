import { gzipSync } from "node:zlib"
import type { BadPicture } from "./bad-pictures.ts"
import { letters, makePng, makeTiff } from "./support/make-files.ts"

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>'
const page = "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>\n"

/** Files of other kinds, many under the name of a picture. */
export const strangers: readonly BadPicture[] = [
  { what: "a text file", file: "notes.jpg", content: "remember the milk\n" },
  { what: "an HTML error page saved as a picture", file: "download.jpg", content: page },
  { what: "a JSON error message saved as a picture", file: "answer.png", content: '{"error": "not found"}\n' },
  { what: "an XML file", file: "denied.png", content: '<?xml version="1.0"?><Error>AccessDenied</Error>' },
  {
    what: "a Git LFS pointer",
    file: "photo.png",
    content: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
  },
  { what: "an SVG drawing", file: "drawing.svg", content: svg },
  {
    what: "an SVG drawing under the name of a PNG",
    file: "logo.png",
    content: `<?xml version="1.0"?>\n<!-- x -->\n${svg}`,
  },
  { what: "a packed SVG drawing", file: "drawing.svgz", content: gzipSync(svg) },
  { what: "a PDF document", file: "scan.pdf", content: "%PDF-1.7\n1 0 obj\n" },
  { what: "a HEIC picture", file: "iphone.heic", content: letters("\0\0\0\x18ftypheic\0\0\0\0mif1heic") },
  { what: "a JPEG XL picture", file: "photo.jxl", content: letters("\xff\x0a\xfa\x1f") },
  { what: "a JPEG XL picture in a container", file: "boxed.jxl", content: letters("\0\0\0\x0cJXL \r\n\x87\n") },
  { what: "a JPEG 2000 picture", file: "photo.jp2", content: letters("\0\0\0\x0cjP  \r\n\x87\n") },
  { what: "a BMP picture", file: "photo.bmp", content: letters("BM\x46\0\0\0\0\0\0\0\x36\0\0\0") },
  { what: "a Windows icon", file: "favicon.ico", content: letters("\0\0\x01\0\x01\0\x10\x10") },
  {
    what: "a TGA picture, which begins like a Windows cursor",
    file: "render.tga",
    content: letters("\0\0\x02\0\0\0\0\0\0\0\0\0\x01\0\x01\0\x18\0\0\0\0"),
  },
  { what: "a PCX picture", file: "scan.pcx", content: letters("\x0a\x05\x01\x08\0\0\0\0\x03\0\x02\0H\0H\0") },
  { what: "a Photoshop picture", file: "photo.psd", content: letters("8BPS\0\x01\0\0\0\0\0\0\0\x03") },
  { what: "a DICOM picture", file: "slice.dcm", content: letters(`${"\0".repeat(128)}DICM\x02\0\0\0UL`) },
  { what: "an OpenEXR picture", file: "render.exr", content: letters("v/1\x01\x02\0\0\0") },
  { what: "a FITS picture", file: "galaxy.fits", content: "SIMPLE  =                    T" },
  { what: "a Netpbm picture", file: "photo.ppm", content: letters("P6\n1 1\n255\n\0\0\0") },
  { what: "a QOI picture", file: "photo.qoi", content: letters("qoif\0\0\0\x01\0\0\0\x01\x03\0") },
  {
    what: "a camera raw file of Canon, which begins like TIFF",
    file: "photo.cr2",
    content: letters("II*\0\x10\0\0\0CR\x02\0"),
  },
  {
    what: "a newer camera raw file of Canon",
    file: "photo.cr3",
    content: letters("\0\0\0\x18ftypcrx \0\0\0\x01crx isom"),
  },
  { what: "a DNG, a TIFF whose first page is a thumbnail", file: "photo.dng", content: makeTiff({ tags: { 254: 1 } }) },
  { what: "an MP4 video", file: "film.mp4", content: letters("\0\0\0\x18ftypisom\0\0\x02\0isommp41") },
  { what: "a WebM video", file: "film.webm", content: letters("\x1aE\xdf\xa3\x01\0\0\0") },
  { what: "an AVI video, which begins like WebP", file: "film.avi", content: letters("RIFF\x24\0\0\0AVI LIST") },
  { what: "a sound, which begins like WebP", file: "sound.wav", content: letters("RIFF\x24\0\0\0WAVEfmt ") },
  { what: "a ZIP archive", file: "photos.zip", content: letters("PK\x03\x04\x14\0\0\0") },
  { what: "a tar archive", file: "photos.tar", content: letters(`photo.jpg${"\0".repeat(248)}ustar\x0000`) },
  { what: "a NumPy array", file: "photo.npy", content: letters("\x93NUMPY\x01\0v\0{'descr': '|u1'") },
  { what: "a Linux program", file: "program.jpg", content: letters("\x7fELF\x02\x01\x01\0") },
  { what: "a Windows program", file: "setup.jpg", content: letters("MZ\x90\0\x03\0\0\0") },
  { what: "a Python pickle", file: "photo.pkl", content: letters("\x80\x04\x95\x0a\0\0\0\0\0\0\0") },
  { what: "text in UTF-16", file: "wide.jpg", content: letters("\xff\xfeh\0i\0") },
  {
    what: "bytes without meaning",
    file: "noise.jpg",
    content: Uint8Array.from({ length: 500 }, (_, i) => (i * i * 37 + 11) & 255),
  },
  { what: "a single byte", file: "one-byte.png", content: letters("\x89") },
  { what: "zeros, as failed disks give", file: "zeros.jpg", content: new Uint8Array(4096) },
  { what: "HTML in front of a picture", file: "polyglot.png", content: Buffer.concat([letters(page), makePng()]) },
  {
    what: "a PDF that holds a picture",
    file: "polyglot.pdf",
    content: Buffer.concat([letters("%PDF-1.7\n"), makePng()]),
  },
]
