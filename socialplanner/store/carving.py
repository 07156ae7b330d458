"""Read rows straight off the pages of a damaged SQLite file, without SQLite.

The file format is public and fixed (sqlite.org/fileformat2.html): a page that holds rows says so
in its first byte and lists where each begins. Every row we wrote carries its own digest, so that
what is found is either just what was written, or not taken. A page that is lost costs its own
rows and no others, even when it is the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialplanner.store.tables import TABLES, Table, Value, row_digest

PAGE_SIZE = 4096
"""The size of a page; the files of every version have it."""

MAGIC = b"SQLite format 3\0"
FILE_HEADER = 100
LARGEST_ROW = 64_000_000
TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x0A, 0x02
FIRST_POINTER = {TABLE_LEAF: 8, INDEX_LEAF: 8, INDEX_INTERIOR: 12}
FIXED_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
CONSTANTS = {8: 0, 9: 1}
FIRST_TEXT = 12


@dataclass(frozen=True, slots=True)
class CarvedRow:
    """A row found on a page, whole and as it was written."""

    table: Table
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class CarvedSeal:
    """A seal found on a page: how many rows a table has, and the sum of their digests."""

    table: str
    count: int
    digest: bytes


def carve(path: Path) -> Iterator[CarvedRow | CarvedSeal]:
    """Yield every row and seal that can still be read from a file, in no order."""
    data = path.read_bytes()
    by_width: dict[int, list[Table]] = {}
    for table in TABLES:
        by_width.setdefault(len(table.columns) + 1, []).append(table)
    for number in range(len(data) // PAGE_SIZE):
        for record in _records(data, number):
            if (seal := _seal(record)) is not None:
                yield seal
            for table in by_width.get(len(record), ()):
                *values, digest = record
                if row_digest(table, tuple(values)) == digest:
                    yield CarvedRow(table, dict(zip(table.columns, values, strict=True)))


def _seal(record: Sequence[Value]) -> CarvedSeal | None:
    """Return the seal that a record may be; only rows that fit it make it one."""
    if len(record) != 3:  # noqa: PLR2004 - name, rows, digest
        return None
    name, count, digest = record
    if not isinstance(name, str) or not isinstance(count, int) or not isinstance(digest, bytes):
        return None
    return CarvedSeal(name, count, digest)


def _records(data: bytes, number: int) -> Iterator[Sequence[Value]]:
    """Yield the records of one page; a page of another kind has none."""
    page = data[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    start = FILE_HEADER if page.startswith(MAGIC) else 0
    kind = page[start]
    if kind not in FIRST_POINTER:
        return
    count = int.from_bytes(page[start + 3 : start + 5])
    pointers = start + FIRST_POINTER[kind]
    for place in range(pointers, min(pointers + 2 * count, PAGE_SIZE - 1), 2):
        offset = int.from_bytes(page[place : place + 2])
        try:
            yield _record(_payload(data, page, offset, kind))
        except (ValueError, IndexError):
            continue  # this row is damaged; its neighbours may be whole


def _payload(data: bytes, page: bytes, offset: int, kind: int) -> bytes:
    """Return the bytes of a record, gathered from the pages it runs over."""
    if kind == INDEX_INTERIOR:
        offset += 4
    size, offset = _varint(page, offset)
    if kind == TABLE_LEAF:
        _, offset = _varint(page, offset)
    if size > LARGEST_ROW:
        raise ValueError("no row is as large as that")
    local = _local_size(size, is_table=kind == TABLE_LEAF)
    gathered = [page[offset : offset + local]]
    missing = size - local
    following = page[offset + local : offset + local + 4]
    while missing > 0:
        start = (int.from_bytes(following) - 1) * PAGE_SIZE
        overflow = data[start : start + PAGE_SIZE] if start >= 0 else b""
        if len(overflow) < PAGE_SIZE:
            raise ValueError("a row runs over onto a page that is not there")
        following = overflow[:4]
        gathered.append(overflow[4 : 4 + missing])
        missing -= PAGE_SIZE - 4
    return b"".join(gathered)


def _local_size(size: int, *, is_table: bool) -> int:
    """Return how much of a record lies on its first page (file format, section 1.6)."""
    most = PAGE_SIZE - 35 if is_table else (PAGE_SIZE - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (PAGE_SIZE - 12) * 32 // 255 - 23
    wanted = least + (size - least) % (PAGE_SIZE - 4)
    return wanted if wanted <= most else least


def _record(payload: bytes) -> list[Value]:
    """Return the values of a record; ValueError where it is none of ours."""
    header, place = _varint(payload, 0)
    body, values = header, list[Value]()
    while place < header:
        kind, place = _varint(payload, place)
        value, body = _value(payload, kind, body)
        values.append(value)
    if body != len(payload):
        raise ValueError("a record's size is not that of its values")
    return values


def _value(payload: bytes, kind: int, place: int) -> tuple[Value, int]:
    """Return one value and the place behind it."""
    if kind == 0:
        return None, place
    if kind in CONSTANTS:
        return CONSTANTS[kind], place
    if kind in FIXED_INTEGERS:
        end = place + FIXED_INTEGERS[kind]
        return int.from_bytes(payload[place:end], signed=True), end
    if kind < FIRST_TEXT:
        raise ValueError("we write no such values")
    end = place + (kind - FIRST_TEXT) // 2
    data = payload[place:end]
    if end > len(payload):
        raise ValueError("a value runs over the end of its record")
    return (data.decode() if kind % 2 else data), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a variable-length integer and the place behind it."""
    value = 0
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that more follows
            return value, place + step + 1
    return value << 8 | data[place + 8], place + 9
