"""The facts of the business, drawn from the answers."""

import pytest

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.business import (
    ESSENTIAL,
    Business,
    Person,
    business_of,
)
from tests.domain.assessments import firm_with
from tests.domain.firms import FIRMS


def facts(**answers: Answer) -> Business:
    """Return the facts of the plumber with some other answers."""
    return business_of(firm_with("plumber", **answers))


def test_what_was_said_is_what_is_known() -> None:
    found = facts()
    assert (found.kind, found.hours_per_week, found.patience) == ("local_service", 4.0, "quarter")
    assert found.goals == ("leads", "reputation", "referrals")
    assert found.platforms == {"facebook", "google_business", "whatsapp"}


@pytest.mark.parametrize("silence", [*NoAnswer, None])
def test_what_was_not_said_is_not_known(silence: NoAnswer | None) -> None:
    names = ("stage", "audience", "sales_cycle", "order_value", "people", "tools", "hour_cost")
    answers: dict[str, Answer] = dict(FIRMS["plumber"].answers)
    for name in names:
        answers.pop(f"business.{name}", None)
        if silence is not None:
            answers[f"business.{name}"] = silence
    found = business_of(answers)
    assert (found.stage, found.audience, found.sales_cycle) == (None, None, None)
    assert (found.order_value, found.people, found.hour_cost) == (None, None, None)
    assert found.tools == frozenset()


def test_no_tools_is_no_tool() -> None:
    assert facts(tools=("none",)).tools == frozenset()
    assert facts(tools=("crm", "scheduler")).tools == {"crm", "scheduler"}


def test_margin_needs_both_order_value_and_percent() -> None:
    assert facts(order_value=200.0, margin_percent=60.0).margin_per_sale == 120
    assert facts(order_value=NoAnswer.UNKNOWN).margin_per_sale is None
    assert facts(margin_percent=NoAnswer.UNKNOWN).margin_per_sale is None
    assert facts(order_value=0.0).margin_per_sale == 0


@pytest.mark.parametrize(
    ("cycle", "is_long"),
    [("same_day", False), ("week", False), ("month", False), ("quarter", True), ("longer", True)],
)
def test_a_quarter_and_longer_is_a_long_cycle(cycle: str, *, is_long: bool) -> None:
    assert facts(sales_cycle=cycle).has_long_cycle == is_long


@pytest.mark.parametrize(
    ("stage", "is_new"),
    [("pre_sale", True), ("young", True), ("growing", False), ("steady", False)],
)
def test_before_the_first_sale_and_young_is_new(stage: str, *, is_new: bool) -> None:
    assert facts(stage=stage).is_new == is_new


def row(name: str, strength: str) -> dict[str, str | float]:
    """Return the row of somebody with two hours a week."""
    return {"name": name, "hours": 2.0, "strength": strength}


def test_people_keep_their_strengths() -> None:
    strengths = {"A": "talking", "B": "making", "C": "both"}
    rows = tuple(row(name, strength) for name, strength in strengths.items())
    people = facts(people=rows).people or ()
    assert [person.can_talk for person in people] == [True, False, True]
    assert [person.can_make for person in people] == [False, True, True]
    assert facts(people=rows).talking_hours == 4.0
    assert people[0] == Person(name="A", hours=2.0, strength="talking")


@pytest.mark.parametrize("gone", ESSENTIAL)
@pytest.mark.parametrize("silence", [*NoAnswer, None])
def test_an_essential_answer_that_is_missing_is_named(gone: str, silence: NoAnswer | None) -> None:
    answers: dict[str, Answer] = dict(FIRMS["plumber"].answers)
    del answers[gone]
    if silence is not None:
        answers[gone] = silence
    with pytest.raises(KeyError, match=gone):
        business_of(answers)
