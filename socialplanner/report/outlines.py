"""Outlines of any font of the computer as a TrueType font can hold them.

ReportLab embeds TrueType outlines alone, and reads a font of 20 MB from end to end. HarfBuzz draws
a glyph of any font at once, so what is embedded is drawn anew: straight lines as they are, curves
of the third degree in parts of the second.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from socialplanner.report.glyphs import Loaded, add_record

_CURVE_ERROR: Final = 0.3
_ERROR_OF_ONE: Final = 0.0481
"""How far one curve of the second degree leaves one of the third: sqrt(3) / 36 of its bend."""

_Place = tuple[float, float]


class Point(NamedTuple):
    """A point of a contour; a point that is not on it pulls the curve towards itself."""

    x: float
    y: float
    on: bool = True


class OutlinePen:
    """Collects what HarfBuzz draws, in the way of fontTools' pens."""

    def __init__(self, scale: float) -> None:
        """Begin without a contour; every place is multiplied by the scale."""
        self.contours: list[list[Point]] = []
        self._scale = scale

    def moveTo(self, place: _Place) -> None:  # noqa: N802 - HarfBuzz calls it so
        """Begin a contour."""
        self.contours.append([self._point(place)])

    def lineTo(self, place: _Place) -> None:  # noqa: N802 - HarfBuzz calls it so
        """Draw a straight line."""
        self.contours[-1].append(self._point(place))

    def qCurveTo(self, pull: _Place, place: _Place) -> None:  # noqa: N802 - HarfBuzz calls it so
        """Draw a curve of the second degree."""
        self.contours[-1] += (self._point(pull)._replace(on=False), self._point(place))

    def curveTo(self, first: _Place, second: _Place, place: _Place) -> None:  # noqa: N802 - as above
        """Draw a curve of the third degree."""
        contour = self.contours[-1]
        points = (contour[-1], *map(self._point, (first, second, place)))
        contour += _of_second_degree(points)

    def closePath(self) -> None:  # noqa: N802 - HarfBuzz calls it so
        """End a contour; its first point need not come again."""
        contour = self.contours[-1]
        if len(contour) > 1 and contour[0][:2] == contour[-1][:2]:
            contour.pop()

    def _point(self, place: _Place) -> Point:
        return Point(place[0] * self._scale, place[1] * self._scale)


def _of_second_degree(points: Sequence[Point]) -> Iterator[Point]:
    start, first, second, end = points
    bend = max(abs(end[axis] - 3 * second[axis] + 3 * first[axis] - start[axis]) for axis in (0, 1))
    parts = 1
    while bend * _ERROR_OF_ONE / parts**3 > _CURVE_ERROR:
        parts += 1
    places = [_at(points, part / parts) for part in range(parts + 1)]
    for part, (before, after) in enumerate(pairwise(places)):
        slope = _slope(points, part / parts)
        later = _slope(points, (part + 1) / parts)
        pull = [
            (before[axis] + after[axis]) / 2 + (slope[axis] - later[axis]) / (4 * parts)
            for axis in (0, 1)
        ]
        yield Point(pull[0], pull[1], on=False)
        yield Point(*after)


def _at(points: Sequence[Point], t: float) -> _Place:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(weight * point.x for weight, point in zip(weights, points, strict=True)),
        sum(weight * point.y for weight, point in zip(weights, points, strict=True)),
    )


def _slope(points: Sequence[Point], t: float) -> _Place:
    """Return the derivative of a curve of the third degree."""
    weights = (3 * (1 - t) ** 2, 6 * t * (1 - t), 3 * t * t)
    steps = [(after.x - before.x, after.y - before.y) for before, after in pairwise(points)]
    return (
        sum(weight * step[0] for weight, step in zip(weights, steps, strict=True)),
        sum(weight * step[1] for weight, step in zip(weights, steps, strict=True)),
    )


def add_outline(font: Loaded, contours: Sequence[Sequence[Point]], width: int) -> int:
    """Add a glyph of these contours to a font, and return its number."""
    points = [(round(p.x), round(p.y), p.on) for contour in contours for p in contour]
    if not points:
        return add_record(font, b"", (width, 0))
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    data = struct.pack(">5h", len(contours), min(xs), min(ys), max(xs), max(ys))
    last = -1
    for contour in contours:
        last += len(contour)
        data += struct.pack(">H", last)
    data += struct.pack(">H", 0) + bytes(on for _, _, on in points)
    for values in (xs, ys):
        steps = [after - before for before, after in pairwise((0, *values))]
        data += struct.pack(f">{len(steps)}h", *steps)
    return add_record(font, data + bytes(-len(data) % 4), (width, min(xs)))
