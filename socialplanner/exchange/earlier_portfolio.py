"""Recognise a portfolio that was written before, so that nothing else is ever replaced by one."""

import csv
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

COMMENT: Final = "Made offline by SocialPlanner."
TITLE: Final = "Portfolio"
_PROPERTIES: Final = "docProps/core.xml"
_LAST_HEADS: Final = 7
"""The heads that stand after the scores: these are no matter of the catalogue."""
_MOST: Final = 100_000


def is_portfolio(path: Path, heads: Sequence[str]) -> bool:
    """Return whether a file is a portfolio, by its first row or by what its properties say."""
    try:
        if zipfile.is_zipfile(path):
            return _is_workbook(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            row = next(csv.reader([file.readline(_MOST)]), [])
    except (OSError, ValueError, KeyError, csv.Error, zipfile.BadZipFile, NotImplementedError):
        return False
    return row[:1] == list(heads[:1]) and row[-_LAST_HEADS:] == list(heads[-_LAST_HEADS:])


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(_PROPERTIES)
        if entry.file_size > _MOST:
            return False
        said = archive.read(entry).decode()
    return f"<dc:title>{TITLE}</dc:title>" in said and COMMENT in said
