"""Decision rules with dates, derived from plan and KPIs."""

from functools import cache

import pytest

from socialplanner.domain.answers import Answer
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.kpi import TRACED
from tests.domain.assessments import assessment, firm_with
from tests.domain.builders import shipped_catalogue
from tests.domain.checks import wrong_rules
from tests.domain.firms import FIRMS

HOURS = (2.0, 3.0, 8.0, 20.0, 40.0)
ADA: dict[str, str | float] = {"name": "Ada", "hours": 4.0, "strength": "talking"}


@cache
def told(name: str, hours: float) -> Assessment:
    """Return a firm that also said what everything costs and brings."""
    return assessment(with_money(name, hours_per_week=hours))


def with_money(name: str, **more: Answer) -> dict[str, Answer]:
    """Return a firm's answers with the figures that money rules need."""
    money: dict[str, Answer] = {"hour_cost": 35.0, "close_rate": 4.0, "order_value": 300.0}
    return firm_with(name, **{**money, **more})


def moves(found: Assessment) -> list[DecisionRule]:
    """Return the rules that move hours."""
    return [rule for rule in found.rules if rule.hours]


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("name", FIRMS)
def test_every_rule_is_decided_at_a_review_and_by_a_positive_number(
    name: str, hours: float
) -> None:
    found = told(name, hours)
    assert found.rules
    dates = [rule.by for rule in found.rules]
    assert dates == sorted(dates)
    assert set(dates) <= set(found.roadmap.reviews)
    kpis = shipped_catalogue().kpis
    for rule in found.rules:
        assert rule.kpi_id in kpis
        assert rule.threshold is None or rule.threshold > 0


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("name", FIRMS)
def test_a_rule_moves_hours_that_are_there_to_where_they_may_be(name: str, hours: float) -> None:
    assert wrong_rules(told(name, hours)) == []


def test_no_rule_sends_hours_to_people_who_have_none_left_for_talking() -> None:
    found = assessment(with_money("saas_start_up", people=(ADA,)))
    assert found.plan.hours_of(Mode.NETWORK) == 4.0
    modes = {a.id: a.mode for a in found.plan.activities}
    for rule in moves(found):
        if rule.to_activity and modes[rule.to_activity] is Mode.NETWORK:
            assert modes[rule.from_activity] is Mode.NETWORK


def rule_of(found: Assessment, kind: DecisionKind) -> DecisionRule:
    """Return the only rule of a kind."""
    (rule,) = [rule for rule in found.rules if rule.kind is kind]
    return rule


@pytest.mark.parametrize("name", FIRMS)
def test_one_conversation_is_expected_for_each_hour_of_networking(name: str) -> None:
    found = told(name, 20.0)
    rule = rule_of(found, DecisionKind.CONVERSATIONS)
    assert rule.threshold == max(1, int(found.plan.hours_of(Mode.NETWORK)))
    assert rule.by == found.roadmap.reviews[1]
    modes = {a.id: a.mode for a in found.plan.activities}
    assert not rule.hours or modes[rule.from_activity] is Mode.MEDIA


@pytest.mark.parametrize("name", FIRMS)
def test_eight_in_ten_enquiries_are_to_be_asked_before_anything_is_concluded(name: str) -> None:
    rule = rule_of(told(name, 8.0), DecisionKind.ASKED)
    assert (rule.threshold, rule.hours, rule.to_activity) == (0.8, 0.0, "")


@pytest.mark.parametrize("name", FIRMS)
def test_half_of_the_hours_of_what_already_runs_are_to_be_kept(name: str) -> None:
    found = told(name, 8.0)
    for rule in found.rules:
        if rule.kind is DecisionKind.KEPT_HOURS:
            assert rule.threshold == found.plan.hours[rule.from_activity] / 2
            assert rule.by == found.roadmap.reviews[0]
            spans = {span.activity_id: span for span in found.roadmap.spans}
            assert spans[rule.from_activity].run_week < 4


def test_traced_enquiries_are_those_that_breaking_even_would_show() -> None:
    found = told("plumber", 8.0)
    rules = [rule for rule in found.rules if rule.kind is DecisionKind.TRACED_ENQUIRIES]
    needed = {ledger.mode: ledger.traced_enquiries for ledger in found.returns.ledgers}
    modes = {kpi_id: mode for mode, kpi_id in TRACED.items()}
    assert len(rules) == 2
    for rule in rules:
        expected = needed[modes[rule.kpi_id]]
        assert expected is not None
        assert rule.threshold is not None
        assert expected <= rule.threshold < max(expected, 1) + 1
        assert rule.origin is Origin.OWNER
        assert rule.by == found.roadmap.reviews[-1]


def test_without_figures_of_money_no_rule_speaks_of_traced_enquiries() -> None:
    found = assessment(FIRMS["plumber"].answers)
    assert all(rule.kind is not DecisionKind.TRACED_ENQUIRIES for rule in found.rules)


@pytest.mark.parametrize("name", FIRMS)
def test_no_rule_moves_more_than_the_plan_allows_and_no_activity_gives_twice(name: str) -> None:
    found = told(name, 12.0)
    hours = found.plan.hours
    moving = [rule for rule in found.rules if rule.hours]
    for rule in moving:
        source = shipped_catalogue().activity(rule.from_activity)
        assert rule.hours <= 1.0
        assert hours[rule.from_activity] - rule.hours >= source.min_hours
    sources = [rule.from_activity for rule in moving]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize("name", FIRMS)
def test_no_rule_leaves_the_target_band_that_the_plan_is_in(name: str) -> None:
    found = told(name, 12.0)
    modes = {a.id: a.mode for a in found.plan.activities}
    for rule in found.rules:
        if rule.hours and found.target.low <= found.plan.network_share <= found.target.high:
            gain = (modes[rule.to_activity] is Mode.NETWORK) - (
                modes[rule.from_activity] is Mode.NETWORK
            )
            network = found.plan.hours_of(Mode.NETWORK) + gain * rule.hours
            share = network / found.plan.hours_per_week
            assert found.target.low - 1e-9 <= share <= found.target.high + 1e-9


def test_no_rule_asks_for_more_traced_enquiries_than_there_are_now() -> None:
    few = assessment(with_money("plumber", enquiries_per_month=0.5))
    assert all(rule.kind is not DecisionKind.TRACED_ENQUIRIES for rule in few.rules)
