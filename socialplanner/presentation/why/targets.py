"""Why the target mix lies where it lies: the sum of its terms, and each term by itself."""

from socialplanner.domain.target import CANCELLED, TargetTerm, TermKind
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.fit import target_text
from socialplanner.presentation.summary.mixture import SLIGHT
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    FigureRow,
    assumed,
    assumption_rows,
    figure_table,
    fine,
    share,
    worked_out,
    yours,
)

QUESTIONS = {
    TermKind.GOALS: ("business.goals",),
    TermKind.KIND: ("business.kind",),
    TermKind.MARGIN: ("business.order_value", "business.margin_percent"),
    TermKind.AUDIENCE: ("business.audience",),
    TermKind.CYCLE: ("business.sales_cycle",),
    TermKind.STAGE: ("business.stage",),
    TermKind.LIMITS: (),
}


def term_name(kind: TermKind) -> str:
    """Return what a term is about."""
    return {
        TermKind.GOALS: _("Your aims"),
        TermKind.KIND: _("Kind of business"),
        TermKind.MARGIN: _("Margin of a sale"),
        TermKind.AUDIENCE: _("Possible buyers"),
        TermKind.CYCLE: _("Time to an order"),
        TermKind.STAGE: _("Stage"),
        TermKind.LIMITS: _("Limits"),
    }[kind]


def shown_terms(source: Source) -> tuple[TargetTerm, ...]:
    """Return the terms that the summary names, in its order."""
    terms = source.assessment.target.terms
    return tuple(t for t in terms if t.kind is not TermKind.LIMITS or abs(t.points) >= SLIGHT)


def target_reason(source: Source) -> Reason:
    """Return why the target is what it is: ``s = 1 ÷ (1 + e^−x)``, x the sum of the terms."""
    target, parameters = source.assessment.target, source.catalogue.parameters.target
    eta = sum(term.logit for term in target.terms)
    parts = [term for term in target.terms if term.kind is not TermKind.LIMITS]
    rows: list[FigureRow] = [
        *((term_name(part.kind), _signed(part.logit), _whose(part)) for part in parts),
        ("x", _signed(eta), worked_out()),
        (_("Half of the band"), share((target.high - target.low) / 2), assumed()),
    ]
    words = _("Target = 1 ÷ (1 + e⁻ˣ), not below {floor} nor above {ceiling}").format(
        floor=share(parameters.share_floor), ceiling=share(parameters.share_ceiling)
    )
    return Reason(
        title=_("Why this target?"),
        value=target_text(source),
        formula=f"{words}\nx = {_signed(eta)}: {share(target.network_share)}",
        figures=figure_table(rows),
        question_ids=tuple(key for keys in QUESTIONS.values() for key in keys),
        notes=(
            _("Each term is your answer times a size that is our assumption, cut to {cut}.").format(
                cut=share(parameters.shrinkage)
            ),
            _("It starts at half and half, because the evidence we found favours neither mode."),
        ),
    )


def term_reason(source: Source, term: TargetTerm) -> Reason:
    """Return why one term moves the target as far as it does."""
    points = formats.signed_points(term.points)
    return Reason(
        title=_("Why {points} points for {term}?").format(
            points=points, term=formats.in_sentence(term_name(term.kind))
        ),
        value=_("{points} points").format(points=points),
        formula=_term_formula(source, term),
        figures=figure_table((*_term_rows(source, term), *_points_rows(source, term))),
        question_ids=QUESTIONS[term.kind],
        notes=_term_notes(term),
    )


def _term_notes(term: TargetTerm) -> tuple[str, ...]:
    if term.is_missing:
        return (_("The answer is missing, so this counts as 0."),)
    return (_("Points are shared out in proportion to the parts of x, so that they add up."),)


