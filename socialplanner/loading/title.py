"""Read what a catalogue says of itself: its version, and names for what all parts speak of."""

import re

from socialplanner.domain.catalogue import Heading
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.loading.links import full_mapping
from socialplanner.loading.lists import mapping
from socialplanner.loading.reader import Key, Reader, Values, fields, refused, table
from socialplanner.loading.spans import Span, whole_number
from socialplanner.loading.values import identifier, short_text, text
from socialplanner.loading.vocabulary import DIMENSIONS, MODES
from socialplanner.messages import quoted

SCHEMA = Span(low=1, high=1)
VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}", re.ASCII)

HEADING = table(
    fields(Heading),
    {"name": Key(text), "short": Key(short_text), "description": Key(text)},
)


def version(value: object) -> str:
    """Return the value if it is a version of three numbers."""
    found = text(value)
    if not VERSION.fullmatch(found):
        raise refused(f"A version has three numbers, as in “1.0.0”, not {quoted(found)}.")
    return found


def _title(values: Values) -> dict[str, object]:
    """Return the title page with its dimensions and modes as the method names them."""
    return {
        "version": values["version"],
        "dimensions": {Dimension(key): each for key, each in values["dimensions"].items()},
        "modes": {Mode(key): each for key, each in values["modes"].items()},
        "platforms": values["platforms"],
    }


TITLE: Reader[dict[str, object]] = table(
    _title,
    {
        "schema": Key(whole_number(SCHEMA)),
        "version": Key(version),
        "dimensions": Key(full_mapping(DIMENSIONS, HEADING)),
        "modes": Key(full_mapping(MODES, HEADING)),
        "platforms": Key(mapping(identifier(), text)),
    },
)
