"""What the log says runs already is neither set up again nor given hours for it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from socialplanner.domain.activity import Phase
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.roadmap import make_roadmap
from socialplanner.domain.running import running_activities
from tests.domain.assessments import assessment, firm_with
from tests.domain.builders import BUSINESS, shipped_catalogue
from tests.presentation.summaries import sample_assessment

TODAY = date(2027, 3, 5)
MOMENT = datetime(2027, 3, 5, tzinfo=UTC)
MONDAY = date(2027, 3, 1)


def weeks(*back: int, hours: float = 1.0) -> list[LoggedWeek]:
    """Return weeks so many before this one in which the reply desk got hours."""
    return [
        LoggedWeek(
            monday=MONDAY - timedelta(weeks=each), changed_at=MOMENT, hours={"reply_desk": hours}
        )
        for each in back
    ]


@pytest.mark.parametrize(
    ("logged", "is_running"),
    [
        (weeks(1, 2, 3, 12), True),
        (weeks(1, 2, 3), False),
        (weeks(0, 1, 2, 3), False),
        (weeks(1, 2, 3, 14), False),
        (weeks(1, 2, 3, 4, hours=0.0), False),
        ([], False),
    ],
)
def test_an_activity_runs_that_was_done_in_four_of_the_last_thirteen_weeks(
    logged: list[LoggedWeek], *, is_running: bool
) -> None:
    found = running_activities(shipped_catalogue(), logged, TODAY)
    assert found == ({"reply_desk"} if is_running else set())


def test_what_runs_goes_on_in_week_one_and_the_rest_is_set_up_sooner() -> None:
    plan = assessment(firm_with("plumber", hours_per_week=4.0)).plan
    catalogue = shipped_catalogue()
    usual = make_roadmap(catalogue, BUSINESS, plan, TODAY)
    one = usual.spans[-1].activity_id
    found = make_roadmap(catalogue, BUSINESS, plan, TODAY, {one, "not_of_this_plan"})
    assert found.running == {one}
    assert all(s.phase is not Phase.PREPARE for s in found.steps if s.activity_id == one)
    begins = {span.activity_id: span.run_week for span in found.spans}
    assert begins[one] == 1
    setup = catalogue.activity(one).setup_hours
    assert found.set_up_hours == pytest.approx(usual.set_up_hours - setup)
    assert sum(s.hours for s in found.steps if s.phase is Phase.PREPARE) == pytest.approx(
        found.set_up_hours
    )
    whole = make_roadmap(catalogue, BUSINESS, plan, TODAY, plan.hours)
    assert {span.run_week for span in whole.spans} == {1}
    assert whole.set_up_hours == 0


def test_nothing_runs_where_nothing_is_logged() -> None:
    assert sample_assessment("cafe").roadmap.running == frozenset()
