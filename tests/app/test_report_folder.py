"""A report is there whole or not at all, and what a killed run leaves is swept by the next."""

import errno
from pathlib import Path

import pytest

from socialplanner.app.report_folder import ReportFolder, opened
from socialplanner.errors import UserError
from socialplanner.presentation.plan_formats import Format
from tests.app.clients import contents
from tests.faults.injection import every_failure
from tests.faults.kill import every_kill
from tests.faults.watching import why_not

OLD, NEW = b"%PDF-1.7 old", b"%PDF-1.7 new and longer" * 50


def write_two(folder: Path) -> None:
    """Put two reports into a folder, one of them in the place of another."""
    with opened(folder / "out") as made:
        made.write("first.pdf", NEW)
        made.write("below/second.pdf", NEW)


def with_an_old_one(folder: Path) -> None:
    """Make the folder of reports with an older report."""
    (folder / "out").mkdir()
    (folder / "out" / "first.pdf").write_bytes(OLD)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("torn", [False, True], ids=["before", "torn"])
def test_a_kill_at_any_change_leaves_whole_reports_and_the_next_run_makes_it_good(
    tmp_path: Path, *, torn: bool
) -> None:
    seen = set()
    for death in every_kill(write_two, with_an_old_one, tmp_path, torn=torn):
        out = death.folder / "out"
        assert death.error == ""
        seen.add((out / "first.pdf").read_bytes())
        if (out / "below" / "second.pdf").exists():
            assert (out / "below" / "second.pdf").read_bytes() == NEW
        write_two(death.folder)
        assert contents(out) == {"first.pdf": NEW, "below/second.pdf": NEW}
        assert not [each.name for each in out.iterdir() if each.name.startswith(".")]
    assert seen == {OLD, NEW}


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_refuses_anything_once_leaves_whole_reports_and_a_sentence(
    tmp_path: Path, error: int
) -> None:
    refused = 0
    for trial in every_failure(tmp_path, begun, write_two, error=error):
        out = trial.folder / "out"
        assert trial.error is None or isinstance(trial.error, UserError)
        refused += trial.error is not None
        assert (out / "first.pdf").read_bytes() in (OLD, NEW)
        if (out / "below" / "second.pdf").exists():
            assert (out / "below" / "second.pdf").read_bytes() == NEW
        write_two(trial.folder)
        assert contents(out) == {"first.pdf": NEW, "below/second.pdf": NEW}
    assert refused > 3


def begun(folder: Path) -> Path:
    """Make the folder with an older report, and return it."""
    with_an_old_one(folder)
    return folder


def test_two_runs_on_one_folder_leave_each_other_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as other:
        one.write("one.pdf", NEW)
        other.write("other.pdf", NEW)
        assert one.is_running
        assert other.is_running
    assert contents(tmp_path) == {"one.pdf": NEW, "other.pdf": NEW}


def test_a_report_that_is_the_same_already_is_not_touched(tmp_path: Path) -> None:
    with opened(tmp_path) as made:
        made.write("a.pdf", NEW)
        before = (tmp_path / "a.pdf").stat()
        made.write("a.pdf", NEW)
    after = (tmp_path / "a.pdf").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("kind", [Format.DOCX, Format.PPTX, Format.XLSX])
def test_a_document_that_differs_is_kept_unless_it_may_be_replaced(
    tmp_path: Path, kind: Format
) -> None:
    name = f"plan.{kind}"
    (tmp_path / name).write_bytes(b"PK and what somebody wrote")
    with opened(tmp_path) as made:
        with pytest.raises(UserError, match=r"somebody may have written in it\. Mind it\."):
            made.refuse_other(name, kind, b"PK as it was made", "Mind it.")
        made.refuse_other(name, kind, b"PK as it was made", "")
        made.refuse_other(name, kind, b"PK and what somebody wrote", "Mind it.")


def test_nothing_but_an_earlier_report_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("a letter")
    (tmp_path / "b.pdf").mkdir()
    with opened(tmp_path) as made:
        for name in ("a.pdf", "b.pdf"):
            with pytest.raises(UserError, match="left alone"):
                made.refuse_other(name, Format.PDF, NEW, "")


def test_a_folder_that_cannot_be_made_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="Nothing can be written into"), opened(tmp_path / "file"):
        pass


def test_a_stopped_run_is_seen_by_every_process_that_has_its_folder(tmp_path: Path) -> None:
    with opened(tmp_path) as made:
        same = ReportFolder(path=made.path, hidden=made.hidden)
        assert same.is_running
        made.stop()
        assert not same.is_running
