"""What the method was written down with stands in the catalogue: same ids, numbers and order.

The reference grows only when the method does: a new question, activity or KPI needs no line there.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from socialplanner.domain.activity import Activity
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode, cell_name
from socialplanner.domain.kpi import Kpi
from socialplanner.domain.questionnaire import Question
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.paths import catalogue_dir

REFERENCE = tomllib.loads(Path(__file__).with_name("reference.toml").read_text(encoding="utf-8"))


@cache
def shipped() -> Catalogue:
    """Return the shipped catalogue."""
    return load_catalogue(catalogue_dir())


def facts_of_question(question: Question) -> list[object]:
    """Return what wording may not change about a question."""
    return [
        question.kind,
        "" if question.cell is None else cell_name(question.cell),
        question.weight if question.is_scored else -1,
        -1 if question.minimum is None else question.minimum,
        -1 if question.maximum is None else question.maximum,
        len(question.levels),
        [option.id for option in question.options],
    ]


def facts_of_activity(activity: Activity) -> dict[str, object]:
    """Return what wording may not change about an activity."""
    return {
        "mode": activity.mode,
        "platforms": list(activity.platforms),
        "numbers": [
            activity.min_hours,
            activity.half_hours,
            activity.max_hours,
            activity.fixed_hours,
            activity.setup_hours,
            activity.auto_share,
            activity.delay_weeks,
            activity.half_life_weeks,
            activity.trackable,
        ],
        "goals": activity.goals,
        "dimensions": {cell_name(cell): share for cell, share in activity.dimensions.items()},
        "fits": activity.fits,
        "kpis": list(activity.kpis),
    }


def facts_of_kpi(kpi: Kpi) -> list[object]:
    """Return what wording may not change about a KPI."""
    return [
        "both" if len(kpi.modes) == len(Mode) else next(iter(kpi.modes)),
        list(kpi.goals) or ["all"],
        kpi.stage,
        kpi.lag_weeks,
        kpi.difficulty,
        kpi.direct_response,
    ]


def facts_of_parameters(values: object) -> Mapping[str, Any]:
    """Return the numbers of one group of parameters by name."""
    names = type(values).__dataclass_fields__  # type: ignore[attr-defined]
    return {name: getattr(values, name) for name in names}


def agree(found: Mapping[str, object], group: str) -> None:
    """Assert that every fact of the reference is found, and in the same order."""
    expected = REFERENCE[group]
    assert {key: found.get(key) for key in expected} == expected
    assert [key for key in found if key in expected] == list(expected)


def test_the_reference_holds_63_questions_30_activities_55_kpis_and_70_studies() -> None:
    groups = ("questions", "activities", "kpis", "evidence")
    assert [len(REFERENCE[group]) for group in groups] == [63, 30, 55, 70]


def test_every_question_has_its_kind_cell_weight_bounds_and_options() -> None:
    found = {question.id: facts_of_question(question) for question in shipped().questionnaire}
    agree(found, "questions")


def test_every_activity_has_its_numbers_in_the_order_that_decides_ties() -> None:
    found = {activity.id: facts_of_activity(activity) for activity in shipped().activities}
    agree(found, "activities")


def test_every_kpi_has_its_mode_goals_stage_and_numbers() -> None:
    agree({kpi.id: facts_of_kpi(kpi) for kpi in shipped().kpis.values()}, "kpis")


def test_every_study_has_its_year_and_how_we_know_it() -> None:
    found = {each.id: [each.year, each.reading] for each in shipped().evidence.values()}
    agree(found, "evidence")


@pytest.mark.parametrize("group", ["scoring", "target", "allocation", "money", "learning"])
def test_every_number_of_the_method_is_as_written_down(group: str) -> None:
    found = facts_of_parameters(getattr(shipped().parameters, group))
    assert found.keys() == REFERENCE[group].keys()
    for name, expected in REFERENCE[group].items():
        if isinstance(expected, list):
            assert found[name] == frozenset(expected), name
        elif name == "extra_tools":
            assert found[name] == {key: frozenset(tools) for key, tools in expected.items()}
        else:
            assert found[name] == expected, name
