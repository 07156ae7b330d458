"""Charts that read the log: hours given beside the plan, and a line for each KPI."""

from typing import TYPE_CHECKING, Any, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_grid import FIRST, Column, Kind, Log
from socialplanner.exchange.workbook.texts import one_line

if TYPE_CHECKING:
    from socialplanner.domain.ids import Mode
    from socialplanner.exchange.workbook.page import Page

WIDTH: Final = 420
HEIGHT: Final = 250
ROWS: Final = 14
"""Of one chart: pixels, and the rows it covers."""

ACROSS: Final = 2
ON_A_PAGE: Final = 5
"""Rows of charts."""

GRID: Final = "#D3D9E0"
STRENGTHS: Final = (1.0, 0.72, 0.5, 0.34, 0.22)
"""How strongly the activities of one mode are coloured, so that each can be told apart."""


def write_charts(page: "Page", log: Log) -> None:
    """Write the charts, two beside one another."""
    made = [_hours(page, log)]
    made += [_kpi(page, log, place) for place in log.grid.of(Kind.KPI)]
    top, left = page.row, 0
    for number, (chart, words) in enumerate(made):
        row = top + ROWS * (number // ACROSS)
        offset = 4 + (number % ACROSS) * (WIDTH + 12)
        told = {"x_offset": offset, "y_offset": 4, "description": words}
        page.sheet.insert_chart(row, left, chart, told)
    rows = 1 + (len(made) - 1) // ACROSS
    page.sheet.set_h_pagebreaks(
        [top - 1, *range(top + ROWS * ON_A_PAGE, top + ROWS * rows, ROWS * ON_A_PAGE)]
    )
    page.scale(page.widths)
    page.next(ROWS * rows)


def _frame(log: Log, chart: Any, place: int) -> Any:  # noqa: ANN401 - untyped library
    """Give a chart what all have: title from its column, dates as they stand, no clutter."""
    chart.set_title(
        {"name": [log.sheet, log.rows[0] - HEADS, FIRST + place], "name_font": {"size": 10}}
    )
    chart.set_x_axis({"num_font": {"size": 8}, "text_axis": True, "num_format": "0"})
    faint = {"visible": True, "line": {"color": GRID, "width": 0.75}}
    figures = {"num_font": {"size": 8}, "num_format": looks.PLAIN, "line": {"none": True}}
    chart.set_y_axis({"major_gridlines": faint, **figures})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    chart.show_blanks_as("gap")
    return chart


def _hours(page: "Page", log: Log) -> tuple[Any, str]:
    """Return stacked columns of the hours of each activity under the line of the plan."""
    file = page.book.file
    chart = file.add_chart({"type": "column", "subtype": "stacked"})
    line = file.add_chart({"type": "line"})
    used: dict[str, int] = {}
    for place in log.grid.of(Kind.ACTIVITY):
        fill = {"color": _colour(page, log.grid.columns[place], used)}
        chart.add_series({**_series(log, place), "fill": fill, "gap": 40})
    plan = log.grid.of(Kind.PLANNED)[0]
    dashed = {"color": page.book.colours["ink"], "width": 1.5, "dash_type": "dash"}
    line.add_series({**_series(log, plan), "line": dashed})
    chart.combine(line)
    _frame(log, chart, log.grid.of(Kind.ALL_HOURS)[0])
    chart.set_legend({"position": "bottom", "font": {"size": 8}})
    return chart, "Columns: hours logged for each activity, week by week; line: the plan."


HEADS: Final = 3
"""From the names of the columns to the first week: names, units, the plan."""


def _series(log: Log, place: int) -> dict[str, Any]:
    name, first, last, column = log.sheet, log.rows[0], log.rows[-1], FIRST + place
    return {
        "name": [name, first - HEADS, column],
        "categories": [name, first, 0, last, 0],
        "values": [name, first, column, last, column],
    }


def _colour(page: "Page", column: Column, used: dict[str, int]) -> str:
    """Return a colour of the activity's mode, lighter for each one after the first."""
    modes: dict[str, Mode] = {a.id: a.mode for a in page.book.assessment.plan.activities}
    mode = modes.get(column.key)
    if mode is None:
        return page.book.colours["muted"]
    place = used.get(mode, 0)
    used[mode] = place + 1
    strength = STRENGTHS[min(place, len(STRENGTHS) - 1)]
    return looks.tint(page.book.colours[mode], strength)


def _kpi(page: "Page", log: Log, place: int) -> tuple[Any, str]:
    """Return the line of a KPI with its four-week average, drawn by the spreadsheet itself."""
    chart = page.book.file.add_chart({"type": "line"})
    colours, name = page.book.colours, one_line(log.grid.columns[place].name)
    average = {
        "type": "moving_average",
        "period": log.grid.every,
        "name": "four-week average",
        "line": {"color": colours["network"], "width": 2},
    }
    marker = {"type": "circle", "size": 5, "fill": {"color": colours["media"]}}
    series = {
        **_series(log, place),
        "line": {"color": colours["media"], "width": 1.25},
        "marker": {**marker, "border": {"color": colours["media"]}},
        "trendline": average,
    }
    chart.add_series(series)
    _frame(log, chart, place)
    chart.set_legend({"none": True})
    return chart, f"Line: {name}, week by week, with its four-week average."
