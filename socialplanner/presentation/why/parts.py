"""What all reasons are made of: figures with their origins, and amounts as formulas show them."""

from collections.abc import Iterable, Sequence

from socialplanner.domain.ids import Origin
from socialplanner.presentation import formats, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.break_even import IMPOSSIBLE, OPEN
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.threshold import rate

FigureRow = tuple[str, str, str]
"""What it is, the figure, and its origin in words."""

NONE = "–"


def figure_table(rows: Iterable[FigureRow]) -> TextTable:
    """Return figures with their origins as a table."""
    head = (_("Figure"), _("Number"), _("Whose"))
    return table(head, tuple(rows), figures=(1,))


def no_figures() -> TextTable:
    """Return a table without rows."""
    return table((), ())


def yours() -> str:
    """Return the origin of what the owner said."""
    return wording.ORIGINS[Origin.OWNER]


def assumed() -> str:
    """Return the origin of what nobody measured."""
    return wording.ORIGINS[Origin.DEFAULT]


def worked_out() -> str:
    """Return the origin of what follows from other figures."""
    return _("worked out")


def exact(amount: float) -> str:
    """Return a number as formulas show it, with one decimal below a hundred."""
    return formats.number(round(amount, 1))


def fine(amount: float) -> str:
    """Return a small number as formulas show it, with three decimals."""
    return formats.number(round(amount, 3))


def share(part: float | None) -> str:
    """Return a share 0..1 in a formula, with one decimal of a percent."""
    return NONE if part is None else f"{formats.number(round(100 * part, 1))}%"


def assumption_row(source: Source, assumption_id: str) -> FigureRow | None:
    """Return a number of the method with its own words and origin, None where it has none."""
    for each in source.catalogue.assumptions:
        if each.id == assumption_id:
            return each.text, formats.number(each.value), wording.ORIGINS[each.origin]
    return None


def assumption_rows(source: Source, ids: Sequence[str]) -> list[FigureRow]:
    """Return numbers of the method, those that have words."""
    found = (assumption_row(source, each) for each in ids)
    return [row for row in found if row is not None]


def needed(amount: float | None, *, is_hopeless: bool = False) -> str:
    """Return how many are needed a month, or why no number can be given."""
    if amount is None:
        return IMPOSSIBLE if is_hopeless else OPEN
    return rate(amount)


def money(source: Source, amount: float | None, pattern: str = "{amount}") -> str:
    """Return money in the profile's currency, or that it is not known yet."""
    if amount is None:
        return OPEN
    return pattern.format(amount=formats.money(amount, source.currency))
