"""Read a number as people type it: "1,5", "1 500", "1½", "2 h", "€ 12.50", "30 min"."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

LONGEST: Final = 60
LARGEST: Final = 1e12
SMALLEST: Final = 1e-6
"""Beyond these a number is a slip of the hand; `exchange.spot` reads no others from a file."""

_SPACES: Final = "\u00a0\u2009\u202f\u2007'’"
_MINUS: Final = "\u2212\u2013\u2012"
_ARABIC: Final = {"\u066b": ".", "\u066c": " "}
_DECIMAL: Final = re.compile(r"-?(?:\d+[.,]?\d*|[.,]\d+)")
_GROUPED: Final = re.compile(r"(-?[1-9]\d{0,2}(?:([ .,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?")
_FRACTION: Final = re.compile(r"(?:(\d{1,9}) )?(\d{1,9})/(\d{1,9})")
_MIXED: Final = re.compile(r"(\d{0,9}) ?([¼½¾⅐-⅞])")
_CLOCK: Final = re.compile(r"(\d+) ?(?:h|hrs?|hours?) ?([0-5]?\d) ?(?:m|min|minutes?)?")
_COLON: Final = re.compile(r"(\d+):([0-5]\d)")
_MINUTES: Final = re.compile(r"(.+?) ?(?:m|mins?|minutes?)")
_AROUND: Final = re.compile(r"^(?:approximately|approx\.?|about|around|circa|ca\.?|~)\s*")
_PRECISE: Final = 3
"""Decimals of hours that were said in minutes."""


def read_number(text: str, *, unit: str = "", currency: str = "", group: str = ",") -> float | None:
    """Return the number that a text says, None where it says none.

    `unit` and `currency` may stand beside it. `group` is the sign between thousands where the
    person lives: it decides whether "1,500" is fifteen hundred or one and a half.
    """
    if len(text) > LONGEST:
        return None
    plain = _AROUND.sub("", _plain(text))
    if unit.startswith("hour") and (hours := _time(plain, group)) is not None:
        return hours
    return _value(_without_words(plain, unit, currency), group)


def figures(number: float, point: str) -> str:
    """Return a number as a field shows it: read back it is the same, so no thousands are marked."""
    text = format(Decimal(repr(number + 0.0)), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", point)


def _plain(text: str) -> str:
    """Return a text in small letters, with plain digits, spaces and signs."""
    return " ".join("".join(map(_plain_sign, text.casefold())).split())


def _plain_sign(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign in _SPACES:
        return " "
    return "-" if sign in _MINUS else _ARABIC.get(sign, sign)


def _time(plain: str, group: str) -> float | None:
    """Return hours from "2 h 30", "2:30" or "30 min"."""
    found = _CLOCK.fullmatch(plain) or _COLON.fullmatch(plain)
    if found is not None:
        return round(int(found[1]) + int(found[2]) / 60, _PRECISE)
    minutes = _MINUTES.fullmatch(plain)
    value = None if minutes is None else _value(minutes[1], group)
    return None if value is None else round(value / 60, _PRECISE)


def _without_words(plain: str, unit: str, currency: str) -> str:
    """Return a text without currency and unit."""
    bare = "".join(each for each in plain if unicodedata.category(each) != "Sc").strip()
    money = _plain(currency)
    bare = bare.removeprefix(money).strip()
    for ending in (*_endings(unit), money):
        if ending and bare.endswith(ending):
            bare = bare.removesuffix(ending).strip()
            return bare.removesuffix(money).strip()
    return bare


def _endings(unit: str) -> list[str]:
    """Return what may stand behind a number with this unit, the longest first."""
    rest = _plain(unit.removeprefix("currency"))
    endings = {rest, *_OTHER_WORDS.get(rest, ())}
    *_before, last = rest.split(" ")
    tails = {f" a {last}", f" per {last}", f"/{last}", f"/ {last}"}
    if rest.startswith("hours"):
        endings |= {hour + tail for hour in _HOUR for tail in ("", *tails)}
    endings |= tails
    return sorted((each.strip() for each in endings), key=len, reverse=True)


_HOUR: Final = ("hours", "hour", "hrs", "hr", "h")
_OTHER_WORDS: Final = {
    "%": ("percent", "per cent", "pct"),
    "of ten": ("out of ten", "out of 10", "of 10", "/10"),
}


def _value(bare: str, group: str) -> float | None:
    """Return the value of figures alone."""
    if (fraction := _FRACTION.fullmatch(bare)) is not None:
        below = int(fraction[3])
        return int(fraction[1] or 0) + int(fraction[2]) / below if below else None
    if (mixed := _MIXED.fullmatch(bare)) is not None:
        return int(mixed[1] or 0) + unicodedata.numeric(mixed[2])
    grouped = _GROUPED.fullmatch(bare)
    if grouped is not None and _is_grouped(grouped, group):
        whole, sign, point, decimals = grouped.groups(default="")
        return None if point == sign else float(f"{whole.replace(sign, '')}.{decimals or 0}")
    return float(bare.replace(",", ".")) if _DECIMAL.fullmatch(bare) else None


def _is_grouped(found: re.Match[str], group: str) -> bool:
    """Return whether the sign stands between thousands, and not before decimals."""
    whole, sign, point, _decimals = found.groups(default="")
    return sign in (" ", group) or bool(point) or whole.count(sign) > 1
