"""Make small plans, and read finished PDFs back."""

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

import pypdf
import pypdfium2

from socialplanner.report.blocks import Block
from socialplanner.report.cover import Cover
from socialplanner.report.document import Plan, Section, render

_BREAKS: Final = re.compile(r"[\s\ufffe\x02]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a reader's program finds in a PDF."""

    data: bytes
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All text without spaces and line ends."""
        return squeezed("".join(self.pages))


def squeezed(text: str) -> str:
    """Remove spaces and line ends, which reading back may move."""
    return _BREAKS.sub("", text)


def read(data: bytes) -> Printed:
    """Read the text of every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = tuple(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return Printed(data, pages)


def on_paper(data: bytes) -> tuple[str, ...]:
    """Read of every page only the text that lies inside the page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(
            page.get_textpage().get_text_bounded(0, 0, page.get_width(), page.get_height())
            for page in document
        )
    finally:
        document.close()


def inside(data: bytes) -> pypdf.PdfReader:
    """Open a PDF for a look at its parts."""
    return pypdf.PdfReader(BytesIO(data))


def plan_of(*blocks: Block, **changes: object) -> Plan:
    """Make a plan of one section."""
    name = str(changes.get("name", "Harbour"))
    settings: dict[str, object] = {
        "name": name,
        "title": "Social plan",
        "subject": "A plan",
        "author": "Northlight",
        "language": "en-GB",
        "creator": "SocialPlanner",
        "day": date(2026, 11, 23),
        "cover": Cover(name=name, kicker="Plan", title="Social plan", subtitle="For ninety days"),
        "sections": (Section(title="Part", stack=blocks),),
        **changes,
    }
    return Plan(**settings)  # type: ignore[arg-type]


def printed(*blocks: Block, **changes: object) -> Printed:
    """Set blocks in a plan and read the file back."""
    return read(render(plan_of(*blocks, **changes)))
