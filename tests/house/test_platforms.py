"""The shipped layouts of tables: each counts KPIs there are, and says where its names come from."""

from collections import Counter

from socialplanner.domain.table_layout import TableLayout
from socialplanner.loading.layouts import load_layouts
from socialplanner.paths import catalogue_dir, platforms_dir
from tests.domain.builders import shipped_catalogue
from tests.house.test_catalogue import AMERICAN, JARGON, TYPEWRITER


def shipped() -> tuple[TableLayout, ...]:
    return load_layouts(platforms_dir(), shipped_catalogue().kpis)


def test_every_figure_of_every_layout_is_a_kpi_of_the_catalogue() -> None:
    assert catalogue_dir() != platforms_dir()
    counted = {measure.kpi for layout in shipped() for measure in layout.measures}
    assert counted <= shipped_catalogue().kpis.keys()
    assert len(counted) >= 9


def test_every_layout_has_a_name_and_headers_of_its_own() -> None:
    ids = Counter(layout.id for layout in shipped())
    headers = Counter((layout.above, frozenset(layout.headers)) for layout in shipped())
    assert [each for found in (ids, headers) for each, count in found.items() if count > 1] == []


def test_what_no_two_rows_share_is_said_of_every_table_with_figures() -> None:
    assert [each.id for each in shipped() if each.measures and not each.unique] == []


def test_every_file_says_where_its_headers_come_from_and_that_they_were_not_checked() -> None:
    for path in platforms_dir().glob("*.toml"):
        text = " ".join(path.read_text("utf-8").replace("\n#", " ").split())
        assert "Where the header names come from:" in text, path.name
        assert "were not checked against a live export" in text, path.name


def test_notes_are_sentences_in_plain_british_words() -> None:
    notes = [each.note for layout in shipped() for each in layout.measures if each.note]
    notes += [layout.instead for layout in shipped() if layout.instead]
    assert [each for each in notes if not each.endswith(".")] == []
    for pattern in (AMERICAN, JARGON, TYPEWRITER):
        assert [each for each in notes if pattern.search(each)] == []
