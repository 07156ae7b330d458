"""What a plan says, apart from how a page shows it: one vocabulary for PDF and word processors.

Sections make these values; `setting` makes blocks of a page from them, `word` paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.presentation.summary.parts import KeyFigure, Statement


@unique
class Look(StrEnum):
    """How a paragraph stands out."""

    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    NOTE = "note"


@unique
class CellLook(StrEnum):
    """How the cells of a column stand out; figures stand at the right."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    FIGURE = "figure"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHead:
    """The number and name of a part, and its conclusion in large type."""

    number: str
    label: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a part; `text` is a first sentence that stays with it."""

    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Statements, each its point in bold and then what bears it out; numbered where wanted."""

    statements: tuple[Statement, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Items of a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """Figures that are seen before anything is read."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Words of one cell that stand out from their column."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Words that lead to a secure page of the web, which the catalogue names."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Things to tick off by hand, each with an empty box."""

    items: tuple[str, ...]


CellContent = str | Strong | Address | Ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a grid; `fixed` is in points, otherwise `weight` shares what is left."""

    title: str
    fixed: float = 0.0
    weight: float = 1.0
    look: CellLook = CellLook.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table without boxes; small type where it holds much, tight where a page must hold it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[CellContent, ...], ...]
    is_small: bool = False
    is_tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of figures; its rows say the same in words."""

    scene: Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Content on a tinted ground under its label."""

    label: str
    content: "Content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copyable:
    """Words meant to be copied, under their label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """The sender's own words on what stands beside them."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two pieces beside one another where there is room: halves, or text with a margin."""

    left: "Content"
    right: "Content"
    is_margin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Content that stays on one page where a page can hold it."""

    content: "Content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What explains and may be left out of a brief plan; never what makes a figure honest."""

    content: "Content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """Room to write something by hand, after its label."""

    label: str


Node = (
    SectionHead
    | Heading
    | Passage
    | Findings
    | Bullets
    | KeyFigures
    | Grid
    | Chart
    | Panel
    | Copyable
    | Remark
    | Beside
    | Whole
    | Detail
    | Blank
)
Content = Sequence[Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A piece of a plan that begins on a page of its own; `part` is None for the sender's words.

    `title` stands at the head of its pages. Several sections of one part share it; all but the
    last of them are continued.
    """

    title: str
    content: tuple[Node, ...]
    part: PlanPart | None = None
    is_continued: bool = False


def lead(text: str) -> Passage:
    """Return the paragraph that says a part in two sentences."""
    return Passage(text=text, look=Look.LEAD)


def body(text: str) -> Passage:
    """Return a paragraph of running text."""
    return Passage(text=text)


def note(text: str) -> Passage:
    """Return a source or a remark in small type."""
    return Passage(text=text, look=Look.NOTE)


def caption(text: str) -> Passage:
    """Return a small label over what follows."""
    return Passage(text=text, look=Look.CAPTION)
