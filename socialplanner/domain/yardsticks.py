"""Two passes through the questionnaire under two versions of it: who moved, the owner or the scale.

Both passes are scored under both versions. The movement from then, as it was scored then, to now,
as it is scored now, is the sum of two parts:

    (new answers - old answers, both under the new version)      you changed
  + (old answers under the new version - under the old one)      the yardstick changed
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.answers import Answer, Answers, NoAnswer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import CELLS, Cell, Mode
from socialplanner.domain.questionnaire import Question, QuestionKind
from socialplanner.domain.scoring import CellScore, ModeScore, Scores, score
from socialplanner.domain.then_and_now import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One score of both passes under both versions; None where it is not known.

    `you` is what other answers moved on the new scale, with the errors of both.
    """

    old_by_old: float | None
    new_by_old: float | None
    you: Move

    @property
    def yardstick(self) -> float | None:
        """Return what the other version alone makes of the same answers."""
        return _less(self.you.then, self.old_by_old)

    @property
    def whole(self) -> float | None:
        """Return the sum of both parts: now on the new scale less then on the old one."""
        if self.you.difference is None or self.yardstick is None:
            return None
        return self.you.difference + self.yardstick


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoYardsticks:
    """Every score of two passes under two versions."""

    cells: Mapping[Cell, Movement]
    overall: Mapping[Mode, Movement]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Four:
    old_by_old: Scores
    old_by_new: Scores
    new_by_old: Scores
    new_by_new: Scores


def two_yardsticks(old: Catalogue, new: Catalogue, then: Answers, now: Answers) -> TwoYardsticks:
    """Return the movement from the answers of then to those of now, split in two."""
    found = _Four(
        old_by_old=_scored(old, new, then),
        old_by_new=_scored(new, old, then),
        new_by_old=_scored(old, new, now),
        new_by_new=_scored(new, old, now),
    )
    return TwoYardsticks(
        cells={cell: _of_cell(found, cell) for cell in CELLS},
        overall={mode: _of_mode(found, mode) for mode in Mode},
    )


def _of_cell(found: _Four, cell: Cell) -> Movement:
    return _movement(
        (found.old_by_old.cells[cell], found.new_by_old.cells[cell]),
        (found.old_by_new.cells[cell], found.new_by_new.cells[cell]),
    )


def _of_mode(found: _Four, mode: Mode) -> Movement:
    return _movement(
        (found.old_by_old.overall[mode], found.new_by_old.overall[mode]),
        (found.old_by_new.overall[mode], found.new_by_new.overall[mode]),
    )


def _movement(
    by_old: tuple[CellScore | ModeScore, CellScore | ModeScore],
    by_new: tuple[CellScore | ModeScore, CellScore | ModeScore],
) -> Movement:
    then, now = by_new
    you = Move(
        then=then.value,
        now=now.value,
        then_error=then.standard_error or 0.0,
        now_error=now.standard_error or 0.0,
    )
    return Movement(old_by_old=by_old[0].value, new_by_old=by_old[1].value, you=you)


def _scored(catalogue: Catalogue, other: Catalogue, answers: Answers) -> Scores:
    return score(
        catalogue.questionnaire, _as_asked(catalogue, other, answers), catalogue.parameters.scoring
    )


def _as_asked(catalogue: Catalogue, other: Catalogue, answers: Answers) -> dict[str, Answer]:
    """Return what counts of answers where they are put to one version's questions.

    An answer stands under any id that either version knows for the same question. A level or a
    choice that this version does not have is no answer to it.
    """
    names = {**other.renamed, **catalogue.renamed}
    given = {names.get(key, key): answer for key, answer in answers.items()}
    found: dict[str, Answer] = {}
    for question in catalogue.questionnaire:
        name = names.get(question.id, question.id)
        answer = answers.get(question.id, given.get(name))
        kept = None if answer is None else _counted(question, answer, names)
        if kept is not None:
            found[question.id] = kept
    return found


def _counted(question: Question, answer: Answer, names: Mapping[str, str]) -> Answer | None:
    """Return what a question takes of an answer, None where it takes none of it."""
    if isinstance(answer, NoAnswer) or not question.is_scored:
        return answer
    is_several = question.kind is QuestionKind.MULTIPLE
    if isinstance(answer, tuple):
        known = {_lasting(names, question.id, option.id) for option in question.options}
        kept = tuple(str(one) for one in answer if _lasting(names, question.id, str(one)) in known)
        return kept if is_several and bool(kept) is bool(answer) else None
    is_level = isinstance(answer, int | float) and 0 <= answer <= question.highest_level
    return answer if is_level and not is_several else None


def _lasting(names: Mapping[str, str], question_id: str, option_id: str) -> str:
    """Return an option by the last name that it has."""
    key = f"{names.get(question_id, question_id)}.{option_id}"
    return names.get(f"{question_id}.{option_id}", names.get(key, key))


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other
