"""The sheet “Return”: the owner's own figures, and what breaking even takes, live."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.domain.ids import Mode
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.exchange.workbook.return_formulas import Cells, Live, ledger, steps
from socialplanner.presentation import formats, names
from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.summary.threshold import rate

if TYPE_CHECKING:
    from socialplanner.domain.roi import Ledger
    from socialplanner.exchange.workbook.book import Book

NAME: Final = "Return"
WIDTHS: Final = (46, 18, 30, 30, 66)
UNLOCKED: Final = {"format_cells": True, "format_columns": True, "format_rows": True}
OWN: Final = "your figure"
NOT_GIVEN: Final = "not given"
ASSUMED: Final = "our assumption"
PLANNED: Final = "from the plan"
LEAST: Final = -1e12
MOST: Final = 1e12


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that may be changed: its key in formulas, name, value, unit and whose it is."""

    key: str
    name: str
    value: float | None
    unit: str
    origin: str


def write_return(book: "Book") -> None:
    """Write figures, results and the two accounts; changing a figure changes what follows."""
    page = open_page(book, NAME, WIDTHS, title="What breaking even takes", is_wide=True)
    measuring = book.source.summary.measuring
    page.across(measuring.headline, looks.HEADLINE)
    page.explain(measuring.lead, looks.PROSE)
    page.explain("Change a pale cell, and everything below follows. Nothing here is a forecast.")
    cells = _figures(page)
    _results(page, cells)
    _ledgers(page, cells)
    page.sheet.protect("", UNLOCKED)


def figures(book: "Book") -> list[Figure]:
    """Return the figures that breaking even rests on, in the order of the formulas."""
    return [*_of_plan(book), *_of_owner(book), *_assumed(book)]


def _of_plan(book: "Book") -> list[Figure]:
    catalogue = book.source.catalogue
    return [
        Figure(
            key=f"hours_{mode}",
            name=f"Hours a week, {names.mode_in_text(catalogue, mode)}",
            value=book.assessment.plan.hours_of(mode),
            unit="hours",
            origin=PLANNED,
        )
        for mode in Mode
    ]


def _of_owner(book: "Book") -> list[Figure]:
    business, currency = book.assessment.business, book.currency
    has_ads = bool(book.assessment.returns.monthly_ad_cost)
    ads = business.ad_budget_per_week if has_ads else None
    said = (
        ("hour", "Cost of an hour", business.hour_cost, currency),
        ("ads", "Money for paid posts, a week", ads, currency),
        ("order", "Value of a first order", business.order_value, currency),
        ("margin", "Margin", business.margin_percent, "%"),
        ("close", "Enquiries that become customers", business.close_rate, "of ten"),
        ("orders", "Orders of a customer, a year", business.orders_per_year, "orders"),
    )
    found = [
        Figure(
            key=key,
            name=name,
            value=value,
            unit=unit,
            origin=NOT_GIVEN if value is None else OWN,
        )
        for key, name, value, unit in said
    ]
    if not has_ads:
        return [_without_ads(each) if each.key == "ads" else each for each in found]
    return found


def _without_ads(figure: Figure) -> Figure:
    return Figure(
        key=figure.key,
        name=figure.name,
        value=None,
        unit=figure.unit,
        origin="none in this plan",
    )


def _assumed(book: "Book") -> list[Figure]:
    money, business = book.source.catalogue.parameters.money, book.assessment.business
    kept = business.repeat_buyers
    keep = None if kept is None else money.retention[kept]
    shares = [
        (f"traced_{each.mode}", _traced_name(book, each.mode), each.traceable_share, _about(each))
        for each in book.assessment.returns.ledgers
    ]
    assumed = (
        ("keep", "Customers who stay, a year", keep, "%"),
        ("discount", "A later year counts less, by", money.discount_rate, "%"),
        *shares,
    )
    weeks = Figure(
        key="weeks", name="Weeks a month", value=money.weeks_per_month, unit="weeks", origin=ASSUMED
    )
    return [
        weeks,
        *(
            Figure(
                key=key,
                name=name,
                value=None if share is None else 100 * share,
                unit=unit,
                origin=NOT_GIVEN if share is None else ASSUMED,
            )
            for key, name, share, unit in assumed
        ),
    ]


def _about(ledger: "Ledger") -> str:
    """Return the unit of a share that the plan says in round figures."""
    return f"%, in the plan: {formats.percent(ledger.traceable_share)}"


