"""What a week is logged against: the hours of the plan, and the figures it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from socialplanner.domain.followed import followed_from
from socialplanner.domain.ids import Mode
from socialplanner.domain.kept_test import with_tests
from socialplanner.domain.logbook import followed_hours
from socialplanner.domain.moment import plan_start
from socialplanner.ui.session import Session

if TYPE_CHECKING:
    from datetime import date

    from socialplanner.domain.kept_test import KeptTest
    from socialplanner.domain.kpi import Kpi

WEEKLY: Final = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Planned hours by activity, and the KPIs to count; `is_known` is false while they are made.

    `weekly` are counted every week, `others` now and then. `tests` are activities in an on/off
    test, and whether they are on in this week; `begins` is the plan's first Monday, where this
    week lies before it.
    """

    is_known: bool
    planned: Mapping[str, float] = field(default_factory=dict)
    weekly: "tuple[Kpi, ...]" = ()
    others: "tuple[Kpi, ...]" = ()
    tests: Mapping[str, bool] = field(default_factory=dict)
    begins: "date | None" = None


def material_of(session: Session, monday: "date") -> Material:
    """Return what a week is logged against, as far as it is known now."""
    results, begins = session.results, begins_on(session)
    tests = _tests(session)
    hours = planned_hours(session, monday) or {}
    states = {
        test.activity_id: monday in test.on
        for test in tests
        if monday in test.on or monday in test.off
    }
    if results is None:
        is_coming = not session.refusal and not _lacks_answers(session)
        return Material(is_known=not is_coming, planned=hours, tests=states)
    chosen = dict.fromkeys(choice.kpi_id for choice in results.assessment.kpis)
    kpis = [session.catalogue.kpis[each] for each in chosen]
    return Material(
        is_known=True,
        planned=hours,
        tests=states,
        weekly=tuple(kpi for kpi in kpis if kpi.cadence == WEEKLY),
        others=tuple(kpi for kpi in kpis if kpi.cadence != WEEKLY),
        begins=begins if begins is not None and monday < begins else None,
    )


def planned_hours(session: Session, monday: "date") -> Mapping[str, float] | None:
    """Return the hours that are followed in a week, as on the weekly sheet; None where none are.

    They are of the plan handed out by then or agreed since; where nothing was ever handed out, of
    the plan as it is now, from its first Monday on. What rests by a test has none.
    """
    results, begins = session.results, begins_on(session)
    hours = followed_hours(session.catalogue, session.record, monday)
    sheet: list[str] = []
    if results is not None:
        sheet = list(results.assessment.plan.hours)
        if hours is None and begins is not None and monday >= begins:
            hours = results.assessment.plan.hours
    if hours is None:
        return None
    activities = sorted(session.catalogue.activities, key=lambda each: each.mode is Mode.NETWORK)
    order = dict.fromkeys([*sheet, *(each.id for each in activities)])
    found = {key: hours[key] for key in order if key in hours}
    return with_tests(found, _tests(session), monday)


def begins_on(session: Session) -> "date | None":
    """Return the Monday on which something was first to be followed."""
    record = session.record
    if followed := followed_from(record):
        return followed[0].monday
    return plan_start(record.newest.day) if record.newest is not None else None


def _tests(session: Session) -> "tuple[KeptTest, ...]":
    """Return the on/off tests that were planned."""
    if not any(name.startswith("review.") for name in session.record.settings):
        return ()  # where no review left anything, NumPy need not come
    from socialplanner.domain.kept_reviews import planned_tests  # noqa: PLC0415 - NumPy

    return planned_tests(session.record)


def _lacks_answers(session: Session) -> bool:
    return bool(session.program.planning.missing_essentials(session.answers))
