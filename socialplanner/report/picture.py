"""Charts as pictures, for files whose own charts cannot say what ours say.

They are drawn as on the page of the plan and then made to pixels, so that a chart is the same in
every file.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from io import BytesIO
from typing import Final

from PIL import Image

from socialplanner.presentation.scenes.shapes import Colour, Scene
from socialplanner.report.drawings import Painter
from socialplanner.report.metadata import About
from socialplanner.report.pdfium import opened
from socialplanner.report.pen import Pen
from socialplanner.report.styles import Paper, Theme

DPI: Final = 200
"""Sharp in print: a printer's screen is coarser than that."""

BLEED: Final = 6.0
"""Points round a chart for words that reach over its edge."""

_POINTS: Final = 72
_COLOURS: Final = 128
_UNSAID: Final = About(
    title="", author="", subject="", language="en", creator="", day=date(2000, 1, 1)
)


def scene_png(scene: Scene, theme: Theme, dpi: int = DPI, ground: Colour = Colour.PAPER) -> bytes:
    """Return a chart as a PNG on a ground; the same chart gives the same bytes."""

    def draw(pen: Pen) -> None:
        painter = Painter(pen=pen, x=BLEED, y=BLEED, scale=1)
        for shape in scene.shapes:
            painter.paint(shape)

    return drawn_png(scene_size(scene), theme, draw, dpi=dpi, ground=ground)


def scene_size(scene: Scene) -> tuple[float, float]:
    """Return the width and height of a chart's picture in points."""
    return scene.width + 2 * BLEED, scene.height + 2 * BLEED


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
    """Return a picture of few colours as a small file."""
    few = picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    written = BytesIO()
    few.save(written, format="PNG", optimize=True, dpi=(dpi, dpi))
    return written.getvalue()
