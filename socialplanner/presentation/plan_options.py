"""What a person may choose about the printed plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.record import ProfileRecord
from socialplanner.presentation.i18n import _

Progress = Callable[[int, int], None]
"""Is told how many steps are done of how many; the share never falls. It may raise to stop."""


@unique
class PlanPart(StrEnum):
    """The parts of a plan, in their order."""

    SUMMARY = "summary"
    STANDING = "standing"
    MIX = "mix"
    WEEK = "week"
    DAYS = "days"
    MEASURING = "measuring"
    CHANGE = "change"
    APPENDIX = "appendix"


ALL_PARTS: Final = frozenset(PlanPart)
PAPERS: Final = ("a4", "letter")
MOST_LINES: Final = 4
"""The most lines of the sender that stand on the cover."""


PAPER_KEPT: Final = "report.paper"
LEFT_OUT_KEPT: Final = "report.left_out"
"""Names of the settings of a profile that hold its paper, and the parts not to print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """How a plan is printed; ValueError for an unknown paper or for no part at all.

    `colours` are the brand's and the accent's code, or none for the program's own; `logo` is a
    PNG; `sender` stands where the profile does not say who prepared the plan.
    """

    paper: str = "a4"
    parts: frozenset[PlanPart] = ALL_PARTS
    colours: tuple[str, ...] = ()
    logo: bytes | None = None
    lines: tuple[str, ...] = ()
    sender: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be printed."""
        if self.paper not in PAPERS:
            raise ValueError(f"There is no paper {self.paper!r}.")
        if not self.parts:
            raise ValueError("A plan has at least one part.")

    @property
    def left_out(self) -> tuple[PlanPart, ...]:
        """Return the parts that are not printed, in their order."""
        return tuple(part for part in PlanPart if part not in self.parts)


def untold(done: int, total: int) -> None:
    """Tell nobody of the progress."""
    del done, total


def options_of(record: ProfileRecord, house: PlanOptions) -> PlanOptions:
    """Return how the plan of a profile is printed; what it does not say is as in the house."""
    brand = record.brand
    paper = record.settings.get(PAPER_KEPT, "")
    left_out = set(record.settings.get(LEFT_OUT_KEPT, "").split())
    parts = frozenset(part for part in PlanPart if part.value not in left_out)
    return PlanOptions(
        paper=paper if paper in PAPERS else house.paper,
        parts=parts or ALL_PARTS,
        colours=brand.colours or house.colours,
        logo=brand.logo or house.logo,
        lines=brand.lines or house.lines,
        sender=house.sender,
    )


def with_printing(
    record: ProfileRecord, *, paper: str, parts: frozenset[PlanPart]
) -> ProfileRecord:
    """Return the record with other paper and parts."""
    left_out = " ".join(part.value for part in PlanPart if part not in parts)
    kept = {**record.settings, PAPER_KEPT: paper, LEFT_OUT_KEPT: left_out}
    return replace(record, settings=kept)


def part_title(part: PlanPart) -> str:
    """Return the name of a part, as the plan has it."""
    return {
        PlanPart.SUMMARY: _("Summary"),
        PlanPart.STANDING: _("Where you stand"),
        PlanPart.MIX: _("Your mix"),
        PlanPart.WEEK: _("Your week"),
        PlanPart.DAYS: _("The next 90 days"),
        PlanPart.MEASURING: _("Measuring return"),
        PlanPart.CHANGE: _("What would change this plan"),
        PlanPart.APPENDIX: _("Appendix"),
    }[part]
