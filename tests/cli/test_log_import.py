"""Figures of platforms from the command line: shown, taken in, kept apart, mapped."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from socialplanner.cli import main
from socialplanner.cli.logbook import arguments
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import DateOrder, NumberStyle, RowKind
from socialplanner.store.library import Library
from tests.cli.conftest import Run
from tests.cli.terminal import the_file

SAMPLES = Path(__file__).parents[1] / "data" / "platforms"
YOUTUBE = SAMPLES / "youtube_totals.csv"
Log = Callable[..., tuple[int, str, str]]


@pytest.fixture
def log(profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]) -> Log:
    """Give a function that runs `log import … --profile Bakery`: exit code, output, complaint."""
    profiles("new", "Bakery")

    def run_command(*typed: str | Path) -> tuple[int, str, str]:
        try:
            code = main(["log", "import", *map(str, typed), "--profile", "Bakery"])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(), complaint.decode()

    return run_command


def record(data: Path) -> ProfileRecord:
    return Library(data).read(the_file(data))


def outcomes(data: Path) -> dict[str, dict[str, float]]:
    return {week.monday.isoformat(): dict(week.outcomes) for week in record(data).weeks}


def test_a_dry_run_shows_everything_and_changes_nothing(log: Log, data: Path) -> None:
    before = record(data)
    code, output, complaint = log(YOUTUBE, "--dry-run")
    assert (code, complaint) == (0, "")
    assert "YouTube Studio, totals by day (UTF-8, commas between the cells)" in output
    assert "29 rows were read, 1 refused, 1 with totals passed over" in output
    assert "line 20, Date: “2026-10-32” is no day." in output
    assert "2026-10-12  views  Video views  1,197" in output
    assert "left out: days missing" in output
    assert output.endswith("Weeks that are not whole were left out; --partial takes them.\n")
    assert record(data) == before


def test_whole_weeks_come_in_and_the_code_tells_of_refused_rows(log: Log, data: Path) -> None:
    code, output, _ = log(YOUTUBE)
    assert (code, "3 figures in 3 weeks came into the logbook." in output) == (3, True)
    assert outcomes(data) == {
        "2026-09-28": {"views": 1782},
        "2026-10-05": {"views": 1521},
        "2026-10-19": {"views": 1892},
    }


def test_no_text_of_the_table_reaches_the_profile(log: Log, data: Path) -> None:
    assert log(SAMPLES / "meta_facebook_posts.csv", "--partial")[0] == 3
    assert len(record(data).weeks) == 4
    assert "made up" not in repr(record(data))
    assert "Brötchen".encode() not in the_file(data).read_bytes()


def test_what_is_logged_stays_until_it_is_to_give_way(log: Log, data: Path, tmp_path: Path) -> None:
    log(YOUTUBE)
    other = tmp_path / "Totals.csv"
    other.write_text(
        "Date,Views\n" + "".join(f"2026-10-{day:02},1\n" for day in range(5, 19)), encoding="utf-8"
    )
    code, output, _ = log(other)
    assert (code, "differs, stays" in output) == (0, True)
    assert "Figures that differ stayed as they are; --replace all lets them give way." in output
    assert outcomes(data)["2026-10-05"] == {"views": 1521}
    assert outcomes(data)["2026-10-12"] == {"views": 7}
    assert "replaced" in log(other, "--replace", "2026-10-05=views")[1]
    assert outcomes(data)["2026-10-05"] == {"views": 7}
    assert "the same already" in log(other)[1]


@pytest.mark.parametrize("what", ["all", "2026-09-28"])
def test_all_or_one_week_gives_way(log: Log, data: Path, what: str) -> None:
    log(YOUTUBE)
    log(SAMPLES / "youtube_gesamtwerte.csv", "--numbers", "1.234,5", "--partial", "--replace", what)
    assert outcomes(data)["2026-09-28"]["views"] > 5_000
    assert (outcomes(data)["2026-10-05"]["views"] > 5_000) is (what == "all")


def test_days_that_a_file_leaves_open_are_asked_and_not_guessed(log: Log, data: Path) -> None:
    file = SAMPLES / "linkedin_page_visitors.csv"
    code, output, complaint = log(file)
    assert (code, output) == (1, "")
    assert complaint.startswith(f"{file.name} leaves something open; nothing was changed.")
    assert complaint.endswith("say --date-format DMY or --date-format MDY.\n")
    assert record(data).weeks == ()
    assert log(file, "--date-format", "MDY", "--partial")[0] == 3
    assert outcomes(data) == {"2026-10-05": {"profile_visits": 167}}


def test_numbers_that_a_file_leaves_open_are_asked_and_not_guessed(
    log: Log, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "shop.csv"
    file.write_text("Day;Euros\n5.10.2026;1.234\n", encoding="utf-8")
    typed = (file, "--date-column", "Day", "--column", "Euros=roas_direct", "--partial")
    code, _, complaint = log(*typed)
    assert (code, complaint.endswith("say --numbers 1,234.5 or --numbers 1.234,5.\n")) == (1, True)
    assert log(*typed, "--numbers", "1.234,5", "--keep-as", "Shop")[0] == 0
    assert outcomes(data) == {"2026-10-05": {"roas_direct": 1234}}
    assert "the same already" in log(file)[1]


def test_a_table_about_one_week_needs_to_know_which(log: Log, data: Path, tmp_path: Path) -> None:
    (original,) = SAMPLES.glob("GMB*")
    renamed = tmp_path / "profile.csv"
    renamed.write_bytes(original.read_bytes())
    assert "say --from DAY --to DAY." in log(renamed)[2]
    week = ("--from", "2026-11-02", "--to", "2026-11-08", "--partial")
    assert log(renamed, *week)[0] == 3
    assert outcomes(data)["2026-11-02"]["calls"] == 24


def test_an_unknown_table_shows_what_to_type_and_the_mapping_is_kept(
    log: Log, data: Path, tmp_path: Path
) -> None:
    shop = tmp_path / "shop.csv"
    shop.write_text(
        "Tag;Besuche;Anrufe\n" + "".join(f"{day}.10.2026;1.{day}0,5;2\n" for day in range(12, 19)),
        encoding="utf-8",
    )
    code, _, complaint = log(shop)
    assert code == 1
    assert "Its columns: Tag, Besuche, Anrufe." in complaint
    assert '--date-column "Tag" --column "Besuche=KPI"' in complaint
    assert "Above them" not in complaint
    mapping = ("--date-column", "tag", "--column", "Besuche=sessions_social")
    code, output, _ = log(shop, *mapping, "--column", "Anrufe=calls:mean", "--keep-as", "My shop")
    assert (code, "Your own table, My shop" in output) == (0, True)
    assert outcomes(data)["2026-10-12"] == {"sessions_social": 8053.5, "calls": 2}
    for again in ((), ("--mapping", "My shop")):
        assert "the same already" in log(shop, *again)[1]


def test_a_mapping_comes_from_a_file_or_by_name(log: Log, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'platform = "tube"\nname = "Tube"\nlanguage = "en"\n[[export]]\nid = "a"\nname = "b"\n'
        'headers = ["Date", "Views"]\nrows = "days"\ndate = "Date"\n[[export.measure]]\n'
        'kpi = "calls"\ncolumns = ["Views"]\n',
        encoding="utf-8",
    )
    assert "Calls" in log(YOUTUBE, "--mapping", file, "--dry-run")[1]
    assert "Video views" in log(YOUTUBE, "--mapping", "youtube_studio.by_day.en", "--dry-run")[1]
    assert "There is no mapping “youtub”" in log(YOUTUBE, "--mapping", "youtub")[2]
    wrong = log(YOUTUBE, "--mapping", "mailchimp.campaigns.en")
    assert (wrong[0], "It needs: Send Date" in wrong[2]) == (1, True)


def test_json_holds_every_figure_and_every_refused_row(log: Log) -> None:
    found = json.loads(log(YOUTUBE, "--json", "--dry-run")[1])
    assert (found["layout"], found["is_preview"]) == ("youtube_studio.by_day.en", True)
    assert found["refused"] == [{"line": 20, "column": "Date", "reason": "“2026-10-32” is no day."}]
    assert [each["is_taken"] for each in found["figures"]] == [True, True, False, True, False]
    assert found["figures"][2]["gaps"] == ["days", "rows"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--from", "2026-10-05"), "Give --from and --to together"),
        (("--from", "2026-10-05", "--to", "2026-10-04"), "--from comes after --to"),
        (("--mapping", "x", "--column", "a=views"), "Give --mapping or --column, but not both"),
        (("--date-column", "Date"), "--date-column and --rows belong to --column"),
        (("--keep-as", "x"), "--keep-as keeps what --column or --mapping says"),
        (("--column", "views"), "this must be such as “Visits=sessions_social”"),
        (("--replace", "2026-10-06"), "2026-10-06 is not a Monday"),
        (("--numbers", "1 234"), "--numbers"),
    ],
)
def test_wrong_usage_is_refused(
    capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["log", "import", str(YOUTUBE), "--profile", "Bakery", *typed])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--replace", "2026-01-05"), "has no figure for 2026-01-05"),
        (("--column", "Views=views"), "--date-column"),
        (("--column", "Views=veiws", "--date-column", "Dta"), "There is no such column."),
        (
            ("--column", "Views=views", "--date-column", "Date", "--keep-as", " "),
            "1 to 60 printable",
        ),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    log: Log, data: Path, typed: tuple[str, ...], said: str
) -> None:
    code, _, complaint = log(YOUTUBE, *typed)
    if said == "--date-column":
        assert "say --from DAY --to DAY" in complaint
    else:
        assert said in complaint
    assert code == 1
    assert (record(data).weeks, dict(record(data).settings)) == ((), {})


def test_the_sample_of_every_platform_comes_in_but_for_its_one_broken_row(
    log: Log, data: Path
) -> None:
    for file in sorted(SAMPLES.iterdir()):
        order = ("--date-format", "MDY") if file.name == "linkedin_page_visitors.csv" else ()
        code, output, complaint = log(file, "--partial", "--replace", "all", *order)
        assert (code, complaint) == (3, ""), file.name
        assert output.count("\n  line ") == 1, file.name
    kpis = {kpi for found in outcomes(data).values() for kpi in found}
    assert len(kpis) == 10


def test_a_file_that_is_not_there_is_said(log: Log) -> None:
    assert log("gone.csv")[2] == "gone.csv cannot be read: No such file or directory.\n"


def test_the_parser_offers_what_there_is() -> None:
    assert tuple(map(str, DateOrder)) == arguments.DATE_ORDERS
    assert tuple(map(str, NumberStyle)) == arguments.NUMBER_STYLES
    assert tuple(map(str, RowKind)) == arguments.ROW_KINDS


def test_weeks_are_named_by_monday(log: Log, data: Path) -> None:
    log(YOUTUBE, "--partial")
    assert {date.fromisoformat(each).weekday() for each in outcomes(data)} == {0}
