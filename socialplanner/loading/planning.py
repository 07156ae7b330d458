"""Read the numbers of scoring, allocation, money, reviews and learning (method 2 and 4 to 6)."""

from socialplanner.loading.learning import LEARNING, beliefs, rounds_left
from socialplanner.loading.links import Names, full_mapping
from socialplanner.loading.lists import mapping, sequence
from socialplanner.loading.reader import Key, Reader, table
from socialplanner.loading.spans import HOURS, NOT_NEGATIVE, POSITIVE, SHARE, Span
from socialplanner.loading.stated import ordered, stated, stated_whole
from socialplanner.loading.vocabulary import DIMENSIONS, Vocabulary

HALF_HOUR = Span(low=0.5, high=0.5)
HALF_HOURS = Span(low=0, high=168, step=0.5)
COUNT = Span(low=1, high=1000)
YEARS = Span(low=1, high=30)
POINTS = Span(low=0, high=100)
FACTOR = Span(above=0, high=1)
MONTH = Span(low=4, high=5)

SCORING = {
    "reference_period_weeks": Key(stated(POSITIVE)),
    "min_coverage": Key(stated(SHARE)),
    "response_sd": Key(stated(NOT_NEGATIVE)),
    "min_mix_points": Key(stated(Span(above=0, high=200))),
    "type_threshold": Key(stated(POINTS)),
    "band_z": Key(stated(NOT_NEGATIVE)),
    "gap_flag": Key(stated(SHARE)),
}
ALLOCATION = {
    "grid_hours": Key(stated(HALF_HOUR)),
    "setup_weeks": Key(stated(POSITIVE)),
    "temper": Key(stated(SHARE)),
    "goal_scale": Key(stated(POSITIVE)),
    "gap_lift": Key(stated(NOT_NEGATIVE)),
    "min_fit": Key(stated(NOT_NEGATIVE)),
    "hygiene_from_hours": Key(stated(HOURS)),
    "hours_per_activity": Key(stated(POSITIVE)),
    "min_activities": Key(stated_whole(COUNT)),
    "max_activities": Key(stated_whole(COUNT)),
    "max_publishing_platforms": Key(stated_whole(COUNT)),
    "move_limit_hours": Key(stated(HOURS)),
    "move_limit_share": Key(stated(SHARE)),
    "stability_draws": Key(stated_whole(COUNT)),
    "stability_log_sd": Key(stated(NOT_NEGATIVE)),
    "core_share": Key(stated(SHARE)),
    "good_share": Key(stated(SHARE)),
    "alternative_share": Key(stated(SHARE)),
    "flat_loss": Key(stated(SHARE)),
}
MONEY = {
    "weeks_per_month": Key(stated(MONTH)),
    "discount_rate": Key(stated(SHARE)),
    "clv_years": Key(stated_whole(YEARS)),
    "close_rate_prior": Key(stated(POSITIVE)),
}
REVIEW = {
    "roadmap_weeks": Key(stated_whole(COUNT)),
    "review_every_weeks": Key(stated_whole(COUNT)),
    "kept_hours_share": Key(stated(SHARE)),
    "min_asked_share": Key(stated(SHARE)),
    "min_outcomes": Key(stated_whole(Span(low=0, high=1000))),
    "conversations_per_network_hour": Key(stated(POSITIVE)),
}
ORDERED = ordered(
    ("min_activities", "max_activities"),
    ("alternative_share", "good_share"),
    ("good_share", "core_share"),
)


def planning(known: Vocabulary) -> Reader[dict[str, object]]:
    """Return the reader of the file of planning numbers; its values are still stated."""
    return table(
        dict,
        {
            "scoring": Key(table(dict, SCORING | _weights())),
            "allocation": Key(table(dict, ALLOCATION | _lists(known), ORDERED)),
            "money": Key(table(dict, MONEY | _retention(known))),
            "review": Key(table(dict, REVIEW, ordered(("review_every_weeks", "roadmap_weeks")))),
            "learning": Key(table(dict, LEARNING | beliefs(), rounds_left)),
        },
    )


def _weights() -> dict[str, Key]:
    """Return the key of the weights of the dimensions."""
    return {"dimension_weight": Key(full_mapping(DIMENSIONS, stated(SHARE), total=1))}


def _lists(known: Vocabulary) -> dict[str, Key]:
    """Return the keys that name activities, platforms, tools and patience."""
    return {
        "weekly_discount": Key(full_mapping(known.patience, stated(FACTOR))),
        "hygiene_hours": Key(mapping(known.activities, stated(HALF_HOURS))),
        "uncounted_platforms": Key(_set_of(known.platforms)),
        "always_accepted_platforms": Key(_set_of(known.platforms)),
        "automating_tools": Key(_set_of(known.tools)),
        "extra_tools": Key(mapping(known.activities, _set_of(known.tools))),
        "paid_activities": Key(_set_of(known.activities)),
    }


def _retention(known: Vocabulary) -> dict[str, Key]:
    """Return the key of the shares of customers who buy again."""
    return {"retention": Key(full_mapping(known.repeat_buyers, stated(SHARE)))}


def _set_of(names: Names) -> Reader[frozenset[str]]:
    """Return a reader of a list of ids in which order does not count."""
    read = sequence(names)
    return lambda value: frozenset(read(value))
