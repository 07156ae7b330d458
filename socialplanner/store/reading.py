"""From the rows of a profile file to the record they hold; store/rows.py leads there."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import cast

from socialplanner.domain.answers import Answer, answer_of
from socialplanner.domain.moment import moment_of
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.store.tables import (
    ANSWER,
    ASSESSMENT,
    BRAND,
    CHANGE,
    ENQUIRY,
    ORIGIN,
    PLAN,
    PROFILE,
    SETTING,
    WAY,
    WEEK,
    Table,
    Value,
    present_tables,
    rows_of,
)

_read = json.JSONDecoder().raw_decode
Row = dict[str, Value]
RowsByTable = Mapping[str, Iterable[Row]]


def read_record(connection: sqlite3.Connection) -> ProfileRecord:
    """Return everything a sound profile file holds; ValueError for rows that say nothing."""
    return record_of(
        {table.name: rows_of(connection, table) for table in present_tables(connection)}
    )


def record_of(rows: RowsByTable) -> ProfileRecord:
    """Return the record that rows hold, by table; ValueError where they hold none."""
    tables = _Rows(rows)
    profile = next(tables.of(PROFILE), None)
    if profile is None:
        raise ValueError("there is no row that says whose profile it is")
    return ProfileRecord(
        id=_text(profile["id"]),
        profile=_profile(profile),
        created_at=moment_of(_text(profile["created_at"])),
        changed_at=moment_of(_text(profile["changed_at"])),
        tags=_texts(_json(profile["tags"])),
        is_archived=bool(profile["is_archived"]),
        is_sample=bool(profile["is_sample"]),
        brand=next(map(_brand, tables.of(BRAND)), Brand()),
        assessments=_assessments(tables),
        plans=tuple(map(_plan, tables.in_place(PLAN))),
        weeks=_weeks(tables),
        enquiries=_enquiries(tables),
        settings={_text(row["name"]): _text(row["value"]) for row in tables.of(SETTING)},
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a file by table; a table that is not there has none."""

    by_table: RowsByTable

    def of(self, table: Table) -> Iterator[Row]:
        """Yield the rows of a table."""
        yield from self.by_table.get(table.name, ())

    def in_place(self, table: Table) -> list[Row]:
        """Return the rows of a table in the order in which they were made."""
        return sorted(self.of(table), key=lambda row: cast("int", row["place"]))


def _assessments(tables: _Rows) -> tuple[RecordedAssessment, ...]:
    answers: dict[str, dict[str, RecordedAnswer]] = defaultdict(dict)
    for row in tables.of(ANSWER):
        answers[_text(row["assessment_id"])][_text(row["question_id"])] = _recorded(row)
    changes: dict[str, list[AnswerChange]] = defaultdict(list)
    for row in tables.in_place(CHANGE):
        changes[_text(row["assessment_id"])].append(_change(row))
    return tuple(
        RecordedAssessment(
            id=_text(row["id"]),
            day=_day(row["day"]),
            catalogue_version=_text(row["catalogue_version"]),
            created_at=moment_of(_text(row["created_at"])),
            state=AssessmentState(_text(row["state"])),
            earlier_id=_text(row["earlier_id"]),
            position=_text(row["position"]),
            answers=answers[_text(row["id"])],
            changes=tuple(changes[_text(row["id"])]),
            choices=_choices(_json(row["choices"])),
        )
        for row in tables.in_place(ASSESSMENT)
    )


def _profile(row: Mapping[str, object]) -> Profile:
    return Profile(
        name=_text(row["name"]),
        currency=_text(row["currency"]),
        language=_text(row["language"]),
        prepared_by=_text(row["prepared_by"]),
        prepared_for=_text(row["prepared_for"]),
        website=_text(row["website"]),
    )


def _brand(row: Row) -> Brand:
    logo = row["logo"]
    return Brand(
        colours=_texts(_json(row["colours"])),
        lines=_texts(_json(row["lines"])),
        logo=logo if isinstance(logo, bytes) else None,
    )


