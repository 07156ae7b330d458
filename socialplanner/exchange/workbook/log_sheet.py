"""The sheet “KPI log”: a row a week to fill in, sums and averages that follow, and charts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import log_names
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_grid import (
    FIRST,
    OTHER,
    Column,
    Grid,
    Kind,
    Log,
    make_grid,
)
from socialplanner.exchange.workbook.log_names import mark_line
from socialplanner.exchange.workbook.log_sums import write_sums
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.exchange.workbook.reviews_sheet import write_reviews
from socialplanner.presentation.plan_options import PlanPart

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.book import Book
    from socialplanner.exchange.workbook.look import Look

NAME: Final = "KPI log"
WEEK, MONDAY = 0, 1

BANDS: Final = {
    Kind.ACTIVITY: "Hours given to each activity",
    Kind.ALL_HOURS: "Kept and planned",
    Kind.MONEY: "Money",
    Kind.KPI: "What came of it",
}
SHAPES: Final = {Kind.KEPT: looks.WHOLE_SHARE, Kind.KPI: looks.PLAIN, Kind.MONEY: looks.PLAIN}
MOST_HOURS: Final = 168
UNLOCKED: Final = {"format_cells": True, "format_columns": True, "format_rows": True}


def write_log(book: "Book") -> None:
    """Write the log of thirteen weeks, and beside it what it says at the reviews."""
    grid = make_grid(book.source)
    widths = (19, 12, *(12.5 for _ in grid.columns), 8, 30)
    page = open_page(book, NAME, widths, is_wide=True)
    page.put(0, _lead(grid), looks.ASIDE)
    page.next()
    if book.note(PlanPart.MEASURING):
        page.across(book.note(PlanPart.MEASURING))
    top = _head(page, grid)
    for week in range(len(grid.mondays)):
        _week(page, grid, week, top - 1)
    rows = range(top, page.row)
    _validate(page, grid, rows)
    write_sums(page, grid, rows)
    _mark(page, book)
    page.sheet.protect("", UNLOCKED)
    _print_two_wide(page, grid)
    log = Log(sheet=NAME, grid=grid, rows=rows)
    write_reviews(book, log)


def _mark(page: Page, book: "Book") -> None:
    """Write by what the log is known again once it comes back; never in a copy without names."""
    if book.source.profile_id and not book.source.options.alias:
        page.put(0, mark_line(book.source.profile_id), looks.ASIDE)
        page.next()


def _print_two_wide(page: Page, grid: Grid) -> None:
    """Print hours on one page and what came of them on another, each with its weeks."""
    page.sheet.repeat_columns(WEEK, MONDAY)
    figures = grid.of(Kind.KPI)
    edge = FIRST + figures[0] if figures else len(page.widths)
    page.sheet.set_v_pagebreaks([edge])
    page.scale(page.widths[:edge], [*page.widths[:FIRST], *page.widths[edge:]])


def _lead(grid: Grid) -> str:
    """Return how the log is used, and what of the logbook is not in it."""
    lead = (
        "Fill in the pale cells, one row a week; what is counted by month goes into the week in "
        "which you count. The other cells are protected against slips, without a password."
    )
    if grid.elsewhere:
        lead += f" Weeks of the logbook outside these dates, not shown here: {grid.elsewhere}."
    return lead


def _head(page: Page, grid: Grid) -> int:
    """Write what each column is, its unit and what is planned; return the first week's row."""
    for place, column in enumerate(grid.columns):
        is_first = place == 0 or grid.columns[place - 1].kind is not column.kind
        page.put(FIRST + place, BANDS.get(column.kind, "") if is_first else "", BAND)
    page.next()
    odd = FIRST + len(grid.columns)
    columns = (each.name for each in grid.columns)
    heads = (log_names.WEEK, log_names.MONDAY, *columns, log_names.ODD_WEEK, log_names.NOTES)
    page.head(heads, range(FIRST, odd))
    page.sheet.set_row(page.row - 1, 58)
    page.sheet.repeat_rows(page.row - 1)
    page.put(WEEK, log_names.COUNTED_IN, looks.UNIT)
    page.put(MONDAY, "", looks.UNIT)
    for place, column in enumerate(grid.columns):
        page.put(FIRST + place, column.unit, looks.UNIT)
    page.next()
    _planned(page, grid)
    page.sheet.freeze_panes(page.row, FIRST)
    return page.row


