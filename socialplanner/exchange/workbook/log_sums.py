"""Under the log: sums, averages from review to review, and what changed between them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_grid import FIRST, Column, Grid, Kind
from socialplanner.exchange.workbook.log_names import ALL_WEEKS
from socialplanner.exchange.workbook.look import Look
from socialplanner.presentation import formats

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.page import Page

AVERAGES: Final = {Kind.KEPT: looks.WHOLE_SHARE, Kind.KPI: "#,##0.0", Kind.MONEY: "#,##0.0"}
CHANGES: Final = {Kind.KEPT: looks.SHARE_CHANGE}
NOTE: Final = (
    "Averages leave out odd weeks and empty cells. Four weeks of small counts differ by chance "
    "alone: act on the rules under “Reviews”, not on a difference of a few."
)


def write_sums(page: "Page", grid: Grid, rows: range) -> None:
    """Write the rows under the log."""
    _totals(page, grid, rows)
    _counts(page, grid, rows)
    averages = []
    for weeks in grid.blocks:
        averages.append(page.row)
        _average(page, grid, rows, weeks)
    for earlier, later in pairwise(range(len(averages))):
        _change(page, grid, averages, (earlier, later))
    page.put(0, NOTE, looks.ASIDE)
    page.next()


def _label(page: "Page", text: str, look: Look = looks.CELL) -> None:
    page.put(0, text, look)
    page.put(1, "", look)


def _totals(page: "Page", grid: Grid, rows: range) -> None:
    """Write sums of what adds up: hours, money and what came about, never shares or people."""
    _label(page, ALL_WEEKS.format(count=formats.in_words(len(rows))), looks.TOTAL_NAME)
    every = range(len(rows))
    for place, column in enumerate(grid.columns):
        shape = looks.total(AVERAGES.get(column.kind, looks.HOURS))
        if not column.adds_up:
            page.put(FIRST + place, "", shape)
            continue
        span = page.span(FIRST + place, rows)
        found = grid.values(column.key, every, with_odd=True)
        text = f'=IF(COUNT({span})=0,"",SUM({span}))'
        page.formula(FIRST + place, text, sum(found) if found else "", shape)
    page.next()


def _counts(page: "Page", grid: Grid, rows: range) -> None:
    _label(page, "Weeks with a figure")
    every = range(len(rows))
    for place, column in enumerate(grid.columns):
        if column.kind is Kind.PLANNED:
            page.put(FIRST + place, "")
            continue
        span = page.span(FIRST + place, rows)
        found = len(grid.values(column.key, every, with_odd=True))
        page.formula(FIRST + place, f"=COUNT({span})", found, looks.number("0"))
    page.next()


def _average(page: "Page", grid: Grid, rows: range, weeks: range) -> None:
    """Write the averages of some weeks; a block without a figure shows nothing."""
    _label(page, f"Average, {named(weeks)}", looks.STRONG)
    block = range(rows[weeks[0]], rows[weeks[-1]] + 1)
    odd = page.span(FIRST + len(grid.columns), block)
    for place, column in enumerate(grid.columns):
        span = page.span(FIRST + place, block)
        text = (
            f'=IF(SUMPRODUCT(ISNUMBER({span})*({odd}<>"yes"))=0,"",'
            f'AVERAGEIFS({span},{odd},"<>yes"))'
        )
        found = grid.average(column.key, weeks)
        shape = looks.number(AVERAGES.get(column.kind, looks.HOURS))
        page.formula(FIRST + place, text, "" if found is None else found, shape)
    page.next()


def _change(page: "Page", grid: Grid, averages: Sequence[int], pair: tuple[int, int]) -> None:
    """Write how far one block lies from the one before."""
    earlier, later = pair
    _label(page, f"Change, {named(grid.blocks[later])} on {named(grid.blocks[earlier])}")
    for place, column in enumerate(grid.columns):
        if column.kind is Kind.PLANNED:
            page.put(FIRST + place, "")
            continue
        one = page.at(FIRST + place, averages[earlier])
        two = page.at(FIRST + place, averages[later])
        text = f'=IF(OR({one}="",{two}=""),"",{two}-{one})'
        shape = looks.number(CHANGES.get(column.kind, looks.CHANGE))
        page.formula(FIRST + place, text, _difference(grid, column, pair), shape)
    page.next()


def _difference(grid: Grid, column: Column, pair: tuple[int, int]) -> float | str:
    before, after = (grid.average(column.key, grid.blocks[place]) for place in pair)
    return "" if before is None or after is None else after - before


def named(weeks: range) -> str:
    """Return some weeks of the log in words, as they are numbered there."""
    return formats.in_sentence(formats.weeks(weeks[0] + 1, weeks[-1] + 1))
