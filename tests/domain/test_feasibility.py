"""What cannot be met together is refused by name, and no name too many."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from socialplanner.domain.allocation import FREE, band, solve
from socialplanner.domain.answers import Answer
from socialplanner.domain.constraints import OFFER_RULES, Constraint, Rule
from socialplanner.domain.feasibility import InfeasibleError, check_pins, conflict_of
from socialplanner.domain.profile import Choices
from socialplanner.domain.programme import programme_of
from socialplanner.domain.setting import Setting
from tests.domain.assessments import assessment, firm_with, plan_of, setting
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

IDS = [
    "linkedin_posts",
    "instagram_feed",
    "facebook_page",
    "short_updates",
    "pinterest",
    "articles",
    "boosted_posts",
    "reply_desk",
    "followup_notes",
    "local_events",
    "workshops",
    "own_community",
]
"""Of both modes, with and without platforms, and both of hygiene."""

PLATFORMS = ("linkedin", "instagram", "facebook", "x", "pinterest", "whatsapp")


def met(problem: Setting, constraints: Sequence[Constraint]) -> bool:
    """Return whether some plan meets these constraints."""
    programme = programme_of(problem.activities, problem.business, constraints, problem.parameters)
    values = problem.values()[:, :, : programme.longest + 1]
    return bool(solve(programme, values, band(*FREE)).is_feasible[0])


@st.composite
def crowded(draw: st.DrawFn) -> Setting:
    """Return a problem with many wishes for a short week."""
    few = st.frozensets(st.sampled_from(IDS), max_size=6)
    earlier = st.dictionaries(st.sampled_from(IDS), st.sampled_from([1.0, 3.0, 6.0]), max_size=4)
    row: dict[str, str | float] = {"name": "Ada", "hours": 1.0, "strength": "talking"}
    people: Sequence[tuple[dict[str, str | float], ...]] = [
        (),
        (row,),
        ({**row, "strength": "making"},),
        ({**row, "hours": 20.0},),
    ]
    answers = firm_with(
        "plumber",
        kind="b2b_services",
        hours_per_week=draw(st.sampled_from([1.0, 2.5, 4.0, 8.0])),
        platforms=PLATFORMS,
        people=draw(st.sampled_from(people)),
    )
    choices = Choices(pinned=draw(few), declined=draw(few), earlier_plan=draw(st.none() | earlier))
    return setting(answers, choices)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(crowded())
def test_a_conflict_cannot_be_met_and_without_any_one_part_it_can(problem: Setting) -> None:
    assume(not problem.solve().is_feasible[0])
    conflict = conflict_of(problem)
    assert not met(problem, conflict)
    for left_out in conflict:
        assert met(problem, [c for c in conflict if c is not left_out])


@settings(max_examples=60)
@given(crowded())
def test_pins_that_are_not_offered_are_refused_before_anything_is_planned(
    problem: Setting,
) -> None:
    offered = {activity.id for activity in problem.activities}
    if problem.choices.pinned <= offered:
        check_pins(shipped_catalogue(), problem)
        return
    with pytest.raises(InfeasibleError) as caught:
        check_pins(shipped_catalogue(), problem)
    pin, barrier = caught.value.conflict
    assert pin.activity_id == barrier.activity_id
    assert pin.activity_id not in offered
    assert barrier.rule in OFFER_RULES


def refusal(answers: dict[str, Answer], choices: Choices) -> set[tuple[Rule, str]]:
    """Return the rules and activities that a refused plan names."""
    with pytest.raises(InfeasibleError) as caught:
        assessment(answers, choices)
    return {(c.rule, c.activity_id) for c in caught.value.conflict}


def test_pinned_and_declined_at_once_is_refused_by_both_names() -> None:
    both = frozenset({"articles"})
    found = refusal(dict(FIRMS["plumber"].answers), Choices(pinned=both, declined=both))
    assert found == {(Rule.PINNED, "articles"), (Rule.DECLINED, "articles")}


def test_more_pins_than_hours_are_refused_by_their_names_alone() -> None:
    answers = firm_with("plumber", hours_per_week=2.0)
    pinned = Choices(pinned=frozenset({"articles", "local_events", "gbp_posts"}))
    found = refusal(answers, pinned)
    assert found == {(Rule.PINNED, "articles"), (Rule.PINNED, "local_events")}


def test_one_pin_longer_than_the_week_is_refused_alone() -> None:
    answers = firm_with("plumber", hours_per_week=1.0)
    found = refusal(answers, Choices(pinned=frozenset({"articles"})))
    assert found == {(Rule.PINNED, "articles")}


def test_too_many_pins_for_the_week_name_the_limit() -> None:
    answers = firm_with("plumber", hours_per_week=2.5)
    pins = {"gbp_posts", "review_replies", "listening"}
    found = refusal(answers, Choices(pinned=frozenset(pins)))
    assert found == {(Rule.MOST_ACTIVITIES, ""), *((Rule.PINNED, pin) for pin in pins)}


def test_four_pinned_platforms_name_the_limit() -> None:
    answers = firm_with("plumber", hours_per_week=20.0, kind="b2b_product", platforms=PLATFORMS)
    pins = {"linkedin_posts", "instagram_feed", "facebook_page", "short_updates"}
    found = refusal(answers, Choices(pinned=frozenset(pins)))
    assert found == {(Rule.MOST_PLATFORMS, ""), *((Rule.PINNED, pin) for pin in pins)}


def test_paid_posts_without_money_are_refused() -> None:
    found = refusal(dict(FIRMS["plumber"].answers), Choices(pinned=frozenset({"boosted_posts"})))
    assert found == {(Rule.PINNED, "boosted_posts"), (Rule.NO_MONEY, "boosted_posts")}


def test_hygiene_cannot_be_declined_from_three_hours_on() -> None:
    declined = Choices(declined=frozenset({"reply_desk"}))
    found = refusal(firm_with("plumber", hours_per_week=3.0), declined)
    assert found == {(Rule.HYGIENE, "reply_desk"), (Rule.DECLINED, "reply_desk")}
    assert assessment(firm_with("plumber", hours_per_week=2.5), declined).plan.activities


def test_nobody_who_can_talk_is_refused_for_the_sake_of_hygiene() -> None:
    maker: dict[str, str | float] = {"name": "Ada", "hours": 5.0, "strength": "making"}
    found = refusal(firm_with("plumber", people=(maker,)), Choices())
    assert (Rule.TALKING_HOURS, "") in found
    assert {rule for rule, _ in found} == {Rule.TALKING_HOURS, Rule.HYGIENE}


@pytest.mark.parametrize("part", [0.8, 0.5, 0.3])
@pytest.mark.parametrize("name", FIRMS)
def test_fewer_hours_than_the_earlier_plan_took_still_give_a_plan(name: str, part: float) -> None:
    firm = FIRMS[name]
    hours = firm.answers["business.hours_per_week"]
    assert isinstance(hours, float)
    fewer = setting(firm_with(name, hours_per_week=part * hours), Choices(earlier_plan=firm.hours))
    assert fewer.solve().is_feasible[0]


@pytest.mark.parametrize("name", FIRMS)
def test_a_plan_may_stay_as_it_is_at_a_review(name: str) -> None:
    firm = FIRMS[name]
    problem = setting(firm.answers, Choices(earlier_plan=firm.hours))
    assert dict(plan_of(problem).hours) == dict(firm.hours)
