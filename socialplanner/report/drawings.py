"""Paint a chart scene on the page."""

from dataclasses import dataclass
from typing import Final, assert_never

from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Arc,
    Box,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Scene,
    Shape,
    ring,
)
from socialplanner.report.blocks import Block
from socialplanner.report.characters import normalise, runs_of
from socialplanner.report.fonts import Font
from socialplanner.report.pen import Pen, Stroke, Written
from socialplanner.report.styles import Align

_TALLEST: Final = 640.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A chart, made smaller where its place is too narrow or the page too low."""

    scene: Scene
    align: Align = Align.LEFT

    def scale(self, width: float) -> float:
        """Return the factor by which the scene is drawn."""
        return min(1.0, width / self.scene.width, _TALLEST / self.scene.height)

    def height(self, width: float) -> float:
        """Return the height of the scene as drawn."""
        return self.scene.height * self.scale(width)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Paint every shape in its order."""
        scale = self.scale(width)
        spare = width - self.scene.width * scale
        left = x + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[self.align]
        painter = Painter(pen=pen, x=left, y=top, scale=scale)
        pen.frame(left, top, (self.scene.width * scale, self.scene.height * scale))
        for shape in self.scene.shapes:
            painter.paint(shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """Paints shapes at a place and a scale."""

    pen: Pen
    x: float
    y: float
    scale: float

    def _at(self, x: float, y: float) -> Point:
        return (self.x + x * self.scale, self.y + y * self.scale)

    def _all(self, points: tuple[Point, ...]) -> list[Point]:
        return [self._at(x, y) for x, y in points]

    def _stroke(self, shape: Line | Polygon | Dot) -> Stroke | None:
        paint = shape.colour if isinstance(shape, Line) else shape.stroke
        if paint is None:
            return None
        dash = () if isinstance(shape, Dot) else shape.dash
        return Stroke(paint=paint, width=shape.width * self.scale, dash=dash)

    def paint(self, shape: Shape) -> None:
        """Paint one shape."""
        match shape:
            case Line():
                stroke = self._stroke(shape)
                if stroke:
                    self.pen.line(self._all(shape.points), stroke)
            case Polygon():
                points = self._all(shape.points)
                self.pen.polygon(points, fill=shape.fill, stroke=self._stroke(shape))
            case Box():
                size = (shape.width * self.scale, shape.height * self.scale)
                self.pen.box(*self._at(shape.x, shape.y), size, shape.fill)
            case Dot():
                centre = self._at(shape.x, shape.y)
                radius = shape.radius * self.scale
                self.pen.dot(centre, radius, fill=shape.fill, stroke=self._stroke(shape))
            case Arc():
                self.pen.polygon(self._all(ring(shape)), fill=shape.fill)
            case Label():
                self._label(shape)
            case _:
                assert_never(shape)

    def _label(self, label: Label) -> None:
        size = label.size * self.scale
        runs = runs_of(normalise(label.text), Font.TAB_SEMI if label.bold else Font.TAB)
        width = sum(run.face.width(run.text, size) for run in runs)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        x, y = self._at(label.x, label.y)
        self.pen.write((Written(x=x - shift, y=y, runs=runs),), size=size, paint=label.colour)
