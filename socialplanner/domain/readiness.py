"""What to look at before a plan is handed out: what is missing, open, doubtful or marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.answers import Answers, NoAnswer
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.consistency import doubts
from socialplanner.domain.contradiction import Doubt
from socialplanner.domain.ids import CELLS, Cell
from socialplanner.domain.parameters import ScoringParameters
from socialplanner.domain.questionnaire import Questionnaire
from socialplanner.domain.record import RecordedAnswer
from socialplanner.domain.scoring import score_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Question ids in asking order; only `missing` stands in the way of a plan.

    `open` has no answer at all, `unknown` was answered "do not know"; `thin` are the cells
    without a score because too few of their questions are answered.
    """

    missing: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    carried: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    thin: Mapping[Cell, tuple[str, ...]]
    open: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_plan_possible(self) -> bool:
        """Return whether everything is answered without which there is no plan."""
        return not self.missing


def readiness(
    questionnaire: Questionnaire,
    parameters: ScoringParameters,
    answers: Answers,
    recorded: Mapping[str, RecordedAnswer],
) -> Readiness:
    """Return what there is to look at; `recorded` has marks and what was carried over."""
    ids = tuple(question.id for question in questionnaire)
    lacking = [key for key in ids if isinstance(answers.get(key, NoAnswer.UNKNOWN), NoAnswer)]
    missing = tuple(key for key in lacking if key in ESSENTIAL)
    given = {key: recorded[key] for key in ids if key in recorded}
    return Readiness(
        missing=missing,
        doubts=doubts(questionnaire, answers),
        carried=tuple(key for key, answer in given.items() if answer.is_carried),
        marked=tuple(key for key, answer in given.items() if answer.is_marked),
        thin=_thin(questionnaire, parameters, answers),
        open=tuple(key for key in ids if key not in answers and key not in missing),
        unknown=tuple(
            key for key in lacking if answers.get(key) is NoAnswer.UNKNOWN and key not in missing
        ),
    )


def _thin(
    questionnaire: Questionnaire, parameters: ScoringParameters, answers: Answers
) -> dict[Cell, tuple[str, ...]]:
    thin: dict[Cell, tuple[str, ...]] = {}
    for cell in CELLS:
        found = score_cell(questionnaire.scored(cell), answers, parameters)
        if found.is_applicable and found.value is None:
            thin[cell] = (*found.unanswered, *found.unknown)
    return thin
