"""Hours by kind of work become hours by activity, and none is lost that an activity could hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.hours_before import hours_before
from tests.domain.builders import shipped_catalogue

ACTIVITIES = shipped_catalogue().activities
KINDS = sorted({kind for activity in ACTIVITIES for kind in activity.hours_rows})
IDS = [activity.id for activity in ACTIVITIES]
HOURS = st.floats(0, 20)


@given(
    answered=st.dictionaries(st.sampled_from(KINDS), HOURS),
    planned=st.dictionaries(st.sampled_from(IDS), HOURS, max_size=8),
)
def test_every_hour_answered_is_somebodys_work(
    answered: dict[str, float], planned: dict[str, float]
) -> None:
    found = hours_before(ACTIVITIES, answered, planned)
    assert sum(found.values()) == pytest.approx(sum(answered.values()))
    assert min(found.values(), default=0.0) >= 0


def test_what_is_planned_of_a_kind_shares_its_hours_in_proportion() -> None:
    kind = "hours.replying"
    two = [a for a in ACTIVITIES if a.hours_rows.get(kind)][:2]
    planned = {two[0].id: 3.0, two[1].id: 1.0}
    found = hours_before(ACTIVITIES, {kind: 4.0}, planned)
    weights = [planned[a.id] * a.hours_rows[kind] for a in two]
    assert found == pytest.approx(
        {a.id: 4.0 * w / sum(weights) for a, w in zip(two, weights, strict=True)}
    )


def test_where_nothing_of_a_kind_is_planned_the_activity_of_that_kind_had_it() -> None:
    found = hours_before(ACTIVITIES, {"hours.advertising": 2.0}, {})
    assert list(found.values()) == [2.0]
    (key,) = found
    share = shipped_catalogue().activity(key).hours_rows["hours.advertising"]
    assert share == max(a.hours_rows.get("hours.advertising", 0.0) for a in ACTIVITIES)


def test_work_of_no_activity_is_left_out() -> None:
    assert hours_before(ACTIVITIES, {"hours.unknown": 2.0}, {}) == {}
