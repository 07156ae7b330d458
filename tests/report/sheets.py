"""Draw blocks on a page of their own, and read it back with three programs."""

import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Final

import pypdf

from socialplanner.report.blocks import Block, draw_stack
from socialplanner.report.metadata import About
from socialplanner.report.pen import Pen
from socialplanner.report.styles import A4, theme
from tests.report.reading import read

HAS_POPPLER: Final = which("pdftotext") is not None
_DIRECTIONS: Final = re.compile("[\u202a-\u202e]")


def pen() -> Pen:
    """Begin a file."""
    about = About(
        title="Sheet",
        author="Northlight",
        subject="",
        language="en-GB",
        creator="SocialPlanner",
        day=date(2026, 11, 23),
    )
    return Pen(A4, theme(), about)


def sheet(*blocks: Block, width: float = 480) -> bytes:
    """Draw blocks on one page."""
    drawn = pen()
    draw_stack(blocks, drawn, 48, 60, width)
    drawn.next_page()
    return drawn.finish()


def copied(data: bytes) -> list[str]:
    """Return the lines as PDFium copies them: Chrome, Edge, and our own window."""
    return [line.strip() for line in read(data).pages[0].split("\r\n")]


def copied_by_pypdf(data: bytes) -> str:
    """Return the text as pypdf finds it."""
    return pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()


def copied_by_poppler(data: bytes, folder: Path) -> str:
    """Return the text as Poppler finds it, without the marks of direction that it adds."""
    path = folder / "sheet.pdf"
    path.write_bytes(data)
    command = ["pdftotext", str(path), "-"]
    found = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return _DIRECTIONS.sub("", found.stdout)
