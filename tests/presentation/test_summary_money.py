"""What is said about money: from the owner's figures alone, and true at every edge."""

import re

import pytest

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.profile import Profile
from socialplanner.presentation import formats
from socialplanner.presentation.summary.threshold import a_month, rate
from tests.presentation.summaries import (
    SAMPLES,
    answered,
    changed,
    in_words,
    sample_assessment,
    sample_summary,
    without,
)

NOUNS = ("new customer", "new customers")


def headline(found: Assessment) -> str:
    return in_words(found).measuring.headline


def results(found: Assessment) -> dict[str, str]:
    """Return the results of the break-even table by row."""
    rows = in_words(found).measuring.break_even.formulas.rows
    return {title: result for title, _, result in rows}


@pytest.mark.parametrize(
    ("amount", "phrase", "cell"),
    [
        (2.23, "about 2.2 new customers a month", "2.2 a month"),
        (1.04, "about one new customer a month", "1 a month"),
        (0.7, "about 0.7 new customers a month", "0.7 a month"),
        (0.48, "about one new customer in 2\u00a0months", "1 in 2\u00a0months"),
        (0.004, "about one new customer in 21\u00a0years", "1 in 21\u00a0years"),
        (1234.5, "about 1,235 new customers a month", "1,235 a month"),
    ],
)
def test_a_needed_number_is_singular_or_plural_and_never_nought(
    amount: float, phrase: str, cell: str
) -> None:
    assert a_month(amount, NOUNS) == phrase
    assert rate(amount) == cell


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_need_stands_in_figure_headline_and_table(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    needed = found.returns.break_even_enquiries or found.returns.break_even_customers
    assert needed is not None
    value = formats.count(needed)
    assert summary.overview.figures[2].value == value
    assert f"about {value} " in summary.measuring.headline
    row = "Customers" if found.returns.break_even_enquiries is None else "Enquiries"
    assert results(found)[f"{row} to break even"] == f"{value} a month"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_cost_is_the_same_in_the_overview_and_in_the_formula(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    cost = formats.money(found.returns.monthly_cost or 0.0, found.profile.currency)
    assert cost in summary.overview.figures[2].note
    assert results(found)["Cost of the plan"] == f"{cost} a month"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_printed_formula_gives_the_printed_number_of_enquiries(name: str) -> None:
    rows = sample_summary(name).measuring.break_even.formulas.rows
    for title, formula, result in rows:
        if title == "Enquiries to break even" and result != "not known yet":
            top, bottom = (float(n) for n in re.findall(r"[\d.]+", formula.split(" (")[0]))
            assert formats.count(top / bottom) == result.split(" ")[0]


def test_hours_that_cost_nothing_need_nothing_back() -> None:
    found = changed("cafe", hour_cost=0.0)
    assert headline(found) == "By your figures, the plan costs time but no money"
    summary = in_words(found)
    assert summary.overview.figures[2].label == "once, to set everything up"
    assert "no cost to earn back" in summary.measuring.break_even.note
    assert results(found)["Customers to break even"] == "none"


@pytest.mark.parametrize("figure", ["business.margin_percent", "business.order_value"])
def test_where_an_order_leaves_nothing_no_number_is_enough(figure: str) -> None:
    found = answered("cafe", {figure: 0.0})
    assert headline(found).endswith("a first order that leaves nothing cannot pay for it")
    assert results(found)["Customers to break even"] == "no number is enough"
    assert results(found)["Enquiries to break even"] == "no number is enough"
    assert "Value of a customer over three years" not in results(found)


def test_where_no_enquiry_is_won_customers_are_named_instead() -> None:
    found = changed("cafe", close_rate=0.0)
    assert headline(found) == "To pay for itself, the plan needs about 65 new customers a month"
    assert results(found)["Enquiries to break even"] == "no number is enough"
    for row in in_words(found).measuring.break_even.ledgers.rows:
        assert row[3].startswith("No number of enquiries is enough.")


def test_a_large_order_needs_a_customer_in_so_many_years_and_shows_where_from() -> None:
    found = changed("tax_adviser", order_value=900000.0)
    assert "about one extra enquiry in " in headline(found)
    formulas = in_words(found).measuring.break_even.formulas.rows
    assert formulas[3][1].startswith("€2,208 ÷ €540,000 ÷ 0.5 ")


def test_customers_who_never_buy_again_are_worth_their_first_year() -> None:
    found = changed("plumber", repeat_buyers="0", orders_per_year=1.0)
    assert results(found)["Value of a customer over three years"] == "£120"
    formula = in_words(found).measuring.break_even.formulas.rows[4][1]
    assert "one order a year, over" in formula
    assert "0% of customers stay" in formula


def test_a_missing_number_of_orders_is_said_to_be_ours() -> None:
    found = changed("plumber", orders_per_year=0.5)
    formula = in_words(found).measuring.break_even.formulas.rows[4][1]
    assert "one order a year (the least we count)" in formula


def test_without_figures_nothing_is_claimed_and_the_missing_ones_are_named() -> None:
    found = without("cafe", "business.hour_cost", "business.order_value")
    summary = in_words(found)
    assert summary.measuring.headline.startswith("Count a few things for each aim")
    assert "“Cost of an hour” and “First order” would complete" in summary.measuring.lead
    assert set(results(found).values()) == {"not known yet"}
    assert summary.overview.figures[2].label == "once, to set everything up"


def test_a_cost_without_a_margin_is_a_cost_and_no_more() -> None:
    found = without("cafe", "business.order_value")
    assert headline(found).endswith("; what it must earn is not known yet")


def test_enquiries_now_are_compared_with_those_needed() -> None:
    notes = [
        in_words(changed("cafe", enquiries_per_month=now)).measuring.break_even.note
        for now in (0.0, 1.0, 6.0, 500.0)
    ]
    assert "You have no serious enquiries now" in notes[0]
    assert "1 serious enquiry a month now, from all sources: fewer than that" in notes[1]
    assert "6 serious enquiries a month now" in notes[2]
    assert "does not show in a few weeks" in notes[3]


@pytest.mark.parametrize("currency", ["", "CHF", "€", "kr"])
def test_every_currency_stands_as_given(currency: str) -> None:
    profile = Profile(name="Café", currency=currency)
    found = changed("cafe", profile=profile)
    assert (
        formats.money(found.returns.monthly_cost or 0.0, currency)
        in results(found)["Cost of the plan"]
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_two_accounts_add_up_to_the_plan(name: str) -> None:
    found = sample_assessment(name)
    rows = sample_summary(name).measuring.break_even.ledgers.rows
    costs = [ledger.monthly_cost or 0.0 for ledger in found.returns.ledgers]
    assert sum(costs) == pytest.approx(found.returns.monthly_cost)
    for row, cost in zip(rows, costs, strict=True):
        assert row[2] == formats.money(cost, found.profile.currency)


def test_tracing_is_called_an_assumption_and_both_sides_are_told() -> None:
    for name in SAMPLES:
        money = sample_summary(name).measuring.break_even
        assert all("We assume that you can trace" in row[3] for row in money.ledgers.rows)
        assert "Networking" in money.honesty[0]
        assert "Media" in money.honesty[1]


@pytest.mark.parametrize("amount", [5e-324, 1e-300, 0.0008])
def test_less_than_one_in_a_century_is_said_as_that(amount: float) -> None:
    assert "in more than 100\u00a0years" in a_month(amount, NOUNS)
