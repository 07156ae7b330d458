"""What is measured: one early sign and two outcomes per goal, and how hard it is (6.6, 6.7)."""

from dataclasses import replace
from itertools import permutations
from math import e

import pytest

from socialplanner.domain.kpi import Stage
from socialplanner.domain.measurement import KpiRole, chosen_kpis, difficulty
from tests.domain.assessments import firm_assessment
from tests.domain.builders import NEUTRAL, shipped_catalogue
from tests.domain.firms import FIRMS

GOALS = tuple(shipped_catalogue().parameters.target.goal_affinity)
EARLY = {Stage.OUTPUT, Stage.OUTTAKE}
LATE = {Stage.OUTCOME, Stage.IMPACT}


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("name", FIRMS)
def test_each_goal_has_one_early_sign_and_two_outcomes(name: str, goal: str) -> None:
    catalogue, plan = shipped_catalogue(), firm_assessment(name).plan
    chosen = chosen_kpis(catalogue, (goal,), plan)
    roles = [choice.role for choice in chosen]
    assert roles.count(KpiRole.EARLY_SIGN) == 1
    assert len(roles) == 3
    assert len({choice.kpi_id for choice in chosen}) == 3


@pytest.mark.parametrize("name", FIRMS)
def test_neither_an_input_nor_a_number_of_followers_is_ever_an_outcome(name: str) -> None:
    catalogue, plan = shipped_catalogue(), firm_assessment(name).plan
    for goals in permutations(GOALS, 2):
        for choice in chosen_kpis(catalogue, goals, plan):
            kpi = catalogue.kpis[choice.kpi_id]
            assert kpi.stage in (EARLY if choice.role is KpiRole.EARLY_SIGN else {*Stage})
            assert choice.role is not KpiRole.OUTCOME or kpi.stage in LATE
            assert choice.role is KpiRole.EARLY_SIGN or kpi.id != "follower_growth"


@pytest.mark.parametrize("name", FIRMS)
def test_a_stand_in_is_chosen_only_where_the_catalogue_lacks_an_outcome(name: str) -> None:
    catalogue = shipped_catalogue()
    late = [kpi for kpi in catalogue.kpis.values() if kpi.stage in LATE]
    for goal in GOALS:
        chosen = chosen_kpis(catalogue, (goal,), firm_assessment(name).plan)
        standing_in = sum(choice.role is KpiRole.NEAREST_SIGN for choice in chosen)
        assert standing_in == max(0, 2 - sum(goal in kpi.goals for kpi in late))


@pytest.mark.parametrize("name", FIRMS)
def test_a_kpi_watches_the_planned_activities_that_name_it(name: str) -> None:
    catalogue, found = shipped_catalogue(), firm_assessment(name)
    for choice in found.kpis:
        naming = {a.id for a in catalogue.activities if choice.kpi_id in a.kpis}
        assert set(choice.activity_ids) == naming & found.plan.hours.keys()


@pytest.mark.parametrize("name", FIRMS)
def test_the_goals_are_measured_in_their_order(name: str) -> None:
    found = firm_assessment(name)
    goals = list(dict.fromkeys(choice.goal for choice in found.kpis))
    assert tuple(goals) == found.business.goals


@pytest.mark.parametrize("name", FIRMS)
def test_a_kpi_of_the_plan_is_preferred_to_one_that_nothing_moves(name: str) -> None:
    catalogue, found = shipped_catalogue(), firm_assessment(name)
    planned = {kpi for key in found.plan.hours for kpi in catalogue.activity(key).kpis}
    first = found.business.goals[0]
    able = [
        kpi.id
        for kpi in catalogue.kpis.values()
        if kpi.stage in LATE and first in kpi.goals and kpi.id in planned
    ]
    chosen = {c.kpi_id for c in found.kpis if c.goal == first and c.role is KpiRole.OUTCOME}
    assert len(chosen & set(able)) == min(len(able), len(chosen))


def test_every_activity_is_between_easy_and_hard_to_measure() -> None:
    found = {activity.id: difficulty(activity) for activity in shipped_catalogue().activities}
    assert all(1 <= level <= 5 for level in found.values())
    assert max(found.values()) - min(found.values()) > 1


def test_difficulty_grows_with_what_is_untraceable_and_late() -> None:
    easy = replace(NEUTRAL, trackable=1.0, delay_weeks=0.0, half_life_weeks=0.0)
    assert difficulty(easy) == 1
    assert difficulty(replace(easy, trackable=0.25)) == 2.5
    assert difficulty(replace(easy, delay_weeks=e - 1)) == pytest.approx(1 + 1 / 1.5)
    assert difficulty(replace(easy, trackable=0.0, half_life_weeks=500.0)) == 5
