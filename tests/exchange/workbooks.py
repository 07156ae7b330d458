"""Plans as workbooks, and ways to read them back: as cells, as shown, and recalculated."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.record import LoggedWeek
from socialplanner.exchange.workbook import workbook_file
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.summary import summarise
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import sample_assessment

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WRONG = "<v>777</v>"
SAID_AT = datetime(2027, 3, 1, tzinfo=UTC)


def source_of(
    found: Assessment, options: PlanOptions | None = None, weeks: Sequence[LoggedWeek] = ()
) -> PlanSource:
    """Return what a workbook is made from."""
    return PlanSource(
        catalogue=shipped_catalogue(),
        assessment=found,
        summary=summarise(shipped_catalogue(), found),
        options=options or PlanOptions(),
        weeks=tuple(weeks),
    )


@cache
def sample_book(name: str) -> bytes:
    """Return the workbook of a shipped sample with a log of eleven weeks."""
    return workbook_file(source_of(sample_assessment(name), weeks=weeks_of(name)))


@cache
def weeks_of(name: str) -> tuple[LoggedWeek, ...]:
    """Return eleven weeks as somebody might log them, with gaps, other work and an odd week."""
    found = sample_assessment(name)
    keys = [*(choice.kpi_id for choice in found.kpis), *(rule.kpi_id for rule in found.rules)]
    return tuple(
        LoggedWeek(
            monday=found.roadmap.week_start(week),
            changed_at=SAID_AT,
            hours={
                **{
                    k: h * ((week + n) % 3) / 2 for n, (k, h) in enumerate(found.plan.hours.items())
                },
                **({"listening": 0.75} if week == 3 else {}),
            },
            outcomes={k: float((3 * week + n) % 7) for n, k in enumerate(keys) if (week + n) % 4},
            money=12.5 * week if week % 2 else None,
            is_odd=week == 6,
            note="Trade fair" if week == 6 else "",
        )
        for week in range(1, 12)
        if week != 4
    )


def logged(found: Assessment, week: int, **said: Any) -> LoggedWeek:  # noqa: ANN401 - of any field
    """Return a week of the plan with what was said of it."""
    return LoggedWeek(
        monday=found.roadmap.start + timedelta(weeks=week - 1), changed_at=SAID_AT, **said
    )


def book(data: bytes) -> Any:  # noqa: ANN401 - untyped library
    """Return a workbook with its formulas."""
    return openpyxl.load_workbook(BytesIO(data))


def results(data: bytes) -> Any:  # noqa: ANN401 - untyped library
    """Return a workbook with what its formulas came to."""
    return openpyxl.load_workbook(BytesIO(data), data_only=True)


@cache
def sample_results(name: str) -> Any:  # noqa: ANN401 - untyped library
    """Return the workbook of a sample with what its formulas come to."""
    return results(sample_book(name))


def cells(workbook: Any) -> Iterator[Any]:  # noqa: ANN401 - untyped library
    """Yield every cell that holds something."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def texts(data: bytes) -> list[str]:
    """Return all texts of a workbook as the standard has them read, each once.

    Unlike our readers, which take ``_x005F_`` apart by a guess.
    """
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
    items = root.iter(f"{SPREADSHEET}si")
    return ["".join(_plain(t.text or "") for t in item.iter(f"{SPREADSHEET}t")) for item in items]


def _plain(text: str) -> str:
    return re.sub("_x([0-9a-fA-F]{4})_", lambda code: chr(int(code[1], 16)), text)


def row_of(sheet: Any, name: str | int) -> tuple[Any, ...]:  # noqa: ANN401 - untyped library
    """Return the cells of the row that begins with a name."""
    for row in sheet.iter_rows():
        if row[0].value == name:
            return tuple(row)
    raise KeyError(name)


