"""Make office files of plans, and read them back as other programs do."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final
from unicodedata import category, normalize
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.presentation.summary import Summary, summarise
from tests.report.plans import assessed, catalogue

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SAMPLES: Final = (
    "cafe",
    "charity",
    "creator",
    "plumber",
    "saas_start_up",
    "tax_adviser",
    "web_shop",
)
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN: Final = frozenset({"address", "number"})
"""Where a link leads, and what Word counts itself."""

_DECIMALS: Final = re.compile(r"\d[\d,.]*½?|½")


@cache
def summary_of(name: str) -> Summary:
    return summarise(catalogue(), assessed(name))


def source(options: PlanOptions | None = None, name: str = "cafe") -> PlanSource:
    return PlanSource(
        catalogue=catalogue(),
        assessment=assessed(name),
        summary=summary_of(name),
        options=options or PlanOptions(),
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def trees_of(data: bytes) -> dict[str, ET.Element]:
    """Read every part that is XML: a file in which one is broken fails here."""
    return {
        name: ET.fromstring(part)  # noqa: S314 - made by the test itself
        for name, part in parts_of(data).items()
        if name.endswith((".xml", ".rels"))
    }


def outside_faults(data: bytes) -> list[str]:
    """Return what a file would take from elsewhere, run, or say of when it was written."""
    found = [name for name in parts_of(data) if name.endswith((".bin", ".jpeg"))]
    for name, tree in trees_of(data).items():
        external = (one.get("Target") for one in tree if one.get("TargetMode") == "External")
        found += [f"{name} leads to {target}" for target in external]
    with ZipFile(BytesIO(data)) as archive:
        dates = {entry.date_time for entry in archive.infolist()}
    return found if dates == {(1980, 1, 1, 0, 0, 0)} else [*found, f"dates {dates}"]


def visible(text: str) -> str:
    """Return what a reader sees of a text, without spaces: reckoned apart from the program."""
    kept = "".join(one for one in text if one.isspace() or not _is_lost(one))
    return "".join(normalize("NFC", kept).split())


def _is_lost(character: str) -> bool:
    code = ord(character)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return category(character) in {"Cc", "Cs"} or character in _TURNING or is_none


def words_of(tree: ET.Element, space: str = WORD) -> str:
    """Return all words of a part without spaces."""
    return "".join(visible(one.text or "") for one in tree.iter(f"{space}t"))


def said_in(value: object) -> Iterator[str]:
    """Yield every text in content that is seen as words; a chart is a picture with its words."""
    if isinstance(value, Scene):
        yield described(value)
    elif isinstance(value, str):
        yield from () if isinstance(value, Enum) else (value,)
    else:
        for each in _inside(value):
            yield from said_in(each)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, tuple | list):
        return value
    if not is_dataclass(value):
        return ()
    return [getattr(value, one.name) for one in fields(value) if one.name not in _UNSEEN]


def descriptions(tree: ET.Element) -> list[str]:
    """Return what pictures, charts and tables say in words; of an ornament nothing."""
    shown = [one for one in tree.iter() if one.tag.endswith(("}docPr", "}cNvPr"))]
    return [one.get("descr", "") for one in shown if "descr" in one.attrib]


def numbers_in(text: str) -> set[str]:
    return {found.strip(",.") for found in _DECIMALS.findall(text)}


def as_pdfs(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Let LibreOffice print files, each by its name with its ending."""
    office = shutil.which("soffice")
    assert office is not None
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    names = [str(folder / name) for name in files]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=300)
    return {name: (folder / name).with_suffix(".pdf").read_bytes() for name in files}
