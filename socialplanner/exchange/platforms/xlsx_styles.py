"""Which styles of a workbook show a number as a day, or as a time of day."""

import re
from dataclasses import dataclass

from socialplanner.exchange.platforms.xlsx_archive import Archive, Handlers

STYLES = "xl/styles.xml"
BUILT_IN = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
"""Formats of the standard that show a day; those with a time of day alone are not among them."""

TIMES_BUILT_IN = frozenset({18, 19, 20, 21, 45, 46, 47})

_NOT_SHOWN = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DAY = re.compile(r"[dy]", re.IGNORECASE)
_TIME = re.compile(r"[hs]", re.IGNORECASE)
_LENGTH = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
"""Hours, minutes or seconds that go on counting: brackets that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The numbers of the styles that show days, and of those that show times of day alone."""

    days: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()


def day_styles(archive: Archive) -> Styles:
    """Return the styles that show days or times."""
    if not archive.has(STYLES):
        return Styles()
    days, times, formats = set(BUILT_IN), set(TIMES_BUILT_IN), list[int]()
    inside: list[str] = []

    def start(tag: str, values: dict[str, str]) -> None:
        inside.append(tag)
        number = values.get("numFmtId", "")
        if not (number.isascii() and number.isdigit() and len(number) < len("1000000")):
            return
        if tag == "numFmt":
            code = values.get("formatCode", "")
            (days if _shows_day(code) else times if _shows_time(code) else set()).add(int(number))
        elif tag == "xf" and "cellXfs" in inside[-2:]:
            formats.append(int(number))

    def end(_: str) -> None:
        inside.pop()

    archive.read(STYLES, Handlers(start, end, lambda _: None))
    return Styles(days=_places(formats, days), times=_places(formats, times))


def _shows_day(code: str) -> bool:
    return _DAY.search(_NOT_SHOWN.sub("", code)) is not None


def _shows_time(code: str) -> bool:
    return bool(_TIME.search(_NOT_SHOWN.sub("", code)) or _LENGTH.search(code))


def _places(formats: list[int], wanted: set[int]) -> frozenset[int]:
    return frozenset(place for place, each in enumerate(formats) if each in wanted)
