"""The floor: a plan's own calls to the canvas, kept once and made again without any layout.

What is made again is the whole file, byte for byte, so that nothing faster was left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from unittest.mock import patch

from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfgen.canvas import Canvas

from socialplanner.report import document
from socialplanner.report.document import Plan, render
from socialplanner.report.metadata import About
from socialplanner.report.pen import Pen
from socialplanner.report.styles import Paper, Theme

Step = Callable[[object], object]
BEGINS = ("beginText", "beginPath")
LINKS = "_addAnnotation"
UNKEPT = ("getPageNumber", "save")
"""One asks and changes nothing, the other is the pen's own last step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A text or a path: how it begins, its steps, and how the canvas takes it."""

    begin: Step
    steps: list[Step]
    name: str
    options: dict[str, object]

    def __call__(self, canvas: object) -> None:
        """Draw it again."""
        thing = self.begin(canvas)
        for step in self.steps:
            step(thing)
        getattr(canvas, self.name)(thing, **self.options)


class Part:
    """Stands for a text or a path that is being made, and keeps what is done with it."""

    def __init__(self, begin: Step, part: object) -> None:
        self.begin = begin
        self.part = part
        self.steps: list[Step] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def kept(*given: object, **options: object) -> None:
            self.steps.append(methodcaller(name, *given, **options))
            getattr(self.part, name)(*given, **options)

        return kept


class Kept:
    """Stands for a canvas, draws all the same, and keeps the calls."""

    def __init__(self, canvas: object) -> None:
        self.canvas = canvas
        self.calls: list[Step] = []

    def __getattr__(self, name: str) -> object:
        value = getattr(self.canvas, name)
        if not callable(value) or name in UNKEPT:
            return value

        def kept(*given: object, **options: object) -> object:
            if name in BEGINS:
                return Part(methodcaller(name), value())
            if given and isinstance(given[0], Part):
                part = given[0]
                drawn = Drawn(begin=part.begin, steps=part.steps, name=name, options=options)
                self.calls.append(drawn)
                return value(part.part, **options)
            if name == LINKS:
                self.calls.append(partial(linked, given[0], str(given[1])))
                return value(*map(unbound, given))
            self.calls.append(methodcaller(name, *given, **options))
            return value(*given, **options)

        return kept


def linked(annotation: object, name: str, canvas: object) -> None:
    """Add a link again."""
    getattr(canvas, LINKS)(unbound(annotation), name)


def unbound(given: object) -> object:
    """Return an object of the file that belongs to no file yet; anything else as it is."""
    return PDFDictionary(dict(given.dict)) if isinstance(given, PDFDictionary) else given


class PlainPen(Pen):
    """A pen with ReportLab's own canvas, as it comes."""

    canvas = Canvas


class Recording:
    """A plan's calls; calling it makes the same file from them alone."""

    def __init__(self, plan: Plan) -> None:
        """Set the plan once and keep what its pen asks of the canvas."""
        self.calls: list[Step] = []
        with patch.object(document, "Pen", self._recording_pen):
            self.pdf = render(plan)
        if self() != self.pdf:
            raise ValueError("The floor draws another file: then nothing is compared.")

    def _recording_pen(
        self, paper: Paper, theme: Theme, about: About, *, is_tagged: bool = False
    ) -> Pen:
        if is_tagged:
            raise ValueError("The floor has no tags: they are part of what is measured.")
        pen = Pen(paper, theme, about)
        kept = Kept(pen._canvas)  # noqa: SLF001 - the canvas is what is watched
        self.calls, self.begin = kept.calls, (paper, theme, about)
        vars(pen)["_canvas"] = kept
        return pen

    def __call__(self) -> bytes:
        """Return the file, drawn again."""
        pen = PlainPen(*self.begin)
        canvas = pen._canvas  # noqa: SLF001
        for call in self.calls:
            call(canvas)
        return pen.finish()
