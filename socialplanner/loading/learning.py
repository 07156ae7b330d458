"""Read the numbers of learning from the log and of what it returns (method 5 and 6)."""

from collections.abc import Iterator

from socialplanner.loading.links import full_mapping
from socialplanner.loading.reader import Finding, Key, Values
from socialplanner.loading.spans import POSITIVE, SHARE, Span
from socialplanner.loading.stated import stated, stated_whole
from socialplanner.loading.vocabulary import MODES

ROUNDS = Span(low=1, high=100_000)
WEIGHT = Span(above=0, high=1000)
BETWEEN = Span(low=0.01, high=0.99)
"""Shares of which both ends would make nonsense: a range of nothing, or a test that never ends."""
HALF_AT_MOST = Span(low=0, high=0.5)

LEARNING = {
    "sweeps": Key(stated_whole(Span(low=2, high=100_000))),
    "burn_in": Key(stated_whole(ROUNDS)),
    "prior_weight": Key(stated(WEIGHT)),
    "baseline_weight": Key(stated(WEIGHT)),
    "effort_share": Key(stated(BETWEEN)),
    "remembered_weight": Key(stated(WEIGHT)),
    "dispersion_weeks": Key(stated_whole(Span(low=2, high=1000))),
    "range_share": Key(stated(BETWEEN)),
    "review_band_half_width": Key(stated(SHARE)),
    "sure_share": Key(stated(SHARE)),
    "min_gain": Key(stated(SHARE)),
    "probe_draws": Key(stated_whole(Span(low=1, high=1000))),
    "probe_share": Key(stated(SHARE)),
    "min_logged_share": Key(stated(SHARE)),
    "test_level": Key(stated(BETWEEN)),
    "test_power": Key(stated(BETWEEN)),
    "settling_half_lives": Key(stated(WEIGHT)),
    "longest_test_weeks": Key(stated_whole(Span(low=2, high=1000))),
    "sign_errors": Key(stated(POSITIVE)),
    "few_outcomes": Key(stated(POSITIVE)),
    "few_weeks": Key(stated_whole(Span(low=1, high=1000))),
    "position_end_share": Key(stated(HALF_AT_MOST)),
    "decay_days": Key(stated(POSITIVE)),
    "referral_share": Key(stated(SHARE)),
}


def beliefs() -> dict[str, Key]:
    """Return the keys of what is believed of traces, by mode."""
    return {name: Key(full_mapping(MODES, stated(WEIGHT))) for name in ("traced", "untraced")}


def rounds_left(values: Values) -> Iterator[Finding]:
    """Yield a finding where all rounds of drawing are thrown away."""
    if "burn_in" in values and "sweeps" in values:
        rounds = values["sweeps"].value
        if values["burn_in"].value >= rounds:
            yield Finding(f"This leaves none of the {rounds} sweeps.", ("burn_in", "value"))
