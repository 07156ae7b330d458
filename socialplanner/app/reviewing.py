"""Reviews as the window and the command line want them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.domain.held_reviews import with_held
from socialplanner.domain.record import ProfileRecord
from socialplanner.ui.ports.reviewing import ReviewMade

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.kept_test import KeptTest
    from socialplanner.domain.reviewed import Reviewed
    from socialplanner.presentation.summary.review import ReviewWords
    from socialplanner.ui.ports.shelf import Edit


class Reviewer:
    """Satisfies `ui.ports.reviewing.Reviewing`."""

    def __init__(self, catalogue: Catalogue, now: Callable[[], Now]) -> None:
        """Use a catalogue, and the moment of edits."""
        self._catalogue = catalogue
        self._now = now

    def review(self, record: ProfileRecord, assessment: "Assessment") -> ReviewMade | None:
        """Return the review on the day of an assessment; None where no hours are logged."""
        # NumPy comes with these: they are imported where a review is made.
        from socialplanner.app.reviews import reviewed_of  # noqa: PLC0415
        from socialplanner.domain.followed import FollowedHours  # noqa: PLC0415
        from socialplanner.presentation.summary.parts import Source  # noqa: PLC0415
        from socialplanner.presentation.summary.review import review_words  # noqa: PLC0415

        facts = reviewed_of(self._catalogue, record, assessment)
        if facts is None:
            return None
        words = review_words(Source(catalogue=self._catalogue, assessment=assessment), facts)
        is_open = words.proposed.is_change and facts.agreed is None
        hours = {key: amount for key, amount in facts.case.hours.items() if amount > 0}
        return ReviewMade(
            words=words,
            followed=FollowedHours(monday=facts.case.roadmap.start, hours=hours),
            proposed=facts.proposed if is_open else None,
            suggested=_suggested(facts, words),
            keeping=self._keeping(record, facts),
        )

    def _keeping(self, record: ProfileRecord, facts: "Reviewed") -> "Edit | None":
        """Return what keeps the forecast and that a review was held, None where all is kept.

        Nobody holds a review on a day that has not come yet.
        """
        from socialplanner.domain.kept_reviews import with_forecast  # noqa: PLC0415 - with NumPy

        made, day = facts.found.forecast, facts.case.today

        def keep(kept: ProfileRecord) -> ProfileRecord:
            now = self._now()
            kept = kept if made is None else with_forecast(kept, made, now)
            return kept if day > now.day else with_held(kept, day, now)

        return None if keep(record) is record else keep


def _suggested(facts: "Reviewed", words: "ReviewWords") -> "KeptTest | None":
    """Return the test that is suggested, unless one is planned or running."""
    from socialplanner.domain.kept_test import KeptTest  # noqa: PLC0415 - where it is used

    probe = words.proposed.probe
    if probe is None or not probe.weeks or not all(each.is_over for each in facts.tests):
        return None
    return KeptTest(
        activity_id=probe.activity_id,
        monday=facts.next_monday,
        weeks=probe.weeks,
        hours=facts.case.hours.get(probe.activity_id, 0.0),
        counted=facts.case.log.total_kpi,
    )
