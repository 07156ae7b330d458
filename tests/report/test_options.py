"""Paper, parts, colours, logo and sender are on the page; the same choice gives the same file."""

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
from socialplanner.presentation.plan_options import ALL_PARTS, PlanOptions, PlanPart
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
@given(st.sets(st.sampled_from(list(PlanPart)), min_size=1))
def test_any_parts_are_numbered_without_a_gap_and_say_what_is_left_out(
    parts: set[PlanPart],
) -> None:
    data = plan_pdf(*cafe(), PlanOptions(parts=tuple(part for part in PlanPart if part in parts)))
    found = read(data)
    titles = [TITLES[part] for part in PlanPart if part in parts]
    closing = [] if parts == ALL_PARTS else ["About these figures"]
    assert outline(data)[1:] == titles + closing
    for number, title in enumerate(titles + closing, start=1):
        assert squeezed(f"{number}   {title}".upper()) in squeezed(found.text.upper())
    for part in ALL_PARTS - parts:
        assert squeezed(TITLES[part]) in squeezed(found.pages[-1])


def test_without_the_appendix_its_honest_words_are_still_said_and_nothing_leads_to_it() -> None:
    found = read(plan_pdf(*cafe(), PlanOptions(parts=tuple(p for p in ALL_PARTS if p is not PlanPart.APPENDIX))))
    assert squeezed("are our assumptions") in squeezed(found.pages[-1])
    assert squeezed("What it does not know.") in squeezed(found.pages[-1])
    assert squeezed("not a forecast") in squeezed(found.pages[-1])
    assert squeezed("the appendix") not in found.text


def test_a_plan_without_parts_or_on_unknown_paper_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        PlanOptions(parts=())
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
