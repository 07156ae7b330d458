"""Hours of a plan by activity, and how two of them differ."""

from collections.abc import Mapping

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import Solution


def hours_by_id(activities: tuple[Activity, ...], solution: Solution) -> dict[str, float]:
    """Return the hours of the first version by activity id, without those that get none."""
    pairs = zip(activities, solution.hours[0], strict=True)
    return {activity.id: float(hours) for activity, hours in pairs if hours > 0}


def changes(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """Return the difference in hours by activity, without those that stay as they are."""
    ids = [*before, *(key for key in after if key not in before)]
    moved = {key: after.get(key, 0.0) - before.get(key, 0.0) for key in ids}
    return {key: hours for key, hours in moved.items() if hours}
