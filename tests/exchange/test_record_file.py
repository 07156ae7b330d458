"""A record comes back from its file as it was, and a file that says anything else is refused."""

import json
from dataclasses import replace
from datetime import timedelta, timezone
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import NoAnswer, TableRow
from socialplanner.domain.record import ProfileRecord, RecordedAnswer
from socialplanner.errors import InputError, Problem
from socialplanner.exchange.judgement import MOST_PROBLEMS
from socialplanner.exchange.record_file import parse_record, record_json
from tests.domain.records import any_records
from tests.exchange.full_record import FULL, SMALLEST, THEN


def without_logo(record: ProfileRecord) -> ProfileRecord:
    return replace(record, brand=replace(record.brand, logo=None))


def changed(path: str, value: object) -> bytes:
    """Return the full record as JSON with something else at a path like ``a/0/b``."""
    content = json.loads(record_json(FULL))
    *steps, last = path.split("/")
    inside = content
    for step in steps:
        inside = inside[int(step) if isinstance(inside, list) else step]
    inside[int(last) if isinstance(inside, list) else last] = value
    return json.dumps(content).encode()


def complaints(data: bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_record(data, "firm")
    return [str(problem).removeprefix("firm › ") for problem in caught.value.problems]


@given(record=any_records())
@example(record=SMALLEST)
@example(record=FULL)
def test_what_is_written_is_read_back_as_it_was(record: ProfileRecord) -> None:
    read = parse_record(record_json(record), "firm")
    assert read == without_logo(record)
    assert record_json(read) == record_json(record)


def test_equal_records_are_written_alike_whatever_their_order_types_and_time_zones() -> None:
    one = replace(
        FULL,
        created_at=THEN.astimezone(timezone(timedelta(hours=5, minutes=30))),
        settings={"b": "1", "a": "2"},
        weeks=(replace(FULL.weeks[0], hours={"b": 1, "a": 2}, money=5),),
    )
    other = replace(
        FULL,
        settings={"a": "2", "b": "1"},
        weeks=(replace(FULL.weeks[0], hours={"a": 2.0, "b": 1.0}, money=5.0),),
    )
    assert one == other
    assert record_json(one) == record_json(other)


def test_a_record_of_another_catalogue_comes_through_unharmed() -> None:
    future_row: TableRow = {"new_column": "x", "n": 1.0}
    answers = {
        "future.question": RecordedAnswer(value=("future_option",), changed_at=THEN),
        "future.table": RecordedAnswer(value=(future_row,), changed_at=THEN),
        "future.skipped": RecordedAnswer(value=NoAnswer.NOT_APPLICABLE, changed_at=THEN),
    }
    record = replace(FULL, assessments=(replace(FULL.assessments[0], answers=answers),))
    assert parse_record(record_json(record), "firm") == record


REFUSED: list[tuple[str, object, str]] = [
    ("id", "A B", "id: This must be an id of 1 to 80 small letters, digits"),
    ("id", "../../evil", "id: This must be an id"),
    ("id", "", "id: This must be an id"),
    ("extra", 1, "extra: There is no such key."),
    ("tag", [], "Did you mean “tags”?"),
    ("created_at", "2027-01-31", "created_at: This must be a moment like"),
    ("created_at", "2027-01-31T12:00:00.000000+01:00", "created_at: This must be a moment"),
    ("created_at", "0001-01-01T00:00:00.000000Z", "from 1970 to 2999"),
    ("is_archived", 1, "is_archived: This must be true or false, not 1."),
    ("tags", "a", "tags: This must be a list, not “a”."),
    ("tags", ["a", 2], "tags › 2: This must be a text in quotes, not 2."),
    ("tags", ["a\0"], "tags › 1: This text holds a NUL character"),
    ("tags", ["a" * 5_001], "tags › 1: This text has 5,001 characters; at most 5,000"),
    ("tags", ["a"] * 5_001, "tags: At most 5,000 can stand here, not 5,001."),
    ("profile", [], "profile: This must be a table, not a list."),
    ("profile/website", "javascript:alert(1)", "profile › website: This must be an address"),
    ("profile/language", "../x", "profile › language: This must be a language tag"),
    ("brand/colours", ["red"], "brand › colours › 1: This must look like #2f6f5e"),
    ("brand/colours", ["#000000"] * 3, "brand › colours: At most 2 can stand here, not 3."),
    ("brand/logo", "abc", "brand › logo: There is no such key."),
    ("assessments/0/state", "done", "state: This must be one of “draft”, “complete”, not “done”."),
    ("assessments/0/earlier_id", "b", "No assessment before this one has the id “b”."),
    ("assessments/0/earlier_id", "a", "No assessment before this one has the id “a”."),
    ("assessments/0/day", "1999-12-31", "assessments › 1 › day: This must be a day like"),
    ("assessments/0/answers/style.replying/value", 1e13, "value: This must be a number that can"),
    ("assessments/0/answers/style.replying/value", 1e-9, "value: This must be 0 or at least"),
    ("assessments/0/answers/style.replying/value", True, "value: This must be a number, not true"),
    ("assessments/0/answers/style.replying/value", {"a": 1}, "value: This is no answer"),
    ("assessments/0/answers/style.replying/value", ["a", {}], "a list of answers holds texts only"),
    ("assessments/0/answers/style.replying/value", [{"A": 1}], "row 1 › A: This must be an id"),
    ("assessments/0/answers/style.replying/value", [{"a": []}], "is no kind of answer"),
    ("assessments/0/answers/style.replying/note", None, "note: This must be a text in quotes"),
    ("assessments/0/answers/Style", {}, "Style › value: This is missing."),
    ("assessments/0/changes/0/new", [[]], "changes › 1 › new: This is no answer"),
    ("plans/0/assessment_id", "b", "plans › 1 › assessment_id: There is no assessment of the id"),
    ("plans/0/answers/style.replying", None, "An open question is left out"),
    ("plans/0/hours", {"reply_desk": 169}, "hours › reply_desk: This must be a number from 0 to"),
    ("plans/0/hours", {"reply_desk": -1}, "hours › reply_desk: This must be a number from 0 to"),
    ("plans/0/choices/earlier_plan", {"a": "2"}, "earlier_plan › a: This must be a number"),
    ("plans/0/choices/pinned", "a", "choices › pinned: This must be a list"),
    ("plans/0/pdf_digest", "F" * 64, "pdf_digest: This must look like 64 digits and letters"),
    ("weeks/0/monday", "2027-02-02", "weeks › 1 › monday: 2027-02-02 is not a Monday."),
    ("weeks/0/money", "5", "weeks › 1 › money: This must be a number, not “5”."),
    ("enquiries/0/trace", "guess", "trace: This must be one of “”, “tag”, “code”, “asked”"),
    ("settings", {"a": 1}, "settings › a: This must be a text in quotes, not 1."),
    ("format", 0, "format: This must be a number from 1 to 1, not 0."),
    ("format", "1", "format: This must be a number from 1 to 1, not “1”."),
    ("format", True, "format: This must be a number from 1 to 1, not true."),
    ("format", 2, "format: This was made by a newer version of SocialPlanner"),
]


@pytest.mark.parametrize("case", range(len(REFUSED)))
def test_what_no_record_holds_is_refused_with_the_way_to_it(case: int) -> None:
    path, value, expected = REFUSED[case]
    found = complaints(changed(path, value))
    assert any(expected in each for each in found), found


@pytest.mark.parametrize("part", ["assessments", "plans", "weeks", "enquiries"])
def test_what_stands_twice_is_refused(part: str) -> None:
    twice = cast("list[object]", json.loads(record_json(FULL))[part]) * 2
    [complaint] = complaints(changed(part, twice))
    assert complaint.startswith(f"{part} › 2 › ")


def test_all_problems_are_told_at_once() -> None:
    content = json.loads(record_json(FULL))
    del content["created_at"], content["weeks"][0]["note"], content["plans"][0]["paper"]
    content["is_sample"] = "no"
    found = complaints(json.dumps(content).encode())
    assert [each.split(":")[0] for each in found] == [
        "created_at",
        "is_sample",
        "plans › 1 › paper",
        "weeks › 1 › note",
    ]


def test_a_file_full_of_mistakes_is_not_read_to_its_end() -> None:
    found = complaints(changed("settings", {str(number): number for number in range(5_000)}))
    assert len(found) == MOST_PROBLEMS


@pytest.mark.parametrize("data", [b"[]", b"1", b'"a"', b"null"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    [complaint] = complaints(data)
    assert "must hold one table" in complaint


def paths_of(content: object, path: str = "") -> list[str]:
    """Return the way to every value at any depth."""
    inside: list[tuple[str, object]] = []
    if isinstance(content, dict):
        inside = list(content.items())
    elif isinstance(content, list):
        inside = [(str(place), each) for place, each in enumerate(content)]
    found = [path] if path else []
    for key, value in inside:
        found += paths_of(value, f"{path}/{key}" if path else key)
    return found


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300)
@given(path=st.sampled_from(paths_of(json.loads(record_json(FULL)))), value=ANYTHING)
def test_anything_anywhere_is_read_or_refused_in_sentences(path: str, value: object) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        record = parse_record(changed(path, value), "firm")
    except InputError as refusal:
        problems = refusal.problems
    else:
        assert parse_record(record_json(record), "firm") == record
    assert all(problem.message.endswith((".", "?")) for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)


OPTIONAL = {"style.replying", "reply_desk", "paper"}
"""Names that people or the catalogue give, and no layout demands."""


@pytest.mark.parametrize("path", paths_of(json.loads(record_json(FULL))))
def test_every_field_of_a_record_is_demanded(path: str) -> None:
    key = path.rsplit("/", maxsplit=1)[-1]
    if not key.isdigit() and (key not in OPTIONAL or path == "plans/0/paper"):
        assert any("missing" in each or "from 1 to" in each for each in complaints(without(path)))


def without(path: str) -> bytes:
    """Return the full record as JSON with something left out."""
    content = json.loads(record_json(FULL))
    *steps, last = path.split("/")
    inside = content
    for step in steps:
        inside = inside[int(step) if isinstance(inside, list) else step]
    del inside[last]
    return json.dumps(content).encode()
