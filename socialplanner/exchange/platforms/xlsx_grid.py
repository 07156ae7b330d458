"""Read workbooks: the values of each sheet, and which numbers are days.

No formula is reckoned: what the program that saved the workbook found is taken. A document type
is refused, so that there are no entities; sheets are read row by row.
"""

from collections.abc import Iterator, Mapping

from socialplanner.exchange.platforms.grid import LONGEST_KEPT, Grid, GridRow
from socialplanner.exchange.platforms.xlsx_archive import (
    Archive,
    Handlers,
    opened_archive,
    part_path,
)
from socialplanner.exchange.platforms.xlsx_sheet import SheetReader
from socialplanner.exchange.platforms.xlsx_strings import shared_strings
from socialplanner.exchange.platforms.xlsx_styles import day_styles
from socialplanner.messages import visible

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MOST_SHEETS = 20


def xlsx_grids(data: bytes, name: str, keep: int = LONGEST_KEPT) -> tuple[Grid, ...]:
    """Return each sheet of a workbook as a table; so many characters of each text are kept."""
    archive = opened_archive(data, name)
    sheets, is_1904 = _sheets(archive)
    strings = shared_strings(archive, keep)
    styles = day_styles(archive)

    def grid(title: str, part: str) -> Grid:
        def rows() -> Iterator[GridRow]:
            reader = SheetReader(strings=strings, styles=styles, is_1904=is_1904, keep=keep)
            handlers = Handlers(reader.start, reader.end, reader.text)
            for _ in archive.parse(part, handlers):
                yield from reader.taken()

        return Grid(name=name, label=f"sheet “{visible(title)}”", source=rows)

    return tuple(grid(title, part) for title, part in list(sheets.items())[:MOST_SHEETS])


def _sheets(archive: Archive) -> tuple[dict[str, str], bool]:
    """Return the parts of the sheets by title, and whether days count from 1904."""
    targets: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    flags: list[str] = []

    def relation(tag: str, values: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[values.get("Id", "")] = part_path("xl", values.get("Target", ""))

    def sheet(tag: str, values: dict[str, str]) -> None:
        if tag == "sheet":
            found.append((values.get("name", ""), _relation_id(values)))
        elif tag == "workbookPr":
            flags.append(values.get("date1904", ""))

    archive.read(RELATIONS, Handlers(relation, _nothing, _nothing))
    archive.read(WORKBOOK, Handlers(sheet, _nothing, _nothing))
    parts = {title: targets[key] for title, key in found if archive.has(targets.get(key, ""))}
    if not parts:
        raise archive.refusal("it has no sheet")
    return parts, any(each in {"1", "true"} for each in flags)


def _relation_id(values: Mapping[str, str]) -> str:
    """Return the id of a relation, in whichever of the two namespaces of the standard."""
    return next((value for key, value in values.items() if key.endswith(" id")), "")


def _nothing(*_: object) -> None:
    pass
