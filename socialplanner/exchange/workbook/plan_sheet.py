"""The sheet “Plan”: what is concluded, the key figures, the week's activities with live sums."""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from socialplanner.domain.ids import Mode
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.disguise import who_shown
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation import formats
from socialplanner.presentation.plan_options import CoverKind, PlanPart

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.book import Book
    from socialplanner.presentation.summary.week import WeekPart

NAME: Final = "Plan"
WIDTHS: Final = (40, 14, 18, 62)
LOGO_WIDTH: Final = 400
LOGO_HEIGHT: Final = 56
LOGO_ROW: Final = 46
"""Points of the row of the title where a logo stands in it."""

LAST_COLUMN: Final = 439
"""Pixels of the last column, at whose right edge the logo ends."""

HOURS: Final = 1
BESIDE: Final = looks.Look(valign="vcenter")


def write_plan(book: "Book") -> None:
    """Write the sheet; it is there whatever parts are wanted, and holds what they ask for."""
    page = open_page(book, NAME, WIDTHS, title=book.source.summary.cover.title)
    _head(page)
    page.across(book.source.options.opening)
    if book.has(PlanPart.SUMMARY):
        _overview(page)
    if book.has(PlanPart.WEEK):
        _activities(page)
    if book.has(PlanPart.SUMMARY):
        _actions(page)
    if book.source.options.closing:
        page.next()
        page.across(book.source.options.closing)


def _head(page: Page) -> None:
    """Write for whom, by whom and when, and the logo."""
    cover, options = page.book.source.summary.cover, page.book.source.options
    page.across(page.book.name, looks.HEADLINE)
    prepared = [] if options.alias else _prepared(page)
    page.across(" · ".join([*prepared, cover.day]), looks.MUTED)
    if not options.alias:
        page.across("\n".join(options.lines), looks.MUTED)
        _logo(page)
    page.across(options.mark, looks.LEAD)


def _prepared(page: Page) -> list[str]:
    cover, options = page.book.source.summary.cover, page.book.source.options
    recipient = cover.prepared_for or options.recipient
    sender = cover.prepared_by or options.sender
    said = {"Prepared for": recipient, "Prepared by": sender}
    return [f"{words} {name}" for words, name in said.items() if name]


def _logo(page: Page) -> None:
    """Set the logo at the right of the title, small enough not to push anything away."""
    options = page.book.source.options
    if options.logo is None or options.cover is CoverKind.NONE:
        return
    width, height = (int.from_bytes(options.logo[at : at + 4], "big") for at in (16, 20))
    scale = min(1.0, LOGO_HEIGHT / max(height, 1), LOGO_WIDTH / max(width, 1))
    told = {
        "image_data": BytesIO(options.logo),
        "x_scale": scale,
        "y_scale": scale,
        "x_offset": LAST_COLUMN - scale * width,
        "y_offset": 2,
        "description": "Logo",
        "object_position": 3,
    }
    page.sheet.set_row(0, LOGO_ROW)
    page.sheet.insert_image(0, len(WIDTHS) - 1, "logo.png", told)


def _overview(page: Page) -> None:
    overview = page.book.source.summary.overview
    page.next()
    page.across(overview.headline, looks.HEADLINE)
    page.explain(overview.lead, looks.PROSE)
    page.across(page.book.note(PlanPart.SUMMARY))
    page.heading("Key figures")
    for figure in overview.figures:
        page.put(0, figure.value, looks.BIG)
        page.sheet.merge_range(page.row, 1, page.row, 2, None, page.book.format(BESIDE))
        page.book.write(page.sheet, (page.row, 1), figure.label, BESIDE)
        page.put(3, figure.note, BESIDE)
        page.sheet.set_row(page.row, 30)
        page.row += 1
    page.heading("What we found")
    page.statements(overview.findings)
    page.explain(overview.note)


def _activities(page: Page) -> None:
    """Write the activities by mode; sums and the share are live, and follow the hours."""
    week, plan = page.book.source.summary.week, page.book.assessment.plan
    page.heading("Your week, activity by activity")
    page.across(week.headline, looks.LEAD)
    page.head(("Activity", "Hours a week", "How sure", "First step"), (HOURS,))
    sums = {part.mode: _part(page, part) for part in week.parts}
    adding = "+".join(sums.values())
    page.put(0, "All activities", looks.TOTAL_NAME)
    page.formula(HOURS, f"={adding}", plan.hours_per_week, looks.total(looks.HOURS))
    whole = page.at(HOURS)
    page.put(2, "", looks.TOTAL_NAME)
    page.put(3, week.published, looks.TOTAL_NAME)
    page.next()
    _share(page, sums.get(Mode.NETWORK, "0"), whole)
    page.explain(week.labels_note)


def _part(page: Page, part: "WeekPart") -> str:
    """Write the activities of a mode under its sum, and return where the sum is."""
    planned = [a for a in page.book.assessment.plan.activities if a.mode is part.mode]
    top = page.row
    rows = range(top + 1, top + 1 + len(planned))
    page.put(0, part.name, looks.BAND)
    result = page.book.assessment.plan.hours_of(part.mode)
    shape = looks.band_number(looks.HOURS)
    page.formula(HOURS, f"=SUM({page.span(HOURS, rows)})", result, shape)
    page.put(2, "", looks.BAND)
    page.put(3, "", looks.BAND)
    page.next()
    for activity, row in zip(planned, part.rows, strict=True):
        page.line(
            (row.name, activity.hours, row.label, row.first_step),
            (looks.CELL, looks.number(looks.HOURS)),
        )
    return page.at(HOURS, top)


def _share(page: Page, network: str, whole: str) -> None:
    """Write the share of networking in round figures, as the plan says it."""
    share = page.book.assessment.plan.network_share
    is_all = share in (0, 1)
    shape = looks.WHOLE_SHARE if is_all else looks.SHARE
    shown = formats.fives(100 * share) / 100
    page.put(0, "Share of networking, in round figures")
    formula = f"=IF({whole}=0,0,ROUND(20*{network}/{whole},0)/20)"
    page.formula(HOURS, formula, shown, looks.number(shape))
    page.next()


def _actions(page: Page) -> None:
    page.heading("What to do first")
    page.head(("What", "When", "Who"))
    for action in page.book.source.summary.overview.actions:
        page.line((action.text, action.when, who_shown(page.book, action.who)))
