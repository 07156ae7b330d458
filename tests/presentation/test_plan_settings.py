"""What a profile keeps of how its plan is printed comes back as it was, and damage is ignored."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LONGEST_NOTE, Brand, ProfileRecord
from socialplanner.exchange.scrubbing import scrubbed
from socialplanner.presentation.plan_options import (
    ALL_PARTS,
    LONGEST_LINE,
    LONGEST_MARK,
    PAPERS,
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
)
from socialplanner.presentation.plan_settings import (
    brand_lines,
    one_line,
    options_of,
    whole_text,
    with_options,
)
from socialplanner.presentation.report_presets import Preset, preset_of, with_preset
from socialplanner.presentation.setting_titles import setting_title
from tests.domain.builders import shipped_catalogue

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
EMPTY = ProfileRecord(
    id="abcdefghij", profile=Profile(name="Corner Bakery"), created_at=MOMENT, changed_at=MOMENT
)

TEXTS = st.text(max_size=80)
LINES = TEXTS.map(one_line)
COLOURS = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06X}")
PARTS = st.lists(st.sampled_from(PlanPart), min_size=1, unique=True).map(tuple)
OPTIONS = st.builds(
    PlanOptions,
    paper=st.sampled_from(PAPERS),
    parts=PARTS,
    colours=st.lists(COLOURS, max_size=2).map(tuple),
    logo=st.none() | st.binary(min_size=1, max_size=9),
    lines=TEXTS.map(brand_lines),
    sender=LINES,
    recipient=LINES,
    footer=LINES,
    mark=TEXTS.map(lambda text: one_line(text, LONGEST_MARK)),
    cover=st.sampled_from(CoverKind),
    verbosity=st.sampled_from(Verbosity),
    opening=TEXTS.map(whole_text),
    closing=TEXTS.map(whole_text),
    notes=st.dictionaries(
        st.sampled_from(PlanPart), TEXTS.map(whole_text).filter(bool), max_size=4
    ),
    alias=LINES,
    has_contents=st.booleans(),
    times=st.builds(
        WeekTimes,
        days=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
        start=st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    ),
    is_tagged=st.booleans(),
)


@given(options=OPTIONS, house=OPTIONS)
def test_options_that_a_profile_keeps_come_back_as_they_were(
    options: PlanOptions, house: PlanOptions
) -> None:
    assert options_of(with_options(EMPTY, options, house), house) == options


@given(options=OPTIONS, house=OPTIONS)
def test_what_is_kept_once_is_kept_the_same_again(options: PlanOptions, house: PlanOptions) -> None:
    once = with_options(EMPTY, options, house)
    assert with_options(once, options_of(once, house), house) == once


@given(house=OPTIONS, other=OPTIONS)
def test_what_a_profile_does_not_say_follows_the_house(
    house: PlanOptions, other: PlanOptions
) -> None:
    kept = with_options(EMPTY, house, house)
    assert kept == EMPTY
    assert options_of(kept, other) == other


@given(settings=st.dictionaries(st.text(max_size=30), st.text(max_size=99), max_size=9))
def test_settings_of_others_are_left_alone(settings: dict[str, str]) -> None:
    others = {f"other.{name}": text for name, text in settings.items()}
    record = replace(EMPTY, settings=others)
    kept = with_options(record, PlanOptions(paper="letter"), PlanOptions())
    assert kept.settings == {**others, "report.paper": "letter"}


NAMES = st.sampled_from(
    [
        "report.paper",
        "report.parts",
        "report.left_out",
        "report.cover",
        "report.verbosity",
        "report.contents",
        "report.tagged",
        "report.opening",
        "report.note.week",
        "report.note.nothing",
        "report.alias",
        "brand.footer",
        "brand.mark",
        "brand.without",
        "report.days",
        "report.start",
    ]
)


@given(settings=st.dictionaries(NAMES, st.text(max_size=300)))
def test_whatever_is_kept_a_plan_can_be_printed_with_it(settings: dict[str, str]) -> None:
    found = options_of(replace(EMPTY, settings=settings), PlanOptions())
    assert found.paper in PAPERS
    assert found.parts
    assert isinstance(found.cover, CoverKind)
    assert isinstance(found.verbosity, Verbosity)
    assert len(found.footer) <= LONGEST_LINE
    assert len(found.mark) <= LONGEST_MARK
    assert "\n" not in found.footer + found.mark + found.alias


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"report.paper": "letter"}, PlanOptions(paper="letter")),
        ({"report.paper": "papyrus"}, PlanOptions()),
        ({"report.left_out": "appendix mix"}, PlanOptions(parts=(*ALL_PARTS[:2], *ALL_PARTS[3:7]))),
        ({"report.left_out": " ".join(ALL_PARTS)}, PlanOptions()),
        (
            {"report.left_out": "appendix", "report.parts": "week"},
            PlanOptions(parts=(PlanPart.WEEK,)),
        ),
        (
            {"report.parts": "week nowhere week mix"},
            PlanOptions(parts=(PlanPart.WEEK, PlanPart.MIX)),
        ),
        ({"report.parts": "nowhere"}, PlanOptions()),
        ({"report.days": "5 5 9 x"}, PlanOptions(times=WeekTimes(days=(5,)))),
        ({"report.days": "7", "report.start": "24:00"}, PlanOptions()),
        ({"report.contents": "perhaps", "report.cover": "gold"}, PlanOptions()),
    ],
    ids=[
        "paper",
        "no_paper",
        "earlier",
        "all_out",
        "newer_wins",
        "damaged",
        "no_part",
        "days",
        "no_day",
        "no_flag",
    ],
)
def test_what_is_unknown_or_damaged_counts_as_not_said(
    kept: dict[str, str], expected: PlanOptions
) -> None:
    assert options_of(replace(EMPTY, settings=kept), PlanOptions()) == expected


def test_colours_that_are_none_count_as_not_said() -> None:
    house = PlanOptions(colours=("#123456",))
    record = replace(EMPTY, brand=Brand(colours=("pink", "#000000"), lines=("  ", "a\nb")))
    found = options_of(record, house)
    assert found.colours == ("#123456",)
    assert found.lines == ("a b",)


def test_a_profile_can_go_without_the_logo_of_the_house() -> None:
    house = PlanOptions(logo=b"logo", mark="Confidential")
    record = with_options(EMPTY, PlanOptions(), house)
    found = options_of(record, house)
    assert (found.logo, found.mark) == (None, "")


def test_texts_are_kept_within_their_caps_and_without_what_no_file_takes() -> None:
    assert len(whole_text("x" * (LONGEST_NOTE + 9))) == LONGEST_NOTE
    assert whole_text(" \n ") == ""
    assert whole_text("<b>one</b>\r\n=1+1\n\n& سلام 🙂") == "<b>one</b>\n=1+1\n\n& سلام 🙂"
    assert one_line(" a\tb\n\u2028c\0\ud800 ") == "a b c"
    assert len(one_line("é" * 999)) == LONGEST_LINE


def test_the_copy_that_names_nobody_has_none_of_these_words() -> None:
    told = PlanOptions(
        opening="secret", notes={PlanPart.WEEK: "secret"}, footer="secret", alias="secret"
    )
    record = scrubbed(with_options(EMPTY, told, PlanOptions()), shipped_catalogue())
    assert "secret" not in repr(record)
    assert options_of(record, PlanOptions()) == PlanOptions()


@given(options=OPTIONS, house=OPTIONS)
def test_everything_that_is_kept_has_a_name_for_people(
    options: PlanOptions, house: PlanOptions
) -> None:
    kept = with_options(EMPTY, options, house).settings
    assert all(setting_title(name).startswith("Report: ") for name in kept)
    assert setting_title("other.thing") == setting_title("report.note.nowhere") == "A setting"


@given(options=OPTIONS, preset=st.sampled_from(Preset))
def test_a_preset_keeps_brand_paper_and_words(options: PlanOptions, preset: Preset) -> None:
    found = with_preset(options, preset)
    assert preset_of(found) is preset
    shaped = {
        "parts": options.parts,
        "cover": options.cover,
        "has_contents": options.has_contents,
        "verbosity": options.verbosity,
    }
    assert replace(found, **shaped) == options  # type: ignore[arg-type]


def test_nobody_s_choice_is_the_owner_s_plan_and_another_is_no_preset() -> None:
    assert preset_of(PlanOptions()) is Preset.OWNER
    assert preset_of(PlanOptions(parts=(PlanPart.MIX,))) is None
    consultant = with_preset(PlanOptions(), Preset.CONSULTANT)
    assert set(ALL_PARTS) < set(consultant.parts)
    assert consultant.has_contents
