"""Profiles exported and taken in: added, merged, never lost."""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.bundle import bundle_bytes
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record, the_file

BUNDLE = "cafe.socialplan-bundle"
VARIABLE = "SOCIALPLANNER_PASSPHRASE"
WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def _cafe(profiles: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    profiles("new", "Café", "--from", CAFE, "--tag", "t")


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[str, Path]:
    """Return what to add to a command so that it runs on another machine, as it were."""
    return "--data-folder", tmp_path / "elsewhere"


def answers(profiles: Run, *place: str | Path) -> dict[str, Any]:
    shown = record(profiles("show", "Café", "--json", *place)[1])
    return dict(shown["assessments"][-1]["answers"])


def test_a_bundle_brings_a_profile_to_another_machine(
    profiles: Run, elsewhere: tuple[str, Path], tmp_path: Path
) -> None:
    code, output, complaint = profiles("export", "Café", "--output", BUNDLE)
    assert (code, complaint) == (0, "")
    assert output == f"The profile is in {BUNDLE}. It is not encrypted.\n"
    code, output, _ = profiles("import", BUNDLE, "--preview", *elsewhere)
    assert (code, output) == (
        0,
        "Café would be added as a new profile.\nThis was a preview; nothing was changed.\n",
    )
    assert list((tmp_path / "elsewhere").glob("*.socialplan")) == []
    assert profiles("import", BUNDLE, *elsewhere)[1].startswith("Café is kept in ")
    here, there = (
        record(profiles("show", "Café", "--json", *place)[1]) for place in ((), elsewhere)
    )
    for each in (here, there):
        del each["path"], each["backups"]
    assert here == there


def test_a_bundle_may_go_through_a_pipe(
    profiles: Run, elsewhere: tuple[str, Path], tmp_path: Path
) -> None:
    profiles("export", "Café", "--output", BUNDLE)
    data = (tmp_path / BUNDLE).read_bytes()
    assert profiles("import", "-", *elsewhere, lines=data)[0] == 0
    assert profiles("export", "Café", "--output", "-")[1].startswith("PK")


def test_no_file_is_replaced_without_force_and_no_profile_ever(profiles: Run, data: Path) -> None:
    profiles("export", "Café", "--output", BUNDLE)
    code, _, complaint = profiles("export", "Café", "--output", BUNDLE)
    assert (code, complaint) == (1, f"{BUNDLE} exists already; add --force to replace it.\n")
    assert profiles("export", "Café", "--output", BUNDLE, "--force")[0] == 0
    code, _, complaint = profiles("export", "Café", "--output", the_file(data), "--force")
    assert code == 1
    assert "is the name of a file that profiles are kept in" in complaint


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_a_bundle_is_for_its_owner_alone_and_a_plan_as_everybody_wishes(
    profiles: Run, tmp_path: Path
) -> None:
    profiles("export", "Café", "--output", BUNDLE)
    profiles("plan", "Café", "--output", "plan.pdf")
    profiles("export", "Café", "--output", "open")
    (tmp_path / "open").chmod(0o644)
    profiles("export", "Café", "--output", "open", "--force")
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in (BUNDLE, "open")]
    assert modes == [0o600, 0o644]
    (tmp_path / "any").touch()
    assert (tmp_path / "plan.pdf").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize("way", ["file", "variable"])
