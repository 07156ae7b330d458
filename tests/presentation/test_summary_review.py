"""The words of the review: ranges, bounds, and what cannot be said is not said."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.belief import present_of
from socialplanner.domain.counted_log import Log
from socialplanner.domain.followed import FollowedHours
from socialplanner.domain.forecast import Forecast
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.learning import Range
from socialplanner.domain.review import ReviewCase
from socialplanner.domain.reviewed import Reviewed, gamma_quantile, reviewed
from socialplanner.domain.roadmap import WEEK
from socialplanner.presentation.summary import ranges
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.summary.review import ReviewWords, review_words
from tests.domain.assessments import firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import MONDAY, PLAN, adviser, enquiries, steady_log, week

SOURCES = ("linkedin_dialogue", "linkedin_dialogue", "linkedin_dialogue", "", "")
CAUSAL = re.compile(
    r"\b(?:because|thanks to|due to|led to|leads? to|brings?|brought|proves?|ensures?|"
    r"improve[sd]?|success|guarantee)\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"[\d.,]+ ?%? to .*[\d.,]+|nothing")


def facts(
    log: Log,
    weeks: int,
    *forecasts: Forecast,
    tests: tuple[KeptTest, ...] = (),
    followed: tuple[FollowedHours, ...] = (),
) -> Reviewed:
    """Return the review of the tax adviser on the Friday of a week, with what is kept."""
    made = firm_assessment("tax_adviser")
    case = ReviewCase(
        catalogue=shipped_catalogue(),
        setting=adviser(),
        present=present_of(shipped_catalogue(), adviser().business, PLAN),
        hours=PLAN,
        followed=(FollowedHours(monday=MONDAY, hours=PLAN),),
        roadmap=replace(made.roadmap, start=MONDAY),
        rules=made.rules,
        log=log,
        forecasts=forecasts,
        today=MONDAY + weeks * WEEK - timedelta(days=3),
    )
    return reviewed(case, tests, followed)


def words_of(found: Reviewed) -> ReviewWords:
    source = Source(catalogue=shipped_catalogue(), assessment=firm_assessment("tax_adviser"))
    return review_words(source, found)


@cache
def half_a_year() -> ReviewWords:
    first = facts(steady_log(21, *SOURCES), 21).found.forecast
    assert first is not None
    test = KeptTest(activity_id="newsletter", monday=MONDAY, weeks=6)
    return words_of(facts(steady_log(26, *SOURCES), 26, first, tests=(test,)))


def texts(value: object) -> list[str]:
    """Return every text in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [each for f in fields(value) for each in texts(getattr(value, f.name))]
    if isinstance(value, tuple | list):
        return [each for item in value for each in texts(item)]
    return []


def account(words: ReviewWords) -> dict[str, str]:
    return {row[0]: row[1] for row in words.returns.account.rows}


@pytest.mark.parametrize("weeks", [1, 4, 12])
def test_below_25_outcomes_no_modelled_return_and_no_range_is_said(weeks: int) -> None:
    words = words_of(facts(steady_log(weeks, "linkedin_dialogue", ""), weeks))
    outcomes = 2 * weeks
    assert account(words)["Return by the model"] == f"too early: {outcomes} of 25"
    assert account(words)["The same, cautiously"] == f"too early: {outcomes} of 25"
    assert all(row[5:] == ("too early", "too early") for row in words.returns.ledgers.rows)
    assert not words.learned.intervals
    assert not words.learned.share
    assert words.learned.cautions[0].startswith(f"Too early: {outcomes} of 25 enquiries")
    assert words.proposed.headline == "Keep going; too early"
    assert not words.proposed.is_change


def test_from_25_outcomes_on_a_range_is_said() -> None:
    words = words_of(facts(steady_log(13, "linkedin_dialogue", ""), 13))
    assert "to" in account(words)["Return by the model"]
    assert words.learned.intervals


def test_totals_alone_teach_nothing_and_the_review_says_so() -> None:
    words = words_of(facts(steady_log(26, "", "", "", "", trace=""), 26))
    assert any("Totals alone teach nothing" in text for text in words.learned.cautions)
    assert account(words)["Return by the model"] == "cannot be told"
    assert not words.learned.intervals
    assert words.proposed.headline == "Keep going; the log cannot say what to change"
    assert any("Ask every enquiry" in text for text in words.focus)


def test_too_few_asked_is_said_with_the_share() -> None:
    log = steady_log(13, "linkedin_dialogue", "linkedin_dialogue")
    silent = [e for n in range(1, 14) for e in enquiries(n, "", "x", trace="")]
    words = words_of(facts(replace(log, enquiries=[*log.enquiries, *silent]), 13))
    assert any("about 50% of the enquiries was asked" in t for t in words.learned.cautions)
    assert not words.proposed.is_change


