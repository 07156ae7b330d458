"""The cover shows who and when on the page itself; what is too long goes on after it."""

from collections.abc import Callable

import pypdfium2
import pytest

from socialplanner.report import components as c
from socialplanner.report.cover import Cover
from socialplanner.report.styles import A4, LETTER, Paper
from tests.report.reading import on_paper, printed, squeezed

DAY = "23 November 2026"


def cover_of(name: str, client: str, author: str) -> Cover:
    return Cover(
        name=name,
        kicker="Plan",
        title="Social plan",
        subtitle="For ninety days",
        details=[f"Prepared for {client}", f"Prepared by {author}", DAY],
    )


def words(letter: str, length: int) -> str:
    return "".join(f"{letter}{number} " for number in range(length))[:length].strip()


def one_word(letter: str, length: int) -> str:
    return letter * length


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("length", [300, 14_000])
@pytest.mark.parametrize("typed", [words, one_word])
def test_long_details_leave_the_day_on_the_cover_and_lose_nothing(
    paper: Paper, length: int, typed: Callable[[str, int], str]
) -> None:
    fields = [typed(one, length) for one in "zvk"]
    found = printed(c.body("end"), paper=paper, name="N", cover=cover_of(*fields))
    pages = on_paper(found.data)
    assert squeezed(DAY) in squeezed(pages[0])
    assert all(start in pages[0] for start in ("Prepared for", "Prepared by"))
    together = "".join(pages)
    for letter, field in zip("zvk", fields, strict=True):
        assert together.count(letter) >= field.count(letter)


def test_details_end_at_the_bottom_margin_with_two_lines_each() -> None:
    found = printed(c.body("end"), cover=cover_of("N", *["word " * 200] * 2))
    document = pypdfium2.PdfDocument(found.data)
    page = document[0].get_textpage()
    bottoms = [page.get_charbox(index)[1] for index in range(page.count_chars())]
    text = page.get_text_range()
    document.close()
    assert 48 <= min(bottoms) < 60
    _, client, author = text.partition("Prepared for")[2].partition("Prepared by")
    assert client == "Prepared by"
    assert len(author.strip().splitlines()) == 3


def test_short_details_leave_no_page_behind_the_cover() -> None:
    found = printed(c.body("end"), cover=cover_of("Harbour", "Client", "Author"))
    assert len(found.pages) == 2
