"""The sheet “Scores”: ten scores with their range and target, the largest gaps, and the mix."""

from typing import TYPE_CHECKING, Any, Final

from socialplanner.domain.ids import CELLS, Cell
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation import formats
from socialplanner.presentation.plan_options import PlanPart

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.book import Book, Value
    from socialplanner.presentation.scenes import LevelBar

NAME: Final = "Scores"
WIDTHS: Final = (34, 20, 12, 12, 12, 12, 30)
HEAD: Final = ("Dimension", "Mode", "Score", "From", "To", "Target", "In words")
SCORE, LOW, HIGH, TARGET = 2, 3, 4, 5
BELOW, ABOVE = 8, 9
"""Beside the print: how far the likely range reaches below and above a score, for the chart."""


def write_scores(book: "Book") -> None:
    """Write what is wanted of scores and mix."""
    page = open_page(book, NAME, WIDTHS, title="Where you stand, and your mix")
    if book.has(PlanPart.STANDING):
        _standing(page)
    if book.has(PlanPart.MIX):
        _mix(page)
    page.sheet.print_area(0, 0, page.row, len(WIDTHS) - 1)


def _standing(page: Page) -> None:
    standing = page.book.source.summary.standing
    page.across(standing.headline, looks.HEADLINE)
    page.explain(standing.lead, looks.PROSE)
    page.across(page.book.note(PlanPart.STANDING))
    page.next()
    for column, name in ((BELOW, "range below"), (ABOVE, "range above")):
        page.put(column, name, looks.UNIT)
    page.head(HEAD, (SCORE, LOW, HIGH, TARGET))
    rows = range(page.row, page.row + len(CELLS))
    bars = [bar for group in standing.groups for bar in group.bars]
    for cell, bar in zip(CELLS, bars, strict=True):
        _score(page, cell, bar)
    page.explain("Scores and targets are in whole fives, of 100. The range is the likely one.")
    _chart(page, rows)
    page.next(18)
    for each in standing.reading:
        page.explain(f"{each.title} {each.text}")
    _gaps(page)


def _score(page: Page, cell: Cell, bar: "LevelBar") -> None:
    catalogue = page.book.source.catalogue
    dimension, mode = cell
    low, high = likely(bar)
    score = None if bar.value is None else formats.fives(bar.value)
    values: list[Value] = [
        catalogue.dimensions[dimension].name,
        catalogue.modes[mode].name,
        score,
        low,
        high,
        formats.fives(bar.target or 0.0),
        bar.note,
    ]
    for column, reach in zip((BELOW, ABOVE), _reach(bar), strict=True):
        page.put(column, float(reach), looks.UNIT)
    whole = looks.number("0")
    page.line(values, (looks.CELL, looks.CELL, whole, whole, whole, whole))


def likely(bar: "LevelBar") -> tuple[int | None, int | None]:
    """Return the likely range of a score in whole fives, as its words have it."""
    if bar.value is None:
        return None, None
    low = max(0, formats.fives(bar.value - bar.error))
    return low, min(100, formats.fives(bar.value + bar.error))


def _reach(bar: "LevelBar") -> tuple[int, int]:
    """Return how far the likely range lies below and above a score."""
    low, high = likely(bar)
    if bar.value is None or low is None or high is None:
        return 0, 0
    score = formats.fives(bar.value)
    return score - low, high - score


def _chart(page: Page, rows: range) -> None:
    """Set the scores as columns with their ranges, and the targets as marks."""
    colours, name = page.book.colours, page.name
    chart = page.book.file.add_chart({"type": "column"})
    reach = {
        "type": "custom",
        "plus_values": f"='{name}'!{page.fixed(ABOVE, rows)}",
        "minus_values": f"='{name}'!{page.fixed(BELOW, rows)}",
    }
    points = [{"fill": {"color": colours[mode]}} for _, mode in CELLS]
    columns = {"points": points, "y_error_bars": reach, "gap": 50}
    chart.add_series({**_series(name, SCORE, rows), **columns})
    chart.combine(_targets(page, rows))
    chart.set_title({"name": "Scores, their likely range, and targets", "name_font": {"size": 11}})
    faint = {"visible": True, "line": {"color": colours["rule"], "width": 0.75}}
    scale = {"min": 0, "max": 100, "major_unit": 25, "num_format": "0"}
    chart.set_y_axis({**scale, "major_gridlines": faint})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 960, "height": 340})
    described = {"description": "Columns: ten scores with their likely range; marks: targets."}
    page.sheet.insert_chart(page.row + 1, 0, chart, described)


def _targets(page: Page, rows: range) -> Any:  # noqa: ANN401 - untyped library
    """Return the targets as dashes without a line between them."""
    chart, ink = page.book.file.add_chart({"type": "line"}), {"color": page.book.colours["ink"]}
    mark = {"type": "long_dash", "size": 14, "border": ink, "fill": ink}
    series = {**_series(page.name, TARGET, rows), "line": {"none": True}, "marker": mark}
    chart.add_series(series)
    return chart


def _series(name: str, column: int, rows: range) -> dict[str, Any]:
    first, last = rows[0], rows[-1]
    return {
        "name": [name, first - 1, column],
        "categories": [name, first, 0, last, 1],
        "values": [name, first, column, last, column],
    }


def _gaps(page: Page) -> None:
    standing, catalogue = page.book.source.summary.standing, page.book.source.catalogue
    page.heading("Furthest from the target")
    page.across(standing.gaps_headline, looks.LEAD)
    page.explain(standing.gaps_lead)
    for gap in standing.gaps:
        page.across(f"{gap.name}, {catalogue.modes[gap.mode].name}: {gap.levels}", looks.LEAD)
        for step in gap.steps:
            page.across(f"{step.question} Now: “{step.now}”. Next: “{step.then}”.")


def _mix(page: Page) -> None:
    mix = page.book.source.summary.mix
    page.heading("Your mix")
    page.across(mix.headline, looks.HEADLINE)
    page.explain(mix.lead, looks.PROSE)
    page.across(page.book.note(PlanPart.MIX))
    page.next()
    page.head(("Share of networking", "In round figures"))
    for row in mix.rows:
        page.line((row.label, row.note))
    page.line(("Target", mix.band.text))
    page.heading("What moves the target")
    page.head(("Because of", "Points"), (1,))
    page.line((mix.start.label, mix.start.text), (looks.CELL, looks.Look(align="right")))
    for term in mix.terms:
        page.line((term.label, term.text), (looks.CELL, looks.Look(align="right")))
    page.line((mix.end.label, mix.end.text), (looks.TOTAL_NAME, looks.total("")))
    for text in (mix.say_do, mix.price, mix.flat):
        page.across(text)
    page.explain(mix.why)
