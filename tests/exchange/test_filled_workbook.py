"""The KPI log of an exported workbook comes back as it was filled in."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest

from socialplanner.domain.filed_weeks import HOURS, NOTE, OUTCOME, said_of
from socialplanner.errors import UserError
from socialplanner.exchange.filled_workbook import read_filled
from socialplanner.presentation import names
from tests.domain.builders import shipped_catalogue
from tests.exchange.workbooks import book, sample_book, weeks_of

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
