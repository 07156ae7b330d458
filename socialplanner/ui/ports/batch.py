"""Reports for many profiles at once, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.presentation.plan_formats import Format


@unique
class Outcome(StrEnum):
    """What became of the report of one client."""

    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """What became of one client: `words` is the sentence why not, "" for a report that is there.

    `note` is what to know of a report that is there, such as characters that no font could show.
    `files` are the names of its files in the folder of the batch; `place` is the client's
    profile, `label` its name. `fault` is, for the log, where in the program a mistake of ours is.
    """

    label: str
    outcome: Outcome
    place: Path | None = None
    files: tuple[str, ...] = ()
    words: str = ""
    note: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """What is wanted: reports of these profile files, as these files, into this folder.

    `preset` is the value of a preset, "" for what each profile keeps. With `is_anonymous` no
    report and no file name says who it is about. `jobs` is how many processes work, 0 for one a
    processor. A Word document, slides or a workbook that is there already and is another is
    replaced only where `may_replace` is set, for somebody may have written in it.
    """

    places: tuple[Path, ...]
    folder: Path
    formats: tuple[Format, ...]
    preset: str = ""
    is_anonymous: bool = False
    only_missing: bool = False
    may_replace: bool = False
    jobs: int = 0


class ReportRun(Protocol):
    """A batch that is on its way; the window asks it now and then, with a timer."""

    @property
    def total(self) -> int:
        """Return how many clients there are."""

    @property
    def is_over(self) -> bool:
        """Return whether all is done or stopped; `new_lines` may still have some to take."""

    @property
    def refusal(self) -> str:
        """Return the sentence why the whole batch could not be, "" where it could."""

    def new_lines(self) -> tuple[ReportLine, ...]:
        """Return the lines of clients that came since the last call, in the order asked for."""

    def cancel(self) -> None:
        """Ask it to stop: what is begun is finished or left out, and no file is half written."""

    def wait(self) -> None:
        """Wait until it is over; called after `cancel` where the window closes."""


class ReportBatches(Protocol):
    """Makes reports for many profiles in processes of their own, so that the window stays free."""

    def start(self, order: ReportOrder) -> ReportRun:
        """Begin at once and return; nothing is raised for a client that will not do."""
