"""From the rows of a profile file to the record they hold; store/rows.py leads there."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from socialplanner.store.row_values import (
    day_of,
    hours_of,
    json_of,
    table_of,
    text_of,
    texts_of,
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
        id=text_of(profile["id"]),
        profile=_profile(profile),
        created_at=moment_of(text_of(profile["created_at"])),
        changed_at=moment_of(text_of(profile["changed_at"])),
        tags=texts_of(json_of(profile["tags"])),
        is_archived=bool(profile["is_archived"]),
        is_sample=bool(profile["is_sample"]),
        brand=next(map(_brand, tables.of(BRAND)), Brand()),
        assessments=_assessments(tables),
        plans=tuple(map(_plan, tables.in_place(PLAN))),
        weeks=_weeks(tables),
        enquiries=_enquiries(tables),
        settings={text_of(row["name"]): text_of(row["value"]) for row in tables.of(SETTING)},
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
        answers[text_of(row["assessment_id"])][text_of(row["question_id"])] = _recorded(row)
    changes: dict[str, list[AnswerChange]] = defaultdict(list)
    for row in tables.in_place(CHANGE):
        changes[text_of(row["assessment_id"])].append(_change(row))
    return tuple(
        RecordedAssessment(
            id=text_of(row["id"]),
            day=day_of(row["day"]),
            catalogue_version=text_of(row["catalogue_version"]),
            created_at=moment_of(text_of(row["created_at"])),
            state=AssessmentState(text_of(row["state"])),
            earlier_id=text_of(row["earlier_id"]),
            position=text_of(row["position"]),
            answers=answers[text_of(row["id"])],
            changes=tuple(changes[text_of(row["id"])]),
            choices=_choices(json_of(row["choices"])),
        )
        for row in tables.in_place(ASSESSMENT)
    )


def _profile(row: Mapping[str, object]) -> Profile:
    return Profile(
        name=text_of(row["name"]),
        currency=text_of(row["currency"]),
        language=text_of(row["language"]),
        prepared_by=text_of(row["prepared_by"]),
        prepared_for=text_of(row["prepared_for"]),
        website=text_of(row["website"]),
    )


def _brand(row: Row) -> Brand:
    logo = row["logo"]
    return Brand(
        colours=texts_of(json_of(row["colours"])),
        lines=texts_of(json_of(row["lines"])),
        logo=logo if isinstance(logo, bytes) else None,
    )


def _recorded(row: Row) -> RecordedAnswer:
    return RecordedAnswer(
        value=_answer(row["value"]),
        note=text_of(row["note"]),
        is_carried=bool(row["is_carried"]),
        is_marked=bool(row["is_marked"]),
        changed_at=moment_of(text_of(row["changed_at"])),
    )


def _change(row: Row) -> AnswerChange:
    return AnswerChange(
        question_id=text_of(row["question_id"]),
        old=_answer(row["old"]),
        new=_answer(row["new"]),
        changed_at=moment_of(text_of(row["changed_at"])),
    )


def _plan(row: Row) -> IssuedPlan:
    inputs = table_of(json_of(row["inputs"]))
    answers = table_of(inputs["answers"])
    return IssuedPlan(
        id=text_of(row["id"]),
        assessment_id=text_of(row["assessment_id"]),
        issued_at=moment_of(text_of(row["issued_at"])),
        day=day_of(row["day"]),
        catalogue_version=text_of(row["catalogue_version"]),
        profile=_profile(table_of(inputs["profile"])),
        answers={key: answer_of(value) for key, value in answers.items()},
        choices=_choices(inputs["choices"]),
        hours=hours_of(json_of(row["hours"])),
        paper=text_of(row["paper"]),
        pdf_digest=text_of(row["pdf_digest"]),
    )


def _weeks(tables: _Rows) -> tuple[LoggedWeek, ...]:
    origins = {row["monday"]: table_of(json_of(row["origins"])) for row in tables.of(ORIGIN)}
    found = (_week(row, origins.get(row["monday"], {})) for row in tables.of(WEEK))
    return tuple(sorted(found, key=lambda week: week.monday))


def _week(row: Row, origins: Mapping[str, object]) -> LoggedWeek:
    money = row["money"]
    return LoggedWeek(
        monday=day_of(row["monday"]),
        hours=hours_of(json_of(row["hours"])),
        outcomes=hours_of(json_of(row["outcomes"])),
        money=None if money is None else float(cast("float", json_of(money))),
        is_odd=bool(row["is_odd"]),
        note=text_of(row["note"]),
        origins={key: text_of(value) for key, value in origins.items()},
        changed_at=moment_of(text_of(row["changed_at"])),
    )


def _enquiries(tables: _Rows) -> tuple[Enquiry, ...]:
    ways = {row["enquiry_id"]: texts_of(json_of(row["contacts"])) for row in tables.of(WAY)}
    return tuple(_enquiry(row, ways.get(row["id"], ())) for row in tables.in_place(ENQUIRY))


def _enquiry(row: Row, way: tuple[str, ...]) -> Enquiry:
    return Enquiry(
        id=text_of(row["id"]),
        day=day_of(row["day"]),
        words=text_of(row["words"]),
        activity_id=text_of(row["activity_id"]),
        trace=text_of(row["trace"]),
        note=text_of(row["note"]),
        way=way,
        changed_at=moment_of(text_of(row["changed_at"])),
    )


def _choices(plain: object) -> Choices:
    table = table_of(plain)
    earlier = table["earlier_plan"]
    return Choices(
        pinned=frozenset(texts_of(table["pinned"])),
        declined=frozenset(texts_of(table["declined"])),
        earlier_plan=None if earlier is None else hours_of(earlier),
        keeps_earlier=table.get("keeps_earlier") is True,
    )


def _answer(value: Value) -> Answer | None:
    return None if value is None else answer_of(json_of(value))
