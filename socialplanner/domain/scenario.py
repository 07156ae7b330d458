"""What would change the plan: no tool, other hours, another patience, another answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique

import numpy as np

from socialplanner.domain.allocation import Band, Solution, solve
from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.business import ORDERED, Business, business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.gaps import find_gaps, gap_points
from socialplanner.domain.hours_of_plan import changes, hours_by_id
from socialplanner.domain.kept_plan import kept_solution
from socialplanner.domain.plan import Plan
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.response import Circumstances, Floats, curves
from socialplanner.domain.scoring import level_of, score
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.stability import network_shares
from socialplanner.domain.target import TargetMix, level_targets, target_mix

HOURS_STEP = 2.0
MOST_FLIPS = 3


@unique
class ScenarioKind(StrEnum):
    """Which circumstance is different."""

    NO_TOOL = "no_tool"
    FEWER_HOURS = "fewer_hours"
    MORE_HOURS = "more_hours"
    PATIENCE = "patience"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """The plan under one other circumstance; `detail` is the hours or the patience supposed.

    `hours` by activity id, `changes` against the plan; `relative_value` is its modelled value as
    part of the plan's, None where the two are not measured on the same scale (patience).
    """

    kind: ScenarioKind
    detail: str
    hours: Mapping[str, float]
    changes: Mapping[str, float]
    network_share: float
    relative_value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """An answer whose change by one level would change the plan, and how.

    `hours_moved` is half the sum of all differences; `other` is the answer supposed instead.
    """

    question_id: str
    other: Answer
    hours_moved: float
    changes: Mapping[str, float]
    network_share: float


def scenarios(catalogue: Catalogue, setting: Setting, plan: Plan) -> tuple[Scenario, ...]:
    """Return the plan without tools, with two hours less and more, and with other patience."""
    found = (_scenario(catalogue, setting, plan, other) for other in _suppositions(setting))
    return tuple(scenario for scenario in found if scenario is not None)


def flips(catalogue: Catalogue, setting: Setting, plan: Plan, answers: Answers) -> tuple[Flip, ...]:
    """Return the up to three answers whose change by one level would move most hours.

    None moves hours that were agreed.
    """
    variants = tuple(_variants(catalogue, answers))
    if not variants or setting.choices.keeps_earlier:
        return ()
    solution = _solve_variants(catalogue, setting, [changed for _, _, changed in variants])
    shares = network_shares(setting.activities, solution.hours)
    found = [
        _flip(plan, _hours_by_id(setting, hours), float(share), question, other)
        for (question, other, _), hours, share in zip(variants, solution.hours, shares, strict=True)
    ]
    moving = sorted((flip for flip in found if flip.hours_moved), key=lambda f: -f.hours_moved)
    largest = {flip.question_id: flip for flip in reversed(moving)}
    return tuple(flip for flip in moving if largest[flip.question_id] is flip)[:MOST_FLIPS]


def _solve_variants(catalogue: Catalogue, setting: Setting, changed: Sequence[Answers]) -> Solution:
    """Return the plans that changed answers would give, all solved as one array."""
    prepared = [_circumstances(catalogue, setting, answers) for answers in changed]
    wanted = Band(
        low=np.array([target.low for target, _ in prepared]),
        high=np.array([target.high for target, _ in prepared]),
    )
    made = curves(setting.activities, [c for _, c in prepared], setting.parameters)
    values = made.values(setting.programme.longest, setting.programme.grid)
    return solve(setting.programme, values, wanted)


def _flip(
    plan: Plan, after: Mapping[str, float], share: float, question: Question, other: Answer
) -> Flip:
    moved = changes(plan.hours, after)
    return Flip(
        question_id=question.id,
        other=other,
        hours_moved=sum(abs(difference) for difference in moved.values()) / 2,
        changes=moved,
        network_share=share,
    )


def _hours_by_id(setting: Setting, hours: Floats) -> dict[str, float]:
    return {a.id: float(h) for a, h in zip(setting.activities, hours, strict=True) if h}


def _suppositions(setting: Setting) -> Iterator[tuple[ScenarioKind, str, Business]]:
    business = setting.business
    if business.tools:
        yield ScenarioKind.NO_TOOL, "", replace(business, tools=frozenset())
    for kind, step in (
        (ScenarioKind.FEWER_HOURS, -HOURS_STEP),
        (ScenarioKind.MORE_HOURS, HOURS_STEP),
    ):
        hours = business.hours_per_week + step
        if hours >= 1:
            yield kind, f"{hours:g}", replace(business, hours_per_week=hours)
    for patience in setting.parameters.weekly_discount:
        if patience != business.patience:
            yield ScenarioKind.PATIENCE, patience, replace(business, patience=patience)


def _scenario(
    catalogue: Catalogue, setting: Setting, plan: Plan, supposed: tuple[ScenarioKind, str, Business]
) -> Scenario | None:
    """Return the plan of another circumstance, or None where its constraints allow none."""
    kind, detail, business = supposed
    other = setting_of(
        catalogue, business, setting.choices, setting.target, setting.circumstances.gap_points
    )
    kept = kept_solution(other)
    solution = other.solve() if kept is None else kept
    if not solution.is_feasible[0]:
        return None
    hours = hours_by_id(other.activities, solution)
    comparable = kind is not ScenarioKind.PATIENCE
    return Scenario(
        kind=kind,
        detail=detail,
        hours=hours,
        changes=changes(plan.hours, hours),
        network_share=float(network_shares(other.activities, solution.hours)[0]),
        relative_value=float(solution.value[0] / plan.value) if comparable else None,
    )


def _variants(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Question, Answer, Answers]]:
    """Yield every scored answer one level up and down, and every ordered choice one option off."""
    for question in catalogue.questionnaire:
        if question.id in answers:
            for other in _neighbours(question, answers[question.id]):
                yield question, other, {**answers, question.id: other}


def _neighbours(question: Question, answer: Answer) -> Iterator[Answer]:
    level = level_of(question, answer)
    if level is not None:
        for other in (level - 1, level + 1):
            if 0 <= other <= question.highest_level:
                yield _as_answer(question, other)
    elif question.id in ORDERED:
        ids = [option.id for option in question.options]
        if answer in ids:
            place = ids.index(str(answer))
            yield from (ids[other] for other in (place - 1, place + 1) if 0 <= other < len(ids))


def _as_answer(question: Question, level: float) -> Answer:
    if question.options:
        return tuple(option.id for option in question.options[: int(level)])
    return level


def _circumstances(
    catalogue: Catalogue, setting: Setting, answers: Answers
) -> tuple[TargetMix, Circumstances]:
    """Return the target and the circumstances that changed answers would give."""
    parameters = catalogue.parameters
    business = business_of(answers)
    target = target_mix(business, parameters.target)
    levels = level_targets(target, business.stage, parameters.target)
    scores = score(catalogue.questionnaire, answers, parameters.scoring)
    gaps = find_gaps(catalogue.questionnaire, answers, scores, levels, parameters.scoring)
    return target, replace(
        setting.circumstances,
        goal_weights=target.goal_weights,
        gap_points=gap_points(gaps),
        weekly_discount=setting.parameters.weekly_discount[business.patience],
    )
