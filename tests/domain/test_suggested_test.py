"""A test is suggested only where it would tell within about half a year."""

from dataclasses import replace

import pytest

from socialplanner.domain.activity import Activity
from socialplanner.domain.learning import Learning, Range
from socialplanner.domain.on_off_test import smallest_effect, weeks_per_arm
from socialplanner.domain.suggested_test import believed_part, length_of_test
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.logs import learnt, steady_log

RULE = shipped_parameters().learning


def believing(key: str, part: float, weekly: float) -> Learning:
    """Return a log of 26 weeks of so many outcomes, some of them by one activity."""
    found = learnt(steady_log(26, "reply_desk"))
    chosen = next(each for each in found.activities if each.id == key)
    worth = 26 * weekly * part / chosen.dose
    none = Range(mean=0.0, low=0.0, high=0.0)
    activities = tuple(
        replace(each, worth=replace(none, mean=worth) if each.id == key else none)
        for each in found.activities
    )
    return replace(
        found,
        activities=activities,
        baseline=replace(none, mean=weekly * (1 - part)),
        outcomes=round(26 * weekly),
        dispersion=1.0,
    )


def activity(key: str) -> Activity:
    return shipped_catalogue().activity(key)


def test_the_believed_part_is_that_of_all_outcomes() -> None:
    assert believed_part(believing("reply_desk", 0.3, 10.0), "reply_desk") == pytest.approx(0.3)
    assert believed_part(believing("reply_desk", 0.3, 10.0), "forum_answers") is None


def test_a_large_effect_of_a_quick_activity_is_worth_a_test_as_short_as_it_may_be() -> None:
    found = length_of_test(believing("linkedin_posts", 0.5, 10.0), activity("linkedin_posts"), RULE)
    assert found is not None
    assert found.is_worth_it
    assert found.believed == pytest.approx(1.0)
    assert found.counted == max(4, weeks_per_arm(5.0, 1.0, RULE))
    assert found.weeks == found.counted + 2


def test_a_small_effect_is_worth_none_however_long_half_a_year_is() -> None:
    found = length_of_test(believing("linkedin_posts", 0.1, 5.0), activity("linkedin_posts"), RULE)
    assert found is not None
    assert not found.is_worth_it
    assert found.is_short
    assert 2 * found.weeks == RULE.longest_test_weeks
    assert found.smallest == pytest.approx(smallest_effect(4.5, found.counted, RULE))
    assert found.smallest > found.believed


def test_a_slow_activity_is_worth_none_whatever_it_makes() -> None:
    found = length_of_test(believing("lead_magnet", 0.9, 50.0), activity("lead_magnet"), RULE)
    assert found is not None
    assert not found.is_short
    assert not found.is_worth_it


def test_weeks_that_jump_need_a_longer_test() -> None:
    even = believing("linkedin_posts", 0.5, 10.0)
    even_length, jumping_length = (
        length_of_test(replace(even, dispersion=phi), activity("linkedin_posts"), RULE)
        for phi in (1.0, 3.0)
    )
    assert even_length is not None
    assert jumping_length is not None
    assert even_length.counted < jumping_length.counted


def test_without_counts_or_hours_there_is_nothing_to_say() -> None:
    none = replace(believing("linkedin_posts", 0.5, 10.0), outcomes=0)
    assert length_of_test(none, activity("linkedin_posts"), RULE) is None
    assert length_of_test(learnt(steady_log(4)), activity("forum_answers"), RULE) is None
