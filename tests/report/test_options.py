"""What a person chose is on the page; the same choice gives the same file."""

import re
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf.generic import Destination, DictionaryObject

from socialplanner import paths
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.plan_options import (
    ALL_PARTS,
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
)
from socialplanner.presentation.summary import summarise
from socialplanner.report.plan_document import TITLES, plan_file, plan_pdf
from tests.report.reading import inside, read, squeezed

DAY = date(2026, 11, 23)


@cache
def cafe() -> tuple[Catalogue, Assessment]:
    catalogue = load_catalogue(paths.catalogue_dir())
    file = read_answers_file(catalogue, paths.samples_dir() / "cafe.toml")
    return catalogue, assess(catalogue, file.profile, file.answers, file.choices, DAY)


def logo(size: tuple[int, int] = (640, 200)) -> bytes:
    written = BytesIO()
    Image.new("RGBA", size, (200, 30, 90, 128)).save(written, format="PNG")
    return written.getvalue()


def outline(data: bytes) -> list[str]:
    return [str(e.title) for e in inside(data).outline if isinstance(e, Destination)]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(list(PlanPart)), min_size=1, unique=True))
def test_any_parts_in_any_order_are_numbered_without_a_gap_and_say_what_is_left_out(
    parts: list[PlanPart],
) -> None:
    options = PlanOptions(parts=tuple(parts))
    data = plan_pdf(*cafe(), options)
    found = read(data)
    titles = [TITLES[part] for part in parts]
    is_page = set(parts) <= {PlanPart.SUMMARY, PlanPart.SHEET}
    closing = ["About these figures"] if options.left_out and not is_page else []
    assert outline(data)[1:] == titles + closing
    for number, title in enumerate(titles + closing, start=1):
        shown = f"{number if len(parts) > 1 or closing else ''}   {title}"
        assert squeezed(shown.upper()) in squeezed(found.text.upper())
    for part in options.left_out if closing else ():
        assert squeezed(TITLES[part]) in squeezed(found.pages[-1])


def test_without_the_appendix_its_honest_words_are_still_said_and_nothing_leads_to_it() -> None:
    found = read(plan_pdf(*cafe(), PlanOptions(parts=ALL_PARTS[:-1])))
    assert squeezed("are our assumptions") in squeezed(found.pages[-1])
    assert squeezed("What it does not know.") in squeezed(found.pages[-1])
    assert squeezed("not a forecast") in squeezed(found.pages[-1])
    assert squeezed("the appendix") not in found.text


def test_a_plan_without_parts_or_on_unknown_paper_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        PlanOptions(parts=())
    with pytest.raises(ValueError, match="each part once"):
        PlanOptions(parts=(PlanPart.MIX, PlanPart.MIX))
    with pytest.raises(ValueError, match="no paper"):
        PlanOptions(paper="a3")


def test_the_logo_is_in_the_file_once_and_drawn_on_every_page() -> None:
    data = plan_pdf(*cafe(), PlanOptions(logo=logo()))
    assert data == plan_pdf(*cafe(), PlanOptions(logo=logo()))
    drawn: set[int] = set()
    for page in inside(data).pages:
        resources, content = page["/Resources"], page.get_contents()
        assert isinstance(resources, DictionaryObject)
        pictures = resources["/XObject"].get_object()
        assert isinstance(pictures, DictionaryObject)
        drawn.update(picture.idnum for picture in pictures.values())
        assert content is not None
        assert b" Do" in content.get_data()
    assert len(drawn) == 1


@pytest.mark.parametrize("size", [(1, 1200), (1200, 1), (3, 3)], ids=["tall", "wide", "tiny"])
def test_a_logo_of_any_shape_leaves_the_name_on_the_cover(size: tuple[int, int]) -> None:
    found = read(plan_pdf(*cafe(), PlanOptions(logo=logo(size))))
    assert squeezed("Café Morgenlicht") in squeezed(found.pages[0])


def test_colours_change_the_look_and_not_a_word() -> None:
    plain, coloured = (
        plan_pdf(*cafe(), PlanOptions(colours=c)) for c in ((), ("#2F6F5E", "#AA3377"))
    )
    assert plain != coloured
    assert read(plain).text == read(coloured).text


def test_the_lines_of_the_sender_stand_on_the_cover_and_the_profile_names_who_prepared_it() -> None:
    lines = ("Northlight Advice", "hello@northlight.example")
    found = read(plan_pdf(*cafe(), PlanOptions(lines=lines, sender="Northlight")))
    assert all(squeezed(line) in squeezed(found.pages[0]) for line in lines)
    assert squeezed("Prepared by The owner") in squeezed(found.pages[0])


