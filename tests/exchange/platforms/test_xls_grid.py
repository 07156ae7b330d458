"""Old Excel files are read like new ones; damaged ones are refused, whatever is wrong in them."""

import struct
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.errors import UserError
from socialplanner.exchange.platforms.table_file import OLD, grids
from tests.exchange.platforms.tables import preview, sample

DAYS = (Path(__file__).parents[2] / "data" / "old_excel" / "days.xls").read_bytes()
"""Written by a spreadsheet program: days, times, a true one, a formula, an error, a long text."""


def all_rows(data: bytes) -> list[tuple[object, ...]]:
    return [row.cells for grid in grids(data, "page.xls") for row in grid.rows()]


def test_days_times_and_texts_keep_what_they_are() -> None:
    rows = all_rows(DAYS)
    assert rows[:4] == [
        ("Date", "Views", "Likes"),
        (date(2026, 10, 5), 1.0, "1:30"),
        (date(2026, 10, 6), 2.0, "1"),
        (date(2026, 10, 7), 3.0, "#"),
    ]
    assert rows[4] == (date(2026, 10, 8), 4.0, 8.0)
    assert str(rows[5][2]).startswith("é “x” yyy")
    assert len(str(rows[5][2])) == 500
    assert rows[6][2] == "30:00"
    assert [grid.label for grid in grids(DAYS, "x.xls")] == ["sheet “Days”", "sheet “Empty”"]


def test_so_much_of_a_text_is_kept_as_is_wanted() -> None:
    (long,) = [row.cell(2) for row in grids(DAYS, "x.xls", 5_001)[0].rows() if row.line == 6]
    assert len(str(long)) == 606


def test_an_old_file_gives_the_figures_of_the_new_one() -> None:
    old, new = (
        preview(sample(f"linkedin_page_content.{end}"), name="p") for end in ("xls", "xlsx")
    )
    assert old.figures == new.figures
    assert old.refused == new.refused


@pytest.mark.parametrize(
    "data",
    [OLD, OLD + b"old", OLD + bytes(2_000), DAYS[:700], DAYS[:-3_000], OLD * 400],
    ids=["mark", "text", "zeros", "head", "cut", "marks"],
)
def test_what_is_no_whole_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        all_rows(data)
    assert str(caught.value) == (
        "page.xls cannot be taken in: it is an old Office document without a table that can be "
        "read, or damaged. Open it in a spreadsheet program and save it as XLSX or CSV; nothing "
        "was changed."
    )


def circle(data: bytes) -> bytes:
    """Return a file in which each small sector follows upon itself."""
    (table,) = struct.unpack_from("<I", data, 60)
    start = 512 * (table + 1)
    (cutoff,) = struct.unpack_from("<I", data, 56)
    turning = struct.pack("<128I", *range(128))
    small = data[:start] + turning + data[start + 512 :]
    return small[:56] + struct.pack("<I", max(cutoff, len(data))) + small[60:]


def test_a_chain_that_turns_in_a_circle_is_refused() -> None:
    with pytest.raises(UserError, match="or damaged"):
        all_rows(circle(DAYS))


def test_a_file_that_would_take_too_much_memory_is_refused() -> None:
    with pytest.raises(UserError, match="an old Excel file has at most 5,000,000 bytes here"):
        all_rows(DAYS + bytes(5_000_000))


@settings(max_examples=150, deadline=10_000)
@given(st.lists(st.tuples(st.integers(0, len(DAYS) - 1), st.integers(0, 255)), max_size=40))
def test_a_file_with_any_bytes_changed_is_read_or_refused(
    changes: list[tuple[int, int]],
) -> None:
    changed = bytearray(DAYS)
    for place, value in changes:
        changed[place] = value
    with suppress(UserError):
        all_rows(bytes(changed))
