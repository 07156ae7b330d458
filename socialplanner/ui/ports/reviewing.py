"""The review of the log, as the window asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.followed import FollowedHours
    from socialplanner.domain.kept_test import KeptTest
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.presentation.summary.review import ReviewWords
    from socialplanner.ui.ports.shelf import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMade:
    """A review in words, and what a person can do with it.

    `followed` are the hours up to now, `proposed` those that can be taken over, None where no
    change is proposed or it was taken; `suggested` is a test that can be planned. `keeping` keeps
    the forecast and the day of the review, None where the profile has both already.
    """

    words: ReviewWords
    followed: FollowedHours
    proposed: FollowedHours | None
    suggested: KeptTest | None
    keeping: Edit | None


class Reviewing(Protocol):
    """What the log says of the plan."""

    def review(self, record: ProfileRecord, assessment: Assessment) -> ReviewMade | None:
        """Return the review on the day of an assessment; None where no hours are logged.

        Slow: half a second to two.
        """
