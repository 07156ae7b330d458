"""How profiles and what became of them are called on the terminal."""

import json

from socialplanner.domain.answers import Answer, plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import AnswerMark
from socialplanner.domain.listing import KIND, Review
from socialplanner.domain.record import AssessmentState
from socialplanner.messages import visible
from socialplanner.presentation.names import NOT_ANSWERED, answer_text

REVIEWS = {
    Review.PLAN_ENDED: "plan has ended",
    Review.TO_CONFIRM: "answers to confirm",
    Review.MARKED: "answers marked",
}
STATES = {AssessmentState.DRAFT: "draft", AssessmentState.COMPLETE: "complete"}
MARKS = {
    AnswerMark.TO_CONFIRM: "to confirm",
    AnswerMark.CONFIRMED: "confirmed",
    AnswerMark.CHANGED: "changed",
    AnswerMark.NEW: "new",
}
TROUBLES = {
    "damaged": "damaged",
    "newer": "of a newer version",
    "protected": "has a passphrase",
    "foreign": "no profile",
    "unreadable": "cannot be read",
}


def kinds(catalogue: Catalogue) -> dict[str, str]:
    """Return the words of each kind of business."""
    question = catalogue.questionnaire.by_id.get(KIND)
    return {} if question is None else {option.id: option.text for option in question.options}


def answer_shown(catalogue: Catalogue, question_id: str, answer: Answer | None) -> str:
    """Return an answer in words; one that the catalogue no longer knows as it is kept."""
    if answer is None:
        return NOT_ANSWERED
    question_id = catalogue.renamed.get(question_id, question_id)
    question = catalogue.questionnaire.by_id.get(question_id)
    try:
        text = "" if question is None else answer_text(question, answer)
    except (IndexError, ValueError):
        text = ""
    return visible(text or json.dumps(plain_answer(answer), ensure_ascii=False))


def json_text(value: object) -> str:
    """Return a value as JSON for other programs, ending with a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
