"""What the logged weeks cost and brought, both too low and too high (method section 6.2)."""

from dataclasses import replace

import pytest

from socialplanner.domain.business import Business
from socialplanner.domain.counted_log import Log
from socialplanner.domain.ids import Mode
from socialplanner.domain.learning import Range, learn
from socialplanner.domain.return_from_log import (
    LoggedReturn,
    money_outside,
    referral_value,
    return_from_log,
)
from tests.domain.builders import shipped_parameters
from tests.domain.logs import PLAN, adviser, case_of, enquiries, steady_log, week

CLEAR = ("linkedin_dialogue", "linkedin_posts", "", "")
CLV = 900 * (1 + 0.35 / 1.1 + 0.35**2 / 1.21)
"""By hand: margin 900 a sale, one order a year, 35 of 100 come again, ten percent a year."""


def returned(log: Log, business: Business | None = None) -> LoggedReturn:
    """Return what a log of the tax adviser cost and brought."""
    case = case_of(log)
    return return_from_log(case, learn(case), business or adviser().business)


def test_ten_weeks_by_hand() -> None:
    log = steady_log(10, *CLEAR)
    paid = replace(log, weeks=[*log.weeks[:9], week(10, money=70.0)])
    found = returned(paid)
    assert (found.weeks, found.hours, found.enquiries, found.traced) == (10, 60.0, 40, 20)
    assert (found.hours_cost, found.money, found.cost) == (2100.0, 70.0, 2170.0)
    assert (found.customers, found.traced_customers) == (16.0, 8.0)
    assert found.direct_return == pytest.approx(8 * 900)
    assert found.direct_roi == pytest.approx((7200 - 2170) / 2170)
    assert found.cac_traced == pytest.approx(2170 / 8)
    assert found.cac_blended == pytest.approx(2170 / 16)
    assert found.lifetime_value == pytest.approx(CLV)
    assert found.break_even_customers == pytest.approx(2170 / 900)
    assert found.break_even_enquiries == pytest.approx(2170 / 900 / 0.4)


def test_the_two_ledgers_share_out_hours_and_traces_and_leave_the_money_whole() -> None:
    found = returned(steady_log(10, *CLEAR))
    media, network = found.ledgers
    assert (media.mode, network.mode) == (Mode.MEDIA, Mode.NETWORK)
    assert media.hours + network.hours == found.hours
    assert (media.hours_cost or 0) + (network.hours_cost or 0) == found.hours_cost
    assert (media.enquiries, network.enquiries) == (10, 10)
    assert media.direct_return == network.direct_return == pytest.approx(4 * 900)


def test_the_modelled_return_is_a_range_and_counts_a_customer_for_three_years() -> None:
    found = returned(steady_log(26, *CLEAR))
    assert found.modelled_return is not None
    assert found.cautious_return is not None
    low, high = found.modelled_return.low, found.modelled_return.high
    assert 0 < low < found.modelled_return.mean < high
    ratio = CLV / 900
    assert found.modelled_return.mean == pytest.approx(found.cautious_return.mean * ratio)
    enquiries_of = [ledger.modelled_enquiries for ledger in found.ledgers]
    believed = sum(part.mean for part in enquiries_of if part)
    buys = (4 + 1) / (10 + 2)
    assert found.cautious_return.mean == pytest.approx(believed * buys * 900, rel=0.05)
    assert high - low > 0.5 * found.modelled_return.mean
    parts = [ledger.modelled_return for ledger in found.ledgers]
    assert sum(part.mean for part in parts if part) == pytest.approx(found.modelled_return.mean)


@pytest.mark.parametrize("log", [steady_log(4, *CLEAR), steady_log(26, "", "", trace="")])
def test_nothing_is_modelled_before_the_log_may_move_a_plan(log: Log) -> None:
    found = returned(log)
    assert found.modelled_return is None
    assert found.cautious_return is None
    assert [ledger.modelled_enquiries for ledger in found.ledgers] == [None, None]
    assert found.direct_return is not None


def test_odd_weeks_cost_and_bring_and_missed_ones_do_neither() -> None:
    log = Log(
        weeks=[week(1), week(2, is_odd=True), week(4)],
        enquiries=[*enquiries(2, "newsletter"), *enquiries(3, "newsletter")],
    )
    found = returned(log)
    assert (found.weeks, found.hours, found.traced) == (3, 3 * sum(PLAN.values()), 1)


def test_what_needs_a_figure_that_was_not_given_is_left_open() -> None:
    nothing = replace(
        adviser().business, hour_cost=None, close_rate=None, repeat_buyers=None, order_value=None
    )
    found = returned(steady_log(26, *CLEAR), nothing)
    assert (found.cost, found.hours_cost, found.customers, found.direct_return) == (None,) * 4
    assert (found.direct_roi, found.cac_traced, found.cac_blended) == (None,) * 3
    assert (found.modelled_return, found.lifetime_value, found.break_even_customers) == (None,) * 3


def test_without_one_traced_enquiry_no_cost_per_customer_is_made_up() -> None:
    found = returned(steady_log(5, "", ""))
    assert found.cac_traced is None
    assert found.direct_return == 0
    assert found.direct_roi == pytest.approx(-1)
    empty = returned(Log(weeks=[], enquiries=[]))
    assert (empty.weeks, empty.cost, empty.direct_roi, empty.cac_blended) == (0, 0.0, None, None)


def test_half_of_the_people_somebody_sent_would_have_come_anyway() -> None:
    assert referral_value(3, CLV, shipped_parameters().learning) == pytest.approx(1.5 * CLV)
    assert referral_value(0, CLV, shipped_parameters().learning) == 0


def test_what_is_believed_of_the_weeks_is_the_traced_and_a_share_of_the_others() -> None:
    log = steady_log(26, *CLEAR)
    found = returned(log)
    media, network = (each.modelled_enquiries for each in found.ledgers)
    assert media is not None
    assert network is not None
    assert media.low >= 26
    assert network.low >= 26
    assert media.high + network.low <= found.enquiries
    assert 26 + 26 < media.mean + network.mean < found.enquiries


def test_nothing_is_added_where_every_enquiry_was_traced() -> None:
    found = returned(steady_log(26, *["reply_desk"] * 3))
    media, network = (each.modelled_enquiries for each in found.ledgers)
    assert (media, network) == (Range(mean=0, low=0, high=0), Range(mean=78, low=78, high=78))


def test_money_of_weeks_without_hours_and_of_weeks_to_come_lies_outside() -> None:
    log = [week(1, money=5.0), week(2, {}, money=400.0), week(3), week(9, {}, money=1.5)]
    case = case_of(Log(weeks=log, enquiries=[]))
    assert money_outside(log, case.weeks) == 401.5
    assert money_outside([], case.weeks) == 0