def shown(cell: Any) -> str:  # noqa: ANN401 - untyped library
    """Return a number as a spreadsheet shows it; a text as it is."""
    value, shape = cell.value, cell.number_format
    if not isinstance(value, int | float) or shape == "General":
        return str(value)
    return "".join(_pieces(*_section(float(value), shape)))


def _section(value: float, shape: str) -> tuple[float, str]:
    """Return the value and the part of a format that holds for it."""
    parts = shape.split(";")
    if not parts[0].startswith("["):
        place = 0 if value > 0 or len(parts) == 1 else 1 if value < 0 else 2
        return (abs(value) if place else value), parts[place]
    for part in parts:
        found = re.match(r"\[(>=|<=|<|>)(-?[\d.]+)\](.*)", part)
        if found is None:
            return value, part
        limit, sign = float(found[2]), found[1]
        is_met = {
            ">=": value >= limit,
            "<=": value <= limit,
            "<": value < limit,
            ">": value > limit,
        }
        if is_met[sign]:
            return value, found[3]
    raise ValueError(shape)


def _pieces(value: float, part: str) -> Iterator[str]:
    """Yield the words and the number of a part of a format; a minus written there is its sign."""
    before = ""
    for words, number, other in re.findall(r'"([^"]*)"|([#0][#,0.]*)|(.)', part):
        if number:
            shown = abs(value) if before == "-" else value
            yield _rounded(shown * (100 if "%" in part else 1), number)
        else:
            yield words or other
        before = other


def _rounded(value: float, shape: str) -> str:
    """Return a number rounded by its fifteen sure digits, halves away from nought."""
    digits = len(shape.partition(".")[2])
    exact = Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{exact:,f}" if "," in shape else f"{exact:f}"


def figure(text: str) -> Decimal:
    """Return the first number in words of the plan."""
    plain = text.replace(",", "").replace("\u2212", "-")
    found = re.search(r"-?(\d*\.?\d*)(½?)", plain[_first_digit(plain) :])
    assert found is not None
    amount = Decimal(found[1] or "0") + (Decimal("0.5") if found[2] else 0)
    return -amount if found[0].startswith("-") else amount


def _first_digit(text: str) -> int:
    found = re.search(r"-?[\d½]", text)
    assert found is not None, text
    return found.start()


def open_document_texts(data: bytes) -> set[str]:
    """Return the texts of the cells of an OpenDocument sheet."""
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - LibreOffice's own file
    return {
        "\n".join(_inside(paragraph) for paragraph in cell.findall(f"{ODF_TEXT}p"))
        for cell in root.iter(f"{ODF_TABLE}table-cell")
    }


ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
ODF_TEXT, ODF_TABLE = f"{ODF}text:1.0}}", f"{ODF}table:1.0}}"


def _inside(element: ET.Element) -> str:
    """Return the words in an element; runs of spaces are elements of their own."""
    made = element.text or ""
    for child in element:
        count = int(child.get(f"{ODF_TEXT}c", "1"))
        made += " " * count if child.tag == f"{ODF_TEXT}s" else _inside(child)
        made += child.tail or ""
    return made


def soffice() -> str | None:
    """Return where LibreOffice is, if it is installed."""
    return shutil.which("soffice")


def recalculated(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return workbooks as LibreOffice reckons them, after every result in them was made wrong."""
    return converted({name: spoilt(data) for name, data in files.items()}, folder, "xlsx")


def converted(files: Mapping[str, bytes], folder: Path, kind: str) -> dict[str, bytes]:
    """Return workbooks as LibreOffice writes them, every formula reckoned anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    command = [soffice() or "", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder / "out")]
    command += [str(folder / f"{name}.xlsx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: (folder / "out" / f"{name}.{kind}").read_bytes() for name in files}


def spoilt(data: bytes) -> bytes:
    """Return a workbook in which every result of a formula is wrong."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(made, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(r"(?<=</f>)<v>[^<]*</v>", WRONG, content.decode())
                content = text.replace(' t="str"', "").encode()
            changed.writestr(name, content)
    return made.getvalue()


ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
