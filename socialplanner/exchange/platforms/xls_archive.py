"""The file around an old Excel workbook: sectors in chains, of which none may turn in a circle.

The format is Microsoft's “compound file” ([MS-CFB]); xlrd follows some of its chains without end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import unpack_from
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER: Final = 512
NAMES: Final = ("workbook", "book")

_SIZES: Final = {9: 512, 12: 4096}
_SMALL: Final = 64
_LAST: Final = 0xFFFFFFFA
_END: Final = 0xFFFFFFFE
_UNUSED: Final = 0xFFFFFFFF
_IN_HEADER: Final = 109
_ENTRY: Final = 128
_LONGEST_NAME: Final = 64
_STREAM, _ROOT = 2, 5


class DamageError(ValueError):
    """What is wrong with the file."""


def workbook_stream(data: bytes) -> bytes:
    """Return the workbook within an old Office document, or raise DamageError."""
    if len(data) < HEADER or not data.startswith(SIGNATURE):
        raise DamageError("no header")
    file = _File(data)
    entries = list(file.entries())
    if not entries or entries[0].kind != _ROOT:
        raise DamageError("no root")
    for name in NAMES:
        for entry in entries:
            if entry.kind == _STREAM and entry.name.lower() == name:
                return file.stream(entry, entries[0])
    raise DamageError("no workbook")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the directory says of one part."""

    name: str
    kind: int
    start: int
    size: int


class _File:
    """A compound file: its sectors, and which follows which."""

    def __init__(self, data: bytes) -> None:
        """Read the header and the table of sectors."""
        shift, small = unpack_from("<HH", data, 30)
        if shift not in _SIZES or 1 << min(small, 20) != _SMALL:
            raise DamageError("odd sectors")
        self._data, self._size = data, _SIZES[shift]
        self._directory, self._cutoff = unpack_from("<I4xI", data, 48)
        (self._small_table,) = unpack_from("<I", data, 60)
        self._table = self._numbers(b"".join(map(self._sector, self._tables())))

    def _tables(self) -> Iterator[int]:
        """Yield the sectors that hold the table, as the header and its extension list them."""
        more, seen = unpack_from("<I", self._data, 68)[0], set[int]()
        listed: Sequence[int] = unpack_from(f"<{_IN_HEADER}I", self._data, 76)
        while True:
            yield from (each for each in listed if each < _LAST)
            if more >= _LAST:
                return
            if more in seen:
                raise DamageError("a circle")
            seen.add(more)
            *listed, more = self._numbers(self._sector(more))

    def _sector(self, place: int) -> bytes:
        start = (place + 1) * self._size
        found = self._data[start : start + self._size]
        if not found:
            raise DamageError("cut off")
        return found.ljust(self._size, b"\0")

    def _numbers(self, data: bytes) -> tuple[int, ...]:
        return unpack_from(f"<{len(data) // 4}I", data)

    def entries(self) -> Iterator[_Entry]:
        """Yield what the directory lists."""
        listed = b"".join(map(self._sector, _chain(self._directory, self._table)))
        for place in range(0, len(listed), _ENTRY):
            length, kind = unpack_from("<HB", listed, place + _LONGEST_NAME)
            raw = listed[place : place + max(0, min(length, _LONGEST_NAME) - 2)]
            start, size = unpack_from("<II", listed, place + 116)
            yield _Entry(raw.decode("utf-16-le", errors="replace"), kind, start, size)

    def stream(self, entry: _Entry, root: _Entry) -> bytes:
        """Return the content of a part; small ones lie together in that of the root."""
        if entry.size >= self._cutoff:
            found = b"".join(map(self._sector, _chain(entry.start, self._table)))
        else:
            whole = b"".join(map(self._sector, _chain(root.start, self._table)))
            table = b"".join(map(self._sector, _chain(self._small_table, self._table)))
            chain = _chain(entry.start, self._numbers(table))
            found = b"".join(whole[each * _SMALL : (each + 1) * _SMALL] for each in chain)
        if len(found) < entry.size:
            raise DamageError("cut off")
        return found[: entry.size]


def _chain(start: int, table: Sequence[int]) -> Iterator[int]:
    """Yield the sectors from one on, each at most once."""
    left = len(table)
    while start != _END:
        if start >= len(table) or not left:
            raise DamageError("a chain without end")
        yield start
        left -= 1
        start = table[start]
