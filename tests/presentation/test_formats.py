"""Numbers and dates in words."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.presentation import formats

POINTS = st.floats(0, 100)
SHARES = st.floats(0, 1)
HOURS = st.floats(0, 500)
MONEY = st.floats(0, 1e12)
HALVES = st.integers(0, 400).map(lambda steps: steps / 2)


def printed_hours(text: str) -> float:
    whole = text.removesuffix(formats.HALF)
    return float(whole.replace(",", "") or 0) + (0.5 if text.endswith(formats.HALF) else 0.0)


@given(POINTS)
def test_fives_are_whole_fives_at_most_two_and_a_half_away(points: float) -> None:
    found = formats.fives(points)
    assert found % 5 == 0
    assert abs(found - points) <= 2.5 + 1e-6


@given(POINTS, POINTS)
def test_fives_keep_the_order_of_scores(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert formats.fives(low) <= formats.fives(high)


def test_half_way_rounds_up_also_where_binary_fractions_fall_short() -> None:
    assert formats.fives(2.5) == 5
    assert formats.fives(100 * 0.575) == 60
    assert formats.half_hours(1.7499999999999998) == "2"


@pytest.mark.parametrize(
    ("points", "text"),
    [(0, "0"), (1, "about 0"), (47.4, "about 45"), (99, "about 100"), (100, "100")],
)
def test_only_the_ends_of_the_scale_stand_without_about(points: float, text: str) -> None:
    assert formats.about(points) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.01, "under 5%"), (0.583, "about 60%"), (0.99, "over 95%"), (1, "100%")],
)
def test_a_small_share_is_not_nothing_and_a_large_one_is_not_all(share: float, text: str) -> None:
    assert formats.percent(share) == text


@given(SHARES, SHARES)
def test_a_range_names_whole_fives_in_order_or_says_about_once(one: float, other: float) -> None:
    text = formats.percent_range(min(one, other), max(one, other))
    assert "about about" not in text
    assert "." not in text
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    assert numbers == sorted(numbers)
    assert all(number % 5 == 0 for number in numbers)


@given(POINTS, st.floats(0, 60))
def test_a_score_range_stays_on_the_scale(value: float, half_width: float) -> None:
    numbers = [int(n) for n in re.findall(r"\d+", formats.score_range(value, half_width))]
    assert numbers == sorted(numbers)
    assert 0 <= numbers[0] <= numbers[-1] <= 100


@given(HALVES)
def test_half_hours_survive_being_printed(hours: float) -> None:
    assert printed_hours(formats.half_hours(hours)) == hours
    assert formats.to_half_hours(hours) == hours


@given(HOURS)
def test_hours_are_at_most_a_quarter_of_an_hour_off(hours: float) -> None:
    assert abs(printed_hours(formats.half_hours(hours)) - hours) <= 0.25 + 1e-6
    assert formats.to_half_hours(hours) == printed_hours(formats.half_hours(hours))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "no time"),
        (0.5, "half an hour"),
        (1, "one hour"),
        (1.5, "1½\u00a0hours"),
        (2, "two hours"),
        (10, "ten hours"),
        (12, "12\u00a0hours"),
    ],
)
def test_hours_read_as_a_person_says_them(hours: float, words: str) -> None:
    assert formats.hours_in_words(hours) == words


@pytest.mark.parametrize(
    ("change", "text"), [(0.2, "same"), (-0.2, "same"), (1.5, "+1½"), (-2, "−2")]
)
def test_a_change_of_hours_has_its_sign_or_is_none(change: float, text: str) -> None:
    assert formats.signed_hours(change) == text


@pytest.mark.parametrize(("points", "text"), [(0.4, "0"), (-0.4, "0"), (2.5, "+3"), (-9.6, "−10")])
def test_an_effect_is_whole_points_with_a_sign(points: float, text: str) -> None:
    assert formats.signed_points(points) == text


@given(MONEY)
def test_money_from_a_hundred_on_loses_nothing_but_the_cents(amount: float) -> None:
    shown = float(formats.money(amount, "").replace(",", ""))
    assert abs(shown - amount) <= (0.5 if amount >= 99.995 else 0.005) + 1e-6


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (1234.56, "€", "€1,235"),
        (9.5, "CHF", "CHF\u00a09.50"),
        (9.0, "kr", "kr\u00a09"),
        (99.999, "", "100"),
        (0.001, "£", "£0"),
        (12.0, " € ", "€12"),
    ],
)
def test_money_carries_its_currency_as_given(amount: float, currency: str, text: str) -> None:
    assert formats.money(amount, currency) == text


@pytest.mark.parametrize(
    ("amount", "text"), [(1.0, "1"), (2.25, "2.3"), (9.96, "10"), (10.4, "10"), (1234.5, "1,235")]
)
def test_a_count_has_one_decimal_below_ten_only(amount: float, text: str) -> None:
    assert formats.count(amount) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [(2.0, "2"), (-0.4, "−0.4"), (4.33, "4.33"), (-0.0001, "0"), (12500, "12,500")],
)
def test_a_number_has_no_needless_decimals(amount: float, text: str) -> None:
    assert formats.number(amount) == text


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_names_day_month_and_year(when: date) -> None:
    number, month, year = formats.day(when).split(formats.SPACE)
    assert date(int(year), formats.MONTHS.index(month) + 1, int(number)) == when
    assert formats.short_day(when) == f"{number}{formats.SPACE}{month[:3]}"


def test_all_twelve_months_have_a_name() -> None:
    days = [date(2027, 1, 15) + timedelta(days=30.4 * place) for place in range(12)]
    assert len({formats.short_day(when)[-3:] for when in days}) == 12


def test_weeks_are_one_or_a_span() -> None:
    assert formats.weeks(3, 3) == "Week\u00a03"
    assert formats.weeks(3, 5) == "Weeks\u00a03–5"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(items: list[str], text: str) -> None:
    assert formats.listed(items) == text
    assert formats.quoted(items).replace("“", "").replace("”", "") == text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Win enquiries", "win enquiries"),
        ("LinkedIn posts", "LinkedIn posts"),
        ("X (Twitter)", "X (Twitter)"),
        ("CRM and lists", "CRM and lists"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_capital_inside_a_sentence(text: str, inside: str) -> None:
    assert formats.in_sentence(text) == inside


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert formats.sentence_case("two LinkedIn posts") == "Two LinkedIn posts"


@pytest.mark.parametrize(
    ("share", "words"), [(0.7, "seven of ten"), (0.8, "eight of ten"), (1, "ten of ten")]
)
def test_a_share_can_be_said_in_tenths(share: float, words: str) -> None:
    assert formats.of_ten(share) == words


def test_small_numbers_are_words_and_large_ones_figures() -> None:
    assert [formats.in_words(number) for number in (1, 10, 11, 1200)] == [
        "one",
        "ten",
        "11",
        "1,200",
    ]


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_halves_are_rounded_away_from_nought_as_spreadsheets_do(whole: int, digits: int) -> None:
    half = float(Decimal(whole).scaleb(-digits) + Decimal(5).scaleb(-digits - 1))
    up = float(Decimal(whole + (1 if whole >= 0 else 0)).scaleb(-digits))
    assert formats.rounded(half, digits) == up
