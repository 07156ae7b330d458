"""The reverse planner: what it offers reaches the target, with the fewest changes there are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, Answers, TableRow
from socialplanner.domain.assessment import Standing, assess, standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import best_solution
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.reverse_change import (
    AdMoney,
    Change,
    KindHours,
    PersonTalks,
    WeekNow,
    changed,
    circumstances_of,
    week_now,
)
from socialplanner.domain.reverse_plan import (
    Limits,
    MissReason,
    Proposal,
    ReachState,
    ReversePlan,
    Stopped,
    reverse_plan,
)
from socialplanner.domain.reverse_world import outside
from socialplanner.domain.what_if import setting_for
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.paths import samples_dir
from tests.domain.assessments import TODAY
from tests.domain.builders import shipped_catalogue

SAMPLES = tuple(sorted(path.stem for path in samples_dir().glob("*.toml")))
NOBODY = Profile(name="Anybody")


@cache
def quick_catalogue() -> Catalogue:
    """Return the shipped catalogue with so few repeats that whole assessments are quick."""
    catalogue = shipped_catalogue()
    fewer = replace(catalogue.parameters.allocation, stability_draws=2)
    return replace(catalogue, parameters=replace(catalogue.parameters, allocation=fewer))


@cache
def sample(name: str) -> Answers:
    """Return the answers of an invented firm."""
    return read_answers_file(shipped_catalogue(), samples_dir() / f"{name}.toml").answers


def person(name: str, hours: float, strength: str) -> TableRow:
    """Return a row of the answer on who does the work."""
    return {"name": name, "hours": hours, "strength": strength}


def said_with(answers: Answers, choices: Choices | None = None) -> Standing:
    """Return what was said, before any plan."""
    return standing(quick_catalogue(), NOBODY, answers, choices or Choices(), TODAY)


def small(name: str, **hours: float) -> Answers:
    """Return the answers of a firm whose week now is this small one."""
    rows = {key: 0.0 for key in sample(name) if key.startswith("hours.")}
    return {**sample(name), **rows, **{f"hours.{key}": value for key, value in hours.items()}}


def reached(said: Standing, hours: float, money: float = 0.0) -> ReversePlan:
    """Return the ways into the band within so many extra hours and so much money."""
    return reverse_plan(quick_catalogue(), said, Limits(extra_hours=hours, money=money))


# An oracle that shares nothing with the search but how a change is written into answers.


def is_reached(said: Standing, week: WeekNow, changes: Sequence[Change], limits: Limits) -> bool:
    """Return whether changes within the limits bring the week and its plan into the band."""
    after = week.after(changes)
    money = sum(each.amount for each in changes if isinstance(each, AdMoney))
    if after.total - week.total > limits.extra_hours + 1e-9 or money > limits.money:
        return False
    answers, choices = changed(said, week, changes)
    then = said_with(answers, choices)
    talking, talked = then.business.talking_hours, after.of(Mode.NETWORK)
    if talking is not None and talked > max(talking, week.of(Mode.NETWORK)) + 1e-9:
        return False
    raised = {
        c.kind: after.hours[c.kind] for c in changes if isinstance(c, KindHours) and c.hours > 0
    }
    return is_in_band(then) and all(room(then, kind) >= hours for kind, hours in raised.items())


def is_in_band(then: Standing) -> bool:
    """Return whether the hours said and the exact plan lie inside the target band."""
    setting = setting_for(quick_catalogue(), then)
    try:
        solution = best_solution(quick_catalogue(), setting)
    except InfeasibleError:
        return False
    talks = [activity.mode is Mode.NETWORK for activity in setting.activities]
    hours = solution.hours[0]
    if not hours.sum() or then.present.hours_network_share is None:
        return False
    shares = (float(hours[talks].sum() / hours.sum()), then.present.hours_network_share)
    return all(then.target.low - 1e-9 <= each <= then.target.high + 1e-9 for each in shares)


def room(then: Standing, kind: str) -> float:
    """Return the most hours that all activities together could take of one kind of work."""
    setting = setting_for(quick_catalogue(), then)
    return sum(
        activity.hours_rows.get(kind, 0.0) * 0.5 * max(i for i, can in enumerate(row) if can)
        for activity, row in zip(setting.activities, setting.programme.allowed, strict=True)
    )


def all_single(said: Standing, week: WeekNow, limits: Limits) -> Iterator[Change]:
    """Yield every single change over half-hours."""
    most = round(2 * (limits.extra_hours + week.total))
    for kind, hours in week.hours.items():
        for steps in range(-round(2 * hours), most + 1):
            if steps:
                yield KindHours(kind=kind, hours=steps / 2)
    yield from circumstances_of(said, limits.money)


def fewest_by_force(said: Standing, limits: Limits, most: int) -> tuple[int, float] | None:
    """Return the number of changes and the time more or less of the smallest set there is."""
    week = week_now(quick_catalogue(), said)
    assert week is not None
    single = list(all_single(said, week, limits))
    for size in range(1, most + 1):
        found = [
            abs(week.after(chosen).total - week.total)
            for chosen in combinations(single, size)
            if len({getattr(each, "kind", each) for each in chosen}) == size
            and not outside(week.after(chosen).network_share, said.target)
            and is_reached(said, week, chosen, limits)
        ]
        if found:
            return size, min(found)
    return None


@pytest.mark.parametrize(
    ("name", "hours", "extra"),
    [
        ("cafe", {"making": 1.5, "replying": 0.0}, 0.0),
        ("cafe", {"making": 1.5}, 1.0),
        ("plumber", {"replying": 1.5, "making": 0.5}, 0.0),
        ("saas_start_up", {"making": 1.0, "publishing": 0.5, "meeting": 0.5}, 0.5),
        ("web_shop", {"meeting": 1.0, "making": 0.5}, 0.5),
        ("tax_adviser", {}, 1.0),
        ("tax_adviser", {}, 0.5),
    ],
)
def test_the_first_way_has_as_few_changes_as_trying_everything_finds(
    name: str, hours: dict[str, float], extra: float
) -> None:
    said = said_with(small(name, **hours))
    limits = Limits(extra_hours=extra, money=0.0)
    found = reached(said, extra)
    wanted = fewest_by_force(said, limits, most=2)
    if wanted is None:
        assert all(len(each.changes) > 2 for each in found.proposals)
    else:
        first = found.proposals[0]
        assert (len(first.changes), abs(first.extra_hours)) == pytest.approx(wanted)


def test_who_makes_things_is_asked_to_talk_where_nobody_talks() -> None:
    answers: dict[str, Answer] = dict(small("cafe", making=2.0))
    answers["business.people"] = (person("Baker", 5.0, "making"),)
    said = said_with(answers)
    found = reached(said, 1.0)
    assert [PersonTalks(row=0, name="Baker") in each.changes for each in found.proposals] == [
        True for _ in found.proposals
    ]
    wanted = fewest_by_force(said, Limits(extra_hours=1.0, money=0.0), most=2)
    assert wanted is not None
    assert len(found.proposals[0].changes) == wanted[0]


@st.composite
def firms(draw: st.DrawFn) -> Standing:
    """Draw an invented firm with other hours now, other helpers and other wishes."""
    answers: dict[str, Answer] = dict(sample(draw(st.sampled_from(SAMPLES))))
    for key in [key for key in answers if key.startswith("hours.")]:
        if draw(st.booleans()):
            answers[key] = draw(st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.5]))
    if draw(st.booleans()):
        strength = draw(st.sampled_from(["making", "talking", "both"]))
        hours = draw(st.sampled_from([0.0, 1.0, 6.0]))
        answers["business.people"] = (person("Sam", hours, strength),)
    ids = [each.id for each in quick_catalogue().activities]
    declined = draw(st.frozensets(st.sampled_from(ids), max_size=4))
    pinned = draw(st.frozensets(st.sampled_from(ids), max_size=1)) - declined
    return said_with(answers, Choices(pinned=pinned, declined=declined))


TOOLS = st.sampled_from([("none",), ("scheduler", "email_tool")])
LIMITS = st.builds(
    Limits,
    extra_hours=st.sampled_from([0.0, 0.5, 1.0, 2.0, 4.0]),
    money=st.sampled_from([0.0, 20.0]),
)


@settings(max_examples=15)
@given(firms(), LIMITS)
def test_every_way_reaches_the_band_within_the_limits_and_with_nothing_to_spare(
    said: Standing, limits: Limits
) -> None:
    found = reverse_plan(quick_catalogue(), said, limits)
    assert found == reverse_plan(quick_catalogue(), said, limits)
    assert (found.state is ReachState.FOUND) == bool(found.proposals)
    assert len(found.proposals) <= 3
    for each in found.proposals:
        assert each.extra_hours <= limits.extra_hours + 1e-9
        assert each.extra_money <= limits.money
        assert_in_band(said, each)
        assert found.week is not None
        for size in range(len(each.changes)):
            for fewer in combinations(each.changes, size):
                assert not is_reached(said, found.week, fewer, limits)


def assert_in_band(said: Standing, each: Proposal) -> None:
    """Fail unless the whole method, asked anew, finds both week and plan inside the band."""
    again = assess(quick_catalogue(), said.profile, each.answers, each.choices, TODAY)
    assert (again.target.low, again.target.high) == (said.target.low, said.target.high)
    assert again.present.hours_network_share == pytest.approx(each.network_share)
    assert not outside(again.present.hours_network_share, said.target)
    assert not outside(again.plan.network_share, said.target)


@settings(max_examples=6)
@given(firms(), LIMITS)
def test_more_hours_and_money_never_take_a_way_away(said: Standing, limits: Limits) -> None:
    found = reverse_plan(quick_catalogue(), said, limits)
    wider = Limits(extra_hours=limits.extra_hours + 1.0, money=limits.money + 20.0)
    more = reverse_plan(quick_catalogue(), said, wider)
    if found.proposals:
        assert len(more.proposals[0].changes) <= len(found.proposals[0].changes)


@settings(max_examples=15)
@given(firms(), st.sampled_from(["month", "quarter", "year"]), TOOLS)
def test_tools_and_patience_never_decide_whether_the_band_is_reached(
    said: Standing, patience: str, tools: tuple[str, ...]
) -> None:
    answers = {**said.answers, "business.patience": patience, "business.tools": tools}
    assert is_in_band(said) == is_in_band(said_with(answers, said.choices))


@pytest.mark.parametrize("name", SAMPLES)
def test_ways_differ_in_what_they_ask_and_not_in_amounts(name: str) -> None:
    found = reached(said_with(sample(name)), 2.0, 20.0)
    asked = [
        frozenset(
            (type(c).__name__, found.week.modes[c.kind], c.hours > 0)
            if isinstance(c, KindHours) and found.week is not None
            else (type(c).__name__,)
            for c in each.changes
        )
        for each in found.proposals
    ]
    assert len(set(asked)) == len(asked)
    counts = [len(each.changes) for each in found.proposals]
    assert counts == sorted(counts)


def test_a_week_that_is_in_the_band_already_needs_nothing() -> None:
    assert reached(said_with(sample("creator")), 2.0).state is ReachState.ALREADY


def test_hours_that_were_not_said_are_asked_for_first() -> None:
    answers = {key: value for key, value in sample("cafe").items() if not key.startswith("hours.")}
    assert reached(said_with(answers), 2.0).state is ReachState.NO_HOURS


def test_where_time_alone_lacks_the_least_that_would_do_is_named() -> None:
    found = reached(said_with(small("cafe")), 0.5)
    assert found.state is ReachState.NONE
    assert found.miss is not None
    assert found.miss.reason is MissReason.TIME
    assert found.miss.needed_hours is not None
    wanted = found.miss.needed_hours
    assert reached(said_with(small("cafe")), wanted).proposals
    assert not reached(said_with(small("cafe")), wanted - 0.5).proposals


def test_where_those_who_talk_have_no_time_that_is_the_reason() -> None:
    answers: dict[str, Answer] = dict(small("cafe", making=2.0))
    answers["business.people"] = (person("Baker", 0.0, "talking"),)
    found = reached(said_with(answers), 0.0)
    assert found.miss is not None
    assert found.miss.reason is MissReason.TALKING
    assert found.miss.nearest is None


def test_the_search_tells_how_far_it_is_and_stops_when_told_to() -> None:
    heard: list[tuple[int, int]] = []

    def listen(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return len(heard) < 2

    choices = Choices(declined=frozenset({"reply_desk", "local_events"}))
    with pytest.raises(Stopped):
        reverse_plan(
            quick_catalogue(),
            said_with(sample("cafe"), choices),
            Limits(extra_hours=1.0, money=0.0),
            listen,
        )
    assert [done for done, _ in heard] == [0, 1]
    assert {whole for _, whole in heard} == {7}
