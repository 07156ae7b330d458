"""The bundle inside of a plan's PDF, read as if an enemy had made the file.

The file inside is a stream object, and its dictionary stands in the open even in a packed or
encrypted PDF: it is found by its kind without a PDF library, and unpacked with a cap. Only an
encrypted plan is given to such a library, once its password was asked for.
"""

import re
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from socialplanner.errors import UserError
from socialplanner.exchange.bundle import BUNDLE_SUFFIX
from socialplanner.exchange.bundle_archive import LARGEST_MEMBER, LARGEST_TOTAL
from socialplanner.exchange.bundle_refusal import refused
from socialplanner.exchange.encryption import PassphraseNeededError, WrongPassphraseError
from socialplanner.messages import visible

if TYPE_CHECKING:
    from pikepdf import Object

PDF: Final = b"%PDF-"
NAME: Final = f"profile{BUNDLE_SUFFIX}"
MIME: Final = "application/vnd.socialplanner.bundle"
MOST_OBJECTS: Final = 20
"""A plan that was changed by another program may hold an older profile as well, never so many."""

_KIND: Final = re.compile(rb"/Subtype\s*/application#2[Ff]vnd\.socialplanner\.bundle(?![#\w.-])")
_ENCRYPTED: Final = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_LENGTH: Final = re.compile(rb"/Length\s+(\d{1,10})(?:\s+(\d{1,5})\s+R)?(?!\d)")
_FILTER: Final = re.compile(rb"/Filter\s*(\[[^\[\]<>]*\]|/?[^/\[\]<>]*)")
_STREAM: Final = re.compile(rb">>\s*stream\r?\n")
_BOMBS: Final = re.compile(rb"/(?:L|#4[Cc])(?:Z|#5[Aa])(?:W|#57)(?:D|#44|[\s/<>\[\]])")
"""The one way of packing whose size the PDF library does not limit; no plan is packed in it."""

_LONGEST_DICTIONARY: Final = 4_096
_CUT_OFF: Final = "The profile inside is damaged or cut off; ask for the plan again."


def is_pdf(data: bytes) -> bool:
    """Return whether a file is a PDF."""
    return data.startswith(PDF)


def has_password(data: bytes) -> bool:
    """Return whether a PDF is encrypted as a whole."""
    return _ENCRYPTED.search(data) is not None


def profile_in(data: bytes, name: str, password: str = "") -> bytes:
    """Return the bundle inside of a plan as it is there, still locked if it is locked.

    Raise UserError where there is none or it cannot be had, PassphraseNeededError and
    WrongPassphraseError where the plan has a password.
    """
    refuse_others(data, name)
    if has_password(data):
        return _unlocked(data, visible(name), password)
    found = list(_KIND.finditer(data))
    if len(found) > MOST_OBJECTS:
        raise refused(visible(name), f"It carries {len(found):,} profiles; a plan has one.")
    return _content(data, found[-1].start(), visible(name))


def refuse_others(data: bytes, name: str) -> None:
    """Raise UserError for a PDF that is no plan of ours with a profile in it."""
    shown = visible(name)
    if len(data) > LARGEST_TOTAL:
        raise refused(shown, f"It is larger than {LARGEST_TOTAL:,} bytes; is it the right file?")
    if not _KIND.search(data):
        raise UserError(
            f"{shown} cannot be taken in. This is a PDF without a profile in it. A plan carries "
            f"its profile only where that was chosen when it was made, and loses it where it is "
            f"printed or converted. Ask for the bundle, or for a plan with its profile in it."
        )


def _content(data: bytes, place: int, name: str) -> bytes:
    """Return the content of the stream whose dictionary holds this place."""
    begin = data.rfind(b" obj", max(0, place - _LONGEST_DICTIONARY), place)
    start = _STREAM.search(data, place, place + _LONGEST_DICTIONARY)
    if begin < 0 or start is None:
        raise refused(name, _CUT_OFF)
    described = data[begin : start.start()]
    length = _LENGTH.search(described)
    size = -1 if length is None else _size(data, length)
    raw = data[start.end() : start.end() + max(size, 0)]
    end = start.end() + len(raw)
    if len(raw) != size or data[end : end + 20].split()[:1] != [b"endstream"]:
        raise refused(name, _CUT_OFF)
    filters = _FILTER.search(described)
    return _unpacked(raw, b"" if filters is None else filters[1], name)


def _size(data: bytes, length: "re.Match[bytes]") -> int:
    """Return how long a stream is, which its dictionary says or another object."""
    if length[2] is None:
        return int(length[1])
    told = re.search(rb"(?<!\d)%b\s+%b\s+obj\s+(\d{1,10})\s+endobj" % (length[1], length[2]), data)
    return -1 if told is None else int(told[1])


def _unpacked(raw: bytes, filters: bytes, name: str) -> bytes:
    """Return a stream unpacked, never more of it than a bundle may have."""
    names = filters.strip(b"[] \r\n\t").split()
    if not names:
        return raw
    if names != [b"/FlateDecode"]:
        raise refused(name, "Its profile was packed by another program; ask for the plan again.")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(raw, LARGEST_MEMBER + 1)
    except zlib.error as error:
        raise refused(name, _CUT_OFF) from error
    if len(content) > LARGEST_MEMBER:
        raise refused(
            name, f"The profile inside is larger than {LARGEST_MEMBER:,} bytes, as none is."
        )
    if not unpacker.eof:
        raise refused(name, _CUT_OFF)
    return content


def _unlocked(data: bytes, name: str, password: str) -> bytes:
    """Return the bundle inside of an encrypted plan."""
    import pikepdf  # noqa: PLC0415 - docs/decisions/0022: only for an encrypted plan

    if not password:
        raise PassphraseNeededError(f"{name} has a password; give the one it was made with.")
    if _BOMBS.search(data):
        raise refused(name, "It was packed by another program; ask for the plan again.")
    _limit()
    try:
        with pikepdf.open(BytesIO(data), password=normalize("NFC", password)) as document:
            stream = document.attachments[NAME].obj.EF.F
            names = b" ".join(_names(stream.get("/Filter")))
            return _unpacked(stream.read_raw_bytes(), names, name)
    except pikepdf.PasswordError as error:
        raise WrongPassphraseError(
            f"{name} cannot be opened: the password is wrong. Try it again."
        ) from error
    except (pikepdf.PdfError, LookupError, AttributeError, TypeError, ValueError) as error:
        raise refused(name, _CUT_OFF) from error


def _names(filters: "Object | None") -> Iterator[bytes]:
    """Yield the names of the filters of a stream."""
    import pikepdf  # noqa: PLC0415 - docs/decisions/0022: only for an encrypted plan

    if filters is not None:
        listed = filters if isinstance(filters, pikepdf.Array) else [filters]
        yield from (str(each).encode() for each in listed)


@cache
def _limit() -> None:
    """Let the PDF library unpack no more at once than a profile may hold."""
    from pikepdf.settings import set_qpdf_limits  # noqa: PLC0415 - with the library itself

    set_qpdf_limits(
        flate_max_memory=LARGEST_MEMBER,
        png_max_memory=LARGEST_MEMBER,
        tiff_max_memory=LARGEST_MEMBER,
        run_length_max_memory=LARGEST_MEMBER,
        max_stream_filters=2,
        doc_max_warnings=100,
        parser_max_container_size=1_000_000,
    )
