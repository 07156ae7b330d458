"""What a week is logged against: the hours of the plan, and the figures it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from socialplanner.domain.kept_test import with_tests
from socialplanner.domain.logbook import followed_hours
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
    test, and whether they are on in this week.
    """

    is_known: bool
    planned: Mapping[str, float] = field(default_factory=dict)
    weekly: "tuple[Kpi, ...]" = ()
    others: "tuple[Kpi, ...]" = ()
    tests: Mapping[str, bool] = field(default_factory=dict)


def material_of(session: Session, monday: "date") -> Material:
    """Return what a week is logged against, as far as it is known now.

    The plan handed out by then is followed; where there is none, the plan as it is now.
    """
    results = session.results
    followed = followed_hours(session.catalogue, session.record, monday)
    tests = _tests(session)
    states = {
        test.activity_id: monday in test.on
        for test in tests
        if monday in test.on or monday in test.off
    }
    if results is None:
        is_coming = not session.refusal and not _lacks_answers(session)
        planned = with_tests(followed or {}, tests, monday)
        return Material(is_known=not is_coming, planned=planned, tests=states)
    chosen = dict.fromkeys(choice.kpi_id for choice in results.assessment.kpis)
    planned = results.assessment.plan.hours if followed is None else followed
    kpis = [session.catalogue.kpis[each] for each in chosen]
    return Material(
        is_known=True,
        planned=with_tests(planned, tests, monday),
        tests=states,
        weekly=tuple(kpi for kpi in kpis if kpi.cadence == WEEKLY),
        others=tuple(kpi for kpi in kpis if kpi.cadence != WEEKLY),
    )


def _tests(session: Session) -> "tuple[KeptTest, ...]":
    """Return the on/off tests that were planned."""
    if not any(name.startswith("review.") for name in session.record.settings):
        return ()  # where no review left anything, NumPy need not come
    from socialplanner.domain.kept_reviews import planned_tests  # noqa: PLC0415 - NumPy

    return planned_tests(session.record)


def _lacks_answers(session: Session) -> bool:
    return bool(session.program.planning.missing_essentials(session.answers))
