"""The assessment as JSON: every path, full precision, and nothing that is no JSON."""

import json
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner import paths
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.exchange.answers_file import AnswersFile, read_answers_file
from socialplanner.exchange.assessment_file import assessment_record, assessment_text

TODAY = date(2027, 1, 4)
Node = Any  # what json.loads gives


def assessed(catalogue: Catalogue, file: AnswersFile) -> Assessment:
    return assess(catalogue, file.profile, file.answers, file.choices, TODAY)


@pytest.fixture(scope="module")
def cafe(catalogue: Catalogue) -> Assessment:
    return assessed(catalogue, read_answers_file(catalogue, paths.samples_dir() / "cafe.toml"))


@pytest.fixture(scope="module")
def record(catalogue: Catalogue, cafe: Assessment) -> Node:
    return json.loads(assessment_text(catalogue, cafe))


def test_the_order_of_the_parts_is_fixed(record: Node) -> None:
    assert list(record) == [
        "catalogue_version",
        "date",
        "profile",
        "choices",
        "answers",
        "scores",
        "overall",
        "types",
        "mix",
        "target",
        "gaps",
        "plan",
        "hours",
        "return",
        "kpis",
        "links",
        "roadmap",
        "decision_rules",
        "flip_test",
        "scenarios",
        "open_points",
        "assumptions",
    ]


def test_scores_stand_by_dimension_and_mode(record: Node, cafe: Assessment) -> None:
    for (dimension, mode), cell in cafe.scores.cells.items():
        shown = record["scores"][dimension][mode]
        assert shown["value"] == cell.value
        assert shown["standard_error"] == cell.standard_error
        assert shown["coverage"] == cell.coverage
    assert set(record["overall"]["network"]) == {"value", "standard_error"}


def test_numbers_keep_their_full_precision(record: Node, cafe: Assessment) -> None:
    assert record["mix"]["practice_network_share"] == cafe.present.practice.value
    assert record["mix"]["hours_network_share"] == cafe.present.hours_network_share
    assert record["mix"]["say_do_gap"] == cafe.present.say_do_gap
    assert record["target"]["network_share"] == cafe.target.network_share
    assert record["plan"]["value"] == cafe.plan.value
    assert record["return"]["break_even_enquiries"] == cafe.returns.break_even_enquiries


def test_the_terms_of_the_target_explain_all_of_it(record: Node) -> None:
    points = sum(term["points"] for term in record["target"]["terms"])
    assert 50 + points == pytest.approx(100 * record["target"]["network_share"])


def test_the_five_largest_gaps_carry_the_next_steps_in_words(record: Node) -> None:
    gaps = record["gaps"]
    assert len(gaps) == 5
    assert [gap["weighted"] for gap in gaps] == sorted((g["weighted"] for g in gaps), reverse=True)
    step = gaps[0]["next_steps"][0]
    assert set(step) == {"question_id", "level", "level_text", "next_text"}


def test_the_plan_names_hours_and_how_sure_each_activity_is(record: Node) -> None:
    plan = record["plan"]
    assert sum(each["hours"] for each in plan["activities"]) == plan["hours_per_week"] == 5
    for each in plan["activities"]:
        assert {"id", "name", "mode", "hours", "marginal_value", "chosen_share", "label"} <= set(
            each
        )
    assert plan["price"] == 1 - plan["value"] / plan["free_value"]
    assert plan["network_share_low"] <= plan["network_share_high"]
    assert plan["curve"]
    assert {"gain", "changes"} == set(plan["next_half_hour"])


def test_the_nine_hours_rows_stand_now_and_planned(record: Node) -> None:
    rows = record["hours"]["rows"]
    assert len(rows) == 9
    assert sum(row["now"] for row in rows) == 6
    assert sum(row["plan"] for row in rows) == pytest.approx(5)
    assert record["hours"]["releases"][0]["question_id"] == "hours.publishing"


def test_the_return_tells_the_owners_figures_from_our_assumptions(record: Node) -> None:
    returns = record["return"]
    assert returns["monthly_cost"] == 5 * 4.33 * 18
    assert returns["break_even_customers"] == pytest.approx(returns["monthly_cost"] / 6)
    assert returns["inputs"]["hour_cost"] == {"value": 18, "origin": "owner"}
    assert returns["assumed"]["weeks_per_month"] == {"value": 4.33, "origin": "default"}
    assert set(returns["ledgers"]) == {"media", "network"}


