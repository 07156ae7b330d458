"""What runs already: activities that were done in enough of the last weeks need no setting up."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import LoggedWeek

WEEK = timedelta(weeks=1)


def running_activities(
    catalogue: Catalogue, weeks: Sequence[LoggedWeek], today: date
) -> frozenset[str]:
    """Return the activities that have logged hours in enough of the weeks that are over by today.

    These are as many weeks as lie between two reviews, among as many as a plan has.
    """
    review = catalogue.parameters.review
    since = today - review.roadmap_weeks * WEEK
    done = Counter(
        catalogue.renamed.get(key, key)
        for week in weeks
        if since <= week.monday <= today - WEEK
        for key, amount in week.hours.items()
        if amount > 0
    )
    return frozenset(key for key, count in done.items() if count >= review.review_every_weeks)
