"""The workbook of a plan: what a spreadsheet shows, sums and draws, made from one source."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialplanner.presentation.plan_options import PlanPart

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.book import Book
    from socialplanner.presentation.plan_source import PlanSource

Writer = Callable[["Book"], None]


def workbook_file(source: "PlanSource") -> bytes:
    """Return a plan as a workbook; the same source gives the same bytes.

    Sums, averages, break-even and charts are live. No text of a person is ever a formula.
    """
    from socialplanner.exchange.workbook.book import closed, open_book  # noqa: PLC0415 - XlsxWriter

    book = open_book(source)
    for write in _writers(source):
        write(book)
    return closed(book)


def _writers(source: "PlanSource") -> list[Writer]:
    """Return what writes each sheet: the plan, parts in order, whose figures these are."""
    from socialplanner.exchange.workbook import (  # noqa: PLC0415 - XlsxWriter
        days_sheet,
        log_sheet,
        plan_sheet,
        return_sheet,
        scores_sheet,
        week_sheet,
        words_sheets,
    )

    sheets: dict[PlanPart, tuple[Writer, ...]] = {
        PlanPart.STANDING: (scores_sheet.write_scores,),
        PlanPart.MIX: (scores_sheet.write_scores,),
        PlanPart.WEEK: (week_sheet.write_week,),
        PlanPart.DAYS: (days_sheet.write_days,),
        PlanPart.MEASURING: (
            log_sheet.write_log,
            words_sheets.write_kpis,
            return_sheet.write_return,
        ),
        PlanPart.CHANGE: (words_sheets.write_changes,),
        PlanPart.APPENDIX: (
            words_sheets.write_answers,
            words_sheets.write_activities,
            words_sheets.write_sources,
        ),
    }
    wanted = [write for part in source.options.parts for write in sheets.get(part, ())]
    return list(dict.fromkeys([plan_sheet.write_plan, *wanted, words_sheets.write_about]))
