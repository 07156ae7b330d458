"""Where the pages of a document lie below one another at a size, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

PIXELS_PER_POINT: Final = 96 / 72
"""At this size a page is as large on the screen as on paper, as far as the screen can be known."""

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.25, 4.0, 1.2
WIDEST_FIT: Final = 1.5
"""A page that follows the width grows no further: lines are read with the eyes, not the neck."""

GAP: Final = 14
MARGIN: Final = 14


@unique
class Fit(StrEnum):
    """What the size of the pages follows."""

    WIDTH = "width"
    PAGE = "page"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies."""

    left: float
    top: float
    width: float
    height: float


class PageStack:
    """Pages in a room: `sizes` in points; `unit` is how many pixels a point takes."""

    def __init__(self) -> None:
        """Begin without pages, at the width of the room."""
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.fit = Fit.WIDTH
        self.zoom = 1.0
        self._room = (1.0, 1.0)
        self.spots: tuple[Spot, ...] = ()
        self.unit = PIXELS_PER_POINT

    def lay_out(self, sizes: Sequence[tuple[float, float]], room: tuple[float, float]) -> None:
        """Place pages anew in a room of this width and height."""
        self.sizes = tuple(sizes)
        self._room = room
        self.unit = self._unit()
        spots: list[Spot] = []
        top = float(MARGIN)
        for width, height in self.sizes:
            wide, high = width * self.unit, height * self.unit
            left = max(float(MARGIN), (room[0] - wide) / 2)
            spots.append(Spot(left, top, wide, high))
            top += high + GAP
        self.spots = tuple(spots)

    def _unit(self) -> float:
        if self.fit is Fit.ZOOM or not self.sizes:
            return PIXELS_PER_POINT * self.zoom
        widest = max(width for width, _ in self.sizes)
        highest = max(height for _, height in self.sizes)
        across = (self._room[0] - 2 * MARGIN) / widest
        down = (self._room[1] - 2 * MARGIN) / highest
        widest_fit = PIXELS_PER_POINT * WIDEST_FIT
        unit = min(across, widest_fit if self.fit is Fit.WIDTH else down)
        limits = PIXELS_PER_POINT * LEAST_ZOOM, PIXELS_PER_POINT * MOST_ZOOM
        return min(limits[1], max(limits[0], unit))

    def zoomed(self, factor: float) -> None:
        """Make the pages larger or smaller from the size they have now."""
        wanted = self.unit / PIXELS_PER_POINT * factor
        self.zoom = min(MOST_ZOOM, max(LEAST_ZOOM, wanted))
        self.fit = Fit.ZOOM
        self.lay_out(self.sizes, self._room)

    @property
    def percent(self) -> int:
        """Return the size in percent of paper."""
        return round(100 * self.unit / PIXELS_PER_POINT)

    @property
    def height(self) -> int:
        """Return the height of all pages with the room around them."""
        return round(self.spots[-1].top + self.spots[-1].height + MARGIN) if self.spots else 0

    @property
    def width(self) -> int:
        """Return the width of the widest page with the room around it."""
        return round(max((spot.width for spot in self.spots), default=0) + 2 * MARGIN)

    def page_at(self, y: float) -> int:
        """Return the page that lies at a height, the last one below all."""
        for index, spot in enumerate(self.spots):
            if y < spot.top + spot.height + GAP:
                return index
        return max(0, len(self.spots) - 1)

    def seen(self, top: float, height: float) -> tuple[int, ...]:
        """Return the pages of which something lies between two heights."""
        return tuple(
            index
            for index, spot in enumerate(self.spots)
            if spot.top + spot.height > top and spot.top < top + height
        )
