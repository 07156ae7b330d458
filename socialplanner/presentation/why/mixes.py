"""Why a mix by hours, by answers or in the plan is what it is, and why they differ."""

from socialplanner.domain.ids import Mode
from socialplanner.domain.mix import hours_questions
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.fit import target_text
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    NONE,
    FigureRow,
    assumed,
    exact,
    figure_table,
    fine,
    share,
    worked_out,
    yours,
)


def hours_reason(source: Source) -> Reason:
    """Return why the mix by hours is what it is: ``H_N ÷ (H_M + H_N)``."""
    present = source.assessment.present
    asked = hours_questions(source.catalogue.questionnaire)
    rows: list[FigureRow] = []
    sums = dict.fromkeys(Mode, 0.0)
    for question in asked:
        spent = (present.hours or {}).get(question.id)
        name = names.question_short(source.catalogue, question.id)
        rows.append((name, NONE if spent is None else formats.number(spent), yours()))
        if question.mode is not None:
            sums[question.mode] += spent or 0.0
    words = _("Share of networking = hours with people ÷ all hours")
    part = present.hours_network_share
    if part is not None:
        whole = formats.number(sum(sums.values()))
        words += f"\n= {formats.number(sums[Mode.NETWORK])} ÷ {whole} = {share(part)}"
    return Reason(
        title=_("Why this mix by your hours?"),
        value=_("not known yet") if part is None else formats.percent(part),
        formula=words,
        figures=figure_table((*rows, *_sum_rows(source, sums))),
        question_ids=tuple(question.id for question in asked),
        notes=(_("Rows left open count as no hours as soon as one row is answered."),),
    )


def _sum_rows(source: Source, sums: dict[Mode, float]) -> list[FigureRow]:
    return [
        (
            _("All of {mode}").format(mode=source.mode(mode)),
            formats.number(sums[mode]),
            worked_out(),
        )
        for mode in Mode
    ]


def answers_reason(source: Source) -> Reason:
    """Return why the mix by answers is what it is: ``S_N ÷ (S_M + S_N)``."""
    practice, rows = source.assessment.present.practice, _overall_rows(source)
    least = source.catalogue.parameters.scoring.min_mix_points
    words = _("Share of networking = its overall score ÷ both overall scores")
    if practice.value is not None:
        media, network = (row[1] for row in rows)
        words += f"\n= {network} ÷ ({media} + {network}) = {share(practice.value)}"
    error = practice.standard_error
    if error is not None:
        rows.append((_("Standard error"), share(error), assumed()))
    asked = [q.id for q in source.catalogue.questionnaire if q.is_scored]
    return Reason(
        title=_("Why this mix by your answers?"),
        value=_("not known yet") if practice.value is None else formats.percent(practice.value),
        formula=words,
        figures=figure_table(rows),
        question_ids=tuple(asked),
        notes=(
            _("Below {least} points in both together there is too little to compare.").format(
                least=exact(least)
            ),
        ),
    )


def _overall_rows(source: Source) -> list[FigureRow]:
    scores = source.assessment.scores.overall
    return [
        (
            _("Overall score, {mode}").format(mode=source.mode(mode)),
            NONE if (value := scores[mode].value) is None else exact(value),
            worked_out(),
        )
        for mode in Mode
    ]


def plan_reason(source: Source) -> Reason:
    """Return why the plan has its share of networking: the hours of its activities."""
    plan = source.assessment.plan
    rows = [
        (
            f"{source.short(each.id)} ({source.mode(each.mode)})",
            f"{formats.half_hours(each.hours)}{formats.SPACE}h",
            worked_out(),
        )
        for each in plan.activities
    ]
    network, whole = plan.hours_of(Mode.NETWORK), plan.hours_per_week
    words = _("Share of networking = planned hours with people ÷ all planned hours")
    sums = f"{formats.half_hours(network)} ÷ {formats.half_hours(whole)}"
    return Reason(
        title=_("Why this mix in the plan?"),
        value=formats.percent(plan.network_share),
        formula=f"{words}\n= {sums} = {share(plan.network_share)}",
        figures=figure_table(rows),
        question_ids=("business.hours_per_week", "business.people", "business.platforms"),
        notes=(
            _("The plan is held to the target of {band} as far as your choices allow.").format(
                band=target_text(source)
            ),
        ),
    )


def gap_reason(source: Source) -> Reason:
    """Return why answers and hours are said to agree or to differ."""
    present, scoring = source.assessment.present, source.catalogue.parameters.scoring
    error = present.practice.standard_error
    allowed = None if error is None else scoring.gap_flag + scoring.band_z * error
    gap = present.say_do_gap
    rows = [
        (_("Share of networking by your answers"), share(present.practice.value), worked_out()),
        (_("Share of networking by your hours"), share(present.hours_network_share), yours()),
        (_("Difference"), NONE if gap is None else f"{exact(abs(100 * gap))}%", worked_out()),
        (_("Let pass in any case"), share(scoring.gap_flag), assumed()),
        (
            _("Let pass for the range of the answers"),
            NONE if error is None else share(scoring.band_z * error),
            assumed(),
        ),
        (_("Let pass together"), share(allowed), assumed()),
    ]
    return Reason(
        title=_("Why do answers and hours agree or differ?"),
        value=_("not known yet") if gap is None else _said_gap(present.is_gap_flagged),
        formula=_(
            "A difference is mentioned when it is larger than {flag} and {z} standard errors "
            "together."
        ).format(flag=share(scoring.gap_flag), z=fine(scoring.band_z)),
        figures=figure_table(rows),
        question_ids=tuple(q.id for q in hours_questions(source.catalogue.questionnaire)),
    )


def _said_gap(is_flagged: bool) -> str:  # noqa: FBT001 - one yes or no
    return _("more than such answers can explain") if is_flagged else _("no more than usual")
