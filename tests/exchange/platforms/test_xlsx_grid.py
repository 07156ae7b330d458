"""Workbooks are read as other programs write them; hostile ones are refused at once."""

import struct
import zipfile
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.errors import UserError
from socialplanner.exchange.platforms.table_file import grids
from tests.exchange.platforms.tables import SHEET, bare_workbook, cells, preview, sample, workbook

CELLS = st.one_of(
    st.integers(-(10**9), 10**9),
    st.integers(-(10**9), 10**9).map(lambda number: number / 128),
    st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=30).filter(
        lambda text: not text.startswith("=")
    ),
)


def rows_of(data: bytes, place: int = 0) -> list[tuple[object, ...]]:
    return [row.cells for row in grids(data, "book.xlsx")[place].rows()]


@settings(max_examples=25)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_what_another_program_wrote_is_read_back(rows: list[list[object]]) -> None:
    expected = [tuple(float(x) if isinstance(x, int) else x for x in row) for row in rows]
    assert rows_of(workbook(rows)) == expected


def test_days_numbers_and_texts_keep_what_they_are() -> None:
    data = workbook(
        [["Date", "Views"], [datetime(2026, 10, 5, 23, 30), 12], [date(2026, 10, 6), 3.5]]  # noqa: DTZ001
    )
    assert rows_of(data) == [
        ("Date", "Views"),
        (date(2026, 10, 5), 12.0),
        (date(2026, 10, 6), 3.5),
    ]
    seen = preview(data, name="book.xlsx")
    assert [(each.monday, each.value) for each in seen.figures] == [(date(2026, 10, 5), 12)]
    assert [each.reason for each in seen.refused] == ["3.5 is no whole number, as a count must be."]


def test_a_workbook_of_a_third_program_is_read() -> None:
    metrics, posts = grids(sample("linkedin_page_content.xlsx"), "page.xlsx")
    assert metrics.label == "sheet “Metrics”"
    rows = list(metrics.rows())
    assert rows[1].cell(0) == "Date"
    assert rows[2].cells[:2] == ("09/28/2026", rows[2].cell(1))
    assert list(posts.rows())[1].cell(0) == "Post title"


def test_the_value_of_a_formula_is_the_one_that_was_saved() -> None:
    row = '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c></row>'
    assert rows_of(bare_workbook(cells(row))) == [(7.0, "x")]


def test_texts_in_cells_and_how_they_are_read_aloud() -> None:
    inline = '<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c>'
    shared = '<c t="s"><v>0</v></c><c t="s"><v>99</v></c><c t="b"><v>1</v></c></row>'
    strings = f'<sst xmlns="{SHEET}"><si><t>c</t><rPh sb="0"><t>no</t></rPh></si></sst>'
    assert rows_of(bare_workbook(cells(inline + shared), strings=strings)) == [("ab", "c", "", "1")]


def test_rows_that_are_left_out_are_one_empty_row_and_the_next_keeps_its_line() -> None:
    data = bare_workbook(
        cells(
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<row r="1048576"><c r="B1048576"><v>2</v></c></row>',
        )
    )
    assert [(row.line, row.cells) for row in grids(data, "b.xlsx")[0].rows()] == [
        (1, (1.0,)),
        (2, ()),
        (1_048_576, ("", 2.0)),
    ]


def all_rows(data: bytes) -> list[object]:
    return [row for grid in grids(data, "book.xlsx") for row in grid.rows()]


def test_a_table_in_a_workbook_ends_at_an_empty_row_as_well() -> None:
    channel = "Session primary channel group (Default channel group)"
    rows: list[list[object]] = [["Date", channel, "Sessions"]]
    rows += [["20261005", "Organic Social", 5], [], ["Date", "", 1]]
    seen = preview(workbook(rows), name="book.xlsx")
    assert ([each.value for each in seen.figures], seen.refused) == ([5], ())


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        all_rows(data)
    sentence = str(caught.value)
    assert sentence.startswith("book.xlsx cannot be taken in: ")
    assert sentence.endswith("; nothing was changed.")
    return sentence


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ROW = '<row><c t="str"><v>{}</v></c></row>'


