"""Decision rules put to the log: they hold, fire, wait, or say that too little was logged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialplanner.domain.counted_log import Log
from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.ids import Origin
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.roadmap import WEEK, ActivitySpan, Roadmap
from socialplanner.domain.rule_check import RuleCase, RuleCheck, RuleState, check_rule, check_rules
from tests.domain.assessments import firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import LONG_AFTER, MONDAY, enquiries, week

BY = MONDAY + 8 * WEEK - timedelta(days=3)
"""The Friday of the eighth week."""
ROADMAP = replace(firm_assessment("tax_adviser").roadmap, start=MONDAY)
TALKS = "conversations_started"


def rule(
    kind: DecisionKind, kpi_id: str, threshold: float | None, watched: str = ""
) -> DecisionRule:
    """Return a rule for the second review."""
    return DecisionRule(
        kind=kind,
        by=BY,
        kpi_id=kpi_id,
        threshold=threshold,
        origin=Origin.DEFAULT,
        from_activity=watched,
    )


KEPT = rule(DecisionKind.KEPT_HOURS, "hours_logged", 0.5, "linkedin_posts")
TALKED = rule(DecisionKind.CONVERSATIONS, TALKS, 3.0)
ASKED = rule(DecisionKind.ASKED, "share_asked", 0.8)
SIGN = rule(DecisionKind.EARLY_SIGN, "profile_visits", None)
POSTS = rule(DecisionKind.TRACED_ENQUIRIES, "leads_tagged", 2.0)
PEOPLE = rule(DecisionKind.TRACED_ENQUIRIES, "leads_asked", 2.0)


def check(
    one: DecisionRule,
    weeks: Sequence[LoggedWeek],
    noted: Sequence[Enquiry] = (),
    *,
    today: date = LONG_AFTER,
    roadmap: Roadmap = ROADMAP,
) -> RuleCheck:
    """Return what a log says about a rule."""
    log = Log(weeks=weeks, enquiries=noted)
    return check_rule(
        RuleCase(catalogue=shipped_catalogue(), roadmap=roadmap, log=log, today=today), one
    )


def eight(**counts: float) -> list[LoggedWeek]:
    """Return eight weeks with the same outcomes."""
    return [week(number, outcomes=counts) for number in range(1, 9)]


def test_no_rule_is_judged_before_its_date() -> None:
    found = check(TALKED, eight(conversations_started=0.0), today=BY - timedelta(days=1))
    assert (found.state, found.figure, found.against) == (RuleState.NOT_DUE, None, 3.0)
    assert check(TALKED, eight(conversations_started=0.0), today=BY).state is RuleState.FIRES


@pytest.mark.parametrize(
    ("count", "state"), [(2.9, RuleState.FIRES), (3.0, RuleState.HOLDS), (9.0, RuleState.HOLDS)]
)
def test_conversations_are_a_mean_a_week(count: float, state: RuleState) -> None:
    found = check(TALKED, eight(conversations_started=count))
    assert found.state is state
    assert found.figure == pytest.approx(count)
    assert (found.weeks, found.wanted) == (8, 8)


@pytest.mark.parametrize(("logged", "state"), [(3, RuleState.NOT_ENOUGH), (4, RuleState.FIRES)])
def test_a_rule_is_judged_once_half_of_its_weeks_were_logged(logged: int, state: RuleState) -> None:
    some = eight(conversations_started=0.0)[:logged]
    assert check(TALKED, some).state is state
    assert check(TALKED, []).state is RuleState.NOT_ENOUGH


def test_hours_count_from_the_week_in_which_the_activity_was_to_run() -> None:
    spans = (
        ActivitySpan(
            activity_id="linkedin_posts", mode=ROADMAP.spans[0].mode, set_up_week=1, run_week=5
        ),
    )
    later = replace(ROADMAP, spans=spans)
    hours = [week(n, {"linkedin_posts": 9.0 if n < 5 else 0.25}) for n in range(1, 9)]
    found = check(KEPT, hours, roadmap=later)
    assert (found.state, found.figure) == (RuleState.FIRES, 0.25)
    assert (found.weeks, found.wanted) == (4, 4)


def test_odd_weeks_and_weeks_after_the_date_are_no_evidence() -> None:
    weeks = [
        *eight(conversations_started=1.0)[:7],
        week(8, outcomes={TALKS: 90.0}, is_odd=True),
        week(9, outcomes={TALKS: 90.0}),
    ]
    found = check(TALKED, weeks)
    assert (found.figure, found.weeks) == (1.0, 7)


@pytest.mark.parametrize(
    ("known", "unknown", "state"),
    [(8, 2, RuleState.HOLDS), (7, 3, RuleState.FIRES), (0, 0, RuleState.NOT_ENOUGH)],
)
def test_asked_is_the_share_of_enquiries_whose_source_was_looked_for(
    known: int, unknown: int, state: RuleState
) -> None:
    noted = [*enquiries(2, *[""] * known), *enquiries(3, *[""] * unknown, trace="")]
    found = check(ASKED, [], noted)
    assert found.state is state
    assert found.figure == (pytest.approx(known / 10) if noted else None)


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        (10.0, 4.0, RuleState.FIRES),
        (10.0, 9.0, RuleState.MAY_BE_CHANCE),
        (4.0, 3.9, RuleState.MAY_BE_CHANCE),
        (10.0, 10.0, RuleState.HOLDS),
        (10.0, 12.0, RuleState.HOLDS),
    ],
)
def test_an_early_sign_is_put_to_the_four_weeks_before(
    before: float, after: float, state: RuleState
) -> None:
    weeks = [week(n, outcomes={"profile_visits": before if n < 5 else after}) for n in range(1, 9)]
    found = check(SIGN, weeks)
    assert (found.state, found.figure, found.against) == (state, after, before)


def test_an_early_sign_needs_both_sides() -> None:
    weeks = [week(n, outcomes={"profile_visits": 5.0}) for n in range(5, 9)]
    assert check(SIGN, weeks).state is RuleState.NOT_ENOUGH


def test_traced_enquiries_count_for_their_mode_by_the_month_of_logged_weeks() -> None:
    noted = [
        *enquiries(1, "linkedin_posts", "linkedin_dialogue"),
        *enquiries(6, "linkedin_posts", trace="tag"),
        *enquiries(9, "linkedin_posts", trace="tag"),
    ]
    posts, people = (check(one, eight(), noted) for one in (POSTS, PEOPLE))
    assert posts.figure == pytest.approx(2 / 8 * 4.33)
    assert people.figure == pytest.approx(1 / 8 * 4.33)
    assert posts.state is people.state is RuleState.FIRES
    half = check(POSTS, eight()[:5], noted)
    assert half.figure == pytest.approx(1 / 5 * 4.33)


def test_typed_totals_count_where_nothing_is_listed() -> None:
    typed = [week(n, outcomes={"leads_asked": 5.0, "leads_tagged": 3.0}) for n in range(1, 9)]
    posts, people = (check(one, typed) for one in (POSTS, PEOPLE))
    assert posts.figure == pytest.approx(3 * 4.33)
    assert people.figure == pytest.approx(5 * 4.33)
    assert posts.state is people.state is RuleState.HOLDS


def test_a_larger_typed_figure_stands_in_for_the_list_and_is_never_added_to_it() -> None:
    noted = enquiries(1, "linkedin_posts", "linkedin_posts", trace="tag")
    for typed, most in ((1.0, 2), (2.0, 2), (6.0, 6)):
        weeks = [week(1, outcomes={"leads_tagged": typed}), *eight()[1:]]
        assert check(POSTS, weeks, noted).figure == pytest.approx(most / 8 * 4.33)


def test_without_list_and_figure_traced_enquiries_are_not_known_rather_than_none() -> None:
    for one in (POSTS, PEOPLE):
        found = check(one, eight())
        assert (found.state, found.figure) == (RuleState.NOT_ENOUGH, None)
    listed = enquiries(3, "", trace="")
    assert check(POSTS, eight(), listed).figure == 0.0
    assert check(POSTS, eight(leads_tagged=0.0)).state is RuleState.FIRES


def test_who_was_asked_by_a_typed_figure_counts_as_asked() -> None:
    noted = [*enquiries(2, "", "", "x"), *enquiries(2, *[""] * 7, trace="")]
    assert check(ASKED, eight(), noted).figure == pytest.approx(3 / 10)
    assert check(ASKED, eight(leads_asked=8.0), noted).figure == pytest.approx(8 / 10)
    assert check(ASKED, eight(leads_asked=20.0), noted).figure == 1.0


def test_a_typed_total_alone_does_not_say_that_everybody_was_asked() -> None:
    assert check(ASKED, eight(leads_asked=5.0)).state is RuleState.NOT_ENOUGH
    found = check(ASKED, eight(share_asked=60.0))
    assert found.state is RuleState.FIRES
    assert found.figure == pytest.approx(0.6)


@pytest.mark.parametrize("name", ["tax_adviser", "web_shop", "cafe"])
def test_every_rule_of_a_real_plan_can_be_put_to_an_empty_log_and_to_a_full_one(name: str) -> None:
    made = firm_assessment(name)
    spans = range(made.roadmap.weeks)
    kpis = dict.fromkeys((each.kpi_id for each in made.rules), 0.0)
    full = [
        replace(week(1, {"other": 1.0}, outcomes=kpis), monday=made.roadmap.start + n * WEEK)
        for n in spans
    ]
    asked = [replace(e, day=made.roadmap.start) for e in enquiries(1, "", "", trace="")]
    for weeks, noted, wanted in (((), (), RuleState.NOT_ENOUGH), (full, asked, RuleState.FIRES)):
        case = RuleCase(
            catalogue=shipped_catalogue(),
            roadmap=made.roadmap,
            log=Log(weeks=weeks, enquiries=noted),
            today=LONG_AFTER,
        )
        states = {
            each.state
            for each in check_rules(case, made.rules)
            if each.rule.kind is not DecisionKind.EARLY_SIGN
        }
        assert states == {wanted}
