"""The window starts a batch, asks now and then what became of it, and may stop it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialplanner.app.program import DesktopProgram
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.report_presets import Preset
from socialplanner.ui.ports.batch import Outcome, ReportBatches, ReportLine, ReportOrder, ReportRun
from tests.app.clients import contents, empty_record, sample_record


@pytest.fixture
def program(tmp_path: Path) -> Iterator[DesktopProgram]:
    """Give a program with four clients, one of which has no answers."""
    made = DesktopProgram(tmp_path / "data", tmp_path / "config")
    for number, name in enumerate(("Bakery", "Harbour", "Mill")):
        made.shelf.library.add(sample_record(name, f"id{number}"))
    made.shelf.library.add(empty_record("Not yet", "id9"))
    yield made
    made.end()


def order(program: DesktopProgram, folder: Path) -> ReportOrder:
    """Return an order for all profiles there are."""
    places = tuple(program.shelf.path(entry) for entry in program.shelf.entries())
    return ReportOrder(
        places=places, folder=folder, formats=(Format.PDF,), preset=Preset.ONE_PAGE, jobs=1
    )


def until_over(run: ReportRun) -> list[ReportLine]:
    """Return all lines as a window gets them, which asks now and then."""
    lines = list(run.new_lines())
    while not run.is_over:
        time.sleep(0.01)
        lines += run.new_lines()
    return [*lines, *run.new_lines()]


def test_a_batch_is_told_line_by_line_in_the_order_of_home(
    program: DesktopProgram, tmp_path: Path
) -> None:
    batches: ReportBatches = program.batches
    run = batches.start(order(program, tmp_path / "out"))
    lines = until_over(run)
    assert run.total == 4
    assert run.refusal == ""
    assert [line.label for line in lines] == ["Bakery", "Harbour", "Mill", "Not yet"]
    assert [line.outcome for line in lines] == [*[Outcome.DONE] * 3, Outcome.FAILED]
    assert "5 answers are missing" in lines[3].words
    assert lines[0].place == program.shelf.path(program.shelf.entries()[0])
    assert len(contents(tmp_path / "out")) == 3


def test_only_the_chosen_profiles_have_reports(program: DesktopProgram, tmp_path: Path) -> None:
    wanted = order(program, tmp_path / "out")
    run = program.batches.start(replace(wanted, places=wanted.places[1:2], is_anonymous=True))
    (line,) = until_over(run)
    assert line.label == "Harbour"
    assert not line.files[0].startswith("Harbour")
    assert contents(tmp_path / "out").keys() == set(line.files)


def test_a_chosen_profile_that_is_gone_has_a_line_of_its_own(
    program: DesktopProgram, tmp_path: Path
) -> None:
    wanted = order(program, tmp_path / "out")
    wanted.places[1].unlink()
    run = program.batches.start(replace(wanted, places=wanted.places[:2]))
    lines = {line.place: line for line in until_over(run)}
    assert run.total == len(lines) == 2
    assert lines[wanted.places[0]].outcome is Outcome.DONE
    assert lines[wanted.places[1]].outcome is Outcome.FAILED
    assert "not there" in lines[wanted.places[1]].words


def test_a_batch_whose_folder_is_a_file_is_refused_as_a_whole(
    program: DesktopProgram, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("")
    run = program.batches.start(order(program, tmp_path / "out"))
    assert until_over(run) == []
    assert "Nothing can be written into" in run.refusal


def test_a_batch_that_is_cancelled_ends_and_so_does_one_when_the_program_ends(
    program: DesktopProgram, tmp_path: Path
) -> None:
    cancelled = program.batches.start(order(program, tmp_path / "one"))
    cancelled.cancel()
    cancelled.wait()
    assert cancelled.is_over
    ended = program.batches.start(order(program, tmp_path / "two"))
    program.end()
    assert ended.is_over
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert not folder.exists() or not list(folder.glob(".*"))


def test_nobody_chosen_is_a_batch_that_is_over(program: DesktopProgram, tmp_path: Path) -> None:
    run = program.batches.start(replace(order(program, tmp_path / "out"), places=()))
    assert until_over(run) == []
    assert (run.total, run.refusal) == (0, "")
