"""Weeks and enquiries from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from socialplanner.cli import main
from socialplanner.cli.logbook.writing_arguments import KNOWN_BY
from socialplanner.domain.logbook import NOT_ASKED, TRACES
from tests.cli.conftest import Run

Log = Callable[..., tuple[int, str, str]]


@pytest.fixture
def log(profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]) -> Log:
    """Give a function that runs `log … --profile Bakery`: exit code, output, complaint."""
    profiles("new", "Bakery")

    def run_command(verb: str, *typed: str | Path) -> tuple[int, str, str]:
        try:
            code = main(["log", verb, "--profile", "Bakery", *map(str, typed)])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(), complaint.decode()

    return run_command


def logged(log: Log) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(log("list", "--json")[1])
    return found


def test_a_week_is_logged_by_any_of_its_days_and_added_to(log: Log) -> None:
    code, output, _ = log(
        "add", "--week", "2026-02-04", "--hours", "reply_desk=1.5", "--outcome", "calls=7"
    )
    assert (code, output) == (0, "Week of 2–8 February 2026: 1.5 h. It is in the logbook.\n")
    log("add", "--week", "2026-02-08", "--money", "20", "--odd", "--note", "=1+1 <b>")
    week = logged(log)["weeks"]
    assert week == [
        {
            "week": "2026-02-02",
            "hours": {"reply_desk": 1.5},
            "outcomes": {"calls": 7.0},
            "money": 20.0,
            "is_odd": True,
            "note": "=1+1 <b>",
            "read_from": {},
        }
    ]
    assert "2026-02-02  1.5    –        1        0          20     odd  =1+1 <b>" in log("list")[1]
    assert log("add", "--week", "2026-02-02", "--remove")[0] == 0
    assert logged(log)["weeks"] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["--hours", "reply_desk=169"], "from 0 to 168, not 169"),
        (["--hours", "reply_desk=-1"], "from 0 to 168"),
        (["--hours", "reply_desk=1e300"], "from 0 to 168, not a number that long. "),
        (
            ["--hours", "reply_desk=100", "--hours", "newsletter=70"],
            "All hours of the week together are 170; a week has 168.",
        ),
        (["--week", "2199-01-01", "--odd"], "The week of 31 December 2198 has not begun yet."),
        (["--hours", "reply_dsk=1"], "Did you mean “reply_desk”?"),
        (["--outcome", "call=1"], "Did you mean “calls”?"),
        (["--outcome", "calls=-1"], "cannot be below zero"),
        (["--week", "2199-01-01", "--odd"], "has not begun yet"),
        (["--week", "2026-02-02", "--remove"], "is not logged"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    log: Log, typed: list[str], words: str
) -> None:
    code, _, complaint = log("add", *typed)
    assert code == 1
    assert words in " ".join(complaint.split())
    assert logged(log)["weeks"] == []


def test_hours_are_summed_with_those_that_are_logged_already(log: Log) -> None:
    log("add", "--week", "2026-02-04", "--hours", "reply_desk=100")
    code, _, complaint = log("add", "--week", "2026-02-04", "--hours", "newsletter=70")
    assert (code, "together are 170" in complaint) == (1, True)
    assert log("add", "--week", "2026-02-04", "--hours", "reply_desk=1", "--odd")[0] == 0


def test_a_week_long_before_all_others_is_kept_with_a_hint(log: Log) -> None:
    log("add", "--week", "2026-02-04", "--hours", "reply_desk=1")
    assert log("add", "--week", "2026-01-14", "--hours", "reply_desk=1")[2] == ""
    code, output, complaint = log("add", "--week", "2001-01-01", "--odd")
    assert (code, "It is in the logbook" in output) == (0, True)
    assert "more than a year before the first week of the logbook, 12 January 2026" in complaint
    assert "--week 2001-01-01 --remove" in complaint
    assert log("add", "--week", "2001-01-01", "--not-odd")[2] == ""


def test_a_week_that_is_taken_out_is_said_with_all_it_held(log: Log) -> None:
    log("add", "--week", "2026-02-04", "--hours", "reply_desk=1.5", "--outcome", "calls=7")
    log("add", "--week", "2026-02-04", "--money", "20", "--odd", "--note", "rain\u00a0all day")
    output = log("add", "--week", "2026-02-04", "--remove")[1]
    held = "reply_desk 1.5 h; calls 7; money 20; odd; note “rain all day”"
    assert output.endswith(f"was taken out of the logbook. It held: {held}.\n")


def test_an_enquiry_about_which_nobody_asked_needs_no_words(log: Log) -> None:
    assert log("enquiry", "--known", "no")[0] == 0


def test_an_enquiry_is_noted_changed_listed_and_taken_out(log: Log) -> None:
    code, output, _ = log("enquiry", "--words", "a friend 🙂", "--date", "2026-02-04")
    assert code == 0
    noted = output.split()[-1]
    log("enquiry", "--change", noted, "--words", "a friend", "--source", "word_of_mouth")
    found = logged(log)["enquiries"]
    assert [(e["id"], e["date"], e["words"], e["source"], e["known"]) for e in found] == [
        (noted, "2026-02-04", "a friend", "word_of_mouth", "asked")
    ]
    assert "2026-02-02  –" in log("list")[1]
    assert log("enquiry", "--remove", noted)[0] == 0
    assert log("list")[1] == "Nothing is logged yet.\n"
    assert log("enquiry", "--remove", noted)[0] == 1


def test_several_contacts_before_an_enquiry_are_kept_in_their_order(log: Log) -> None:
    log("enquiry", "--source", "newsletter", "--way", "facebook_page, search_or_map,newsletter")
    (found,) = logged(log)["enquiries"]
    assert found["way"] == ["facebook_page", "search_or_map", "newsletter"]
    code, _, complaint = log("enquiry", "--way", "newsletter,tea")
    assert (code, "no activity and no source “tea”" in complaint) == (1, True)
    assert len(logged(log)["enquiries"]) == 1


def test_a_source_that_is_none_is_refused(log: Log) -> None:
    code, _, complaint = log("enquiry", "--source", "tea")
    assert (code, "no activity and no source “tea”" in complaint) == (1, True)


@pytest.mark.parametrize(
    "typed",
    [
        ["add"],
        ["add", "--hours", "reply_desk"],
        ["add", "--hours", "reply_desk=nan"],
        ["add", "--remove", "--odd"],
        ["enquiry", "--known", "no", "--source", "reply_desk"],
        ["enquiry", "--way", "newsletter,,reply_desk"],
        ["enquiry"],
        ["enquiry", "--words", " "],
        ["enquiry", "--note", "rainy", "--date", "2026-02-04"],
        ["enquiry", "--words", "saw it", "--known", "tag"],
        ["enquiry", "--words", "saw it", "--known", "code"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(log: Log, typed: list[str]) -> None:
    assert log(*typed)[0] == 2


def test_the_ways_to_know_are_those_of_the_logbook() -> None:
    assert {NOT_ASKED if each == "no" else each for each in KNOWN_BY} == set(TRACES)
