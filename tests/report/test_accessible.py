"""Every plan can be read by a program as by an eye."""

from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Final

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.presentation.plan_options import (
    PAPERS,
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
    untold,
)
from socialplanner.presentation.summary import summarise
from socialplanner.report import content as c
from socialplanner.report.characters import normalise
from socialplanner.report.plan_content import plan_sections
from tests.domain.firms import FIRMS
from tests.report.pdf_check import faults, outside_faults
from tests.report.pdf_tree import tree_of
from tests.report.plans import SCRIPTS, assessed, catalogue, logo, plan, plan_in_scripts, short_plan
from tests.report.structure_text import read_by_structure

PARTS: Final = tuple(PlanPart)
OPTIONS: Final = {
    "everything": PlanOptions(parts=PARTS, has_contents=True, logo=logo()),
    "without a cover": PlanOptions(cover=CoverKind.NONE, has_contents=True),
    "a plain cover": PlanOptions(cover=CoverKind.PLAIN, mark="Confidential", footer="Northlight"),
    "brief": PlanOptions(verbosity=Verbosity.BRIEF),
    "backwards": PlanOptions(parts=PARTS[::-1]),
    "with words of the sender": PlanOptions(
        opening="One\n\nTwo\nThree", closing="End", notes=dict.fromkeys(PARTS, "A\nremark")
    ),
    "long words": PlanOptions(opening="x" * 300 + " " + "W" * 300, footer="y" * 300),
    "nobody named": PlanOptions(alias="Client A"),
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", FIRMS)
def test_the_plan_of_every_sample_has_no_fault(name: str, paper: str) -> None:
    data = plan(PlanOptions(paper=paper), name)
    assert faults(data) == ()
    assert outside_faults(data) == ()


@pytest.mark.parametrize("name", OPTIONS)
def test_a_plan_with_any_options_has_no_fault(name: str) -> None:
    assert faults(plan(OPTIONS[name])) == ()


@given(parts=st.lists(st.sampled_from(PARTS), min_size=1, unique=True))
@settings(max_examples=10, deadline=None)
def test_a_plan_of_any_parts_in_any_order_has_no_fault(parts: list[PlanPart]) -> None:
    assert faults(plan(PlanOptions(parts=tuple(parts)))) == ()


def test_a_plan_in_many_scripts_has_no_fault() -> None:
    assert faults(plan_in_scripts()) == ()
    assert outside_faults(plan_in_scripts()) == ()


def test_words_of_any_script_are_read_in_the_order_in_which_they_are_typed() -> None:
    read = " ".join(read_by_structure(plan_in_scripts()))
    for words in SCRIPTS:
        assert " ".join(normalise(words).split()) in read


def test_an_untagged_plan_has_no_tags_and_no_other_fault() -> None:
    assert faults(short_plan(is_tagged=False), is_tagged=False) == ()
    assert "the file has no structure tree" in faults(short_plan(is_tagged=False))


def texts_in(value: object) -> list[str]:
    """Return the texts of paragraphs, headings and lists in the content of a plan."""
    match value:
        case c.Passage(text=text):
            return [text]
        case c.SectionHead(headline=headline):
            return [headline]
        case c.Heading(title=title, text=text):
            return [title, *([text] if text else [])]
        case c.Bullets(items=items):
            return list(items)
        case _:
            pass
    if is_dataclass(value):
        value = tuple(getattr(value, each.name) for each in fields(value))
    return [text for part in value for text in texts_in(part)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("name", ["cafe", "tax_adviser"])
def test_whoever_follows_the_structure_reads_every_sentence_whole(name: str) -> None:
    options = PlanOptions(opening="One\ntwo three", has_contents=True)
    summary = summarise(catalogue(), assessed(name))
    wanted = texts_in(plan_sections(summary, options, untold))
    read = [text.casefold() for text in read_by_structure(plan(options, name))]
    assert len(wanted) > 60
    for text in wanted:
        expected = " ".join(normalise(text).split()).casefold()
        assert any(expected in one for one in read), text


def test_figures_say_in_words_what_they_show() -> None:
    with pikepdf.open(BytesIO(plan(PlanOptions()))) as pdf:
        said = [str(piece.element.Alt) for piece in tree_of(pdf).all() if piece.role == "Figure"]
    assert len(said) > 5
    assert all(len(text.split()) > 8 for text in said)
    assert len(set(said)) == len(said)
