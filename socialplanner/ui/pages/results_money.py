"""The figures of the page “Return”, each with its reason."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from socialplanner.domain.ids import Mode
from socialplanner.presentation.i18n import _
from socialplanner.ui.pages.results_parts import Figure

if TYPE_CHECKING:
    from socialplanner.presentation.summary.break_even import BreakEven
    from socialplanner.presentation.summary.measuring import Rule
    from socialplanner.presentation.summary.parts import Source, TextTable


def formulas(source: "Source", page: "BreakEven") -> list[Figure]:
    """Return the formulas of breaking even, as the report prints them."""
    from socialplanner.presentation.why import accounts, money  # noqa: PLC0415 - NumPy

    reasons = (
        money.cost_reason,
        money.margin_reason,
        money.customers_reason,
        money.enquiries_reason,
        accounts.lifetime_reason,
        accounts.later_reason,
    )
    return [
        Figure(name=name, value=result, detail=formula, why=partial(make, source))
        for (name, formula, result), make in zip(page.formulas.rows, reasons, strict=False)
    ]


def ledgers(source: "Source", page: "BreakEven") -> list[Figure]:
    """Return the account of each mode."""
    from socialplanner.presentation.why import accounts  # noqa: PLC0415 - NumPy

    return [
        Figure(
            name=name,
            value=_("{hours} h a week, {cost} a month").format(hours=hours, cost=cost),
            detail=truth,
            why=partial(accounts.ledger_reason, source, mode),
        )
        for (name, hours, cost, truth), mode in zip(page.ledgers.rows, Mode, strict=True)
    ]


def kpi_groups(source: "Source", table: "TextTable") -> list[tuple[str, list[Figure]]]:
    """Return what is counted, aim by aim."""
    from socialplanner.presentation import names  # noqa: PLC0415 - with the next
    from socialplanner.presentation.why.counting import kpi_reason  # noqa: PLC0415 - NumPy

    groups: dict[str, list[Figure]] = {}
    for choice, (_goal, what, how, where, mind) in zip(
        source.assessment.kpis, table.rows, strict=True
    ):
        figure = Figure(
            name=what,
            detail="\n".join(part for part in (f"{how}.", f"{where}.", mind) if part),
            why=partial(kpi_reason, source, choice),
        )
        groups.setdefault(choice.goal, []).append(figure)
    return [(names.goal_name(source.catalogue, goal), found) for goal, found in groups.items()]


def rules(source: "Source", found: Sequence["Rule"]) -> list[Figure]:
    """Return the decisions agreed now."""
    from socialplanner.presentation.why.counting import rule_reason  # noqa: PLC0415 - NumPy

    return [
        Figure(
            name=each.text,
            detail=_("The number is: {basis}").format(basis=each.basis),
            why=partial(rule_reason, source, rule),
            asked=_("the rule of {day}").format(day=each.by),
        )
        for each, rule in zip(found, source.assessment.rules, strict=True)
    ]
