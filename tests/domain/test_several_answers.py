"""Several answers as one step: given together, taken back together, as they were."""

from datetime import UTC, date, datetime

from socialplanner.domain.editing import (
    Now,
    new_record,
    with_answer,
    with_assessment,
    with_carried,
)
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.several_answers import with_answers, with_answers_back

NOW = Now(
    moment=datetime(2027, 1, 4, 9, tzinfo=UTC), day=date(2027, 1, 4), catalogue_version="1.0.0"
)
HOURS, PATIENCE = "business.hours_per_week", "business.patience"


def begun() -> ProfileRecord:
    """Return a record in which the hours are answered, carried over from before."""
    record = with_assessment(new_record("1", Profile(name="Anybody"), NOW), "a", NOW)
    return with_carried(with_answer(record, "a", HOURS, 5.0, NOW), "a", HOURS, NOW)


def test_all_of_them_are_given() -> None:
    given = with_answers(begun(), "a", {HOURS: 8.0, PATIENCE: "year"}, NOW).assessment("a")
    assert given.answers[HOURS].value == 8.0
    assert given.answers[PATIENCE].value == "year"
    assert not given.answers[HOURS].is_carried


def test_taken_back_they_are_as_they_were_carried_ones_too() -> None:
    record = begun()
    before = {key: record.assessment("a").answers.get(key) for key in (HOURS, PATIENCE)}
    given = with_answers(record, "a", {HOURS: 8.0, PATIENCE: "year"}, NOW)
    back = with_answers_back(given, "a", before, NOW).assessment("a")
    assert back.answers[HOURS].value == 5.0
    assert back.answers[HOURS].is_carried
    assert PATIENCE not in back.answers or back.answers[PATIENCE].value is None
