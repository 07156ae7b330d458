"""The whole method on one screen: from answers to everything that is said about them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date

from socialplanner.domain.answers import Answers
from socialplanner.domain.business import Business, business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import HoursComparison, compare_hours
from socialplanner.domain.decision import DecisionCase, DecisionRule, decision_rules
from socialplanner.domain.gaps import Gap, find_gaps, gap_points
from socialplanner.domain.ids import Cell
from socialplanner.domain.links import TaggedLink, tagged_links
from socialplanner.domain.measurement import KpiChoice, chosen_kpis
from socialplanner.domain.mix import PresentMix, present_mix
from socialplanner.domain.openness import OpenPoint, open_points
from socialplanner.domain.plan import Plan, make_plan
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.roadmap import Roadmap, make_roadmap
from socialplanner.domain.roi import ReturnOnInvestment, expected_return
from socialplanner.domain.scenario import Flip, Scenario, flips, scenarios
from socialplanner.domain.scoring import Scores, score
from socialplanner.domain.setting import setting_of
from socialplanner.domain.target import TargetMix, level_targets, target_mix
from socialplanner.domain.transfer import Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was said and what follows from it before any plan is made."""

    catalogue_version: str
    profile: Profile
    answers: Answers
    choices: Choices
    today: date
    business: Business
    scores: Scores
    present: PresentMix
    target: TargetMix
    levels: Mapping[Cell, float]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Standing):
    """Every result for one profile on one day; computed anew each time, never stored."""

    plan: Plan
    hours: HoursComparison
    returns: ReturnOnInvestment
    kpis: tuple[KpiChoice, ...]
    links: tuple[TaggedLink, ...]
    roadmap: Roadmap
    rules: tuple[DecisionRule, ...]
    scenarios: tuple[Scenario, ...]
    flips: tuple[Flip, ...]
    open_points: tuple[OpenPoint, ...]


def assess(  # noqa: PLR0913 - what the log says stands beside what was answered
    catalogue: Catalogue,
    profile: Profile,
    answers: Answers,
    choices: Choices,
    today: date,
    *,
    running: Collection[str] = (),
) -> Assessment:
    """Return the assessment of a profile's answers and choices on a day.

    `running` are activities that run already, by the log. Raises InfeasibleError when the choices
    and circumstances cannot be met together.
    """
    said = standing(catalogue, profile, answers, choices, today)
    business, gaps = said.business, gap_points(said.gaps)
    setting = setting_of(catalogue, business, choices, said.target, gaps)
    plan = make_plan(catalogue, setting)
    returns = expected_return(catalogue, business, plan)
    kpis = chosen_kpis(catalogue, business.goals, plan)
    roadmap = make_roadmap(catalogue, business, plan, today, running)
    bounds = Bounds(catalogue=catalogue, plan=plan, target=said.target)
    return Assessment(
        **{field.name: getattr(said, field.name) for field in fields(said)},
        plan=plan,
        hours=compare_hours(catalogue, said.present.hours, plan.hours),
        returns=returns,
        kpis=kpis,
        links=tagged_links(catalogue, business, plan, profile.website, today),
        roadmap=roadmap,
        rules=decision_rules(_case(said, bounds, kpis, returns, roadmap)),
        scenarios=scenarios(catalogue, setting, plan),
        flips=flips(catalogue, setting, plan, answers),
        open_points=open_points(catalogue.questionnaire, answers, said.scores, said.present),
    )


def _case(
    said: Standing,
    bounds: Bounds,
    kpis: tuple[KpiChoice, ...],
    returns: ReturnOnInvestment,
    roadmap: Roadmap,
) -> DecisionCase:
    """Return what the rules are made from."""
    return DecisionCase(
        bounds=bounds, business=said.business, kpis=kpis, returns=returns, roadmap=roadmap
    )


def standing(
    catalogue: Catalogue, profile: Profile, answers: Answers, choices: Choices, today: date
) -> Standing:
    """Return scores, present and target mix, and gaps."""
    questionnaire, parameters = catalogue.questionnaire, catalogue.parameters
    business = business_of(answers)
    scores = score(questionnaire, answers, parameters.scoring)
    target = target_mix(business, parameters.target)
    levels = level_targets(target, business.stage, parameters.target)
    return Standing(
        catalogue_version=catalogue.version,
        profile=profile,
        answers=answers,
        choices=choices,
        today=today,
        business=business,
        scores=scores,
        present=present_mix(questionnaire, answers, scores, parameters.scoring),
        target=target,
        levels=levels,
        gaps=find_gaps(questionnaire, answers, scores, levels, parameters.scoring),
    )
