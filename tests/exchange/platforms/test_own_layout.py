"""A table that nobody knows: what it seems to be, what a person says, and keeping that."""

from dataclasses import replace

import pytest

from socialplanner.domain.figures import kept_layout_texts, with_kept_layout
from socialplanner.domain.table_layout import (
    DateOrder,
    NumberStyle,
    Reckoning,
    RowKind,
    TableLayout,
)
from socialplanner.errors import InputError, UserError
from socialplanner.exchange.platforms.opening import opened_table, with_layout
from socialplanner.exchange.platforms.own_layout import Mapped, own_layout
from socialplanner.exchange.platforms.preview import previewed
from socialplanner.exchange.platforms.recognition import Guess
from socialplanner.exchange.record_file import parse_record, record_json
from socialplanner.loading.kept_layouts import kept_layout, layout_text
from tests.domain.builders import shipped_catalogue
from tests.exchange.platforms.tables import NOW, SAID, empty_record, layout, layouts

KPIS = shipped_catalogue().kpis
TABLE = (
    b"Shop system\n\nTag;Besuche;Note;Anrufe\n5.10.2026;1.200,5;=1+1;3\n6.10.2026;900;ok <b>;5\n"
)
MAPPED = Mapped(
    name="My shop",
    rows=RowKind.DAYS,
    date="tag",
    kpis={"BESUCHE": "sessions_social", "Anrufe": "calls"},
    means=frozenset({"Anrufe"}),
)


def guess(data: bytes = TABLE) -> Guess:
    table = opened_table(data, "shop.csv", layouts())
    assert isinstance(table, Guess)
    return table


def test_an_unknown_table_shows_its_headers_days_and_numbers() -> None:
    seen = guess()
    assert seen.headers == ("Tag", "Besuche", "Note", "Anrufe")
    assert (seen.dates, seen.numbers) == (("Tag",), ("Besuche", "Anrufe"))


def test_a_column_that_another_platform_calls_alike_is_proposed() -> None:
    seen = guess(b"Woche,Calls,Sessions\n5.10.2026,4,2\n")
    assert seen.kpis == (("Calls", "calls"),)


def test_what_a_person_says_becomes_a_layout_that_reads_the_table() -> None:
    made = own_layout(guess(), MAPPED, KPIS)
    assert made.headers == ("Tag", "Besuche", "Anrufe")
    table = with_layout(guess(), made)
    assert table is not None
    seen = previewed(table, SAID)
    assert {each.kpi: each.value for each in seen.figures} == {
        "sessions_social": 2100.5,
        "calls": 4.0,
    }


def test_everything_wrong_in_a_mapping_is_said_at_once() -> None:
    wrong = replace(
        MAPPED, date="Day", kpis={"Besuche": "sesions_social", "Gone": "calls", "Note": "calls"}
    )
    with pytest.raises(InputError) as caught:
        own_layout(guess(), wrong, KPIS)
    said = [str(each) for each in caught.value.problems]
    assert [line.split(":")[0] for line in said] == [
        "the mapping › Day",
        "the mapping › Gone",
        "the mapping › Besuche",
        "the mapping › calls",
    ]
    assert "Did you mean" in said[2]


@pytest.mark.parametrize(
    "kept",
    [own_layout(guess(), MAPPED, KPIS), *layouts()],
    ids=lambda each: each.id,
)
def test_a_kept_layout_comes_back_as_it_was(kept: TableLayout) -> None:
    assert kept_layout(layout_text(kept), KPIS) == kept


def test_a_layout_is_kept_with_the_profile_and_passes_through_a_bundle() -> None:
    made = own_layout(guess(), MAPPED, KPIS)
    record = with_kept_layout(empty_record(), "My shop", layout_text(made), NOW)
    again = parse_record(record_json(record), "record")
    (text,) = kept_layout_texts(again).values()
    assert kept_layout(text, KPIS) == made
    assert opened_table(TABLE, "shop.csv", [made, *layouts()]) is not None


@pytest.mark.parametrize("text", ["", "{}", "[1]", "not json", '{"platform": "x"}', "[" * 100_000])
def test_a_kept_text_that_fits_nothing_is_passed_over(text: str) -> None:
    assert kept_layout(text, KPIS) is None


def test_a_layout_that_is_too_long_to_be_kept_is_refused() -> None:
    column = "x" * 400
    measures = tuple(
        replace(layout("mailchimp.campaigns.en").measures[0], columns=(f"{column}{n}",))
        for n in range(20)
    )
    with pytest.raises(UserError, match="at most 5,000 are kept"):
        layout_text(replace(layout("mailchimp.campaigns.en"), measures=measures))


def test_formats_that_are_declared_with_a_layout_are_not_asked_again() -> None:
    table = b"Tag;Besuche;Anrufe\n05/10/2026;1.234;3\n"
    made = replace(own_layout(guess(), MAPPED, KPIS), above="")
    said = replace(made, dates=DateOrder.DMY, numbers=NumberStyle.COMMA)
    for kept, is_ready in ((said, False), (replace(said, is_declared=True), True)):
        found = with_layout(opened_table(table, "shop.csv", [made]), kept)
        assert found is not None
        assert previewed(found, SAID).is_ready is is_ready
    assert kept_layout(layout_text(replace(said, is_declared=True)), KPIS) == replace(
        said, is_declared=True
    )


def test_an_average_is_over_the_rows_of_the_week() -> None:
    assert own_layout(guess(), MAPPED, KPIS).measures[1].how is Reckoning.MEAN
