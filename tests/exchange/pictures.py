"""Pictures that tests read: real ones of any kind, and PNGs that lie about themselves."""

import struct
import zlib
from io import BytesIO

from PIL import Image

PNG_START = b"\x89PNG\r\n\x1a\n"


def picture(mode: str, size: tuple[int, int], kind: str = "PNG", **options: object) -> bytes:
    """Return a picture whose pixels all differ, in any format that Pillow writes."""
    width, height = size
    colours = Image.linear_gradient("L").resize(size)
    shades = Image.merge("RGBA", (colours, colours.rotate(180), colours, colours))
    shades.putpixel((width - 1, height - 1), (200, 10, 30, 80))
    return written(shades.convert(mode), kind, **options)


def written(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file."""
    file = BytesIO()
    image.save(file, format=kind, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture in a file, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one chunk of a PNG with its check sum."""
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(width: int, height: int, *middle: bytes, bits: int = 1) -> bytes:
    """Return a grey PNG that claims a size, with these chunks between its header and its end."""
    header = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    return PNG_START + chunk(b"IHDR", header) + b"".join(middle) + chunk(b"IEND", b"")


def grey_pixels(width: int, height: int) -> bytes:
    """Return the chunk of all pixels of such a PNG, all black: a few bytes for very many."""
    rows = bytes((width + 7) // 8 + 1) * height
    return chunk(b"IDAT", zlib.compress(rows, 9))
