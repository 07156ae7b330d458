"""The key figures of a week, now and supposed, with what would be different."""

from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.domain.what_if import WhatIf
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.threshold import MONTHLY, rate

SLIGHT = 0.5
"""Less than this many hundredths of modelled value is next to nothing."""

WHOLE = 100


@unique
class FigureKey(StrEnum):
    """Which figure it is."""

    HOURS = "hours"
    SHARE = "share"
    COST = "cost"
    CUSTOMERS = "customers"
    ENQUIRIES = "enquiries"
    PRICE = "price"
    WORTH = "worth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure; `supposed` and `change` are "" where nothing is supposed."""

    key: FigureKey
    name: str
    now: str
    supposed: str = ""
    change: str = ""


def figures(now: WhatIf, supposed: WhatIf | None) -> tuple[Figure, ...]:
    """Return the key figures; worth alone needs something to compare with."""
    found = tuple(_figure(key, now, supposed) for key in FigureKey if key is not FigureKey.WORTH)
    return found if supposed is None else (*found, _worth(now, supposed))


def _figure(key: FigureKey, now: WhatIf, supposed: WhatIf | None) -> Figure:
    return Figure(
        key=key,
        name=figure_name(key),
        now=figure_text(key, now),
        supposed="" if supposed is None else figure_text(key, supposed),
        change="" if supposed is None else _change(key, now, supposed),
    )


def figure_name(key: FigureKey) -> str:
    """Return what a figure is called."""
    return {
        FigureKey.HOURS: _("Hours a week"),
        FigureKey.SHARE: _("Share of networking"),
        FigureKey.COST: _("Cost a month"),
        FigureKey.CUSTOMERS: _("Customers to break even"),
        FigureKey.ENQUIRIES: _("Enquiries to break even"),
        FigureKey.PRICE: _("What the target costs"),
        FigureKey.WORTH: _("Worth in the model"),
    }[key]


def figure_text(key: FigureKey, each: WhatIf) -> str:
    """Return a figure of one week."""
    found = each.returns
    margin, close = found.margin_per_sale, found.close_share
    return {
        FigureKey.HOURS: formats.hours(each.week.hours_per_week),
        FigureKey.SHARE: formats.percent(each.week.network_share),
        FigureKey.COST: _cost(each),
        FigureKey.CUSTOMERS: _needed(found.break_even_customers, margin),
        FigureKey.ENQUIRIES: _needed(found.break_even_enquiries, margin, close),
        FigureKey.PRICE: _price(each),
        FigureKey.WORTH: f"{WHOLE}",
    }[key]


def _change(key: FigureKey, now: WhatIf, supposed: WhatIf) -> str:
    """Return the difference as the printed figures show it, "" where there is none to tell."""
    before, after = now.returns, supposed.returns
    currency, share = now.said.profile.currency, supposed.week.network_share
    moved = supposed.week.hours_per_week - now.week.hours_per_week
    return {
        FigureKey.HOURS: _hours_change(moved),
        FigureKey.SHARE: _share_change(now.week.network_share, share),
        FigureKey.COST: _cost_change(before.monthly_cost, after.monthly_cost, currency),
        FigureKey.CUSTOMERS: _rate_change(before.break_even_customers, after.break_even_customers),
        FigureKey.ENQUIRIES: _rate_change(before.break_even_enquiries, after.break_even_enquiries),
        FigureKey.PRICE: _same() if _price(now) == _price(supposed) else "",
        FigureKey.WORTH: "",
    }[key]


def _cost(each: WhatIf) -> str:
    cost = each.returns.monthly_cost
    if cost is None:
        return _("not known yet")
    return formats.money(cost, each.said.profile.currency)


def _price(each: WhatIf) -> str:
    """Return the part of modelled value that keeping near the target costs."""
    if each.said.choices.keeps_earlier:
        return _("not reckoned")
    points = 100 * each.price
    if points < SLIGHT:
        return _("next to nothing")
    whole = max(1, round(points))
    if whole < formats.FIVE:
        return _("about {share}%").format(share=whole)
    return formats.percent(each.price)


def _needed(amount: float | None, *factors: float | None) -> str:
    """Return so many a month; where a factor is nothing, no number is enough."""
    if amount is not None:
        return rate(amount)
    is_hopeless = any(factor is not None and factor <= 0 for factor in factors)
    return _("no number is enough") if is_hopeless else _("not known yet")


def _hours_change(moved: float) -> str:
    return f"{formats.signed_hours(moved)}{formats.SPACE}h" if moved else _same()


def _share_change(before: float, after: float) -> str:
    """Return the difference in points."""
    points = formats.fives(100 * after) - formats.fives(100 * before)
    return _("{points} points").format(points=formats.signed_points(points)) if points else _same()


def _cost_change(before: float | None, after: float | None, currency: str) -> str:
    if before is None or after is None:
        return ""
    moved = _as_money(after) - _as_money(before)
    return _signed(moved, formats.money(abs(moved), currency))


def _as_money(amount: float) -> float:
    """Return an amount as it is printed: whole units from a hundred on."""
    return round(amount) if round(amount, 2) >= formats.EXACT_MONEY else round(amount, 2)


def _rate_change(before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return ""
    if rate(before) == rate(after):
        return _same()
    if min(before, after) < MONTHLY:
        return _("more") if after > before else _("fewer")
    moved = _as_count(after) - _as_count(before)
    return _signed(moved, formats.count(abs(moved)))


def _as_count(amount: float) -> float:
    """Return a count as it is printed: whole from ten on, with one decimal below."""
    return float(formats.count(amount).replace(",", ""))


def _signed(moved: float, text: str) -> str:
    if not moved:
        return _same()
    return f"+{text}" if moved > 0 else f"\u2212{text}"


def _worth(now: WhatIf, supposed: WhatIf) -> Figure:
    """Return the modelled value beside the plan's own, which is 100; patience has its own scale."""
    key = FigureKey.WORTH
    if now.said.business.patience != supposed.said.business.patience:
        return Figure(key=key, name=figure_name(key), now=f"{WHOLE}", supposed=_("another scale"))
    points = formats.fives(WHOLE * supposed.value / now.value)
    moved = points - WHOLE
    return Figure(
        key=key,
        name=figure_name(key),
        now=f"{WHOLE}",
        supposed=_("about {points}").format(points=points),
        change=_signed(moved, f"{abs(moved)}"),
    )


def _same() -> str:
    return _("as now")
