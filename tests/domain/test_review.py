"""The review every four weeks, made whole from one plan and one log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialplanner.domain.counted_log import Log
from socialplanner.domain.followed import FollowedHours
from socialplanner.domain.forecast import Forecast, Hits, forecast
from socialplanner.domain.learning import Caution, learn
from socialplanner.domain.reoptimising import Verdict, reoptimised
from socialplanner.domain.review import Review, ReviewCase, next_review, review
from socialplanner.domain.roadmap import WEEK
from tests.domain.assessments import firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import MONDAY, PLAN, adviser, case_of, present, steady_log, week

FIRST_REVIEW = MONDAY + 4 * WEEK - timedelta(days=3)
SOURCES = ("linkedin_dialogue", "linkedin_dialogue", "linkedin_dialogue", "", "")


def reviewed(log: Log, today: date, *forecasts: Forecast) -> Review:
    """Return the review of the tax adviser's log."""
    made = firm_assessment("tax_adviser")
    return review(
        ReviewCase(
            catalogue=shipped_catalogue(),
            setting=adviser(),
            present=present(),
            hours=PLAN,
            followed=(FollowedHours(monday=MONDAY, hours=PLAN),),
            roadmap=replace(made.roadmap, start=MONDAY),
            rules=made.rules,
            log=log,
            forecasts=forecasts,
            today=today,
        )
    )


def test_a_first_review_counts_and_concludes_nothing() -> None:
    found = reviewed(steady_log(4, "linkedin_posts", ""), FIRST_REVIEW)
    assert found.weeks == tuple(MONDAY + n * WEEK for n in range(4))
    assert found.missed == ()
    assert found.learning.cautions == (Caution.TOO_EARLY,)
    assert found.proposal.verdict is Verdict.CANNOT_TELL
    assert found.proposal.hours == PLAN
    assert found.hits == Hits(inside=0, judged=0)
    assert found.forecast is not None
    assert found.forecast.first == MONDAY + 4 * WEEK
    assert found.next_review == FIRST_REVIEW + 4 * WEEK


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (3, 0), (4, 1), (24, 3), (25, 4), (60, 4)])
def test_a_review_looks_back_on_weeks_of_its_own_plan_alone(days: int, weeks: int) -> None:
    found = reviewed(Log(weeks=[], enquiries=[]), MONDAY + timedelta(days=days))
    assert len(found.weeks) == len(found.missed) == weeks
    assert all(day >= MONDAY for day in found.weeks)


@pytest.mark.parametrize(("days", "reviews"), [(-9, 1), (0, 1), (24, 1), (25, 2), (52, 2), (53, 3)])
def test_the_next_review_is_the_next_of_the_roadmap(days: int, reviews: int) -> None:
    roadmap = replace(firm_assessment("tax_adviser").roadmap, start=MONDAY)
    found = next_review(shipped_catalogue(), roadmap, MONDAY + timedelta(days=days))
    assert found == MONDAY + 4 * reviews * WEEK - timedelta(days=3)


def test_planned_and_logged_hours_are_those_of_the_last_four_weeks() -> None:
    log = steady_log(8, "")
    idle = [week(n, {"newsletter": 0.0}) if n > 6 else each for n, each in enumerate(log.weeks, 1)]
    found = reviewed(replace(log, weeks=idle), MONDAY + 8 * WEEK)
    kept = {each.activity_id: each for each in found.kept_hours}
    assert kept["reply_desk"].logged == pytest.approx(1.0)
    assert kept["reply_desk"].planned == pytest.approx(2.0)


def test_missed_weeks_are_named() -> None:
    log = steady_log(8, "")
    some = [each for n, each in enumerate(log.weeks, 1) if n != 6]
    found = reviewed(replace(log, weeks=some), MONDAY + 8 * WEEK)
    assert found.missed == (MONDAY + 5 * WEEK,)


def test_half_a_year_later_forecasts_are_judged_and_a_change_is_proposed() -> None:
    log, friday = steady_log(26, *SOURCES), timedelta(days=3)
    first = reviewed(replace(log, weeks=log.weeks[:22]), MONDAY + 22 * WEEK - friday)
    assert first.forecast is not None
    early = reviewed(log, MONDAY + 26 * WEEK - friday, first.forecast)
    assert early.hits == Hits(inside=0, judged=0)
    found = reviewed(log, MONDAY + 26 * WEEK, first.forecast)
    assert found.hits == Hits(inside=1, judged=1)
    assert found.proposal.verdict is Verdict.CHANGE
    case = case_of(log)
    following = MONDAY + 27 * WEEK
    assert found.forecast == forecast(case, found.learning, lambda _: PLAN, following)
    others = found.proposal.hours
    assert found.forecast != forecast(case, found.learning, lambda _: others, following)
    assert found.returns.weeks == 26
    assert found.returns.modelled_return is not None
    assert {each.state for each in found.rules}


def test_hours_agreed_later_are_planned_from_their_week_on() -> None:
    log = steady_log(8, "")
    twice = {key: 2 * hours for key, hours in PLAN.items()}
    made = firm_assessment("tax_adviser")
    begun = FollowedHours(monday=MONDAY, hours=PLAN)
    agreed = FollowedHours(monday=MONDAY + 6 * WEEK, hours=twice)
    case = ReviewCase(
        catalogue=shipped_catalogue(),
        setting=adviser(),
        present=present(),
        hours=twice,
        followed=(begun, agreed),
        roadmap=replace(made.roadmap, start=MONDAY),
        rules=(),
        log=log,
        forecasts=(),
        today=MONDAY + 8 * WEEK,
    )
    kept = {each.activity_id: each for each in review(case).kept_hours}
    assert kept["reply_desk"].planned == pytest.approx(6 * PLAN["reply_desk"])
    assert kept["reply_desk"].logged == pytest.approx(4 * PLAN["reply_desk"])


def test_what_the_counts_did_not_teach_moves_no_hours() -> None:
    guess = learn(case_of(steady_log(26, *SOURCES)))
    unmoved = replace(
        guess,
        activities=tuple(replace(e, prior_mean=e.worth.mean) for e in guess.activities),
    )
    taught = reoptimised(shipped_catalogue(), adviser(), guess, PLAN)
    found = reoptimised(shipped_catalogue(), adviser(), unmoved, PLAN)
    assert taught.verdict is Verdict.CHANGE
    assert (found.hours, found.gain, found.is_clear) == (taught.hours, taught.gain, True)
    assert found.guessed_gain == pytest.approx(found.gain)
    assert found.verdict is Verdict.KEEP_GOING


def test_a_forecast_of_a_late_review_begins_after_it() -> None:
    log = steady_log(8, *SOURCES)
    late = reviewed(log, MONDAY + 11 * WEEK + timedelta(days=2))
    assert late.forecast is not None
    assert late.forecast.first == MONDAY + 12 * WEEK


def test_without_any_log_the_review_asks_for_one() -> None:
    found = reviewed(Log(weeks=[], enquiries=[]), MONDAY + 4 * WEEK)
    assert found.learning.cautions == (Caution.NO_WEEKS,)
    assert len(found.missed) == 4
    assert found.forecast is None
    assert found.kept_hours == ()


def test_the_same_log_gives_the_same_review() -> None:
    log = steady_log(10, *SOURCES)
    assert reviewed(log, MONDAY + 10 * WEEK) == reviewed(log, MONDAY + 10 * WEEK)
