"""What every file of a plan is made from, whatever its format."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from socialplanner.presentation.plan_options import PlanOptions

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.record import Enquiry, LoggedWeek
    from socialplanner.presentation.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSource:
    """An assessment, its words, and how it is handed over.

    `summary` holds every word and number that a file may show, so that all formats agree;
    `profile_id` is what stays the same when a plan of the same brand is made again, "" where the
    answers come from a file alone; `weeks` and `enquiries` are the logbook.
    """

    catalogue: "Catalogue"
    assessment: "Assessment"
    summary: "Summary"
    options: PlanOptions = field(default_factory=PlanOptions)
    profile_id: str = ""
    weeks: "tuple[LoggedWeek, ...]" = ()
    enquiries: "tuple[Enquiry, ...]" = ()
