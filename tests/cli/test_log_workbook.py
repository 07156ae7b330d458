"""The workbook of a plan, filled in, comes into the logbook by `log import`."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from socialplanner.cli import main
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.exchange.workbook import workbook_file
from socialplanner.store.library import Library
from tests.cli.conftest import Run
from tests.cli.terminal import the_file
from tests.exchange.workbooks import book, source_of
from tests.presentation.summaries import sample_assessment

Log = Callable[..., tuple[int, str, str]]
FIRST = date(2026, 11, 2)
YOUTUBE = Path(__file__).parents[1] / "data" / "platforms" / "youtube_totals.csv"


@pytest.fixture
def log(profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]) -> Log:
    """Give a function that runs a command with `--profile Bakery`: exit code, output, complaint."""
    profiles("new", "Bakery")

    def run_command(verb: str, *typed: str | Path) -> tuple[int, str, str]:
        try:
            code = main(["log", verb, *map(str, typed), "--profile", "Bakery"])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(), complaint.decode()

    return run_command


def record(data: Path) -> ProfileRecord:
    return Library(data).read(the_file(data))


def week(data: Path, monday: date = FIRST) -> LoggedWeek | None:
    return next((each for each in record(data).weeks if each.monday == monday), None)


def filled(folder: Path, profile_id: str = "", **cells: object) -> Path:
    """Write a workbook whose first week was filled in, by header; two days in November 2026."""
    source = replace(source_of(sample_assessment("cafe")), profile_id=profile_id)
    workbook = book(workbook_file(source))
    sheet: Any = workbook["KPI log"]
    heads = next(row for row in sheet if row[1].value == "Monday")
    first = next(row for row in sheet if row[0].value == 1)
    first[1].value = FIRST
    for head, value in cells.items():
        place = next(n for n, each in enumerate(heads) if each.value == head.replace("_", " "))
        first[place].value = value
    for row in sheet:
        if isinstance(row[0].value, int | float) and row[0].value > 1:
            row[1].value = None
    written = BytesIO()
    workbook.save(written)
    path = folder / "plan.xlsx"
    path.write_bytes(written.getvalue())
    return path


def test_what_was_filled_in_is_shown_first_and_then_comes_in(
    log: Log, data: Path, tmp_path: Path
) -> None:
    path = filled(tmp_path, Note="Rain", Video_views=40, Short_videos=2.5)
    code, output, complaint = log("import", path, "--dry-run")
    assert (code, complaint) == (0, "")
    assert "2026-11-02  Hours: Short videos" in output
    assert "3 entries in 1 week would come into the logbook." in output
    assert record(data).weeks == ()
    assert "3 entries in 1 week came into the logbook." in log("import", path)[1]
    found = week(data)
    assert found is not None
    assert (found.note, found.outcomes, found.hours) == (
        "Rain",
        {"views": 40},
        {"short_video": 2.5},
    )
    assert "all of it is in the logbook already" in log("import", path)[1]


def logged_otherwise(log: Log, data: Path, tmp_path: Path) -> Path:
    log("add", "--week", f"{FIRST}", "--note", "Sun", "--outcome", "views=7")
    found = week(data)
    assert found is not None
    assert found.note == "Sun"
    return filled(tmp_path, Note="Rain", Video_views=40, Short_videos=2.5)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ((), ("Sun", 7)),
        (("--replace", "all"), ("Rain", 40)),
        (("--replace", "2026-11-02"), ("Rain", 40)),
        (("--replace", "2026-11-02=views"), ("Sun", 40)),
    ],
)
def test_what_is_logged_gives_way_only_as_far_as_was_said(
    log: Log, data: Path, tmp_path: Path, said: tuple[str, ...], kept: tuple[str, float]
) -> None:
    path = logged_otherwise(log, data, tmp_path)
    code, output, _ = log("import", path, *said)
    found = week(data)
    assert found is not None
    assert (code, found.note, found.outcomes["views"]) == (0, *kept)
    assert found.hours == {"short_video": 2.5}
    assert ("differs, stays" in output) is (kept[0] == "Sun")


def test_a_figure_that_stays_keeps_what_it_was_read_from(
    log: Log, data: Path, tmp_path: Path
) -> None:
    days = "".join(f"2026-11-{day:02},1\n" for day in range(2, 9))
    (tmp_path / "Totals.csv").write_text(f"Date,Views\n{days}", encoding="utf-8")
    log("import", tmp_path / "Totals.csv")
    log("import", filled(tmp_path, Note="Rain", Video_views=7))
    found = week(data)
    assert found is not None
    assert (found.note, found.origins) == ("Rain", {"views": "YouTube Studio, totals by day"})


def test_the_workbook_of_another_plan_is_refused_unless_that_is_said(
    log: Log, data: Path, tmp_path: Path
) -> None:
    path = filled(tmp_path, profile_id="somebody-else", Note="Rain")
    code, _, complaint = log("import", path)
    assert code == 1
    assert complaint == (
        "plan.xlsx was made for another plan than Bakery; nothing was changed. Name the right one "
        "after --profile, or say --other-plan.\n"
    )
    assert log("import", path, "--other-plan")[0] == 0
    assert week(data) is not None
    mine = filled(tmp_path, profile_id=record(data).id, Video_views=3)
    assert log("import", mine)[0] == 0


def test_refused_cells_give_another_code_and_json_holds_everything(
    log: Log, tmp_path: Path
) -> None:
    path = filled(tmp_path, Note="Rain", Video_views=-3)
    found = json.loads(log("import", path, "--json", "--dry-run")[1])
    (entry,) = found["entries"]
    assert (found["layout"], found["is_preview"]) == ("workbook", True)
    assert entry == {
        "week": "2026-11-02",
        "kind": "note",
        "id": None,
        "value": "Rain",
        "logged": None,
        "is_taken": True,
    }
    (refused,) = found["refused"]
    assert (refused["column"], "below zero" in refused["reason"]) == ("Video views", True)
    code, output, _ = log("import", path)
    assert (code, "Refused rows:" in output) == (3, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--partial",), "--partial is about tables of platforms"),
        (("--date-format", "DMY"), "--date-format is about tables of platforms"),
        (("--replace", "2026-11-09"), "has nothing for 2026-11-09, named after --replace"),
        (("--replace", "2026-11-02=calls"), "has nothing for 2026-11-02=calls"),
    ],
)
def test_what_does_not_fit_a_workbook_changes_nothing(
    log: Log, data: Path, tmp_path: Path, typed: tuple[str, ...], said: str
) -> None:
    code, _, complaint = log("import", filled(tmp_path, Note="Rain"), *typed)
    assert (code, said in complaint) == (1, True), complaint
    assert record(data).weeks == ()


def test_a_workbook_nobody_filled_in_says_that_nothing_is_to_be_taken_in(
    log: Log, tmp_path: Path
) -> None:
    output = log("import", filled(tmp_path))[1]
    assert "Nothing to take in: no week of the log has an entry that can be taken." in output


def test_a_workbook_among_profiles_is_told_where_it_belongs(profiles: Run, tmp_path: Path) -> None:
    code, _, complaint = profiles("import", filled(tmp_path, Note="Rain"))
    assert code == 1
    assert "goes into the logbook" in complaint


def test_what_a_figure_was_read_from_is_said_where_another_table_differs(
    log: Log, tmp_path: Path
) -> None:
    def page(name: str, number: int) -> Path:
        days = "".join(f'"2026-11-{n:02}T00:00:00","{number}"\n' for n in range(2, 9))
        path = tmp_path / f"{name}.csv"
        path.write_text(f'sep=,\n"{name} reach"\n"Date","Primary"\n{days}', encoding="utf-16")
        return path

    log("import", page("Facebook", 5))
    output = " ".join(log("import", page("Instagram", 6))[1].split())
    assert (
        "People reached: what is logged was read from “Meta Business Suite, Facebook reach by "
        "day”. People reached on two platforms cannot be added, as many are the same people"
    ) in output
    assert "Nothing to take in unless you say so." in output
    found = json.loads(log("import", page("Instagram", 6), "--json", "--dry-run")[1])
    assert found["figures"][0]["logged_from"] == "Meta Business Suite, Facebook reach by day"
    again = " ".join(log("import", page("Facebook", 9), "--dry-run")[1].split())
    assert "what is logged was read from such a table before." in again
    log("add", "--week", "2026-11-02", "--outcome", "reach=3")
    typed = " ".join(log("import", page("Facebook", 9), "--dry-run")[1].split())
    assert "People reached: what is logged was typed." in typed


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("some day,5\n", "Nothing to take in: what has figures was refused."),
        ("2026-11-02,-\n", "Nothing to take in: no row has a figure in the columns that count."),
    ],
)
def test_a_table_without_figures_says_why_nothing_comes_in(
    log: Log, tmp_path: Path, rows: str, said: str
) -> None:
    path = tmp_path / "Totals.csv"
    path.write_text(f"Date,Views\n{rows}", encoding="utf-8")
    assert said in log("import", path)[1]


def test_a_table_without_numbers_says_so_and_not_what_to_type(log: Log, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("Order ID,Name\n1,Ann\n2,Bo\n", encoding="utf-8")
    complaint = log("import", path)[2]
    assert "no column of it holds numbers; nothing was changed" in complaint
    assert "--column" not in complaint
    assert log("import", YOUTUBE, "--dry-run")[0] == 0
