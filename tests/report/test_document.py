"""The file as a whole: the same bytes, our fonts only, an outline, page x of y."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PageObject
from pypdf.generic import Destination, DictionaryObject

from socialplanner.presentation.scenes import Colour, Profile, Spoke, radar
from socialplanner.report import components as c
from socialplanner.report.document import Section, render, stage_for
from socialplanner.report.drawings import Figure
from socialplanner.report.styles import A4, LETTER, Paper
from tests.report.reading import inside, plan_of, printed

PROGRAM = """
import hashlib
from datetime import date
from socialplanner.report import components as c
from socialplanner.report.cover import Cover
from socialplanner.report.document import Plan, Section, render
cover = Cover(name="N", kicker="K", title="T", subtitle="S", profile=(10, 20, 30, 40, 50))
stack = [*c.section_head("1", "Part", "A conclusion"), c.body("Łódź → 東京 " * 60)]
plan = Plan(name="N", title="T", subject="S", author="A", language="en", creator="C",
            day=date(2026, 1, 2), cover=cover, sections=[Section(title="Part", stack=stack)])
print(hashlib.sha256(render(plan)).hexdigest())
"""


def fonts_of(page: PageObject) -> DictionaryObject:
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    found = resources["/Font"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def chart() -> Figure:
    spokes = [Spoke(label=name) for name in ("one", "two", "three")]
    profile = Profile(name="now", values=(10, 20, 30), colour=Colour.MEDIA)
    return c.figure(radar(spokes, [profile], title="Radar", stage=stage_for(A4)))


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = plan_of(c.body("text"), chart())
    assert render(plan) == render(plan)


def test_the_bytes_do_not_hang_on_hash_seed_clock_or_time_zone() -> None:
    found = set()
    for seed, zone, moment in (("0", "UTC", ""), ("7", "Asia/Tokyo", "86400")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        if moment:
            environment["SOURCE_DATE_EPOCH"] = moment
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(ran.stdout)
    assert len(found) == 1


def test_only_our_fonts_are_named_and_all_are_embedded() -> None:
    found = printed(c.body("text"), chart(), *c.section_head("1", "Part", "A headline"))
    assert b"Helvetica" not in found.data
    names = set()
    for page in inside(found.data).pages:
        for reference in fonts_of(page).values():
            font = reference.get_object()
            assert "/FontFile2" in font["/FontDescriptor"]
            assert "/ToUnicode" in font
            names.add(font["/BaseFont"].split("+")[1])
    assert names <= {f"Inter-{w}" for w in ("Regular", "SemiBold", "Bold", "Italic")} | {
        "InterTab-Regular",
        "InterTab-SemiBold",
        "PlanSerif-Regular",
        "PlanSerif-SemiBold",
    }


def test_the_file_tells_nothing_of_the_machine() -> None:
    data = printed(c.body("text")).data
    assert os.fsencode(Path.cwd()) not in data
    assert b".ttf" not in data


def test_title_language_outline_and_page_numbers_are_there() -> None:
    sections = [
        Section(title=f"Part {n}", stack=[*c.section_head(str(n), f"Part {n}", "Why"), c.body("x")])
        for n in (1, 2)
    ]
    found = printed(sections=sections)
    reader = inside(found.data)
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert b"/DisplayDocTitle true" in found.data
    titles = [entry.title for entry in reader.outline if isinstance(entry, Destination)]
    assert titles == ["Social plan", "Part 1", "Part 2"]
    assert "3 / 3" in found.pages[2]
    assert "Part 2" in found.pages[2]


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
def test_pages_have_the_size_of_the_paper(paper: Paper) -> None:
    reader = inside(printed(c.body("x"), paper=paper).data)
    box = reader.pages[1].mediabox
    assert (round(float(box.width), 1), round(float(box.height), 1)) == (
        round(paper.width, 1),
        round(paper.height, 1),
    )


def test_words_too_long_for_the_cover_follow_it_in_full() -> None:
    found = printed(c.body("end"), name="y" * 20_000)
    assert found.text.count("y") > 20_000
