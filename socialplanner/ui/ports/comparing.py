"""Two assessments compared, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from socialplanner.domain.record import ProfileRecord, RecordedAssessment
    from socialplanner.presentation.comparison import Comparison


class Comparing(Protocol):
    """What two assessments have in common and where they differ."""

    def comparable(self, record: ProfileRecord) -> tuple[RecordedAssessment, ...]:
        """Return the assessments in which all that a plan rests on is answered, oldest first."""

    def compare(self, record: ProfileRecord, then_id: str, now_id: str) -> Comparison:
        """Return two assessments side by side; UserError where one of them gives no plan.

        Slow: two plans are made.
        """
