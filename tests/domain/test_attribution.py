"""Attribution by rules, and answers corrected by what cannot be true (method sections 6.2, 6.3)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.attribution import (
    AttributionRule,
    Touch,
    contacts_of,
    credits_of,
    own_answers,
    side_by_side,
    weights,
    without_memory_error,
)
from socialplanner.domain.record import Enquiry
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.logs import enquiries

RULE = shipped_parameters().learning
DAYS = st.lists(st.floats(0, 1e5), min_size=1, max_size=10)
TOUCHES = st.builds(Touch, source=st.sampled_from("abc"), days_before=st.floats(0, 400))
JOURNEY = [
    Touch(source="post", days_before=21),
    Touch(source="talk", days_before=7),
    Touch(source="mail", days_before=0),
]


@pytest.mark.parametrize("rule", AttributionRule)
@given(days=DAYS)
def test_the_weights_of_every_rule_sum_to_one(rule: AttributionRule, days: list[float]) -> None:
    found = weights(rule, days, RULE)
    assert len(found) == len(days)
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0


@pytest.mark.parametrize("rule", AttributionRule)
def test_one_contact_gets_everything_and_none_gets_nothing(rule: AttributionRule) -> None:
    assert weights(rule, [30], RULE) == (1.0,)
    assert weights(rule, [], RULE) == ()


@pytest.mark.parametrize(
    ("rule", "by_hand"),
    [
        (AttributionRule.LAST, (0, 0, 0, 1)),
        (AttributionRule.FIRST, (1, 0, 0, 0)),
        (AttributionRule.LINEAR, (0.25, 0.25, 0.25, 0.25)),
        (AttributionRule.POSITION, (0.4, 0.1, 0.1, 0.4)),
        (AttributionRule.TIME_DECAY, (1 / 15, 2 / 15, 4 / 15, 8 / 15)),
    ],
)
def test_four_contacts_a_week_apart_by_hand(
    rule: AttributionRule, by_hand: tuple[float, ...]
) -> None:
    assert weights(rule, [21, 14, 7, 0], RULE) == pytest.approx(by_hand)


def test_contacts_are_the_way_where_one_is_noted_and_else_what_it_is_coded_as() -> None:
    first, second = (each.id for each in shipped_catalogue().activities[:2])
    catalogue = replace(shipped_catalogue(), renamed={"old": second})
    day = Enquiry(id="e", day=date(2027, 2, 1), changed_at=datetime(2027, 2, 1, tzinfo=UTC))
    notes: tuple[dict[str, Any], ...] = (
        {"way": ("old", "search_or_map", first), "activity_id": first, "trace": "asked"},
        {"activity_id": "old", "trace": "tag"},
        {"activity_id": first, "trace": ""},
        {"activity_id": "search_or_map", "trace": "asked"},
        {"activity_id": "search_or_map", "trace": ""},
        {"activity_id": "cinema_advert", "trace": "asked"},
    )
    found = [contacts_of(catalogue, replace(day, **said)) for said in notes]
    assert found == [(second, "search_or_map", first), (second,), (), ("search_or_map",), (), ()]


def test_two_contacts_share_alike_by_position() -> None:
    assert weights(AttributionRule.POSITION, [7, 0], RULE) == (0.5, 0.5)


def test_contacts_long_ago_still_share_one_sale() -> None:
    found = weights(AttributionRule.TIME_DECAY, [1e6 + 7, 1e6], RULE)
    assert found == pytest.approx((1 / 3, 2 / 3))


def test_one_journey_by_every_rule_side_by_side() -> None:
    found = side_by_side([JOURNEY], RULE)
    assert found[AttributionRule.LAST]["mail"] == 1
    assert found[AttributionRule.FIRST]["post"] == 1
    assert found[AttributionRule.LINEAR]["talk"] == pytest.approx(1 / 3)
    assert found[AttributionRule.POSITION] == pytest.approx({"post": 0.4, "talk": 0.2, "mail": 0.4})
    assert found[AttributionRule.TIME_DECAY] == pytest.approx(
        {"post": 1 / 13, "talk": 4 / 13, "mail": 8 / 13}
    )


@pytest.mark.parametrize("rule", AttributionRule)
@given(journeys=st.lists(st.lists(TOUCHES, min_size=1, max_size=6), max_size=6))
def test_as_many_sales_are_credited_as_there_were(
    rule: AttributionRule, journeys: list[list[Touch]]
) -> None:
    assert sum(credits_of(rule, journeys, RULE).values()) == pytest.approx(len(journeys))


@given(journey=st.permutations(JOURNEY))
def test_contacts_are_ordered_by_their_days(journey: list[Touch]) -> None:
    assert side_by_side([journey], RULE) == side_by_side([JOURNEY], RULE)


def test_only_answers_of_customers_are_their_own() -> None:
    noted = [*enquiries(1, "newsletter", "cinema", ""), *enquiries(1, "articles", trace="tag")]
    assert own_answers(noted) == {"newsletter": 1, "cinema": 1, "": 1}


def test_the_decoys_share_is_taken_from_every_answer() -> None:
    found = without_memory_error({"person": 10, "post": 7, "search": 1, "cinema": 2}, "cinema")
    assert found.memory_error == pytest.approx(0.1)
    assert found.shares == pytest.approx({"person": 0.4 / 0.65, "post": 0.25 / 0.65})


@given(
    counts=st.dictionaries(st.sampled_from("abcde"), st.integers(0, 40)), decoy=st.integers(0, 40)
)
def test_corrected_shares_sum_to_one_or_nothing_is_known(
    counts: dict[str, int], decoy: int
) -> None:
    found = without_memory_error({**counts, "decoy": decoy}, "decoy")
    assert "decoy" not in found.shares
    if any(count > decoy for count in counts.values()):
        assert sum(found.shares.values()) == pytest.approx(1)
    else:
        assert found.shares == {}


@given(counts=st.dictionaries(st.sampled_from("abcde"), st.integers(1, 40), min_size=1))
def test_where_nobody_names_the_decoy_nothing_changes(counts: dict[str, int]) -> None:
    found = without_memory_error(counts, "decoy")
    assert found.memory_error == 0
    total = sum(counts.values())
    assert found.shares == pytest.approx({key: count / total for key, count in counts.items()})
