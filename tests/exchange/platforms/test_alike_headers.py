"""Tables with the same headers are told apart by what else stands there, or a person is asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialplanner.domain.figures import FigurePreview
from socialplanner.domain.table_layout import RowKind
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.opening import opened_table
from socialplanner.exchange.platforms.own_layout import Mapped, own_layout
from socialplanner.exchange.platforms.preview import previewed
from socialplanner.exchange.platforms.recognition import Guess
from socialplanner.loading.kept_layouts import kept_layout, layout_text
from tests.domain.builders import shipped_catalogue
from tests.exchange.platforms.tables import SAID, found, layouts, preview

KPIS = shipped_catalogue().kpis
FIRST = date(2026, 10, 5)
CHANNEL = "Session primary channel group (Default channel group)"


def page_export(name: str, numbers: range = range(1, 8)) -> bytes:
    """Return a chart of a page as Meta exports it."""
    lines = [f'"{FIRST + timedelta(days=n)}T00:00:00","{x}"' for n, x in enumerate(numbers)]
    return "\r\n".join(["sep=,", f'"{name}"', '"Date","Primary"', *lines]).encode("utf-16")


def guess(data: bytes) -> Guess:
    table = opened_table(data, "table.csv", layouts())
    assert isinstance(table, Guess)
    return table


def values(seen: FigurePreview) -> dict[str, float]:
    return {each.kpi: each.value for each in seen.figures}


@pytest.mark.parametrize(
    ("name", "kpi"),
    [
        ("Facebook reach", "reach"),
        ("Instagram reach", "reach"),
        ("Facebook visits", "profile_visits"),
        ("Instagram profile visits", "profile_visits"),
    ],
)
def test_the_name_above_the_headers_says_what_a_page_of_meta_counts(name: str, kpi: str) -> None:
    assert values(preview(page_export(name))) == {kpi: 28}


@pytest.mark.parametrize("name", ["Views", "Facebook link clicks", "Content interactions"])
def test_a_figure_of_meta_that_no_kpi_is_asked_about_and_nothing_is_proposed(name: str) -> None:
    table = guess(page_export(name))
    assert (table.above, table.kpis) == (name, ())


def test_a_mapping_is_kept_for_one_figure_and_not_taken_for_another_of_the_same_headers() -> None:
    mapped = Mapped(name="Clicks", rows=RowKind.DAYS, date="Date", kpis={"Primary": "link_clicks"})
    made = own_layout(guess(page_export("Facebook link clicks")), mapped, KPIS)
    kept = kept_layout(layout_text(made), KPIS)
    assert kept == made
    assert made.above == "Facebook link clicks"
    known = opened_table(page_export("Facebook link clicks"), "x.csv", [made, *layouts()])
    assert not isinstance(known, Guess)
    assert values(previewed(known, SAID)) == {"link_clicks": 28}
    assert isinstance(opened_table(page_export("Views"), "x.csv", [made, *layouts()]), Guess)


def test_the_days_in_the_line_above_may_be_others_each_time() -> None:
    data = "Report 1.10.2026 to 7.10.2026\nDay,Visits\n2026-10-05,4\n"
    mapped = Mapped(name="Shop", rows=RowKind.DAYS, date="Day", kpis={"Visits": "sessions_social"})
    made = own_layout(guess(data.encode()), mapped, KPIS)
    later = data.replace("1.10.2026 to 7.10.2026", "8.10.2026 to 14.10.2026").encode()
    assert not isinstance(opened_table(later, "x.csv", [made]), Guess)


def test_a_mapping_kept_without_a_line_above_is_for_tables_without_one() -> None:
    mapped = Mapped(name="Tea", rows=RowKind.DAYS, date="Date", kpis={"Cups": "views"})
    made = own_layout(guess(b"Date,Cups\n2026-10-05,4\n"), mapped, KPIS)
    text = layout_text(replace(made, above=None))
    old = kept_layout(text, KPIS)
    assert old == made
    assert isinstance(opened_table(b"Spain\nDate,Cups\n2026-10-05,4\n", "x.csv", [made]), Guess)


@pytest.mark.parametrize(
    "headers",
    ["Date,Visitors,Views", "Date,Title,Views", "Datum,Titel,Aufrufe", "Date,Page,Views,Likes"],
)
def test_days_and_views_beside_anything_else_are_not_taken_for_videos(headers: str) -> None:
    row = "2026-10-05," + ",".join("5" for _ in headers.split(",")[1:])
    assert guess(f"{headers}\n{row}\n".encode()).header.line == 1


def test_days_and_views_beside_figures_of_videos_are_known() -> None:
    data = b"Date,Views,Watch time (hours),Subscribers\n2026-10-05,5,1.5,2\n"
    assert found(data).layout.id == "youtube_studio.by_day.en"


def test_a_german_chart_by_video_is_no_table_of_totals() -> None:
    data = b"Datum,Inhalte,Videotitel,Aufrufe\n2026-10-05,a,Tee,4\n2026-10-05,b,Brot,5\n"
    seen = preview(data)
    assert (seen.layout.id, values(seen)) == ("youtube_studio.chart_by_content.de", {"views": 9})


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        (f"{CHANNEL},Date range,Sessions", "Organic Social,x,5"),
        (f"Date,Date range,{CHANNEL},Sessions", "20261005,x,Organic Social,5"),
        ("Sitzung – Standardchannelgruppe,Zeitraum,Sitzungen", "Organic Social,x,5"),
    ],
)
def test_two_times_compared_are_refused_with_what_to_do(headers: str, row: str) -> None:
    with pytest.raises(UserError, match="Export it without a comparison of two times"):
        preview(f"{headers}\n{row}\n".encode())


@pytest.mark.parametrize(
    ("headers", "layout"),
    [
        ("Session default channel group,Sessions", "google_analytics.channels_default.en"),
        ("Sitzung – Standardchannelgruppe,Sitzungen", "google_analytics.channels_default.de"),
    ],
)
def test_both_names_of_the_channels_are_known(headers: str, layout: str) -> None:
    week = (FIRST, FIRST + timedelta(days=6))
    seen = preview(f"{headers}\nOrganic Social,5\n".encode(), replace(SAID, period=week))
    assert (seen.layout.id, values(seen)) == (layout, {"sessions_social": 5})


def test_text_messages_are_no_emails() -> None:
    head = "Campaign Name,Send Time,Unique Clicks,Successful Deliveries,Campaign Channel\n"
    rows = "a,2026-10-06 09:00:00,5,100,Email\nb,2026-10-07 09:00:00,90,100,SMS\n"
    assert values(preview((head + rows).encode())) == {"click_rate": 5}


def test_a_week_below_nothing_is_refused_and_a_day_that_was_corrected_is_not() -> None:
    rows = [f"2026-10-{day:02},{-5 if day == 7 else 2}" for day in range(5, 19)]
    data = "\n".join(["Date,Views", *rows]).encode()
    assert [each.value for each in preview(data).figures] == [7, 14]
    below = preview(data.replace(b",-5", b",-50"))
    assert [each.value for each in below.figures] == [14]
    assert [each.reason for each in below.refused] == [
        "The week of 2026-10-05 comes to -38, and a count cannot be below zero; it is left out."
    ]
    allowed = replace(SAID, below_zero=frozenset({"views"}))
    assert [each.value for each in preview(data.replace(b",-5", b",-50"), allowed).figures] == [
        -38,
        14,
    ]


def test_a_share_is_no_count() -> None:
    seen = preview(b"Date,Views\n2026-10-05,10%\n2026-10-06,4\n")
    assert [each.reason for each in seen.refused] == ["“10%” is a share, not a count."]


def test_numbers_that_name_things_are_not_proposed_as_figures() -> None:
    table = guess(b"Order ID,Day,Sold\n90001,2026-10-05,3\n90002,2026-10-06,4\n")
    assert table.numbers == ("Sold",)
