"""The sheet “Week”: hours now and planned for each kind of work, and where the time comes from."""

from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation import formats
from socialplanner.presentation.plan_options import PlanPart

if TYPE_CHECKING:
    from socialplanner.domain.comparison import HoursRow
    from socialplanner.exchange.workbook.book import Book

NAME: Final = "Week"
WIDTHS: Final = (46, 14, 14, 14, 46)
NOW, PLANNED, CHANGE = 1, 2, 3


def write_week(book: "Book") -> None:
    """Write the sheet."""
    page = open_page(book, NAME, WIDTHS, title="Your week, kind of work by kind of work")
    week = book.source.summary.week
    page.across(week.hours_headline, looks.HEADLINE)
    page.explain(week.lead, looks.PROSE)
    page.across(book.note(PlanPart.WEEK))
    page.next()
    rows = _table(page)
    _chart(page, rows)
    page.next(18)
    page.heading("What to stop or shrink")
    page.across(week.releases_lead)
    for release in week.releases:
        page.across(release)
    page.heading("If something does not suit")
    page.across(week.alternatives)
    page.across(week.next_half_hour)


def _table(page: Page) -> range:
    """Write the hours as the plan prints them; what changes and the sums are live."""
    hours = page.book.assessment.hours
    page.head(("Kind of work", "Hours now", "Hours planned", "Change"), (NOW, PLANNED, CHANGE))
    page.sheet.freeze_panes(page.row, 1)
    rows = range(page.row, page.row + len(hours.rows))
    for shown, row in zip(page.book.source.summary.week.hours, hours.rows, strict=True):
        page.put(0, shown.label)
        page.put(NOW, printed(row.now), looks.number(looks.HOURS))
        page.put(PLANNED, printed(row.planned), looks.number(looks.HOURS))
        _change(page, row)
        page.next()
    _sums(page, rows)
    return rows


def printed(hours: float | None) -> float | None:
    """Return hours as they are printed, in half-hours."""
    return None if hours is None else formats.to_half_hours(hours)


def _change(page: Page, row: "HoursRow") -> None:
    now, planned = page.at(NOW), page.at(PLANNED)
    before, after = printed(row.now), printed(row.planned) or 0.0
    is_empty = before is None or not (row.now or row.planned)
    text = f'=IF(OR({now}="",AND({now}=0,{planned}=0)),"",{planned}-{now})'
    result = "" if is_empty or not ((before or 0.0) or after) else after - (before or 0.0)
    page.formula(CHANGE, text, result, looks.number(looks.HOURS_CHANGE))


def _sums(page: Page, rows: range) -> None:
    hours = page.book.assessment.hours
    is_known = hours.to_find is not None
    now = sum(printed(row.now) or 0.0 for row in hours.rows)
    planned = sum(printed(row.planned) or 0.0 for row in hours.rows)
    shape = looks.total(looks.HOURS)
    page.put(0, "All kinds of work", looks.TOTAL_NAME)
    before = page.span(NOW, rows)
    page.formula(NOW, f'=IF(COUNT({before})=0,"",SUM({before}))', now if is_known else "", shape)
    page.formula(PLANNED, f"=SUM({page.span(PLANNED, rows)})", planned, shape)
    text = f'=IF({page.at(NOW)}="","",{page.at(PLANNED)}-{page.at(NOW)})'
    change = planned - now if is_known else ""
    page.formula(CHANGE, text, change, looks.total(looks.HOURS_CHANGE))
    page.next()
    exact = formats.to_half_hours(sum(row.now or 0.0 for row in hours.rows))
    if is_known and exact != now:
        page.across(
            "Each row is rounded to half-hours. Added up before rounding, your hours now are "
            f"{formats.hours_in_words(exact)}.",
            looks.MUTED,
        )


def _chart(page: Page, rows: range) -> None:
    """Set the bars of hours now and planned under the table, in its order."""
    chart = page.book.file.add_chart({"type": "bar"})
    head = rows[0] - 1
    colours = page.book.colours
    for column, colour in ((NOW, colours["media_tint"]), (PLANNED, colours["media"])):
        chart.add_series(
            {
                "name": [page.name, head, column],
                "categories": [page.name, rows[0], 0, rows[-1], 0],
                "values": [page.name, rows[0], column, rows[-1], column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_title({"name": "Hours a week, now and planned", "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True, "crossing": "max", "line": {"none": True}})
    faint = {"visible": True, "line": {"color": colours["rule"], "width": 0.75}}
    chart.set_x_axis({"num_format": "0", "min": 0, "major_gridlines": faint})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 940, "height": 340})
    described = {"description": "Bars: hours a week now and planned, for each kind of work."}
    page.sheet.insert_chart(page.row + 1, 0, chart, described)
