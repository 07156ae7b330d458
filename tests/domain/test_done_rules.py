"""Rules that were acted on, and what is counted: kept with the profile, and never damaged."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.done_rules import DONE, MOST_DONE, done_rules, with_done, without_done
from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.primary_outcome import (
    PRIMARY,
    PrimaryOutcome,
    outcome_of,
    primary_outcome_of,
    with_primary_outcome,
)
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord

DAY = date(2027, 1, 4)
NOW = Now(moment=datetime(2027, 1, 4, tzinfo=UTC), day=DAY, catalogue_version="1")


def empty() -> ProfileRecord:
    return replace(new_record("r", Profile(name="R"), NOW), settings={"report.paper": "letter"})


def test_a_rule_is_done_on_its_day_until_it_is_taken_back() -> None:
    found = with_done(with_done(empty(), "leads_tagged 2027-01-01", NOW), "b 2027-01-01", NOW)
    assert done_rules(found) == {"leads_tagged 2027-01-01": DAY, "b 2027-01-01": DAY}
    left = without_done(without_done(found, "b 2027-01-01", NOW), "leads_tagged 2027-01-01", NOW)
    assert left.settings == empty().settings


def test_the_oldest_are_forgotten_first_and_the_text_stays_short() -> None:
    record = empty()
    for number in range(MOST_DONE + 20):
        later = replace(NOW, day=DAY + timedelta(days=number))
        record = with_done(record, f"{'x' * 200} {number}", later)
    assert 0 < len(record.settings[DONE]) <= LONGEST_NOTE
    assert f"{'x' * 200} {MOST_DONE + 19}" in done_rules(record)


@given(st.text(max_size=60))
def test_a_damaged_text_counts_as_not_said(text: str) -> None:
    record = replace(empty(), settings={DONE: text, PRIMARY: text})
    assert isinstance(done_rules(record), dict)
    assert primary_outcome_of(record) in PrimaryOutcome


@pytest.mark.parametrize("text", ["[" * 100_000, "[]", '{"a": 3}', '{"a": "x"}', "null"])
def test_what_is_no_day_is_not_believed(text: str) -> None:
    assert not done_rules(replace(empty(), settings={DONE: text}))


def test_what_is_counted_is_kept_only_where_it_is_not_the_usual() -> None:
    talks = with_primary_outcome(empty(), PrimaryOutcome.CONVERSATIONS, NOW)
    assert primary_outcome_of(talks) is PrimaryOutcome.CONVERSATIONS
    assert with_primary_outcome(talks, PrimaryOutcome.ENQUIRIES, NOW).settings == empty().settings
    for each in PrimaryOutcome:
        assert outcome_of(each.kpi_id) is each
