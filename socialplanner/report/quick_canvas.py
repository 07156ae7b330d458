"""ReportLab's canvas with quicker text: the same bytes, without what only its own layout needs."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

if TYPE_CHECKING:
    from collections.abc import Callable


class QuickText(PDFTextObject):
    """Text that keeps no cursor: every line of ours says where it begins."""

    if TYPE_CHECKING:
        _code: list[str]
        _canvas: Any
        _fontname: str
        _fontsize: float
        _leading: float
        _curSubset: int  # noqa: N815 - ReportLab's name

    def setTextOrigin(self, x: float, y: float) -> None:  # noqa: N802 - ReportLab's name
        """Begin a line."""
        self._code.append(f"1 0 0 1 {fp_str(x, y)} Tm")

    def textOut(self, text: str) -> None:  # noqa: N802 - ReportLab's name
        """Write on; widths were reckoned when the line was broken."""
        document = self._canvas._doc  # noqa: SLF001
        escape: Callable[[bytes], str] = self._canvas._escape  # noqa: SLF001
        font: Any = getFont(self._fontname)
        written = []
        for subset, codes in font.splitString(text, document):
            if subset != self._curSubset:
                name = font.getSubsetInternalName(subset, document)
                written.append(f"{name} {_size(self._fontsize, self._leading)}")
                self._curSubset = subset
            written.append(f"({escape(codes)}) Tj")
        self._code.append(" ".join(written))


@lru_cache(maxsize=256)
def _size(size: float, leading: float) -> str:
    return f"{fp_str(size)} Tf {fp_str(leading)} TL"


class QuickCanvas(Canvas):
    """A canvas whose text is quick."""

    def beginText(  # noqa: N802 - ReportLab's name
        self, x: float = 0, y: float = 0, direction: Literal["LTR", "RTL"] | None = None
    ) -> QuickText:
        """Return a fresh text."""
        return QuickText(self, x, y, direction=direction)
