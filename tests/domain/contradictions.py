"""Answers that contradict each other in one thing, and the samples, which do not."""

from collections.abc import Mapping
from functools import cache

from socialplanner import paths
from socialplanner.domain.answers import Answer, Answers, TableRow
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.contradiction import Contradiction
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue


@cache
def catalogue() -> Catalogue:
    return load_catalogue(paths.catalogue_dir())


@cache
def sample(name: str) -> Answers:
    return read_answers_file(catalogue(), paths.samples_dir() / f"{name}.toml").answers


def person(hours: float, strength: str) -> TableRow:
    return {"name": "A", "hours": hours, "strength": strength}


def source(name: str, count: float) -> TableRow:
    return {"source": name, "count": count}


NO_TALKS: Mapping[str, Answer] = {
    f"hours.{row}": 0.0 for row in ("replying", "joining", "meeting", "following_up")
}
NOTHING_MADE: Mapping[str, Answer] = {"hours.making": 0.0, "hours.publishing": 0.0}

CASES: Mapping[Contradiction, Mapping[str, Answer]] = {
    Contradiction.TALKING_AIM_NO_HOURS: {"business.goals": ("sales", "referrals"), **NO_TALKS},
    Contradiction.TALKING_AIM_NOBODY: {
        "business.goals": ("relationships",),
        "business.people": (person(2.0, "making"),),
    },
    Contradiction.PEOPLE_HOURS: {
        "business.hours_per_week": 10.0,
        "business.people": (person(4.0, "both"),),
    },
    Contradiction.HOURS_NOW: {"business.hours_per_week": 3.0, "hours.making": 12.0},
    Contradiction.RHYTHM_NO_HOURS: {"style.publishing_rhythm": 4.0, **NOTHING_MADE},
    Contradiction.HOURS_NO_RHYTHM: {
        "style.publishing_rhythm": 0.0,
        "hours.making": 3.0,
        "hours.publishing": 1.0,
    },
    Contradiction.REPLIES_NO_HOURS: {"style.replying": 4.0, "hours.replying": 0.0},
    Contradiction.JOINING_NO_HOURS: {
        "style.joining_in": 3.0,
        "hours.joining": 0.0,
        "hours.meeting": 0.0,
    },
    Contradiction.FOLLOW_UP_NO_HOURS: {"effort.follow_up": 3.0, "hours.following_up": 0.0},
    Contradiction.RESULTS_NO_HOURS: {"roi.acting_on_results": 4.0, "hours.reporting": 0.0},
    Contradiction.PERSONAL_WORDS_NO_HOURS: {
        "style.personal_address": 4.0,
        "hours.making": 8.0,
        "hours.publishing": 2.0,
        "hours.replying": 0.5,
        "hours.joining": 0.0,
    },
    Contradiction.PERSONAL_HOURS_NO_WORDS: {
        "style.personal_address": 0.0,
        "hours.making": 1.0,
        "hours.publishing": 0.0,
        "hours.replying": 2.0,
        "hours.joining": 1.0,
    },
    Contradiction.ADS_NO_MONEY: {"hours.advertising": 2.0, "business.ad_budget_per_week": 0.0},
    Contradiction.TOOL_NOT_NAMED: {"effort.scheduling_tool": 4.0, "business.tools": ("none",)},
    Contradiction.REPEAT_NO_ORDERS: {
        "business.repeat_buyers": "5_6",
        "business.orders_per_year": 0.0,
    },
    Contradiction.PATIENCE_SHORT: {
        "business.patience": "month",
        "business.sales_cycle": "longer",
    },
    Contradiction.TOO_MANY_ENQUIRIES: {
        "business.last_ten_enquiries": (
            source("A", 7.0),
            source("B", 4.0),
        ),
    },
}
