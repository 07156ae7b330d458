"""What would change the plan: no tool, other hours, another patience, another answer."""

from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.business import ORDERED
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.hours_of_plan import changes
from socialplanner.domain.profile import Choices
from socialplanner.domain.scenario import ScenarioKind
from socialplanner.domain.scoring import level_of
from tests.domain.assessments import assessment, firm_assessment, firm_with, hours_alone
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS
from tests.domain.questionnaires import all_at, at_level, random_levels
from tests.domain.respondents import any_answers


@cache
def full_assessment(name: str, level: int) -> Assessment:
    """Return the assessment of a firm that gave every scored question one level."""
    return assessment({**FIRMS[name].answers, **all_at(level)})


def others(question_id: str, answer: Answer) -> list[Answer]:
    """Return the answers one step off, as a reader would count them."""
    question = shipped_catalogue().questionnaire.by_id[question_id]
    if question_id in ORDERED:
        ids = [option.id for option in question.options]
        place = ids.index(str(answer))
        return [*ids[max(0, place - 1) : place], *ids[place + 1 : place + 2]]
    level = level_of(question, answer)
    steps = [] if level is None else [int(level) - 1, int(level) + 1]
    return [at_level(question, step) for step in steps if 0 <= step <= 4]


def check_flips(found: Assessment) -> None:
    """Check that each flip comes out when its answer is changed and all is computed anew."""
    assert len(found.flips) <= 3
    moved = [flip.hours_moved for flip in found.flips]
    assert moved == sorted(moved, reverse=True)
    assert len({flip.question_id for flip in found.flips}) == len(found.flips)
    for flip in found.flips:
        after = assessment({**found.answers, flip.question_id: flip.other}, found.choices).plan
        assert dict(flip.changes) == changes(found.plan.hours, after.hours)
        assert flip.hours_moved == sum(abs(h) for h in flip.changes.values()) / 2 > 0
        assert flip.network_share == pytest.approx(after.network_share)


@pytest.mark.parametrize("name", FIRMS)
def test_a_flip_of_a_firm_comes_out_when_its_answer_is_changed(name: str) -> None:
    check_flips(firm_assessment(name))
    check_flips(full_assessment(name, 2))


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(any_answers())
def test_a_flip_of_anybody_comes_out_when_their_answer_is_changed(answers: Answers) -> None:
    try:
        found = assessment(answers)
    except InfeasibleError:
        assume(False)  # noqa: FBT003
    check_flips(found)


def most_moved(answers: Answers) -> dict[str, float]:
    """Return the most hours that one step of each answer moves, by computing each plan anew."""
    before = hours_alone(answers)
    moved: dict[str, float] = {}
    for question_id, answer in answers.items():
        for other in others(question_id, answer):
            step = changes(before, hours_alone({**answers, question_id: other}))
            hours = sum(abs(h) for h in step.values()) / 2
            moved[question_id] = max(moved.get(question_id, 0.0), hours)
    return {question_id: hours for question_id, hours in moved.items() if hours}


@pytest.mark.parametrize(
    ("name", "hours", "seed"),
    [
        ("plumber", 15.0, 5),
        ("charity", 25.0, 2),
        ("tax_adviser", 4.0, 3),
        ("saas_start_up", 4.0, 5),
    ],
)
def test_no_other_single_step_moves_more_hours_than_the_flips(
    name: str, hours: float, seed: int
) -> None:
    answers = {**firm_with(name, hours_per_week=hours), **random_levels(seed)}
    found = {flip.question_id: flip.hours_moved for flip in assessment(answers).flips}
    moved = most_moved(answers)
    assert sorted(found.values(), reverse=True) == sorted(moved.values(), reverse=True)[:3]
    assert all(moved[question_id] == hours for question_id, hours in found.items())