BAND: Final = replace(looks.ASIDE, is_bold=True, ink="words")


def _planned(page: Page, grid: Grid) -> None:
    """Write the hours of the plan, whose sum the share kept is measured by."""
    page.put(WEEK, log_names.PLAN_A_WEEK, looks.STRONG)
    page.put(MONDAY, "", looks.STRONG)
    shape = looks.Look(number=looks.HOURS, align="right", is_bold=True)
    for place, column in enumerate(grid.columns):
        if column.kind is Kind.ALL_HOURS:
            span = _across(page, grid, page.row)
            page.formula(FIRST + place, f"=SUM({span})", column.planned or 0.0, shape)
        else:
            page.put(FIRST + place, column.planned, shape)
    page.next()


def _across(page: Page, grid: Grid, row: int, *, planned_only: bool = False) -> str:
    """Return the cells of the activities in a row."""
    places = [p for p in grid.of(Kind.ACTIVITY) if not planned_only or grid.columns[p].key != OTHER]
    return f"{page.at(FIRST + places[0], row)}:{page.at(FIRST + places[-1], row)}"


def _week(page: Page, grid: Grid, week: int, plan_row: int) -> None:
    page.put(WEEK, float(week + 1), looks.number("0"))
    page.put(MONDAY, grid.mondays[week], looks.DATE)
    for place, column in enumerate(grid.columns):
        if column.kind in (Kind.ALL_HOURS, Kind.PLANNED, Kind.KEPT):
            _derived(page, grid, week, (place, plan_row))
        else:
            page.put(FIRST + place, grid.cells[week].get(column.key), _entry(column))
    odd = FIRST + len(grid.columns)
    page.put(odd, "yes" if week in grid.odd else "", looks.entry(align="center"))
    page.put(odd + 1, grid.notes.get(week, ""), looks.entry(align="left"))
    page.next()


def _entry(column: Column) -> "Look":
    return looks.entry(looks.HOURS if column.kind is Kind.ACTIVITY else looks.PLAIN)


def _derived(page: Page, grid: Grid, week: int, where: tuple[int, int]) -> None:
    """Write what follows from the hours of a week."""
    place, plan_row = where
    column = grid.columns[place]
    whole = page.at(FIRST + grid.of(Kind.ALL_HOURS)[0], plan_row)
    everything, planned = (
        _across(page, grid, page.row),
        _across(page, grid, page.row, planned_only=True),
    )
    text = {
        Kind.ALL_HOURS: f'=IF(COUNT({everything})=0,"",SUM({everything}))',
        Kind.PLANNED: f"={whole}",
        Kind.KEPT: f'=IF(OR(COUNT({everything})=0,{whole}=0),"",SUM({planned})/{whole})',
    }[column.kind]
    shape = looks.WHOLE_SHARE if column.kind is Kind.KEPT else looks.HOURS
    page.formula(FIRST + place, text, grid.cells[week].get(column.key, ""), looks.number(shape))


def _validate(page: Page, grid: Grid, rows: range) -> None:
    """Let hours be hours, ask about a figure below zero, and know odd weeks by one word."""
    for place in grid.of(Kind.ACTIVITY):
        hours = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": MOST_HOURS}
        words = {"error_title": "Hours", "error_message": "Hours of one week: 0 to 168."}
        column = FIRST + place
        page.sheet.data_validation(rows[0], column, rows[-1], column, {**hours, **words})
    for place in grid.of(Kind.MONEY, Kind.KPI):
        figure = {"validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning"}
        words = {
            "error_title": "A number",
            "error_message": "A number of 0 or more is expected. Keep this one?",
        }
        column = FIRST + place
        page.sheet.data_validation(rows[0], column, rows[-1], column, {**figure, **words})
    odd = FIRST + len(grid.columns)
    told = {
        "validate": "list",
        "source": ["yes"],
        "input_title": "Odd week",
        "input_message": "A holiday, an illness, a fair: odd weeks are left out of averages.",
    }
    page.sheet.data_validation(rows[0], odd, rows[-1], odd, told)
