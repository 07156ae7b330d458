"""Read numbers that stand with their origin and one sentence, and take them apart again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from socialplanner.domain.catalogue import Assumption
from socialplanner.domain.ids import Origin
from socialplanner.loading.reader import Check, Finding, Key, Reader, Values, fields, table
from socialplanner.loading.spans import ANY, Span, number, whole_number
from socialplanner.loading.values import one_of, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One number of the method with what is said about it."""

    value: float
    origin: Origin
    text: str


def stated(span: Span = ANY) -> Reader[Stated]:
    """Return a reader of a number within a span, with its origin and sentence."""
    return _stated(number(span))


def stated_whole(span: Span = ANY) -> Reader[Stated]:
    """Return a reader of a whole number within a span, with its origin and sentence."""
    return _stated(whole_number(span))


def _stated(value: Reader[float]) -> Reader[Stated]:
    """Return a reader of a number, read by another reader, with its origin and sentence."""
    keys = {"value": Key(value), "origin": Key(one_of(Origin)), "text": Key(text)}
    return table(fields(Stated), keys)


def plain(values: Values) -> Values:
    """Return the same values with every stated number reduced to the number."""
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: object) -> object:
    """Return a value with every stated number in it reduced to the number."""
    if isinstance(value, Stated):
        return value.value
    return plain(value) if isinstance(value, dict) else value


def assumptions(name: str, value: object) -> Iterator[Assumption]:
    """Yield every stated number in a value, under its dotted name."""
    if isinstance(value, Stated):
        yield Assumption(id=name, text=value.text, value=value.value, origin=value.origin)
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from assumptions(f"{name}.{key}", each)


def ordered(*pairs: tuple[str, str]) -> Check:
    """Return a check that in each pair the first number is not above the second."""

    def check(values: Values) -> Iterator[Finding]:
        for low, high in pairs:
            if low in values and high in values and values[low].value > values[high].value:
                message = f"This is more than {high}, {values[high].value:g}."
                yield Finding(message, (low, "value"))

    return check
