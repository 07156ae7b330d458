"""Why a customer is worth so much over years, and why a mode costs what it costs."""

from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import Ledger, ratio
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.break_even import OPEN
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    FigureRow,
    assumption_rows,
    exact,
    figure_table,
    fine,
    money,
    needed,
    share,
    worked_out,
    yours,
)

LATER = (
    "business.repeat_buyers",
    "business.orders_per_year",
    "business.order_value",
    "business.margin_percent",
)


def lifetime_reason(source: Source) -> Reason:
    """Return why a customer is worth what it is over three years."""
    business = source.assessment.business
    returns, years = source.assessment.returns, source.catalogue.parameters.money.clv_years
    orders = max(1.0, business.orders_per_year or 1.0)
    ids = (f"money.retention.{business.repeat_buyers}", "money.discount_rate", "money.clv_years")
    rows = [
        (_("Margin of an order"), money(source, returns.margin_per_sale), yours()),
        (_("Orders a year, at least one"), fine(orders), yours()),
        *assumption_rows(source, ids),
    ]
    words = _(
        "Value = margin × orders a year × (1 + q + q² …) over {years} years, q = stay ÷ later"
    )
    words = words.format(years=formats.in_words(round(years)))
    return Reason(
        title=_("Why this value of a customer?"),
        value=money(source, returns.lifetime_value),
        formula=words + _lifetime_sums(source, orders),
        figures=figure_table(rows),
        question_ids=LATER,
    )


def _lifetime_sums(source: Source, orders: float) -> str:
    returns, parameters = source.assessment.returns, source.catalogue.parameters.money
    buyers = source.assessment.business.repeat_buyers
    if returns.lifetime_value is None or buyers is None:
        return ""
    keep, later = parameters.retention[buyers], 1 + parameters.discount_rate
    kept = sum((keep / later) ** year for year in range(parameters.clv_years))
    product = f"{fine(returns.margin_per_sale or 0.0)} × {fine(orders)} × {fine(kept)}"
    return f"\nq = {fine(keep)} ÷ {fine(later)}\n= {product} = {exact(returns.lifetime_value)}"


def later_reason(source: Source) -> Reason:
    """Return why so many customers would pay for the plan, later orders counted."""
    returns = source.assessment.returns
    cost, value = returns.monthly_cost, returns.lifetime_value
    customers = ratio(cost, value)
    rows = [
        (_("Cost of the plan a month"), money(source, cost), worked_out()),
        (_("Value of a customer over three years"), money(source, value), worked_out()),
    ]
    words = _("Customers to break even = cost a month ÷ value of a customer")
    if customers is not None:
        words += f"\n= {exact(cost or 0.0)} ÷ {exact(value or 0.0)} = {fine(customers)}"
    return Reason(
        title=_("Why so many customers, later orders counted?"),
        value=needed(customers),
        formula=words,
        figures=figure_table(rows),
        question_ids=LATER,
        notes=(_("Later orders come over three years; the cost is paid now."),),
    )


def ledger_reason(source: Source, mode: Mode) -> Reason:
    """Return why one mode costs what it costs, and what of it would be seen."""
    ledger = next(each for each in source.assessment.returns.ledgers if each.mode is mode)
    return Reason(
        title=_("Why this account for {mode}?").format(mode=source.mode(mode)),
        value=money(source, ledger.monthly_cost, _("{amount} a month")),
        formula=_(
            "Cost = hours of this mode × weeks in a month × cost of an hour; paid posts count as "
            "media. Seen = enquiries to break even × traceable share."
        ),
        figures=figure_table((*_cost_rows(source, ledger), *_traced_rows(source, ledger))),
        question_ids=("business.hour_cost", "business.close_rate"),
        notes=(_("Traced enquiries are a lower bound, never the whole."),),
    )


def _cost_rows(source: Source, ledger: Ledger) -> list[FigureRow]:
    rows: list[FigureRow] = [
        (_("Hours a week of this mode"), formats.half_hours(ledger.hours_per_week), worked_out()),
        *assumption_rows(source, ("money.weeks_per_month",)),
        (_("Cost of an hour"), money(source, source.assessment.business.hour_cost), yours()),
    ]
    if ledger.mode is Mode.MEDIA:
        ads = money(source, source.assessment.returns.monthly_ad_cost)
        rows.append((_("Paid posts a month"), ads, yours()))
    return rows


def _traced_rows(source: Source, ledger: Ledger) -> list[FigureRow]:
    enquiries, seen = ledger.break_even_enquiries, ledger.traced_enquiries
    rows: list[FigureRow] = [
        (
            _("{activity}: hours, and share that can be traced").format(
                activity=source.short(each.id)
            ),
            f"{formats.half_hours(each.hours)} × {_trackable(source, each.id)}",
            _("planned × our assumption"),
        )
        for each in source.assessment.plan.activities
        if each.mode is ledger.mode
    ]
    needs, shown = (OPEN if each is None else fine(each) for each in (enquiries, seen))
    return [
        *rows,
        (_("Traceable share, weighted by hours"), share(ledger.traceable_share), worked_out()),
        (_("Enquiries to break even, a month"), needs, worked_out()),
        (_("Of them seen"), shown, worked_out()),
    ]


def _trackable(source: Source, activity_id: str) -> str:
    return share(source.catalogue.activity(activity_id).trackable)
