"""All clients of a consultant as a file: comma-separated values, or a workbook.

With aliases a file holds what was counted, and nothing that was typed: no name, tag or file name.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO, StringIO
from typing import Any, Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.portfolio import Client, weak_points
from socialplanner.exchange.earlier_portfolio import COMMENT, TITLE
from socialplanner.exchange.workbook.texts import cell_text, pieces
from socialplanner.presentation.portfolio import Cell, cells, heads, weak_table

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
SCORES: Final = 11
"""Columns of points: ten scores and the overall one."""

SHADES: Final = {
    "type": "2_color_scale",
    "min_type": "num",
    "min_value": 0,
    "min_color": "#FFFFFF",
    "max_type": "num",
    "max_value": 100,
    "max_color": "#8FB1D9",
}
NAME_WIDTH, COLUMN_WIDTH, QUESTION_WIDTH = 34, 13, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioSheet:
    """What such a file is made of; `names` has the name or alias of each client by its place."""

    catalogue: Catalogue
    clients: Sequence[Client]
    names: Sequence[str]
    day: date


def named_sheet(catalogue: Catalogue, clients: Sequence[Client], day: date) -> PortfolioSheet:
    """Return a sheet with the names of the clients."""
    names = [each.name for each in clients]
    return PortfolioSheet(catalogue=catalogue, clients=clients, names=names, day=day)


def nameless_sheet(
    catalogue: Catalogue, clients: Sequence[Client], aliases: Mapping[str, str], day: date
) -> PortfolioSheet:
    """Return a sheet with aliases, by id, in the order of the ids: no name shows in the order."""
    ordered = sorted(clients, key=lambda each: aliases[each.id])
    names = [aliases[each.id] for each in ordered]
    return PortfolioSheet(catalogue=catalogue, clients=ordered, names=names, day=day)


def portfolio_csv(sheet: PortfolioSheet) -> bytes:
    """Return the clients as comma-separated values in UTF-8, with the mark that Excel wants."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads(sheet.catalogue))
    for client, name in zip(sheet.clients, sheet.names, strict=True):
        writer.writerow(map(_plain, cells(client, name)))
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _plain(value: Cell) -> str:
    """Return a cell as text; what a spreadsheet would take for a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, date):
        return value.isoformat()
    text = cell_text(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def portfolio_workbook(sheet: PortfolioSheet) -> bytes:
    """Return the clients as a workbook, with their common weak points on a second sheet."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only for workbooks

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {**options, "default_date_format": "yyyy-mm-dd"})
    book.set_properties(
        {
            "title": TITLE,
            "comments": COMMENT,
            "created": datetime.combine(sheet.day, time(), UTC),
        }
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    _write_clients(book, sheet, bold)
    _write_weak(book, sheet, bold)
    book.close()
    return stream.getvalue()


def _write_clients(book: Any, sheet: PortfolioSheet, bold: Any) -> None:  # noqa: ANN401 - untyped library
    made = book.add_worksheet("Clients")
    titles = heads(sheet.catalogue)
    made.freeze_panes(1, 1)
    made.set_column(0, 0, NAME_WIDTH)
    made.set_column(1, len(titles) - 1, COLUMN_WIDTH)
    for place, title in enumerate(titles):
        made.write_string(0, place, title, bold)
    for row, (client, name) in enumerate(zip(sheet.clients, sheet.names, strict=True), 1):
        for place, value in enumerate(cells(client, name)):
            _write(book, made, (row, place), value)
    if sheet.clients:
        last = len(sheet.clients)
        made.autofilter(0, 0, last, len(titles) - 1)
        made.conditional_format(1, 1, last, SCORES, SHADES)


def _write(book: Any, sheet: Any, place: tuple[int, int], value: Cell) -> None:  # noqa: ANN401 - untyped library
    """Write a value into a cell; no text is ever more than a text."""
    if isinstance(value, str):
        _write_text(book, sheet, place, cell_text(value))
    elif isinstance(value, date):
        sheet.write_datetime(*place, datetime.combine(value, time()))
    elif value is not None:
        sheet.write_number(*place, value)


def _write_text(book: Any, sheet: Any, place: tuple[int, int], text: str) -> None:  # noqa: ANN401 - untyped library
    parts = pieces(text)
    if len(parts) == 1:
        sheet.write_string(*place, text)
        return
    plain = book.add_format({})
    sheet.write_rich_string(*place, parts[0], *(e for part in parts[1:] for e in (plain, part)))


def _write_weak(book: Any, sheet: PortfolioSheet, bold: Any) -> None:  # noqa: ANN401 - untyped library
    found = weak_table(
        sheet.catalogue, weak_points(sheet.catalogue, sheet.clients), len(sheet.clients)
    )
    made = book.add_worksheet("Common weak points")
    made.set_column(0, 0, QUESTION_WIDTH)
    made.write_string(0, 0, found.lead, book.add_format({"text_wrap": True}))
    for place, title in enumerate(found.head):
        made.write_string(2, place, title, bold)
    for row, line in enumerate(found.rows, 3):
        for place, text in enumerate(line):
            made.write_string(row, place, text)
