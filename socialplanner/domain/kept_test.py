"""An on/off test as it was planned, and what it makes of the hours of a week."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialplanner.domain.followed import FollowedHours, hours_in
from socialplanner.domain.logbook import WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTest:
    """An on/off test of an activity: so many weeks on, then as many off, from a Monday on.

    `hours` are those a week on was to have, 0 where nobody said; `counted` is the KPI it was
    planned to be judged by, "" for enquiries.
    """

    activity_id: str
    monday: date
    weeks: int
    hours: float = 0.0
    counted: str = ""

    @property
    def on(self) -> frozenset[date]:
        """Return the Mondays of the weeks in which the activity is done."""
        return frozenset(self.monday + k * WEEK for k in range(self.weeks))

    @property
    def off(self) -> frozenset[date]:
        """Return the Mondays of the weeks in which it rests."""
        return frozenset(self.monday + k * WEEK for k in range(self.weeks, 2 * self.weeks))

    @property
    def after(self) -> date:
        """Return the Monday after its last week."""
        return self.monday + 2 * self.weeks * WEEK


def with_tests(
    hours: Mapping[str, float], tests: Iterable[KeptTest], monday: date
) -> Mapping[str, float]:
    """Return the hours of a week with none for what rests in it by a test."""
    resting = {test.activity_id for test in tests if monday in test.off}
    return {key: 0.0 if key in resting else amount for key, amount in hours.items()}


def resting(
    followed: Sequence[FollowedHours], tests: Sequence[KeptTest]
) -> Iterator[FollowedHours]:
    """Yield what was followed, with no hours for what rested by a test in its weeks."""
    mondays = {each.monday for each in followed}
    mondays |= {monday for test in tests for monday in (*test.off, test.after)}
    for monday in sorted(mondays):
        hours = hours_in(followed, monday)
        if hours is not None:
            yield FollowedHours(monday=monday, hours=with_tests(hours, tests, monday))
