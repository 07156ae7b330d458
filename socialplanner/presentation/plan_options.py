"""What a person may choose about a printed plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.agenda import WeekTimes
from socialplanner.presentation.i18n import _

Progress = Callable[[int, int], None]
"""Is told how many steps are done of how many; the share never falls. It may raise to stop."""


@unique
class PlanPart(StrEnum):
    """The parts of a plan, in the order they have when nobody says otherwise."""

    SUMMARY = "summary"
    PROGRESS = "progress"
    STANDING = "standing"
    MIX = "mix"
    WEEK = "week"
    SHEET = "sheet"
    DAYS = "days"
    MEASURING = "measuring"
    CHANGE = "change"
    APPENDIX = "appendix"


EXTRAS: Final = frozenset({PlanPart.PROGRESS, PlanPart.SHEET})
"""Parts that are added on wish; a plan without them lacks nothing."""

ALL_PARTS: Final = tuple(part for part in PlanPart if part not in EXTRAS)
"""The whole plan."""

PAPERS: Final = ("a4", "letter")
MOST_LINES: Final = 4
"""The most lines of the sender that stand on the cover."""

LONGEST_LINE: Final = 200
"""The most characters of a name, a line of the sender, an alias, or the words at the foot."""

LONGEST_MARK: Final = 60
"""The most characters of the mark that says that a plan is confidential."""


USUAL_TIMES: Final = WeekTimes()
"""When the week's work lies where nobody says otherwise."""


@unique
class CoverKind(StrEnum):
    """What a plan begins with: the client's own profile as its ornament, a plain cover, or none."""

    PROFILE = "profile"
    PLAIN = "plain"
    NONE = "none"


@unique
class Verbosity(StrEnum):
    """How much is said: all of it, or findings, figures and steps without what explains them."""

    FULL = "full"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """How a plan is printed; ValueError for an unknown paper, or for no part or one twice.

    `parts` stand in the order they are printed in. `colours` are the brand's and the accent's
    code, or none for the program's own; `logo` is a PNG; `lines` say how the sender is reached.
    `sender` and `recipient` stand where the profile does not say who prepared the plan for whom.
    `footer` takes the place of the name at the foot of every page, `mark` says on every page that
    it is confidential. `opening` and `closing` are the sender's own words before and after the
    plan, `notes` those on its parts. `alias` stands for the brand's name in a copy that names
    nobody, "" for its own. `times` are when the weekly sheet and a calendar have the week's work.
    """

    paper: str = "a4"
    parts: tuple[PlanPart, ...] = ALL_PARTS
    colours: tuple[str, ...] = ()
    logo: bytes | None = None
    lines: tuple[str, ...] = ()
    sender: str = ""
    recipient: str = ""
    footer: str = ""
    mark: str = ""
    cover: CoverKind = CoverKind.PROFILE
    verbosity: Verbosity = Verbosity.FULL
    opening: str = ""
    closing: str = ""
    notes: Mapping[PlanPart, str] = field(default_factory=dict)
    alias: str = ""
    has_contents: bool = False
    is_tagged: bool = True
    times: WeekTimes = USUAL_TIMES

    def __post_init__(self) -> None:
        """Refuse what cannot be printed."""
        if self.paper not in PAPERS:
            raise ValueError(f"There is no paper {self.paper!r}.")
        if not self.parts or len(set(self.parts)) < len(self.parts):
            raise ValueError("A plan has at least one part, and each part once.")

    @property
    def left_out(self) -> tuple[PlanPart, ...]:
        """Return the parts of the whole plan that are not printed, in their order."""
        return tuple(part for part in ALL_PARTS if part not in self.parts)


def untold(done: int, total: int) -> None:
    """Tell nobody of the progress."""
    del done, total


def part_title(part: PlanPart) -> str:
    """Return the name of a part, as the plan has it."""
    return {
        PlanPart.SUMMARY: _("Summary"),
        PlanPart.PROGRESS: _("Progress"),
        PlanPart.STANDING: _("Where you stand"),
        PlanPart.MIX: _("Your mix"),
        PlanPart.WEEK: _("Your week"),
        PlanPart.SHEET: _("Weekly sheet"),
        PlanPart.DAYS: _("The next 90 days"),
        PlanPart.MEASURING: _("Measuring return"),
        PlanPart.CHANGE: _("What would change this plan"),
        PlanPart.APPENDIX: _("Appendix"),
    }[part]
