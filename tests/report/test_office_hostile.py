"""What a person types stands in Word documents and slides as typed: 3,000 texts in every field."""

from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import docx
import pptx

from socialplanner.domain.profile import Profile
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.summary import summarise
from socialplanner.report.slides import slides_file
from socialplanner.report.slides.document import parts_shown
from socialplanner.report.word import word_file
from tests.report.hostile import hostile_texts
from tests.report.office import WORD, outside_faults, trees_of, visible
from tests.report.plans import assessed, catalogue

if TYPE_CHECKING:
    from socialplanner.domain.answers import TableRow

TEXTS: Final = 3_000
PARTS: Final = tuple(PlanPart)
TO_LEFT: Final = ("سلام <b>دنیا</b>", "(a) ب {0} = ג", "\u200f\u200e נסיון & 12")
"""The corpus has no letters that run to the left: these are strewn in."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a plan is made from, and the texts it was given by field."""

    source: PlanSource
    fields: dict[str, list[str]]


@cache
def told() -> Told:
    """Return a plan in which every free field holds hostile texts, 3,000 in all."""
    texts = [
        f"{text[:80]} {TO_LEFT[place % 3]}" if place % 7 == 0 else text
        for place, text in enumerate(hostile_texts(TEXTS))
    ]
    given = iter(texts)
    fields = {
        field: list(islice(given, count))
        for field, count in (
            ("name", 1),
            ("for", 1),
            ("by", 1),
            ("lines", 4),
            ("footer", 1),
            ("mark", 1),
            ("notes", 10 * len(PARTS)),
            ("answers", 100),
            ("opening", 1_300),
            ("closing", TEXTS),
        )
    }
    assert sum(map(len, fields.values())) == TEXTS
    return Told(_source(fields), fields)


def _source(fields: dict[str, list[str]]) -> PlanSource:
    cafe = assessed()
    rows: tuple[TableRow, ...] = tuple({"source": text, "count": 1.0} for text in fields["answers"])
    profile = Profile(
        name=fields["name"][0], prepared_for=fields["for"][0], prepared_by=fields["by"][0]
    )
    notes = [fields["notes"][place :: len(PARTS)] for place in range(len(PARTS))]
    options = PlanOptions(
        parts=PARTS,
        lines=tuple(fields["lines"]),
        footer=fields["footer"][0],
        mark=fields["mark"][0],
        opening="\n".join(fields["opening"]),
        closing="\n\n".join(fields["closing"]),
        notes={part: "\n".join(note) for part, note in zip(PARTS, notes, strict=True)},
        has_contents=True,
    )
    answers = {**cafe.answers, "business.last_ten_enquiries": rows}
    found = replace(cafe, answers=answers, profile=profile)
    summary = summarise(catalogue(), found)
    return PlanSource(catalogue=catalogue(), assessment=found, summary=summary, options=options)


def test_every_text_stands_in_the_word_document_and_nothing_is_done_at_its_word() -> None:
    plan = told()
    data = word_file(plan.source)
    body = trees_of(data)["word/document.xml"]
    shown = {"".join(visible(t) for t in one.itertext()) for one in _paragraphs(body)}
    whole = "\n".join(shown)
    lines = "".join(visible(t) for one in _paragraphs(body) for t in one.itertext())
    for field, texts in plan.fields.items():
        for text in texts if field != "footer" else ():
            wanted = visible(text.upper() if field == "mark" else text)
            assert wanted in whole or wanted in lines, (field, text)
    assert outside_faults(data) == []
    codes = {"".join(one.itertext()).split()[0] for one in body.iter(f"{WORD}instrText")}
    assert codes == {"TOC", "HYPERLINK"}
    docx.Document(BytesIO(data))


def _paragraphs(body: ET.Element) -> list[ET.Element]:
    return list(body.iter(f"{WORD}p"))


def test_every_text_stands_in_the_slides_or_in_the_notes_to_them() -> None:
    plan = told()
    data = slides_file(plan.source)
    slides = list(pptx.Presentation(BytesIO(data)).slides)
    notes = [one.notes_slide.notes_text_frame for one in slides]
    said = visible("\n".join(one.text for one in notes if one is not None))
    for field in ("name", "for", "by", "lines", "opening", "closing"):
        for text in plan.fields[field]:
            assert visible(text) in said, (field, text)
    for part, note in plan.source.options.notes.items():
        assert (visible(note) in said) is (part in parts_shown(plan.source))
    assert outside_faults(data) == []
    trees_of(data)
