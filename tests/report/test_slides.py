"""The slides say one conclusion each, with figures of the plan alone, and can be edited."""

import shutil
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.chart.chart import Chart
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Length

from socialplanner import paths
from socialplanner.domain.assessment import assess
from socialplanner.domain.profile import Choices, Profile
from socialplanner.presentation import formats
from socialplanner.presentation.plan_options import CoverKind, PlanOptions, PlanPart, untold
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.scenes import Colour
from socialplanner.presentation.summary import summarise
from socialplanner.report.harfbuzz import font_of_data, harfbuzz
from socialplanner.report.office_file import SCHEME, hex_of
from socialplanner.report.plan_content import TITLES, plan_sections
from socialplanner.report.sections.closing import CONDITION, WHOSE
from socialplanner.report.slides import slides_file
from socialplanner.report.slides.charts import as_said
from socialplanner.report.styles import theme
from tests.report.office import (
    DRAWING,
    SAMPLES,
    as_pdfs,
    numbers_in,
    outside_faults,
    said_in,
    source,
    summary_of,
    trees_of,
    visible,
)
from tests.report.plans import DAY, assessed, catalogue, logo
from tests.report.reading import read

FIVE = (PlanPart.STANDING, PlanPart.MIX, PlanPart.WEEK, PlanPart.DAYS, PlanPart.MEASURING)
ASSUMING = (PlanPart.MIX, PlanPart.WEEK, PlanPart.MEASURING)
CALIBRI = 0.86
"""Its letters are so wide, against those of Inter."""

ARABIC = "Vazirmatn-Regular"
FULL = PlanOptions(
    logo=logo(),
    mark="Confidential",
    opening="To begin with",
    closing="The end",
    notes={PlanPart.WEEK: "A remark\nin two lines"},
)


@cache
def full(name: str = "cafe") -> bytes:
    return slides_file(source(FULL, name))


def slides(data: bytes) -> list[Slide]:
    return list(presentation(data).slides)


def presentation(data: bytes) -> Presentation:
    return pptx.Presentation(BytesIO(data))


def title(slide: Slide) -> str:
    shape = slide.shapes.title
    assert shape is not None
    return " ".join(shape.text_frame.text.split())


def frames(slide: Slide) -> list[Shape]:
    return [shape for shape in slide.shapes if isinstance(shape, Shape)]


def words(slide: Slide) -> list[str]:
    graphs = [shape for shape in slide.shapes if isinstance(shape, GraphicFrame)]
    tables = [shape.table for shape in graphs if shape.has_table]
    texts = [shape.text_frame.text for shape in frames(slide)]
    return [*texts, *(cell.text for table in tables for cell in table.iter_cells())]


