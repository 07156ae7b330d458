"""A plan as plain pages for other engines: the same words, tables and charts, charts as SVG."""

from collections.abc import Iterator, Sequence
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from benchmarks.batch import catalogue
from socialplanner.domain.assessment import Assessment
from socialplanner.presentation.plan_options import PlanOptions, untold
from socialplanner.presentation.scenes.shapes import (
    Arc,
    Box,
    Colour,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Scene,
    Shape,
    ring,
)
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.report import content as c
from socialplanner.report.plan_content import plan_sections
from socialplanner.report.styles import theme

Piece = dict[str, object]
THEME = theme()


def pages_of(assessment: Assessment) -> Piece:
    """Return a plan as values that JSON holds."""
    summary = summarise(catalogue(), assessment)
    sections = plan_sections(summary, PlanOptions(), untold)
    return {
        "title": summary.cover.title,
        "author": summary.cover.prepared_by,
        "name": summary.cover.name,
        "colour": code(Colour.BRAND_TEXT),
        "pieces": [*cover(summary), *(p for each in sections for p in pieces(each.content))],
    }


def cover(summary: Summary) -> list[Piece]:
    """Return the words of the cover."""
    words = summary.cover
    small = (words.kind, words.prepared_for, words.prepared_by, words.day)
    return [
        {"kind": "title", "text": words.name},
        {"kind": "lead", "text": words.title},
        *(each for text in small for each in texts("text", text)),
    ]


def pieces(content: c.Content) -> Iterator[Piece]:
    """Yield content as pieces one below the other."""
    for node in content:
        yield from piece(node)


def piece(node: c.Node) -> Iterator[Piece]:  # noqa: C901, PLR0912 - one case for each kind of node
    """Yield one node as pieces."""
    match node:
        case c.SectionHead():
            yield {"kind": "section", "text": node.headline or node.label, "label": node.label}
        case c.Heading():
            yield {"kind": "heading", "text": node.title}
            yield from texts("text", node.text)
        case c.Passage():
            yield from texts({"lead": "lead", "note": "note"}.get(node.look, "text"), node.text)
        case c.Findings():
            items = [f"{each.title} {each.text}" for each in node.statements]
            yield {"kind": "list", "items": items}
        case c.Bullets():
            yield {"kind": "list", "items": list(node.items)}
        case c.KeyFigures():
            yield table([[each.value for each in node.figures]], [f.label for f in node.figures])
        case c.Grid():
            rows = [[cell(each) for each in row] for row in node.rows]
            yield table(rows, [column.title for column in node.columns])
        case c.Chart():
            yield {"kind": "chart", "svg": svg(node.scene), "width": node.scene.width}
        case c.Beside():
            yield from (*pieces(node.left), *pieces(node.right))
        case c.Whole() | c.Detail():
            yield from pieces(node.content)
        case c.Panel():
            yield from (*texts("heading", node.label), *pieces(node.content))
        case c.Copyable():
            yield from (*texts("heading", node.label), *texts("text", node.text))
        case c.Remark():
            yield from (*texts("heading", node.title), *texts("text", node.text))
        case c.Blank():
            yield from texts("text", node.label)
        case _:
            assert_never(node)


def texts(kind: str, text: str) -> list[Piece]:
    """Return a text as a piece, or nothing for none."""
    return [{"kind": kind, "text": text}] if text else []


def table(rows: Sequence[Sequence[str]], head: Sequence[str]) -> Piece:
    """Return a table with its head."""
    return {"kind": "table", "head": list(head), "rows": [list(row) for row in rows]}


def cell(content: c.CellContent) -> str:
    """Return the words of a cell."""
    if isinstance(content, c.Ticks):
        return "\n".join(content.items)
    return content if isinstance(content, str) else content.text


def code(colour: Colour) -> str:
    """Return a colour of the plan as HTML writes it."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in THEME[colour])


def svg(scene: Scene) -> str:
    """Return a chart as SVG."""
    size = f'width="{scene.width:.1f}pt" height="{scene.height:.1f}pt"'
    box = f'viewBox="0 0 {scene.width:.1f} {scene.height:.1f}"'
    shapes = "".join(map(drawn, scene.shapes))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{shapes}</svg>'


def drawn(shape: Shape) -> str:
    """Return one shape as SVG."""
    match shape:
        case Line():
            dash = lines(shape.colour, shape.width, shape.dash)
            return f'<polyline points="{places(shape.points)}" fill="none" {dash}/>'
        case Polygon():
            return polygon(shape.points, shape.fill, lines(shape.stroke, shape.width, shape.dash))
        case Arc():
            return polygon(ring(shape), shape.fill, "")
        case Box():
            size = f'width="{shape.width:.2f}" height="{shape.height:.2f}"'
            return f'<rect x="{shape.x:.2f}" y="{shape.y:.2f}" {size} fill="{code(shape.fill)}"/>'
        case Dot():
            edge = lines(shape.stroke, shape.width, ())
            place = f'cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.radius:.2f}"'
            return f'<circle {place} fill="{code(shape.fill)}" {edge}/>'
        case Label():
            return label(shape)
        case _:
            assert_never(shape)


def label(shape: Label) -> str:
    """Return words in a chart as SVG."""
    face = f'font-family="Inter Tab" font-weight="{"bold" if shape.bold else "normal"}"'
    looks = f'{face} font-size="{shape.size:.2f}" fill="{code(shape.colour)}"'
    place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" text-anchor={quoteattr(shape.anchor)}'
    return f"<text {place} {looks}>{escape(shape.text)}</text>"


def polygon(points: Sequence[Point], fill: Colour | None, edge: str) -> str:
    """Return a closed shape as SVG."""
    ground = "none" if fill is None else code(fill)
    return f'<polygon points="{places(points)}" fill="{ground}" {edge}/>'


def places(points: Sequence[Point]) -> str:
    """Return points as SVG lists them."""
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def lines(stroke: Colour | None, width: float, dash: Sequence[float]) -> str:
    """Return how a line looks as SVG says it."""
    if stroke is None:
        return ""
    dashes = f' stroke-dasharray="{",".join(map(str, dash))}"' if dash else ""
    return f'stroke="{code(stroke)}" stroke-width="{width:.2f}"{dashes}'
