"""Walk the structure tree of a PDF and say what is wrong in it (ISO 32000-1, 14.7 and 14.8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from tests.report.pdf_content import MAY_BE_EMPTY

_ROLES: Final = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct H H1 H2 H3 H4 H5 H6 P "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot "
    "Figure Formula Form"
)
STANDARD: Final = frozenset(_ROLES.split())
HOLDS: Final = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
"""What some pieces may hold, and nothing else."""

WITHIN: Final = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
"""What some pieces have to stand in."""

_HEADING: Final = re.compile(r"H([1-6])")


@dataclass(frozen=True, slots=True)
class Piece:
    """An element of the tree: its role, where it is, and its parts in order."""

    role: str
    element: Object
    parts: "list[Piece | Content | Annotation]" = field(default_factory=list)

    def roles(self) -> list[str]:
        """Return the roles of the pieces in it."""
        return [part.role for part in self.parts if isinstance(part, Piece)]

    def all(self) -> "Iterator[Piece]":
        """Yield this piece and all below it, in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Piece):
                yield from part.all()

    def contents(self) -> "Iterator[Content]":
        """Yield all marked content in it, in reading order."""
        for part in self.parts:
            if isinstance(part, Piece):
                yield from part.contents()
            elif isinstance(part, Content):
                yield part


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: the object of its page, and its number there."""

    page: tuple[int, int]
    number: int
    owner: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that belongs to a piece."""

    annotation: Object


def tree_of(pdf: Pdf) -> Piece:
    """Return the whole tree."""
    return _piece(pdf.Root.StructTreeRoot, None)


def parents_of(pdf: Pdf) -> dict[int, Object]:
    """Return the tree of parents by key."""
    root = pdf.Root.StructTreeRoot
    return dict(_numbers(root.ParentTree)) if "/ParentTree" in root else {}


def tree_faults(root: Piece) -> Iterator[str]:
    """Yield what is wrong with the pieces, apart from what they hold on the pages."""
    pieces = [piece for piece in root.all() if piece is not root]
    if root.roles() != ["Document"]:
        yield f"the tree begins with {root.roles()}, not with one Document"
    for piece in root.all():
        yield from _place_faults(piece)
    for piece in pieces:
        yield from _own_faults(piece)
        yield from _table_faults(piece)
    yield from heading_faults([piece.role for piece in pieces])


def heading_faults(roles: list[str]) -> Iterator[str]:
    """Yield what is wrong with the order of headings: one H1 first, and no level skipped."""
    found = [_HEADING.fullmatch(role) for role in roles]
    levels = [int(level[1]) for level in found if level]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"headings are not one H1 and others below it: {levels[:20]}"
    for one, other in pairwise(levels):
        if other > one + 1:
            yield f"H{other} follows H{one}: a level is skipped"


def _place_faults(piece: Piece) -> Iterator[str]:
    for part in piece.parts:
        if not isinstance(part, Piece):
            continue
        if part.element.get("/P", Dictionary()).objgen != piece.element.objgen:
            yield f"a {part.role} names another parent than the one it stands in"
        if part.role in WITHIN and piece.role not in WITHIN[part.role]:
            yield f"a {part.role} stands in a {piece.role}"
    allowed = HOLDS.get(piece.role)
    if allowed and not all(isinstance(p, Piece) and p.role in allowed for p in piece.parts):
        yield f"a {piece.role} holds {piece.roles()} or content of its own"


def _own_faults(piece: Piece) -> Iterator[str]:
    role, element = piece.role, piece.element
    if role not in STANDARD:
        yield f"{role} is no standard role"
    if not piece.parts and role not in MAY_BE_EMPTY:
        yield f"a {role} is empty"
    if role == "LI" and (
        piece.roles().count("LBody") != 1 or piece.roles()[:-1] not in ([], ["Lbl"])
    ):
        yield f"an LI holds {piece.roles()}, not one LBody after at most one Lbl"
    if role == "Figure":
        yield from _figure_faults(element)
    if role == "TH" and _attribute(element, "/Scope") is None:
        yield "a TH has no Scope"
    if role == "Link" and not any(isinstance(part, Annotation) for part in piece.parts):
        yield "a Link holds no annotation"


def _figure_faults(element: Object) -> Iterator[str]:
    if not str(element.get("/Alt", "")).strip():
        yield "a Figure has no alternative text"
    box = _attribute(element, "/BBox")
    sides = [float(side) for side in box] if isinstance(box, Array) else []
    if len(sides) != 4 or sides[0] >= sides[2] or sides[1] >= sides[3]:
        yield f"a Figure does not say where it lies: {sides}"


def _table_faults(piece: Piece) -> Iterator[str]:
    if piece.role != "Table":
        return
    rows = [row.roles() for row in piece.all() if row.role == "TR"]
    if not rows or not any("TH" in row for row in rows):
        yield "a Table has no TH"
    if len({len(row) for row in rows}) > 1:
        yield f"the rows of a Table have {sorted({len(row) for row in rows})} cells"


def _attribute(element: Object, name: str) -> Object | None:
    said = element.get("/A")
    for attributes in said if isinstance(said, Array) else [said]:
        if isinstance(attributes, Dictionary) and name in attributes:
            return attributes[name]
    return None


def _piece(element: Object, page: Object | None) -> Piece:
    page = element.get("/Pg", page)
    piece = Piece(str(element.get("/S", "/root")).removeprefix("/"), element)
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [] if kids is None else [kids]:
        piece.parts.append(_part(kid, element, page))
    return piece


def _part(kid: object, element: Object, page: Object | None) -> Piece | Content | Annotation:
    if not isinstance(kid, Dictionary):
        if page is None:
            raise ValueError("a number stands in the tree without a page")
        return Content(page.objgen, int(str(kid)), element.objgen)
    kind = kid.get("/Type")
    if kind == pikepdf.Name.MCR:
        where = kid.get("/Pg") or page
        if where is None:
            raise ValueError("a mark stands in the tree without a page")
        return Content(where.objgen, int(kid.MCID), element.objgen)
    if kind == pikepdf.Name.OBJR:
        return Annotation(kid.Obj)
    return _piece(kid, page)


def _numbers(node: Object) -> Iterator[tuple[int, Object]]:
    found = list(node.get("/Nums", Array()))
    for key, value in zip(found[::2], found[1::2], strict=True):
        yield int(key), value
    for kid in node.get("/Kids", Array()):
        yield from _numbers(kid)
