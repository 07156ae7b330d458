"""Formats are settled by the file, said by a person, or left open: never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.figures import Settled
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.exchange.platforms.formats import Ways, settled_formats

DMY, MDY = DateOrder.DMY, DateOrder.MDY
POINT, COMMA = NumberStyle.POINT, NumberStyle.COMMA
NOTHING = Ways()


@pytest.mark.parametrize(
    ("dates", "order", "settled"),
    [
        (["03/04/2026"], None, Settled.OPEN),
        (["03/04/2026", "04/04/2026"], None, Settled.OPEN),
        (["03/04/2026", "13/04/2026"], DMY, Settled.FILE),
        (["03/04/2026", "04/13/2026"], MDY, Settled.FILE),
        (["13/04/2026", "04/13/2026"], None, Settled.OPEN),
        (["05/05/2026"], None, Settled.ALIKE),
        (["2026-04-03", "3.4.2026"], None, Settled.ALIKE),
        (["2026-04-03", "13/04/2026"], DMY, Settled.FILE),
        (["nonsense"], None, Settled.ALIKE),
        ([], None, Settled.ALIKE),
    ],
)
def test_days_are_settled_by_one_that_can_be_read_in_one_way(
    dates: list[str], order: DateOrder | None, settled: Settled
) -> None:
    formats = settled_formats(dates, [], NOTHING, NOTHING)
    assert (formats.dates, formats.dates_settled) == (order, settled)
    assert bool(formats.dates_example) == (settled is Settled.OPEN)


@pytest.mark.parametrize(
    ("numbers", "style", "settled"),
    [
        (["1.234"], None, Settled.OPEN),
        (["1.234", "12", "-"], None, Settled.OPEN),
        (["1.234", "1.234,5"], COMMA, Settled.FILE),
        (["1.234", "0.5"], POINT, Settled.FILE),
        (["1.234", "1.2.3"], None, Settled.OPEN),
        (["12", "999", "", "n/a"], None, Settled.ALIKE),
        (["1.5", "1,5"], None, Settled.OPEN),
    ],
)
def test_numbers_are_settled_by_one_that_can_be_read_in_one_way(
    numbers: list[str], style: NumberStyle | None, settled: Settled
) -> None:
    formats = settled_formats([], numbers, NOTHING, NOTHING)
    assert (formats.numbers, formats.numbers_settled) == (style, settled)


@pytest.mark.parametrize(
    ("numbers", "style", "settled"),
    [
        (["1.234"], COMMA, Settled.FILE),
        (["1,234", "12"], POINT, Settled.FILE),
        (["1.234", "1.25"], COMMA, Settled.FILE),
        (["1.000", "1,000"], None, Settled.OPEN),
        (["12"], None, Settled.ALIKE),
    ],
)
def test_counts_can_only_be_meant_as_whole_numbers(
    numbers: list[str], style: NumberStyle | None, settled: Settled
) -> None:
    formats = settled_formats([], numbers, NOTHING, NOTHING, are_counts=True)
    assert (formats.numbers, formats.numbers_settled) == (style, settled)


def test_what_is_usual_is_never_taken_by_itself() -> None:
    usual = Ways(dates=MDY, numbers=COMMA)
    formats = settled_formats(["03/04/2026"], ["1.234"], NOTHING, usual)
    assert (formats.dates_settled, formats.numbers_settled) == (Settled.OPEN, Settled.OPEN)


def test_one_text_against_what_is_usual_leaves_doubtful_ones_open() -> None:
    usual = Ways(dates=MDY, numbers=COMMA)
    doubtful = settled_formats(["03/04/2026", "13/04/2026"], ["1.234", "1.5"], NOTHING, usual)
    assert (doubtful.dates_settled, doubtful.numbers_settled) == (Settled.OPEN, Settled.OPEN)
    clear = settled_formats(["13/04/2026"], ["1.5", "12"], NOTHING, usual)
    assert (clear.dates, clear.numbers) == (DMY, POINT)


def test_what_a_person_says_stands_above_all() -> None:
    said = Ways(dates=DMY, numbers=COMMA)
    formats = settled_formats(["04/13/2026"], ["1.5"], said, NOTHING)
    assert (formats.dates, formats.numbers) == (DMY, COMMA)
    assert formats.dates_settled is formats.numbers_settled is Settled.CALLER


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60), st.sampled_from((DMY, MDY))
)
def test_a_run_of_days_is_read_right_or_left_open(
    start: date, count: int, order: DateOrder
) -> None:
    shape = "%d/%m/%Y" if order is DMY else "%m/%d/%Y"
    texts = [(start + timedelta(days=number)).strftime(shape) for number in range(count)]
    formats = settled_formats(texts, [], NOTHING, NOTHING)
    assert formats.dates in {order, None}
    if count > 31:
        assert formats.dates is order
