"""The present mix, as said and as done (section 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from socialplanner.domain.answers import Answers, NoAnswer
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.parameters import ScoringParameters
from socialplanner.domain.questionnaire import Question, Questionnaire
from socialplanner.domain.scoring import CellScore, ModeScore, Scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A network share 0..1 with its standard error; None where it cannot be known."""

    value: float | None
    standard_error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentMix:
    """The network share by answers and by hours, and the distance between the two.

    `hours` are weekly hours by hours question (rows left open count as none when any row was
    answered); `say_do_gap` is share by answers minus share by hours.
    """

    practice: Share
    by_dimension: Mapping[Dimension, Share]
    hours: Mapping[str, float] | None
    hours_network_share: float | None
    say_do_gap: float | None
    is_gap_flagged: bool


def present_mix(
    questionnaire: Questionnaire, answers: Answers, scores: Scores, parameters: ScoringParameters
) -> PresentMix:
    """Return the mix of today: ``S_N/(S_M+S_N)`` beside ``H_N/(H_M+H_N)``."""
    practice = _share(scores.overall[Mode.MEDIA], scores.overall[Mode.NETWORK], parameters)
    rows = hours_questions(questionnaire)
    hours = _hours(rows, answers)
    by_hours = _hours_share(rows, hours)
    gap = None if practice.value is None or by_hours is None else practice.value - by_hours
    return PresentMix(
        practice=practice,
        by_dimension={
            d: _share(scores.cells[d, Mode.MEDIA], scores.cells[d, Mode.NETWORK], parameters)
            for d in Dimension
        },
        hours=hours,
        hours_network_share=by_hours,
        say_do_gap=gap,
        is_gap_flagged=_flagged(gap, practice, parameters),
    )


def hours_questions(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Return the hours rows: number questions that belong to a cell."""
    return tuple(q for q in questionnaire if q.cell is not None and not q.is_scored)


def _share(
    media: CellScore | ModeScore, network: CellScore | ModeScore, parameters: ScoringParameters
) -> Share:
    """Return ``S_N/(S_M+S_N)`` with ``SE = sqrt(S_M^2 SE_N^2 + S_N^2 SE_M^2)/(S_M+S_N)^2``."""
    if media.value is None or network.value is None:
        return Share(value=None, standard_error=None)
    total = media.value + network.value
    if total < parameters.min_mix_points:
        return Share(value=None, standard_error=None)
    error = sqrt(
        (media.value * (network.standard_error or 0.0)) ** 2
        + (network.value * (media.standard_error or 0.0)) ** 2
    )
    return Share(value=network.value / total, standard_error=error / total**2)


def _hours(rows: tuple[Question, ...], answers: Answers) -> Mapping[str, float] | None:
    given = {row.id: answers[row.id] for row in rows if row.id in answers}
    if not given or NoAnswer.UNKNOWN in given.values():
        return None
    said = {key: value for key, value in given.items() if isinstance(value, int | float)}
    return {row.id: float(said.get(row.id, 0.0)) for row in rows}


def _hours_share(rows: tuple[Question, ...], hours: Mapping[str, float] | None) -> float | None:
    if hours is None or not sum(hours.values()):
        return None
    network = sum(hours[row.id] for row in rows if row.mode is Mode.NETWORK)
    return network / sum(hours.values())


def _flagged(gap: float | None, practice: Share, parameters: ScoringParameters) -> bool:
    if gap is None or practice.standard_error is None:
        return False
    return abs(gap) > parameters.gap_flag + parameters.band_z * practice.standard_error
