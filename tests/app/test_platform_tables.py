"""Which kinds of table a profile knows: the shipped ones, and its own."""

from dataclasses import replace

from socialplanner.app.platform_tables import known_layouts
from socialplanner.domain.figures import LAYOUT_SETTING, with_kept_layout
from socialplanner.exchange.platforms.columns import Found
from socialplanner.loading.kept_layouts import layout_text
from tests.domain.builders import shipped_catalogue
from tests.exchange.platforms.tables import NOW, empty_record, layout

CATALOGUE = shipped_catalogue()
OWN = replace(
    layout("youtube_studio.by_day.en"),
    platform="own",
    headers=("Date", "Tea"),
    name="My, tea",
    above="",
    beside=(),
)


def test_shipped_layouts_are_known_by_their_ids_and_own_ones_by_their_names() -> None:
    record = with_kept_layout(empty_record(), "My tea", layout_text(OWN), NOW)
    known = known_layouts(record, CATALOGUE).by_name
    assert known["My tea"] == OWN
    assert known["mailchimp.campaigns.en"] == layout("mailchimp.campaigns.en")


def test_a_table_is_recognised_by_a_layout_of_ones_own() -> None:
    record = with_kept_layout(empty_record(), "My tea", layout_text(OWN), NOW)
    table = known_layouts(record, CATALOGUE).opened(b"Date,Tea\n2026-10-05,1\n", "tea.csv")
    assert isinstance(table, Found)
    assert table.layout == OWN


def test_a_kept_layout_of_a_kpi_that_is_gone_is_passed_over() -> None:
    text = layout_text(OWN).replace('"views"', '"gone"')
    record = replace(empty_record(), settings={f"{LAYOUT_SETTING}old": text, "paper": "a4"})
    assert known_layouts(record, CATALOGUE).kept == {}
