"""Layouts of tables: one mistake gives one problem, with its place and what is allowed."""

from pathlib import Path

import pytest

from socialplanner import paths
from socialplanner.domain.table_layout import Reckoning, RowKind
from socialplanner.errors import InputError
from socialplanner.loading.layouts import load_layout_file, load_layouts

KPIS = {"views": None, "calls": None}
GOOD = """
platform = "tube"
name = "Tube"
language = "en"

[[export]]
id = "by_day"
name = "by day"
headers = ["Date", "Views"]
rows = "days"
date = "Date"

[[export.measure]]
kpi = "views"
columns = ["Views"]
"""


def problems(folder: Path, text: str, name: str = "tube.en.toml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    try:
        load_layouts(folder, KPIS)
    except InputError as error:
        return [str(each) for each in error.problems]
    return []


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []
    (layout,) = load_layouts(tmp_path, KPIS)
    assert (layout.id, layout.name) == ("tube.by_day.en", "Tube, by day")
    assert (layout.rows, layout.measures[0].how) == (RowKind.DAYS, Reckoning.SUM)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"views"',
            '"veiws"',
            "by_day › measure.1.kpi: There is no KPI “veiws”. Did you mean “views”?",
        ),
        ('rows = "days"', 'rows = "day"', "by_day › rows: “day” is not possible here."),
        ('date = "Date"', 'date = "Day"', "by_day › date: This must name the column of days"),
        ('date = "Date"', "", "by_day › date: This must name the column of days"),
        ('rows = "days"', 'rows = "period"', "by_day › date: A table about one period has no"),
        ('id = "by_day"', 'id = "by day"', "by day › id: An id has only"),
        (
            'columns = ["Views"]',
            "columns = []",
            "by_day › measure.1.columns: This list has 0 entries",
        ),
        (
            'columns = ["Views"]',
            'columns = ["Views"]\nhow = "ratio"',
            "by_day › measure.1.per: A ratio",
        ),
        (
            'columns = ["Views"]',
            'columns = ["Views"]\nper = ["Date"]',
            "by_day › measure.1.per: A ratio",
        ),
        (
            'columns = ["Views"]',
            'columns = ["Views"]\nfactor = 0',
            "by_day › measure.1.factor: This",
        ),
        (
            'platform = "tube"',
            'platform = "pipe"',
            "platform: This file must be called pipe.en.toml.",
        ),
        ('name = "Tube"', 'nmae = "Tube"', "name: This key is missing."),
        (
            'date = "Date"',
            'date = "Date"\ninstead = "Take it."',
            "by_day › measure: A table has figures",
        ),
        ('date = "Date"', 'date = "Date"\ndates = "DYM"', "by_day › dates: “DYM” is not possible"),
        ("[[export]]", "[export", "This is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert GOOD.count(old) == 1 or old == "[[export]]"
    found = problems(tmp_path, GOOD.replace(old, new, 1))
    assert any(line.startswith("tube.en.toml") and said in line for line in found), found


def test_everything_wrong_in_all_files_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "pipe.en.toml").write_text("x = 1", encoding="utf-8")
    found = problems(tmp_path, GOOD.replace('"views"', '"veiws"').replace('"days"', '"day"'))
    assert {line.split(" ", 1)[0] for line in found} == {"pipe.en.toml", "tube.en.toml"}
    assert len(found) >= 4


def test_one_kpi_is_counted_once(tmp_path: Path) -> None:
    twice = f'{GOOD}\n[[export.measure]]\nkpi = "views"\ncolumns = ["Plays"]\n'
    assert problems(tmp_path, twice) == ["tube.en.toml › by_day › measure: “views” is given twice."]


def test_a_single_file_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    assert len(load_layout_file(tmp_path / "mine.toml", KPIS)) == 1
    with pytest.raises(InputError, match=r"gone\.toml cannot be used: 1 thing is wrong"):
        load_layout_file(tmp_path / "gone.toml", KPIS)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 200_001, b"[" * 5000, b"a = 'x"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "tube.en.toml").write_bytes(data)
    with pytest.raises(InputError):
        load_layouts(tmp_path, KPIS)


def test_the_shipped_layouts_cover_the_platforms_that_are_promised() -> None:
    from tests.domain.builders import shipped_catalogue  # noqa: PLC0415 - only here

    platforms = {
        each.platform for each in load_layouts(paths.platforms_dir(), shipped_catalogue().kpis)
    }
    assert platforms == {
        *("meta_business_suite", "meta_insights", "linkedin_page", "youtube_studio"),
        *("google_analytics", "google_business_profile", "mailchimp", "klaviyo"),
    }
