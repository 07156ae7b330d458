"""Draw on a page: the only module that touches ReportLab's canvas.

Places are points from the upper left corner of the page, y downward, as in chart scenes.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from socialplanner.presentation.scenes.shapes import Point
from socialplanner.report.boxes import draw_number
from socialplanner.report.characters import normalise
from socialplanner.report.fonts import prepare
from socialplanner.report.lines import Run
from socialplanner.report.logo import Logo
from socialplanner.report.marks import Marks
from socialplanner.report.metadata import About, Target, describe, tag, tag_page
from socialplanner.report.quick_canvas import QuickCanvas
from socialplanner.report.styles import Paint, Paper, Theme
from socialplanner.report.tags import Tag
from socialplanner.report.writing import write_lines

_ROUND: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Runs of text that begin at a place; y is the baseline."""

    x: float
    y: float
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line looks."""

    paint: Paint
    width: float = 0.5
    dash: Sequence[float] = ()


class Pen:
    """Draws pages one after another and gives the file at the end."""

    canvas: type[Canvas] = QuickCanvas

    def __init__(
        self, paper: Paper, theme: Theme, about: About, *, is_tagged: bool = False
    ) -> None:
        """Begin a file with its first page; a tagged one says what every piece of it is."""
        prepare()
        self.theme = theme
        self.paper = paper
        self.unshown: set[str] = set()
        self._pictures: dict[Logo, ImageReader] = {}
        self._file = BytesIO()
        self._canvas = self.canvas(
            self._file,
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=about.language,
        )
        describe(self._canvas, about)
        self._marks: Marks | None = None
        if is_tagged:
            canvas = self._canvas
            self._marks = Marks(lambda: canvas._code, canvas.getPageNumber)  # type: ignore[attr-defined]  # noqa: SLF001

    def enter(self, tag: Tag) -> None:
        """Let what is drawn from now on belong to a piece of the document."""
        if self._marks is not None:
            self._marks.enter(tag)

    def leave(self) -> None:
        """Go back to the piece that was being drawn before."""
        if self._marks is not None:
            self._marks.leave()

    @contextmanager
    def within(self, tag: Tag) -> Iterator[None]:
        """Let what is drawn while the context lasts belong to a piece."""
        self.enter(tag)
        yield
        self.leave()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Let what is drawn while the context lasts be no part of the document."""
        if self._marks is None:
            yield
            return
        with self._marks.muted():
            yield

    def frame(self, x: float, y: float, size: tuple[float, float]) -> None:
        """Say where the piece being drawn lies."""
        if self._marks is not None:
            foot = self.paper.height - y - size[1]
            self._marks.structure.current.box = (x, foot, x + size[0], foot + size[1])

    def link(self, target: Target, x: float, y: float, size: tuple[float, float]) -> None:
        """Let a place lead somewhere; its upper left corner is x, y."""
        foot = self.paper.height - y - size[1]
        box = pdfdoc.PDFArray([round(side, 2) for side in (x, foot, x + size[0], foot + size[1])])
        entries = {**target.entries(self._canvas), "Rect": box}
        name = f"link{self._canvas._annotationCount}"  # type: ignore[attr-defined]  # noqa: SLF001
        if self._marks is not None:
            self._marks.close()
            page = self._canvas.getPageNumber()
            entries["StructParent"] = self._marks.structure.linked(page, name)
        self._canvas._addAnnotation(pdfdoc.PDFDictionary(entries), name)  # type: ignore[attr-defined]  # noqa: SLF001

    def write(
        self, lines: Iterable[Written], *, size: float, paint: Paint, tracking: float = 0.0
    ) -> None:
        """Write lines of text in one size and colour."""
        if self._marks is not None:
            lines = tuple(lines)
            self._marks.words([line.runs for line in lines])
        text = self._canvas.beginText()
        text.setFillColorRGB(*self.theme[paint])
        boxes = write_lines(text, lines, (size, tracking), self.paper.height)
        self._canvas.drawText(text)
        for character, place in boxes:
            self.unshown.add(character)
            draw_number(self._canvas, character, place, size)

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        """Draw an open line."""
        self._path(points, fill=None, stroke=stroke, closed=False)

    def polygon(
        self, points: Sequence[Point], *, fill: Paint | None = None, stroke: Stroke | None = None
    ) -> None:
        """Draw a closed shape."""
        self._path(points, fill=fill, stroke=stroke, closed=True)

    def _path(
        self, points: Sequence[Point], *, fill: Paint | None, stroke: Stroke | None, closed: bool
    ) -> None:
        if not points or (fill is None and stroke is None):
            return
        self._strokes()
        self._set(fill, stroke)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.paper.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.paper.height - y)
        if closed:
            path.close()
        self._canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))

    def box(self, x: float, y: float, size: tuple[float, float], fill: Paint) -> None:
        """Fill a rectangle whose upper left corner is x, y."""
        width, height = size
        if width > 0 and height > 0:
            self._strokes()
            self._set(fill, None)
            self._canvas.rect(x, self.paper.height - y - height, width, height, stroke=0, fill=1)

    def dot(self, centre: Point, radius: float, *, fill: Paint, stroke: Stroke | None) -> None:
        """Draw a circle."""
        self._strokes()
        self._set(fill, stroke)
        x, y = centre[0], self.paper.height - centre[1]
        self._canvas.circle(x, y, radius, stroke=int(stroke is not None), fill=1)

    def _strokes(self) -> None:
        if self._marks is not None:
            self._marks.strokes()

    def _set(self, fill: Paint | None, stroke: Stroke | None) -> None:
        canvas = self._canvas
        if fill is not None:
            canvas.setFillColorRGB(*self.theme[fill])
        if stroke is not None:
            canvas.setStrokeColorRGB(*self.theme[stroke.paint])
            canvas.setLineWidth(stroke.width)
            canvas.setLineJoin(_ROUND)
            canvas.setDash(list(stroke.dash))

    def picture(self, logo: Logo, x: float, y: float, size: tuple[float, float]) -> None:
        """Draw a logo whose upper left corner is x, y; it is in the file once."""
        width, height = size
        if logo not in self._pictures:
            self._pictures[logo] = ImageReader(logo.picture)
        self._strokes()
        self._canvas.drawImage(
            self._pictures[logo], x, self.paper.height - y - height, width, height
        )

    @contextmanager
    def clipped(self, x: float, y: float, size: tuple[float, float]) -> Iterator[None]:
        """Draw nothing outside a rectangle while the context lasts."""
        canvas = self._canvas
        self._unmark()
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, self.paper.height - y - size[1], size[0], size[1])
        canvas.clipPath(path, stroke=0, fill=0)
        yield
        self._unmark()
        canvas.restoreState()

    def _unmark(self) -> None:
        if self._marks is not None:
            self._marks.close()

    def outline(self, title: str, *, level: int, top: float) -> str:
        """Add an entry to the document's outline; return the name of the place it leads to."""
        name = f"entry{len(self._canvas._outlines)}-{self._canvas.getPageNumber()}-{top:.1f}"  # type: ignore[attr-defined]  # noqa: SLF001
        self._canvas.bookmarkHorizontal(name, 0, self.paper.height - top)
        self._canvas.addOutlineEntry(
            " ".join(normalise(title).split()), name, level=level, closed=False
        )
        return name

    def place(self, name: str) -> None:
        """Give the top of this page a name that a link can lead to."""
        self._canvas.bookmarkPage(name)

    def next_page(self) -> None:
        """End this page."""
        self._unmark()
        page = self._canvas.getPageNumber()
        self._canvas.showPage()
        if self._marks is not None:
            tag_page(self._canvas, page)

    def finish(self) -> bytes:
        """Return the whole file."""
        if self._marks is not None:
            tag(self._canvas, self._marks.structure)
        self._canvas.save()
        return self._file.getvalue()
