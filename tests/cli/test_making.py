"""Profiles begun, copied and begun anew from the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record, the_file


def test_a_new_profile_says_where_it_is_and_how_to_go_on(profiles: Run, data: Path) -> None:
    code, output, complaint = profiles("new", "Corner Bakery")
    path = the_file(data)
    assert (code, complaint) == (0, "")
    assert output.startswith(f"Corner Bakery is kept in {path}.\n")
    assert "Go on with business.kind: What kind of business is it mainly?" in output
    assert "socialplanner profiles answer 'Corner Bakery' business.kind=…" in output
    assert path.stat().st_mode & 0o077 == 0


def test_a_new_profile_keeps_what_is_said_of_it(profiles: Run) -> None:
    details = ("--currency", "€", "--website", "https://a.example/", "--language", "de-AT")
    names = ("--prepared-by", "M. Feld", "--prepared-for", "The owners")
    assert profiles("new", "Bakery", *details, *names, "--tag", "spring", "--tag", "local")[0] == 0
    shown = record(profiles("show", "Bakery", "--json")[1])
    assert shown["profile"] == {
        "name": "Bakery",
        "currency": "€",
        "language": "de-AT",
        "prepared_by": "M. Feld",
        "prepared_for": "The owners",
        "website": "https://a.example/",
    }
    assert shown["tags"] == ["spring", "local"]


def test_everything_wrong_in_the_details_is_said_at_once_and_nothing_is_made(
    profiles: Run, data: Path
) -> None:
    code, output, complaint = profiles(
        "new", " ", "--website", "a.example", "--language", "d", "--tag", ""
    )
    assert (code, output) == (1, "")
    assert complaint.splitlines() == [
        (
            "the command line › profile › name: The name of the brand is missing; every plan "
            "carries it."
        ),
        (
            "the command line › profile › language: This must be a language tag such as “en” or "
            "“de-AT”, not “d”."
        ),
        (
            "the command line › profile › website: This must be an address that begins with "
            "https:// or http:// and has no spaces, not “a.example”."
        ),
        "the command line › tags: A tag is empty.",
    ]
    assert list(data.glob("*.socialplan")) == []


def test_a_text_longer_than_any_that_is_kept_is_refused(profiles: Run) -> None:
    code, _, complaint = profiles("new", "x" * 5001)
    assert code == 1
    assert "A text has at most 5,000 characters, not 5,001." in complaint


def test_a_profile_begins_with_the_answers_of_a_file(profiles: Run) -> None:
    code, output, _ = profiles("new", "My Café", "--from", CAFE)
    assert code == 0
    assert "All 63 questions are answered." in output
    shown = record(profiles("show", "My Café", "--json")[1])
    assert shown["profile"]["name"] == "My Café"
    assert shown["profile"]["currency"] == "€"
    assert shown["assessments"][0]["answers"]["business.hours_per_week"] == 5


def test_answers_may_come_from_standard_input(profiles: Run) -> None:
    assert profiles("new", "My Café", "--from", "-", lines=CAFE.read_bytes())[0] == 0


def test_a_file_that_will_not_do_makes_no_profile(profiles: Run, data: Path) -> None:
    code, _, complaint = profiles("new", "Café", "--from", "-", lines="x = 1")
    assert code == 1
    assert "standard input, line 1 › x: There is no such table." in complaint
    assert list(data.glob("*.socialplan")) == []


def test_a_second_profile_of_a_name_is_told_apart_by_its_id(profiles: Run) -> None:
    profiles("new", "Bakery")
    code, output, _ = profiles("new", "bakery")
    assert code == 0
    assert "Another profile is called so too; name this one by its id: " in output
    code, _, complaint = profiles("show", "Bakery")
    assert code == 1
    assert complaint.startswith("Several profiles are called “Bakery”; name the file: ")
    given = output.split("by its id: ")[1].split("\n")[0]
    assert profiles("show", given)[0] == 0


def test_a_duplicate_is_a_profile_of_its_own(profiles: Run) -> None:
    profiles("new", "Bakery", "--from", CAFE)
    assert profiles("duplicate", "Bakery", "Bakery of May")[0] == 0
    profiles("answer", "Bakery of May", "business.hours_per_week=9")
    first, second = (
        record(profiles("show", name, "--json")[1]) for name in ("Bakery", "Bakery of May")
    )
    assert first["id"] != second["id"]
    assert first["assessments"][0]["answers"]["business.hours_per_week"] == 5
    assert second["assessments"][0]["answers"]["business.hours_per_week"] == 9


def test_a_duplicate_needs_a_name(profiles: Run) -> None:
    profiles("new", "Bakery")
    code, _, complaint = profiles("duplicate", "Bakery", "")
    assert code == 1
    assert "The name of the brand is missing" in complaint


def test_a_new_assessment_asks_for_every_answer_again_and_closes_the_last(profiles: Run) -> None:
    profiles("new", "Bakery", "--from", CAFE)
    profiles("plan", "Bakery", "--output", "plan.pdf")
    code, output, _ = profiles("reassess", "Bakery")
    assert code == 0
    assert output.startswith(
        "A new assessment of Bakery was begun; 63 answers are to be confirmed or changed.\n"
        "Go on with business.kind: "
    )
    shown = record(profiles("show", "Bakery", "--json")[1])
    first, second = shown["assessments"]
    assert (first["state"], second["state"]) == ("complete", "draft")
    assert second["to_confirm"] == 63
    assert second["choices"]["earlier_plan"] == shown["plans"][0]["hours"]


def test_a_first_plan_that_was_never_issued_is_followed_by_none(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("answer", "Bakery", "business.kind=creator", "--mark", "business.stage")
    output = profiles("reassess", "Bakery")[1]
    assert "1 answer is to be confirmed" in output
    shown = record(profiles("show", "Bakery", "--json")[1])
    assert shown["assessments"][1]["choices"]["earlier_plan"] is None
