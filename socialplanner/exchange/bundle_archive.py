"""The zip file around a bundle: a few parts of known names, always packed in the same way.

It is read by hand and not with `zipfile`, which believes what a file says of itself: here every
part has to stand where the directory says, nothing may stand between parts, and no more is
unpacked than may be kept. What the directory leaves open (comments, links, encryption, sizes of
64 bits) is refused.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from socialplanner.exchange.bundle_refusal import refused

MOST_MEMBERS = 200
LARGEST_MEMBER = 20_000_000
LARGEST_TOTAL = 100_000_000
HIGHEST_RATIO = 100
"""How many times smaller a part may be packed; a bomb is packed a thousand times smaller."""

RATIO_COUNTS_FROM = 100_000
"""Smaller parts are no bombs, however well they are packed."""

_ZIP_START, _DIRECTORY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_PART = struct.Struct("<4s5H3I2H")
_DIRECTORY_PART = struct.Struct("<4s6H3I5H2I")
_END_PART = struct.Struct("<4s4H2IH")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_ALLOWED_FLAGS = 0x6 | _UTF8
_DATE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100600
_KIND_BITS, _PLAIN_KIND = 0o170000, 0o100000
_LEVEL = 6
_CHUNK = 65_536
_DAMAGED = "The bundle is damaged or cut off; ask for it again, or export it anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What the directory says of one part."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    kind: int
    offset: int


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip file, in their order; the same parts give the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3
            info.external_attr = _PLAIN_FILE << 16
            archive.writestr(info, data, _method(data), _LEVEL)
    return written.getvalue()


def unpacked(data: bytes, name: str, allowed: tuple[str, ...]) -> dict[str, bytes]:
    """Return the parts of a zip file by name, or raise InputError for whatever is wrong in it."""
    try:
        entries = _entries(data, name)
        _check(entries, name, allowed)
        return _contents(data, name, entries)
    except (struct.error, zlib.error) as error:
        raise refused(name, f"{_DAMAGED}.") from error


def _method(data: bytes) -> int:
    """Return how to pack a part: what would look like a bomb is stored as it is."""
    smallest = len(zlib.compress(data, _LEVEL)) * HIGHEST_RATIO // 2
    is_dense = len(data) < RATIO_COUNTS_FROM or len(data) <= smallest
    return zipfile.ZIP_DEFLATED if is_dense else zipfile.ZIP_STORED


def _entries(data: bytes, name: str) -> list[_Entry]:
    """Return what the directory at the end of the file says, entry by entry."""
    end = len(data) - _END_PART.size
    if end < 0:
        raise refused(name, f"{_DAMAGED}.")
    mark, disk, first_disk, here, count, size, start, comment = _END_PART.unpack_from(data, end)
    if mark != _END or disk or first_disk or here != count or comment or start + size != end:
        raise refused(name, f"{_DAMAGED} (its directory does not fit).")
    if count > MOST_MEMBERS:
        raise refused(name, f"It holds {count:,} parts; a bundle has at most {MOST_MEMBERS}.")
    entries, place = [], start
    for _ in range(count):
        entry, place = _entry(data, name, place)
        entries.append(entry)
    if place != end:
        raise refused(name, f"{_DAMAGED} (its directory does not fit).")
    return entries


def _entry(data: bytes, name: str, place: int) -> tuple[_Entry, int]:
    """Return one entry of the directory, and where the next one begins."""
    found = _DIRECTORY_PART.unpack_from(data, place)
    mark, flags, method, crc, packed_size, size = found[0], found[3], found[4], *found[7:10]
    name_length, extra, comment = found[10:13]
    begin = place + _DIRECTORY_PART.size
    if mark != _DIRECTORY or len(data) < begin + name_length:
        raise refused(name, f"{_DAMAGED} (its directory does not fit).")
    entry = _Entry(
        name=data[begin : begin + name_length].decode("ascii", errors="backslashreplace"),
        flags=flags,
        method=method,
        crc=crc,
        packed=packed_size,
        size=size,
        kind=(found[15] >> 16) & _KIND_BITS,
        offset=found[16],
    )
    return entry, begin + name_length + extra + comment


def _check(entries: list[_Entry], name: str, allowed: tuple[str, ...]) -> None:
    """Raise InputError for parts that no bundle has, and for sizes that no bundle needs."""
    seen: set[str] = set()
    for entry in entries:
        if entry.name not in allowed:
            raise refused(name, "It holds a part that no bundle has.", entry.name)
        if entry.name in seen:
            raise refused(name, "It holds this part twice.", entry.name)
        seen.add(entry.name)
        _check_kind(entry, name)
        _check_size(entry, name)
    if sum(entry.size for entry in entries) > LARGEST_TOTAL:
        raise refused(name, f"It holds more than {LARGEST_TOTAL:,} bytes.")


def _check_kind(entry: _Entry, name: str) -> None:
    if entry.flags & _ENCRYPTED:
        reason = "It is encrypted by another program; export the bundle with a passphrase instead."
        raise refused(name, reason, entry.name)
    if entry.kind not in {0, _PLAIN_KIND}:
        raise refused(name, "It is a link or a folder, not a file.", entry.name)
    if entry.flags & ~_ALLOWED_FLAGS or entry.method not in {_STORED, _DEFLATED}:
        reason = "It was packed by another program, in a way that no bundle is; export it anew."
        raise refused(name, reason, entry.name)


def _check_size(entry: _Entry, name: str) -> None:
    if entry.size > LARGEST_MEMBER or entry.packed > LARGEST_MEMBER:
        reason = f"It is larger than {LARGEST_MEMBER:,} bytes, more than any profile needs."
        raise refused(name, reason, entry.name)
    if entry.size > max(RATIO_COUNTS_FROM, entry.packed * HIGHEST_RATIO):
        reason = f"It is packed more than {HIGHEST_RATIO} times smaller, as only bombs are."
        raise refused(name, reason, entry.name)


def _contents(data: bytes, name: str, entries: list[_Entry]) -> dict[str, bytes]:
    """Return all parts; they fill the file from its beginning to its directory without gaps."""
    contents, place = {}, 0
    for entry in entries:
        begin = _begin(data, name, entry)
        if entry.offset != place or begin + entry.packed > len(data):
            raise refused(name, f"{_DAMAGED} (this part is not where it should be).", entry.name)
        place = begin + entry.packed
        contents[entry.name] = _content(data[begin:place], name, entry)
    if place != _END_PART.unpack_from(data, len(data) - _END_PART.size)[6]:
        raise refused(name, f"{_DAMAGED} (something stands between its parts).")
    return contents


def _begin(data: bytes, name: str, entry: _Entry) -> int:
    """Return where a part begins, behind a header of its own that must say the same."""
    found = _LOCAL_PART.unpack_from(data, entry.offset)
    name_length, extra = int(found[9]), int(found[10])
    begin = entry.offset + _LOCAL_PART.size
    own_name = data[begin : begin + name_length]
    said = (found[0], *found[2:4], *found[6:9], own_name)
    expected = (_ZIP_START, entry.flags, entry.method, entry.crc, entry.packed, entry.size)
    if said != (*expected, entry.name.encode()):
        raise refused(name, f"{_DAMAGED} (it says two things of this part).", entry.name)
    return begin + name_length + extra


def _content(raw: bytes, name: str, entry: _Entry) -> bytes:
    """Return one part unpacked, never more of it than its size and one byte."""
    if entry.method == _STORED:
        content, is_whole = raw, True
    else:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        content = unpacker.decompress(raw, entry.size + 1)
        is_whole = unpacker.eof and not unpacker.unused_data
    if not is_whole or len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise refused(name, f"{_DAMAGED} (the check sum of this part differs).", entry.name)
    return content
