"""Your mix: now by hours, now by answers, the target and why, and the plan."""

from dataclasses import dataclass

from socialplanner.domain.target import TargetTerm, TermKind
from socialplanner.presentation import formats, names
from socialplanner.presentation.scenes import MixRow, TargetBand, TermBar, TermEnd
from socialplanner.presentation.summary.fit import Fit, fit_of, plan_fit, target_text
from socialplanner.presentation.summary.parts import Source

SLIGHT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """The section on the mix of the two modes."""

    headline: str
    lead: str
    rows: tuple[MixRow, ...]
    band: TargetBand
    start: TermEnd
    terms: tuple[TermBar, ...]
    end: TermEnd
    say_do: str
    why: str
    price: str
    flat: str


def mix(source: Source) -> Mix:
    """Return the section on the mix."""
    return Mix(
        headline=_headline(source),
        lead=_lead(source),
        rows=_rows(source),
        band=target_band(source),
        start=TermEnd(label="An even split", share=50, text="50%"),
        terms=tuple(_term(source, term) for term in source.assessment.target.terms if _shown(term)),
        end=TermEnd(
            label="Your target for networking",
            share=100 * source.assessment.target.network_share,
            text=formats.percent(source.assessment.target.network_share).removeprefix("about "),
        ),
        say_do=_say_do(source),
        why=(
            "We start at half and half, because the evidence we found favours neither mode, and "
            "let your answers move it: to the right for more networking. The sizes are our "
            "assumption, rounded here; each is listed at the end and can be argued with."
        ),
        price=_price(source),
        flat=flat_sentence(source),
    )


def target_band(source: Source) -> TargetBand:
    """Return the band of the target in percent, with its words."""
    target = source.assessment.target
    return TargetBand(
        low=100 * target.low,
        high=100 * target.high,
        centre=100 * target.network_share,
        text=f"target {target_text(source)}",
    )


def flat_sentence(source: Source) -> str:
    """Return how little the exact split matters in the model, and where the plan lies."""
    plan = source.assessment.plan
    share = formats.percent(plan.network_share)
    flat = formats.percent_range(plan.flat_low, plan.flat_high)
    if " to " not in flat:
        best = f"Left free, our model would choose {flat} networking"
        if flat == share:
            return f"{best}, which is what the plan has."
        return f"{best}; the plan has {share}, for the sake of the target."
    free = f"Left free, our model would lose less than 1% anywhere from {flat} networking"
    if plan.flat_low <= plan.network_share <= plan.flat_high:
        return f"{free}. The plan lies there, at {share}: the exact share matters little."
    return f"{free}. The plan lies outside, at {share}, for the sake of the target."


def _headline(source: Source) -> str:
    now, band = source.assessment.present.hours_network_share, target_text(source)
    if now is None:
        return f"Your aims call for {band} of your hours with people"
    if fit_of(source, now) is Fit.INSIDE:
        return f"Your hours are already split as your aims call for: {band} with people"
    return f"Networking gets {formats.percent(now)} of your hours; your aims call for {band}"


def _lead(source: Source) -> str:
    plan, band = source.assessment.plan, target_text(source)
    share, hours = formats.percent(plan.network_share), formats.hours_in_words(plan.hours_per_week)
    first = f"The plan gives networking {share} of {hours} a week"
    if plan_fit(source) is Fit.INSIDE:
        return f"{first}, which fits the target of {band}."
    return (
        f"{first}. That is as near to the target of {band} as your hours, people, platforms and "
        "choices allow."
    )


def _rows(source: Source) -> tuple[MixRow, ...]:
    present, plan = source.assessment.present, source.assessment.plan
    z = source.catalogue.parameters.scoring.band_z
    practice = present.practice
    return (
        _row(
            "Now, by your hours",
            present.hours_network_share,
            0.0,
            "no hours yet" if present.hours else "not enough answers yet",
        ),
        _row(
            "Now, by your answers",
            practice.value,
            z * (practice.standard_error or 0.0),
            _missing_practice(source),
        ),
        _row("The plan", plan.network_share, 0.0),
    )


