"""What a log teaches, and when it teaches nothing (method sections 5.1 to 5.3)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.counted_log import Log, counted_weeks
from socialplanner.domain.learning import Caution, Learning, dispersion_of, learn
from socialplanner.domain.learning_case import learning_case
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import (
    LONG_AFTER,
    PLAN,
    adviser,
    case_of,
    enquiries,
    learnt,
    present,
    steady_log,
    week,
)

TALKED = ("linkedin_dialogue", "linkedin_dialogue", "", "")


def doubts(found: Learning) -> dict[str, float]:
    """Return the doubt left about each activity."""
    return {each.id: each.remaining_doubt for each in found.activities}


def test_an_empty_log_leaves_everything_as_it_was_believed() -> None:
    found = learnt(Log(weeks=[], enquiries=[]))
    assert found.cautions == (Caution.NO_WEEKS,)
    assert not found.may_conclude
    assert list(doubts(found).values()) == pytest.approx([1.0] * len(found.activities))
    assert [a.worth.mean for a in found.activities] == pytest.approx(
        [a.prior_mean for a in found.activities]
    )
    assert (found.weeks, found.outcomes, found.network_share) == (0, 0, None)


def test_a_half_year_of_asking_narrows_what_was_done_and_nothing_else() -> None:
    found = learnt(steady_log(26, *TALKED, "referral_circle", "", ""))
    assert found.may_conclude
    assert (found.weeks, found.outcomes, found.traced) == (26, 182, 78)
    assert found.asked_share == 1.0
    assert found.expected == pytest.approx(26 * 39 / 4.33)
    for each in found.activities:
        if each.id in PLAN:
            assert each.remaining_doubt < 0.95
            assert each.worth.low < each.worth.mean < each.worth.high
        else:
            assert each.remaining_doubt == pytest.approx(1.0)
            assert each.dose == 0
    best = max(found.activities, key=lambda each: each.worth.mean)
    assert best.id == "linkedin_dialogue"


def test_the_network_share_is_a_range_and_rises_with_enquiries_from_people() -> None:
    talk = learnt(steady_log(20, *TALKED)).network_share
    posts = learnt(steady_log(20, "linkedin_posts", "linkedin_posts", "", "")).network_share
    assert talk is not None
    assert posts is not None
    assert 0 < talk.low < talk.mean < talk.high < 1
    assert posts.mean < talk.mean


def test_below_25_outcomes_it_is_too_early() -> None:
    assert learnt(steady_log(12, "newsletter", "")).cautions == (Caution.TOO_EARLY,)
    assert learnt(steady_log(12, "linkedin_posts", "", "")).cautions == ()


def test_totals_alone_are_said_to_teach_nothing() -> None:
    found = learnt(steady_log(26, *[""] * 9, trace=""))
    assert found.cautions == (Caution.TOTALS_ONLY,)
    assert found.asked_share == 0
    assert min(doubts(found).values()) > 0.85


def test_where_too_few_were_asked_their_answers_are_not_learnt_from() -> None:
    some = steady_log(26, "linkedin_dialogue", "linkedin_dialogue")
    rest = steady_log(26, "", trace="")
    found = learnt(replace(some, enquiries=[*some.enquiries, *rest.enquiries]))
    assert found.cautions == (Caution.TOO_FEW_ASKED,)
    totals = learnt(steady_log(26, "", "", "", trace=""))
    assert [a.worth for a in found.activities] == [a.worth for a in totals.activities]
    assert found.traced == 52


def test_odd_weeks_teach_nothing_but_still_carry_over() -> None:
    log = steady_log(10, *TALKED)
    busy = week(5, {"linkedin_dialogue": 5.0}, is_odd=True)
    odd = replace(log, weeks=[*log.weeks[:4], busy, *log.weeks[5:]])
    found = learnt(odd)
    assert (found.weeks, found.outcomes) == (9, 36)
    doses = case_of(odd).doses()
    place = [a.id for a in case_of(odd).activities].index("linkedin_dialogue")
    assert doses[7, place] > doses[3, place]


def test_what_comes_from_an_activity_nobody_worked_on_is_not_its_work() -> None:
    found = learnt(steady_log(20, "workshops", "workshops"))
    (workshops,) = (each for each in found.activities if each.id == "workshops")
    assert workshops.traced == 0
    assert workshops.worth.mean == pytest.approx(workshops.prior_mean)
    assert found.traced == 40


def test_an_activity_that_is_not_offered_is_learnt_about_once_it_is_logged() -> None:
    log = Log(weeks=[week(n, {**PLAN, "pinterest": 2.0}) for n in range(1, 11)], enquiries=[])
    assert "pinterest" not in {a.id for a in adviser().activities}
    assert doubts(learnt(log))["pinterest"] < 1


@settings(max_examples=5, deadline=None)
@given(order=st.permutations(range(8)))
def test_neither_the_order_of_the_log_nor_of_the_activities_matters(order: list[int]) -> None:
    log = steady_log(8, *TALKED)
    mixed = Log(
        weeks=[log.weeks[place] for place in order],
        enquiries=list(reversed(log.enquiries)),
    )
    weeks, problem = counted_weeks(shipped_catalogue(), mixed, LONG_AFTER), adviser()
    offered = tuple(reversed(problem.activities))
    turned = learning_case(shipped_catalogue(), offered, problem.circumstances, present(), weeks)
    once, again = learnt(log), learn(turned)
    assert once == again
    assert once.draws.productivity.tobytes() == again.draws.productivity.tobytes()


def test_another_enquiry_from_an_activity_raises_its_worth() -> None:
    log = steady_log(13, *TALKED)
    more = replace(log, enquiries=[*log.enquiries, *enquiries(3, *["referral_circle"] * 3)])
    before, after = (
        {each.id: each.worth.mean for each in learnt(some).activities} for some in (log, more)
    )
    assert after["referral_circle"] > before["referral_circle"]


def test_weeks_that_jump_are_trusted_less() -> None:
    assert dispersion_of([9] * 7, 8) == 1
    assert dispersion_of([0, 40] * 3, 8) == 1
    assert dispersion_of([0, 18] * 5, 8) == pytest.approx(float(np.var([0, 18] * 5, ddof=1)) / 9)
    assert dispersion_of([9] * 10, 8) == 1
    assert dispersion_of([0] * 10, 8) == 1
    even = steady_log(10, *TALKED)
    heaped = replace(
        even, enquiries=[e for n in range(1, 11, 2) for e in enquiries(n, *TALKED, *TALKED)]
    )
    assert doubts(learnt(heaped))["linkedin_dialogue"] > doubts(learnt(even))["linkedin_dialogue"]
