"""Why an activity has the hours it has: the curve behind them, with this firm's figures."""

from socialplanner.domain.activity_value import ActivityValue, activity_value
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.what_if import WhatIf, setting_for
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.parts import TextTable
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import FigureRow, figure_table, fine, worked_out

HOURS_QUESTIONS = (
    "business.goals",
    "business.kind",
    "business.patience",
    "business.tools",
    "business.hours_per_week",
)


def hours_reason(catalogue: Catalogue, found: WhatIf, activity_id: str) -> Reason:
    """Return why an activity has the hours it has in a week."""
    setting = setting_for(catalogue, found.said)
    apart = activity_value(setting, activity_id)
    hours = found.week.hours.get(activity_id, 0.0)
    name = names.activity_short(catalogue, activity_id)
    return Reason(
        title=_("Why {hours} for “{name}”").format(hours=formats.hours(hours), name=name),
        value=_("{hours} a week").format(hours=formats.hours(hours)),
        formula=_(
            "value = P × D × e ÷ (1 + e ÷ k). The plan shares your hours out so that the values "
            "of all activities together are greatest, inside the target and the limits."
        ),
        figures=_hours_figures(catalogue, found, apart, hours),
        question_ids=_behind(found),
        notes=_hours_notes(catalogue, found, apart, hours),
    )


def _behind(found: WhatIf) -> tuple[str, ...]:
    """Return the answers behind the hours: the business first, then those with a gap."""
    return tuple(key for key in HOURS_QUESTIONS if key in found.said.answers)


def _hours_figures(
    catalogue: Catalogue, found: WhatIf, apart: ActivityValue, hours: float
) -> TextTable:
    rows = [
        *_productivity_rows(catalogue, found, apart),
        *_patience_rows(catalogue, found, apart),
        *_effort_rows(catalogue, apart, hours),
        (
            _("Value of these hours, in units of the model"),
            _value_sum(apart, hours),
            worked_out(),
        ),
        (
            _("What the next half-hour here would add"),
            fine(apart.next_gain(hours)),
            worked_out(),
        ),
    ]
    return figure_table(rows)


def _value_sum(apart: ActivityValue, hours: float) -> str:
    effective, half = fine(apart.effective(hours)), formats.number(apart.half_hours)
    factors = f"{fine(apart.productivity)} × {fine(apart.kept)} × {effective}"
    return f"{factors} ÷ (1 + {effective} ÷ {half}) = {fine(apart.value(hours))}"


def _productivity_rows(
    catalogue: Catalogue, found: WhatIf, apart: ActivityValue
) -> list[FigureRow]:
    parameters, activity = catalogue.parameters.allocation, apart.activity
    kind = names.option_text(catalogue, "business.kind", found.said.business.kind)
    scale = formats.number(parameters.goal_scale)
    return [
        (
            _("How far it serves your aims, as you ranked them"),
            fine(apart.match),
            _both(activity.origins["goals"]),
        ),
        (_("Fit to “{kind}”").format(kind=kind), fine(apart.fit), _origin(apart, "fits")),
        (
            _("What it does for your gaps"),
            fine(apart.lift),
            _both(activity.origins["dimensions"]),
        ),
        (
            _("P: the root of {scale} × aims × fit × gaps, the mean of all offered at 1").format(
                scale=scale
            ),
            _productivity_sum(apart, scale),
            worked_out(),
        ),
    ]


def _productivity_sum(apart: ActivityValue, scale: str) -> str:
    factors = (fine(apart.match), fine(apart.fit), fine(apart.lift))
    root = f"√({scale} × {' × '.join(factors)})"
    return f"{root} ÷ {fine(apart.mean)} = {fine(apart.productivity)}"


def _patience_rows(catalogue: Catalogue, found: WhatIf, apart: ActivityValue) -> list[FigureRow]:
    activity, patience = apart.activity, found.said.business.patience
    delta = catalogue.parameters.allocation.weekly_discount[patience]
    text = names.option_text(catalogue, "business.patience", patience)
    return [
        (
            _("Weeks until it begins to work"),
            formats.number(activity.delay_weeks),
            _origin(apart, "delay_weeks"),
        ),
        (
            _("Weeks until half of an effect is gone"),
            formats.number(activity.half_life_weeks),
            _origin(apart, "half_life_weeks"),
        ),
        (
            _("What an effect one week later counts, for “{patience}”").format(patience=text),
            formats.number(delta),
            _("your answer, and our assumption"),
        ),
        (
            _("D: what is kept of its value by your patience"),
            fine(apart.kept),
            worked_out(),
        ),
    ]


def _effort_rows(catalogue: Catalogue, apart: ActivityValue, hours: float) -> list[FigureRow]:
    activity, weeks = apart.activity, catalogue.parameters.allocation.setup_weeks
    saved = apart.saving
    share = f"{formats.number(100 * saved)}%"
    effective = (
        f"({formats.number(hours)} − {fine(apart.overhead)}) ÷ (1 − {formats.number(saved)})"
        f" = {fine(apart.effective(hours))}"
    )
    return [
        (
            _("Hours a week for upkeep, and {setup} h of set-up over {weeks} weeks").format(
                setup=formats.number(activity.setup_hours), weeks=formats.number(weeks)
            ),
            fine(apart.overhead),
            _origin(apart, "fixed_hours"),
        ),
        (
            _("Time saved by your tools")
            if activity.mode is Mode.MEDIA
            else _("Time saved by tools: none with people"),
            share,
            _both(activity.origins["auto_share"]),
        ),
        (_("e: hours that count"), effective, worked_out()),
        (
            _("k: hours at which half of the greatest effect is reached"),
            formats.number(activity.half_hours),
            _origin(apart, "half_hours"),
        ),
    ]


def _hours_notes(
    catalogue: Catalogue, found: WhatIf, apart: ActivityValue, hours: float
) -> tuple[str, ...]:
    """Return what else binds the hours: choices, rules, minimum and maximum."""
    activity, key = apart.activity, apart.activity.id
    notes = [
        _("It makes sense from {low} to {high} a week; less or more is never planned.").format(
            low=formats.hours(activity.min_hours), high=formats.hours(activity.max_hours)
        )
    ]
    if key in found.said.choices.pinned:
        notes.append(_("You keep it, so it is in the plan whatever its value."))
    kept = catalogue.parameters.allocation.hygiene_hours.get(key)
    if kept is not None:
        notes.append(
            _("Every plan of {hours} or more keeps {kept} for it.").format(
                hours=formats.hours_in_words(catalogue.parameters.allocation.hygiene_from_hours),
                kept=formats.hours_in_words(kept),
            )
        )
    if hours and hours + apart.grid > activity.max_hours:
        notes.append(_("It has all the hours it may have."))
    notes.append(_("The value compares activities inside our model and forecasts nothing."))
    if activity.evidence:
        notes.append(activity.basis)
    return tuple(notes)


def _origin(apart: ActivityValue, field: str) -> str:
    return wording.ORIGINS[apart.activity.origins[field]]


def _both(origin: str) -> str:
    """Return that a figure comes from answers and from the catalogue."""
    words = {str(key): text for key, text in wording.ORIGINS.items()}[str(origin)]
    return _("your answers, and {origin}").format(origin=words)
