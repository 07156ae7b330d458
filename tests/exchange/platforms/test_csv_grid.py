"""Text tables in every encoding and with every sign between cells; hostile ones are refused."""

import csv
from contextlib import suppress
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.figures import FigurePreview
from socialplanner.errors import UserError
from socialplanner.exchange.platforms import grid
from socialplanner.exchange.platforms.csv_grid import csv_grids
from socialplanner.exchange.platforms.opening import opened_table
from socialplanner.exchange.platforms.table_file import grids
from tests.exchange.platforms.tables import found, layouts, preview, sample

TEXT = "Date,Views,Likes\n2026-10-05,12,a\n2026-10-06,30,“é”\n2026-10-07,x,\n"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


def what(seen: FigurePreview) -> object:
    return seen.figures, seen.refused, seen.accepted, seen.period


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_the_same_in_every_encoding_and_with_every_sign(
    encoding: str, end: str, delimiter: str
) -> None:
    text = TEXT.replace(",", delimiter).replace("\n", end)
    assert what(preview(text.encode(encoding))) == what(preview(TEXT.encode()))


@pytest.mark.parametrize("name", ["meta_facebook_posts.csv", "youtube_totals.csv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sample_is_the_same_in_every_encoding(name: str, encoding: str, end: str) -> None:
    text = sample(name).decode("utf-8-sig").replace("\r\n", "\n")
    assert what(preview(text.replace("\n", end).encode(encoding))) == what(preview(sample(name)))


def test_the_first_line_may_say_which_sign_stands_between_cells() -> None:
    seen = preview(("sep=;\n" + TEXT.replace(",", ";")).encode("utf-16"))
    assert what(seen)[0] == what(preview(TEXT.encode()))[0]  # type: ignore[index]
    assert [each.line for each in seen.refused] == [5]


def test_line_breaks_within_quotes_belong_to_the_cell_and_count_as_lines() -> None:
    data = b'Date,Views,Likes\n2026-10-05,1,"two\nlines, one ""cell"""\n2026-10-06,bad,\n'
    seen = preview(data)
    assert [(each.line, each.column) for each in seen.refused] == [(4, "Views")]
    assert seen.figures[0].value == 1


def test_headers_are_known_whatever_their_case_spaces_and_dashes() -> None:
    assert (
        found(b"  DATE ,\xef\xbb\xbfviews\n2026-10-05,1\n").layout.id == "youtube_studio.by_day.en"
    )


def test_a_table_that_can_be_used_comes_before_one_that_cannot() -> None:
    data = b"Date,Content,Video title,Video publish time,Views\n2026-10-05,abc,Tea,2026-10-01,4\n"
    assert found(data).layout.id == "youtube_studio.chart.en"


def test_a_table_may_follow_that_of_a_chart() -> None:
    chart = "".join(f"{day:04},{day}\n" for day in range(90))
    head = "# Start date: 20261005\n# End date: 20261011\nNth day,Direct\n"
    below = "\nSession primary channel group (Default channel group),Sessions\nOrganic Social,9\n"
    seen = preview((head + chart + below).encode())
    assert [(each.monday, each.value) for each in seen.figures] == [(date(2026, 10, 5), 9)]


def test_a_table_with_more_headers_is_the_more_special_one() -> None:
    data = b"Date,Content,Video title,Views\n2026-10-05,abc,Tea,1\n"
    assert found(data).layout.id == "youtube_studio.chart.en"


def test_a_header_of_two_letters_that_marks_pictures_is_no_picture() -> None:
    assert grids(b"BMI,Date,Views\n1,2026-10-05,3\n", "t.csv")


def refusal(data: bytes, name: str = "table.csv") -> str:
    with pytest.raises(UserError) as caught:
        preview(data, name=name)
    return str(caught.value)


def one_line(cell: str) -> bytes:
    return f"Date,Views,Likes\n2026-10-05,1,{cell}\n".encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Date,Views\n2026-10-05,1\x00\n", "it holds NUL characters"),
        (b",".join([b"Date", b"Views", *[b""] * 300, b"x"]), "more than 200 columns"),
        (b"Date,Views\n" + b"," * 1_000_001, "more than 1,000,000 characters"),
        (b"Date,Views\n" + b"a," * 400_000, "more than 200 columns"),
        (one_line('"' + "x" * 140_000 + '"'), "a cell without end"),
        (one_line("x" * 110_000), "a cell of more than 100,000 characters"),
        (one_line('"never ends' + "\n2026-10-06,1" * 12_000), "a cell without end"),
        (b"", "it is an empty file"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"<!DOCTYPE html><html>", "A download may have asked for a login"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "save it as XLSX or CSV"),
        (b"Date,Views\n\x81\x8d", "an encoding that is not known here"),
        (b"\xff\xfeD\x00a", "it is not the UTF-16 text it says it is"),
        (b"just one word", "no row in it looks like headers"),
        (b"Date,Views\n" + b"2026-10-05,1\n" * 100_001, "more than 100,000 rows"),
        (b"x" * (grid.LARGEST_FILE + 1), "it is larger than 20,000,000 bytes"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    sentence = refusal(data)
    assert said in sentence
    assert sentence.startswith("table.csv cannot be taken in: ")
    assert sentence.endswith("; nothing was changed.")


def test_a_formula_is_a_text_and_no_number() -> None:
    seen = preview(b"Date,Views\n2026-10-05,=1+1\n2026-10-06,@SUM(A1)\n2026-10-07,4\n")
    assert [each.line for each in seen.refused] == [2, 3]
    assert [each.value for each in seen.figures] == [4]


def test_the_last_row_of_a_long_table_is_read() -> None:
    rows = "".join(f"2026-10-05,{number},1\n" for number in range(9_999))
    seen = preview(f"Date,Content,Video title,Views\n{rows}".replace(",1\n", ",t,1\n").encode())
    assert (seen.accepted, seen.figures[0].value) == (9_999, 9_999)
    assert seen.figures[0].monday == date(2026, 10, 5)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    with suppress(UserError):
        opened_table(data, "any", layouts())


def table_of(rows: list[list[str]]) -> str:
    written = StringIO()
    csv.writer(written).writerows([["Date", "Views"], *rows])
    return written.getvalue()


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8))
def test_every_row_below_good_headers_is_accepted_or_refused(rows: list[list[str]]) -> None:
    text = table_of(rows)
    given_rows = [[cell.strip() for cell in row] for row in csv.reader(StringIO(text))][1:]
    counted = [row for row in given_rows if any(row) and not row[0].startswith("#")]
    seen = preview(text.encode())
    assert seen.accepted + len(seen.refused) + seen.skipped == len(counted) or not seen.is_ready


def test_a_file_seen_with_another_sign_is_not_refused_for_what_that_sign_makes_of_it() -> None:
    many = ",".join("x" * 300)
    data = f"Date;Views;Likes\n2026-10-05;1;{many}\n".encode()
    assert preview(data).figures[0].value == 1
    assert len(csv_grids(data, "t.csv")) == 3
