"""Tables to read: the invented exports, text of any kind, and workbooks good and bad."""

import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from socialplanner import paths
from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.figures import FigurePreview
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import TableLayout
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.opening import opened_table
from socialplanner.exchange.platforms.preview import Said, previewed
from socialplanner.loading.layouts import load_layouts
from tests.domain.builders import shipped_catalogue

SAMPLES = Path(__file__).parents[2] / "data" / "platforms"
TODAY = date(2026, 11, 25)
SAID = Said(today=TODAY)
NOW = Now(moment=datetime(2026, 11, 25, 12, tzinfo=UTC), day=TODAY, catalogue_version="1")
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@cache
def layouts() -> tuple[TableLayout, ...]:
    return load_layouts(paths.platforms_dir(), shipped_catalogue().kpis)


def layout(layout_id: str) -> TableLayout:
    return next(each for each in layouts() if each.id == layout_id)


def found(data: bytes, name: str = "table.csv") -> Found:
    table = opened_table(data, name, layouts())
    assert isinstance(table, Found)
    return table


def preview(data: bytes, said: Said = SAID, name: str = "table.csv") -> FigurePreview:
    return previewed(found(data, name), said)


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def empty_record() -> ProfileRecord:
    return new_record("corner", Profile(name="Corner"), NOW)


def views(lines: Sequence[tuple[object, object]], headers: str = "Date,Views") -> bytes:
    """Return a table of views by day, as YouTube writes it."""
    return "\n".join([headers, *(f"{day},{number}" for day, number in lines)]).encode()


def workbook(rows: Sequence[Sequence[Any]], title: str = "Sheet") -> bytes:
    """Return a workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def bare_workbook(sheet: str, *, strings: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """Return the least that is a workbook, with a sheet as it is given."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        'Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return written.getvalue()


def cells(*rows: str) -> str:
    return f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
