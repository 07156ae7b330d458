"""Whole assessments of the seven firms and of anybody, made on one and the same day."""

from dataclasses import replace
from datetime import date
from functools import cache

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.assessment import Assessment, assess, standing
from socialplanner.domain.business import business_of
from socialplanner.domain.gaps import gap_points
from socialplanner.domain.hours_of_plan import hours_by_id
from socialplanner.domain.plan import Plan, make_plan
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.target import target_mix
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

TODAY = date(2026, 11, 23)


def assessment(answers: Answers, choices: Choices | None = None) -> Assessment:
    """Return the assessment of some answers."""
    profile = Profile(name="Anybody")
    return assess(shipped_catalogue(), profile, answers, choices or Choices(), TODAY)


@cache
def firm_assessment(name: str) -> Assessment:
    """Return the assessment of one of the seven firms, made once."""
    return assessment(FIRMS[name].answers)


def firm_with(name: str, **answers: Answer) -> dict[str, Answer]:
    """Return a firm's answers with other business answers, named without `business.`."""
    changed = {f"business.{key}": answer for key, answer in answers.items()}
    return {**FIRMS[name].answers, **changed}


def setting(answers: Answers, choices: Choices | None = None) -> Setting:
    """Return the allocation problem of some answers when no dimension is answered."""
    catalogue = shipped_catalogue()
    business = business_of(answers)
    target = target_mix(business, catalogue.parameters.target)
    return setting_of(catalogue, business, choices or Choices(), target, {})


def hours_alone(answers: Answers) -> dict[str, float]:
    """Return the hours of the plan of some answers, gaps included, and nothing else of it."""
    catalogue = shipped_catalogue()
    said = standing(catalogue, Profile(name="Anybody"), answers, Choices(), TODAY)
    gaps = gap_points(said.gaps)
    problem = setting_of(catalogue, said.business, Choices(), said.target, gaps)
    return hours_by_id(problem.activities, problem.solve())


def plan_of(problem: Setting) -> Plan:
    """Return the plan of an allocation problem."""
    return make_plan(shipped_catalogue(), problem)


def with_draws(problem: Setting, draws: int, log_sd: float) -> Setting:
    """Return the problem with other draws of the catalogue."""
    parameters = replace(problem.parameters, stability_draws=draws, stability_log_sd=log_sd)
    return replace(problem, parameters=parameters)