def test_an_encrypted_bundle_opens_with_its_passphrase_alone(
    profiles: Run,
    elsewhere: tuple[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    (tmp_path / "secret").write_text(f"{WORDS}\r\nsecond line\n", encoding="utf-8")
    if way == "variable":
        monkeypatch.setenv(VARIABLE, WORDS)
    given = ("--passphrase-file", "secret") if way == "file" else ()
    output = profiles("export", "Café", "--output", BUNDLE, *given)[1]
    assert output.endswith("It is encrypted.\n")
    assert b"Caf" not in (tmp_path / BUNDLE).read_bytes()
    monkeypatch.delenv(VARIABLE, raising=False)
    code, _, complaint = profiles("import", BUNDLE, *elsewhere)
    assert code == 1
    assert complaint.startswith(f"{BUNDLE} is encrypted; give the passphrase it was made with.")
    assert f"--passphrase-file FILE, or the variable {VARIABLE}" in complaint
    monkeypatch.setenv(VARIABLE, "wrong horse battery")
    code, _, complaint = profiles("import", BUNDLE, *elsewhere)
    assert code == 1
    assert "the passphrase is wrong" in complaint
    monkeypatch.setenv(VARIABLE, WORDS)
    assert profiles("import", BUNDLE, *elsewhere)[0] == 0


def test_a_passphrase_that_cannot_be_had_is_no_passphrase(profiles: Run, tmp_path: Path) -> None:
    code, output, complaint = profiles("export", "Café", "--output", BUNDLE, "--passphrase")
    assert (code, output) == (1, "")
    assert complaint.startswith("Nobody can be asked for a passphrase here; ")
    (tmp_path / "empty").write_bytes(b"\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    (tmp_path / "short").write_bytes(b"abc")
    for file, why in (
        ("empty", "empty is empty; its first line must be the passphrase."),
        ("bytes", "bytes is not UTF-8 text; save the passphrase as UTF-8."),
        ("nowhere", "nowhere cannot be read: "),
        ("short", "The passphrase is too short; "),
    ):
        code, _, complaint = profiles(
            "export", "Café", "--output", BUNDLE, "--passphrase-file", file
        )
        assert code == 1
        assert complaint.startswith(why)
    assert not (tmp_path / BUNDLE).exists()


def test_a_scrubbed_bundle_names_nobody(profiles: Run, elsewhere: tuple[str, Path]) -> None:
    output = profiles("export", "Café", "--output", BUNDLE, "--scrub")[1]
    assert "Look at it before you pass it on" in output
    assert profiles("import", BUNDLE, *elsewhere)[1].startswith("Client ")
    listed = profiles("list", "--json", *elsewhere)[1]
    assert "Café" not in listed.replace("Shop, café or restaurant", "")


def test_a_copy_is_merged_and_what_differs_stays_until_it_is_taken(
    profiles: Run, elsewhere: tuple[str, Path]
) -> None:
    profiles("export", "Café", "--output", "first")
    profiles("import", "first", *elsewhere)
    profiles("answer", "Café", "style.replying=4", "--note", "style.replying=n", *elsewhere)
    profiles("change", "Café", "--tag", "new", *elsewhere)
    profiles("export", "Café", "--output", "second", *elsewhere)
    code, output, _ = profiles("import", "second", "--preview")
    lines = output.splitlines()
    assert code == 0
    assert lines[0] == "Would be merged into Café: 3 additions, 0 places replaced by theirs."
    assert "  tag new" in lines[1:4]
    assert lines[4] == "In 1 place both say something else, and what was here stays:"
    assert lines[5].startswith("  answer ")
    assert "style.replying: here “Some get an answer, often days later”, there “" in lines[5]
    assert lines[6].startswith("To take theirs, import again with --take ")
    assert lines[7] == "This was a preview; nothing was changed."
    merged = record(profiles("import", "second", "--json")[1])
    assert merged["is_new"] is False
    assert "tag new" in merged["added"]
    (conflict,) = merged["conflicts"]
    assert (conflict["mine"], conflict["theirs"]) == (1, 4)
    assert answers(profiles)["style.replying"] == 1
    code, _, complaint = profiles("import", "second", "--take", "nothing")
    assert code == 1
    assert complaint.startswith("“nothing” is nothing in which both differ; nothing was changed.")
    assert conflict["key"] in complaint
    output = profiles("import", "second", "--take", conflict["key"])[1]
    assert output == "Merged into Café: 0 additions, 1 place replaced by theirs.\n"
    assert answers(profiles)["style.replying"] == 4


def test_everything_can_be_taken_at_once(profiles: Run, elsewhere: tuple[str, Path]) -> None:
    profiles("export", "Café", "--output", "first")
    profiles("import", "first", *elsewhere)
    profiles("answer", "Café", "style.replying=4", "style.listening=4", *elsewhere)
    profiles("export", "Café", "--output", "second", *elsewhere)
    assert "2 places replaced by theirs" in profiles("import", "second", "--take-all")[1]
    assert answers(profiles) == answers(profiles, *elsewhere)


def test_a_profile_in_the_trash_is_taken_back_before_a_copy_is_taken_in(profiles: Run) -> None:
    profiles("export", "Café", "--output", BUNDLE)
    profiles("trash", "Café")
    code, _, complaint = profiles("import", BUNDLE)
    assert code == 1
    assert complaint.startswith("Café lies in the trash; nothing was taken in.")
    assert "socialplanner profiles trash --undo=" in complaint


def test_an_answers_file_makes_a_profile_or_goes_into_one(profiles: Run) -> None:
    assert profiles("import", CAFE)[1].startswith("Café Morgenlicht is kept in ")
    profiles("new", "Bakery")
    profiles("answer", "Bakery", "style.replying=4")
    output = profiles("import", CAFE, "--into", "Bakery")[1]
    assert output.startswith("Merged into Bakery: 62 additions, 0 places replaced by theirs.\n")
    assert "style.replying: here “Nearly all get " in output
    shown = json.loads(profiles("show", "Bakery", "--json")[1])
    assert shown["profile"]["name"] == "Bakery"
    assert len(shown["assessments"][0]["answers"]) == 63


def test_a_bundle_of_another_profile_brings_its_answers_into_mine(
    profiles: Run, elsewhere: tuple[str, Path]
) -> None:
    profiles("new", "Colleague", *elsewhere)
    profiles("answer", "Colleague", "style.replying=4", "business.hours_per_week=9", *elsewhere)
    profiles("export", "Colleague", "--output", BUNDLE, *elsewhere)
    profiles("import", BUNDLE, "--into", "Café", "--take-all")
    assert answers(profiles)["style.replying"] == 4
    assert answers(profiles)["business.hours_per_week"] == 9
    assert len(answers(profiles)) == 63


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04", b"\x9bSOCPLAN", b"= 3"])
def test_what_is_neither_bundle_nor_answers_is_refused(
    profiles: Run, tmp_path: Path, data: Path, content: bytes
) -> None:
    (tmp_path / "thing").write_bytes(content)
    code, output, complaint = profiles("import", "thing")
    assert (code, output) == (1, "")
    assert complaint.startswith("thing")
    assert len(list(data.glob("*.socialplan"))) == 1


def test_a_file_that_is_not_there_is_named(profiles: Run) -> None:
    code, _, complaint = profiles("import", "nowhere")
    assert code == 1
    assert complaint.startswith("nowhere cannot be read: ")


def test_an_id_that_would_climb_out_of_its_folder_is_refused(
    profiles: Run, tmp_path: Path, data: Path
) -> None:
    now = datetime.now(UTC)
    for record_id in ("..", ".", "..."):
        forged = ProfileRecord(
            id=record_id, profile=Profile(name="Forged"), created_at=now, changed_at=now
        )
        with suppress(UserError):  # a newer bundle may not even be written
            (tmp_path / BUNDLE).write_bytes(bundle_bytes(forged))
            code, output, complaint = profiles("import", BUNDLE)
            assert (code, output) == (1, "")
            assert complaint.startswith(BUNDLE)
    assert len(list(data.glob("*.socialplan"))) == 1
