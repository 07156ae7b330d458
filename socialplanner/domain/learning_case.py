"""What is learnt from: a log, the activities it may speak of, and what was believed before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from socialplanner.domain.activity import Activity
from socialplanner.domain.belief import Present, belief_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import CountedWeek
from socialplanner.domain.dose import doses, effective_hours, hours_table
from socialplanner.domain.response import Circumstances, Floats
from socialplanner.domain.superposition import Belief


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningCase:
    """What is learnt from: every activity that is offered or was logged, and all weeks."""

    catalogue: Catalogue
    activities: tuple[Activity, ...]
    circumstances: Circumstances
    present: Present
    weeks: tuple[CountedWeek, ...]

    def effective(self, hours: Sequence[Mapping[str, float]]) -> Floats:
        """Return g(e) of weekly hours by activity, shape (weeks, A)."""
        table = hours_table(self.activities, hours)
        allocation = self.catalogue.parameters.allocation
        return effective_hours(self.activities, table, self.circumstances.tools, allocation)

    def doses(self, coming: Sequence[Mapping[str, float]] = ()) -> Floats:
        """Return x of all weeks of the log and of weeks to come, shape (T + coming, A)."""
        hours = [*(week.hours for week in self.weeks), *coming]
        before = self.effective([self.present.hours])[0]
        return doses(self.activities, self.effective(hours), before)

    @property
    def belief(self) -> Belief:
        """Return what is believed before counting."""
        return belief_of(self.activities, self.circumstances, self.present, self.catalogue)


def learning_case(
    catalogue: Catalogue,
    offered: Sequence[Activity],
    circumstances: Circumstances,
    present: Present,
    weeks: Sequence[CountedWeek],
) -> LearningCase:
    """Return the case of a log: activities offered and logged, in the order of the catalogue."""
    known = {activity.id for activity in offered}.union(*(week.hours for week in weeks))
    return LearningCase(
        catalogue=catalogue,
        activities=tuple(a for a in catalogue.activities if a.id in known),
        circumstances=circumstances,
        present=replace(present, enquiries=present.enquiries or _mean_total(weeks)),
        weeks=tuple(weeks),
    )


def _mean_total(weeks: Sequence[CountedWeek]) -> float | None:
    """Return the outcomes of a week that is learnt from, where there are any."""
    totals = [week.total for week in weeks if week.is_learnt_from]
    return sum(totals) / len(totals) if any(totals) else None
