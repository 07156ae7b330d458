"""How profiles and what became of them are called on the terminal."""

import json

from socialplanner.domain.editing import AnswerMark
from socialplanner.domain.listing import Review
from socialplanner.domain.record import AssessmentState

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


def json_text(value: object) -> str:
    """Return a value as JSON for other programs, ending with a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
