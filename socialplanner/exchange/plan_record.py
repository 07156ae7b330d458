"""The plan of an ordinary week, and the hours it takes from and gives to, as records."""

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import HoursComparison
from socialplanner.domain.measurement import difficulty
from socialplanner.domain.plan import Alternative, Plan, PlannedActivity
from socialplanner.exchange.standing_record import Record


def plan_record(catalogue: Catalogue, plan: Plan) -> Record:
    """Return the hours of an ordinary week and everything said about them."""
    return {
        "hours_per_week": plan.hours_per_week,
        "hours_available": plan.hours_available,
        "network_share": plan.network_share,
        "network_share_low": plan.stability.network_share_low,
        "network_share_high": plan.stability.network_share_high,
        "value": plan.value,
        "free_value": plan.free_value,
        "price": plan.price,
        "activities": [_activity(catalogue, planned) for planned in plan.activities],
        "alternatives": [_alternative(catalogue, other) for other in plan.alternatives],
        "curve": [
            {"network_share": point.network_share, "relative_value": point.relative_value}
            for point in plan.curve
        ],
        "platforms": list(plan.platforms),
        "flat_low": plan.flat_low,
        "flat_high": plan.flat_high,
        "next_half_hour": {
            "gain": plan.next_half_hour.gain,
            "changes": dict(plan.next_half_hour.changes),
        },
    }


def _activity(catalogue: Catalogue, planned: PlannedActivity) -> Record:
    activity = catalogue.activity(planned.id)
    return {
        "id": planned.id,
        "name": activity.name,
        "mode": planned.mode,
        "hours": planned.hours,
        "marginal_value": planned.marginal_value,
        "chosen_share": planned.chosen_share,
        "label": planned.label,
        "is_pinned": planned.is_pinned,
        "measuring_difficulty": difficulty(activity),
        "basis": activity.basis,
    }


def _alternative(catalogue: Catalogue, other: Alternative) -> Record:
    return {
        "id": other.id,
        "name": catalogue.activity(other.id).name,
        "mode": other.mode,
        "chosen_share": other.chosen_share,
        "label": other.label,
    }


def hours_record(hours: HoursComparison) -> Record:
    """Return the hours rows now and planned, and what to stop or shrink."""
    return {
        "rows": [
            {
                "question_id": row.question_id,
                "mode": row.mode,
                "now": row.now,
                "plan": row.planned,
                "release": row.release,
            }
            for row in hours.rows
        ],
        "releases": [
            {
                "question_id": row.question_id,
                "hours": row.release,
                "is_stopped": row.is_stopped,
            }
            for row in hours.releases
        ],
        "to_find": hours.to_find,
    }
