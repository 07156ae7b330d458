"""Each platform's export is recognised, its broken row is named, and its sums are right."""

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from io import StringIO

import pytest

from socialplanner.domain.figures import Gap, Settled
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.exchange.platforms.preview import Said
from tests.exchange.platforms.tables import SAID, SAMPLES, preview, sample


@dataclass(frozen=True, kw_only=True)
class Export:
    """A sample, what it is, and the line and column that are broken in it."""

    file: str
    layout: str
    line: int
    column: str
    said: Said = SAID


EXPORTS = (
    Export(
        file="meta_facebook_posts.csv",
        layout="meta_business_suite.facebook_posts.en",
        line=8,
        column="Reach",
    ),
    Export(
        file="meta_instagram_posts.csv",
        layout="meta_business_suite.instagram_posts.en",
        line=6,
        column="Reach",
    ),
    Export(
        file="linkedin_page_content.xlsx",
        layout="linkedin_page.content.en",
        line=15,
        column="Unique impressions (organic)",
    ),
    Export(
        file="linkedin_page_visitors.csv",
        layout="linkedin_page.visitors.en",
        line=5,
        column="Total page views (total)",
        said=replace(SAID, dates=DateOrder.MDY),
    ),
    Export(file="youtube_totals.csv", layout="youtube_studio.by_day.en", line=20, column="Date"),
    Export(
        file="youtube_gesamtwerte.csv",
        layout="youtube_studio.by_day.de",
        line=6,
        column="Aufrufe",
    ),
    Export(
        file="google_analytics_channels_by_day.csv",
        layout="google_analytics.channels_by_day.en",
        line=51,
        column="Sessions",
    ),
    Export(
        file="google_analytics_kanaele.csv",
        layout="google_analytics.channels.de",
        line=15,
        column="Sitzungen",
    ),
    Export(
        file="GMB insights (Business Profile Performance Report) - 2026-10-5 - 2026-10-11.csv",
        layout="google_business_profile.performance.en",
        line=5,
        column="Calls",
    ),
    Export(
        file="mailchimp_campaigns.csv",
        layout="mailchimp.campaigns.en",
        line=5,
        column="Send Date",
    ),
    Export(
        file="linkedin_page_content.xls",
        layout="linkedin_page.content.en",
        line=15,
        column="Unique impressions (organic)",
    ),
    Export(
        file="meta_facebook_visits.csv",
        layout="meta_insights.facebook_visits.en",
        line=13,
        column="Primary",
    ),
    Export(
        file="klaviyo_campaigns.csv",
        layout="klaviyo.campaigns_by_channel.en",
        line=5,
        column="Unique Clicks",
    ),
)


@pytest.mark.parametrize("export", [pytest.param(each, id=each.file) for each in EXPORTS])
def test_a_sample_is_recognised_and_its_one_broken_row_is_named(export: Export) -> None:
    seen = preview(sample(export.file), export.said, export.file)
    assert (seen.layout.id, seen.is_ready) == (export.layout, True)
    assert [(each.line, each.column) for each in seen.refused] == [(export.line, export.column)]
    assert seen.figures
    assert seen.accepted > 1


def test_every_sample_is_tried() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {each.file for each in EXPORTS}


@pytest.mark.parametrize("export", [pytest.param(each, id=each.file) for each in EXPORTS])
def test_the_weeks_that_a_refused_row_may_belong_to_are_marked(export: Export) -> None:
    seen = preview(sample(export.file), export.said, export.file)
    marked = {each.monday for each in seen.figures if Gap.ROWS in each.gaps}
    assert len(marked) == (2 if export.column == "Send Date" else 1)


def by_week(days: dict[date, float]) -> dict[date, float]:
    sums: defaultdict[date, float] = defaultdict(float)
    for day, number in days.items():
        sums[day - timedelta(days=day.weekday())] += number
    return dict(sums)


def test_the_views_of_whole_weeks_are_the_sums_of_their_days() -> None:
    days = {}
    for row in csv.DictReader(StringIO(sample("youtube_totals.csv").decode())):
        if row["Date"] not in {"Total", "2026-10-32"}:
            days[date.fromisoformat(row["Date"])] = float(row["Views"])
    seen = preview(sample("youtube_totals.csv"))
    assert {each.monday: each.value for each in seen.figures} == by_week(days)
    assert [each.monday.isoformat() for each in seen.figures if each.is_partial] == [
        "2026-10-12",
        "2026-10-26",
    ]
    assert seen.skipped == 1


def test_a_ratio_is_the_ratio_of_sums_and_not_the_mean_of_ratios() -> None:
    rows = list(csv.DictReader(StringIO(sample("meta_facebook_posts.csv").decode("utf-8-sig"))))
    first = [
        row
        for row in rows
        if datetime.strptime(row["Publish time"], "%m/%d/%Y %H:%M").date()  # noqa: DTZ007
        < date(2026, 10, 5)
    ]
    reacted = sum(int(row[key]) for row in first for key in ("Reactions", "Comments", "Shares"))
    reach = sum(int(row["Reach"]) for row in first)
    figures = {
        each.kpi: each.value for each in preview(sample("meta_facebook_posts.csv")).figures[:2]
    }
    assert figures == {"reach": reach, "engagement_rate": round(100 * reacted / reach, 6)}


def test_only_social_channels_count_as_visits_from_social_media() -> None:
    text = sample("google_analytics_channels_by_day.csv").decode()
    last_week = [f"202610{day}" for day in range(19, 26)]
    expected = sum(
        int(line.split(",")[2])
        for line in text.splitlines()
        if line[:8] in last_week and line.split(",")[1] in {"Organic Social", "Paid Social"}
    )
    figures = preview(sample("google_analytics_channels_by_day.csv")).figures
    assert (figures[-1].value, figures[-1].gaps) == (expected, ())


def test_days_without_visits_have_no_row_and_the_week_is_whole_all_the_same() -> None:
    text = sample("google_analytics_channels_by_day.csv").decode()
    assert "20261015,Organic Social" not in text
    figures = {
        each.monday: each
        for each in preview(sample("google_analytics_channels_by_day.csv")).figures
    }
    assert not figures[date(2026, 10, 12)].is_partial


def test_the_text_below_the_table_is_not_read() -> None:
    assert b"9999" in sample("google_analytics_channels_by_day.csv")
    assert all(
        each.value < 999 for each in preview(sample("google_analytics_channels_by_day.csv")).figures
    )


def test_a_wrong_cell_does_not_decide_how_counts_are_written() -> None:
    seen = preview(sample("youtube_gesamtwerte.csv"))
    assert (seen.formats.numbers, seen.formats.numbers_settled) == (NumberStyle.COMMA, Settled.FILE)
    assert [each.reason for each in seen.refused] == ["“1.25” is no number such as 1.234,5."]


def test_a_profile_file_is_about_the_week_in_its_name() -> None:
    name = EXPORTS[8].file
    assert preview(sample(name), SAID, name).period == (date(2026, 10, 5), date(2026, 10, 11))
    assert preview(sample(name), SAID, "other.csv").needs_period
    week = (date(2026, 10, 12), date(2026, 10, 18))
    said = replace(SAID, period=week)
    assert {each.monday for each in preview(sample(name), said, "other.csv").figures} == {week[0]}


def test_no_text_of_a_sample_is_in_its_figures() -> None:
    for export in EXPORTS:
        for figure in preview(sample(export.file), export.said, export.file).figures:
            assert "made up" not in repr(figure)
            assert isinstance(figure.value, float)
