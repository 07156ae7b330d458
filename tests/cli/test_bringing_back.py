"""A profile whose file was deleted by something else comes back from its backups."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_profile_whose_file_is_gone_is_made_anew_from_its_newest_backup(
    profiles: Run, tmp_path: Path
) -> None:
    place = ("--data-folder", str(tmp_path / "data"))
    profiles("new", "Corner Bakery", *place)
    profiles("answer", "Corner Bakery", "style.replying=3", *place)
    (file,) = (tmp_path / "data").glob("*.socialplan")
    file.unlink()
    code, output, _ = profiles("restore", "corner bakery", "--preview", *place)
    assert (code, "Nothing was changed" in output) == (0, True)
    assert not file.exists()
    code, output, complaint = profiles("restore", "corner bakery", *place)
    assert (code, complaint) == (0, "")
    assert output.startswith("The file of Corner Bakery was gone; it is as it was at ")
    assert "1/63 answered" in profiles("show", "Corner Bakery", *place)[1]


def test_a_name_that_no_lost_profile_has_is_refused_as_ever(profiles: Run, tmp_path: Path) -> None:
    place = ("--data-folder", str(tmp_path / "data"))
    code, _, complaint = profiles("restore", "Nobody", *place)
    assert code == 1
    assert complaint.startswith("There is no profile “Nobody”.")


def test_a_lost_profile_is_listed_and_brought_back_as_any_of_its_backups(
    profiles: Run, tmp_path: Path
) -> None:
    place = ("--data-folder", str(tmp_path / "data"))
    profiles("new", "Corner Bakery", *place)
    profiles("answer", "Corner Bakery", "style.replying=3", *place)
    profiles("answer", "Corner Bakery", "style.listening=3", *place)
    next((tmp_path / "data").glob("*.socialplan")).unlink()
    listed = profiles("restore", "Corner Bakery", "--list", *place)[1].splitlines()
    assert len(listed) == 3
    oldest = listed[-1].split()[0]
    assert profiles("restore", "Corner Bakery", "--backup", oldest, *place)[0] == 0
    assert "0/63 answered" in profiles("show", "Corner Bakery", *place)[1]
