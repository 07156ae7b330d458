"""A comparison of two assessments for other programs: full precision, nothing in words."""

from socialplanner.domain.answers import plain_answer
from socialplanner.domain.course import improved, to_watch
from socialplanner.domain.ids import cell_name
from socialplanner.domain.record import RecordedAssessment
from socialplanner.domain.then_and_now import AnswerMove, Move
from socialplanner.domain.yardsticks import Movement
from socialplanner.presentation.comparison import Comparison


def comparison_record(
    made: Comparison, then: RecordedAssessment, now: RecordedAssessment
) -> dict[str, object]:
    """Return what differs between two assessments."""
    found, split = made.found, made.split
    return {
        "then": _assessment(then),
        "now": _assessment(now),
        "scores": {cell_name(cell): _move(move) for cell, move in found.cells.items()},
        "overall": {mode.value: _move(move) for mode, move in found.overall.items()},
        "network_share": _move(found.practice),
        "network_share_by_hours": _unjudged(found.hours_share),
        "hours": _unjudged(found.hours),
        "improved": [cell_name(cell) for cell in improved(found.cells)],
        "to_watch": [cell_name(cell) for cell in to_watch(found.cells)],
        "answers_asked": found.asked,
        "answers": [_answer(move) for move in found.answers],
        "plan": {"then": dict(made.plan_hours[0]), "now": dict(made.plan_hours[1])},
        "yardsticks": None
        if split is None
        else {
            "scores": {cell_name(cell): _movement(each) for cell, each in split.cells.items()},
            "overall": {mode.value: _movement(each) for mode, each in split.overall.items()},
        },
    }


def _assessment(one: RecordedAssessment) -> dict[str, object]:
    return {"id": one.id, "date": one.day.isoformat(), "catalogue": one.catalogue_version}


def _move(move: Move) -> dict[str, object]:
    return {
        "then": move.then,
        "now": move.now,
        "difference": move.difference,
        "margin": move.margin,
        "is_changed": move.is_changed,
    }


def _unjudged(move: Move) -> dict[str, object]:
    """Return a figure whose error nobody knows."""
    return {"then": move.then, "now": move.now, "difference": move.difference}


def _movement(movement: Movement) -> dict[str, object]:
    return {
        "then_by_old": movement.old_by_old,
        "then_by_new": movement.you.then,
        "now_by_old": movement.new_by_old,
        "now_by_new": movement.you.now,
        "movement": movement.whole,
        "you_changed": movement.you.difference,
        "yardstick_changed": movement.yardstick,
        "is_changed": movement.you.is_changed,
    }


def _answer(move: AnswerMove) -> dict[str, object]:
    return {
        "question": move.question_id,
        "then": None if move.then is None else plain_answer(move.then),
        "now": None if move.now is None else plain_answer(move.now),
    }
