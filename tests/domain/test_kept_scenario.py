"""Scenarios kept with a profile: they come back as they were, and what is damaged is not said."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.kept_scenario import (
    KEYS,
    LONGEST_NAME,
    KeptScenario,
    free_key,
    kept_scenarios,
    scenario_name,
    scenario_of,
    tried,
    with_scenario,
    with_setting_of,
)
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.supposition import Supposition
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

if TYPE_CHECKING:
    from socialplanner.domain.answers import Answers, TableRow

NOW = Now(
    moment=datetime(2027, 1, 4, 9, tzinfo=UTC), day=date(2027, 1, 4), catalogue_version="1.0.0"
)
RECORD = new_record("1", Profile(name="Anybody"), NOW)
IDS = [activity.id for activity in shipped_catalogue().activities]
NAMES = st.text(min_size=1).map(scenario_name).filter(bool)
SCENARIOS = st.builds(
    KeptScenario,
    name=NAMES,
    supposition=st.builds(
        Supposition,
        hours_per_week=st.integers(2, 160).map(lambda steps: steps / 2),
        patience=st.sampled_from(["month", "quarter", "year"]),
        tools=st.frozensets(st.sampled_from(["scheduler", "crm"])),
        ad_budget_per_week=st.sampled_from([0.0, 25.5]),
    ),
    pinned=st.frozensets(st.sampled_from(IDS[:5]), max_size=2),
    declined=st.frozensets(st.sampled_from(IDS[5:]), max_size=2),
)
PEOPLE = "business.people"
WEEK = st.dictionaries(
    st.sampled_from(["hours.making", "hours.replying"]), st.floats(0, 168), max_size=2
)


@given(SCENARIOS, st.sampled_from(KEYS))
def test_a_scenario_comes_back_as_it_was_kept_and_goes_without_a_trace(
    scenario: KeptScenario, key: str
) -> None:
    kept = with_scenario(RECORD, key, scenario)
    assert kept_scenarios(kept, shipped_catalogue()) == {key: scenario}
    assert with_scenario(kept, key, None) == RECORD
    assert with_setting_of(kept, key, RECORD) == RECORD


@given(st.sampled_from(sorted(FIRMS)), SCENARIOS)
def test_a_scenario_is_the_same_state_whatever_the_answers_become(
    name: str, scenario: KeptScenario
) -> None:
    answers = FIRMS[name].answers
    then, chosen = scenario.answers(answers), scenario.choices(Choices())
    assert scenario_of(scenario.name, then, chosen) == scenario
    assert not scenario.changed(then)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        '{"name": 3}',
        '{"name": "x", "hours": true, "money": 0, "patience": "year"}',
        '{"name": "x", "hours": NaN, "money": 0, "patience": "year"}',
        '{"name": "x", "hours": 5, "money": -1, "patience": "year"}',
        '{"name": "x", "hours": 5, "money": 0, "patience": ["year"]}',
    ],
)
def test_a_damaged_text_counts_as_not_said_and_its_place_is_used_again(text: str) -> None:
    record = replace(RECORD, settings={KEYS[0]: text, "other": "stays"})
    assert kept_scenarios(record, shipped_catalogue()) == {}
    assert free_key(record, shipped_catalogue()) == KEYS[0]


@given(SCENARIOS, WEEK, st.floats(0, 40))
def test_a_way_keeps_the_week_and_who_does_it(
    scenario: KeptScenario, week: dict[str, float], hours: float
) -> None:
    rows: tuple[TableRow, ...] = ({"name": "Ada", "hours": hours, "strength": "talking"},)
    answers: Answers = {**FIRMS["cafe"].answers, **week, PEOPLE: rows}
    way = scenario_of("A way", scenario.answers(answers), Choices(), [*week, PEOPLE])
    kept = with_scenario(RECORD, KEYS[0], way)
    assert kept_scenarios(kept, shipped_catalogue()) == {KEYS[0]: way}
    assert way.others == {**week, PEOPLE: rows}
    assert {key: way.answers({})[key] for key in week} == week
    changed, chosen = tried(answers, Choices(), Supposition(), way)
    assert not {*week, PEOPLE} & set(changed)
    assert chosen == way.choices(Choices())


@pytest.mark.parametrize(
    "others",
    [
        "3",
        '{"hours.making": 169, "hours.gone": 1, "style.publishing_rhythm": 4}',
        '{"hours.making": true, "business.people": [{"hours": "many"}]}',
        '{"business.people": [{"hours": -1}]}',
        '{"business.people": [{"strength": "flying"}]}',
        '{"business.people": [{"gone": 1}], "business.goals": ["sell"]}',
        '{"business.people": {"hours": 1}}',
    ],
)
def test_answers_of_a_way_that_cannot_be_are_left_out(others: str) -> None:
    text = f'{{"name": "x", "hours": 5, "money": 0, "patience": "year", "others": {others}}}'
    record = replace(RECORD, settings={KEYS[0]: text})
    assert not kept_scenarios(record, shipped_catalogue())[KEYS[0]].others


def test_there_is_room_for_twelve() -> None:
    scenario = scenario_of("One", FIRMS["cafe"].answers, Choices())
    record = RECORD
    for _ in range(12):
        key = free_key(record, shipped_catalogue())
        assert key is not None
        record = with_scenario(record, key, scenario)
    assert free_key(record, shipped_catalogue()) is None


def test_what_the_catalogue_no_longer_knows_is_left_out() -> None:
    text = (
        '{"name": "  a\\n b ", "hours": 5, "money": 0, "patience": "year", "tools": ["gone", 1],'
        ' "pinned": ["gone"], "declined": "x"}'
    )
    record = replace(RECORD, settings={KEYS[3]: text})
    (found,) = kept_scenarios(record, shipped_catalogue()).values()
    assert (found.name, found.supposition.tools, found.pinned) == ("a b", frozenset(), frozenset())
    assert len(scenario_name("x" * 400)) == LONGEST_NAME
