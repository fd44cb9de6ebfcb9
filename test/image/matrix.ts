import fc from "fast-check"
import type { Channels, Edit, Image, PixelArray, Size } from "../../src/types.ts"

/** A grey picture of bytes, written as it looks. */
export function grey(rows: readonly (readonly number[])[]): Image {
  return { width: rows[0]!.length, height: rows.length, channels: 1, data: Uint8Array.from(rows.flat()) }
}

/** The same picture with its values in 64-bit floats. */
export function inFloats(image: Image): Image {
  return { ...image, data: Float64Array.from(image.data) }
}

/** The values of a picture row by row, all channels of a pixel side by side. */
export function matrix(image: Image): number[][] {
  const row = image.width * image.channels
  return Array.from({ length: image.height }, (_, y) => Array.from(image.data.subarray(y * row, (y + 1) * row)))
}

/** A picture where every pixel is `pixel`. */
export function constant({ width, height }: Size, pixel: readonly number[]): Image {
  const data = Float64Array.from({ length: width * height * pixel.length }, (_, i) => pixel[i % pixel.length]!)
  return { width, height, channels: pixel.length as Channels, data }
}

export function inBytes(image: Image): Image {
  return { ...image, data: Uint8Array.from(image.data) }
}

/** Turned around left to right. */
export function mirrored(image: Image): Image {
  const data = image.data.slice()
  const { width, channels } = image
  for (let i = 0; i < data.length; i++) {
    const [c, x, y] = [i % channels, Math.floor(i / channels) % width, Math.floor(i / channels / width)]
    data[(y * width + (width - 1 - x)) * channels + c] = image.data[i]!
  }
  return { ...image, data }
}

/** What a caller without a type checker may send. */
export function wrong<T>(value: unknown): T {
  return value as T
}

const side = fc.integer({ min: 1, max: 9 })

export const anySize: fc.Arbitrary<Size> = fc.record({ width: side, height: side })

/** Pixels of any of the four kinds. */
export function anyPixels(length: number): fc.Arbitrary<PixelArray> {
  const sized = { minLength: length, maxLength: length }
  const finite = { min: -300, max: 300, noNaN: true }
  return fc.oneof(
    fc.uint8Array(sized),
    fc.uint8ClampedArray(sized),
    fc.float32Array({ ...sized, ...finite }),
    fc.float64Array({ ...sized, ...finite }),
  )
}

export function anyImage(channels: fc.Arbitrary<Channels>): fc.Arbitrary<Image> {
  return fc
    .tuple(anySize, channels)
    .chain(([size, channels]) =>
      anyPixels(size.width * size.height * channels).map((data) => ({ ...size, channels, data })),
    )
}

/** An edit somewhere inside the picture, with or without a mask. */
export function anyEdit(image: Image): fc.Arbitrary<Edit> {
  const { width, height, channels } = image
  return fc
    .tuple(fc.nat(width - 1), fc.nat(height - 1))
    .chain(([left, top]) =>
      fc.record({
        left: fc.constant(left),
        top: fc.constant(top),
        width: fc.integer({ min: 1, max: width - left }),
        height: fc.integer({ min: 1, max: height - top }),
      }),
    )
    .chain((box) => {
      const area = box.width * box.height
      const mask = fc.uint8Array({ minLength: area, maxLength: area, max: 1 })
      return fc.oneof(
        anyPixels(area * channels).map((pixels) => ({ box, pixels })),
        fc.tuple(anyPixels(area * channels), mask).map(([pixels, mask]) => ({ box, pixels, mask })),
      )
    })
}
