"""Read one section of the questionnaire."""

from collections.abc import Iterator

from socialplanner.domain.ids import Origin
from socialplanner.domain.questionnaire import Section
from socialplanner.loading.questions import QUESTION
from socialplanner.loading.reader import Finding, Key, Reader, Values, table
from socialplanner.loading.records import records
from socialplanner.loading.values import identifier, one_of, text

HEADER = table(dict, {"id": Key(identifier()), "title": Key(text), "intro": Key(text)})
ORIGINS = table(dict, {"weight": Key(one_of(Origin), None)})


def _prefixes(values: Values) -> Iterator[Finding]:
    """Say which questions do not carry the id of their section in front of their own."""
    section = values.get("section", {}).get("id")
    for question in values.get("question", ()) if section else ():
        if not question.id.startswith(f"{section}."):
            yield Finding(f"Ids in this section begin with “{section}.”.", (question.id, "id"))


def _weight_origin(values: Values) -> Iterator[Finding]:
    """Say where weights are given without their origin."""
    has_weights = any(question.is_scored for question in values.get("question", ()))
    if has_weights and values.get("origins") == {"weight": None}:
        yield Finding("This number has no origin.", ("origins", "weight"))


def _section(values: Values) -> Section:
    """Return the section of these values."""
    return Section(**values["section"], questions=values["question"])


SECTION: Reader[Section] = table(
    _section,
    {
        "section": Key(HEADER),
        "origins": Key(ORIGINS, {"weight": None}),
        "question": Key(records(QUESTION)),
    },
    _prefixes,
    _weight_origin,
)
