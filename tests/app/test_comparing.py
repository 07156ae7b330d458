"""Two assessments of one profile compared: in any order, and across versions of the catalogue."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from socialplanner import paths
from socialplanner.app.comparing import Comparer
from socialplanner.app.yardsticks import judged_summary
from socialplanner.domain.beginning import begun, filled, reassessed
from socialplanner.domain.editing import Now, with_answer
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.presentation.comparison import Comparison
from socialplanner.presentation.summary import summarise
from socialplanner.report.sections.progress import progress_section
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import sample_assessment

CATALOGUE = shipped_catalogue()
FIRST = date(2027, 1, 4)


def at(day: date) -> Now:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Now(moment=moment, day=day, catalogue_version=CATALOGUE.version)


@cache
def twice(version: str = "1.0.0") -> ProfileRecord:
    """Return a firm that answered twice: style and content rose, and return fell."""
    said = read_answers_file(CATALOGUE, paths.samples_dir() / "cafe.toml")
    record = filled(
        begun(said.profile, "p", "then", at(FIRST)), said.answers, said.choices, FIRST, at(FIRST)
    )
    later = at(FIRST + timedelta(weeks=13))
    record = reassessed(record, "now", {}, later)
    for question in CATALOGUE.questionnaire:
        if question.is_scored and not question.options and question.cell is not None:
            level = {"style": 4.0, "content": 4.0, "roi": 0.0}.get(question.cell[0])
            if level is not None:
                record = with_answer(record, "now", question.id, level, later)
    old, new = record.assessments
    return replace(record, assessments=(replace(old, catalogue_version=version), new))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive with a version in which half of the weights were others."""
    copytree(paths.catalogue_dir(), tmp_path / "0.9.0")
    title = tmp_path / "0.9.0" / "catalogue.toml"
    text = title.read_text("utf-8")
    title.write_text(text.replace('version = "1.0.0"', 'version = "0.9.0"'), "utf-8")
    style = next((tmp_path / "0.9.0" / "questionnaire").glob("*_style.toml"))
    text = style.read_text("utf-8")
    style.write_text(text.replace("weight = 1.5", "weight = 0.5"), "utf-8")
    return tmp_path


@cache
def compared(then: str, now: str) -> Comparison:
    return Comparer(CATALOGUE).compare(twice(), then, now)


def test_then_and_now_swapped_trade_what_improved_and_what_to_watch() -> None:
    there, back = compared("then", "now"), compared("now", "then")
    assert there.improved.scores.rows
    turned = [(name, now, then) for name, then, now in there.improved.scores.rows]
    assert list(back.to_watch.scores.rows) == turned
    assert there.to_watch.scores.rows == ()
    assert there.to_watch.lead.startswith("No score is clearly lower")
    assert back.improved.lead.startswith("No score is clearly higher")


def test_charts_tables_and_trend_say_the_same_scores() -> None:
    found = compared("then", "now")
    page = found.progress.compared
    assert page is not None
    bars = [(p.then.text, p.now.text, p.change) for g in found.groups for p in g.pairs]
    assert bars == [(row.then, row.now, row.change) for row in page.scores]
    trend = [(panel.readings[0].text, panel.readings[-1].text) for panel in found.trend.panels]
    assert trend == [(row.then, row.now) for row in page.scores]
    assert [profile.dashed for profile in found.profiles] == [True, False] * 2
    assert found.trend.times.places == [0.0, 1.0]


def test_an_assessment_without_what_a_plan_rests_on_is_refused_by_its_day() -> None:
    record = twice()
    old, new = record.assessments
    kept = {key: each for key, each in old.answers.items() if key != "business.kind"}
    poor = replace(record, assessments=(replace(old, answers=kept), new))
    comparer = Comparer(CATALOGUE)
    assert [each.id for each in comparer.comparable(poor)] == ["now"]
    with pytest.raises(UserError, match="4\u00a0January\u00a02027 cannot be compared"):
        comparer.compare(poor, "then", "now")


def test_another_version_on_hand_splits_every_movement_exactly(archive: Path) -> None:
    found = Comparer(CATALOGUE, archive).compare(twice("0.9.0"), "then", "now")
    page = found.progress.compared
    assert page is not None
    assert page.yardsticks is not None
    assert page.versions == ""
    assert "from version 0.9.0 to 1.0.0" in page.yardsticks.lead
    rows = page.yardsticks.split.rows
    assert len(rows) == 12
    for _, *points, _said in rows:
        whole, you, yardstick = (Decimal(each.replace("\u2212", "-")) for each in points)
        assert whole == you + yardstick
    assert any(row[3] != "0" for row in rows)
    assert found.split is not None


def test_a_version_that_is_not_on_hand_is_said_to_be_missing(tmp_path: Path) -> None:
    found = Comparer(CATALOGUE, tmp_path).compare(twice("0.9.0"), "then", "now")
    page = found.progress.compared
    assert page is not None
    assert page.yardsticks is not None
    assert page.yardsticks.split.rows == ()
    assert "version 0.9.0 is not on hand" in page.yardsticks.lead
    assert found.split is None


def test_the_printed_progress_says_it_too_and_only_where_versions_differ() -> None:
    now = sample_assessment("cafe")
    for version, is_said in (("1.0.0", False), ("0.9.0", True)):
        earlier = replace(now, catalogue_version=version)
        summary = summarise(CATALOGUE, now, earlier)
        recorded = twice(version).assessments[0]
        told = judged_summary(CATALOGUE, summary, recorded, now.answers)
        text = str(progress_section(told, "1"))
        assert ("Did you change, or the yardstick?" in text) is is_said
        assert ("is not on hand" in text) is is_said
