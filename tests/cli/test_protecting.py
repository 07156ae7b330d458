"""Profiles with a passphrase, from the command line: given, used by every command, taken away."""

import sys
from pathlib import Path

import pytest

from socialplanner.store.driver import can_protect
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record, the_file

pytestmark = pytest.mark.skipif(
    not can_protect(), reason="the extra `passphrase` has no wheel for this Python here"
)

VARIABLE = "SOCIALPLANNER_PASSPHRASE"
WORDS = "correct horse battery"
KEY = ("--passphrase-file", "secret")


@pytest.fixture(autouse=True)
def _secret(profiles: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "secret").write_text(f"{WORDS}\n", encoding="utf-8")
    (tmp_path / "wrong").write_text("wrong horse battery\n", encoding="utf-8")
    profiles("new", "Corner Bakery", "--from", CAFE)


@pytest.fixture
def path(profiles: Run, data: Path) -> Path:
    """Return the file of a profile that has a passphrase and a backup."""
    profiles("backup", "Corner Bakery")
    assert profiles("protect", "Corner Bakery", *KEY)[0] == 0
    return the_file(data)


def test_protecting_says_where_the_file_is_and_what_a_forgotten_passphrase_means(
    profiles: Run, data: Path
) -> None:
    code, output, complaint = profiles("protect", "Corner Bakery", *KEY)
    assert (code, complaint) == (0, "")
    assert str(the_file(data)) in output
    assert the_file(data).name.endswith(".protected.socialplan")
    assert "A forgotten passphrase is a lost profile" in output
    assert b"business" not in the_file(data).read_bytes()


