"""What one state of a profile holds that another does not, in words."""

from collections.abc import Mapping

from socialplanner.domain.state_changes import Count
from socialplanner.messages import counted


def changes_words(counts: Mapping[str, Count]) -> str:
    """Return the counts in words, nothing for what stays as it is."""
    said = [
        f"{_noun(kind, number)} {verb}"
        for kind, count in counts.items()
        for verb, number in (
            ("added", count.added),
            ("changed", count.changed),
            ("removed", count.removed),
        )
        if number
    ]
    return ", ".join(said) or "nothing"


SINGULAR = {
    "answers": "answer",
    "assessments": "assessment",
    "plans": "plan",
    "weeks": "week",
    "enquiries": "enquiry",
    "details": "detail",
}


def _noun(kind: str, number: int) -> str:
    return counted(number, SINGULAR[kind], kind)
