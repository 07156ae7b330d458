"""Walk what is drawn on the pages of a PDF: marks, their words, and strokes outside of any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from unicodedata import bidirectional, east_asian_width

import pikepdf
from pikepdf import Name, Object, Operator, Page

PAINTING: Final = frozenset("S s f F f* B B* b b* Tj TJ ' \" Do sh EI".split())  # noqa: SIM905 - as in a stream
SHOWING: Final = frozenset({"Tj", "TJ", "'", '"'})
MAY_BE_EMPTY: Final = frozenset({"TD", "TH"})
LEFTWARD: Final = frozenset({"R", "AL"})
"""Letters that run to the left: their lines are written from the end, where no space is."""

BREAKS_AFTER: Final = " \t-–—/?&="
LONG_WORD: Final = 24
"""Characters of a word that may be broken without a sign."""

_CODE: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_CHARACTERS: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES: Final = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])", re.DOTALL
)


@dataclass(slots=True)
class Mark:
    """Marked content: its tag, its number unless it is an artifact, and the words in it."""

    tag: str
    number: int | None
    words: str = ""
    strokes: int = 0


@dataclass(slots=True)
class PageContent:
    """What a page draws, in order."""

    marks: list[Mark] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """Return the numbers of the marks, in drawn order."""
        return [mark.number for mark in self.marks if mark.number is not None]


def page_content(page: Page) -> PageContent:
    """Return what a page draws, and what is wrong with its marks."""
    walk = _Walk(page)
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            walk.paint()
        else:
            walk.step(instruction.operator, instruction.operands)
    if walk.open:
        walk.fault("marked content is not closed")
    for drawn in (page.get("/Resources", pikepdf.Dictionary()).get("/XObject") or {}).values():
        if drawn.get("/Subtype") != Name.Image:
            walk.fault("a form is drawn, and what is in it was not looked at")
    return walk.found


class _Walk:
    """Goes through the operators of one page."""

    def __init__(self, page: Page) -> None:
        self.found = PageContent()
        self.open: list[Mark] = []
        self._resources = page.get("/Resources", pikepdf.Dictionary())
        self._maps = {name: Codes(font) for name, font in _fonts(self._resources)}
        self._font: Codes | None = None
        self._height, self._last = 0.0, 0.0

    def fault(self, words: str) -> None:
        self.found.faults.append(words)

    def step(self, operator: Operator, operands: object) -> None:
        name, given = str(operator), list(operands)  # type: ignore[call-overload] # pikepdf's own list
        if name in {"BDC", "BMC"}:
            self._begin(given)
        elif name == "EMC":
            self._end()
        elif name == "Tf":
            self._font = self._maps.get(str(given[0]))
        elif name == "Tm":
            self._height = float(given[5])
        elif name in {"Td", "TD", "T*"}:
            self.fault(f"{name} moves text, and where to was not followed")
        elif name in PAINTING:
            self.paint(name)
            if name in SHOWING:
                self._show(given[-1])

    def _begin(self, given: list[Object]) -> None:
        number = None
        if len(given) > 1:
            said = given[1]
            if isinstance(said, Name):
                said = self._resources.Properties[str(said)]
            number = None if said.get("/MCID") is None else int(said.MCID)
        mark = Mark(str(given[0]).removeprefix("/"), number)
        if self.open:
            self.fault(f"{mark.tag} begins inside of {self.open[-1].tag}")
        if number is None and mark.tag != "Artifact":
            self.fault(f"{mark.tag} has no number")
        self.open.append(mark)
        self.found.marks.append(mark)

    def _end(self) -> None:
        if self.open:
            mark = self.open.pop()
            is_empty = not (mark.words.strip() or mark.strokes)
            if mark.number is not None and is_empty and mark.tag not in MAY_BE_EMPTY:
                self.fault(f"a mark of a {mark.tag} holds nothing")
        else:
            self.fault("marked content ends that never began")

    def paint(self, name: str = "") -> None:
        if self.open:
            self.open[-1].strokes += name not in SHOWING
        else:
            self.fault("something is painted that is neither tagged nor an artifact")

    def _show(self, shown: Object) -> None:
        pieces = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
        strings = [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]
        if self._font is None:
            self.fault("text is shown without a font")
            return
        for string in strings:
            words, unmapped = self._font.decoded(string)
            if unmapped:
                self.fault(f"{self._font.name} shows codes that it maps to no character")
            if self.open:
                self._say(self.open[-1], words)

    def _say(self, mark: Mark, words: str) -> None:
        if mark.number is not None and mark.tag != "Figure" and self._height != self._last:
            self.found.faults.extend(joined(mark.words, words))
        mark.words += words
        self._last = self._height


def joined(before: str, after: str) -> Iterator[str]:
    """Yield a fault where words of two lines run together; only long words go over a line's end."""
    if before and after and before[-1] not in BREAKS_AFTER and not after[0].isspace():
        word = before.rsplit(maxsplit=1)[-1] + after.split(maxsplit=1)[0]
        is_wide = any(east_asian_width(letter) in {"W", "F"} for letter in word)
        if len(word) < LONG_WORD and not is_wide and not _runs_leftward(before + after):
            yield f"two lines run together: {word!r}"


def _runs_leftward(words: str) -> bool:
    return any(bidirectional(letter) in LEFTWARD for letter in words)


class Codes:
    """What the codes of a font mean when they are copied."""

    def __init__(self, font: Object) -> None:
        self.name = str(font.get("/BaseFont", "a font"))
        self.size = 2 if font.get("/Subtype") == Name.Type0 else 1
        table = font.get("/ToUnicode")
        self.characters = {} if table is None else dict(_mapped(table.read_bytes()))

    def decoded(self, string: bytes) -> tuple[str, bool]:
        """Return the words of a string, and whether a code of it means nothing."""
        steps = range(0, len(string), self.size)
        codes = [int.from_bytes(string[step : step + self.size], "big") for step in steps]
        words = "".join(self.characters.get(code, "\ufffd") for code in codes)
        return words, any(code not in self.characters for code in codes)


def _mapped(table: bytes) -> Iterator[tuple[int, str]]:
    for block in _CHARACTERS.findall(table):
        codes = [bytes.fromhex(code.decode()) for code in _CODE.findall(block)]
        for code, means in zip(codes[::2], codes[1::2], strict=True):
            yield int.from_bytes(code, "big"), means.decode("utf-16-be")
    for block in _RANGES.findall(table):
        for first, last, means in _RANGE.findall(block):
            yield from _in_range(int(first, 16), int(last, 16), means)


def _in_range(first: int, last: int, means: bytes) -> Iterator[tuple[int, str]]:
    targets = [bytes.fromhex(code.decode()) for code in _CODE.findall(means)]
    if means.startswith(b"["):
        for place, target in enumerate(targets):
            yield first + place, target.decode("utf-16-be")
        return
    base = targets[0].decode("utf-16-be")
    for code in range(first, last + 1):
        yield code, base[:-1] + chr(ord(base[-1]) + code - first)


def _fonts(resources: Object) -> Iterator[tuple[str, Object]]:
    fonts = resources.get("/Font")
    if fonts is not None:
        for name, font in fonts.items():
            yield str(name), font
