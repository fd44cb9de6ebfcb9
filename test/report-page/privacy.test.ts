import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, onTestFinished, test } from "vitest"
import { explain } from "../../src/explain.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { reportPictures } from "../../src/node/pictures/sharp-codec.ts"
import { grid } from "../../src/regions/grid.ts"
import { recordOfReport } from "../../src/report/record-of-report.ts"
import { report } from "../../src/report/report.ts"
import { verifyReport } from "../../src/report/verify-report.ts"
import { sample } from "./reports.ts"

/** What a camera and a folder tell of a person. */
const secrets = ["Jane Q. Public", "ACME-9000", "serial-4711", "jane.public", "2024:05:06", "secret comment"]

/** A JPEG in a person's folder, as a camera writes it. */
async function privatePhoto(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "gridexplainer-home-"))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const folder = join(home, "jane.public", "Pictures")
  mkdirSync(folder, { recursive: true })
  const path = join(folder, "holiday.jpg")
  const noise = Uint8Array.from({ length: 600 * 400 * 3 }, (_, i) => (i * 7919 + ((i * i) >> 7)) % 256)
  await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
    .withExif({
      IFD0: {
        Artist: "Jane Q. Public",
        Model: "ACME-9000",
        Copyright: "Jane Q. Public",
        ImageDescription: "secret comment",
      },
      IFD2: {
        BodySerialNumber: "serial-4711",
        CameraOwnerName: "Jane Q. Public",
        DateTimeOriginal: "2024:05:06 07:08:09",
      },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Jane Q. Public</x:xmpmeta>')
    .jpeg()
    .toFile(path)
  return path
}

/** The bytes of each picture in a report. */
function picturesIn(html: string): readonly Buffer[] {
  return [...html.matchAll(/data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)/g)].map(([, data]) =>
    Buffer.from(data!, "base64"),
  )
}

const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]), { labels: ["bright"] })

async function reportOf(path: string, options: { readonly redact?: boolean } = {}): Promise<string> {
  const { image, ...picture } = await readImage(path)
  const explanation = await explain(model, image, { regions: grid(2), picture, evidence: "none" })
  return report(explanation, { pictures: await reportPictures(explanation, image), ...options })
}

describe("a report of a private photo", () => {
  test("the photo itself holds what must not be told", async () => {
    const path = await privatePhoto()
    const bytes = (await sharp(path).metadata()).exif?.toString("latin1") ?? ""
    for (const secret of secrets.filter((one) => one !== "jane.public")) expect(bytes).toContain(secret)
    expect(path).toContain("jane.public")
  })

  test("names the file, and neither its folders nor what the camera wrote", async () => {
    const html = await reportOf(await privatePhoto())
    expect(html).toContain("holiday.jpg")
    for (const secret of secrets) expect(html).not.toContain(secret)
    expect(html).not.toContain(tmpdir())
  })

  test("has pictures that hold pixels alone", async () => {
    const pictures = picturesIn(await reportOf(await privatePhoto()))
    expect(pictures.length).toBe(3)
    for (const picture of pictures) {
      const { exif, xmp, iptc, comments, format } = await sharp(picture).metadata()
      expect([exif, xmp, iptc, comments], format).toEqual([undefined, undefined, undefined, undefined])
      for (const secret of [...secrets, "Exif", "eXIf", "http://ns.adobe.com"])
        expect(picture.includes(secret), secret).toBe(false)
    }
    expect(pictures.map((picture) => picture[0] === 0xff)).toContain(true) // One at least is a JPEG.
  })
})

describe("a report whose picture is left out", () => {
  test("holds neither picture nor file name, but its hashes", async () => {
    const path = await privatePhoto()
    const html = await reportOf(path, { redact: true })
    for (const secret of [...secrets, "holiday", "data:image", ";base64,", "<image"]) expect(html).not.toContain(secret)
    const { picture } = recordOfReport(await reportOf(path))
    expect(recordOfReport(html).picture).toEqual({
      size: { width: 600, height: 400 },
      fileSha256: picture.fileSha256,
      pixelsSha256: picture.pixelsSha256,
    })
    expect(html).toContain(`<code>${picture.fileSha256}</code>`)
    expect(html).toContain(`<code>${picture.pixelsSha256}</code>`)
    expect((await verifyReport(html)).fits).toBe(true)
  })

  test("holds no piece of the pictures, and no name, with evidence as well", async () => {
    const { explanation, photo } = await sample("coffee")
    const pictures = await reportPictures(explanation, photo)
    const html = await report(explanation, { pictures, redact: true })
    for (const href of [pictures.photo, pictures.given, pictures.hidden].map((one) => one?.href ?? ""))
      for (let at = 40; at < href.length; at += 5000) expect(html).not.toContain(href.slice(at, at + 60))
    expect(html).not.toContain("coffee.png")
    expect(html).not.toContain("data:image")
    expect((await verifyReport(html)).fits).toBe(true)
  })
})
