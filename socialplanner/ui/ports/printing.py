"""The plan as a PDF, as the window asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.domain.record import ProfileRecord
    from socialplanner.presentation.plan_options import PlanOptions, Progress
    from socialplanner.ui.ports.planning import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """One page of a PDF: its size in points, and its text."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPlan:
    """A finished PDF; `unshown` are the characters in it that no font could show."""

    pdf: bytes
    pages: tuple[PrintedPage, ...]
    unshown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as pixels, four bytes each: blue, green, red, and one without meaning."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A plan that was handed out: what it was made of, and how."""

    assessment_id: str
    results: Results
    options: PlanOptions
    pdf: bytes


class Printing(Protocol):
    """Makes PDFs, shows their pages and hands them out; `make` and `picture` are for a thread."""

    def house(self) -> PlanOptions:
        """Return how plans look where a profile does not say; what is wrong counts as not set."""

    def make(self, results: Results, options: PlanOptions, progress: Progress) -> PrintedPlan:
        """Return the plan as a PDF; what `progress` raises stops it."""

    def picture(
        self, pdf: bytes, page: int, scale: float, strip: tuple[float, float] | None = None
    ) -> Picture:
        """Return a page as pixels, so many to a point, or what lies from one height to another.

        Heights are points from the top of the page.
        """

    def read_logo(self, path: Path) -> bytes:
        """Return a picture as a logo is kept; UserError where it cannot be one."""

    def file_name(self, record: ProfileRecord) -> str:
        """Return a name for the file that every system takes."""

    def save(self, path: Path, pdf: bytes) -> None:
        """Write a PDF; UserError where that fails or would replace anything but a PDF."""

    def put_aside(self, name: str, pdf: bytes) -> Path:
        """Write a PDF where it is gone once the program ends, and return where it is."""

    def handed_out(self, record: ProfileRecord, handout: Handout) -> ProfileRecord:
        """Return the record that knows of a plan handed out; its assessment is complete."""
