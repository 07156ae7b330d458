"""Charts as pictures, for files whose own charts cannot say what ours say.

They are drawn as on the page of the plan and then made to pixels, so that a chart is the same in
every file.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from io import BytesIO
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from socialplanner.presentation.scenes.labels import extent
from socialplanner.presentation.scenes.shapes import Colour, Label, Scene
from socialplanner.report.drawings import Painter
from socialplanner.report.metadata import About
from socialplanner.report.pdfium import opened
from socialplanner.report.pen import Pen
from socialplanner.report.styles import Paper, Theme
from socialplanner.report.text import MEASURE

DPI: Final = 200
"""Sharp in print: a printer's screen is coarser than that."""

_AIR: Final = 2.0
"""Above and below a chart, for lines at its edges."""

_POINTS: Final = 72
_COLOURS: Final = 256
_ALL_COLOURS: Final = 1 << 24
_UNSAID: Final = About(
    title="", author="", subject="", language="en", creator="", day=date(2000, 1, 1)
)


def scene_png(scene: Scene, theme: Theme, dpi: int = DPI, ground: Colour = Colour.PAPER) -> bytes:
    """Return a chart as a PNG on a ground; the same chart gives the same bytes."""
    left, _ = _overhang(scene)

    def draw(pen: Pen) -> None:
        painter = Painter(pen=pen, x=left, y=_AIR, scale=1)
        for shape in scene.shapes:
            painter.paint(shape)

    return drawn_png(scene_size(scene), theme, draw, dpi=dpi, ground=ground)


def scene_size(scene: Scene) -> tuple[float, float]:
    """Return the width and height of a chart's picture in points, words at its edges included."""
    return scene.width + sum(_overhang(scene)), scene.height + 2 * _AIR


def _overhang(scene: Scene) -> tuple[float, float]:
    """Return how far words reach over the left and the right edge of a chart."""
    places = [extent(one, MEASURE) for one in scene.shapes if isinstance(one, Label) and one.text]
    left = -min((place[0] for place in places), default=0.0)
    right = max((place[2] for place in places), default=0.0) - scene.width
    return max(0.0, left), max(0.0, right)


def drawn_png(
    size: tuple[float, float],
    theme: Theme,
    draw: Callable[[Pen], None],
    *,
    dpi: int = DPI,
    ground: Colour = Colour.PAPER,
) -> bytes:
    """Return what is drawn on a page of a size in points as a PNG."""
    pen = Pen(Paper(name="picture", width=size[0], height=size[1]), theme, _UNSAID)
    pen.box(0, 0, size, ground)
    draw(pen)
    pen.next_page()
    return _palette_png(_pixels(pen.finish(), dpi), dpi)


def _pixels(pdf: bytes, dpi: int) -> Image.Image:
    """Return the only page of a PDF as a picture."""
    with opened(pdf) as document, closing(document[0]) as page:
        bitmap = page.render(scale=dpi / _POINTS)
        with closing(bitmap):
            picture: Image.Image = bitmap.to_pil().convert("RGB")
    return picture


def _palette_png(picture: Image.Image, dpi: int) -> bytes:
    """Return a picture of few colours as a small file.

    The colours that most of it has are kept exactly, pale tints too; the others, at the edges of
    letters and lines, become their nearest.
    """
    counted = picture.getcolors(picture.width * picture.height) or []
    ranked = sorted(counted, key=itemgetter(0), reverse=True)
    colours = np.array([colour for _, colour in ranked], dtype=np.int32)
    kept = colours[:_COLOURS]
    places = np.empty(_ALL_COLOURS, dtype=np.uint8)
    places[_codes(kept)] = np.arange(len(kept))
    for start in range(_COLOURS, len(colours), _COLOURS):
        others = colours[start : start + _COLOURS]
        away = ((others[:, None] - kept) ** 2).sum(axis=2)
        places[_codes(others)] = away.argmin(axis=1)
    few = Image.fromarray(places[_codes(np.asarray(picture))], mode="P")
    few.putpalette(kept.astype(np.uint8).tobytes())
    written = BytesIO()
    few.save(written, format="PNG", compress_level=6, dpi=(dpi, dpi))
    return written.getvalue()


def _codes(colours: NDArray[np.int32] | NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return each colour as one number."""
    red, green, blue = np.moveaxis(colours.astype(np.int32), -1, 0)
    codes: NDArray[np.int32] = (red << 16) | (green << 8) | blue
    return codes
