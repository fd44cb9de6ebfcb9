"""Makes the small pictures of this folder and pillow.json, which says what Pillow 12.0.0 reads from each.

    python3 -m venv /tmp/pillow && /tmp/pillow/bin/pip install pillow==12.0.0 numpy && /tmp/pillow/bin/python make.py

How a file is read, the same for all: Image.open, exif_transpose, then alpha laid on white with paste(mask=alpha), else convert("RGB").
Besides: `rgb` holds all pixels where decoders differ, `srgb` those that LittleCMS converts, `upperBytes` the SHA-256 of the upper byte of 16 bits.
"""

import base64
import hashlib
import io
import json
import pathlib
import struct
import zlib

import numpy as np
import PIL
from PIL import Image, ImageCms, ImageOps

HERE = pathlib.Path(__file__).parent
WIDTH, HEIGHT = 33, 21  # odd, so that subsampled colours do not divide evenly


def photo():
    """Slopes of colour with some grain, an edge and a saturated corner."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    grain = np.random.default_rng(1).integers(-12, 13, (HEIGHT, WIDTH, 3))
    rgb = np.stack([x * 255 / WIDTH, y * 255 / HEIGHT, 255 - (x + y) * 255 / (WIDTH + HEIGHT)], axis=2) + grain
    rgb[:8, 18:] = [250, 10, 20]
    rgb[13:, :8] = [5, 5, 5]
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8))


def with_alpha(image):
    alpha = np.tile(np.linspace(0, 255, WIDTH).round().astype(np.uint8), (HEIGHT, 1))
    image = image.copy()
    image.putalpha(Image.fromarray(alpha))
    return image


def png_bytes(width, height, depth, colour, rows, *, interlace=0, chunks=()):
    """A PNG that Pillow cannot write; rows are bytes without filters, for Adam7 already in passes."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    packed = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def wide(channels):
    """16-bit levels whose low bytes matter to whoever rounds: big-endian rows."""
    values = np.random.default_rng(2).integers(0, 65536, (HEIGHT, WIDTH, channels))
    return values.astype(">u2")


def adam7(pixels):
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return [row.tobytes() for x, y, dx, dy in passes for row in pixels[y::dy, x::dx] if row.size]


def packed_bits(levels, depth):
    """Rows of palette indices or grey levels, `depth` bits each."""
    per_byte = 8 // depth
    rows = []
    for row in levels:
        row = np.pad(row, (0, -len(row) % per_byte)).reshape(-1, per_byte)
        rows.append(bytes(sum(int(v) << (8 - depth * (i + 1)) for i, v in enumerate(group)) for group in row))
    return rows


def tiff_bytes(pixels, *, photometric, bits, extra_sample=None, order="<"):
    """An uncompressed TIFF of one strip, for kinds that Pillow cannot write."""
    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    data = pixels.tobytes()
    extra = struct.pack(order + "H" * channels, *[bits] * channels) if channels > 2 else b""
    tags = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, channels, None), (259, 3, 1, 1), (262, 3, 1, photometric),
        (273, 4, 1, None), (277, 3, 1, channels), (278, 4, 1, height), (279, 4, 1, len(data)), (339, 3, 1, 1),
    ]  # fmt: skip
    if extra_sample is not None:
        tags.insert(-1, (338, 3, 1, extra_sample))
    start = 8 + 2 + 12 * len(tags) + 4
    out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "IH", 8, len(tags))
    for tag, kind, count, value in tags:
        if tag == 258:
            field = struct.pack(order + "I", start) if extra else struct.pack(order + "HH", bits, 0)
        elif tag == 273:
            field = struct.pack(order + "I", start + len(extra))
        else:
            field = struct.pack(order + "HH", value, 0) if kind == 3 else struct.pack(order + "I", value)
        out += struct.pack(order + "HHI", tag, kind, count) + field
    return out + b"\0\0\0\0" + extra + data