def _term_formula(source: Source, term: TargetTerm) -> str:
    parameters = source.catalogue.parameters.target
    cut = fine(parameters.shrinkage)
    if term.kind is TermKind.LIMITS:
        return _("What the limits of the target cut off or add")
    if term.kind is TermKind.GOALS:
        part = affinity(source)
        words = _("Part of x = {cut} × {weight} × ln(a ÷ (1 − a)), a the sum of weight × leaning")
        head = words.format(cut=cut, weight=fine(parameters.goal_weight))
        return f"{head}\na = {fine(part)}: {_signed(term.logit)}"
    if term.kind is TermKind.MARGIN:
        words = _("Part of x = {cut} × {weight} × log₁₀(margin ÷ {reference}), within its limits")
        head = words.format(
            cut=cut,
            weight=fine(parameters.margin_weight),
            reference=fine(parameters.margin_reference),
        )
        return f"{head}\n= {_signed(term.logit)}"
    words = _("Part of x = {cut} × the size of your answer").format(cut=cut)
    return (
        f"{words}\n= {cut} × {_signed(term.logit / parameters.shrinkage)} = {_signed(term.logit)}"
    )


def affinity(source: Source) -> float:
    """Return how the ranked aims lean, 0 all media to 1 all networking."""
    leanings = source.catalogue.parameters.target.goal_affinity
    weights = source.assessment.target.goal_weights
    return sum(weight * leanings[goal] for goal, weight in weights.items())


def _term_rows(source: Source, term: TargetTerm) -> list[FigureRow]:
    business = source.assessment.business
    if term.kind is TermKind.GOALS:
        return _goal_rows(source)
    if term.kind is TermKind.MARGIN:
        margin = business.margin_per_sale
        said = _("not given") if margin is None else formats.money(margin, source.currency)
        sizes = ("margin_weight", "margin_reference", "margin_floor", "margin_ceiling")
        numbers = assumption_rows(source, [f"target.{each}" for each in sizes])
        return [(_("Margin of a sale"), said, yours()), *numbers]
    ids = {
        TermKind.KIND: f"target.kind_offset.{business.kind}",
        TermKind.AUDIENCE: f"target.audience_offset.{business.audience}",
        TermKind.CYCLE: "target.long_cycle_offset",
        TermKind.STAGE: "target.new_firm_offset",
    }
    if term.kind is TermKind.LIMITS:
        return assumption_rows(source, ("target.share_floor", "target.share_ceiling"))
    return [_said_row(source, term), *assumption_rows(source, (ids[term.kind],))]


def _said_row(source: Source, term: TargetTerm) -> FigureRow:
    key = QUESTIONS[term.kind][0]
    question = source.catalogue.questionnaire.by_id[key]
    answer = names.answer_text(question, source.assessment.answers.get(key), source.currency)
    return f"{names.question_short(source.catalogue, key)}: {answer}", "", yours()


def _goal_rows(source: Source) -> list[FigureRow]:
    leanings = source.catalogue.parameters.target.goal_affinity
    weights = source.assessment.target.goal_weights
    ranked = source.assessment.business.goals
    others = sum(weight for goal, weight in weights.items() if goal not in ranked)
    rows = [
        (
            names.goal_name(source.catalogue, goal),
            f"{share(weights[goal])} × {fine(leanings[goal])}",
            _("your ranking × our assumption"),
        )
        for goal in ranked
    ]
    if others:
        rows.append((_("All other aims together"), share(others), assumed()))
    return rows


def _points_rows(source: Source, term: TargetTerm) -> list[FigureRow]:
    if term.kind is TermKind.LIMITS:
        return []
    return [
        (_("Part of x"), _signed(term.logit), worked_out()),
        (_("Points for each 1 of x"), fine(slope(source)), worked_out()),
    ]


def slope(source: Source) -> float:
    """Return how many points of the target go with 1 of x, along the whole way."""
    eta = sum(term.logit for term in source.assessment.target.terms)
    if abs(eta) <= CANCELLED:
        return 25.0
    moved = sum(t.points for t in source.assessment.target.terms if t.kind is not TermKind.LIMITS)
    return moved / eta


def _whose(term: TargetTerm) -> str:
    return _("not given") if term.is_missing else _("your answer × our assumption")


def _signed(amount: float) -> str:
    text = fine(abs(amount))
    if text == "0":
        return "0"
    return f"+{text}" if amount > 0 else f"\u2212{text}"
