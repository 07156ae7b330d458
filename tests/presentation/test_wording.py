"""The sentences of the method, each checked against the values it is made from."""

from datetime import date

import pytest

from socialplanner.domain.answers import TableRow
from socialplanner.domain.constraints import Constraint, Rule
from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.scoring import BrandType
from socialplanner.domain.stability import StabilityLabel
from socialplanner.presentation import formats, wording
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import SAMPLES, changed, sample_assessment

DAY = date(2027, 2, 26)
MAKER: tuple[TableRow, ...] = ({"name": "A", "hours": 2.0, "strength": "making"},)
PAIRS = (
    (BrandType.QUIET, BrandType.BROADCASTER),
    (BrandType.QUIET, BrandType.CONNECTOR),
    (BrandType.BROADCASTER, BrandType.BALANCED),
    (BrandType.CONNECTOR, BrandType.BALANCED),
)


KPI = {DecisionKind.TRACED_ENQUIRIES: "leads_tagged"}


def rule(kind: DecisionKind, threshold: float | None, source: str = "newsletter") -> DecisionRule:
    return DecisionRule(
        kind=kind,
        by=DAY,
        kpi_id="leads_asked" if source == "local_events" else KPI.get(kind, "link_clicks"),
        threshold=threshold,
        origin=Origin.DEFAULT,
        hours=1.0,
        from_activity=source,
        to_activity="reply_desk",
    )


def sentence(found: DecisionRule) -> str:
    return wording.decision_sentence(shipped_catalogue(), found)


def conflict(hours: float, *constraints: Constraint) -> str:
    return wording.conflict_sentence(shipped_catalogue(), InfeasibleError(constraints, hours))


@pytest.mark.parametrize("kind", BrandType)
def test_every_type_has_a_headline_and_a_sentence_without_blame(kind: BrandType) -> None:
    text = wording.type_headline((kind,)) + wording.type_sentence((kind,))
    assert text.startswith("By your answers")
    assert not {"bad", "poor", "weak", "only", "fail"} & set(text.lower().split())


@pytest.mark.parametrize("types", PAIRS)
def test_between_two_types_both_are_named(types: tuple[BrandType, ...]) -> None:
    for text in (wording.type_headline(types), wording.type_sentence(types)):
        assert all(kind.value in text for kind in types)


def test_near_both_borders_no_type_is_claimed() -> None:
    text = wording.type_headline(tuple(BrandType)) + wording.type_sentence(tuple(BrandType))
    assert not any(kind.value in text for kind in BrandType if kind is not BrandType.QUIET)


def test_without_scores_no_type_is_claimed() -> None:
    assert "not enough answers" in wording.type_sentence(())


def test_every_origin_and_every_label_has_words() -> None:
    assert set(wording.ORIGINS) == set(Origin)
    assert set(wording.LABELS) == set(StabilityLabel)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_decision_names_its_date_and_both_activities(name: str) -> None:
    catalogue = shipped_catalogue()
    for found in sample_assessment(name).rules:
        text = sentence(found)
        assert formats.day(found.by) in text
        for activity_id in (found.from_activity, found.to_activity):
            assert not activity_id or f"“{catalogue.activity(activity_id).short}”" in text
        assert text.startswith("If ")
        assert text.endswith(".")


@pytest.mark.parametrize(
    ("kind", "threshold", "words"),
    [
        (DecisionKind.CONVERSATIONS, 1.0, "there is not one real conversation a week"),
        (DecisionKind.CONVERSATIONS, 2.0, "there are fewer than two real conversations a week"),
        (DecisionKind.CONVERSATIONS, 12.0, "there are fewer than 12 real conversations a week"),
        (DecisionKind.ASKED, 0.8, "fewer than eight of ten enquiries were asked"),
        (DecisionKind.EARLY_SIGN, None, "the figure for “Clicks on tagged links” is clearly lower"),
        (
            DecisionKind.TRACED_ENQUIRIES,
            1.0,
            "not one enquiry a month can be traced to what you publish, by a tag",
        ),
        (DecisionKind.TRACED_ENQUIRIES, 3.0, "fewer than three enquiries a month"),
        (DecisionKind.KEPT_HOURS, 1.75, "got less than half of its 3½\u00a0hours in most weeks"),
        (DecisionKind.KEPT_HOURS, 0.5, "got less than half of its one hour in most weeks"),
    ],
)
def test_a_condition_can_be_counted(
    kind: DecisionKind, threshold: float | None, words: str
) -> None:
    assert words in sentence(rule(kind, threshold))


