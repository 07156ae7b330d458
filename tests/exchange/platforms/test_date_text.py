"""Days as tables write them: read in every order that is possible, and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.table_layout import DateOrder
from socialplanner.exchange.platforms.date_text import day_readings

DMY, MDY = DateOrder.DMY, DateOrder.MDY
THE_DAY = date(2026, 4, 3)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("2026-04-03", "2026/4/3", "2026.04.03", "20260403", "3.4.2026", "03.04.2026", "3.4.26"),
        *(
            "2026-04-03T23:59:59+0000",
            "2026-04-03T00:00:00.000Z",
            "2026-04-03 08:15",
            "3.4.2026, 08:15",
        ),
        *("Apr 3, 2026", "April 03, 2026 08:15 am", "3 Apr 2026", "3. April 2026", "03-Apr-2026"),
        *(
            "Fri, Apr 3, 2026",
            "Friday, 3rd April 2026 at 08:15 pm",
            "Fr., 3. Apr. 2026 um 08:15 Uhr",
        ),
    ],
)
def test_a_day_that_can_be_meant_in_one_way_only_is_the_same_in_every_order(text: str) -> None:
    assert day_readings(text) == dict.fromkeys(DateOrder, THE_DAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1. März 2026", date(2026, 3, 1)),
        ("24. Dez. 2026", date(2026, 12, 24)),
        ("31 Oktober 2026", date(2026, 10, 31)),
        ("May 5, 2026", date(2026, 5, 5)),
        ("1. Mai 2026", date(2026, 5, 1)),
    ],
)
def test_months_have_names_in_english_and_german(text: str, day: date) -> None:
    assert set(day_readings(text).values()) == {day}


@given(DAYS, st.sampled_from("/-"))
def test_a_day_of_numbers_is_read_in_both_orders(day: date, sign: str) -> None:
    text = f"{day.day:02}{sign}{day.month:02}{sign}{day.year}"
    readings = day_readings(text)
    assert readings[DMY] == day
    assert (MDY in readings) == (day.day <= 12)
    assert DateOrder.YMD not in readings


@given(DAYS)
def test_the_time_of_day_and_its_zone_never_move_a_day(day: date) -> None:
    for time in ("T00:00:00Z", "T23:59:59-11:00", " 23:59 UTC", " 12:01 AM", "T00:30:00+1400"):
        assert set(day_readings(f"{day}{time}").values()) == {day}


@pytest.mark.parametrize(
    "text",
    [
        *("", "Lifetime", "Total", "2026", "04/2026", "2026-13-01", "2026-02-30", "31/31/2026"),
        *(
            "1999-12-31",
            "3000-01-01",
            "٣/٤/٢٠٢٦",
            "03/04-2026",
            "2026-04-03 lunch",
            "Octember 3, 2026",
        ),
        *("May 2026", "2026-W14", "45000", "1/2/3/2026", "Apr 3 Apr 2026", "x" * 500),
    ],
)
def test_what_is_no_day_has_no_reading(text: str) -> None:
    assert day_readings(text) == {}


@given(st.text(max_size=70))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert set(day_readings(text)) <= set(DateOrder)
