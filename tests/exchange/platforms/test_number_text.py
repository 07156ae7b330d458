"""Numbers as four countries write them, and nothing else that Python would take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.table_layout import NumberStyle
from socialplanner.exchange.platforms.number_text import is_no_figure, number_of, number_readings

POINT, COMMA = NumberStyle.POINT, NumberStyle.COMMA
NARROW, THIN, NO_BREAK = "\u202f", "\u2009", "\u00a0"
LOCALES = {
    "en": (POINT, ",", "."),
    "de": (COMMA, ".", ","),
    "fr": (COMMA, NARROW, ","),
    "de-CH": (POINT, "’", "."),
}
NUMBERS = (
    *(0, 1, 7, 10, 42, 99, 100, 128, 365, 999),
    *(1_000, 1_001, 1_234, 9_999, 10_000, 12_345, 99_999, 100_000, 123_456, 999_999),
    *(1_000_000, 1_234_567, 12_345_678, 123_456_789, 999_999_999),
    *(0.5, 0.25, 0.125, 1.5, 2.75, 9.99, 10.01, 99.95, 100.5, 123.456),
    *(1_000.5, 1_234.5, 1_234.56, 9_999.99, 10_000.01, 12_345.678, 100_000.5, 999_999.9),
    *(-1, -10, -1_234, -12_345, -999_999, -0.5, -1.5, -99.99, -1_234.5, -1_000_000.25),
    *(3.14159, 2_718.28, 1_000_000.5, 5_000_000, 86_400, 31_536_000, 0.001, 7_777.7),
)


def written(number: float, group: str, mark: str, decimals: int = 6) -> str:
    """Return a number as a country writes it."""
    text = f"{number:,.{decimals}f}".rstrip("0").rstrip(".") if number % 1 else f"{number:,.0f}"
    return text.translate({ord(","): group, ord("."): mark})


@pytest.mark.parametrize("country", LOCALES)
def test_sixty_numbers_are_read_as_each_country_writes_them(country: str) -> None:
    style, group, mark = LOCALES[country]
    assert len(NUMBERS) >= 60
    texts = {number: written(number, group, mark) for number in NUMBERS}
    assert {number: number_of(text, style) for number, text in texts.items()} == {
        number: number for number in NUMBERS
    }


@given(st.integers(-(10**13), 10**13), st.sampled_from(sorted(LOCALES)))
def test_what_a_country_writes_is_read_back(cents: int, country: str) -> None:
    style, group, mark = LOCALES[country]
    assert number_of(written(cents / 100, group, mark, 2), style) == cents / 100


@pytest.mark.parametrize(
    "text",
    [
        *("٣", "1_000", "Infinity", "nan", "1e5", "0x10", "1,23,456", "12,34", "1.234.5", "=1+1"),
        *("1,234,56", "1 2", "1,2345", ",5", "5,", "--5", "+-5", "1,234’567", "0,123", "\uff19"),
        *("1" * 31, "9" * 20, "€5", "5 €", "1.2.3", "12,345.6,7", "- 5"),
    ],
)
def test_what_is_no_number_of_this_style_is_none(text: str) -> None:
    assert number_of(text, POINT) is None


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.234", {POINT: 1.234, COMMA: 1234.0}),
        ("1,234", {POINT: 1234.0, COMMA: 1.234}),
        ("1.5", {POINT: 1.5}),
        ("1,5", {COMMA: 1.5}),
        ("0.123", {POINT: 0.123}),
        ("1.234.567", {COMMA: 1234567.0}),
        ("12", {POINT: 12.0, COMMA: 12.0}),
        ("12.3456", {POINT: 12.3456}),
        (f"1{NO_BREAK}234", {POINT: 1234.0, COMMA: 1234.0}),
        (f"1{THIN}234,5", {COMMA: 1234.5}),
        ("45.5%", {POINT: 45.5}),
        ("45,5 %", {COMMA: 45.5}),
        ("−3", {POINT: -3.0, COMMA: -3.0}),
        ("-0", {POINT: 0.0, COMMA: 0.0}),
    ],
)
def test_a_number_is_read_in_each_style_it_can_be_meant_in(
    text: str, readings: dict[NumberStyle, float]
) -> None:
    assert number_readings(text) == readings


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    for number in number_readings(text).values():
        assert abs(number) <= 1e12


def test_a_dash_is_no_figure_and_a_zero_is_one() -> None:
    assert all(map(is_no_figure, ("", " ", "-", "–", "N/A", "n/a", "null")))
    assert not is_no_figure("0")
