"""The history of a profile's answers: every change, from what to what."""

from collections.abc import Iterator

from socialplanner.cli.profiles.place import moment_shown
from socialplanner.domain.answers import Answer, plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.moment import moment_text
from socialplanner.domain.record import AnswerChange, ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.messages import quoted, suggestion, visible
from socialplanner.presentation.names import answer_shown

Step = tuple[RecordedAssessment, AnswerChange]


def history_lines(catalogue: Catalogue, record: ProfileRecord, question_id: str) -> Iterator[str]:
    """Yield each change as a line, the oldest first; of one question only, where one is named."""
    steps = _steps(catalogue, record, question_id)
    yield "History of answers:" if steps else "No answer was changed yet."
    for _, change in steps:
        key = change.question_id
        old, new = (answer_shown(catalogue, key, each) for each in (change.old, change.new))
        yield f"  {moment_shown(change.changed_at)}  {visible(key)}: {old} → {new}"


def history_record(
    catalogue: Catalogue, record: ProfileRecord, question_id: str
) -> list[dict[str, object]]:
    """Return each change for other programs."""
    return [
        {
            "assessment_id": assessment.id,
            "question_id": change.question_id,
            "old": _plain(change.old),
            "new": _plain(change.new),
            "changed_at": moment_text(change.changed_at),
        }
        for assessment, change in _steps(catalogue, record, question_id)
    ]


def _steps(catalogue: Catalogue, record: ProfileRecord, question_id: str) -> list[Step]:
    """Return the changes of a question under every name it has had; of all, where none is named."""
    wanted = catalogue.renamed.get(question_id, question_id)
    steps = [(each, change) for each in record.assessments for change in each.changes]
    if not wanted:
        return steps
    kept = [
        (each, change)
        for each, change in steps
        if wanted in (change.question_id, catalogue.renamed.get(change.question_id))
    ]
    if not kept and wanted not in catalogue.questionnaire.by_id:
        known = catalogue.questionnaire.by_id
        raise UserError(f"There is no question {quoted(question_id)}. {suggestion(wanted, known)}")
    return kept


def _plain(answer: Answer | None) -> object:
    return None if answer is None else plain_answer(answer)
