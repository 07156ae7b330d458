"""Read finished PDFs back, and make small plans."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

import pypdf
import pypdfium2
import pytest

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
    return _BREAKS.sub("", text)


def read(data: bytes) -> Printed:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = tuple(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return Printed(data, pages)


def make_plan(blocks: Sequence[Block], **changes: object) -> Plan:
    name = str(changes.pop("name", "Harbour"))
    cover = Cover(name=name, kicker="Plan", title="Social plan", subtitle="For ninety days")
    settings: dict[str, object] = {
        "name": name,
        "title": "Social plan",
        "subject": "A plan",
        "author": "Northlight",
        "language": "en-GB",
        "creator": "SocialPlanner",
        "day": date(2026, 11, 23),
        "cover": cover,
        "sections": (Section(title="Part", stack=tuple(blocks)),),
        **changes,
    }
    return Plan(**settings)  # type: ignore[arg-type]


@pytest.fixture
def printed() -> Callable[..., Printed]:
    """Give a function that sets blocks in a plan and reads the file back."""
    return lambda *blocks, **changes: read(render(make_plan(blocks, **changes)))


@pytest.fixture
def plan_of() -> Callable[..., Plan]:
    """Give a function that makes a plan of blocks."""
    return lambda *blocks, **changes: make_plan(blocks, **changes)


@pytest.fixture
def inside() -> Callable[[bytes], pypdf.PdfReader]:
    """Give a function that opens a PDF for a look at its parts."""
    return lambda data: pypdf.PdfReader(BytesIO(data))


@pytest.fixture
def without_spaces() -> Callable[[str], str]:
    """Give a function that removes spaces and line ends, as reading back may move them."""
    return squeezed
