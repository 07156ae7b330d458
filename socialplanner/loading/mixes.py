"""Read the numbers that make the target mix (method section 3)."""

from socialplanner.loading.links import full_mapping
from socialplanner.loading.reader import Key, Reader, Values, table
from socialplanner.loading.spans import NOT_NEGATIVE, POSITIVE, SHARE, Span
from socialplanner.loading.stated import ordered, stated
from socialplanner.loading.vocabulary import Vocabulary

AFFINITY = Span(low=0.01, high=0.99)
LOG_ODDS = Span(low=-5, high=5)
POINTS = Span(low=0, high=100)

TARGET = {
    "even_goal_share": Key(stated(SHARE)),
    "goal_weight": Key(stated(NOT_NEGATIVE)),
    "margin_weight": Key(stated(NOT_NEGATIVE)),
    "margin_reference": Key(stated(POSITIVE)),
    "margin_floor": Key(stated(LOG_ODDS)),
    "margin_ceiling": Key(stated(LOG_ODDS)),
    "long_cycle_offset": Key(stated(LOG_ODDS)),
    "new_firm_offset": Key(stated(LOG_ODDS)),
    "shrinkage": Key(stated(SHARE)),
    "share_floor": Key(stated(SHARE)),
    "share_ceiling": Key(stated(SHARE)),
    "band_half_width": Key(stated(SHARE)),
    "wide_band_half_width": Key(stated(SHARE)),
    "level_base": Key(stated(NOT_NEGATIVE)),
    "level_ceiling": Key(stated(POINTS)),
}
ORDERED = (
    ("margin_floor", "margin_ceiling"),
    ("share_floor", "share_ceiling"),
    ("band_half_width", "wide_band_half_width"),
)


def mixes(known: Vocabulary) -> Reader[dict[str, object]]:
    """Return the reader of the file of the target mix; its values are still stated."""
    return table(
        _flat,
        {
            "goal_affinity": Key(full_mapping(known.goals, stated(AFFINITY))),
            "kind_offset": Key(full_mapping(known.kinds, stated(LOG_ODDS))),
            "audience_offset": Key(full_mapping(known.audiences, stated(LOG_ODDS))),
            "target": Key(table(dict, TARGET, ordered(*ORDERED))),
            "ambition": Key(full_mapping(known.stages, stated(POINTS))),
        },
    )


def _flat(values: Values) -> dict[str, object]:
    """Return all numbers of the target mix side by side."""
    return {**{key: each for key, each in values.items() if key != "target"}, **values["target"]}