def test_decision_rules_are_whole_sentences_with_their_day(record: Node) -> None:
    for rule in record["decision_rules"]:
        assert date.fromisoformat(rule["by"]) > TODAY
        assert rule["text"].endswith(".")
        assert rule["basis"]


def test_the_flip_test_says_the_answer_and_the_other_one(record: Node) -> None:
    assert 1 <= len(record["flip_test"]) <= 3
    for flip in record["flip_test"]:
        assert flip["answer"] != flip["other"]
        assert flip["changes"]


def test_every_assumption_of_the_method_carries_its_origin(
    record: Node, catalogue: Catalogue
) -> None:
    assert len(record["assumptions"]) == len(catalogue.assumptions)
    assert all(each["origin"] and each["text"] for each in record["assumptions"])


def test_answers_stand_as_a_file_would_hold_them(record: Node) -> None:
    assert record["answers"]["effort.human_messages"] == "not_applicable"
    assert record["answers"]["content.formats"] == ["picture", "story", "short_video"]
    assert record["answers"]["business.people"][0]["strength"] == "both"


def test_what_is_not_known_is_null(catalogue: Catalogue, read: Callable[..., AnswersFile]) -> None:
    record: Node = assessment_record(catalogue, assessed(catalogue, read()))
    for dimension in Dimension:
        for mode in Mode:
            assert record["scores"][dimension][mode]["value"] is None
    assert record["mix"]["practice_network_share"] is None
    assert record["return"]["monthly_cost"] is None
    assert record["return"]["missing"]
    assert record["hours"]["to_find"] is None
    assert record["gaps"] == []
    assert record["open_points"]


def test_the_same_answers_and_day_give_the_same_text(
    catalogue: Catalogue, cafe: Assessment
) -> None:
    again = assessed(catalogue, read_answers_file(catalogue, paths.samples_dir() / "cafe.toml"))
    assert assessment_text(catalogue, cafe) == assessment_text(catalogue, again)


def test_other_scripts_are_written_as_they_are(
    catalogue: Catalogue, read: Callable[..., AnswersFile]
) -> None:
    file = read({"profile/name": "Café 漢字 🧶"})
    text = assessment_text(catalogue, assessed(catalogue, file))
    assert "Café 漢字 🧶" in text
    assert text.endswith("}\n")


AMOUNTS = st.sampled_from([0, 1e-6, 1, 100, 1e12]) | st.floats(1e-6, 1e12)


@settings(max_examples=25)
@given(
    numbers=st.fixed_dictionaries(
        {},
        optional={
            "order_value": AMOUNTS,
            "margin_percent": st.floats(1e-6, 100),
            "orders_per_year": AMOUNTS,
            "close_rate": st.sampled_from([0, 1e-6, 10]),
            "hour_cost": AMOUNTS,
            "ad_budget_per_week": AMOUNTS,
            "hours_per_week": st.floats(1, 80),
        },
    ),
    kind=st.sampled_from(["b2b_services", "ecommerce", "local_service", "creator"]),
    repeat=st.sampled_from(["0", "9_10"]),
)
def test_any_numbers_that_are_accepted_give_a_finite_assessment(
    catalogue: Catalogue,
    read: Callable[..., AnswersFile],
    numbers: dict[str, float],
    kind: str,
    repeat: str,
) -> None:
    business = {**numbers, "kind": kind, "repeat_buyers": repeat}
    file = read({f"answers/business/{name}": said for name, said in business.items()})
    try:
        record = assessment_record(catalogue, assessed(catalogue, file))
    except InfeasibleError:
        return
    assert all(isfinite(number) for number in numbers_in(record))


def numbers_in(node: Node) -> list[float]:
    """Return every number in a record."""
    if isinstance(node, dict):
        return [number for each in node.values() for number in numbers_in(each)]
    if isinstance(node, list):
        return [number for each in node for number in numbers_in(each)]
    return [node] if isinstance(node, int | float) else []
