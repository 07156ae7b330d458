"""How the plan of a profile is printed: what the profile keeps, over what the house has."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from socialplanner.domain.record import ProfileRecord
from socialplanner.presentation.plan_options import ALL_PARTS, PAPERS, PlanOptions, PlanPart

PAPER_KEPT: Final = "report.paper"
LEFT_OUT_KEPT: Final = "report.left_out"
"""Names of the settings of a profile that hold its paper, and the parts not to print."""


def options_of(record: ProfileRecord, house: PlanOptions) -> PlanOptions:
    """Return how the plan of a profile is printed; what it does not say is as in the house."""
    brand = record.brand
    paper = record.settings.get(PAPER_KEPT, "")
    left_out = set(record.settings.get(LEFT_OUT_KEPT, "").split())
    parts = tuple(part for part in ALL_PARTS if part.value not in left_out)
    return PlanOptions(
        paper=paper if paper in PAPERS else house.paper,
        parts=parts or ALL_PARTS,
        colours=brand.colours or house.colours,
        logo=brand.logo or house.logo,
        lines=brand.lines or house.lines,
        sender=house.sender,
    )


def with_printing(
    record: ProfileRecord, *, paper: str, parts: Sequence[PlanPart]
) -> ProfileRecord:
    """Return the record with other paper and parts."""
    left_out = " ".join(part.value for part in ALL_PARTS if part not in parts)
    kept = {**record.settings, PAPER_KEPT: paper, LEFT_OUT_KEPT: left_out}
    return replace(record, settings=kept)
