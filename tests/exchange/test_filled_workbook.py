"""The KPI log of an exported workbook comes back as it was filled in."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest

from socialplanner.domain.filed_weeks import HOURS, NOTE, OUTCOME, Entry, Said, said_of
from socialplanner.errors import UserError
from socialplanner.exchange.filled_workbook import FilledLog, read_filled
from socialplanner.exchange.workbook import workbook_file
from socialplanner.presentation import names
from socialplanner.presentation.plan_options import PlanOptions
from tests.domain.builders import shipped_catalogue
from tests.exchange.workbooks import book, sample_book, source_of, weeks_of
from tests.presentation.summaries import sample_assessment

CATALOGUE = shipped_catalogue()
LONG_AFTER = date(2030, 1, 1)
HOURS_ALL = (OUTCOME, "hours_logged")
"""The log reckons them itself and has no column to fill in."""

FIRMS = ("cafe", "tax_adviser", "web_shop")


def saved(workbook: Any) -> bytes:  # noqa: ANN401 - untyped library
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def row_of(sheet: Any, number: int) -> int:  # noqa: ANN401 - untyped library
    return next(r for r in range(1, 60) if sheet.cell(r, 1).value == number)


def column_of(sheet: Any, head: str) -> int:  # noqa: ANN401 - untyped library
    heads = next(r for r in range(1, 20) if sheet.cell(r, 2).value == "Monday")
    return next(c for c in range(1, 60) if sheet.cell(heads, c).value == head)


@pytest.mark.parametrize("name", FIRMS)
def test_a_workbook_reads_back_as_the_logbook_it_was_made_of(name: str) -> None:
    found = read_filled(sample_book(name), "plan.xlsx", CATALOGUE, LONG_AFTER)
    assert not found.refused
    by_monday = {week.monday: week.said for week in found.weeks}
    planned = {key for week in weeks_of(name) for key in week.hours} - {"listening"}
    for week in weeks_of(name):
        wanted = {
            key: value
            for key, value in said_of(week).items()
            if key != HOURS_ALL and (key[0] != HOURS or key[1] in planned)
        }
        assert by_monday[week.monday] == wanted
    assert len(by_monday) == len(weeks_of(name))


def test_what_somebody_fills_in_comes_back_and_what_cannot_be_is_refused() -> None:
    workbook = book(sample_book("cafe"))
    sheet = workbook["KPI log"]
    key = next(iter(weeks_of("cafe")[0].hours))
    hours = column_of(sheet, names.activity_short(CATALOGUE, key))
    empty, other, third = (row_of(sheet, number) for number in (4, 12, 13))
    sheet.cell(empty, hours).value = 2.25
    sheet.cell(empty, column_of(sheet, "Note")).value = "=1+1 سلام"
    sheet.cell(other, hours).value = 170
    sheet.cell(other, column_of(sheet, "Money spent")).value = "a lot"
    sheet.cell(third, hours).value = 1
    sheet.cell(third, 2).value = "some day"
    sheet.cell(empty, column_of(sheet, "Note")).data_type = "s"
    found = read_filled(saved(workbook), "plan.xlsx", CATALOGUE, LONG_AFTER)
    said = {week.monday: week.said for week in found.weeks}
    monday = sheet.cell(empty, 2).value.date()
    assert said[monday] == {(HOURS, key): 2.25, (NOTE, ""): "=1+1 سلام"}
    assert [(each.line, each.column) for each in found.refused] == [
        (other, names.activity_short(CATALOGUE, key)),
        (other, "Money spent"),
        (third, "Monday"),
    ]


def test_a_week_to_come_is_refused_and_other_files_say_what_they_are() -> None:
    first = weeks_of("cafe")[0].monday
    found = read_filled(sample_book("cafe"), "plan.xlsx", CATALOGUE, first)
    assert [week.monday for week in found.weeks] == [first]
    assert {each.reason[-18:] for each in found.refused} == {"has not begun yet."}
    with pytest.raises(UserError, match="no sheet like the KPI log"):
        read_filled(b"Week,Monday\n1,2027-01-04\n", "table.csv", CATALOGUE, LONG_AFTER)


def test_no_two_columns_of_a_log_are_called_the_same() -> None:
    short = [names.activity_short(CATALOGUE, each.id) for each in CATALOGUE.activities]
    kpis = [kpi.name for kpi in CATALOGUE.kpis.values()]
    assert len(set(short)) == len(short)
    assert len(set(kpis)) == len(kpis)


def filled(*cells: tuple[int, str, object], data: bytes = b"") -> FilledLog:
    """Return the log of a café in which some weeks were filled in: week, header, value."""
    workbook = book(data or sample_book("cafe"))
    sheet = workbook["KPI log"]
    for number, head, value in cells:
        cell = sheet.cell(row_of(sheet, number), column_of(sheet, head))
        cell.value = value
        if isinstance(value, time):
            cell.number_format = "h:mm"
    return read_filled(saved(workbook), "plan.xlsx", CATALOGUE, LONG_AFTER)


def week_said(found: FilledLog, number: int) -> dict[Entry, Said]:
    monday = sample_assessment("cafe").roadmap.week_start(number)
    return next((dict(week.said) for week in found.weeks if week.monday == monday), {})


def reasons(found: FilledLog) -> list[str]:
    return [f"{each.column}: {each.reason}" for each in found.refused]


ACTIVITY = names.activity_short(CATALOGUE, next(iter(weeks_of("cafe")[0].hours)))


def test_a_long_note_comes_back_whole_and_one_that_is_too_long_is_refused() -> None:
    note = "Rain. " * 800 + "The end"
    found = filled((4, "Note", note), (12, "Note", "x" * 5_001))
    assert week_said(found, 4)[NOTE, ""] == note
    assert reasons(found) == ["Note: The note is longer than 5,000 characters."]


@pytest.mark.parametrize("label", [None, "4", "Week 4", "the fourth"])
def test_a_week_is_known_by_its_monday_whatever_stands_under_week(label: str | None) -> None:
    workbook = book(sample_book("cafe"))
    sheet = workbook["KPI log"]
    row = row_of(sheet, 4)
    sheet.cell(row, column_of(sheet, "Note")).value = "Rain"
    sheet.cell(row, 1).value = label
    found = read_filled(saved(workbook), "plan.xlsx", CATALOGUE, LONG_AFTER)
    assert week_said(found, 4) == {(NOTE, ""): "Rain"}


def test_a_row_with_entries_and_no_day_is_refused_and_one_without_is_passed_over() -> None:
    found = filled((4, "Note", "Rain"), (4, "Monday", None), (12, "Monday", None))
    assert reasons(found) == ["Monday: There is no day, so the week is not known."]
    assert week_said(filled((4, "Note", "Rain"), (4, "Monday", "2027-01-99")), 4) == {}


def test_a_monday_written_as_text_is_a_day_where_it_can_be_meant_in_one_way_only() -> None:
    monday = sample_assessment("cafe").roadmap.week_start(4)
    for text in (f"{monday}", f"{monday:%d.%m.%Y}"):
        found = filled((4, "Note", "Rain"), (4, "Monday", text))
        assert week_said(found, 4) == {(NOTE, ""): "Rain"}


@pytest.mark.parametrize(
    ("head", "value", "said"),
    [
        (ACTIVITY, time(1, 30), "“1:30” is no number. Write hours such as 1.5."),
        (ACTIVITY, -1, "hours of a week are from 0 to 168"),
        ("Money spent", -3, "Money spent is 0 or more"),
        ("Video views", -3, "a count cannot be below zero"),
        ("Video views", "=1+1", "A formula stands here without its result"),
        ("Odd week", "perhaps", "“perhaps” is neither yes nor no."),
        ("Odd week", 7, "“7” is neither yes nor no."),
    ],
)
def test_what_log_add_refuses_is_refused_here(head: str, value: object, said: str) -> None:
    found = filled((4, head, value), (4, "Note", "Rain"))
    assert week_said(found, 4) == {(NOTE, ""): "Rain"}
    (refused,) = found.refused
    assert (refused.column, said in refused.reason) == (head, True), refused.reason


@pytest.mark.parametrize("word", ["no", "No", "0", "nein", False])
def test_a_week_may_be_said_not_to_be_odd(word: object) -> None:
    assert filled((4, "Odd week", word)).refused == ()


def test_a_log_saved_as_text_says_what_to_give() -> None:
    data = b"Week,Monday,All hours,Money spent,Note\n1,2027-01-04,,,Rain\n"
    with pytest.raises(UserError, match=r"saved as text\. Give the workbook itself"):
        read_filled(data, "log.csv", CATALOGUE, LONG_AFTER)


def test_a_log_knows_whose_it_is_without_a_name() -> None:
    source = source_of(sample_assessment("cafe"), weeks=weeks_of("cafe"))
    mine = workbook_file(replace(source, profile_id="corner-1"))
    found = read_filled(mine, "plan.xlsx", CATALOGUE, LONG_AFTER)
    assert (len(found.mark), found.is_of_another("corner-1")) == (12, False)
    assert found.is_of_another("corner-2")
    assert "corner-1" not in str([row for sheet in book(mine) for row in sheet.values])
    hidden = replace(source, profile_id="corner-1", options=PlanOptions(alias="A café"))
    for data in (workbook_file(hidden), sample_book("cafe")):
        unmarked = read_filled(data, "plan.xlsx", CATALOGUE, LONG_AFTER)
        assert (unmarked.mark, unmarked.is_of_another("corner-2")) == ("", False)