def _traced_name(book: "Book", mode: Mode) -> str:
    return f"Enquiries that can be traced, {names.mode_in_text(book.source.catalogue, mode)}"


def _figures(page: Page) -> Cells:
    """Write the figures and return where each stands."""
    page.heading("The figures")
    page.head(("Figure", "Change it here", "Counted in", "Whose figure"), (1,))
    first, places = page.row, {}
    for each in figures(page.book):
        places[each.key] = page.at(1)
        shape = _shape(each)
        page.line((each.name, each.value, each.unit, each.origin), (looks.CELL, looks.entry(shape)))
    told = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": LEAST,
        "maximum": MOST,
        "error_title": "A number",
        "error_message": "A number is expected here, or nothing where it is not known.",
    }
    page.sheet.data_validation(first, 1, page.row - 1, 1, told)
    return Cells(places=places, years=page.book.source.catalogue.parameters.money.clv_years)


def _shape(figure: Figure) -> str:
    """Return the shape of a figure: as many digits as it was given with."""
    if figure.unit == "hours":
        return looks.HOURS
    is_whole = figure.value is None or formats.rounded(figure.value, 6) % 1 == 0
    if is_whole:
        return "#,##0"
    return "0.00" if figure.key.startswith("traced") else looks.PLAIN


def _results(page: Page, cells: Cells) -> None:
    """Write each step with its live result, what the plan says, and the plan's own working."""
    page.heading("Breaking even")
    page.head(("Step", "Live", "", "In the plan", "Worked out in the plan"), (1,))
    shown = {name: (how, result) for name, how, result in _formula_rows(page)}
    for step in steps(page.book.source.assessment, cells):
        name, (how, result) = step.name, shown.get(step.name, ("", ""))
        cells.places[step.key] = page.at(1)
        page.put(0, name, looks.STRONG)
        _live(page, 1, step, cells)
        unit = f"{page.book.currency} a month".strip() if step.key == "cost" else page.book.currency
        if step.is_money:
            page.put(2, unit)
        else:
            page.formula(2, often(page.at(1)), often_shown(step.result), looks.CELL)
        page.put(3, result)
        page.put(4, how)
        page.next()
    page.across(page.book.source.summary.measuring.break_even.note, looks.MUTED)


def _formula_rows(page: Page) -> list[tuple[str, str, str]]:
    rows = page.book.source.summary.measuring.break_even.formulas.rows
    return [(row[0], row[1], row[2]) for row in rows]


def _live(page: Page, column: int, live: Live, cells: Cells) -> None:
    amount = 0.0 if isinstance(live.result, str) else live.result
    number = looks.money(page.book.currency, amount) if live.is_money else looks.NEEDED
    shape = looks.Look(number=number, align="right", is_bold=True)
    page.formula(column, live.text(cells), live.result, shape)


def often(cell: str) -> str:
    """Return a formula that says how often a number a month is, as the plan says it."""
    space = formats.SPACE
    months = f"ROUND(1/{cell},0)"
    span = (
        f'IF({cell}*1200<1,"more than 100{space}years",IF({months}<24,{months}&"{space}months",'
        f'ROUND({months}/12,0)&"{space}years"))'
    )
    return (
        f'=IF(NOT(ISNUMBER({cell})),"",IF({cell}=0,"none",IF({cell}<0.5,"1 in "&{span},"a month")))'
    )


def often_shown(result: float | str) -> str:
    """Return what the formula of `often` comes to."""
    if isinstance(result, str):
        return ""
    if not result:
        return "none"
    words = rate(result)
    return words if result < looks.RARE else "a month"


def _ledgers(page: Page, cells: Cells) -> None:
    """Write one account for each mode."""
    page.heading("One account for each mode")
    head = ("Account", "Cost a month", "Enquiries a month", "Of these you would trace")
    page.head((*head, "In the plan"), (1, 2, 3))
    table = page.book.source.summary.measuring.break_even.ledgers
    for words, account in zip(table.rows, page.book.assessment.returns.ledgers, strict=True):
        page.put(0, words[0], looks.STRONG)
        for column, live in enumerate(ledger(page.book.source.assessment, account), start=1):
            cells.places[live.key] = page.at(column)
            _live(page, column, live, cells)
        page.put(4, words[3])
        page.next()
    if not page.book.is_brief:
        page.across(page.book.note(PlanPart.MEASURING))