def test_a_level_can_flip_a_plan_and_is_then_one_level_off() -> None:
    levels = []
    for seed in range(12):
        answers = {**firm_with("charity", hours_per_week=20.0), **random_levels(seed)}
        for flip in assessment(answers).flips:
            question = shipped_catalogue().questionnaire.by_id[flip.question_id]
            before, after = (level_of(question, a) for a in (answers[question.id], flip.other))
            if before is not None and after is not None:
                levels.append(abs(after - before))
    assert levels
    assert set(levels) == {1}


def test_there_is_no_flip_when_nothing_can_change() -> None:
    everything = [activity.id for activity in shipped_catalogue().activities]
    kept = {"gbp_posts", "reply_desk"}
    only = Choices(pinned=frozenset(kept), declined=frozenset(everything) - kept)
    found = assessment(firm_with("plumber", hours_per_week=1.0), only)
    assert dict(found.plan.hours) == {"gbp_posts": 0.5, "reply_desk": 0.5}
    assert found.flips == ()


@pytest.mark.parametrize("name", FIRMS)
def test_a_scenario_is_the_plan_of_its_circumstance(name: str) -> None:
    found = firm_assessment(name)
    for scenario in found.scenarios:
        answers = dict(found.answers)
        match scenario.kind:
            case ScenarioKind.NO_TOOL:
                answers["business.tools"] = ()
            case ScenarioKind.PATIENCE:
                answers["business.patience"] = scenario.detail
            case ScenarioKind.FEWER_HOURS | ScenarioKind.MORE_HOURS:
                answers["business.hours_per_week"] = float(scenario.detail)
        after = assessment(answers).plan
        assert dict(scenario.hours) == dict(after.hours)
        assert dict(scenario.changes) == changes(found.plan.hours, after.hours)
        assert scenario.network_share == pytest.approx(after.network_share)
        if scenario.relative_value is not None:
            assert scenario.relative_value == pytest.approx(after.value / found.plan.value)


def kinds(answers: Answers, choices: Choices | None = None) -> list[tuple[ScenarioKind, str]]:
    """Return the scenarios of some answers with their details."""
    return [(s.kind, s.detail) for s in assessment(answers, choices).scenarios]


def test_the_scenarios_are_no_tool_two_hours_either_way_and_both_other_patiences() -> None:
    assert kinds(FIRMS["plumber"].answers) == [
        (ScenarioKind.NO_TOOL, ""),
        (ScenarioKind.FEWER_HOURS, "2"),
        (ScenarioKind.MORE_HOURS, "6"),
        (ScenarioKind.PATIENCE, "month"),
        (ScenarioKind.PATIENCE, "year"),
    ]


@pytest.mark.parametrize("tools", [(), ("none",)])
def test_who_has_no_tool_is_not_told_what_happens_without_one(tools: tuple[str, ...]) -> None:
    assert ScenarioKind.NO_TOOL not in dict(kinds(firm_with("plumber", tools=tools)))


def test_a_week_of_two_hours_has_no_scenario_with_two_fewer() -> None:
    assert ScenarioKind.FEWER_HOURS not in dict(kinds(firm_with("plumber", hours_per_week=2.5)))


def test_a_scenario_that_cannot_be_met_is_left_out() -> None:
    pinned = Choices(pinned=frozenset({"articles", "local_events"}))
    found = dict(kinds(firm_with("plumber", hours_per_week=4.5), pinned))
    assert ScenarioKind.FEWER_HOURS not in found
    assert ScenarioKind.MORE_HOURS in found


def test_losing_the_tool_lowers_the_value_and_two_hours_more_raise_it() -> None:
    value = {s.kind: s.relative_value for s in firm_assessment("web_shop").scenarios}
    without, more, fewer = (
        value[kind] or 0
        for kind in (ScenarioKind.NO_TOOL, ScenarioKind.MORE_HOURS, ScenarioKind.FEWER_HOURS)
    )
    assert without < 1 < more
    assert fewer < 1
    assert value[ScenarioKind.PATIENCE] is None
