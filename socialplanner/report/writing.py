"""Write the lines of a text: most are written as they were typed, the others piece by piece."""

from collections.abc import Iterable, Sequence
from typing import Any

from socialplanner.report.boxes import draw_number
from socialplanner.report.lines import Run, Setting
from socialplanner.report.streams import Piece, pieces


class LineWriter:
    """Writes lines in one size with ReportLab's text object."""

    def __init__(self, text: Any, setting: Setting) -> None:  # noqa: ANN401 - ReportLab's
        """Begin a text."""
        self.unshown: set[str] = set()
        self._text = text
        self._setting = setting
        self._font = ""
        self._boxes: list[tuple[str, float, float]] = []
        self._space(setting.tracking)

    def line(self, runs: Sequence[Run], x: float, y: float) -> None:
        """Write a line that begins at x, with its baseline at y."""
        self._text.setTextOrigin(x, y)
        for index, run in enumerate(runs):
            if not run.simple:
                self._pieces(pieces(runs, self._setting)[index:], x, y)
                break
            self._plain(run.face.name, run.text)

    def finish(self, canvas: Any) -> None:  # noqa: ANN401 - ReportLab's
        """End the text on the canvas."""
        self._space(0)
        canvas.drawText(self._text)
        for character, x, y in self._boxes:
            draw_number(canvas, character, (x, y), self._setting.size)

    def _space(self, tracking: float) -> None:
        if self._setting.tracking:
            self._text.setCharSpace(tracking)

    def _plain(self, font: str, text: str) -> None:
        if font != self._font:
            self._font = font
            self._text.setFont(font, self._setting.size, self._setting.size)
        self._text.textOut(text)

    def _pieces(self, found: Iterable[Piece], x: float, y: float) -> None:
        for piece in found:
            self._text.setTextOrigin(x + piece.x, y)
            self._space(self._setting.tracking if piece.spaced else 0)
            if piece.glyphs:
                self._glyphs(piece)
            else:
                self._plain(piece.face.name, piece.text)
            if piece.boxes:
                self._box(piece, x, y)
        self._space(self._setting.tracking)

    def _box(self, piece: Piece, x: float, y: float) -> None:
        self.unshown.update(piece.text)
        step = piece.face.width(piece.text, self._setting.size) / len(piece.text)
        for place, character in enumerate(piece.text):
            self._boxes.append((character, x + piece.x + place * step, y))

    def _glyphs(self, piece: Piece) -> None:
        """Write glyphs each at its place."""
        operators = self._text._code  # noqa: SLF001 - ReportLab has no such operator
        document = self._text._canvas._doc  # noqa: SLF001 - fonts are kept by document
        font = piece.face.loaded
        written: list[str] = []
        subset, pen = -1, 0.0
        for code, x, width in piece.glyphs:
            ((found, codes),) = font.splitString(code, document)
            if found != subset:
                operators += _shown(written)
                written, subset = [], found
                name = font.getSubsetInternalName(subset, document)
                operators.append(f"{name} {self._setting.size:g} Tf")
            move = round(x - pen)
            written.append(f"{-move}<{codes.hex()}>" if move else f"<{codes.hex()}>")
            pen += move + width
        operators += _shown(written)
        self._font = ""


def _shown(written: Sequence[str]) -> list[str]:
    return [f"[{''.join(written)}] TJ"] if written else []
