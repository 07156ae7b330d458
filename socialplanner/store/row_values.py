"""Values of a row, judged as they are read; ValueError for one of another kind."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import cast

from socialplanner.store.tables import Value

_read = json.JSONDecoder().raw_decode


def json_of(value: Value) -> object:
    """Return what JSON text says; what `json_text` wrote has nothing around it to be looked for."""
    text = text_of(value)
    with suppress(ValueError):
        found, end = _read(text)
        if end == len(text):
            return found
    return json.loads(text)


def text_of(value: object) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise ValueError("a row lacks a text")  # noqa: TRY004 - judged like all that is read
    return value


def day_of(value: Value) -> date:
    """Return a day."""
    return date.fromisoformat(text_of(value))


def table_of(value: object) -> Mapping[str, object]:
    """Return a table of JSON."""
    if not isinstance(value, dict):
        raise ValueError("a row lacks a table")  # noqa: TRY004 - judged like all that is read
    return value


def texts_of(value: object) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise ValueError("a row lacks a list")  # noqa: TRY004 - judged like all that is read
    return tuple(text_of(each) for each in value)


def hours_of(value: object) -> dict[str, float]:
    """Return numbers by id."""
    return {key: float(cast("float", hours)) for key, hours in table_of(value).items()}