def test_the_passphrase_may_be_in_a_variable(
    profiles: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    assert record(profiles("show", "Corner Bakery", "--json")[1])["path"] == str(path)


COMMANDS = (
    ("show",),
    ("change", "--tag", "t"),
    ("answer", "business.hours_per_week=9"),
    ("reassess",),
    ("assess",),
    ("plan", "--output", "plan.pdf"),
    ("backup",),
    ("restore", "--list"),
    ("restore",),
    ("duplicate", "Copy"),
    ("unprotect",),
)


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_needs_the_content_works_with_the_passphrase_and_says_how_to_give_it(
    profiles: Run, words: tuple[str, ...]
) -> None:
    verb, *rest = words
    if verb == "restore":
        profiles("answer", "Corner Bakery", "business.hours_per_week=8", *KEY)
    code, output, complaint = profiles(verb, "Corner Bakery", *rest)
    assert (code, output) == (1, "")
    assert complaint.startswith("Corner-Bakery has a passphrase, which is needed here; nothing")
    assert f"after --passphrase-file, or into the variable {VARIABLE}.\n" in complaint
    code, output, complaint = profiles(verb, "Corner Bakery", *rest, "--passphrase-file", "wrong")
    assert (code, output) == (1, "")
    assert "the passphrase is not the right one, or the file is damaged" in complaint
    code, _, complaint = profiles(verb, "Corner Bakery", *rest, *KEY)
    assert (code, complaint) == (0, "")


def test_listing_trash_and_the_librarys_backup_need_no_passphrase(
    profiles: Run, path: Path
) -> None:
    assert profiles("list")[1].splitlines()[1].endswith("has a passphrase")
    assert profiles("backup", "--output", "all.socialplan-library")[0] == 0
    code, output, _ = profiles("trash", "corner bakery")
    assert (code, path.exists()) == (0, False)
    assert output.startswith("Corner-Bakery is in the trash until 20")
    assert profiles("trash")[1].startswith("Corner-Bakery, until 20")
    assert profiles("trash", "--undo", "Corner Bakery")[0] == 0
    assert path.exists()
    profiles("erase", "Corner Bakery", "--yes")
    assert profiles("restore", "--library", "all.socialplan-library")[0] == 0
    assert path.exists()


def test_one_is_erased_without_its_passphrase_but_only_by_its_whole_name(
    profiles: Run, path: Path, data: Path
) -> None:
    assert profiles("erase", "Corner", "--yes")[0] == 1
    assert profiles("erase", "!!!", "--yes")[0] == 1
    assert path.exists()
    assert profiles("erase", "corner bakery", "--yes")[0] == 0
    assert list(data.rglob("*.socialplan")) == []


def test_the_beginning_of_a_name_that_two_profiles_share_names_both(
    profiles: Run, path: Path
) -> None:
    profiles("new", "Corner Tailor")
    code, _, complaint = profiles("show", "corner", *KEY)
    assert code == 1
    assert complaint.startswith("Several profiles are called “corner”; name the file: ")
    assert path.name in complaint


def test_checking_leaves_out_what_is_closed_and_checks_it_with_its_passphrase(
    profiles: Run, path: Path, data: Path
) -> None:
    profiles("new", "Tailor")
    closed = f"{path.name}: protected, not checked.\n"
    assert profiles("check") == (0, f"{closed}1 profile is sound in {data}.\n", "")
    assert profiles("check", "Corner Bakery")[:2] == (
        0,
        f"{closed}0 profiles are sound in {data}.\n",
    )
    assert profiles("check", *KEY) == (0, f"2 profiles are sound in {data}.\n", "")
    (told,) = [each for each in record(profiles("check", "--json")[1])["files"] if each["reason"]]
    assert told == {"file": path.name, "is_sound": None, "reason": "protected, not checked"}


def test_a_passphrase_that_opens_nothing_is_told_apart_from_damage(
    profiles: Run, path: Path
) -> None:
    code, _, complaint = profiles("check", "--passphrase-file", "wrong")
    assert code == 1
    assert complaint.endswith(
        "0 profiles are not sound; 0 profiles are sound. "
        "1 profile was not opened by this passphrase; check each with its own.\n"
    )
    path.write_bytes(b"\xaa" * 4096 + path.read_bytes()[4096:])
    assert "1 profile is not sound;" in profiles("check", *KEY)[2]


def test_a_damaged_profile_comes_back_where_the_passphrase_opens_its_backup(
    profiles: Run, path: Path
) -> None:
    path.write_bytes(b"\xaa" * 4096 + path.read_bytes()[4096:])
    assert profiles("restore", path.stem, "--damaged", "--passphrase-file", "wrong")[0] == 1
    code, output, complaint = profiles("restore", path.stem, "--damaged", *KEY)
    assert (code, complaint) == (0, "")
    assert output.startswith("Corner Bakery is back.\n")
    assert profiles("check", *KEY)[0] == 0


def test_a_duplicate_is_never_open_for_a_moment(profiles: Run, path: Path, data: Path) -> None:
    output = profiles("duplicate", "Corner Bakery", "Copy", *KEY)[1]
    assert "It has the same passphrase as what it is a copy of." in output
    files = sorted(data.glob("*.socialplan"))
    assert len(files) == 2
    assert path in files
    assert all(each.name.endswith(".protected.socialplan") for each in files)


def test_a_bundle_of_it_is_encrypted_with_its_passphrase_or_said_to_be_open(
    profiles: Run, path: Path
) -> None:
    assert path.exists()
    output = profiles("export", "Corner Bakery", "--output", "shut", *KEY)[1]
    assert output.endswith("It is encrypted.\n")
    key = ("--profile-passphrase-file", "secret")
    output = profiles("export", "Corner Bakery", "--output", "open", *key)[1]
    assert "It is not encrypted, though the profile is" in output
    code, _, complaint = profiles("import", "open")
    assert code == 1
    assert "after --profile-passphrase-file, or into" in complaint
    assert profiles("import", "open", *key)[1].startswith("Merged into Corner Bakery: 0 additions")
    assert profiles("import", CAFE, "--into", "corner b", *key)[0] == 0


def test_its_file_is_not_imported(profiles: Run, path: Path) -> None:
    code, _, complaint = profiles("import", path)
    assert code == 1
    assert "it is a plan with a passphrase. It needs no import" in complaint


def test_what_has_a_passphrase_is_given_no_other_and_what_has_none_loses_none(
    profiles: Run, path: Path
) -> None:
    code, _, complaint = profiles("protect", "Corner Bakery", *KEY)
    assert code == 1
    assert complaint.endswith("first: socialplanner profiles unprotect Corner-Bakery\n")
    code, output, _ = profiles("unprotect", "Corner Bakery", *KEY)
    assert (code, path.exists()) == (0, False)
    assert output.startswith("Corner Bakery has no passphrase any more, its backups neither.")
    assert profiles("show", "Corner Bakery")[0] == 0
    code, _, complaint = profiles("unprotect", "Corner Bakery", *KEY)
    assert (code, complaint) == (1, "“Corner Bakery” has no passphrase; nothing was changed.\n")


def test_a_short_passphrase_and_none_at_all_protect_nothing(
    profiles: Run, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "short").write_text("short\n", encoding="utf-8")
    before = the_file(data).read_bytes()
    for way, why in (
        (("--passphrase-file", "short"), "A passphrase needs at least 8 characters"),
        ((), "Nobody can be asked for a passphrase here; nothing was changed."),
    ):
        code, output, complaint = profiles("protect", "Corner Bakery", *way)
        assert (code, output) == (1, "")
        assert complaint.startswith(why)
    assert the_file(data).read_bytes() == before


def test_where_sqlcipher_is_missing_it_is_said_how_to_get_it(
    profiles: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles("new", "Tailor")
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)  # as where it is not installed
    for arguments in (("show", "Corner Bakery", *KEY), ("protect", "Tailor", *KEY)):
        code, _, complaint = profiles(*arguments)
        assert code == 1
        assert complaint.endswith("Install it with: pip install 'socialplanner[passphrase]'\n")
    assert profiles("list")[0] == 0
    assert profiles("trash", "Corner Bakery")[0] == 0
    assert not path.exists()


def test_a_copy_that_stays_open_is_warned_about(profiles: Run, data: Path) -> None:
    path = the_file(data)
    copy = path.with_name("copy.socialplan")
    copy.write_bytes(path.read_bytes())
    code, _, complaint = profiles("protect", path.stem, *KEY)
    assert code == 0
    assert complaint == (
        f"Warning: {copy} holds the same profile and is not encrypted; erase it if it is not "
        f"needed.\n"
    )
