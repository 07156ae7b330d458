"""The sheet “Next 90 days”: every step with real dates, who does it, and what it takes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from socialplanner.domain.activity import Phase
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.disguise import who_shown
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation import formats
from socialplanner.presentation.plan_options import PlanPart

if TYPE_CHECKING:
    from socialplanner.domain.roadmap import Roadmap, RoadmapStep
    from socialplanner.exchange.workbook.book import Book, Value
    from socialplanner.presentation.summary.parts import TextTable

NAME: Final = "Next 90 days"
WIDTHS: Final = (13, 13, 14, 28, 64, 10, 16, 9)
HEAD: Final = ("From", "To", "When", "Activity", "Step", "Hours", "Who", "Done")
DONE: Final = 7
TO_FRIDAY: Final = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row of the summary with the days and hours that its words stand for."""

    words: tuple[str, ...]
    first: date | None
    last: date | None
    hours: float | None


def write_days(book: "Book") -> None:
    """Write the sheet."""
    page = open_page(book, NAME, WIDTHS, title="The next 90 days", is_wide=True)
    days = book.source.summary.days
    page.across(days.headline, looks.HEADLINE)
    page.explain(days.lead, looks.PROSE)
    page.across(book.note(PlanPart.DAYS))
    _steps(page, "Set up", set_up_steps(book))
    _steps(page, "Build: every week from its week on", build_steps(book))
    _steps(page, "Review", review_steps(book))
    page.explain(days.review_lead)


def set_up_steps(book: "Book") -> list[Step]:
    """Return what is done once, with its weeks and hours."""
    found = _of_phase(book, Phase.PREPARE)
    rows = book.source.summary.days.set_up.rows
    return [
        _step(book, words, step, formats.to_half_hours(max(step.hours, 0.5)))
        for words, step in zip(rows, found, strict=True)
    ]


def build_steps(book: "Book") -> list[Step]:
    """Return what is done every week, from the week in which an activity runs."""
    roadmap, plan = book.assessment.roadmap, book.assessment.plan
    building = {step.activity_id for step in _of_phase(book, Phase.BUILD)}
    spans = [span for span in roadmap.spans if span.activity_id in building]
    return [
        Step(
            words=words,
            first=roadmap.week_start(span.run_week),
            last=_friday(roadmap, roadmap.weeks),
            hours=formats.to_half_hours(plan.hours[span.activity_id]),
        )
        for words, span in zip(book.source.summary.days.build.rows, spans, strict=True)
    ]


def review_steps(book: "Book") -> list[Step]:
    """Return what is looked at on a day of review."""
    every = book.source.catalogue.parameters.review.review_every_weeks
    dates = book.assessment.roadmap.reviews
    found = _of_phase(book, Phase.REVIEW)
    table: TextTable = book.source.summary.days.review
    steps = []
    for words, step in zip(table.rows, found, strict=True):
        place = -(-step.first_week // every) - 1
        day = dates[place] if place < len(dates) else None
        steps.append(Step(words=words, first=day, last=day, hours=None))
    return steps


def _step(book: "Book", words: tuple[str, ...], step: "RoadmapStep", hours: float) -> Step:
    roadmap = book.assessment.roadmap
    first, last = roadmap.week_start(step.first_week), _friday(roadmap, step.last_week)
    return Step(words=words, first=first, last=last, hours=hours)


def _friday(roadmap: "Roadmap", week: int) -> date:
    return roadmap.week_start(week) + TO_FRIDAY


def _of_phase(book: "Book", phase: Phase) -> list["RoadmapStep"]:
    return [step for step in book.assessment.roadmap.steps if step.phase is phase]


def _steps(page: Page, title: str, steps: list[Step]) -> None:
    """Write steps under a head of their own, with a cell to tick each off."""
    if not steps:
        return
    page.heading(title)
    page.head(HEAD, (5,))
    shapes = (
        looks.DATE,
        looks.DATE,
        looks.CELL,
        looks.STRONG,
        looks.CELL,
        looks.number(looks.HOURS),
        looks.CELL,
        looks.entry(align="center"),
    )
    first = page.row
    for step in steps:
        page.line(_values(page, step), shapes)
    told = {"validate": "list", "source": ["yes"], "ignore_blank": True}
    page.sheet.data_validation(first, DONE, page.row - 1, DONE, told)


def _values(page: Page, step: Step) -> "tuple[Value, ...]":
    when, activity, text, *rest = step.words
    who = who_shown(page.book, rest[1]) if rest else ""
    return (step.first, step.last, when, activity, text, step.hours, who, None)
