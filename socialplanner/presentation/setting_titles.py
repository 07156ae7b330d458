"""What the settings of a profile are about, in words."""

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PlanPart, part_title
from socialplanner.presentation.plan_settings import (
    DAYS_KEPT,
    LEFT_OUT_KEPT,
    NOTE_KEPT,
    PARTS_KEPT,
    START_KEPT,
    WITHOUT_KEPT,
)


def setting_title(name: str) -> str:
    """Return what a setting of a profile is about; one that only another version knows is one."""
    parts = {part.value for part in PlanPart}
    if name.startswith(NOTE_KEPT) and name.removeprefix(NOTE_KEPT) in parts:
        part = part_title(PlanPart(name.removeprefix(NOTE_KEPT)))
        return _("Report: note on “{part}”").format(part=part)
    return {
        PARTS_KEPT: _("Report: its parts"),
        LEFT_OUT_KEPT: _("Report: its parts"),
        WITHOUT_KEPT: _("Report: what it goes without"),
        "report.paper": _("Report: paper"),
        "report.cover": _("Report: cover"),
        "report.verbosity": _("Report: length"),
        "report.contents": _("Report: contents page"),
        "report.tagged": _("Report: readable by screen readers"),
        "report.opening": _("Report: words before the plan"),
        "report.closing": _("Report: words after the plan"),
        "report.alias": _("Report: name instead"),
        DAYS_KEPT: _("Report: days of the week"),
        START_KEPT: _("Report: time of the day"),
        "review.forecasts": _("Review: forecasts"),
        "review.followed": _("Review: hours taken over"),
        "review.tests": _("Review: on/off tests"),
        "review.done": _("Review: rules marked as done"),
        "primary_outcome": _("Review: what is counted"),
        "brand.sender": _("Report: prepared by"),
        "brand.recipient": _("Report: prepared for"),
        "brand.footer": _("Report: words at the foot"),
        "brand.mark": _("Report: confidentiality mark"),
    }.get(name, _("A setting"))
