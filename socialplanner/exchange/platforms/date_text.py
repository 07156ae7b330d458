"""Read days as tables write them, in each order in which they can be meant.

The time of day and its zone are passed over: a day is the one that the platform wrote.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from socialplanner.domain.table_layout import DateOrder
from socialplanner.exchange.days import FIRST_DAY, LAST_DAY
from socialplanner.exchange.platforms.grid import REMEMBERED

LONGEST = 60
_CENTURY = 2000
_YEAR_DIGITS = 4

_TIME = re.compile(
    r"(?:T|,?\s+(?:at\s+|um\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?"
    r"\s*(?:[ap]\.?m\.?|uhr)?\s*(?:z|[a-z]{2,5}|[+-]\d{2}:?\d{2})?$",
    re.ASCII | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"[0-9A-Za-zÀ-ÿ .,/-]+")
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]+|[0-9]+")
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "january february march april may june july august september october november december",
    "jän feb mär apr mai jun jul aug sep okt nov dez",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber mrz apr mai jun jul aug sept okt nov dez",
)
MONTH_NAMES = {
    name: number for names in _MONTHS for number, name in enumerate(names.split(), start=1)
}
_BESIDE_DAYS = (
    "st nd rd th mon tue wed thu fri sat sun mo di mi do fr sa so tues thur thurs",
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
)
_OTHER_WORDS = frozenset(word for words in _BESIDE_DAYS for word in words.split())


@lru_cache(maxsize=REMEMBERED)
def day_readings(text: str) -> Mapping[DateOrder, date]:
    """Return the days that a text can be, by the order in which it is read.

    A text that can be read in one way only is the same in every order: a year of four digits
    that stands first, a named month, and points between the numbers (day, month, year).
    """
    plain = text.strip()
    if len(plain) > LONGEST:
        return {}
    plain = _TIME.sub("", plain).strip()
    if numbers := _YEAR_LAST.fullmatch(plain):
        return _year_last(numbers)
    day = _sure_day(plain)
    return {} if day is None else dict.fromkeys(DateOrder, day)


def _year_last(found: re.Match[str]) -> dict[DateOrder, date]:
    """Return the days of a date such as ``03/04/2026``."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 0 if len(found[4]) == _YEAR_DIGITS else _CENTURY
    if found[2] == ".":
        day = _day(year, second, first)
        return {} if day is None else dict.fromkeys(DateOrder, day)
    readings = {
        DateOrder.DMY: _day(year, second, first),
        DateOrder.MDY: _day(year, first, second),
    }
    return {order: day for order, day in readings.items() if day is not None}


def _sure_day(text: str) -> date | None:
    """Return the day of a text that can be read in one way only."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _TOGETHER.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return _named_day(text) if _NAMED.fullmatch(text) else None


def _named_day(text: str) -> date | None:
    """Return the day of a text with the name of a month, in English or German."""
    words = _WORDS.findall(text.lower())
    months = [MONTH_NAMES[word] for word in words if word in MONTH_NAMES]
    numbers = [word for word in words if word.isdigit()]
    others = {word for word in words if not word.isdigit() and word not in MONTH_NAMES}
    years = [int(each) for each in numbers if len(each) == _YEAR_DIGITS]
    days = [int(each) for each in numbers if len(each) < len("100")]
    counts = (len(months), len(years), len(days), len(numbers))
    if counts != (1, 1, 1, 2) or not others <= _OTHER_WORDS:
        return None
    return _day(years[0], months[0], days[0])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None