def display_p3():
    """A colour profile of three primaries and a gamma of 2.2 (ICC.1:2001), with the wide red and green of Display P3."""

    def xyz(x, y, z):
        return b"XYZ \0\0\0\0" + struct.pack(">iii", *(round(v * 65536) for v in (x, y, z)))

    def text(kind, words, tail=b""):
        return kind + b"\0\0\0\0" + words + tail

    name = b"Display P3\0"
    gamma = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(2.2 * 256), 0)
    tags = [
        (b"desc", text(b"desc", struct.pack(">I", len(name)) + name, bytes(80))),
        (b"cprt", text(b"text", b"Public domain\0")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.5151, 0.2412, -0.0011)),
        (b"gXYZ", xyz(0.2920, 0.6922, 0.0419)),
        (b"bXYZ", xyz(0.1571, 0.0666, 0.7841)),
        (b"rTRC", gamma),
        (b"gTRC", gamma),
        (b"bTRC", gamma),
    ]
    table, data, start = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, content in tags:
        content += bytes(-len(content) % 4)
        table += tag + struct.pack(">II", start + len(data), len(content))
        data += content
    body = struct.pack(">I", len(tags)) + table + data
    header = struct.pack(">I4sI4s4s4s", 128 + len(body), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + body


def saved(image, format, **options):
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    return data


def pictures():
    rgb = photo()
    grey, cmyk, rgba = rgb.convert("L"), rgb.convert("CMYK"), with_alpha(rgb)
    palette = rgb.quantize(24)
    bits = grey.point(lambda level: 255 * (level > 90)).convert("1", dither=Image.Dither.NONE)

    yield "444.jpg", saved(rgb, "JPEG", quality=90, subsampling="4:4:4")
    yield "422.jpg", saved(rgb, "JPEG", quality=90, subsampling="4:2:2")
    yield "420.jpg", saved(rgb, "JPEG", quality=90, subsampling="4:2:0")
    yield "411.jpg", saved(rgb, "JPEG", quality=90, subsampling="4:1:1")
    yield "progressive.jpg", saved(rgb, "JPEG", quality=80, progressive=True)
    yield "low-quality.jpg", saved(rgb, "JPEG", quality=5)
    yield "restarts.jpg", saved(rgb, "JPEG", quality=80, restart_marker_blocks=1)
    yield "rgb-not-ycc.jpg", saved(rgb, "JPEG", quality=90, keep_rgb=True)
    yield "grey.jpg", saved(grey, "JPEG", quality=90)
    yield "cmyk.jpg", saved(cmyk, "JPEG", quality=90)
    for orientation in range(1, 9):
        yield f"orientation-{orientation}.jpg", saved(rgb, "JPEG", quality=70, exif=exif(orientation))

    yield "rgb.png", saved(rgb, "PNG")
    yield "rgba.png", saved(rgba, "PNG")
    yield "grey.png", saved(grey, "PNG")
    yield "grey-alpha.png", saved(with_alpha(grey), "PNG")
    yield "palette.png", saved(palette, "PNG")
    yield "palette-transparent.png", saved(palette, "PNG", transparency=3)
    yield "palette-alphas.png", saved(palette, "PNG", transparency=bytes(range(0, 240, 10)))
    yield "bits.png", saved(bits, "PNG")
    yield "grey-2-bits.png", png_bytes(WIDTH, HEIGHT, 2, 0, packed_bits(np.asarray(grey) >> 6, 2))
    yield "grey-4-bits.png", png_bytes(WIDTH, HEIGHT, 4, 0, packed_bits(np.asarray(grey) >> 4, 4))
    yield "grey-transparent.png", saved(grey, "PNG", transparency=5)
    yield "rgb-transparent.png", saved(rgb, "PNG", transparency=(250, 10, 20))
    yield "interlaced.png", png_bytes(WIDTH, HEIGHT, 8, 2, adam7(np.asarray(rgb)), interlace=1)
    yield "rgb-16.png", png_bytes(WIDTH, HEIGHT, 16, 2, [row.tobytes() for row in wide(3)])
    yield "rgba-16.png", png_bytes(WIDTH, HEIGHT, 16, 6, [row.tobytes() for row in wide(4)])
    yield "grey-16.png", png_bytes(WIDTH, HEIGHT, 16, 0, [row.tobytes() for row in wide(1)])
    yield "grey-alpha-16.png", png_bytes(WIDTH, HEIGHT, 16, 4, [row.tobytes() for row in wide(2)])
    yield "gamma.png", png_bytes(
        WIDTH, HEIGHT, 8, 2, [row.tobytes() for row in np.asarray(rgb)], chunks=[(b"gAMA", struct.pack(">I", 100_000))]
    )
    yield "display-p3.png", saved(rgb, "PNG", icc_profile=display_p3())
    yield "orientation-6.png", saved(rgb, "PNG", exif=exif(6))

    yield "lossy.webp", saved(rgb, "WEBP", quality=80)
    yield "lossless.webp", saved(rgb, "WEBP", lossless=True)
    yield "alpha.webp", saved(rgba, "WEBP", quality=80)
    yield "alpha-lossless.webp", saved(rgba, "WEBP", lossless=True, exact=True)
    yield "animated.webp", saved(rgb, "WEBP", lossless=True, save_all=True, append_images=[rgb.rotate(180)] * 2)
    yield "orientation-8.webp", saved(rgb, "WEBP", quality=80, exif=exif(8))

    yield "still.gif", saved(palette, "GIF")
    yield "animated.gif", saved(palette, "GIF", save_all=True, append_images=[palette.rotate(180)] * 2)
    yield "transparent.gif", saved(palette, "GIF", transparency=3)
    yield "interlaced.gif", saved(palette, "GIF", interlace=1)

    yield "rgb.tif", saved(rgb, "TIFF")
    yield "lzw.tif", saved(rgb, "TIFF", compression="tiff_lzw")
    yield "deflate.tif", saved(rgb, "TIFF", compression="tiff_adobe_deflate")
    yield "packbits.tif", saved(rgb, "TIFF", compression="packbits")
    yield "jpeg.tif", saved(rgb, "TIFF", compression="jpeg")
    yield "grey.tif", saved(grey, "TIFF")
    yield "bits.tif", saved(bits, "TIFF", compression="group4")
    yield "palette.tif", saved(palette, "TIFF")
    yield "rgba.tif", saved(rgba, "TIFF")
    yield "cmyk.tif", saved(cmyk, "TIFF")
    yield "pages.tif", saved(rgb, "TIFF", compression="tiff_lzw", save_all=True, append_images=[rgb.rotate(180)] * 2)
    yield "orientation-6.tif", saved(rgb, "TIFF", tiffinfo={0x0112: 6})
    yield "white-is-zero.tif", tiff_bytes(255 - np.asarray(grey), photometric=0, bits=8)
    yield "big-endian.tif", tiff_bytes(np.asarray(rgb), photometric=2, bits=8, order=">")
    yield "rgb-16.tif", tiff_bytes(wide(3).astype("<u2"), photometric=2, bits=16)
    yield "grey-16.tif", tiff_bytes(wide(1).astype("<u2")[:, :, 0], photometric=1, bits=16)

    yield "cmyk-16.tif", tiff_bytes(wide(4).astype("<u2"), photometric=5, bits=16)
    spare = np.dstack([np.asarray(rgb), np.asarray(grey)])
    yield "spare-channel.tif", tiff_bytes(spare, photometric=2, bits=8, extra_sample=0)

    yield "444.avif", saved(rgb, "AVIF", quality=90, subsampling="4:4:4")
    yield "420.avif", saved(rgb, "AVIF", quality=60, subsampling="4:2:0")
    yield "alpha.avif", saved(rgba, "AVIF", quality=80)


def read(file):
    """What the usual Python pipeline reads: upright, RGB, on white."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(file)))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, (255, 255, 255))
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def main():
    assert PIL.__version__ == "12.0.0", PIL.__version__
    entries = {}
    for name, file in pictures():
        (HERE / name).write_bytes(file)
        opened = Image.open(io.BytesIO(file))
        pixels = read(file)
        entries[name] = {
            "mode": opened.mode,
            "width": pixels.width,
            "height": pixels.height,
            "sha256": hashlib.sha256(pixels.tobytes()).hexdigest(),
        }
        if name.endswith(".avif"):
            entries[name]["rgb"] = base64.b64encode(pixels.tobytes()).decode()
        if name == "display-p3.png":
            srgb = ImageCms.profileToProfile(opened.convert("RGB"), io.BytesIO(display_p3()), ImageCms.createProfile("sRGB"))
            entries[name]["srgb"] = base64.b64encode(srgb.tobytes()).decode()
        if name.startswith("grey-16."):
            high = (wide(1) >> 8).astype(np.uint8).repeat(3, axis=2)
            entries[name]["upperBytes"] = hashlib.sha256(high.tobytes()).hexdigest()
    record = {"pillow": PIL.__version__, "files": entries}
    (HERE / "pillow.json").write_text(json.dumps(record, indent=2) + "\n")


main()
