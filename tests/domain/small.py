"""Small allocation problems in which every rule of method section 4.2 can bind."""

from dataclasses import replace

from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.business import Business, Person
from socialplanner.domain.ids import CELLS, Cell, Mode
from socialplanner.domain.profile import Choices
from tests.domain.builders import BUSINESS, NEUTRAL, Instance, instance_of, shipped_parameters
from tests.domain.oracles import HYGIENE

PLATFORMS = ("linkedin", "instagram", "tiktok", "website", "in_person")
IDS = (*HYGIENE, "boosted_posts", "a", "b", "c", "d")
MOST = 5


def halves(low: float, high: float) -> st.SearchStrategy[float]:
    """Return numbers on the half-hour grid."""
    return st.integers(round(low * 2), round(high * 2)).map(lambda steps: steps / 2)


@st.composite
def activities(draw: st.DrawFn, activity_id: str) -> Activity:
    """Return an activity with any parameters that the catalogue could hold."""
    least = 0.5 if activity_id in HYGIENE else draw(halves(0.5, 2))
    modes = [Mode.NETWORK] if activity_id in HYGIENE else list(Mode)
    return replace(
        NEUTRAL,
        id=activity_id,
        mode=draw(st.sampled_from(modes)),
        platforms=tuple(draw(st.sets(st.sampled_from(PLATFORMS), min_size=1, max_size=2))),
        min_hours=least,
        max_hours=least + draw(halves(0, 4)),
        half_hours=draw(st.floats(0.5, 4)),
        fixed_hours=draw(st.sampled_from([0.0, 0.1, 0.25])),
        setup_hours=draw(st.sampled_from([0.0, 2.0, 10.0])),
        auto_share=draw(st.sampled_from([0.0, 0.25, 0.5])),
        delay_weeks=draw(st.sampled_from([0.0, 1.0, 4.0])),
        half_life_weeks=draw(st.floats(0.1, 12)),
        goals={draw(st.sampled_from(["leads", "sales", "referrals"])): 1.0},
        dimensions={draw(st.sampled_from(CELLS)): 1.0},
        fits={BUSINESS.kind: draw(st.sampled_from([0.3, 0.5, 1.0, 1.4]))},
    )


@st.composite
def businesses(draw: st.DrawFn, hours: st.SearchStrategy[float]) -> Business:
    """Return a business with every fact that a rule may look at."""
    return replace(
        BUSINESS,
        hours_per_week=draw(hours),
        platforms=frozenset(draw(st.sets(st.sampled_from(PLATFORMS[:3])))),
        patience=draw(st.sampled_from(["month", "quarter", "year"])),
        tools=frozenset(draw(st.sets(st.sampled_from(["scheduler", "crm"])))),
        people=draw(st.none() | st.lists(people(), max_size=2).map(tuple)),
        ad_budget_per_week=draw(st.sampled_from([None, 0.0, 20.0])),
    )


def people() -> st.SearchStrategy[Person]:
    """Return somebody with up to three hours a week."""
    return st.builds(
        Person,
        name=st.just("Ada"),
        hours=st.floats(0, 3).map(lambda hours: round(hours, 1)),
        strength=st.sampled_from(["talking", "making", "both"]),
    )


def choices(ids: tuple[str, ...]) -> st.SearchStrategy[Choices]:
    """Return choices among some activities, with or without an earlier plan."""
    few = st.frozensets(st.sampled_from(ids), max_size=1)
    earlier = st.dictionaries(st.sampled_from(ids), halves(0.5, 4))
    return st.builds(
        Choices,
        pinned=few,
        declined=few,
        earlier_plan=st.none() | earlier,
        keeps_earlier=st.booleans(),
    )


ANY_HOURS = halves(0.5, 4) | st.floats(0.5, 4).map(lambda amount: round(amount, 2))
"""Up to four hours, on the half-hour grid or off it."""


@st.composite
def small_instances(draw: st.DrawFn, hours: st.SearchStrategy[float] = ANY_HOURS) -> Instance:
    """Return up to five activities and up to four hours, with or without a band."""
    ids = tuple(draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=MOST, unique=True)))
    made = tuple(draw(activities(activity_id)) for activity_id in ids)
    low = draw(st.sampled_from([-1.0, 0.0, 0.2, 0.26, 0.35, 0.45, 0.52, 0.65, 0.9]))
    width = draw(st.sampled_from([0.0, 0.05, 0.2, 0.3]))
    return replace(
        instance_of(*made, business=draw(businesses(hours))),
        choices=draw(choices(ids)),
        gaps=draw(gap_points()),
        low=low,
        high=2.0 if low < 0 else low + width,
        parameters=replace(
            shipped_parameters().allocation,
            max_publishing_platforms=draw(st.integers(1, 3)),
            min_activities=1,
            max_activities=draw(st.integers(1, 3)),
        ),
    )


def gap_points() -> st.SearchStrategy[dict[Cell, float]]:
    """Return gaps of some cells in points."""
    return st.dictionaries(st.sampled_from(CELLS), st.floats(0, 90), max_size=3)
