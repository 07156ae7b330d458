"""Why the plan costs what it costs, and why so much would pay for it."""

from socialplanner.domain.roi import ENQUIRIES_OF
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.break_even import OPEN
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.summary.threshold import leaves_nothing, wins_nobody
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    assumption_rows,
    exact,
    figure_table,
    fine,
    money,
    needed,
    worked_out,
    yours,
)

FIGURES = ("business.hour_cost", "business.order_value", "business.margin_percent")


def cost_reason(source: Source) -> Reason:
    """Return why the plan costs what it costs a month."""
    returns, business = source.assessment.returns, source.assessment.business
    hours = source.assessment.plan.hours_per_week
    weeks = source.catalogue.parameters.money.weeks_per_month
    price = business.hour_cost
    rows = [
        (_("Hours a week in the plan"), formats.half_hours(hours), worked_out()),
        *assumption_rows(source, ("money.weeks_per_month",)),
        (_("Cost of an hour"), money(source, price), yours()),
        (_("Paid posts a month"), money(source, returns.monthly_ad_cost), yours()),
    ]
    words = _("Cost a month = hours a week × weeks in a month × cost of an hour + paid posts")
    if returns.monthly_cost is not None:
        sums = f"{formats.half_hours(hours)} × {fine(weeks)} × {fine(price or 0.0)}"
        words += f"\n= {sums} + {exact(returns.monthly_ad_cost)} = {exact(returns.monthly_cost)}"
    return Reason(
        title=_("Why this cost?"),
        value=money(source, returns.monthly_cost, _("{amount} a month")),
        formula=words,
        figures=figure_table(rows),
        question_ids=(
            "business.hour_cost",
            "business.hours_per_week",
            "business.ad_budget_per_week",
        ),
    )


def margin_reason(source: Source) -> Reason:
    """Return why a first order leaves what it leaves."""
    business, margin = source.assessment.business, source.assessment.returns.margin_per_sale
    percent = business.margin_percent
    rows = [
        (_("Order value"), money(source, business.order_value), yours()),
        (_("Margin"), OPEN if percent is None else f"{formats.number(percent)}%", yours()),
    ]
    return Reason(
        title=_("Why this margin?"),
        value=money(source, margin),
        formula=_("Margin of a first order = order value × margin"),
        figures=figure_table(rows),
        question_ids=("business.order_value", "business.margin_percent"),
    )


def customers_reason(source: Source) -> Reason:
    """Return why so many customers would pay for the plan."""
    returns = source.assessment.returns
    cost, margin = returns.monthly_cost, returns.margin_per_sale
    customers = returns.break_even_customers
    rows = [
        (_("Cost of the plan a month"), money(source, cost), worked_out()),
        (_("Margin of a first order"), money(source, margin), yours()),
    ]
    words = _("Customers to break even = cost a month ÷ margin of a first order")
    if customers is not None:
        words += f"\n= {exact(cost or 0.0)} ÷ {exact(margin or 0.0)} = {fine(customers)}"
    return Reason(
        title=_("Why so many customers?"),
        value=needed(customers, is_hopeless=leaves_nothing(source.assessment)),
        formula=words,
        figures=figure_table(rows),
        question_ids=FIGURES,
        notes=(
            _("It is a condition, not a forecast."),
            _("First orders only: later ones are not counted here."),
        ),
    )


def enquiries_reason(source: Source) -> Reason:
    """Return why so many enquiries would pay for the plan."""
    returns, close = source.assessment.returns, source.assessment.business.close_rate
    customers, enquiries = returns.break_even_customers, returns.break_even_enquiries
    first, said = (OPEN if each is None else fine(each) for each in (customers, close))
    rows = [
        (_("Customers to break even, a month"), first, worked_out()),
        (_("Of ten enquiries, become customers"), said, yours()),
    ]
    words = _("Enquiries to break even = customers to break even ÷ share that become customers")
    if enquiries is not None:
        part = fine((close or 0.0) / ENQUIRIES_OF)
        words += f"\n= {fine(customers or 0.0)} ÷ {part} = {fine(enquiries)}"
    hopeless = leaves_nothing(source.assessment) or wins_nobody(source.assessment)
    return Reason(
        title=_("Why so many enquiries?"),
        value=needed(enquiries, is_hopeless=hopeless),
        formula=words,
        figures=figure_table(rows),
        question_ids=("business.close_rate", *FIGURES),
        notes=(
            _("It is a condition, not a forecast."),
            _("Extra and new mean: on top of those who come anyway."),
        ),
    )
