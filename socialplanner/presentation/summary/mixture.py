"""Your mix: now by hours, now by answers, the target and why, and the plan."""

from dataclasses import dataclass

from socialplanner.domain.target import TargetTerm, TermKind
from socialplanner.presentation import formats, names
from socialplanner.presentation.scenes import MixRow, TargetBand, TermBar, TermEnd
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
            text=f"{formats.fives(100 * source.assessment.target.network_share)}%",
        ),
        say_do=_say_do(source),
        why=(
            "We start at half and half, because no study favours either mode, and let your answers "
            "move it: to the right for more networking. The sizes are our assumption; each is "
            "listed at the end and can be argued with."
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
        text=f"target {formats.percent_range(target.low, target.high)}",
    )


def flat_sentence(source: Source) -> str:
    """Return how little the exact split matters, in the model."""
    plan = source.assessment.plan
    if plan.flat_high - plan.flat_low < SLIGHT / 10:
        share = formats.percent(plan.flat_low)
        return f"In our model the best split without a target would be {share} networking."
    between = formats.percent_range(plan.flat_low, plan.flat_high)
    return (
        f"In our model any split with {between} networking costs less than 1% "
        "of what the best one is worth: the exact share matters little."
    )


def target_text(source: Source) -> str:
    """Return the target band as "60 to 80%"."""
    target = source.assessment.target
    return formats.percent_range(target.low, target.high)


def _headline(source: Source) -> str:
    target, now = source.assessment.target, source.assessment.present.hours_network_share
    band = target_text(source)
    if now is None:
        return f"Your aims call for {band} of your hours with people"
    if now < target.low:
        return f"Networking gets {formats.percent(now)} of your hours; your aims call for {band}"
    if now > target.high:
        return f"Networking takes {formats.percent(now)} of your hours; your aims call for {band}"
    return f"Your hours are already split as your aims call for: {band} with people"


def _lead(source: Source) -> str:
    plan = source.assessment.plan
    share = formats.percent(plan.network_share)
    inside = _is_inside(source)
    first = f"The plan gives networking {share} of {formats.hours(plan.hours_per_week)} a week"
    if inside:
        return f"{first}, inside the target band."
    return f"{first}, as near to the target band as your hours, people and platforms allow."


def _is_inside(source: Source) -> bool:
    target, share = source.assessment.target, source.assessment.plan.network_share
    return target.low - 1e-9 <= share <= target.high + 1e-9


def _rows(source: Source) -> tuple[MixRow, ...]:
    present, plan = source.assessment.present, source.assessment.plan
    z = source.catalogue.parameters.scoring.band_z
    practice = present.practice
    return (
        _row("Now, by your hours", present.hours_network_share, 0.0),
        _row("Now, by your answers", practice.value, z * (practice.standard_error or 0.0)),
        _row("The plan", plan.network_share, 0.0),
    )


def _row(label: str, share: float | None, error: float) -> MixRow:
    if share is None:
        return MixRow(label=label, share=None, note="not enough answers yet")
    if error:
        note = formats.percent_range(max(0.0, share - error), min(1.0, share + error))
    else:
        note = formats.percent(share)
    return MixRow(label=label, share=100 * share, error=100 * error, note=note)


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
        TermKind.LIMITS: "neither mode below 15%",
    }
    heads = {
        TermKind.GOALS: "Aims, first of all",
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
            "What you answered cannot be compared with your hours yet: answer the questions of "
            "every dimension and the nine hours rows."
        )
    hours = formats.percent(present.hours_network_share or 0.0)
    practice = formats.percent(present.practice.value or 0.0)
    said = f"By your answers networking has {practice}, by your hours {hours}."
    if not present.is_gap_flagged:
        return f"{said} The two agree within what such answers can tell."
    more = "practise more networking" if present.say_do_gap > 0 else "spend more hours networking"
    less = "your hours show" if present.say_do_gap > 0 else "your answers show"
    return f"{said} The difference is more than noise: you {more} than {less}. Look at it again."


def _price(source: Source) -> str:
    price = 100 * source.assessment.plan.price
    if price < SLIGHT:
        return "Staying inside the target band costs next to nothing in our model."
    amount = f"{max(1, round(price))}%"
    return (
        f"Staying inside the target band costs about {amount} of what the plan would be worth in "
        "our model without it. We pay it, because a plan outside your own target would be hard to "
        "believe."
    )
