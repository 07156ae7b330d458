"""A firm in the laboratory: what its work truly brings is known, and a log is drawn from it.

Optimistic, as method section 5.3 says: curves, delays and carry-over are taken to be known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import FREE, band, solve
from socialplanner.domain.belief import Present, belief_of, mode_rows
from socialplanner.domain.business import Business
from socialplanner.domain.dose import doses, effective_hours, hours_table
from socialplanner.domain.learning import dispersion_of
from socialplanner.domain.response import Circumstances, Curves, Floats, overhead, patience, saving
from socialplanner.domain.setting import Setting
from socialplanner.domain.superposition import Belief, Counted, Draws, Sampling, sample
from tests.domain.builders import Instance, instance_of, shipped_catalogue

MEDIA = ("linkedin_posts", "articles", "newsletter")
NETWORK = ("linkedin_dialogue", "local_events", "referral_circle")
BUSINESS = Business(
    kind="b2b_services",
    goals=("leads", "referrals", "awareness"),
    hours_per_week=9.0,
    platforms=frozenset({"linkedin"}),
    patience="quarter",
)
HOURS = 1.5
"""What each of the six activities gets in an ordinary week of the log, give or take a third."""
UNEVEN = 0.3