@pytest.mark.parametrize(
    "start", [LAUGHS + cells(ROW.format("&c;")), FILE + cells(ROW.format("&a;"))]
)
def test_entities_are_refused_before_they_are_looked_at(start: str) -> None:
    assert "definitions of its own" in refusal(bare_workbook(start))


def test_a_cell_far_to_the_right_is_refused() -> None:
    data = bare_workbook(cells('<row r="3"><c r="XFD3"><v>2</v></c></row>'))
    assert "line 3 has more than 200 columns" in refusal(data)


def test_a_million_cells_in_one_row_are_refused() -> None:
    data = bare_workbook(cells(f"<row>{'<c><v>1</v></c>' * 60_000}</row>"))
    assert "more than 200" in refusal(data)


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    zeros = bytes(5_000_000)
    assert "packed more than 200 times smaller" in refusal(
        bare_workbook(cells(), more={"xl/media/a": zeros})
    )


def claiming(data: bytes, size: int) -> bytes:
    """Return a workbook in whose directory the sheet has another size unpacked."""
    start = data.rindex(b"PK\x01\x02")
    return data[: start + 24] + struct.pack("<I", size) + data[start + 28 :]


def test_three_hundred_million_bytes_that_are_only_claimed_are_refused() -> None:
    data = bare_workbook(cells(ROW.format("x")))
    assert "unpacks to more than 100,000,000 bytes" in refusal(claiming(data, 300_000_000))


def test_a_part_that_is_larger_than_it_says_is_damaged() -> None:
    data = bare_workbook(cells(*[ROW.format("x")] * 1000))
    assert "damaged or cut off" in refusal(claiming(data, 50))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 xl/", "damaged or cut off"),
        (bare_workbook(cells())[:-30], "damaged or cut off"),
        (bare_workbook("<worksheet>"), "damaged or cut off"),
        (bare_workbook("<?xml version='1.0' encoding='no-such'?><a/>"), "damaged or cut off"),
    ],
)
def test_a_damaged_workbook_is_refused(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_a_workbook_without_its_parts_is_refused() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/other.xml", "<a/>")
    assert "a part of the workbook is missing" in refusal(written.getvalue())
    none = bare_workbook(cells()).replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml")
    assert "it has no sheet" in refusal(none)


@settings(max_examples=60)
@given(st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    good = bare_workbook(cells('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'))
    place = data.draw(st.integers(0, len(good) - 1))
    changed = bytearray(good)
    changed[place] = data.draw(st.integers(0, 255))
    with suppress(UserError):
        all_rows(bytes(changed))


def test_a_formula_whose_result_was_not_kept_is_refused_with_its_line() -> None:
    rows: list[list[object]] = [["Date", "Views"], [date(2026, 10, 5), "=1+1"], ["=A2+1", 4]]
    seen = preview(workbook(rows), name="book.xlsx")
    assert [(each.line, each.column) for each in seen.refused] == [(2, "Views"), (3, "Date")]
    assert all("A formula stands here without its result." in each.reason for each in seen.refused)


def test_days_that_are_plain_numbers_say_how_to_format_them() -> None:
    seen = preview(workbook([["Date", "Views"], [46_300, 1], [20261005, 2]]), name="book.xlsx")
    (refused,) = seen.refused
    assert refused.reason.startswith("“46300” is a plain number. Format this column as dates")
    assert [each.value for each in seen.figures] == [2]


def test_a_time_of_day_is_no_number() -> None:
    book = openpyxl.Workbook()
    for text, value in (("h:mm", 0.0625), ("[h]:mm", 1.25), ("0.00%", 0.5), ("yyyy-mm-dd", 46_300)):
        cell = book.active.cell(book.active.max_row + 1, 1, value)
        cell.number_format = text
    written = BytesIO()
    book.save(written)
    found = [row[0] for row in rows_of(written.getvalue()) if row]
    assert found == ["1:30", "30:00", 0.5, date(2026, 10, 5)]


def test_so_much_of_a_text_is_kept_as_is_wanted() -> None:
    data = workbook([["x" * 900, "y" * 900]])
    for keep in (500, 800):
        (row,) = grids(data, "book.xlsx", keep)[0].rows()
        assert [len(str(each)) for each in row.cells] == [keep, keep]
