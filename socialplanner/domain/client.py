"""One client of a consultant, as a line of the portfolio."""

from datetime import date
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.assessment import standing
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.followed import followed_of
from socialplanner.domain.gaps import Gap
from socialplanner.domain.held_reviews import held_of
from socialplanner.domain.ids import Mode
from socialplanner.domain.kept_reviews import forecasts_of
from socialplanner.domain.listing import PLAN_RUNS
from socialplanner.domain.portfolio import Client, ClientHours, logged_a_week, review_days
from socialplanner.domain.profile import Choices
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.scoring import Scores, level_of, score

HOURS: Final = "business.hours_per_week"


def client_of(
    catalogue: Catalogue, record: ProfileRecord, answers: Answers, file: str, today: date
) -> Client:
    """Return a profile as one client; `answers` are those of its newest assessment that count."""
    found = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    due, coming = _reviews(catalogue, record, today)
    ended = _ended(record, today)
    given = answers.get(HOURS)
    return Client(
        id=record.id,
        file=file,
        name=record.profile.name,
        tags=record.tags,
        scores={cell: each.value for cell, each in found.cells.items()},
        overall={mode: each.value for mode, each in found.overall.items()},
        level=_level(found),
        gap=_gap(catalogue, record, answers, today),
        levels=_levels(catalogue, answers),
        hours=ClientHours(
            available=float(given) if isinstance(given, int | float) else None,
            planned=_planned(record, today),
            logged=logged_a_week(record.weeks, today),
        ),
        due=ended or due,
        next_review=coming,
        has_ended=ended is not None,
    )


def _level(found: Scores) -> float | None:
    values = [found.overall[mode].value for mode in Mode]
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if len(known) == len(values) else None


def _gap(
    catalogue: Catalogue, record: ProfileRecord, answers: Answers, today: date
) -> float | None:
    """Return the mean distance to the targets; None where targets cannot be known."""
    if any(not isinstance(answers.get(key), str | float | int | tuple) for key in ESSENTIAL):
        return None
    said = standing(catalogue, record.profile, answers, Choices(), today)
    known = [gap for gap in said.gaps if gap.value is not None]
    return _mean_gap(catalogue, known) if known else None


def _mean_gap(catalogue: Catalogue, gaps: list[Gap]) -> float:
    weights = catalogue.parameters.scoring.dimension_weight
    whole = sum(weights[gap.cell[0]] for gap in gaps)
    return sum(gap.weighted for gap in gaps) / whole


def _levels(catalogue: Catalogue, answers: Answers) -> dict[str, float]:
    found = {q.id: level_of(q, answers.get(q.id)) for q in catalogue.questionnaire}
    return {key: level for key, level in found.items() if level is not None}


def _reviews(
    catalogue: Catalogue, record: ProfileRecord, today: date
) -> tuple[date | None, date | None]:
    if not record.plans:
        return None, None
    planned = record.plans[-1].day
    seen = max([planned, *_held(record), *(each.day for each in record.assessments)])
    every = int(catalogue.parameters.review.review_every_weeks)
    return review_days(planned, seen, today, every)


def _held(record: ProfileRecord) -> list[date]:
    """Return the days on which reviews were held.

    Profiles from before these days were kept tell of a review by what it left for the Monday after.
    """
    left = [each.first for each in forecasts_of(record)]
    left += [each.monday for each in followed_of(record)]
    return list(held_of(record)) or left


def _ended(record: ProfileRecord, today: date) -> date | None:
    """Return the day on which the newest plan ended, None where it runs or there is none."""
    planned = max((plan.day for plan in record.plans), default=None)
    is_over = planned is not None and today - planned >= PLAN_RUNS
    return planned + PLAN_RUNS if planned is not None and is_over else None


def _planned(record: ProfileRecord, today: date) -> float | None:
    """Return the hours a week that are followed: of the last plan, or agreed at a review since."""
    if not record.plans:
        return None
    plan = record.plans[-1]
    agreed = [each for each in followed_of(record) if plan.day <= each.monday <= today]
    return sum((agreed[-1].hours if agreed else plan.hours).values())
