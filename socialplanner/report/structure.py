"""The structure of a PDF: what its pieces are, in reading order, and where their words stand.

It follows ISO 32000-1, 14.7 and 14.8; written as text, so that a thousand pieces cost little.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from socialplanner.report.lines import Run
from socialplanner.report.tags import GROUPS, Role, Tag

_FIRST_LINK: Final = 1_000_000
"""Keys of links in the tree of parents; those of pages lie below."""

_ATTRIBUTES: Final = {
    Role.HEAD_CELL: "/A<</O/Table/Scope/Column>>",
}


class Mark(NamedTuple):
    """A piece of a page's content: the page's number from 1, and the mark's on it from 0."""

    page: int
    number: int


class Link(NamedTuple):
    """A place on a page that leads somewhere; `name` is the annotation's."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """One piece: its role, and its parts in reading order."""

    role: Role
    alternative: str = ""
    parts: "list[Element | Mark | Link]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    lines: list[Sequence[Run]] = field(default_factory=list)
    is_turned: bool = False

    def say(self, lines: Sequence[Sequence[Run]]) -> None:
        """Keep lines as they are read; some are written from right to left."""
        self.lines += lines
        if not self.is_turned:
            self.is_turned = any(run.level for runs in lines for run in runs)


class Structure:
    """Grows while pages are drawn: which piece is being drawn, and which marks are whose."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element(Role.DOCUMENT)
        self._pieces: dict[Tag, Element] = {}
        self._within: list[Element] = [self.root]
        self._pages: dict[int, list[Element]] = {}
        self._links: list[Element] = []

    def enter(self, tag: Tag) -> None:
        """Let what is drawn from now on belong to a piece."""
        self._within.append(self._piece(tag))

    def leave(self) -> None:
        """Go back to the piece that was being drawn before."""
        self._within.pop()

    @property
    def current(self) -> Element:
        """Return the piece that is being drawn."""
        return self._within[-1]

    def _piece(self, tag: Tag) -> Element:
        found = self._pieces.get(tag)
        if found is None:
            above = self._within[-1] if tag.parent is None else self._piece(tag.parent)
            found = self._pieces[tag] = Element(tag.role, tag.alternative)
            above.parts.append(found)
        return found

    def words(self) -> Element | None:
        """Return the piece that words drawn now belong to: None outside of every piece."""
        current = self._within[-1]
        if current is self.root:
            return None
        if current.role in GROUPS:
            inner = Element(Role.PARAGRAPH)
            current.parts.append(inner)
            return inner
        return current

    def marked(self, element: Element, page: int) -> int:
        """Return the number of a new mark on a page, which belongs to a piece."""
        owners = self._pages.setdefault(page, [])
        element.parts.append(Mark(page, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def linked(self, page: int, name: str) -> int:
        """Let a link belong to the piece being drawn and return its key in the tree of parents."""
        self.current.parts.append(Link(page, name))
        self._links.append(self.current)
        return _FIRST_LINK + len(self._links) - 1

    def has_marks(self, page: int) -> bool:
        """Return whether something on a page belongs to a piece."""
        return page in self._pages

    def objects(
        self, first: int, page_number: Callable[[int], int], link_number: Callable[[str], int]
    ) -> list[str]:
        """Return PDF objects with numbers from `first` on: the root of the tree, then all pieces.

        `page_number` gives the number of a page's object, `link_number` that of an annotation's.
        """
        elements = list(_all(self.root))
        numbers = {id(element): first + 1 + place for place, element in enumerate(elements)}
        parents = {
            id(part): numbers[id(element)]
            for element in elements
            for part in element.parts
            if isinstance(part, Element)
        }
        writer = _Writer(numbers, page_number, link_number)
        written = [writer.element(element, parents.get(id(element), first)) for element in elements]
        return [self._tree(numbers), *written]

    def _tree(self, numbers: dict[int, int]) -> str:
        by_page = (
            f"{page - 1}[{' '.join(f'{numbers[id(owner)]} 0 R' for owner in owners)}]"
            for page, owners in sorted(self._pages.items())
        )
        by_link = (
            f"{_FIRST_LINK + place} {numbers[id(owner)]} 0 R"
            for place, owner in enumerate(self._links)
        )
        entries = "\n".join((*by_page, *by_link))
        return (
            f"<</Type/StructTreeRoot/K[{numbers[id(self.root)]} 0 R]"
            f"/ParentTree<</Nums[{entries}]>>/ParentTreeNextKey {_FIRST_LINK + len(self._links)}>>"
        )


class _Writer:
    """Writes pieces as PDF dictionaries."""

    def __init__(
        self,
        numbers: dict[int, int],
        page_number: Callable[[int], int],
        link_number: Callable[[str], int],
    ) -> None:
        """Write with the numbers of all objects."""
        self._numbers = numbers
        self._page_number = page_number
        self._link_number = link_number

    def element(self, element: Element, parent: int) -> str:
        """Return one piece; marks on its first page are mere numbers."""
        page = next((part.page for part in element.parts if isinstance(part, Mark)), 0)
        on_page = f"/Pg {self._page_number(page)} 0 R" if page else ""
        kids = " ".join(self._part(part, page) for part in element.parts)
        return (
            f"<</Type/StructElem/S/{element.role}/P {parent} 0 R{on_page}/K[{kids}]"
            f"{_attributes(element)}>>"
        )

    def _part(self, part: Element | Mark | Link, page: int) -> str:
        if isinstance(part, Element):
            return f"{self._numbers[id(part)]} 0 R"
        there = f"/Pg {self._page_number(part.page)} 0 R"
        if isinstance(part, Link):
            return f"<</Type/OBJR{there}/Obj {self._link_number(part.name)} 0 R>>"
        if part.page == page:
            return str(part.number)
        return f"<</Type/MCR{there}/MCID {part.number}>>"


def _attributes(element: Element) -> str:
    written = _ATTRIBUTES.get(element.role, "")
    if element.box is not None:
        box = " ".join(f"{side:.2f}" for side in element.box)
        written += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    if element.alternative:
        written += f"/Alt{text_string(element.alternative)}"
    elif element.is_turned and all(isinstance(part, Mark) for part in element.parts):
        said = "".join(run.text for runs in element.lines for run in runs)
        written += f"/ActualText{text_string(said)}"
    return written


def text_string(text: str) -> str:
    """Return a text as a PDF string of UTF-16, whatever characters it has."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _all(root: Element) -> Iterator[Element]:
    """Yield a piece and all below it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(part for part in element.parts if isinstance(part, Element))
