"""A person's text is a text in a workbook, whole and as it was written, whatever it looks like."""

import random
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialplanner.domain.profile import Profile
from socialplanner.exchange.workbook import workbook_file
from socialplanner.exchange.workbook.texts import CUT, MOST, cell_text, header_text, pieces
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.summary.parts import table
from tests.exchange.workbooks import (
    book,
    cells,
    converted,
    logged,
    open_document_texts,
    soffice,
    source_of,
    texts,
)
from tests.presentation.summaries import sample_assessment

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = ("=1+1", '=HYPERLINK("http://x","y")', "+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=")
MARKUP = ("<b>", "</t></si>", "<r><t>x</t></r>", "<r>&</r>", "&amp;", "]]>", "<!--", '"', "'")
ESCAPES = ("_x0041_", "_x005F_", "_x005F_x0041_", "_x0041_x0042_", "_x000D_", "x005F_", "_xZZZZ_")
SCRIPTS = ("کافه نان تازه", "می‌خواهم", "שלום", "東京", "🙂👩‍👩‍👧", "Łódź", "e\u0301", "½ €")
CONTROLS = (
    "\x00",
    "\x07",
    "\x0b",
    "\r\n",
    "\x1b[31m",
    "\x85",
    "\ufffe",
    "\ud800",
    "\u202e",
    "\n\n",
)
LINKS = (
    "http://example.org",
    "mailto:a@b.c",
    "internal:Plan!A1",
    "file:///etc/passwd",
    "12",
    "TRUE",
)
SEEDS = (*FORMULAS, *MARKUP, *ESCAPES, *SCRIPTS, *CONTROLS, *LINKS, " ", "x" * 300)
LOST = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def hostile(count: int) -> list[str]:
    """Return texts that no two are alike, each made of one to four bad ideas."""
    draw = random.Random(20)  # noqa: S311 - the same texts every time
    made = dict.fromkeys(SEEDS)
    while len(made) < count:
        made["".join(draw.choices(SEEDS, k=draw.randint(1, 4)))] = None
    return [text for text in made if cell_text(text)]


def with_texts(said: list[str]) -> PlanSource:
    """Return a plan whose sources say these texts."""
    base = source_of(sample_assessment("cafe"), PlanOptions(parts=(PlanPart.APPENDIX,)))
    appendix = replace(base.summary.appendix, sources=table(("Figure",), [(t,) for t in said]))
    return replace(base, summary=replace(base.summary, appendix=appendix))


def test_three_thousand_hostile_texts_are_read_back_as_they_were_written() -> None:
    said = hostile(3000)
    data = workbook_file(with_texts([*said, "y" * 40_000]))
    assert len(said) >= 2990
    assert set(map(cell_text, said)) <= set(texts(data))
    sheet = book(data)["Sources"]
    read = [cell for (cell,) in sheet.iter_rows(max_col=1, min_row=sheet.max_row - len(said))]
    for text, cell in zip(said, read, strict=False):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        if "_x" not in text and "x005F_" not in text:  # openpyxl guesses at these
            assert cell.value == cell_text(text)


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_texts(tmp_path: "Path") -> None:
    said = hostile(3000)
    again = converted({"texts": workbook_file(with_texts(said))}, tmp_path, "ods")["texts"]
    wanted = {cell_text(text) for text in said}
    assert wanted - open_document_texts(again) == set()


@given(st.text(max_size=60))
@example("_x005F_x0041_x0042_")
@example("<r>_x0041_</r>")
@example("<r></r>")
def test_pieces_make_the_text_and_none_of_them_is_taken_for_something_else(text: str) -> None:
    made = pieces(text)
    assert "".join(made) == text
    if len(made) > 1:
        assert all(made)
        assert not any(re.search("_x[0-9a-fA-F]{4}_", piece) for piece in made)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_cleaning_changes_nothing_but_what_a_cell_cannot_hold(text: str) -> None:
    cleaned = cell_text(text)
    if not LOST.search(text):
        assert cleaned == text
    assert not LOST.search(cleaned)
    assert cell_text(cleaned) == cleaned


@given(st.text(max_size=40), st.integers(1, 3), st.sampled_from(("a", "🙂", "ک")))
def test_a_text_too_long_is_cut_and_says_so(start: str, more: int, filling: str) -> None:
    text = cell_text(start) + filling * (MOST + more)
    made = cell_text(text)
    assert len(made.encode("utf-16-le")) // 2 <= MOST
    assert made.endswith(CUT)
    assert text.startswith(made.removesuffix(CUT))


@given(st.text(max_size=300))
@example("&" * 300)
@example("🙂" * 300)
@example("&P&D&Z")
def test_a_header_shows_the_text_and_obeys_no_command_in_it(text: str) -> None:
    made = header_text(text)
    assert "&" not in made.replace("&&", "")
    assert len(made.encode("utf-16-le")) // 2 <= 112
    assert "\n" not in made


NAMES = (
    *FORMULAS[:3],
    *FORMULAS[4:6],
    "</t></si>&amp;]]>",
    "<r>&</r>",
    "_x005F_x0041_",
    "کافه 🙂",
    "a\ud800\x07b",
    "n" * 300,
    "&P&D\n&",
)


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_name_reaches_every_place_and_is_nowhere_a_formula(place: int) -> None:
    text = NAMES[place]
    data, plain = everywhere(text), everywhere("plain")
    formulas = [cell.value for cell in cells(book(data)) if cell.data_type == "f"]
    assert formulas == [cell.value for cell in cells(book(plain)) if cell.data_type == "f"]
    assert cell_text(text) in texts(data)


@cache
def everywhere(text: str) -> bytes:
    """Return a workbook that has a text wherever a person can put one."""
    said = sample_assessment("tax_adviser")
    profile = Profile(name=text, prepared_by=text, prepared_for=text, currency=text[:10])
    found = replace(said, profile=profile, rules=())
    parts = (PlanPart.SUMMARY, PlanPart.WEEK, PlanPart.MEASURING)
    options = PlanOptions(
        parts=parts, opening=text, mark=text, footer=text, sender=text, lines=(text,)
    )
    weeks = (logged(found, 1, note=text, outcomes={text: 1.0}),)
    return workbook_file(source_of(found, options, weeks))


def test_a_text_that_looks_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    data = workbook_file(with_texts(["=1+1", "plain"]))
    marked = {c.value: c.quotePrefix for c in cells(book(data)) if c.value in ("=1+1", "plain")}
    assert marked == {"=1+1": True, "plain": False}


def test_a_persian_text_begins_at_the_right_and_others_at_the_left() -> None:
    said = {"«کافه» Bahar": 2, "שלום": 2, "Bahar کافه": 0, "12 ½": 0}
    data = workbook_file(with_texts(list(said)))
    orders = {c.value: c.alignment.readingOrder for c in cells(book(data)) if c.value in said}
    assert {text: int(order or 0) for text, order in orders.items()} == said
