"""Cost, break-even, lifetime value and the two ledgers (method section 6.2)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.business import Business
from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import (
    ReturnOnInvestment,
    close_share,
    expected_return,
    lifetime_value,
    monthly_hours_cost,
    ratio,
)
from tests.domain.assessments import firm_assessment
from tests.domain.builders import BUSINESS, shipped_catalogue, shipped_parameters
from tests.domain.firms import FIRMS

OWN_FIGURES = replace(
    BUSINESS,
    order_value=750.0,
    margin_percent=60.0,
    close_rate=4.0,
    hour_cost=35.0,
    repeat_buyers="3_4",
    orders_per_year=2.0,
)
MONEY = st.none() | st.sampled_from([0.0, 1e-9, 1e12]) | st.floats(0, 1e6)


def returns(business: Business, name: str = "web_shop") -> ReturnOnInvestment:
    """Return what can be said of a firm's plan with the figures of a business."""
    return expected_return(shipped_catalogue(), business, firm_assessment(name).plan)


def test_the_worked_example_of_the_method_comes_out() -> None:
    hours = monthly_hours_cost(6.0, 35.0, shipped_parameters().money)
    assert hours is not None
    cost = hours + 20 + 50
    assert round(cost, -1) == 980
    customers = ratio(cost, OWN_FIGURES.margin_per_sale)
    assert customers is not None
    assert round(customers, 1) == 2.2
    assert round(ratio(customers, close_share(OWN_FIGURES)) or 0, 1) == 5.4


def test_cost_and_break_even_of_a_plan_are_the_owners_own_figures() -> None:
    found = returns(OWN_FIGURES)
    plan = firm_assessment("web_shop").plan
    assert found.monthly_hours_cost == pytest.approx(plan.hours_per_week * 4.33 * 35)
    assert found.monthly_cost == found.monthly_hours_cost
    assert found.break_even_customers == pytest.approx((found.monthly_cost or 0) / 450)
    assert found.break_even_enquiries == pytest.approx((found.break_even_customers or 0) / 0.4)
    assert found.missing == ()


def test_ad_money_counts_only_where_the_plan_holds_paid_posts() -> None:
    paying = replace(OWN_FIGURES, ad_budget_per_week=25.0)
    assert returns(paying, "web_shop").monthly_ad_cost == pytest.approx(25 * 4.33)
    assert returns(paying, "plumber").monthly_ad_cost == 0


@pytest.mark.parametrize(
    ("answer", "keep"),
    [("0", 0.0), ("1_2", 0.15), ("3_4", 0.35), ("5_6", 0.55), ("7_8", 0.75), ("9_10", 0.95)],
)
def test_lifetime_value_is_three_years_of_margin_discounted(answer: str, keep: float) -> None:
    business = replace(OWN_FIGURES, repeat_buyers=answer)
    by_hand = 900 * (1 + keep / 1.1 + keep**2 / 1.21)
    assert lifetime_value(business, shipped_parameters().money) == pytest.approx(by_hand)


@pytest.mark.parametrize("orders", [None, 0.0, 0.5, 1.0])
def test_a_customer_orders_at_least_once_in_the_first_year(orders: float | None) -> None:
    once = replace(OWN_FIGURES, repeat_buyers="0", orders_per_year=orders)
    assert lifetime_value(once, shipped_parameters().money) == pytest.approx(450)


@settings(max_examples=80)
@given(order=MONEY, margin=st.none() | st.floats(0, 100), cost=MONEY, ads=MONEY, data=st.data())
def test_the_ledgers_sum_to_the_totals_and_nothing_is_divided_by_nothing(
    order: float | None,
    margin: float | None,
    cost: float | None,
    ads: float | None,
    data: st.DataObject,
) -> None:
    business = replace(
        BUSINESS,
        order_value=order,
        margin_percent=margin,
        hour_cost=cost,
        ad_budget_per_week=ads,
        close_rate=data.draw(st.none() | st.floats(0, 10)),
    )
    found = returns(business)
    plan = firm_assessment("web_shop").plan
    assert [ledger.mode for ledger in found.ledgers] == list(Mode)
    assert sum(ledger.hours_per_week for ledger in found.ledgers) == plan.hours_per_week
    parts = [ledger.monthly_cost for ledger in found.ledgers]
    if found.monthly_cost is None:
        assert parts == [None, None]
    else:
        assert sum(part or 0 for part in parts) == pytest.approx(found.monthly_cost)
    if not business.margin_per_sale:
        assert found.break_even_customers is None
        assert found.break_even_enquiries is None


def test_what_needs_a_missing_figure_is_left_open_and_the_figure_is_named() -> None:
    found = returns(replace(OWN_FIGURES, hour_cost=None, close_rate=None))
    assert found.monthly_cost is None
    assert found.break_even_customers is None
    assert found.lifetime_value is not None
    assert found.missing == ("business.hour_cost", "business.close_rate")


def test_nobody_buying_breaks_even_with_no_number_of_enquiries() -> None:
    found = returns(replace(OWN_FIGURES, close_rate=0.0))
    assert found.break_even_customers is not None
    assert found.break_even_enquiries is None


@pytest.mark.parametrize("name", FIRMS)
def test_a_ledger_sees_the_traceable_part_of_the_enquiries_it_needs(name: str) -> None:
    catalogue, plan = shipped_catalogue(), firm_assessment(name).plan
    for ledger in returns(OWN_FIGURES, name).ledgers:
        own = [a for a in plan.activities if a.mode is ledger.mode]
        seen = sum(a.hours * catalogue.activity(a.id).trackable for a in own)
        share = seen / sum(a.hours for a in own)
        assert ledger.traceable_share == pytest.approx(share)
        assert ledger.traced_enquiries == pytest.approx(share * (ledger.break_even_enquiries or 0))