def _row(label: str, share: float | None, error: float, missing: str = "") -> MixRow:
    if share is None:
        return MixRow(label=label, share=None, note=missing)
    if error:
        note = formats.percent_range(max(0.0, share - error), min(1.0, share + error))
    else:
        note = formats.percent(share)
    return MixRow(label=label, share=100 * share, error=100 * error, note=note)


def _missing_practice(source: Source) -> str:
    """Return why there is no mix by answers: open scores, or too little of both modes."""
    overall = source.assessment.scores.overall.values()
    is_open = any(score.value is None for score in overall)
    return "not enough answers yet" if is_open else "too little of both to compare"


def _shown(term: TargetTerm) -> bool:
    return term.kind is not TermKind.LIMITS or abs(term.points) >= SLIGHT


def _term(source: Source, term: TargetTerm) -> TermBar:
    return TermBar(
        label=_term_label(source, term),
        points=term.points,
        text=formats.signed_points(term.points),
    )


def _term_label(source: Source, term: TargetTerm) -> str:
    business, catalogue = source.assessment.business, source.catalogue
    said = {
        TermKind.GOALS: names.goal_name(catalogue, business.goals[0]),
        TermKind.KIND: names.option_text(catalogue, "business.kind", business.kind),
        TermKind.MARGIN: _margin(source),
        TermKind.AUDIENCE: _choice(source, "audience", business.audience),
        TermKind.CYCLE: _choice(source, "sales_cycle", business.sales_cycle),
        TermKind.STAGE: _choice(source, "stage", business.stage),
        TermKind.LIMITS: "neither mode below "
        + formats.percent(catalogue.parameters.target.share_floor).removeprefix("about "),
    }
    heads = {
        TermKind.GOALS: "Your aim" if len(business.goals) == 1 else "Your aims, above all",
        TermKind.KIND: "Kind of business",
        TermKind.MARGIN: "Margin of a sale",
        TermKind.AUDIENCE: "Possible buyers",
        TermKind.CYCLE: "Time to an order",
        TermKind.STAGE: "Stage",
        TermKind.LIMITS: "Limit",
    }
    return f"{heads[term.kind]}: {said[term.kind]}"


def _margin(source: Source) -> str:
    margin = source.assessment.business.margin_per_sale
    return "not given, counts as 0" if margin is None else formats.money(margin, source.currency)


def _choice(source: Source, name: str, value: str | None) -> str:
    if value is None:
        return "not given, counts as 0"
    return names.option_text(source.catalogue, f"business.{name}", value)


def _say_do(source: Source) -> str:
    present = source.assessment.present
    if present.say_do_gap is None:
        return (
            "Your answers cannot be compared with your hours yet: that takes an overall score in "
            "both modes, and the hours you spend now."
        )
    hours = formats.percent(present.hours_network_share or 0.0)
    practice = formats.percent(present.practice.value or 0.0)
    said = f"By your answers networking has {practice}, by your hours {hours}."
    if practice == hours:
        return f"{said} The two agree."
    if not present.is_gap_flagged:
        return f"{said} The difference is no larger than such answers can explain."
    more = "practise more networking" if present.say_do_gap > 0 else "spend more hours networking"
    less = "your hours show" if present.say_do_gap > 0 else "your answers show"
    return f"{said} That is more than such answers can explain: you {more} than {less}. Check both."


def _price(source: Source) -> str:
    price = source.assessment.plan.price
    if source.assessment.choices.keeps_earlier:
        return (
            "These are the hours you took over at a review, for what your own counts said. Our "
            "guess from before you counted would split them otherwise."
        )
    what = "Keeping to the target" if plan_fit(source) is Fit.INSIDE else "Keeping near the target"
    if 100 * price < SLIGHT:
        return f"{what} costs next to nothing in our model."
    whole = max(1, round(100 * price))
    amount = f"about {whole}%" if whole < formats.FIVE else formats.percent(price)
    return (
        f"{what} costs {amount} of what a plan without it would be worth in our model. We accept "
        "that: a plan that left the target behind would contradict your own answers."
    )
