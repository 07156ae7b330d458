"""The whole method at once: the seven firms, and any answers that a person may give."""

from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from math import isfinite

import pytest
from hypothesis import HealthCheck, event, given, settings

from socialplanner.domain.answers import Answers
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.profile import Choices
from tests.domain.assessments import TODAY, assessment, firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.checks import misplaced_steps, unfinished, wrong_rules
from tests.domain.firms import FIRMS
from tests.domain.respondents import any_answers, any_choices


@pytest.mark.parametrize("name", FIRMS)
def test_the_seven_firms_get_the_plans_of_the_method(name: str) -> None:
    firm, found = FIRMS[name], firm_assessment(name)
    assert dict(found.plan.hours) == dict(firm.hours)
    assert round(found.target.network_share, 4) == firm.target
    assert round(found.plan.network_share, 4) == firm.share
    assert round(found.plan.price, 4) == pytest.approx(firm.price, abs=1e-12)
    assert all(gap.points == 0 for gap in found.gaps)


@pytest.mark.parametrize("name", FIRMS)
def test_the_same_answers_give_the_same_assessment(name: str) -> None:
    assert assessment(dict(FIRMS[name].answers)) == firm_assessment(name)


def test_an_assessment_cannot_be_changed() -> None:
    found = firm_assessment("plumber")
    for value in (found, found.plan, found.target, found.business, found.roadmap):
        name = fields(value)[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


def test_every_result_is_kept_under_the_day_and_the_catalogue_it_was_made_with() -> None:
    found = firm_assessment("cafe")
    assert found.today == TODAY
    assert found.catalogue_version == shipped_catalogue().version
    assert found.answers == FIRMS["cafe"].answers


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(any_answers(), any_choices())
def test_any_valid_answers_give_finite_numbers_or_a_named_conflict(
    answers: Answers, choices: Choices
) -> None:
    try:
        found = assessment(answers, choices)
    except InfeasibleError:
        event("infeasible")
        return
    assert [path for path, number in numbers(found) if not isfinite(number)] == []
    assert found.plan.hours_per_week <= found.business.hours_per_week + 1e-8
    assert 0 <= found.plan.network_share <= 1
    assert -1e-9 <= found.plan.price <= 1
    assert misplaced_steps(found.roadmap) == []
    assert unfinished(found.roadmap, found.plan.hours, found.plan.hours_available) == []
    assert wrong_rules(found) == []
    rows = sum(row.planned for row in found.hours.rows)
    assert rows == pytest.approx(found.plan.hours_per_week)


def numbers(value: object, path: str = "") -> Iterator[tuple[str, float]]:
    """Yield every number anywhere in a value with the way to it."""
    if is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from numbers(part, f"{path}[{key}]")
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from numbers(part, f"{path}[{place}]")
    elif isinstance(value, int | float):
        yield path, float(value)
