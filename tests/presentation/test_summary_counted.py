"""The words of a review on what is counted, on tests, and on rules that were acted on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from socialplanner.domain.counted_log import Log
from socialplanner.domain.decision import DecisionKind
from socialplanner.domain.done_rules import rule_key
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.roadmap import WEEK
from tests.domain.logs import MONDAY, PLAN, enquiries, steady_log, week
from tests.presentation.test_summary_review import SOURCES, facts, texts, words_of

TALKS = "conversations_started"


def typed(weeks: int, **counts: float) -> Log:
    """Return a log of figures alone, without a list."""
    numbers = range(1, weeks + 1)
    return Log(weeks=[week(n, outcomes=counts) for n in numbers], enquiries=[])


def test_typed_totals_are_enquiries_noted_without_a_source() -> None:
    words = words_of(facts(typed(13, leads_asked=5.0, leads_tagged=3.0), 13))
    assert "65 enquiries were noted in them" in words.learned.lead
    assert "65 only as a weekly figure" in words.learned.lead
    assert "Of none of the enquiries it is noted where it came from" in words.learned.cautions[0]


def test_where_conversations_are_counted_no_sentence_calls_them_enquiries() -> None:
    log = replace(typed(12, **{TALKS: 4.0}), total_kpi=TALKS)
    words = words_of(facts(log, 12))
    assert words.counted.lead.startswith("This review counts conversations")
    assert "48 conversations were noted" in words.learned.lead
    assert "conversations are expected" in words.forecasts.coming
    assert words.learned.unit == "conversations, in the long run, for ten full hours"
    assert "conversations a week" in words.proposed.planner_lead
    about = (words.learned, words.forecasts, words.proposed)
    assert not [text for text in texts(about) if "enquir" in text.lower()]


def test_money_is_reckoned_from_enquiries_whatever_is_counted() -> None:
    log = steady_log(26, *SOURCES)
    talks = [replace(each, outcomes={TALKS: 40.0}) for each in log.weeks]
    both = (
        facts(replace(log, weeks=talks), 26),
        facts(Log(weeks=talks, enquiries=log.enquiries, total_kpi=TALKS), 26),
    )
    assert both[1].found.learning.outcomes == 26 * 40
    assert both[0].found.returns == both[1].found.returns
    assert words_of(both[0]).returns == words_of(both[1]).returns


@pytest.mark.parametrize(
    ("weeks", "sources", "kpi", "is_said"),
    [
        (8, ("",), "", True),
        (7, ("",), "", False),
        (8, ("", ""), "", False),
        (8, ("",), TALKS, False),
    ],
)
def test_few_enquiries_after_eight_weeks_call_for_another_count(
    weeks: int, sources: Sequence[str], kpi: str, *, is_said: bool
) -> None:
    log = replace(steady_log(weeks, *sources), total_kpi=kpi)
    advice = words_of(facts(log, weeks)).counted.advice
    assert advice.startswith("You note fewer than two enquiries a week") is is_said


def switched(off_hours: float) -> Log:
    """Return twelve weeks: the Facebook page on for six, then off with so many hours."""
    weeks = [week(n, {**PLAN, "facebook_page": 2.0 if n < 7 else off_hours}) for n in range(1, 13)]
    noted = [each for n in range(1, 13) for each in enquiries(n, *[""] * (9 if n < 7 else 3))]
    return Log(weeks=weeks, enquiries=noted)


TEST = KeptTest(activity_id="facebook_page", monday=MONDAY, weeks=6, hours=2.0)


def told(log: Log, weeks: int = 12, test: KeptTest = TEST) -> str:
    (said,) = words_of(facts(log, weeks, tests=(test,))).tests
    return said.text.replace("\u00a0", " ")


def test_a_test_kept_says_what_differs_and_which_weeks_were_left_out() -> None:
    said = told(switched(0.0))
    assert said.startswith("45 enquiries in 5 weeks on, 15 in 5 weeks off.")
    assert "The first week after each switch does not count." in said
    assert "There were more enquiries in the weeks with it than chance explains" in said


def test_a_test_that_was_not_kept_gives_no_verdict_and_says_why() -> None:
    said = told(switched(1.0))
    assert "Too few weeks count on one side or both" in said
    assert "6 weeks off in which it got hours all the same" in said
    assert "chance explains" not in said
    lazy = replace(TEST, hours=5.0)
    assert "6 weeks on in which it got less than half of its hours" in told(
        switched(0.0), test=lazy
    )


def test_a_test_is_judged_by_what_it_was_planned_to_be_judged_by() -> None:
    log = switched(0.0)
    weeks = [replace(each, outcomes={TALKS: 20.0}) for each in log.weeks]
    counted = replace(log, weeks=weeks, total_kpi=TALKS)
    assert told(counted).startswith("45 enquiries in 5 weeks on")
    talks = replace(TEST, counted=TALKS)
    assert told(replace(counted, total_kpi=""), test=talks).startswith("100 conversations in 5")


def test_a_planned_test_says_when_it_is_on_and_off_and_no_other_is_suggested() -> None:
    coming = replace(TEST, monday=MONDAY + 12 * WEEK)
    words = words_of(facts(steady_log(12, *SOURCES), 12, tests=(coming,)))
    planned = words.proposed.planned.replace("\u00a0", " ")
    assert planned == (
        "On/off test of Facebook page. On from 29 March 2027 to 9 May 2027, "
        "off from 10 May 2027 to 20 June 2027."
    )
    assert words.proposed.probe is None


def test_no_test_is_suggested_that_would_not_tell() -> None:
    found = words_of(facts(steady_log(26, *SOURCES), 26)).proposed.probe
    assert found is not None
    assert found.weeks == 0
    assert found.text.startswith("Most in doubt: ")
    assert "longer than half a year" in found.text
    assert "ask every enquiry how they found you" in found.text


def test_a_rule_that_was_acted_on_is_neither_due_nor_looked_to() -> None:
    log = typed(13, conversations_started=0.0)
    found = facts(log, 13)
    before = words_of(found)
    due = [each for each in before.rules.fired if each.kpi_id == TALKS]
    assert due
    assert any(each.startswith("Agreed, and due now") for each in before.focus)
    day = found.case.today
    done = {each.key: day for each in before.rules.fired}
    assert set(done) <= {rule_key(rule) for rule in found.case.rules}
    after = words_of(replace(found, done=done))
    assert not after.rules.fired
    assert not any("due now" in each for each in after.focus)
    assert any(row[2].startswith("Marked as done on") for row in after.rules.rules.rows)


def test_a_count_just_below_what_was_agreed_is_said_to_be_close() -> None:
    found = facts(typed(13), 13)
    rule = next(r for r in found.case.rules if r.kind is DecisionKind.CONVERSATIONS)
    assert rule.threshold is not None
    near = words_of(facts(typed(13, **{TALKS: rule.threshold - 0.1}), 13)).rules.rules.rows
    assert any(row[2] == "Do what was agreed; so close, it may be chance" for row in near)
