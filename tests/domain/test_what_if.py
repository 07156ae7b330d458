"""What if: the fast way and the whole assessment must never tell two stories."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity_value import activity_value
from socialplanner.domain.answers import Answer
from socialplanner.domain.assessment import assess, standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Constraint
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.supposition import Supposition, supposed_answers
from socialplanner.domain.what_if import WhatIf, setting_for, what_if
from tests.domain.assessments import TODAY
from tests.domain.builders import shipped_catalogue
from tests.domain.businesses import option_ids
from tests.domain.firms import FIRMS
from tests.domain.respondents import any_answers, any_choices

ANYBODY = Profile(name="Anybody")
TOOLS = [tool for tool in option_ids("business.tools") if tool != "none"]


@cache
def quick_catalogue() -> Catalogue:
    """Return the shipped catalogue with so few repeats that whole assessments are quick."""
    catalogue = shipped_catalogue()
    parameters = catalogue.parameters
    fewer = replace(parameters.allocation, stability_draws=2)
    return replace(catalogue, parameters=replace(parameters, allocation=fewer))


def supposed(answers: Mapping[str, Answer], choices: Choices | None = None) -> WhatIf:
    """Return what answers come to by the fast way."""
    catalogue = quick_catalogue()
    return what_if(catalogue, standing(catalogue, ANYBODY, answers, choices or Choices(), TODAY))


def conflict_of_the_fast_way(
    answers: Mapping[str, Answer], choices: Choices
) -> tuple[tuple[Constraint, ...], float] | None:
    """Return what cannot be met together and the hours there are, None where there is a plan."""
    try:
        supposed(answers, choices)
    except InfeasibleError as refused:
        return refused.conflict, refused.hours
    return None


def both_agree(answers: Mapping[str, Answer], choices: Choices) -> None:
    """Fail unless both ways give the same plan, or name the same conflict."""
    conflict = conflict_of_the_fast_way(answers, choices)
    if conflict is None:
        agree(supposed(answers, choices), choices, answers)
        return
    with pytest.raises(InfeasibleError) as whole:
        assess(quick_catalogue(), ANYBODY, answers, choices, TODAY)
    assert (whole.value.conflict, whole.value.hours) == conflict


def suppositions() -> st.SearchStrategy[Supposition]:
    """Return anything that can be supposed on the page."""
    return st.builds(
        Supposition,
        hours_per_week=st.none() | st.integers(2, 160).map(lambda steps: steps / 2),
        patience=st.none() | st.sampled_from(option_ids("business.patience")),
        tools=st.none() | st.frozensets(st.sampled_from(TOOLS)),
        ad_budget_per_week=st.none() | st.sampled_from([0.0, 0.5, 25.0, 1e6]),
    )


def agree(found: WhatIf, choices: Choices, answers: Mapping[str, Answer]) -> None:
    """Fail unless the whole assessment of the same inputs says the same."""
    whole = assess(quick_catalogue(), ANYBODY, answers, choices, TODAY)
    assert found.week.hours == whole.plan.hours
    assert found.week.hours_per_week == whole.plan.hours_per_week
    assert found.week.network_share == whole.plan.network_share
    assert found.value == whole.plan.value
    assert found.price == whole.plan.price
    assert found.curve == whole.plan.curve
    assert found.platforms == whole.plan.platforms
    assert found.next_half_hour == whole.plan.next_half_hour
    assert found.comparison == whole.hours
    assert found.returns == whole.returns
    assert found.hours_available == whole.plan.hours_available


@pytest.mark.parametrize("name", FIRMS)
def test_the_fast_way_agrees_with_the_whole_assessment_of_every_firm(name: str) -> None:
    agree(supposed(FIRMS[name].answers), Choices(), FIRMS[name].answers)


@settings(max_examples=40)
@given(name=st.sampled_from(sorted(FIRMS)), supposition=suppositions(), choices=any_choices())
def test_the_fast_way_agrees_with_the_whole_assessment_under_any_supposition(
    name: str, supposition: Supposition, choices: Choices
) -> None:
    answers = {**FIRMS[name].answers, **supposed_answers(FIRMS[name].answers, supposition)}
    both_agree(answers, choices)


@settings(max_examples=15)
@given(answers=any_answers())
def test_the_fast_way_agrees_for_whatever_anybody_answers(answers: dict[str, Answer]) -> None:
    both_agree(answers, Choices())


def test_what_cannot_be_met_together_is_named() -> None:
    with pytest.raises(InfeasibleError) as refused:
        supposed(FIRMS["cafe"].answers, Choices(declined=frozenset({"reply_desk"})))
    assert {each.activity_id for each in refused.value.conflict} == {"reply_desk"}


def test_to_suppose_nothing_changes_no_answer() -> None:
    assert Supposition().is_nothing
    assert supposed_answers(FIRMS["cafe"].answers, Supposition()) == {}


def test_to_suppose_what_was_answered_changes_no_answer() -> None:
    answers = FIRMS["web_shop"].answers
    same = Supposition(
        hours_per_week=8.0,
        patience="quarter",
        tools=frozenset({"scheduler"}),
        ad_budget_per_week=25.0,
    )
    assert not same.is_nothing
    assert supposed_answers(answers, same) == {}


def test_no_tools_at_all_are_answered_as_none() -> None:
    answers = FIRMS["cafe"].answers
    changed = supposed_answers(answers, Supposition(tools=frozenset()))
    assert changed == {"business.tools": ("none",)}
    assert supposed_answers({**answers, **changed}, Supposition(tools=frozenset())) == {}


@settings(max_examples=30)
@given(name=st.sampled_from(sorted(FIRMS)), supposition=suppositions())
def test_supposed_answers_say_what_is_supposed(name: str, supposition: Supposition) -> None:
    answers = {**FIRMS[name].answers, **supposed_answers(FIRMS[name].answers, supposition)}
    business = standing(quick_catalogue(), ANYBODY, answers, Choices(), TODAY).business
    for field in ("hours_per_week", "patience", "tools", "ad_budget_per_week"):
        wanted = getattr(supposition, field)
        assert wanted is None or getattr(business, field) == wanted


@pytest.mark.parametrize("name", FIRMS)
def test_the_factors_of_an_activity_give_the_value_the_plan_was_made_with(name: str) -> None:
    found = supposed(FIRMS[name].answers)
    setting = setting_for(quick_catalogue(), found.said)
    values = setting.values()[0]
    for row, activity in enumerate(setting.activities):
        taken_apart = activity_value(setting, activity.id)
        steps = range(min(setting.programme.longest, round(activity.max_hours * 2)) + 1)
        mine = [taken_apart.value(step * taken_apart.grid) for step in steps]
        assert mine == pytest.approx(values[row, : len(mine)])


def test_the_factors_of_all_planned_activities_sum_to_the_value_of_the_plan() -> None:
    found = supposed(FIRMS["saas_start_up"].answers)
    setting = setting_for(quick_catalogue(), found.said)
    parts = [activity_value(setting, key).value(h) for key, h in found.week.hours.items()]
    assert np.isclose(sum(parts), found.value)


def test_at_its_maximum_an_activity_gains_nothing_by_another_half_hour() -> None:
    setting = setting_for(quick_catalogue(), supposed(FIRMS["cafe"].answers).said)
    apart = activity_value(setting, "short_video")
    assert apart.next_gain(apart.activity.max_hours) == 0.0
    assert apart.next_gain(apart.activity.min_hours) > 0.0


def test_an_activity_that_is_not_offered_has_no_value() -> None:
    setting = setting_for(quick_catalogue(), supposed(FIRMS["cafe"].answers).said)
    with pytest.raises(KeyError):
        activity_value(setting, "pinterest")