def test_a_proposal_says_its_chance_and_is_no_forecast() -> None:
    words = half_a_year()
    assert words.proposed.is_change
    assert re.search(r"In (?:more than nine|nine|eight) of ten of the draws", words.proposed.text)
    assert "It is no forecast" in words.proposed.text
    assert words.proposed.hours.rows
    assert words.forecasts.headline == "Forecasts: 1 of 1 inside the range that was said"


def test_hours_taken_over_are_named_with_their_monday() -> None:
    later = FollowedHours(monday=MONDAY + 26 * WEEK, hours={"reply_desk": 2.0})
    words = words_of(facts(steady_log(26, *SOURCES), 26, followed=(later,)))
    assert words.proposed.agreed.startswith("You took other hours over: they are followed from")
    assert words.headline.startswith("You took other hours over, from ")
    assert not words.proposed.is_change
    assert words.proposed.hours.head[2] == "Taken over"
    (row,) = [each for each in words.proposed.hours.rows if each[0] == "Reply desk"]
    assert row[1:] == ("½\xa0h", "2\xa0h", "+1½")
    assert not [each for each in words.focus if "Decide" in each]


def test_what_is_learnt_are_ranges_and_never_points() -> None:
    words = half_a_year()
    for row in words.learned.intervals:
        assert row.before.low < row.before.high
        assert row.after.low < row.after.high
        for text in (row.before.text, row.after.text):
            low, high = text.split(" to ")
            assert float(low) < float(high)
    assert RANGE.search(words.learned.share)
    assert RANGE.search(account(words)["Return by the model"])


@given(st.floats(0, 1e7), st.floats(0, 1e7))
def test_a_range_in_words_never_shrinks_to_a_point(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = Range(mean=low, low=low, high=high)
    if high > 0:
        first, last = ranges.amounts(found).replace(",", "").split(" to ")
        assert float(first) < float(last)
        assert float(first) <= low * (1 + 1e-6)
        assert float(last) >= high * (1 - 1e-6)
    first, last = ranges.money(found, "").replace(",", "").split(" to ")
    assert float(first) < float(last)


@given(st.floats(0, 1), st.floats(0, 1))
def test_shares_are_a_range_within_nothing_and_all(one: float, other: float) -> None:
    low, high = sorted((one, other))
    first, last = ranges.shares(Range(mean=low, low=low, high=high)).rstrip("%").split(" to ")
    assert 0 <= int(first) <= int(last) <= 100


def test_a_forecast_below_what_was_counted_says_that_it_is_likely_too_low() -> None:
    usual = half_a_year().forecasts.coming
    flood = words_of(facts(steady_log(14, *["reply_desk"] * 12), 14)).forecasts.coming
    assert usual.endswith("Eight of ten such ranges should hold what comes.")
    assert flood.endswith("so this range is likely too low.")


def test_no_word_of_a_review_names_a_cause() -> None:
    silent = words_of(facts(steady_log(4, "", trace=""), 4))
    for words in (half_a_year(), silent):
        ours = [text for text in texts(words) if "“" not in text]
        assert not [text for text in ours if CAUSAL.search(text)]


def test_missed_weeks_come_first_in_what_to_look_to() -> None:
    log = steady_log(8, "linkedin_dialogue")
    some = [each for number, each in enumerate(log.weeks, 1) if number != 6]
    words = words_of(facts(replace(log, weeks=some), 8))
    assert words.focus[0].startswith("Log the missing weeks")
    assert "One week was not logged" in words.lead
    assert len(words.focus) <= 3


def test_an_odd_week_stands_apart_in_the_chart() -> None:
    log = Log(weeks=[week(1), week(2, is_odd=True), week(4)], enquiries=[])
    shown = words_of(facts(log, 4)).weeks
    assert [each.is_odd for each in shown] == [False, True, False, False]
    assert shown[2].logged is None
    assert shown[1].said.endswith("(odd)")


def test_a_test_that_runs_is_not_judged() -> None:
    running = KeptTest(activity_id="newsletter", monday=MONDAY, weeks=20)
    (said,) = words_of(facts(steady_log(10, *SOURCES), 10, tests=(running,))).tests
    assert said.text.endswith("It is judged once it is over.")
    assert half_a_year().tests[0].title.startswith("On/off test of")


@pytest.mark.parametrize(("share", "value"), [(0.1, 1.7448), (0.5, 3.6721), (0.9, 6.6808)])
def test_the_range_before_counting_is_that_of_a_gamma(share: float, value: float) -> None:
    assert gamma_quantile(4.0, share) == pytest.approx(value, abs=1e-3)


def test_a_review_names_the_day_of_the_next() -> None:
    assert half_a_year().due == "The next review is due on 16\u00a0July\u00a02027."
    assert isinstance(MONDAY, date)
