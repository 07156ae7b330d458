"""What an answers file says, when nothing is wrong with it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from socialplanner import paths
from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers, read_answers_file

Read = Callable[..., AnswersFile]

FULL = """\
[profile]
name = "Corner Bakery"
currency = "€"
language = "de-AT"
prepared_by = "M. Feld"
prepared_for = "The owner"
date = 2027-01-31
website = "https://bakery.example/"

[answers.business]
kind = "local_retail"
stage = "unknown"
goals = ["loyalty", "awareness"]
hours_per_week = 5.5
people = [
  { name = "Owner", hours = 3, strength = "both" },
  { name = "", hours = 2.5, strength = "making" },
]
tools = ["none"]
platforms = []
order_value = 10
audience = "some"
sales_cycle = "same_day"
patience = "quarter"
last_ten_enquiries = [{ source = "Walked past", count = 10 }]

[answers.style]
replying = 3
listening = "unknown"

[answers.content]
formats = ["story", "picture"]

[answers.effort]
human_messages = "not_applicable"

[answers.hours]
making = 2.5

[choices]
pinned = ["newsletter"]
declined = ["short_video", "pinterest"]
earlier_plan = { reply_desk = 1, newsletter = 1.5 }
"""


@pytest.fixture
def full(catalogue: Catalogue) -> AnswersFile:
    return parse_answers(catalogue, FULL.encode(), "firm.toml")


def test_the_profile_holds_what_the_file_says(full: AnswersFile) -> None:
    profile = full.profile
    assert (profile.name, profile.currency, profile.language) == ("Corner Bakery", "€", "de-AT")
    assert (profile.prepared_by, profile.prepared_for) == ("M. Feld", "The owner")
    assert profile.website == "https://bakery.example/"
    assert full.day == date(2027, 1, 31)


def test_every_kind_of_question_gives_its_kind_of_answer(full: AnswersFile) -> None:
    answers = full.answers
    assert answers["business.kind"] == "local_retail"
    assert answers["business.goals"] == ("loyalty", "awareness")
    assert answers["business.hours_per_week"] == 5.5
    assert answers["business.tools"] == ("none",)
    assert answers["business.platforms"] == ()
    assert answers["business.people"] == (
        {"name": "Owner", "hours": 3.0, "strength": "both"},
        {"name": "", "hours": 2.5, "strength": "making"},
    )
    assert answers["style.replying"] == 3.0
    assert isinstance(answers["style.replying"], float)
    assert answers["content.formats"] == ("story", "picture")
    assert answers["hours.making"] == 2.5


def test_the_two_ways_of_not_answering_are_kept_apart(full: AnswersFile) -> None:
    assert full.answers["business.stage"] is NoAnswer.UNKNOWN
    assert full.answers["style.listening"] is NoAnswer.UNKNOWN
    assert full.answers["effort.human_messages"] is NoAnswer.NOT_APPLICABLE
    assert "style.joining_in" not in full.answers


def test_answers_come_in_asking_order_whatever_the_order_in_the_file(
    full: AnswersFile, catalogue: Catalogue
) -> None:
    asked = [question.id for question in catalogue.questionnaire]
    assert list(full.answers) == sorted(full.answers, key=asked.index)


def test_choices_hold_what_the_file_says(full: AnswersFile) -> None:
    assert full.choices.pinned == {"newsletter"}
    assert full.choices.declined == {"short_video", "pinterest"}
    assert full.choices.earlier_plan == {"reply_desk": 1.0, "newsletter": 1.5}


def test_the_smallest_file_has_a_name_and_the_required_answers(read: Read) -> None:
    file = read()
    assert file.profile.name == "Corner Bakery"
    assert (file.profile.language, file.profile.currency) == ("en", "")
    assert file.day is None
    assert file.choices.earlier_plan is None
    assert len(file.answers) == 8


def test_an_empty_earlier_plan_is_no_earlier_plan(read: Read) -> None:
    assert read({"choices/earlier_plan": {}}).choices.earlier_plan is None


def test_json_of_the_same_shape_says_the_same(catalogue: Catalogue, full: AnswersFile) -> None:
    content = {
        "profile": {
            "name": "Corner Bakery",
            "currency": "€",
            "language": "de-AT",
            "prepared_by": "M. Feld",
            "prepared_for": "The owner",
            "date": "2027-01-31",
            "website": "https://bakery.example/",
        },
        "answers": {
            "business": {
                "kind": "local_retail",
                "stage": "unknown",
                "goals": ["loyalty", "awareness"],
                "hours_per_week": 5.5,
                "people": [
                    {"name": "Owner", "hours": 3, "strength": "both"},
                    {"name": "", "hours": 2.5, "strength": "making"},
                ],
                "tools": ["none"],
                "platforms": [],
                "order_value": 10,
                "audience": "some",
                "sales_cycle": "same_day",
                "patience": "quarter",
                "last_ten_enquiries": [{"source": "Walked past", "count": 10}],
            },
            "style": {"replying": 3, "listening": "unknown"},
            "content": {"formats": ["story", "picture"]},
            "effort": {"human_messages": "not_applicable"},
            "hours": {"making": 2.5},
        },
        "choices": {
            "pinned": ["newsletter"],
            "declined": ["short_video", "pinterest"],
            "earlier_plan": {"reply_desk": 1, "newsletter": 1.5},
        },
    }
    data = json.dumps(content).encode()
    assert parse_answers(catalogue, data, "firm.json") == full
    assert parse_answers(catalogue, data, "standard input") == full


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(
    catalogue: Catalogue, full: AnswersFile
) -> None:
    data = b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode()
    assert parse_answers(catalogue, data, "firm.toml") == full


def test_a_level_written_with_a_point_is_the_same_level(read: Read) -> None:
    assert read({"answers/style/replying": 3.0}).answers["style.replying"] == 3.0


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "<b>&amp;</b> %s {0} \\ \" '",
        "two\nlines\tand a bell \x07",
        "Ä ß 漢字 العربية 🧶 \u202e \ufeff",
    ],
    ids=["long", "markup", "control", "scripts"],
)
def test_text_of_any_length_and_any_characters_survives(read: Read, text: str) -> None:
    file = read(
        {
            "profile/prepared_for": text,
            "answers/business/people": [{"name": text, "hours": 1, "strength": "both"}],
        }
    )
    assert file.profile.prepared_for == text
    assert file.answers["business.people"] == ({"name": text, "hours": 1.0, "strength": "both"},)


def test_ids_that_were_renamed_are_followed_silently(catalogue: Catalogue) -> None:
    renamed = {
        "old.answering": "style.replying",
        "business.kind.shop": "business.kind.local_retail",
        "letters": "newsletter",
    }
    text = FULL.replace('"local_retail"', '"shop"').replace('"newsletter"', '"letters"')
    text = text.replace("newsletter =", "letters =").replace(
        "[answers.style]\nreplying = 3", "[answers.old]\nanswering = 3\n[answers.style]"
    )
    older = replace(catalogue, renamed=renamed)
    assert parse_answers(older, text.encode(), "firm.toml") == parse_answers(
        catalogue, FULL.encode(), "firm.toml"
    )


def test_a_file_is_read_by_its_path(
    catalogue: Catalogue, tmp_path: Path, full: AnswersFile
) -> None:
    path = tmp_path / "firm.toml"
    path.write_text(FULL, encoding="utf-8")
    assert read_answers_file(catalogue, path) == full


def test_a_file_that_is_not_there_is_named(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.toml cannot be read: No such file"):
        read_answers_file(catalogue, tmp_path / "nowhere.toml")


def test_a_folder_is_no_answers_file(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_answers_file(catalogue, tmp_path)


def test_every_shipped_sample_can_be_read(catalogue: Catalogue) -> None:
    samples = sorted(paths.samples_dir().glob("*.toml"))
    assert len(samples) == 7
    assert all(len(read_answers_file(catalogue, sample).answers) == 63 for sample in samples)