def test_networking_is_traced_to_people() -> None:
    text = sentence(rule(DecisionKind.TRACED_ENQUIRIES, 3.0, "local_events"))
    assert "traced to a person, a group or a talk" in text


def test_too_few_answers_move_no_hours() -> None:
    text = sentence(rule(DecisionKind.ASKED, 0.8))
    assert "change nothing else yet" in text
    assert "“" not in text


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_rule_says_whose_number_it_rests_on(kind: DecisionKind) -> None:
    assert wording.decision_basis(rule(kind, 1.0))


def test_a_conflict_names_every_constraint_and_what_to_do() -> None:
    text = conflict(
        6.25,
        Constraint(rule=Rule.PINNED, activity_id="articles", low=2.0),
        Constraint(rule=Rule.DECLINED, activity_id="reply_desk", high=0.0),
        Constraint(rule=Rule.HYGIENE, activity_id="reply_desk", low=0.5),
        Constraint(rule=Rule.NO_PLATFORM, activity_id="pinterest", high=0.0),
        Constraint(rule=Rule.NO_MONEY, activity_id="boosted_posts", high=0.0),
        Constraint(rule=Rule.UNSUITED, activity_id="gbp_posts", high=0.0),
        Constraint(rule=Rule.MOVE_LIMIT, activity_id="newsletter", low=0.5, high=1.0),
        Constraint(rule=Rule.TALKING_HOURS, high=1.0),
        Constraint(rule=Rule.MOST_ACTIVITIES, high=5.0),
        Constraint(rule=Rule.MOST_PLATFORMS, high=3.0),
    )
    assert text.startswith("No plan of 6.25 hours a week can meet all of this together: ")
    assert text.endswith("and try again.")
    assert text.count("; ") == 9
    for words in (
        "“articles” is pinned and needs at least two hours",
        "“reply_desk” is declined",
        "every plan of three hours or more keeps half an hour for “reply_desk”",
        "“pinterest” needs pinterest in business.platforms",
        "“boosted_posts” needs money",
        "“gbp_posts” is not offered to this kind of business",
        "“newsletter” may move only to ½–1 hour from the earlier plan",
        "have 1 hour a week together",
        "holds at most 5 activities",
        "on at most 3 platforms",
    ):
        assert words in text


def test_a_conflict_of_one_is_in_the_singular() -> None:
    text = conflict(1.0, Constraint(rule=Rule.PINNED, activity_id="own_community", low=2.0))
    assert text == (
        "No plan of 1 hour a week can meet this: “own_community” is pinned and needs at least "
        "two hours. Take “own_community” out of pinned, and try again."
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_split_in_hours_adds_up_to_the_plan(name: str) -> None:
    found = sample_assessment(name)
    text = wording.hours_split(shipped_catalogue(), found)
    for mode in Mode:
        assert formats.hours(found.plan.hours_of(mode)) in text


def test_a_plan_of_one_mode_says_so_without_a_nought() -> None:
    found = changed("cafe", hours_per_week=2.0, people=MAKER)
    assert wording.hours_split(shipped_catalogue(), found) == "All of it is for social media"


def test_changes_list_what_shrinks_first_and_say_when_there_are_none() -> None:
    catalogue = shipped_catalogue()
    text = wording.changes_text(catalogue, {"newsletter": 1.0, "articles": -2.0})
    assert text == "Guides and articles −2\u00a0h, Email newsletter +1\u00a0h"
    assert wording.changes_text(catalogue, {}) == "the same plan"


def test_a_count_has_no_divisor_and_a_rate_has_one() -> None:
    kpis = shipped_catalogue().kpis
    assert "÷" not in wording.formula(kpis["reach"])
    assert "÷" in wording.formula(kpis["engagement_rate"])