def notes(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


def chart(slide: Slide) -> Chart:
    graphs = [shape for shape in slide.shapes if isinstance(shape, GraphicFrame)]
    return next(shape.chart for shape in graphs if shape.has_chart)


def of(data: bytes, part: PlanPart) -> Slide:
    return next(one for one in slides(data) if TITLES[part] in words(one))


@pytest.mark.parametrize("name", SAMPLES)
def test_six_slides_have_the_conclusions_of_the_plan_as_titles(name: str) -> None:
    summary = summary_of(name)
    heads = (summary.standing, summary.mix, summary.week, summary.days, summary.measuring)
    wanted = [summary.cover.title, *(one.headline for one in heads)]
    assert [title(one) for one in slides(full(name))] == [" ".join(t.split()) for t in wanted]


@given(parts=st.lists(st.sampled_from(list(PlanPart)), min_size=1, max_size=5, unique=True))
@settings(max_examples=10)
def test_only_the_chosen_parts_have_a_slide_and_in_their_order(parts: list[PlanPart]) -> None:
    found = slides(slides_file(source(PlanOptions(parts=tuple(parts), cover=CoverKind.NONE))))
    known = [part for part in parts if part in {*FIVE, PlanPart.SUMMARY}]
    if len([part for part in known if part is not PlanPart.SUMMARY]) == len(FIVE):
        known.remove(PlanPart.SUMMARY)
    assert len(found) == 1 + len(known)
    for slide, part in zip(found[1:], known, strict=True):
        assert TITLES[part] in words(slide)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_number_on_a_slide_is_one_of_the_plan(name: str) -> None:
    options = PlanOptions(parts=tuple(PlanPart))
    sections = plan_sections(summary_of(name), options, untold)
    cover = summary_of(name).cover
    plan = numbers_in(" ".join([*said_in(sections), cover.day, cover.name, cover.title]))
    for page, slide in enumerate(slides(full(name)), start=1):
        said = numbers_in(" ".join([*words(slide), notes(slide)]))
        assert said - plan <= {str(page)}


@pytest.mark.parametrize("name", SAMPLES)
def test_charts_can_be_edited_and_hold_the_figures_that_the_words_say(name: str) -> None:
    summary = summary_of(name)
    mix = chart(of(full(name), PlanPart.MIX)).plots[0]
    shares = [*(row.share for row in summary.mix.rows), summary.mix.band.centre]
    network, media = (list(series.values) for series in mix.series)
    assert network == [None if one is None else as_said(one) for one in shares]
    assert media == [None if one is None else 100 - one for one in network]
    assert [row.note in label for row, label in zip(summary.mix.rows, mix.categories, strict=False)]
    hours = chart(of(full(name), PlanPart.WEEK)).plots[0]
    assert list(hours.categories) == [row.label for row in summary.week.hours]
    for series in hours.series:
        rows = [
            getattr(row, {"Now": "now", "Planned": "plan"}[series.name])
            for row in summary.week.hours
        ]
        for row, value in zip(rows, series.values, strict=True):
            assert value is None if row is None else formats.half_hours(value) == row.text


def test_what_is_not_answered_is_said_and_no_bar_is_invented_for_it() -> None:
    cafe = assessed()
    asked = {one.id for one in catalogue().questionnaire if one.is_scored}
    answers = {key: said for key, said in cafe.answers.items() if key not in asked}
    answers = {key: said for key, said in answers.items() if not key.startswith("hours.")}
    found = assess(catalogue(), cafe.profile, answers, Choices(), DAY)
    summary = summarise(catalogue(), found)
    bare = PlanSource(catalogue=catalogue(), assessment=found, summary=summary)
    data = slides_file(bare)
    assert title(of(data, PlanPart.STANDING)) == summary.standing.headline
    network = next(iter(chart(of(data, PlanPart.MIX)).plots[0].series)).values
    assert list(network[:2]) == [None, None]
    assert [one.name for one in chart(of(data, PlanPart.WEEK)).plots[0].series] == ["Planned"]


@given(st.floats(0, 100))
def test_a_share_on_a_chart_is_the_one_that_words_say(share: float) -> None:
    said, shown = formats.percent(share / 100), as_said(share)
    if said.startswith(("under", "over")):
        assert 0 <= shown < 5 or 95 < shown <= 100
    else:
        assert said.removeprefix("about ") == f"{shown}%"


def test_slides_that_rest_on_assumptions_say_whose_figures_they_are() -> None:
    for part in ASSUMING:
        assert any(WHOSE in text for text in words(of(full(), part)))
    assert any(CONDITION in text for text in words(of(full(), PlanPart.MEASURING)))


def test_the_speaker_finds_leads_remarks_and_the_senders_words_in_the_notes() -> None:
    summary = summary_of("cafe")
    assert summary.mix.lead in notes(of(full(), PlanPart.MIX))
    assert summary.week.labels_note in notes(of(full(), PlanPart.WEEK))
    assert visible("A remark\nin two lines") in visible(notes(of(full(), PlanPart.WEEK)))
    first, *_, last = slides(full())
    assert "To begin with" in notes(first)
    assert "The end" in notes(last)


def test_everything_that_is_no_text_says_in_words_what_it_shows() -> None:
    for slide in slides(full()):
        for shape in slide.shapes:
            said = shape._element._nvXxPr.cNvPr  # noqa: SLF001 - it has no other door
            is_picture = shape.has_chart or shape.has_table or not shape.has_text_frame
            is_ornament = any(one.tag.endswith("}decorative") for one in said.iter())
            assert not is_picture or is_ornament or len(said.get("descr")) > 3, shape.name


def test_shapes_have_numbers_of_their_own_and_the_foot_is_read_last() -> None:
    for page, slide in enumerate(slides(full()), start=1):
        keys = [shape.shape_id for shape in slide.shapes]
        assert len(set(keys)) == len(keys)
        assert slide.shapes[0] == slide.shapes.title
        if page > 1:
            texts = [shape.text_frame.text for shape in frames(slide)]
            assert "Café Morgenlicht" in texts[-3]
            assert texts[-2] == str(page)


def test_every_run_of_words_is_in_the_language_of_the_plan() -> None:
    for name, tree in trees_of(full()).items():
        if name.startswith("ppt/slides/slide"):
            runs = [one.find(f"{DRAWING}rPr") for one in tree.iter(f"{DRAWING}r")]
            assert runs
            assert {None if one is None else one.get("lang") for one in runs} == {"en-GB"}


def test_the_same_plan_gives_the_same_bytes_and_takes_nothing_from_elsewhere() -> None:
    assert slides_file(source(FULL)) == full()
    assert outside_faults(full()) == []
    assert not [name for name in trees_of(full()) if "vba" in name.lower()]


def test_slides_have_the_brands_theme_and_every_slide_its_number_foot_and_mark() -> None:
    colours = ("#FFE14D", "#FF9900")
    data = slides_file(source(PlanOptions(colours=colours, mark="Secret", footer="My foot")))
    brand, tree = theme(*colours), trees_of(data)["ppt/theme/theme1.xml"]
    for name, colour in SCHEME.items():
        value = tree.find(f".//{DRAWING}{name}/{DRAWING}srgbClr")
        assert value is not None
        assert value.get("val") == hex_of(brand[colour])
    assert brand[Colour.ON_BRAND] != brand[Colour.PAPER]
    for page, slide in enumerate(slides(data)[1:], start=2):
        assert {"Secret", "My foot", str(page)} <= set(words(slide))


def named(plan: PlanSource, name: str) -> PlanSource:
    found = replace(plan.assessment, profile=Profile(name=name))
    summary = summarise(plan.catalogue, found)
    return replace(plan, assessment=found, summary=summary)


LONG = "Überlange Firmierung für Bäckereibetriebe & Söhne <b>GmbH</b> " * 5
PERSIAN = "شرکت بازاریابی نمونه تهران " * 11
NAMES = (LONG[:300], "W" * 300, PERSIAN[:300], "a b " * 75)


def advance(file: str, text: str) -> float:
    """Return how wide a text is at a size of 1, its letters joined: Pillow alone joins none."""
    library = harfbuzz()
    data = (paths.fonts_dir() / f"{file}.ttf").read_bytes()
    font, buffer = font_of_data(data), library.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    library.shape(font, buffer)
    return float(sum(each.x_advance for each in buffer.glyph_positions) / font.face.upem)


def height_of(frame: TextFrame, width: float) -> float:
    """Reckon how high the words of a place are, apart from the program, in letters as wide."""
    total = 0.0
    for paragraph in frame.paragraphs:
        file = "Inter-Regular" if paragraph.text.isascii() or "ü" in paragraph.text else ARABIC
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None]
        size = max(sizes, default=12.0)
        wide = advance(file, paragraph.text) * size * CALIBRI
        total += max(1, -(-wide // width)) * size * 1.2
        total += 0 if not isinstance(paragraph.space_after, Length) else paragraph.space_after.pt
    return total


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_words_stay_in_their_places_whatever_a_name_is(place: int) -> None:
    name = NAMES[place]
    made = PlanOptions(
        lines=(name[:200],) * 4, sender=name[:200], recipient=name[:200], footer=name[:200]
    )
    plan = named(source(made, SAMPLES[place]), name)
    for slide in slides(slides_file(plan)):
        for shape in slide.shapes:
            assert 0 <= shape.left.pt <= shape.left.pt + shape.width.pt <= 960.1
            assert 0 <= shape.top.pt <= shape.top.pt + shape.height.pt <= 540.1
        for shape in frames(slide):
            height = height_of(shape.text_frame, shape.width.pt)
            assert height <= shape.height.pt * 1.02 + 1, (title(slide), shape.text_frame.text)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_shows_the_slides_with_titles_charts_and_tables(tmp_path: Path) -> None:
    found = read(as_pdfs({"plan.pptx": full()}, tmp_path)["plan.pptx"])
    assert len(found.pages) == 6
    for page, slide in zip(found.pages, slides(full()), strict=True):
        assert visible(title(slide)) in visible(page)
    assert "Social networking" in found.pages[2]
    assert "Together" in found.pages[3]
