"""Draw on a page: the only module that touches ReportLab's canvas.

Places are points from the upper left corner of the page, y downward, as in chart scenes.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from socialplanner.presentation.scenes.shapes import Point
from socialplanner.report.characters import normalise
from socialplanner.report.fonts import prepare
from socialplanner.report.lines import Run
from socialplanner.report.logo import Logo
from socialplanner.report.styles import Paint, Paper, Theme

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


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself; the date is the plan's, never the clock's."""

    title: str
    author: str
    subject: str
    language: str
    creator: str
    day: date


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The moment ReportLab writes as the date of the file."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int = 0
    dmm: int = 0


class Pen:
    """Draws pages one after another and gives the file at the end."""

    def __init__(self, paper: Paper, theme: Theme, about: About) -> None:
        """Begin a file with its first page."""
        prepare()
        self.theme = theme
        self.paper = paper
        self.unshown: set[str] = set()
        self._pictures: dict[Logo, ImageReader] = {}
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            lang=about.language,
        )
        self._describe(about)

    def _describe(self, about: About) -> None:
        canvas = self._canvas
        canvas.setTitle(normalise(about.title))
        canvas.setAuthor(normalise(about.author))
        canvas.setSubject(normalise(about.subject))
        canvas.setCreator(normalise(about.creator))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        day = about.day
        canvas._doc._timeStamp = _Stamp((day.year, day.month, day.day, 0, 0, 0))  # type: ignore[attr-defined]  # noqa: SLF001
        canvas._doc.signature = md5(usedforsecurity=False)  # type: ignore[attr-defined]  # noqa: SLF001

    def write(
        self, lines: Iterable[Written], *, size: float, paint: Paint, tracking: float = 0.0
    ) -> None:
        """Write lines of text in one size and colour."""
        text = self._canvas.beginText()
        text.setFillColorRGB(*self.theme[paint])
        if tracking:
            text.setCharSpace(tracking)
        font = ""
        for line in lines:
            text.setTextOrigin(line.x, self.paper.height - line.y)
            for run in line.runs:
                if run.face.name != font:
                    font = run.face.name
                    text.setFont(font, size, size)
                if not run.shown:
                    self.unshown.update(run.text)
                text.textOut(run.text)
        if tracking:
            text.setCharSpace(0)
        self._canvas.drawText(text)

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
            self._set(fill, None)
            self._canvas.rect(x, self.paper.height - y - height, width, height, stroke=0, fill=1)

    def dot(self, centre: Point, radius: float, *, fill: Paint, stroke: Stroke | None) -> None:
        """Draw a circle."""
        self._set(fill, stroke)
        x, y = centre[0], self.paper.height - centre[1]
        self._canvas.circle(x, y, radius, stroke=int(stroke is not None), fill=1)

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
        self._canvas.drawImage(
            self._pictures[logo], x, self.paper.height - y - height, width, height
        )

    @contextmanager
    def clipped(self, x: float, y: float, size: tuple[float, float]) -> Iterator[None]:
        """Draw nothing outside a rectangle while the context lasts."""
        canvas = self._canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, self.paper.height - y - size[1], size[0], size[1])
        canvas.clipPath(path, stroke=0, fill=0)
        yield
        canvas.restoreState()

    def outline(self, title: str, *, level: int, top: float) -> None:
        """Add an entry to the document's outline that leads to this height of the page."""
        key = f"entry{len(self._canvas._outlines)}-{self._canvas.getPageNumber()}-{top:.1f}"  # type: ignore[attr-defined]  # noqa: SLF001
        self._canvas.bookmarkHorizontal(key, 0, self.paper.height - top)
        self._canvas.addOutlineEntry(
            " ".join(normalise(title).split()), key, level=level, closed=False
        )

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the whole file."""
        self._canvas.save()
        return self._file.getvalue()
