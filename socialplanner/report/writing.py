"""Write the lines of a text: most are written as they were typed, the others piece by piece."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from socialplanner.report.lines import Run, Setting
from socialplanner.report.streams import Piece, pieces

_Place = tuple[float, float]
Boxed = tuple[str, _Place]
"""A character that no font shows, and where its box stands."""


class Line(Protocol):
    """Runs that begin at a place; y is the baseline, from the top of the page."""

    @property
    def x(self) -> float:
        """Return where the line begins."""

    @property
    def y(self) -> float:
        """Return the baseline."""

    @property
    def runs(self) -> Sequence[Run]:
        """Return the text in its order."""


def write_lines(
    text: Any,  # noqa: ANN401 - ReportLab's text object
    lines: Iterable[Line],
    setting: tuple[float, float],
    height: float,
) -> Sequence[Boxed]:
    """Write lines in a size and spacing on a page of a height.

    Return the characters in boxes, whose numbers are still to be drawn.
    """
    boxes: list[Boxed] = []
    size, tracking = setting
    if tracking:
        text.setCharSpace(tracking)
    font = ""
    for line in lines:
        if any(run.level or not run.shown or run.face.shaper for run in line.runs):
            whole = Setting(size=size, tracking=tracking)
            found = pieces(line.runs, whole)
            boxes += _write_pieces(text, found, whole, (line.x, height - line.y))
            font = ""
            continue
        text.setTextOrigin(line.x, height - line.y)
        for run in line.runs:
            if run.face.name != font:
                font = run.face.name
                text.setFont(font, size, size)
            text.textOut(run.text)
    if tracking:
        text.setCharSpace(0)
    return boxes


def _write_pieces(
    text: Any,  # noqa: ANN401 - ReportLab's text object
    found: Iterable[Piece],
    setting: Setting,
    place: _Place,
) -> list[Boxed]:
    boxes: list[Boxed] = []
    x, y = place
    for piece in found:
        text.setTextOrigin(x + piece.x, y)
        text.setFont(piece.face.name, setting.size, setting.size)
        if setting.tracking:
            text.setCharSpace(setting.tracking if piece.spaced else 0)
        if piece.glyphs:
            _write_glyphs(text, piece, setting.size)
        else:
            text.textOut(piece.text)
        if piece.boxes:
            step = piece.face.width(piece.text, setting.size) / len(piece.text)
            boxes += ((one, (x + piece.x + n * step, y)) for n, one in enumerate(piece.text))
    if setting.tracking:
        text.setCharSpace(setting.tracking)
    return boxes


def _write_glyphs(text: Any, piece: Piece, size: float) -> None:  # noqa: ANN401 - ReportLab's
    """Write glyphs each at its place."""
    operators = text._code  # noqa: SLF001 - ReportLab has no such operator
    document = text._canvas._doc  # noqa: SLF001 - subsets of fonts are kept by document
    font = piece.face.loaded
    written: list[str] = []
    subset, pen = -1, 0.0
    for code, x, width in piece.glyphs:
        ((found, codes),) = font.splitString(code, document)
        if found != subset:
            operators += _shown(written)
            written, subset = [], found
            operators.append(f"{font.getSubsetInternalName(subset, document)} {size:g} Tf")
        move = round(x - pen)
        written.append(f"{-move}<{codes.hex()}>" if move else f"<{codes.hex()}>")
        pen += move + width
    operators += _shown(written)


def _shown(written: Sequence[str]) -> list[str]:
    return [f"[{''.join(written)}] TJ"] if written else []
