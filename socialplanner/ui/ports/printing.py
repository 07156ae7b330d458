"""The plan as a PDF, as the window asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.domain.agenda import WeekTimes
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.presentation.plan_formats import Format
    from socialplanner.presentation.plan_options import PlanOptions, Progress
    from socialplanner.ui.ports.planning import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOrder:
    """What a plan is made of: whose it is, what the answers came to, and how it is printed.

    A copy that names nobody comes to other words than `results` has: they are made anew then.
    """

    record: ProfileRecord
    results: Results
    options: PlanOptions


@unique
class Carried(StrEnum):
    """What of a profile a PDF carries inside, so that it can be opened from it."""

    NOTHING = "nothing"
    WHOLE = "whole"
    SCRUBBED = "scrubbed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOrder:
    """A file that is wanted of a plan; `pdf` is the plan as it was made already.

    A PDF may be locked by a `password`, and carry its profile, readable with a `passphrase` where
    one is given; neither is kept. `times` are when a calendar has the week's blocks.
    """

    plan: PlanOrder
    kind: Format
    pdf: bytes
    password: str = ""
    carried: Carried = Carried.NOTHING
    passphrase: str = ""
    times: WeekTimes | None = None


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
    """A plan that was handed out: what it was made of, and how; `pdf` is its pages or its file."""

    assessment_id: str
    results: Results
    options: PlanOptions
    pdf: bytes


class Printing(Protocol):
    """Makes files of plans, shows their pages and hands them out.

    `make`, `file` and `picture` are for a thread.
    """

    def house(self) -> PlanOptions:
        """Return how plans look where a profile does not say; what is wrong counts as not set."""

    def make(self, order: PlanOrder, progress: Progress) -> PrintedPlan:
        """Return the plan as a PDF; what `progress` raises stops it."""

    def file(self, order: FileOrder) -> bytes:
        """Return the plan as a file of any kind; UserError where there can be none."""

    def picture(
        self, pdf: bytes, page: int, scale: float, strip: tuple[float, float] | None = None
    ) -> Picture:
        """Return a page as pixels, so many to a point, or what lies from one height to another.

        Heights are points from the top of the page.
        """

    def read_logo(self, path: Path) -> bytes:
        """Return a picture as a logo is kept; UserError where it cannot be one."""

    def file_name(self, order: PlanOrder, kind: Format) -> str:
        """Return a name for a file that every system takes; it names nobody who is not named."""

    def save(self, path: Path, data: bytes, kind: Format) -> None:
        """Write a file; UserError where that fails or would replace anything of another kind."""

    def put_aside(self, name: str, pdf: bytes) -> Path:
        """Write a PDF where it is gone once the program ends, and return where it is."""

    def handed_out(self, record: ProfileRecord, handout: Handout) -> ProfileRecord:
        """Return the record that knows of a plan handed out; its assessment is complete."""
