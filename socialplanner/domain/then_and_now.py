"""Two assessments of one brand side by side: what moved by more than its error, what was said.

Method section 2: a change counts only above ``1.96 sqrt(SE_then^2 + SE_now^2)``, which is
``1.96 sqrt(2) SE`` where both errors are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot
from typing import Final

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.followed import FollowedHours, hours_in
from socialplanner.domain.ids import CELLS, Cell, Mode
from socialplanner.domain.mix import Share
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.roadmap import WEEK, Roadmap
from socialplanner.domain.scoring import CellScore, ModeScore

CHANGE_Z: Final = 1.96
"""How many combined standard errors a change has to exceed (section 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One figure then and now with both standard errors; None where it was not known."""

    then: float | None
    now: float | None
    then_error: float = 0.0
    now_error: float = 0.0

    @property
    def difference(self) -> float | None:
        """Return now less then, or None where one of them is not known."""
        return None if self.then is None or self.now is None else self.now - self.then

    @property
    def margin(self) -> float:
        """Return the difference that two answers alone may make."""
        return CHANGE_Z * hypot(self.then_error, self.now_error)

    @property
    def is_changed(self) -> bool:
        """Return whether the difference is more than its error explains."""
        return self.difference is not None and abs(self.difference) > self.margin


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMove:
    """One question that was answered differently; None where it was not answered."""

    question_id: str
    then: Answer | None
    now: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHours:
    """Hours of one activity over the weeks that count: as planned, and as logged.

    `weeks` are those in which it was to run, `a_week` its planned hours in the last of them.
    """

    activity_id: str
    weeks: int
    a_week: float
    planned: float
    logged: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """What two assessments have in common and where they differ; `asked` counts questions."""

    cells: Mapping[Cell, Move]
    overall: Mapping[Mode, Move]
    practice: Move
    hours_share: Move
    hours: Move
    answers: tuple[AnswerMove, ...]
    asked: int


def then_and_now(catalogue: Catalogue, earlier: Assessment, later: Assessment) -> ThenAndNow:
    """Return two assessments side by side."""
    then, now = earlier.present, later.present
    answers = _answers(catalogue, earlier.answers), _answers(catalogue, later.answers)
    return ThenAndNow(
        cells={c: _move(earlier.scores.cells[c], later.scores.cells[c]) for c in CELLS},
        overall={m: _move(earlier.scores.overall[m], later.scores.overall[m]) for m in Mode},
        practice=_move(then.practice, now.practice),
        hours_share=Move(then=then.hours_network_share, now=now.hours_network_share),
        hours=Move(then=_spent(then.hours), now=_spent(now.hours)),
        answers=_answer_moves(catalogue, *answers),
        asked=len(answers[0].keys() | answers[1].keys()),
    )


def counted_weeks(
    weeks: Sequence[LoggedWeek], earlier: Assessment, later: Assessment
) -> tuple[LoggedWeek, ...]:
    """Return the logged weeks from the earlier plan's first Monday that were over by the later day.

    A week without any hours was not logged as far as hours go; an odd one is left out.
    """
    first, last = earlier.roadmap.start, later.today
    return tuple(
        week
        for week in weeks
        if week.hours and not week.is_odd and first <= week.monday and week.monday + WEEK <= last
    )


def kept_hours(
    followed: Sequence[FollowedHours], roadmap: Roadmap, weeks: Sequence[LoggedWeek]
) -> tuple[KeptHours, ...]:
    """Return planned against logged hours by activity: each week by what was followed in it.

    An activity counts from when it was to run. What a logged week does not name got no hours in
    it; an activity that was to run in none of the weeks is left out.
    """
    found: dict[str, KeptHours] = {}
    for week in weeks:
        for key, amount in planned_in(followed, roadmap, week.monday).items():
            before = found.get(key) or KeptHours(
                activity_id=key, weeks=0, a_week=0.0, planned=0.0, logged=0.0
            )
            found[key] = KeptHours(
                activity_id=key,
                weeks=before.weeks + 1,
                a_week=amount,
                planned=before.planned + amount,
                logged=before.logged + week.hours.get(key, 0.0),
            )
    return tuple(found.values())


def planned_in(
    followed: Sequence[FollowedHours], roadmap: Roadmap, monday: date
) -> dict[str, float]:
    """Return the hours of what was to run in a week, by activity.

    What ran before the plan runs on; what is new in it runs from the week of the roadmap on.
    """
    starts = {s.activity_id: roadmap.week_start(s.run_week) for s in roadmap.spans}
    before = hours_in(followed, roadmap.start - WEEK) or {}
    now = hours_in(followed, monday) or {}
    return {
        key: amount
        for key, amount in now.items()
        if amount > 0 and (before.get(key) or monday >= starts.get(key, roadmap.start))
    }


def _move(then: CellScore | ModeScore | Share, now: CellScore | ModeScore | Share) -> Move:
    return Move(
        then=then.value,
        now=now.value,
        then_error=then.standard_error or 0.0,
        now_error=now.standard_error or 0.0,
    )


def _spent(hours: Mapping[str, float] | None) -> float | None:
    return None if hours is None else sum(hours.values())


def _answers(catalogue: Catalogue, answers: Answers) -> dict[str, Answer]:
    """Return answers by the ids that questions have now."""
    return {catalogue.renamed.get(key, key): answer for key, answer in answers.items()}


def _answer_moves(catalogue: Catalogue, then: Answers, now: Answers) -> tuple[AnswerMove, ...]:
    """Return the answers that differ, in asking order; what is no longer asked comes last."""
    known = [question.id for question in catalogue.questionnaire]
    gone = sorted((then.keys() | now.keys()) - set(known))
    return tuple(
        AnswerMove(question_id=key, then=then.get(key), now=now.get(key))
        for key in (*known, *gone)
        if then.get(key) != now.get(key)
    )
