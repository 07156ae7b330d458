"""Read the register of studies and surveys."""

from socialplanner.domain.evidence import Evidence, Reading, Strength
from socialplanner.loading.reader import Key, Reader, Values, fields, refused, table
from socialplanner.loading.records import records
from socialplanner.loading.spans import Span, whole_number
from socialplanner.loading.values import identifier, one_of, text

YEAR = Span(low=1900, high=2100)


def optional_text(value: object) -> str:
    """Return the value if it is a text; it may be empty, but a dash does not stand for nothing."""
    found = "" if value == "" else text(value)
    if found == "-":
        raise refused("Leave this text empty where there is nothing to say.")
    return found


EVIDENCE = table(
    fields(Evidence),
    {
        "id": Key(identifier()),
        "topic": Key(text),
        "figure": Key(text),
        "year": Key(whole_number(YEAR)),
        "source": Key(text),
        "address": Key(text),
        "reading": Key(one_of(Reading)),
        "strength": Key(one_of(Strength)),
        "use": Key(optional_text),
        "caveat": Key(optional_text),
    },
)


def _by_id(values: Values) -> dict[str, Evidence]:
    """Return the entries by id, in the order of the file."""
    return {entry.id: entry for entry in values["evidence"]}


EVIDENCE_FILE: Reader[dict[str, Evidence]] = table(_by_id, {"evidence": Key(records(EVIDENCE))})
