"""The looks and the charts of plain_reportlab.py: colours, styles, drawings of the same shapes."""

from functools import cache
from typing import Any, Literal, assert_never

from reportlab.graphics import shapes as rl
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from socialplanner.paths import fonts_dir
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Arc,
    Box,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Shape,
)
from socialplanner.report.drawings import Figure
from socialplanner.report.fonts import Font
from socialplanner.report.styles import Align, Paint, Style, theme

ALIGNMENTS: dict[Align, Literal[0, 1, 2]] = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}
ANCHORS: dict[Anchor, Literal["start", "middle", "end"]] = {
    Anchor.START: "start",
    Anchor.MIDDLE: "middle",
    Anchor.END: "end",
}
THEME = theme()


def register_fonts() -> None:
    """Load the program's fonts as ReportLab does by itself."""
    for font in Font:
        registerFont(TTFont(name_of(font.value), str(fonts_dir() / f"{font.value}.ttf")))


def name_of(face: str) -> str:
    """Return the name of a font that nothing was changed in."""
    return f"Plain-{face}"


@cache
def colour(paint: Paint) -> Color:
    """Return a colour of the plan."""
    return Color(*THEME[paint])


@cache
def looks(style: Style, left: float, right: float) -> ParagraphStyle:
    """Return a style of the plan between two indents."""
    return ParagraphStyle(
        "plain",
        fontName=name_of(style.font.value),
        fontSize=style.size,
        leading=style.leading,
        textColor=colour(style.colour),
        alignment=ALIGNMENTS[style.align],
        leftIndent=left,
        rightIndent=right,
        bulletFontName=name_of(style.font.value),
        bulletFontSize=style.size,
    )


def drawing(figure: Figure, width: float) -> rl.Drawing:
    """Return a chart as a drawing of the same shapes."""
    scene = figure.scene
    shown = rl.Drawing(scene.width, scene.height)
    shown.renderScale = figure.scale(width)
    for shape in scene.shapes:
        shown.add(painted(shape, scene.height))
    return shown


def painted(shape: Shape, height: float) -> rl.Shape:
    """Return one shape, y upward."""
    match shape:
        case Line():
            return polyline(shape, height)
        case Polygon():
            return rl.Polygon(flat(shape.points, height), **filled(shape))
        case Box():
            y = height - shape.y - shape.height
            return rl.Rect(shape.x, y, shape.width, shape.height, **flat_look(shape))
        case Dot():
            return rl.Circle(shape.x, height - shape.y, shape.radius, **filled(shape))
        case Arc():
            return ring(shape, height)
        case Label():
            return label(shape, height)
        case _:
            assert_never(shape)


def polyline(line: Line, height: float) -> rl.PolyLine:
    """Return an open line."""
    look: dict[str, Any] = {"strokeColor": colour(line.colour), "strokeWidth": line.width}
    if line.dash:
        look["strokeDashArray"] = list(line.dash)
    return rl.PolyLine(flat(line.points, height), **look)


def ring(arc: Arc, height: float) -> rl.Wedge:
    """Return a ring segment; ReportLab counts degrees the other way round, from the right."""
    angles = (90 - arc.end, 90 - arc.start)
    return rl.Wedge(arc.x, height - arc.y, arc.radius, *angles, radius1=arc.inner, **flat_look(arc))


def label(label: Label, height: float) -> rl.String:
    """Return a line of text."""
    font = Font.TAB_SEMI if label.bold else Font.TAB
    return rl.String(
        label.x,
        height - label.y,
        label.text,
        fontName=name_of(font.value),
        fontSize=label.size,
        fillColor=colour(label.colour),
        textAnchor=ANCHORS[label.anchor],
    )


def flat_look(shape: Box | Arc) -> dict[str, Any]:
    """Return how a shape without an outline looks."""
    return {"fillColor": colour(shape.fill), "strokeColor": None}


def filled(shape: Polygon | Dot) -> dict[str, Any]:
    """Return how a closed shape looks."""
    return {
        "fillColor": colour(shape.fill) if shape.fill else None,
        "strokeColor": colour(shape.stroke) if shape.stroke else None,
        "strokeWidth": shape.width,
        "strokeDashArray": list(shape.dash) or None if isinstance(shape, Polygon) else None,
    }


def flat(points: tuple[Point, ...], height: float) -> list[float]:
    """Return points as one list of numbers."""
    return [number for x, y in points for number in (x, height - y)]