def test_the_summary_alone_is_one_page_that_says_whose_figures_these_are() -> None:
    options = PlanOptions(parts=(PlanPart.SUMMARY,), cover=CoverKind.NONE, sender="Northlight")
    found = read(plan_pdf(*cafe(), options))
    assert len(found.pages) == 1
    for said in ("are our assumptions", "not a forecast", "Café Morgenlicht", "23 November 2026"):
        assert squeezed(said) in found.text


def test_the_words_of_the_sender_stand_before_after_and_within_the_plan_as_they_were_written() -> (
    None
):
    words = ("Dear <b>Anna</b>,", "=1+1 & so on", "With regards\nNorthlight")
    notes = {PlanPart.MIX: words[1], PlanPart.DAYS: " "}
    options = PlanOptions(opening=words[0], notes=notes, closing=words[2])
    found = read(plan_pdf(*cafe(), options))
    pages = [squeezed(page) for page in found.pages]
    assert squeezed(words[0]) in pages[1]
    (closed,) = [page for page in pages if squeezed(words[2]) in page]
    assert pages.index(closed) < pages.index(next(p for p in pages if "8APPENDIX" in p))
    (noted,) = [page for page in pages if squeezed(words[1]) in page]
    assert squeezed("3 YOUR MIX") in noted
    assert found.text.count(squeezed("A REMARK")) == 1


def test_opening_words_without_a_cover_stand_on_the_first_page() -> None:
    options = PlanOptions(parts=(PlanPart.SUMMARY,), cover=CoverKind.NONE, opening="Dear Anna")
    first = squeezed(read(plan_pdf(*cafe(), options)).pages[0])
    assert first.index("DearAnna") < first.index("SUMMARY")


def test_the_foot_and_the_mark_stand_on_every_page() -> None:
    found = read(plan_pdf(*cafe(), PlanOptions(footer="Northlight, High Street", mark="Private")))
    assert all("PRIVATE" in squeezed(page) for page in found.pages)
    assert all(squeezed("Northlight, High Street") in squeezed(page) for page in found.pages[1:])


def test_a_plain_cover_says_what_the_other_says() -> None:
    kinds = (CoverKind.PROFILE, CoverKind.PLAIN)
    profile, plain = (plan_pdf(*cafe(), PlanOptions(cover=kind)) for kind in kinds)
    assert read(profile).text == read(plain).text
    assert profile != plain


def test_the_contents_name_every_part_with_the_page_it_begins_on() -> None:
    options = PlanOptions(has_contents=True, opening="Dear Anna", parts=ALL_PARTS[:5])
    found = read(plan_pdf(*cafe(), options))
    lines = squeezed(found.pages[1])
    titles = [TITLES[part] for part in options.parts]
    assert lines.index("Contents") < lines.index(squeezed("To begin with"))
    for number, title in enumerate(titles, start=1):
        heading = squeezed(f"{number}   {title}".upper())
        (page,) = [n for n, text in enumerate(found.pages[2:], 3) if heading in squeezed(text)]
        assert re.search(f"{re.escape(squeezed(title))}.*?{page}", lines)
    links = [link.get_object() for link in inside(found.data).pages[1].annotations or ()]
    assert len(links) == len(titles) + 2  # the opening words and what is said at the end
    assert all("/Dest" in link and "/A" not in link for link in links)


def test_a_brief_plan_keeps_every_headline_and_warning_and_has_fewer_words() -> None:
    whole, brief = (
        read(plan_pdf(*cafe(), PlanOptions(verbosity=how)))
        for how in (Verbosity.FULL, Verbosity.BRIEF)
    )
    assert len(brief.text) < len(whole.text)
    assert squeezed("are our assumptions") in brief.text
    assert outline(brief.data) == outline(whole.data)


def test_progress_never_falls_and_ends_when_all_is_done() -> None:
    catalogue, assessment = cafe()
    told: list[tuple[int, int]] = []
    summary = summarise(catalogue, assessment)
    plan_file(assessment, summary, PlanOptions(), lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(told) > 20


def test_making_a_plan_stops_where_progress_raises() -> None:
    catalogue, assessment = cafe()

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        plan_file(assessment, summarise(catalogue, assessment), PlanOptions(), stop)
