"""Files that appear whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from socialplanner.errors import UserError
from socialplanner.exchange.output_file import write_whole


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in a folder."""
    return [path.name for path in folder.iterdir()]


def test_a_new_file_holds_the_data_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.pdf", b"whole")
    assert (tmp_path / "plan.pdf").read_bytes() == b"whole"
    assert names_in(tmp_path) == ["plan.pdf"]


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "plan.pdf", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "plan.pdf").stat().st_mode) == 0o640


def test_a_file_is_not_replaced_where_that_is_not_wanted(tmp_path: Path) -> None:
    path = tmp_path / "cafe.toml"
    path.write_bytes(b"mine")
    with pytest.raises(UserError, match="exists already; add --force to replace it"):
        write_whole(path, b"yours", replace=False)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "plan.pdf").write_bytes(b"old")
    monkeypatch.setattr(step, fail)
    with pytest.raises(UserError, match=r"plan\.pdf cannot be written: No space left on device\."):
        write_whole(tmp_path / "plan.pdf", b"new")
    assert names_in(tmp_path) == ["plan.pdf"]
    assert (tmp_path / "plan.pdf").read_bytes() == b"old"


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.pdf", b"new")
    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere/plan\.pdf cannot be written: No such file"):
        write_whole(tmp_path / "nowhere/plan.pdf", b"new")


def test_a_folder_is_no_place_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder; name a file"):
        write_whole(tmp_path, b"new")


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own on Windows")
def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write_whole(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="needs a device file")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"nothing")
    assert Path(os.devnull).is_char_device()


def test_the_longest_names_leave_room_for_the_temporary_name(tmp_path: Path) -> None:
    path = tmp_path / ("ß" * 125 + ".pdf")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
