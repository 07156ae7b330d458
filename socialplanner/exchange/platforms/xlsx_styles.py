"""Which styles of a workbook show a number as a day."""

import re

from socialplanner.exchange.platforms.xlsx_archive import Archive, Handlers

STYLES = "xl/styles.xml"
BUILT_IN = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
"""Formats of the standard that show a day; those with a time of day alone are not among them."""

_NOT_SHOWN = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DAY = re.compile(r"[dy]", re.IGNORECASE)


def date_styles(archive: Archive) -> frozenset[int]:
    """Return the numbers of the styles that show days."""
    if not archive.has(STYLES):
        return frozenset()
    days, formats = set(BUILT_IN), list[int]()
    inside: list[str] = []

    def start(tag: str, values: dict[str, str]) -> None:
        inside.append(tag)
        number = values.get("numFmtId", "")
        if not (number.isascii() and number.isdigit() and len(number) < len("1000000")):
            return
        if tag == "numFmt" and _DAY.search(_NOT_SHOWN.sub("", values.get("formatCode", ""))):
            days.add(int(number))
        elif tag == "xf" and "cellXfs" in inside[-2:]:
            formats.append(int(number))

    def end(_: str) -> None:
        inside.pop()

    archive.read(STYLES, Handlers(start, end, lambda _: None))
    return frozenset(place for place, each in enumerate(formats) if each in days)
