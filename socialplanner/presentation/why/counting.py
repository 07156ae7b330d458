"""Why a figure is counted, and why a decision hangs on that number."""

from socialplanner.domain.decision import DecisionRule
from socialplanner.domain.measurement import KpiChoice
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.measuring import NOT_AIMED_AT, ROLES
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    FigureRow,
    assumed,
    figure_table,
    fine,
    worked_out,
    yours,
)


def kpi_reason(source: Source, choice: KpiChoice) -> Reason:
    """Return why this is counted for an aim, and what its first figure is compared with."""
    kpi = source.catalogue.kpis[choice.kpi_id]
    rows: list[FigureRow] = [
        *_hours_rows(source, choice),
        (_("Weeks until it can show"), fine(kpi.lag_weeks), assumed()),
        (_("Effort to count, 1 easy to 5 hard"), f"{kpi.difficulty}", assumed()),
        (_("First figure, to compare with"), _("your first count"), yours()),
    ]
    pitfall = () if kpi.pitfall == "-" else (formats.sentence_case(kpi.pitfall),)
    chosen = _("Chosen because most planned hours stand behind it, easy ones before hard ones.")
    return Reason(
        title=_("Why count {name}?").format(name=formats.in_sentence(kpi.name)),
        value=_("{role} for: {goal}").format(
            role=formats.sentence_case(ROLES[choice.role]),
            goal=formats.in_sentence(names.goal_name(source.catalogue, choice.goal)),
        ),
        formula=wording.formula(kpi),
        figures=figure_table(rows),
        question_ids=("business.goals",),
        notes=(
            chosen if choice.activity_ids else NOT_AIMED_AT,
            _("There is no figure from before: the first count is what later ones are held to."),
            *pitfall,
        ),
    )


def _hours_rows(source: Source, choice: KpiChoice) -> list[FigureRow]:
    hours = source.assessment.plan.hours
    return [
        (
            _("Hours a week behind it: {activity}").format(activity=source.short(each)),
            formats.half_hours(hours[each]),
            worked_out(),
        )
        for each in choice.activity_ids
    ]


def rule_reason(source: Source, rule: DecisionRule) -> Reason:
    """Return whose number a decision hangs on, and which hours would move."""
    rows: list[FigureRow] = []
    if rule.threshold is not None:
        rows.append((_("The number"), fine(rule.threshold), wording.decision_basis(rule)))
    if rule.hours:
        rows.append((_("Hours that would move"), formats.half_hours(rule.hours), worked_out()))
    kpi = source.catalogue.kpis.get(rule.kpi_id)
    counted = "" if kpi is None else f"{kpi.name}: {wording.formula(kpi)}"
    return Reason(
        title=_("Why this rule on {day}?").format(day=formats.day(rule.by)),
        value=wording.decision_sentence(source.catalogue, rule),
        formula=counted,
        figures=figure_table(rows),
        question_ids=(),
        notes=(
            _("The number is: {basis}.").format(basis=wording.decision_basis(rule)),
            _("Hours move only as far as the limits of the plan and its target allow."),
        ),
    )
