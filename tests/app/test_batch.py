"""A batch makes every report there can be, whoever fails, dies or stops it."""

import multiprocessing
import multiprocessing.spawn
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from multiprocessing import resource_tracker
from pathlib import Path

import pypdf
import pytest

from socialplanner import paths
from socialplanner.app.batch import Batch
from socialplanner.app.report_job import ReportJob
from socialplanner.app.report_jobs import answers_jobs, profile_jobs
from socialplanner.app.reports import printed_as, report_bytes, source_of
from socialplanner.domain.record import Brand, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.store.library import Library
from socialplanner.ui.ports.batch import Outcome, ReportLine
from tests.app.clients import (
    DAY,
    STYLE,
    broken,
    catalogue,
    contents,
    empty_record,
    logo,
    sample_record,
    sound,
)
from tests.report.reading import read, squeezed


class Deadly(str):
    """A text that ends the process that receives it, as want of memory would."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (9,)


def run(
    jobs: tuple[ReportJob, ...], folder: Path, processes: int, **changes: object
) -> list[ReportLine]:
    """Return the lines of a batch."""
    style = replace(STYLE, **changes)  # type: ignore[arg-type] # named at each call
    return list(Batch(jobs, style, folder, processes).lines())


def jobs_of(library: Library) -> tuple[ReportJob, ...]:
    """Return a job for every profile."""
    entries = library.entries()
    return profile_jobs(entries, entries, library.folder, library.key_of)


def test_of_forty_clients_three_are_broken_and_named_and_the_others_are_done(
    tmp_path: Path,
) -> None:
    good = sound(tmp_path / "in", 37)
    bad = broken(tmp_path / "in", 3)
    jobs = answers_jobs([tmp_path / "in"])
    lines = run(jobs, tmp_path / "out", 2)
    assert [line.place for line in lines] == sorted([*good, *bad])
    failed = [line for line in lines if line.outcome is Outcome.FAILED]
    assert [line.place for line in failed] == bad
    assert all(line.words and not line.fault and not line.files for line in failed)
    made = contents(tmp_path / "out")
    assert sorted(made) == sorted(name for line in lines for name in line.files)
    assert len(made) == 37
    assert all(data.startswith(b"%PDF-") for data in made.values())


def test_every_kind_of_broken_answers_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    bad = broken(tmp_path / "in", 9)
    lines = run(answers_jobs([tmp_path / "in"]), tmp_path / "out", 0)
    assert [line.outcome for line in lines] == [Outcome.FAILED] * len(bad)
    assert [line.fault for line in lines] == [""] * len(bad)
    assert all(re.match(r".{20,}\.(\n|$)", line.words) for line in lines)
    assert contents(tmp_path / "out") == {}


def test_the_number_of_processes_changes_no_byte_of_any_format_and_no_line(tmp_path: Path) -> None:
    sound(tmp_path / "in", 3)
    jobs, formats = answers_jobs([tmp_path / "in"]), tuple(Format)
    lines = run(jobs, tmp_path / "alone", 0, formats=formats)
    assert [len(line.files) for line in lines] == [len(Format)] * 3
    assert run(jobs, tmp_path / "two", 2, formats=formats) == lines
    assert contents(tmp_path / "two") == contents(tmp_path / "alone")
    assert run(jobs, tmp_path / "two", 0, formats=formats) == lines  # nothing differs: no refusal


def test_a_word_document_that_somebody_wrote_in_is_left_and_its_client_named(
    tmp_path: Path,
) -> None:
    sound(tmp_path / "in", 1)
    jobs = answers_jobs([tmp_path / "in"])
    (line,) = run(jobs, tmp_path / "out", 0, formats=(Format.DOCX,))
    written = tmp_path / "out" / line.files[0]
    written.write_bytes(written.read_bytes() + b"and more")
    (again,) = run(jobs, tmp_path / "out", 0, formats=(Format.PDF, Format.DOCX))
    assert again.outcome is Outcome.FAILED
    assert "Add --force" in again.words
    assert contents(tmp_path / "out").keys() == {line.files[0]}
    (forced,) = run(jobs, tmp_path / "out", 0, formats=(Format.DOCX,), may_replace=True)
    assert forced.outcome is Outcome.DONE
    assert not written.read_bytes().endswith(b"and more")


def test_two_brands_of_one_batch_never_mix(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    house = PlanOptions(sender="Northlight Advice", lines=("hello@northlight.example",))
    brands = {
        "Rosenhof": Brand(logo=logo((200, 0, 0)), colours=("#AA2222",), lines=("Rosenhof 1",)),
        "Blaumeer": Brand(logo=logo((0, 0, 200)), colours=("#2222AA",), lines=("Blaumeer 2",)),
        "Grauwerk": Brand(),
    }
    records = {
        name: replace(sample_record(name, f"id{number}"), brand=brand)
        for number, (name, brand) in enumerate(brands.items())
    }
    for record in records.values():
        library.add(record)
    lines = run(jobs_of(library), tmp_path / "out", 2, house=house, preset=None)
    assert [line.outcome for line in lines] == [Outcome.DONE] * 3
    for line in lines:
        data = (tmp_path / "out" / line.files[0]).read_bytes()
        assert data == alone(records[line.label], house)
        text = read(data).text
        assert {name for name in brands if name in text} == {line.label}
        assert {each for each in ("Rosenhof1", "Blaumeer2") if each in text} == {
            squeezed(each) for each in brands[line.label].lines
        }
        assert pixels(data) == pixels_of(brands[line.label].logo)


def alone(record: ProfileRecord, house: PlanOptions) -> bytes:
    """Return the report of one client made by itself in this process."""
    source = source_of(catalogue(), record, printed_as(record, house), DAY)
    return report_bytes(source, Format.PDF)


def pixels(data: bytes) -> set[object]:
    """Return the colours in the middle of every picture in a PDF."""
    pages = pypdf.PdfReader(BytesIO(data)).pages
    found = [picture.image for page in pages for picture in page.images]
    return {
        each.convert("RGB").getpixel((each.width // 2, each.height // 2)) for each in found if each
    }


def pixels_of(picture: bytes | None) -> set[object]:
    """Return the colour of a logo."""
    return (
        {{logo((200, 0, 0)): (200, 0, 0), logo((0, 0, 200)): (0, 0, 200)}[picture]}
        if picture
        else set()
    )


def test_a_client_without_answers_is_named_with_what_is_missing(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    library.add(empty_record("Corner Bakery", "c0"))
    (line,) = run(jobs_of(library), tmp_path / "out", 0)
    assert line.outcome is Outcome.FAILED
    assert "There is no plan for “Corner Bakery” yet: 5 answers are missing." in line.words
    assert "business.goals" in line.words


def test_clients_of_one_name_have_files_of_their_own_whoever_else_is_wanted(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    for number, name in enumerate(("Bakery", "BAKERY", "Harbour")):
        library.add(sample_record(name, f"id{number}"))
    both = run(jobs_of(library), tmp_path / "out", 0)
    assert len({line.files[0].casefold() for line in both}) == 3
    entries = library.entries()
    one = profile_jobs(entries, entries[:1], library.folder, library.key_of)
    assert run(one, tmp_path / "again", 0) == both[:1]
    assert both[-1].files == ("Harbour – plan 2026-11-23.pdf",)


def test_characters_that_no_font_has_are_told_of_their_client(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    library = Library(tmp_path / "data")
    library.add(sample_record("Sign \U00012000 and \ue000", "c0"))
    library.add(sample_record("Harbour", "d1"))
    lines = run(jobs_of(library), tmp_path / "out", 1)
    notes = {line.label: line.note for line in lines}
    assert notes["Harbour"] == ""
    assert "U+12000" in notes["Sign \U00012000 and \ue000"]
    assert capfd.readouterr() == ("", "")


def test_clients_of_odd_names_have_reports_that_every_system_takes(tmp_path: Path) -> None:
    names = (
        "x" * 300,
        "نان تازه",
        "=1+1 & <b>",
        "con.tact",
        "🙂🙂",
        "a/b\\c",
        "  \t",
        "Line\nbreak",
    )
    library = Library(tmp_path / "data")
    for number, name in enumerate(names):
        library.add(sample_record(name, f"id{number}"))
    lines = run(jobs_of(library), tmp_path / "out", 0)
    assert [(line.outcome, line.words) for line in lines] == [(Outcome.DONE, "")] * len(names)
    made = contents(tmp_path / "out")
    assert len(made) == len(names)
    assert all(len(name.encode()) < 200 and name.isprintable() for name in made)
    assert any(name.startswith("نان تازه – ") for name in made)


def test_whoever_kills_its_process_twice_is_named_and_costs_no_other(tmp_path: Path) -> None:
    sound(tmp_path / "in", 6)
    jobs = list(answers_jobs([tmp_path / "in"]))
    jobs[3] = replace(jobs[3], below=Deadly())
    lines = run(tuple(jobs), tmp_path / "out", 2)
    assert [line.label for line in lines] == [job.label for job in jobs]
    assert [line.outcome for line in lines].index(Outcome.FAILED) == 3
    assert [line.outcome for line in lines].count(Outcome.FAILED) == 1
    assert "ended twice" in lines[3].words
    assert len(contents(tmp_path / "out")) == 5


def test_where_no_process_can_be_started_the_batch_is_refused(
    tmp_path: Path, broken_python: None
) -> None:
    sound(tmp_path / "in", 20)
    with pytest.raises(UserError, match="end at once"):
        run(answers_jobs([tmp_path / "in"]), tmp_path / "out", 2)
    assert contents(tmp_path / "out") == {}
    del broken_python


@pytest.fixture
def broken_python() -> Iterator[None]:
    """Let a program that does nothing stand where processes are started from."""
    resource_tracker.ensure_running()  # it is a process, too, and not the one meant
    before = multiprocessing.spawn.get_executable()
    multiprocessing.set_executable(shutil.which("false") or "")
    yield
    multiprocessing.set_executable(before)


def test_a_process_that_dies_by_accident_costs_nothing(tmp_path: Path) -> None:
    sound(tmp_path / "in", 8)
    jobs = answers_jobs([tmp_path / "in"])
    lines: list[ReportLine] = []
    for line in Batch(jobs, STYLE, tmp_path / "out", 2).lines():
        if not lines:
            multiprocessing.active_children()[0].kill()
        lines.append(line)
    assert [line.outcome for line in lines] == [Outcome.DONE] * 8
    assert [line.label for line in lines] == [job.label for job in jobs]
    assert len(contents(tmp_path / "out")) == 8


@pytest.mark.parametrize("processes", [0, 2])
def test_a_batch_that_is_stopped_ends_soon_and_leaves_whole_files_alone(
    tmp_path: Path, processes: int
) -> None:
    sound(tmp_path / "in", 30)
    batch = Batch(answers_jobs([tmp_path / "in"]), STYLE, tmp_path / "out", processes)
    lines: list[ReportLine] = []
    for line in batch.lines():
        lines.append(line)
        batch.stop()
    made = contents(tmp_path / "out")
    assert 1 <= len(lines) < 30
    assert sorted(made) == sorted(name for line in lines for name in line.files)
    assert all(data.rstrip().endswith(b"%%EOF") for data in made.values())


def test_a_second_run_for_the_missing_leaves_out_who_is_there(tmp_path: Path) -> None:
    sound(tmp_path / "in", 4)
    jobs = answers_jobs([tmp_path / "in"])
    first = run(jobs[:2], tmp_path / "out", 0)
    again = run(jobs, tmp_path / "out", 0, only_missing=True)
    skipped, done = Outcome.SKIPPED, Outcome.DONE
    assert [line.outcome for line in again] == [skipped, skipped, done, done]
    assert [line.files for line in again[:2]] == [line.files for line in first]


def test_a_folder_of_folders_is_made_again_among_the_reports(tmp_path: Path) -> None:
    sound(tmp_path / "in" / "north", 1)
    sound(tmp_path / "in" / "south", 1)
    sound(tmp_path / "in" / ".hidden", 1)
    lines = run(answers_jobs([tmp_path / "in"]), tmp_path / "out", 0)
    name = "client-000 – plan 2026-11-23.pdf"
    assert [line.files for line in lines] == [(f"north/{name}",), (f"south/{name}",)]
    assert sorted(contents(tmp_path / "out")) == [f"north/{name}", f"south/{name}"]


def test_two_files_of_one_name_in_two_endings_have_reports_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("")
    (tmp_path / "A.json").write_text("{}")
    found = answers_jobs([tmp_path])
    assert len({job.mark for job in found} - {""}) == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_a_catalogue_that_is_wrong_refuses_the_batch_and_not_each_client(
    tmp_path: Path, processes: int
) -> None:
    sound(tmp_path / "in", 3)
    package = paths.resources_dir().parent / "socialplanner"
    shutil.copytree(package, tmp_path / "socialplanner", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(paths.catalogue_dir(), tmp_path / "resources" / "catalogue")
    (tmp_path / "resources" / "catalogue" / "kpis.toml").write_text("[kpi")
    words = ["-m", "socialplanner", "report", "in", "--output", "out", "--jobs", str(processes)]
    ended = subprocess.run(
        [sys.executable, *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "kpis.toml" in ended.stderr
    assert "client-" not in ended.stderr
    assert contents(tmp_path / "out") == {}
