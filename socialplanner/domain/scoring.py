"""Scores: five dimensions in two modes, each with standard error and coverage (section 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from math import sqrt

from socialplanner.domain.answers import Answer, Answers, NoAnswer
from socialplanner.domain.ids import CELLS, Cell, Dimension, Mode
from socialplanner.domain.parameters import ScoringParameters
from socialplanner.domain.questionnaire import Question, Questionnaire

POINTS_PER_LEVEL = 25.0


@unique
class BrandType(StrEnum):
    """The four plain types; only ever shown as words."""

    QUIET = "quiet"
    BROADCASTER = "broadcaster"
    CONNECTOR = "connector"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellScore:
    """S_dp in points 0..100 with SE_dp and cov_dp 0..1; no value below the needed coverage.

    `partial` and `partial_error` are what the answered questions give where the quick one is among
    them, whatever the coverage: enough for an overall score, too little to be shown alone.
    `unknown` and `unanswered` hold question ids; `is_applicable` is False where every question
    of the cell was answered "not applicable".
    """

    value: float | None
    standard_error: float | None
    coverage: float
    is_applicable: bool
    partial: float | None = None
    partial_error: float | None = None
    unknown: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeScore:
    """S_p in points 0..100 with its standard error; None while a cell of the mode is open.

    `is_partial` where a cell enters with too few answers to be shown alone (the quick check).
    """

    value: float | None
    standard_error: float | None
    is_partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All ten cells, the two overall scores and the plain types they allow (none if unknown)."""

    cells: Mapping[Cell, CellScore]
    overall: Mapping[Mode, ModeScore]
    types: tuple[BrandType, ...]


def score(questionnaire: Questionnaire, answers: Answers, parameters: ScoringParameters) -> Scores:
    """Return all scores of the answers."""
    cells = {cell: score_cell(questionnaire.scored(cell), answers, parameters) for cell in CELLS}
    overall = {mode: _overall(cells, mode, parameters) for mode in Mode}
    return Scores(cells=cells, overall=overall, types=_types(overall, parameters))


def score_cell(
    questions: tuple[Question, ...], answers: Answers, parameters: ScoringParameters
) -> CellScore:
    """Return ``S = 25 sum(w a) / sum(w)`` over the answered questions of one cell.

    ``SE = 25 s_r sqrt(sum w^2) / sum w`` and ``cov = sum(w answered) / sum(w applicable)``;
    "not applicable" leaves both sums, "do not know" and open questions lower the coverage.
    """
    levels = {q.id: level_of(q, answers.get(q.id)) for q in questions}
    applicable = [q for q in questions if answers.get(q.id) is not NoAnswer.NOT_APPLICABLE]
    answered = [q for q in applicable if levels[q.id] is not None]
    total = sum(q.weight for q in answered)
    whole = sum(q.weight for q in applicable)
    coverage = total / whole if whole else 0.0
    shown = bool(answered) and coverage >= parameters.min_coverage - 1e-12
    value = error = None
    if answered:
        value = POINTS_PER_LEVEL * sum(q.weight * (levels[q.id] or 0.0) for q in answered) / total
        spread = sqrt(sum(q.weight**2 for q in answered))
        error = POINTS_PER_LEVEL * parameters.response_sd * spread / total
    counts = shown or any(q.quick for q in answered)
    return CellScore(
        value=value if shown else None,
        standard_error=error if shown else None,
        coverage=coverage,
        is_applicable=bool(applicable),
        partial=value if counts else None,
        partial_error=error if counts else None,
        unknown=tuple(q.id for q in applicable if answers.get(q.id) is NoAnswer.UNKNOWN),
        unanswered=tuple(q.id for q in applicable if q.id not in answers),
    )


def level_of(question: Question, answer: Answer | None) -> float | None:
    """Return the level 0..4 an answer stands for, or None where it stands for none."""
    if answer is None or isinstance(answer, NoAnswer) or not question.is_scored:
        return None
    if isinstance(answer, tuple):
        return float(min(len(answer), question.highest_level))
    return float(answer)


def is_covered(score: CellScore) -> bool:
    """Return whether a cell has enough answers to be shown."""
    return score.value is not None


def _overall(
    cells: Mapping[Cell, CellScore], mode: Mode, parameters: ScoringParameters
) -> ModeScore:
    """Return ``S_p = sum_d om_d S_dp`` with om_d rescaled to the dimensions that apply.

    A cell with too few answers enters with those it has, if the quick one is among them: method
    section 7 (short form), where the standard error of an overall score is 5.6 points.
    """
    chosen = {d: cells[d, mode] for d in Dimension if cells[d, mode].is_applicable}
    if not chosen or any(cell.partial is None for cell in chosen.values()):
        return ModeScore(value=None, standard_error=None)
    weights = {d: parameters.dimension_weight[d] for d in chosen}
    whole = sum(weights.values())
    value = sum(weights[d] * (cell.partial or 0.0) for d, cell in chosen.items()) / whole
    errors = sum((weights[d] * (cell.partial_error or 0.0)) ** 2 for d, cell in chosen.items())
    is_partial = not all(is_covered(cell) for cell in chosen.values())
    return ModeScore(value=value, standard_error=sqrt(errors) / whole, is_partial=is_partial)


def _types(
    overall: Mapping[Mode, ModeScore], parameters: ScoringParameters
) -> tuple[BrandType, ...]:
    """Return the types whose side of the threshold lies within both bands."""
    media, network = (_sides(overall[mode], parameters) for mode in Mode)
    names = {
        (False, False): BrandType.QUIET,
        (True, False): BrandType.BROADCASTER,
        (False, True): BrandType.CONNECTOR,
        (True, True): BrandType.BALANCED,
    }
    return tuple(kind for (m, n), kind in names.items() if m in media and n in network)


def _sides(score: ModeScore, parameters: ScoringParameters) -> frozenset[bool]:
    if score.value is None or score.standard_error is None:
        return frozenset()
    half = parameters.band_z * score.standard_error
    threshold = parameters.type_threshold
    return frozenset({score.value - half >= threshold, score.value + half >= threshold})
