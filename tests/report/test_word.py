"""The Word document says what the plan says, and is made of what one edits in Word."""

import shutil
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.presentation.plan_options import (
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
    untold,
)
from socialplanner.presentation.report_presets import Preset, with_preset
from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.scenes.shapes import Colour, Scene
from socialplanner.report import content as c
from socialplanner.report.office_file import SCHEME, hex_of
from socialplanner.report.plan_content import plan_sections
from socialplanner.report.styles import theme
from socialplanner.report.word import word_file
from tests.report.office import (
    DRAWING,
    SAMPLES,
    WORD,
    as_pdfs,
    descriptions,
    numbers_in,
    outside_faults,
    said_in,
    source,
    summary_of,
    trees_of,
    visible,
    words_of,
)
from tests.report.plans import logo
from tests.report.reading import read

WHOLE = PlanOptions(
    parts=tuple(PlanPart),
    has_contents=True,
    logo=logo(),
    mark="Confidential",
    opening="To begin with,\nsome words.\n\nAnd more.",
    closing="The end",
    notes={PlanPart.WEEK: "A remark"},
)
PERSIAN = "شرکت نمونه (Example) ۱۲۳"


@cache
def whole() -> bytes:
    return word_file(source(WHOLE))


def document(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def body_of(data: bytes) -> ET.Element:
    return trees_of(data)["word/document.xml"]


def style_of(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if found is None else found.get(f"{WORD}val", "")


def scenes_in(value: object) -> list[Scene]:
    if isinstance(value, c.Chart):
        return [value.scene]
    if isinstance(value, tuple | list):
        return [scene for each in value for scene in scenes_in(each)]
    inner = (getattr(value, name, ()) for name in ("content", "left", "right"))
    return [scene for each in inner for scene in scenes_in(each)]


def paragraphs(body: ET.Element) -> list[ET.Element]:
    return list(body.iter(f"{WORD}p"))


def text_of(paragraph: ET.Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{WORD}t"))


def is_turned(run: ET.Element) -> bool:
    return run.find(f"{WORD}rPr/{WORD}rtl") is not None


OPTIONS = st.builds(
    PlanOptions,
    paper=st.sampled_from(["a4", "letter"]),
    parts=st.lists(st.sampled_from(list(PlanPart)), min_size=1, max_size=4, unique=True).map(tuple),
    cover=st.sampled_from(list(CoverKind)),
    verbosity=st.sampled_from(list(Verbosity)),
    opening=st.sampled_from(["", "My own words"]),
    has_contents=st.booleans(),
)


@settings(max_examples=12)
@given(name=st.sampled_from(SAMPLES), options=OPTIONS)
def test_every_word_and_number_of_the_plan_stands_in_the_document(
    name: str, options: PlanOptions
) -> None:
    sections = plan_sections(summary_of(name), options, untold)
    body = body_of(word_file(source(options, name)))
    shown = words_of(body) + visible(" ".join(descriptions(body)))
    said = [text for one in sections for text in said_in(one.content)]
    assert len(said) > 3
    assert [text for text in said if visible(text) not in shown] == []
    spaced = [*map(text_of, paragraphs(body)), *descriptions(body)]
    assert numbers_in(" ".join(said)) <= numbers_in(" ".join(spaced))


def test_the_same_plan_gives_the_same_bytes_and_takes_nothing_from_elsewhere() -> None:
    assert word_file(source(WHOLE)) == whole()
    assert outside_faults(whole()) == []
    assert b"rsid" not in b"".join(map(ET.tostring, trees_of(whole()).values()))


def test_headings_go_down_one_level_at_a_time_and_parts_are_numbered_by_word() -> None:
    body = body_of(whole())
    styles = [style_of(one) for one in paragraphs(body)]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert styles.count("Title") == 2
    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    heads = [one for one in paragraphs(body) if style_of(one) == "Heading1"]
    counted = [one for one in heads if one.find(f"{WORD}pPr/{WORD}numPr") is None]
    assert len(counted) == len(PlanPart)
    assert not any(text_of(one)[0].isdigit() for one in heads)


def test_every_line_of_the_contents_leads_to_a_part_that_is_there() -> None:
    body = body_of(whole())
    lines = [one for one in paragraphs(body) if style_of(one).startswith("Toc")]
    links = [link for one in lines for link in one.iter(f"{WORD}hyperlink")]
    places = {one.get(f"{WORD}name") for one in body.iter(f"{WORD}bookmarkStart")}
    heads = [text_of(one) for one in paragraphs(body) if style_of(one) == "Heading1"]
    named = [text_of(one) for one in lines if style_of(one) == "Toc1"]
    assert len(links) == len(lines)
    assert {one.get(f"{WORD}anchor") for one in links} == places
    assert [name.lstrip("0123456789") for name in named] == heads
    kinds = [one.get(f"{WORD}fldCharType") for one in body.iter(f"{WORD}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_every_chart_says_in_words_what_it_shows_and_an_ornament_says_that_it_is_one() -> None:
    sections = plan_sections(summary_of("cafe"), WHOLE, untold)
    charts = [described(scene) for scene in scenes_in(list(sections))]
    body = body_of(whole())
    told = descriptions(body)
    assert [text for text in charts if text not in told] == []
    assert len(charts) > 5
    unsaid = [one for one in body.iter() if one.tag.endswith("}docPr") and not one.get("descr")]
    assert len(unsaid) == 1
    assert any(each.tag.endswith("}decorative") for each in unsaid[0].iter())


def test_every_picture_has_a_number_of_its_own() -> None:
    trees = trees_of(whole())
    places = [
        trees["word/document.xml"],
        *(trees[n] for n in trees if "header" in n and "_rels" not in n),
    ]
    keys = [one.get("id") for tree in places for one in tree.iter() if one.tag.endswith("}docPr")]
    assert len(keys) > 8
    assert len(set(keys)) == len(keys)


def test_heads_of_tables_stand_again_on_every_page_and_rows_are_not_torn_apart() -> None:
    tables = list(body_of(whole()).iter(f"{WORD}tbl"))
    grids = [one for one in tables if one.find(f"{WORD}tblPr/{WORD}tblStyle") is not None]
    assert len(grids) > 15
    for table in grids:
        rows = table.findall(f"{WORD}tr")
        assert rows[0].find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)
        widths = [int(one.get(f"{WORD}w", "0")) for one in table.iter(f"{WORD}gridCol")]
        assert sum(widths) <= 20 * 499.276 + len(widths)


def test_each_numbered_list_counts_from_one() -> None:
    body = body_of(whole())
    items = [one for one in paragraphs(body) if style_of(one) == "ListNumber"]
    keys = [one.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId") for one in items]
    used = {one.get(f"{WORD}val") for one in keys if one is not None}
    lists = trees_of(whole())["word/numbering.xml"]
    begun = {
        one.get(f"{WORD}numId")
        for one in lists.iter(f"{WORD}num")
        if one.find(f".//{WORD}startOverride") is not None
    }
    assert len(used) > 1
    assert used == begun


def test_the_blocks_of_the_week_can_be_ticked_off() -> None:
    body = body_of(whole())
    boxes = [one for one in body.iter() if one.tag.endswith("}checkbox")]
    assert len(boxes) == len(summary_of("cafe").sheet.agenda.blocks)


def test_colours_of_the_theme_are_those_of_the_plan_readable_whatever_the_brand() -> None:
    colours = ("#FFE14D", "#FF9900")
    tree = trees_of(word_file(source(PlanOptions(colours=colours))))["word/theme/theme1.xml"]
    brand = theme(*colours)
    for name, colour in SCHEME.items():
        value = tree.find(f".//{DRAWING}{name}/{DRAWING}srgbClr")
        assert value is not None
        assert value.get("val") == hex_of(brand[colour])
    assert hex_of(brand[Colour.BRAND_TEXT]) != "FFE14D"


def test_properties_name_the_plan_its_author_its_language_and_its_day() -> None:
    found = document(whole()).core_properties
    cover = summary_of("cafe").cover
    assert found.title == f"{cover.title}: {cover.name}"
    assert found.author == cover.prepared_by
    assert (found.language, f"{found.created:%Y-%m-%d}") == ("en-GB", "2026-11-23")


def test_all_pages_but_the_cover_say_whose_plan_it_is_and_which_page_of_how_many() -> None:
    section = document(whole()).sections[0]
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text
    assert "Café Morgenlicht" in section.header.paragraphs[0].text
    foot = ET.tostring(trees_of(whole())["word/footer1.xml"]).decode()
    assert "NUMPAGES" in foot
    assert "CONFIDENTIAL" in foot
    bare = document(word_file(source(PlanOptions(cover=CoverKind.NONE)))).sections[0]
    assert not bare.different_first_page_header_footer


def test_words_from_right_to_left_are_marked_as_such_and_others_among_them_are_not() -> None:
    data = word_file(source(PlanOptions(parts=(PlanPart.MIX,), opening=f"{PERSIAN}\nA line")))
    found = [one for one in paragraphs(body_of(data)) if style_of(one) == "BodyText"]
    persian, latin = (next(one for one in found if text_of(one) == t) for t in (PERSIAN, "A line"))
    assert persian.find(f"{WORD}pPr/{WORD}bidi") is not None
    assert latin.find(f"{WORD}pPr/{WORD}bidi") is None
    turned = {text_of(run).strip() for run in persian.iter(f"{WORD}r") if is_turned(run)}
    assert turned == {"شرکت نمونه (", ") ۱۲۳"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_shows_the_document_with_all_its_parts_and_one_page_where_it_is_one(
    tmp_path: Path,
) -> None:
    files = {
        "plan.docx": whole(),
        "page.docx": word_file(source(with_preset(PlanOptions(), Preset.ONE_PAGE))),
        "sheet.docx": word_file(source(with_preset(PlanOptions(), Preset.SHEET))),
    }
    made = {name: read(pdf) for name, pdf in as_pdfs(files, tmp_path).items()}
    found = made["plan.docx"]
    assert len(found.pages) > 15
    for text in ("Café Morgenlicht", "To begin with,", "CONFIDENTIAL", "The end"):
        assert visible(text) in found.text
    assert visible(f"{len(found.pages)} / {len(found.pages)}") in found.text
    assert visible(summary_of("cafe").overview.headline) in made["page.docx"].text
    assert len(made["sheet.docx"].pages) == 1
