"""The contents: each part with its conclusion and its page, which every line leads to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report import styles
from socialplanner.report.blocks import Block
from socialplanner.report.columns import Cell, Columns
from socialplanner.report.metadata import Target
from socialplanner.report.styles import Align, Style
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import plain

TITLE: Final = "Contents"
_NUMBER: Final = replace(styles.NUMERAL, leading=16)
_TITLE: Final = replace(styles.HEADING, size=12, leading=16)
_PAGE: Final = replace(styles.CELL_FIGURE, size=9.25, leading=16)
_FIGURES: Final[Style] = replace(styles.SMALL, colour=Colour.MUTED, widest=372)
_NUMBER_WIDTH: Final = 22
_PAGE_WIDTH: Final = 34
_WHOLE_BELOW: Final = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents; its number is "" for the sender's own words."""

    number: str
    title: str
    headline: str


def contents(entries: Sequence[tuple[Entry, str, int]]) -> tuple[Block, ...]:
    """Return the contents of entries, each with the name of its place and its page."""
    whole = Tag(Role.CONTENTS)
    head = replace(plain(TITLE, styles.HEADLINE, after=14), tag=Tag(Role.H2))
    return (head, *(_line(entry, place, page, whole) for entry, place, page in entries))


def _numbered(number: str) -> Cell:
    if not number:
        return Cell(stack=(), fixed=_NUMBER_WIDTH)
    return Cell(stack=(plain(number, _NUMBER),), fixed=_NUMBER_WIDTH, tag=Tag(Role.LABEL))


def _line(entry: Entry, place: str, page: int, whole: Tag) -> Columns:
    says = f"{entry.title}, page {page}"
    title = replace(
        plain(entry.title, _TITLE), target=Target(says=says, place=place), tag=Tag(Role.LINK)
    )
    words = (title, *((plain(entry.headline, _FIGURES),) if entry.headline else ()))
    return Columns(
        cells=(
            _numbered(entry.number),
            Cell(stack=words, tag=Tag(Role.REFERENCE)),
            Cell(
                stack=(plain(str(page), replace(_PAGE, align=Align.RIGHT)),),
                fixed=_PAGE_WIDTH,
                tag=Tag(Role.PARAGRAPH),
            ),
        ),
        padding=7,
        rule=Colour.RULE,
        whole_below=_WHOLE_BELOW,
        tag=Tag(Role.CONTENTS_ITEM, parent=whole),
    )
