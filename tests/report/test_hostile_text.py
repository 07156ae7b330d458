"""What a person types is printed as typed, whatever it looks like: 3,000 texts in every field.

What is changed on the way is `report.characters.normalise` alone: letters are composed, line ends
are made alike, and what shows nothing (controls, marks of direction) is left out.
"""

import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import pikepdf
import pypdf
import pypdfium2
import pytest

from socialplanner.domain.profile import Profile
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.summary import summarise
from socialplanner.report.characters import missing, normalise
from socialplanner.report.plan_document import plan_file
from tests.report.hostile import CORPUS, hostile_texts
from tests.report.pdf_check import faults, outside_faults
from tests.report.plans import assessed, catalogue
from tests.report.structure_text import read_by_structure

if TYPE_CHECKING:
    from socialplanner.domain.answers import TableRow

TEXTS: Final = 3_000
PLANS: Final = 10
COVER: Final = frozenset({"name", "prepared for", "prepared by", "lines"})
HEAD_AND_FOOT: Final = 52
PARTS: Final = tuple(PlanPart)


@dataclass(frozen=True, slots=True)
class Told:
    """A plan, and the texts it was given by field."""

    data: bytes
    unshown: frozenset[str]
    fields: dict[str, list[str]]


def shown(text: str) -> str:
    """Return a text as it has to be read back: each space once."""
    return " ".join(normalise(text).split())


def tight(text: str) -> str:
    """Return a text as programs agree on that guess at spaces and hyphens: without any."""
    plain = normalize("NFKC", text.replace("\ufffe", "").replace("\x02", ""))
    return "".join(plain.replace("-", "").replace("\u2010", "").split())


def printable(text: str) -> str:
    """Return a text without the characters that no font has, which are another matter."""
    boxes = missing(text)
    return "".join(one for one in text if one not in boxes)


@cache
def told(place: int) -> Told:
    """Make a plan in which every free field holds hostile texts."""
    size = TEXTS // PLANS
    texts = [printable(t) for t in hostile_texts(TEXTS)[place * size : (place + 1) * size]]
    given = iter(texts)

    def take(count: int) -> list[str]:
        return list(islice(given, count))

    fields = {
        "name": take(1),
        "prepared for": take(1),
        "prepared by": take(1),
        "lines": take(4),
        "footer": take(1),
        "mark": take(1),
        "notes": take(4 * len(PARTS)),
        "answers": take(100),
        "opening": take(75),
        "closing": take(size),
    }
    return Told(*printed(fields), fields)


def printed(fields: dict[str, list[str]]) -> tuple[bytes, frozenset[str]]:
    cafe = assessed()
    rows: tuple[TableRow, ...] = tuple({"source": text, "count": 1.0} for text in fields["answers"])
    answers = {**cafe.answers, "business.last_ten_enquiries": rows}
    profile = Profile(
        name=fields["name"][0],
        prepared_for=fields["prepared for"][0],
        prepared_by=fields["prepared by"][0],
    )
    notes = [fields["notes"][place::10] for place in range(len(PARTS))]
    options = PlanOptions(
        parts=PARTS,
        lines=tuple(fields["lines"]),
        footer=fields["footer"][0],
        mark=fields["mark"][0],
        opening="\n".join(fields["opening"]),
        closing="\n".join(fields["closing"]),
        notes={part: "\n".join(note) for part, note in zip(PARTS, notes, strict=True)},
    )
    assessment = replace(cafe, answers=answers, profile=profile)
    made = plan_file(assessment, summarise(catalogue(), assessment), options)
    return made.data, made.unshown


plans = pytest.mark.parametrize("place", range(PLANS))


@plans
def test_every_text_is_read_back_whole_by_whoever_follows_the_structure(place: int) -> None:
    plan = told(place)
    read = " ".join(read_by_structure(plan.data))
    for field, texts in plan.fields.items():
        for text in texts:
            wanted = shown(text)
            if field == "mark":
                wanted = wanted.upper()
            if field in COVER:
                assert in_two_parts(wanted, read), (field, text)
            elif field != "footer":
                assert wanted in read, (field, text)


def in_two_parts(wanted: str, read: str) -> bool:
    """Return whether a text was read; a cover that overflows goes on on the next page."""
    cuts = range(len(wanted), -1, -1)
    return any(wanted[:cut].strip() in read and wanted[cut:].strip() in read for cut in cuts)


@plans
def test_every_text_can_be_copied_from_the_pages(place: int) -> None:
    plan = told(place)
    pages = copied(plan.data)
    for field in ("opening", "closing"):
        for text in plan.fields[field]:
            assert tight(shown(text)) in pages, (field, text)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
@plans
def test_pdftotext_reads_every_text(place: int, tmp_path: Path) -> None:
    plan = told(place)
    file = tmp_path / "plan.pdf"
    file.write_bytes(plan.data)
    box = ["-x", "0", "-y", str(HEAD_AND_FOOT), "-W", "600", "-H", "738"]
    done = subprocess.run(
        ["pdftotext", "-raw", "-r", "72", *box, str(file), "-"],  # noqa: S607 - where it is installed
        capture_output=True,
        check=True,
    )
    pages = tight(done.stdout.decode())
    for field in ("opening", "closing"):
        for text in plan.fields[field]:
            assert tight(shown(text)) in pages, (field, text)


def copied(data: bytes) -> str:
    """Return the words of all pages between head and foot."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tight(
            "".join(
                page.get_textpage().get_text_bounded(
                    0, HEAD_AND_FOOT, page.get_width(), page.get_height() - HEAD_AND_FOOT
                )
                for page in document
            )
        )
    finally:
        document.close()


@plans
def test_no_text_becomes_a_picture_a_link_or_a_fault(place: int) -> None:
    plan = told(place)
    assert not plan.unshown
    assert [fault for fault in faults(plan.data) if "run together" not in fault] == []
    assert links(plan.data) == links(harmless())
    with pikepdf.open(BytesIO(plan.data)) as pdf:
        assert not any("/XObject" in page.get("/Resources", {}) for page in pdf.pages)
        assert len(pdf.attachments) == 0
        assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(pdf.Root.keys())


def test_poppler_and_qpdf_have_nothing_to_say() -> None:
    assert outside_faults(told(0).data) == ()


def test_the_file_information_says_the_texts_and_nothing_else() -> None:
    for place in range(PLANS):
        plan = told(place)
        found = pypdf.PdfReader(BytesIO(plan.data)).metadata
        assert found is not None
        assert found.author == normalise(plan.fields["prepared by"][0])


@cache
def harmless() -> bytes:
    words = {field: ["word"] * len(texts) for field, texts in told(0).fields.items()}
    return printed(words)[0]


def links(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", pikepdf.Array())
        ]


def test_there_are_three_thousand_texts_with_the_corpus_among_them() -> None:
    texts = hostile_texts(TEXTS)
    assert len(texts) == TEXTS
    assert texts[: len(CORPUS)] == list(CORPUS)
    assert len(set(texts)) > 2_900
    given = sum(len(texts) for place in range(PLANS) for texts in told(place).fields.values())
    assert given == TEXTS
