"""Read a logo that anybody may have made, and keep nothing of it but its pixels.

A picture is decided by its content, measured before it is decoded, and written anew as a PNG:
what hides in metadata or behind the end of a file does not come along.
"""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from socialplanner.errors import InputError, Problem
from socialplanner.exchange.foreign_files import foreign_kind

if TYPE_CHECKING:
    from PIL import Image

LARGEST_LOGO = 10_000_000
"""The most bytes that are read."""

MOST_PIXELS = 16_000_000
"""The most pixels that are decoded: 64 MB of memory."""

LONGEST_SIDE = 1_200
MOST_SCANS = 32
"""The most passes of a JPEG; each draws the whole picture anew, however few bytes it takes."""

PNG_START, JPEG_START, JPEG_SCAN = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xda"
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""

_UNREADABLE = (
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    MemoryError,
    OSError,
    OverflowError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow raises over files that lie: it names no exception of its own for most of them."""


def read_logo(data: bytes, name: str) -> bytes:
    """Return a picture as a PNG of at most 1,200 pixels a side, or raise InputError.

    The same picture gives the same bytes, and what was returned once is returned as it is.
    """
    _check_kind(data, name)
    try:
        return _normalised(data, name)
    except _UNREADABLE as error:
        raise refused_logo(name, "The picture is damaged; save it anew as a PNG.") from error


def refused_logo(name: str, reason: str) -> InputError:
    """Return why a file cannot be a logo."""
    return InputError(f"{name} cannot be used as a logo.", [Problem(name, "", "", reason)])


def _check_kind(data: bytes, name: str) -> None:
    """Raise InputError for what is no PNG or JPEG by its content, or too large."""
    if len(data) > LARGEST_LOGO:
        reason = f"It is larger than {LARGEST_LOGO:,} bytes; save a smaller picture."
        raise refused_logo(name, reason)
    if not data.startswith((PNG_START, JPEG_START)):
        kind = foreign_kind(data)
        found = f"This is {kind}" if kind else "This is no picture that can be read"
        raise refused_logo(name, f"{found}; a logo must be a PNG or a JPEG: save it as a PNG.")
    if data.startswith(JPEG_START) and data.count(JPEG_SCAN) > MOST_SCANS:
        raise refused_logo(name, f"It is drawn in more than {MOST_SCANS} passes; save it as a PNG.")


def _normalised(data: bytes, name: str) -> bytes:
    """Return the pixels of a picture as a PNG."""
    import warnings  # noqa: PLC0415 - needed only where Pillow is

    from PIL import Image  # noqa: PLC0415 - heavy, and few profiles have a logo

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # corrupt metadata is dropped anyway
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_many_pixels(name) from error
        with picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise _too_many_pixels(name)
            picture.load()
            return _png(_upright(picture))


def _too_many_pixels(name: str) -> InputError:
    reason = f"It has more than {MOST_PIXELS:,} pixels; save a smaller picture."
    return refused_logo(name, reason)


def _upright(picture: "Image.Image") -> "Image.Image":
    """Return a picture as its camera was held, in true colours and not too large."""
    from PIL import Image  # noqa: PLC0415 - heavy, and few profiles have a logo

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    held = picture.getexif().get(ORIENTATION)
    turn = turns.get(held) if isinstance(held, int) else None
    if picture.mode.startswith("I"):  # 16 bits a shade, which `convert` would cut off and not scale
        picture = picture.convert("I").point(lambda shade: shade / 256).convert("L")
    plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if (longest := max(plain.size)) > LONGEST_SIDE:
        width, height = (max(1, round(side * LONGEST_SIDE / longest)) for side in plain.size)
        plain = plain.resize((width, height), Image.Resampling.LANCZOS)
    return plain if turn is None else plain.transpose(turn)


def _png(picture: "Image.Image") -> bytes:
    """Return a picture as a PNG without metadata; transparency that nobody sees is dropped."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    written = BytesIO()
    bare = picture.copy()
    bare.info.clear()
    bare.save(written, format="PNG", optimize=True)
    return written.getvalue()
