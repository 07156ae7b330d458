"""Read the fields of a table one by one: each is right, or refused with the way to it.

What is refused is replaced by something harmless of the same type, so that reading goes on and
finds all that is wrong; whoever asked then looks at the problems before using anything.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from socialplanner.domain.moment import moment_of
from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.exchange.days import DAY_WORDS, LAST_DAY, day_of
from socialplanner.exchange.profile_table import HOURS_IN_A_WEEK
from socialplanner.exchange.spot import Spot, number_at, refuse_unknown_keys, table_at, text_at
from socialplanner.messages import quoted

MOST_PARTS = 5_000
"""The most entries of a list or table that nothing else bounds."""

_ID = re.compile(r"[a-z0-9_-][a-z0-9_.-]{0,79}", re.ASCII)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NO_DAY = date(1970, 1, 1)

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one table and its place; a field that is missing was refused already."""

    spot: Spot
    table: Mapping[str, object]

    def text(self, key: str) -> str:
        """Return a text of any characters but NUL, not longer than a note may be."""
        return self._read(key, text_of, "")

    def word(self, key: str, pattern: re.Pattern[str], example: str) -> str:
        """Return a text of one shape."""
        return self._read(key, lambda spot, value: word_at(spot, value, pattern, example), "")

    def id(self, key: str, *, is_optional: bool = False) -> str:
        """Return an id; nothing where it may be left empty."""
        if is_optional and self.table.get(key) == "":
            return ""
        return self._read(key, id_at, "")

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return one of a few words; the first of them where it is none."""
        value = self.table.get(key, allowed[0])
        if isinstance(value, str) and value in allowed:
            return value
        words = ", ".join(f"“{each}”" for each in allowed)
        self.spot.under(key).refuse(f"This must be one of {words}, not {quoted(value)}.")
        return allowed[0]

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.spot.under(key).refuse(f"This must be true or false, not {quoted(value)}.")
        return value is True

    def moment(self, key: str) -> datetime:
        """Return a point in time."""
        return self._read(key, _moment, _NEVER)

    def day(self, key: str) -> date:
        """Return a day."""
        return self._read(key, _day, _NO_DAY)

    def number_or_none(self, key: str) -> float | None:
        """Return a number that can be reckoned with, or null."""
        value = self.table.get(key)
        return None if value is None else number_at(self.spot.under(key), value)

    def hours(self, key: str) -> dict[str, float]:
        """Return weekly hours by activity id."""
        return self._numbers(key, 0, HOURS_IN_A_WEEK)

    def hours_or_none(self, key: str) -> dict[str, float] | None:
        """Return weekly hours by activity id, or null."""
        return None if self.table.get(key) is None else self.hours(key)

    def numbers(self, key: str) -> dict[str, float]:
        """Return any numbers by id."""
        return self._numbers(key, None, None)

    def entries(self, key: str, most: int = MOST_PARTS) -> Iterator[tuple[Spot, object]]:
        """Yield the entries of a list, each with its place, counted from one."""
        here, value = self.spot.under(key), self.table.get(key, [])
        if not isinstance(value, list):
            here.refuse(f"This must be a list, not {quoted(value)}.")
        elif len(value) > most:
            here.refuse(f"At most {most:,} can stand here, not {len(value):,}.")
        else:
            yield from ((here.under(str(place)), each) for place, each in enumerate(value, 1))

    def texts(self, key: str, most: int = MOST_PARTS) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(text_of(spot, value) or "" for spot, value in self.entries(key, most))

    def named_texts(self, key: str) -> dict[str, str]:
        """Return texts by names of any characters."""
        return {
            text_of(spot, name) or "": text_of(spot, value) or ""
            for spot, name, value in self.parts(key)
        }

    def ids(self, key: str) -> frozenset[str]:
        """Return a set of ids."""
        return frozenset(self.ordered_ids(key))

    def ordered_ids(self, key: str, most: int = MOST_PARTS) -> tuple[str, ...]:
        """Return a list of ids."""
        return tuple(id_at(spot, value) or "" for spot, value in self.entries(key, most))

    def texts_by_id(self, key: str) -> dict[str, str]:
        """Return texts by id."""
        return {
            id_at(spot, name) or "": text_of(spot, value) or ""
            for spot, name, value in self.parts(key)
        }

    def parts(self, key: str, most: int = MOST_PARTS) -> Iterator[tuple[Spot, str, object]]:
        """Yield the entries of a table, each with its place and its key."""
        here = self.spot.under(key)
        table = table_at(here, self.table.get(key, {}))
        if len(table) > most:
            here.refuse(f"At most {most:,} can stand here, not {len(table):,}.")
            return
        yield from ((here.under(name), name, value) for name, value in table.items())

    def _numbers(self, key: str, low: float | None, high: float | None) -> dict[str, float]:
        return {
            id_at(spot, name) or "": number_at(spot, value, low, high) or 0.0
            for spot, name, value in self.parts(key)
        }

    def _read(self, key: str, read: Callable[[Spot, object], Part | None], other: Part) -> Part:
        """Return a field as `read` does, or the other value where it is missing or refused."""
        found = read(self.spot.under(key), self.table[key]) if key in self.table else None
        return other if found is None else found


def fields_at(
    spot: Spot, value: object, keys: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Fields:
    """Return the fields of a table that must hold exactly these keys; some may be missing."""
    table = table_at(spot, value)
    refuse_unknown_keys(spot, table, keys)
    if isinstance(value, dict):
        for key in keys:
            if key not in table and key not in optional:
                spot.under(key).refuse("This is missing.")
    return Fields(spot, table)


def id_at(spot: Spot, value: object) -> str | None:
    """Return an id, or refuse what is none."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    spot.refuse(
        "This must be an id of 1 to 80 small letters, digits, dots, hyphens and underscores,"
        f" not {quoted(value)}."
    )
    return None


def word_at(spot: Spot, value: object, pattern: re.Pattern[str], example: str) -> str | None:
    """Return a text of one shape, or refuse it."""
    text = text_of(spot, value)
    if text is None or pattern.fullmatch(text):
        return text
    spot.refuse(f"This must look like {example}, not {quoted(text)}.")
    return None


def text_of(spot: Spot, value: object) -> str | None:
    """Return a text of any characters but NUL, not longer than a note may be, or refuse it."""
    text = text_at(spot, value)
    if text is None:
        return None
    if len(text) > LONGEST_NOTE:
        spot.refuse(f"This text has {len(text):,} characters; at most {LONGEST_NOTE:,} are kept.")
        return None
    if "\0" in text:
        spot.refuse("This text holds a NUL character, which no file can keep; take it out.")
        return None
    return text


def _moment(spot: Spot, value: object) -> datetime | None:
    try:
        moment = moment_of(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or not _NEVER.year <= moment.year <= LAST_DAY.year:
        wanted = f"a moment like 2027-01-31T12:00:00.000000Z, from {_NEVER.year} to {LAST_DAY.year}"
        spot.refuse(f"This must be {wanted}, not {quoted(value)}.")
        return None
    return moment


def _day(spot: Spot, value: object) -> date | None:
    day = day_of(value) if isinstance(value, str) else None
    if day is None:
        spot.refuse(f"This must be {DAY_WORDS}, not {quoted(value)}.")
    return day
