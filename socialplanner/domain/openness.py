"""What was not answered, and what answering it would sharpen."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.domain.answers import Answers, NoAnswer
from socialplanner.domain.ids import CELLS, Cell
from socialplanner.domain.mix import PresentMix
from socialplanner.domain.questionnaire import Questionnaire
from socialplanner.domain.scoring import Scores


@unique
class Sharpens(StrEnum):
    """Which part of the plan an open answer would sharpen."""

    SCORE = "score"
    HOURS_MIX = "hours_mix"
    TARGET_BAND = "target_band"
    COST = "cost"
    BREAK_EVEN = "break_even"
    ENQUIRIES = "enquiries"
    LIFETIME_VALUE = "lifetime_value"
    NETWORK_LIMIT = "network_limit"
    TOOLS = "tools"


BUSINESS_QUESTIONS = {
    Sharpens.TARGET_BAND: ("stage", "audience", "sales_cycle"),
    Sharpens.COST: ("hour_cost",),
    Sharpens.BREAK_EVEN: ("order_value", "margin_percent"),
    Sharpens.ENQUIRIES: ("close_rate", "enquiries_per_month"),
    Sharpens.LIFETIME_VALUE: ("repeat_buyers", "orders_per_year"),
    Sharpens.NETWORK_LIMIT: ("people",),
    Sharpens.TOOLS: ("tools",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Open questions that belong together; `cell` only where they keep a score from being shown.

    `find_out_first` holds those answered "do not know".
    """

    sharpens: Sharpens
    question_ids: tuple[str, ...]
    find_out_first: tuple[str, ...] = ()
    cell: Cell | None = None


def open_points(
    questionnaire: Questionnaire, answers: Answers, scores: Scores, present: PresentMix
) -> tuple[OpenPoint, ...]:
    """Return everything open: cells without a score first, then hours, then business figures."""
    return (
        *_cells(scores),
        *_hours(questionnaire, answers, present),
        *_business(questionnaire, answers),
    )


def find_out_first(answers: Answers) -> tuple[str, ...]:
    """Return the questions answered "do not know", in the order of the answers."""
    return tuple(key for key, value in answers.items() if value is NoAnswer.UNKNOWN)


def _cells(scores: Scores) -> Iterator[OpenPoint]:
    for cell in CELLS:
        found = scores.cells[cell]
        if found.is_applicable and (found.unanswered or found.unknown):
            yield OpenPoint(
                sharpens=Sharpens.SCORE,
                question_ids=(*found.unanswered, *found.unknown),
                find_out_first=found.unknown,
                cell=cell,
            )


def _hours(
    questionnaire: Questionnaire, answers: Answers, present: PresentMix
) -> Iterator[OpenPoint]:
    if present.hours is None:
        rows = [q.id for q in questionnaire if q.cell is not None and not q.is_scored]
        open_rows = [key for key in rows if not isinstance(answers.get(key), int | float)]
        unknown = [key for key in rows if answers.get(key) is NoAnswer.UNKNOWN]
        yield OpenPoint(
            sharpens=Sharpens.HOURS_MIX,
            question_ids=tuple(open_rows),
            find_out_first=tuple(unknown),
        )


def _business(questionnaire: Questionnaire, answers: Answers) -> Iterator[OpenPoint]:
    for sharpens, names in BUSINESS_QUESTIONS.items():
        ids = [f"business.{name}" for name in names]
        missing = [key for key in ids if key in questionnaire.by_id and _is_open(answers, key)]
        unknown = [key for key in missing if answers.get(key) is NoAnswer.UNKNOWN]
        if missing:
            yield OpenPoint(
                sharpens=sharpens, question_ids=tuple(missing), find_out_first=tuple(unknown)
            )


def _is_open(answers: Answers, key: str) -> bool:
    return key not in answers or answers[key] is NoAnswer.UNKNOWN
