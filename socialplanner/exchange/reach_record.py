"""The ways into the target band as one record, for other programs: full precision."""

import json
from typing import assert_never

from socialplanner.domain.answers import plain_answer
from socialplanner.domain.profile import plain_choices
from socialplanner.domain.reverse_change import (
    AdMoney,
    Change,
    ChoiceLifted,
    KindHours,
    PersonTalks,
)
from socialplanner.domain.reverse_plan import Miss, Proposal, ReversePlan
from socialplanner.exchange.standing_record import Record


def reach_text(found: ReversePlan) -> str:
    """Return the search as JSON text, ending with a line break."""
    record = reach_record(found)
    return json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def reach_record(found: ReversePlan) -> Record:
    """Return what was searched for and found by name; docs/command-line.md lists the paths."""
    target, week = found.said.target, found.week
    return {
        "state": found.state,
        "limits": {"extra_hours": found.limits.extra_hours, "money": found.limits.money},
        "target": {"low": target.low, "high": target.high},
        "now": None
        if week is None
        else {"hours": dict(week.hours), "network_share": week.network_share},
        "ways": [_way(each, found) for each in found.proposals],
        "miss": None if found.miss is None else _miss(found.miss, found),
    }


def _way(each: Proposal, found: ReversePlan) -> Record:
    answers = {k: v for k, v in each.answers.items() if found.said.answers.get(k) != v}
    return {
        "changes": [_change(change) for change in each.changes],
        "hours": dict(each.week.hours),
        "extra_hours": each.extra_hours,
        "extra_money": each.extra_money,
        "network_share": each.network_share,
        "relative_value": each.relative_value,
        "instead": list(each.instead),
        "answers": {key: plain_answer(value) for key, value in answers.items()},
        "choices": plain_choices(each.choices),
    }


def _miss(miss: Miss, found: ReversePlan) -> Record:
    return {
        "reason": miss.reason,
        "distance": miss.distance,
        "needed_hours": miss.needed_hours,
        "nearest": None if miss.nearest is None else _way(miss.nearest, found),
    }


def _change(change: Change) -> Record:
    match change:
        case KindHours():
            return {"change": "hours", "question_id": change.kind, "hours": change.hours}
        case PersonTalks():
            return {"change": "talks", "row": change.row, "name": change.name}
        case ChoiceLifted():
            what = {"activity_id": change.activity_id, "rule": change.rule}
            return {"change": "lifted", **what}
        case AdMoney():
            return {"change": "money", "amount": change.amount}
        case never:
            assert_never(never)
