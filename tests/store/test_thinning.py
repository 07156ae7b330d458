"""The schedule of backups over any calendar."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.store.thinning import DAILY, KEEP_ALL, MONTHLY, WEEKLY, kept

MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2029, 12, 31),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[set[datetime], datetime]:
    """Return moments of backups, close together and far apart, and what time it is."""
    now = draw(MOMENTS)
    ages = st.floats(0, 3) | st.floats(0, 40) | st.floats(0, 900) | st.floats(-5, 0)
    days = draw(st.lists(ages, max_size=60))
    return {now - timedelta(days=age) for age in days}, now


@settings(max_examples=1000)
@given(calendar=calendars())
def test_what_is_kept_of_any_calendar_is_what_the_schedule_says(
    calendar: tuple[set[datetime], datetime],
) -> None:
    moments, now = calendar
    keep = kept(moments, now)
    older = {moment for moment in moments if now - moment > KEEP_ALL}
    assert keep <= moments
    assert moments - older <= keep
    assert not moments or max(moments) in keep
    assert len(keep & older) <= DAILY + WEEKLY + MONTHLY
    for span, count in ((day, DAILY), (week, WEEKLY), (month, MONTHLY)):
        latest = sorted({span(moment) for moment in older}, reverse=True)[:count]
        for each in latest:
            assert max(moment for moment in older if span(moment) == each) in keep


def day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def week(moment: datetime) -> tuple[int, ...]:
    monday = moment - timedelta(days=moment.weekday())
    return monday.year, monday.month, monday.day


def month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month


@given(calendar=calendars())
def test_thinning_twice_is_thinning_once(calendar: tuple[set[datetime], datetime]) -> None:
    moments, now = calendar
    once = kept(moments, now)
    assert kept(once, now) == once


def test_a_year_of_one_backup_an_hour_leaves_some_eighty() -> None:
    now = datetime(2027, 1, 31, 12, tzinfo=UTC)
    moments: set[datetime] = set()
    for hour in range(365 * 24):
        moment = now - timedelta(days=365) + timedelta(hours=hour)
        moments = set(kept({*moments, moment}, moment))
    assert 49 + 11 < len(moments) <= 49 + DAILY + WEEKLY + MONTHLY
    assert min(moments) < now - timedelta(days=8 * 30)
