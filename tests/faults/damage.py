"""Five kinds of damage to a file of SQLite, each drawn from a seed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

SECTOR = 512
USUAL_PAGE, LARGEST_PAGE = 4096, 65536
PAGE_SIZE_PLACE = slice(16, 18)


class Kind(StrEnum):
    """What happens to the file."""

    FLIPPED_BIT = "one bit flipped"
    ZEROED_SECTOR = "one sector zeroed"
    ZEROED_PAGE = "one page zeroed"
    TRUNCATED = "truncated"
    SWAPPED_PAGES = "two pages swapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What was done: `changed` is false where the bytes were the same already (zeros, say).

    Whether it matters is another question: a page may be free. Compare what is read back.
    """

    kind: Kind
    places: tuple[int, ...]
    changed: bool


def damage(path: Path, kind: Kind, seed: int) -> Damage:
    """Damage a file that nobody has open, the same way for the same seed and size."""
    before = path.read_bytes()
    if not before:
        raise ValueError(f"{path} is empty: there is nothing to damage")
    content = bytearray(before)
    random = Random(f"{kind}-{seed}")  # noqa: S311 - to be repeated
    places = HARMS[kind](content, page_size(before), random)
    path.write_bytes(content)
    return Damage(kind=kind, places=places, changed=bytes(content) != before)


def page_size(content: bytes) -> int:
    """Return the size of a page that the header names; the usual one where it makes no sense."""
    size = int.from_bytes(content[PAGE_SIZE_PLACE])
    size = LARGEST_PAGE if size == 1 else size
    return size if size >= SECTOR and size.bit_count() == 1 else USUAL_PAGE


def flip_bit(content: bytearray, _page: int, random: Random) -> tuple[int, ...]:
    """Flip one bit anywhere."""
    place = random.randrange(len(content))
    content[place] ^= 1 << random.randrange(8)
    return (place,)


def zero_sector(content: bytearray, _page: int, random: Random) -> tuple[int, ...]:
    """Zero one sector."""
    return (zero(content, SECTOR, random),)


def zero_page(content: bytearray, page: int, random: Random) -> tuple[int, ...]:
    """Zero one page."""
    return (zero(content, page, random),)


def zero(content: bytearray, size: int, random: Random) -> int:
    """Zero one block, and return where it begins."""
    place = random.randrange(0, len(content), size)
    end = min(place + size, len(content))
    content[place:end] = bytes(end - place)
    return place


def truncate(content: bytearray, _page: int, random: Random) -> tuple[int, ...]:
    """Cut the end off, at any byte."""
    place = random.randrange(len(content))
    del content[place:]
    return (place,)


def swap_pages(content: bytearray, page: int, random: Random) -> tuple[int, ...]:
    """Swap two pages; a file of one page stays as it is."""
    pages = range(0, len(content) - page + 1, page)
    if len(pages) < len(("one", "other")):
        return ()
    one, other = random.sample(pages, 2)
    first, second = content[one : one + page], content[other : other + page]
    content[one : one + page], content[other : other + page] = second, first
    return (one, other)


Harm = Callable[[bytearray, int, Random], tuple[int, ...]]

HARMS: dict[Kind, Harm] = {
    Kind.FLIPPED_BIT: flip_bit,
    Kind.ZEROED_SECTOR: zero_sector,
    Kind.ZEROED_PAGE: zero_page,
    Kind.TRUNCATED: truncate,
    Kind.SWAPPED_PAGES: swap_pages,
}
