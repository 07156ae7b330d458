"""What Python does to files is shown, refused and torn like what SQLite does."""

import errno
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.operations import Answer, Kind, Layer, Operation, Torn
from tests.faults.watching import watched, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


def with_handle(path: Path, work: Callable[[int], object], flags: int = os.O_RDWR) -> None:
    handle = os.open(path, flags)
    try:
        work(handle)
    finally:
        os.close(handle)


def by_handle(path: Path, mode: str) -> None:
    with os.fdopen(os.open(path, os.O_RDWR), mode) as file:
        file.write(b"new")


def in_one_write(path: Path, mode: str, data: str | bytes) -> None:
    with path.open(mode) as file:
        file.write(data)


def without_buffer(path: Path) -> None:
    with path.open("rb+", buffering=0) as file:
        file.write(b"n")


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(1)


def first_line(path: Path) -> str:
    with path.open() as file:
        return file.readline()


CALLS: dict[str, tuple[Kind, Callable[[Path], object]]] = {
    "os.open": (Kind.OPEN, lambda path: os.close(os.open(path / "new", os.O_CREAT | os.O_EXCL))),
    "touch": (Kind.OPEN, lambda path: (path / "new").touch()),
    "open": (Kind.OPEN, lambda path: open(path / "new", "x").close()),  # noqa: PTH123 - the very function
    "io.open": (Kind.OPEN, lambda path: io.open(path / "new", "wb").close()),  # noqa: UP020 - the same
    "Path.open": (Kind.OPEN, lambda path: (path / "new").open("a").close()),
    "emptying": (Kind.OPEN, lambda path: (path / "old").open("w").close()),
    "os.write": (Kind.WRITE, lambda path: with_handle(path / "old", lambda fd: os.write(fd, b"n"))),
    "pwrite": (
        Kind.WRITE,
        lambda path: with_handle(path / "old", lambda fd: os.pwrite(fd, b"n", 2)),
    ),
    "fdopen": (Kind.WRITE, lambda path: by_handle(path / "old", "wb")),
    "unbuffered": (Kind.WRITE, lambda path: without_buffer(path / "old")),
    "bytes": (Kind.WRITE, lambda path: in_one_write(path / "old", "rb+", b"new")),
    "text": (Kind.WRITE, lambda path: in_one_write(path / "old", "r+", "new")),
    "copyfile": (Kind.WRITE, lambda path: shutil.copyfile(path / "other", path / "old")),
    "fsync": (Kind.SYNC, lambda path: with_handle(path / "old", os.fsync)),
    "fsync of a folder": (Kind.SYNC, lambda path: with_handle(path, os.fsync, os.O_RDONLY)),
    "fdatasync": (Kind.SYNC, lambda path: with_handle(path / "old", os.fdatasync)),
    "os.replace": (Kind.RENAME, lambda path: os.replace(path / "other", path / "old")),  # noqa: PTH105 - the very function
    "os.rename": (Kind.RENAME, lambda path: os.rename(path / "old", path / "new")),  # noqa: PTH104 - the same
    "Path.replace": (Kind.RENAME, lambda path: (path / "old").replace(path / "new")),
    "link": (Kind.LINK, lambda path: os.link(path / "old", path / "new")),
    "unlink": (Kind.DELETE, lambda path: (path / "old").unlink()),
    "remove": (Kind.DELETE, lambda path: os.remove(path / "old")),  # noqa: PTH107 - the very function
    "rmtree": (Kind.DELETE, lambda path: shutil.rmtree(path / "inner")),
    "rmdir": (Kind.RMDIR, lambda path: (path / "empty").rmdir()),
    "mkdir": (Kind.MKDIR, lambda path: (path / "new").mkdir()),
    "makedirs": (Kind.MKDIR, lambda path: (path / "new" / "newer").mkdir(parents=True)),
    "chmod": (Kind.CHMOD, lambda path: (path / "old").chmod(0o400)),
    "fchmod": (Kind.CHMOD, lambda path: with_handle(path / "old", lambda fd: os.fchmod(fd, 0o400))),
    "truncate": (Kind.TRUNCATE, lambda path: os.truncate(path / "old", 1)),
    "ftruncate": (
        Kind.TRUNCATE,
        lambda path: with_handle(path / "old", lambda fd: os.ftruncate(fd, 1)),
    ),
    "file.truncate": (Kind.TRUNCATE, lambda path: cut(path / "old")),
    "reading": (Kind.READ, lambda path: (path / "old").read_bytes()),
    "reading text": (Kind.READ, lambda path: first_line(path / "old")),
    "closing": (Kind.CLOSE, lambda path: (path / "old").open("rb+").close()),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "watched"
    for name in ("inner", "empty"):
        (place / name).mkdir(parents=True)
    (place / "inner" / "deep").touch()
    (place / "old").write_bytes(b"12345")
    (place / "other").write_bytes(b"another")
    return place


def state_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("name", CALLS)
def test_a_refused_call_raises_the_error_and_does_nothing(folder: Path, name: str) -> None:
    kind, call = CALLS[name]
    before = state_of(folder)
    if name == "copyfile":  # it empties its target first
        before[str(folder / "old")] = (before[str(folder / "old")][0], b"")

    def observer(operation: Operation) -> Answer:
        return errno.EIO if operation.kind is kind else None

    with watched(observer, folder), pytest.raises(OSError, match="Input/output error") as raised:
        call(folder)
    assert raised.value.errno == errno.EIO
    assert state_of(folder) == before


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_is_only_shown_does_what_it_always_does(folder: Path, name: str) -> None:
    kind, call = CALLS[name]
    seen: list[Operation] = []
    twin = shutil.copytree(folder, folder.with_name("unwatched"))
    call(twin)
    with watched(seen.append, folder):
        call(folder)
    plain = {path.replace(str(twin), str(folder)): told for path, told in state_of(twin).items()}
    assert state_of(folder) == plain
    assert any(each.kind is kind and each.layer is Layer.PYTHON for each in seen)


def test_everything_is_as_before_afterwards(folder: Path) -> None:
    names = ("open", "write", "fsync", "replace", "unlink", "mkdir", "chmod", "truncate")
    before = [getattr(os, name) for name in names], io.open, open
    with watched(print, folder):
        assert [getattr(os, name) for name in names] != before[0]
    assert ([getattr(os, name) for name in names], io.open, open) == before


def test_files_elsewhere_and_pipes_are_neither_shown_nor_changed(
    folder: Path, tmp_path: Path
) -> None:
    seen: list[Operation] = []
    with watched(seen.append, folder):
        (tmp_path / "elsewhere").write_text("x")
        with (tmp_path / "elsewhere").open() as file:
            assert type(file.buffer.raw) is io.FileIO  # type: ignore[attr-defined]
        reading, writing = os.pipe()
        os.write(writing, b"x")
        os.close(writing)
        os.close(reading)
    assert seen == []


def test_a_buffer_shows_one_write_at_its_place_when_it_is_flushed(folder: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, folder), (folder / "old").open("ab") as file:
        for part in (b"6", b"7", b"8"):
            file.write(part)
        assert [each for each in seen if each.kind is Kind.WRITE] == []
        file.flush()
        writes = [each for each in seen if each.kind is Kind.WRITE]
    assert [(each.offset, each.data) for each in writes] == [(5, b"678")]


def test_a_torn_write_of_a_file_keeps_its_first_bytes_in_each_way_of_writing(
    folder: Path,
) -> None:
    def observer(operation: Operation) -> Answer:
        torn = Torn(kept=2, code=errno.ENOSPC)
        return torn if operation.kind is Kind.WRITE else None

    for name in ("os.write", "pwrite", "fdopen", "unbuffered", "bytes", "text", "copyfile"):
        with watched(observer, folder), pytest.raises(OSError, match="No space left"):
            CALLS[name][1](folder)
    assert (folder / "old").read_bytes() == b"an"


def test_an_archive_and_a_temporary_file_are_shown(folder: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, folder):
        with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
            archive.writestr("member", b"x" * 100)
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"y")
    written = {each.path.name: each for each in seen if each.kind is Kind.WRITE}
    assert {"archive.zip", Path(file.name).name} == set(written)
    assert zipfile.ZipFile(folder / "archive.zip").read("member") == b"x" * 100


def test_a_folder_reached_through_a_link_is_the_same_folder(folder: Path) -> None:
    link, seen = folder.with_name("link"), list[Operation]()
    link.symlink_to(folder)
    with watched(seen.append, link):
        (link / "old").write_bytes(b"x")
    assert {each.path for each in seen} == {folder / "old"}


def test_what_the_observer_itself_does_to_files_is_not_shown(folder: Path) -> None:
    seen: list[Operation] = []

    def observer(operation: Operation) -> Answer:
        seen.append(operation)
        (folder / "note").write_text("x")
        return None

    with watched(observer, folder):
        (folder / "old").unlink()
    assert [each.kind for each in seen] == [Kind.DELETE]


def test_an_error_while_closing_comes_after_the_file_is_closed(folder: Path) -> None:
    def observer(operation: Operation) -> Answer:
        return errno.EIO if operation.kind is Kind.CLOSE else None

    with watched(observer, folder):
        file = (folder / "old").open("rb+")
        file.write(b"n")
        with pytest.raises(OSError, match="Input/output error"):
            file.close()
        assert file.closed
    assert (folder / "old").read_bytes() == b"n2345"
