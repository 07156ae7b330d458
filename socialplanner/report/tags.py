"""What a piece of a page is, for readers that follow the structure instead of the eye."""

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, Optional


@unique
class Role(StrEnum):
    """Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    DIVISION = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    REFERENCE = "Reference"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"


GROUPS: Final = frozenset(
    {
        Role.DOCUMENT,
        Role.SECTION,
        Role.DIVISION,
        Role.LIST,
        Role.ITEM,
        Role.TABLE,
        Role.ROW,
        Role.CONTENTS,
    }
)
"""Roles that hold other pieces and no words of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """The role of one piece, and what is said of it instead of seeing it.

    A tag stands for one piece wherever its parts are drawn, so that a paragraph that goes on over
    a page stays one paragraph. `parent` is the piece it belongs to where that is no block.
    """

    role: Role
    alternative: str = ""
    parent: Optional["Tag"] = None
