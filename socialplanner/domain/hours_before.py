"""What was done before the log began: hours answered by kind of work, spread over activities."""

from collections.abc import Mapping, Sequence

from socialplanner.domain.activity import Activity

LEAST = 1e-6
"""Planned hours below which nothing of a kind is planned."""


def hours_before(
    activities: Sequence[Activity], answered: Mapping[str, float], planned: Mapping[str, float]
) -> dict[str, float]:
    """Return weekly hours by activity that fit hours by kind of work (ids of hours questions).

    The hours of a kind go to the activities of the plan that consist of such work, in proportion
    to the planned hours of it; where the plan has none, to the one activity that has most of it.
    Our assumption: who plans an activity was more likely to do it before than another one.
    """
    found: dict[str, float] = {}
    for kind, hours in answered.items():
        if hours <= 0:
            continue
        shares = {a.id: planned.get(a.id, 0.0) * a.hours_rows.get(kind, 0.0) for a in activities}
        whole = sum(shares.values())
        if whole < LEAST:
            most = max(activities, key=lambda a: a.hours_rows.get(kind, 0.0), default=None)
            if most is None or not most.hours_rows.get(kind):
                continue
            shares, whole = {most.id: 1.0}, 1.0
        for key, share in shares.items():
            if share:
                found[key] = found.get(key, 0.0) + hours * share / whole
    return found