def _recorded(row: Row) -> RecordedAnswer:
    return RecordedAnswer(
        value=_answer(row["value"]),
        note=_text(row["note"]),
        is_carried=bool(row["is_carried"]),
        is_marked=bool(row["is_marked"]),
        changed_at=moment_of(_text(row["changed_at"])),
    )


def _change(row: Row) -> AnswerChange:
    return AnswerChange(
        question_id=_text(row["question_id"]),
        old=_answer(row["old"]),
        new=_answer(row["new"]),
        changed_at=moment_of(_text(row["changed_at"])),
    )


def _plan(row: Row) -> IssuedPlan:
    inputs = _table(_json(row["inputs"]))
    answers = _table(inputs["answers"])
    return IssuedPlan(
        id=_text(row["id"]),
        assessment_id=_text(row["assessment_id"]),
        issued_at=moment_of(_text(row["issued_at"])),
        day=_day(row["day"]),
        catalogue_version=_text(row["catalogue_version"]),
        profile=_profile(_table(inputs["profile"])),
        answers={key: answer_of(value) for key, value in answers.items()},
        choices=_choices(inputs["choices"]),
        hours=_hours(_json(row["hours"])),
        paper=_text(row["paper"]),
        pdf_digest=_text(row["pdf_digest"]),
    )


def _weeks(tables: _Rows) -> tuple[LoggedWeek, ...]:
    origins = {row["monday"]: _table(_json(row["origins"])) for row in tables.of(ORIGIN)}
    found = (_week(row, origins.get(row["monday"], {})) for row in tables.of(WEEK))
    return tuple(sorted(found, key=lambda week: week.monday))


def _week(row: Row, origins: Mapping[str, object]) -> LoggedWeek:
    money = row["money"]
    return LoggedWeek(
        monday=_day(row["monday"]),
        hours=_hours(_json(row["hours"])),
        outcomes=_hours(_json(row["outcomes"])),
        money=None if money is None else float(cast("float", _json(money))),
        is_odd=bool(row["is_odd"]),
        note=_text(row["note"]),
        origins={key: _text(value) for key, value in origins.items()},
        changed_at=moment_of(_text(row["changed_at"])),
    )


def _enquiries(tables: _Rows) -> tuple[Enquiry, ...]:
    ways = {row["enquiry_id"]: _texts(_json(row["contacts"])) for row in tables.of(WAY)}
    return tuple(_enquiry(row, ways.get(row["id"], ())) for row in tables.in_place(ENQUIRY))


def _enquiry(row: Row, way: tuple[str, ...]) -> Enquiry:
    return Enquiry(
        id=_text(row["id"]),
        day=_day(row["day"]),
        words=_text(row["words"]),
        activity_id=_text(row["activity_id"]),
        trace=_text(row["trace"]),
        note=_text(row["note"]),
        way=way,
        changed_at=moment_of(_text(row["changed_at"])),
    )


def _choices(plain: object) -> Choices:
    table = _table(plain)
    earlier = table["earlier_plan"]
    return Choices(
        pinned=frozenset(_texts(table["pinned"])),
        declined=frozenset(_texts(table["declined"])),
        earlier_plan=None if earlier is None else _hours(earlier),
    )


def _answer(value: Value) -> Answer | None:
    return None if value is None else answer_of(_json(value))


def _json(value: Value) -> object:
    """Return what JSON text says; what `json_text` wrote has nothing around it to be looked for."""
    text = _text(value)
    with suppress(ValueError):
        found, end = _read(text)
        if end == len(text):
            return found
    return json.loads(text)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a row lacks a text")  # noqa: TRY004 - judged like all that is read
    return value


def _day(value: Value) -> date:
    return date.fromisoformat(_text(value))


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("a row lacks a table")  # noqa: TRY004 - judged like all that is read
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a row lacks a list")  # noqa: TRY004 - judged like all that is read
    return tuple(_text(each) for each in value)


def _hours(value: object) -> dict[str, float]:
    return {key: float(cast("float", hours)) for key, hours in _table(value).items()}
