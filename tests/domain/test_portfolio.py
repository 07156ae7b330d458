"""Clients side by side: in order, with what is common to them, and when they are due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import Answers
from socialplanner.domain.client import client_of
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.portfolio import (
    FEWEST_CLIENTS,
    Client,
    ClientHours,
    Ranking,
    logged_a_week,
    ranked,
    review_days,
    tagged,
    totals,
    weak_points,
)
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import IssuedPlan, LoggedWeek, ProfileRecord
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

CATALOGUE = shipped_catalogue()
DAY = date(2027, 3, 1)
NOW = datetime(2027, 3, 1, tzinfo=UTC)
QUESTION = next(each.id for each in CATALOGUE.questionnaire if each.is_scored)
AMOUNTS = st.none() | st.floats(0, 100)


def client(
    key: str,
    *,
    level: float | None = None,
    gap: float | None = None,
    weak: float | None = None,
    hours: float | None = None,
) -> Client:
    """Return a client of whom little is known."""
    return Client(
        id=key,
        file=f"{key}.socialplan",
        name=f"Firm {key}",
        scores=dict.fromkeys(CELLS),
        overall=dict.fromkeys(Mode),
        level=level,
        gap=gap,
        levels={} if weak is None else {QUESTION: weak},
        hours=ClientHours(available=hours),
    )


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=8), st.randoms())
def test_an_order_depends_on_the_clients_alone_and_the_unknown_come_last(
    drawn: list[tuple[float | None, float | None]], random: object
) -> None:
    clients = [client(str(n), level=one, gap=other) for n, (one, other) in enumerate(drawn)]
    mixed = list(clients)
    random.shuffle(mixed)  # type: ignore[attr-defined] # Hypothesis' own kind of random
    for ranking in Ranking:
        assert ranked(mixed, ranking) == ranked(clients, ranking)
    for ranking, field in ((Ranking.BEST, "level"), (Ranking.GAP, "gap")):
        found = [getattr(each, field) for each in ranked(clients, ranking)]
        known = [amount for amount in found if amount is not None]
        assert found == [*sorted(known, reverse=True), *[None] * (len(found) - len(known))]


def test_a_tag_is_found_whatever_its_case_and_no_tag_means_all() -> None:
    clients = [replace(client("a"), tags=("Nord",)), client("b")]
    assert [each.id for each in tagged(clients, ["nörd"])] == ["a"]
    assert tagged(clients, []) == tuple(clients)


@given(st.lists(st.none() | st.sampled_from([0.0, 1.0, 2.0, 4.0]), max_size=12))
def test_a_weak_point_is_common_only_from_five_clients_on(levels: list[float | None]) -> None:
    found = weak_points(CATALOGUE, [client(str(n), weak=one) for n, one in enumerate(levels)])
    weak = sum(level is not None and level <= 1 for level in levels)
    assert bool(found) is (weak >= FEWEST_CLIENTS)
    for point in found:
        assert point.question_id == QUESTION
        assert (point.weak, point.answered) == (weak, sum(one is not None for one in levels))


@given(st.lists(AMOUNTS, max_size=8))
def test_hours_are_summed_over_the_clients_of_whom_they_are_known(
    hours: list[float | None],
) -> None:
    found = totals([client(str(n), hours=each) for n, each in enumerate(hours)])
    known = [each for each in hours if each is not None]
    assert (found.clients, found.available_of) == (len(hours), len(known))
    assert found.available == sum(known)
    assert found.planned_of == 0


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 300), st.integers(0, 300))
def test_a_review_is_due_from_its_friday_until_something_newer_is_there(
    planned: date, passed: int, seen_after: int
) -> None:
    today, seen = planned + timedelta(days=passed), planned + timedelta(days=seen_after)
    due, coming = review_days(planned, seen, today, 4)
    assert coming > today
    assert coming <= max(today, planned + timedelta(days=6)) + timedelta(weeks=4)
    for day in (coming, due or coming):
        assert day.weekday() == 4
    if due is not None:
        assert seen < due <= today
        assert coming - due == timedelta(weeks=4)
    start = planned + timedelta(days=-planned.weekday() % 7)
    assert (due is not None) is (
        seen < coming - timedelta(weeks=4) and coming > start + timedelta(weeks=4)
    )


def test_only_whole_weeks_of_the_last_four_count_as_logged() -> None:
    def week(days: int, hours: float, *, is_odd: bool = False) -> LoggedWeek:
        monday = DAY - timedelta(days=days)
        return LoggedWeek(monday=monday, changed_at=NOW, hours={"a": hours}, is_odd=is_odd)

    weeks = [week(35, 90), week(28, 2), week(14, 4), week(7, 50, is_odd=True), week(0, 80)]
    assert logged_a_week(weeks, DAY) == 3.0
    assert logged_a_week([], DAY) is None


def record(answers: Answers, *, planned: bool) -> ProfileRecord:
    plan = IssuedPlan(
        id="p",
        assessment_id="a",
        issued_at=NOW,
        day=DAY,
        catalogue_version=CATALOGUE.version,
        profile=Profile(name="x"),
        answers=answers,
        choices=Choices(),
        hours={"reply_desk": 1.5, "gone": 0.5},
        paper="a4",
        pdf_digest="0" * 64,
    )
    return ProfileRecord(
        id="1",
        profile=Profile(name="Corner"),
        created_at=NOW,
        changed_at=NOW,
        plans=(plan,) if planned else (),
    )


def test_a_client_is_what_its_profile_holds() -> None:
    scored = {
        each.id: 2.0 for each in CATALOGUE.questionnaire if each.is_scored and not each.options
    }
    said: Answers = {**FIRMS["tax_adviser"].answers, **scored}
    later = DAY + timedelta(weeks=4)
    found = client_of(CATALOGUE, record(said, planned=True), said, "f", later)
    assert (found.name, found.file) == ("Corner", "f")
    assert found.hours.planned == 2.0
    assert found.hours.available == said["business.hours_per_week"]
    assert found.due == DAY + timedelta(days=25)
    assert found.level is not None
    assert found.gap is not None
    assert 0 <= found.gap <= 100
    assert set(found.scores) == set(CELLS)


def test_a_profile_without_answers_is_a_client_of_whom_nothing_is_known() -> None:
    found = client_of(CATALOGUE, record({}, planned=False), {}, "f", DAY)
    assert (found.level, found.gap, found.due, found.next_review) == (None,) * 4
    assert found.hours == ClientHours()
    assert found.levels == {}
