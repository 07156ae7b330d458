"""The curve of each activity in the week, with the hours now and those supposed."""

from socialplanner.domain.activity_value import ActivityValue, activity_value
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.what_if import WhatIf, setting_for
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes.curves import ActivityCurve, CurveMark
from socialplanner.presentation.summary.parts import COLOURS


def curves_of(
    catalogue: Catalogue, now: WhatIf, supposed: WhatIf | None
) -> tuple[ActivityCurve, ...]:
    """Return the curves of the activities that either week has, of the week looked at."""
    shown = now if supposed is None else supposed
    setting = setting_for(catalogue, shown.said)
    offered = {activity.id for activity in setting.activities}
    weeks = [now.week] if supposed is None else [now.week, supposed.week]
    ids = dict.fromkeys(key for week in weeks for key in week.hours)
    return tuple(
        _curve(catalogue, activity_value(setting, key), now, supposed)
        for key in ids
        if key in offered
    )


def _curve(
    catalogue: Catalogue, apart: ActivityValue, now: WhatIf, supposed: WhatIf | None
) -> ActivityCurve:
    activity, grid = apart.activity, apart.grid
    shown = now if supposed is None else supposed
    hours = shown.week.hours.get(activity.id, 0.0)
    steps = range(round(activity.max_hours / grid) + 1)
    gain = apart.next_gain(hours) if hours else 0.0
    before = now.week.hours.get(activity.id, 0.0)
    return ActivityCurve(
        label=names.activity_short(catalogue, activity.id),
        colour=COLOURS[activity.mode],
        points=tuple((step * grid, apart.value(step * grid)) for step in steps),
        now=_mark(apart, before),
        supposed=None if supposed is None else _mark(apart, hours),
        gain=gain,
        gain_text=_gain_text(apart, hours, gain),
    )


def _mark(apart: ActivityValue, hours: float) -> CurveMark | None:
    if not hours:
        return None
    return CurveMark(hours=hours, value=apart.value(hours), text=formats.hours(hours))


def _gain_text(apart: ActivityValue, hours: float, gain: float) -> str:
    """Return what the next half-hour adds, as a part of what the hours are worth now."""
    if not hours:
        return ""
    if not gain:
        return _("full")
    share = gain / apart.value(hours) if apart.value(hours) else 1.0
    if share >= 1:
        return _("doubles")
    return f"+{max(1, round(100 * share))}%"
