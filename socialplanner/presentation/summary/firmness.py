"""How firm the plan is: what stays in it when the numbers of the method are a little off."""

from socialplanner.domain.plan import PlannedActivity
from socialplanner.domain.stability import QUANTILES, StabilityLabel
from socialplanner.presentation import formats, wording
from socialplanner.presentation.summary.fit import Fit, plan_fit
from socialplanner.presentation.summary.parts import Source, Statement

PINNED = "Your choice"
PAIR = 2


def label_of(planned: PlannedActivity) -> str:
    """Return the label of an activity; what the owner chose is not judged."""
    return PINNED if planned.is_pinned else wording.LABELS[planned.label]


def stability_finding(source: Source) -> Statement:
    """Return which activities stay in the plan when the numbers change."""
    judged, core = _judged(source), _core(source)
    draws = source.catalogue.parameters.allocation.stability_draws
    often = formats.of_ten(source.catalogue.parameters.allocation.core_share)
    repeats = f"We planned the week {draws} times with slightly different numbers."
    if not core:
        title = "Treat the list of activities as a menu."
        return Statement(title=title, text=f"{repeats} None was chosen in {often} or more.")
    named = formats.quoted([source.short(planned.id) for planned in core])
    if len(core) == len(judged):
        title = "The activities hold when our numbers are a little off."
        return Statement(title=title, text=f"{repeats} Chosen in at least {often}: {named}.")
    return Statement(
        title="Some activities are firm; treat the others as a menu.",
        text=f"{repeats} Chosen in at least {often}: {named}. The others can be exchanged.",
    )


def labels_note(source: Source) -> str:
    """Return what the labels mean, how many are core, and how far the share moved."""
    parameters, found = source.catalogue.parameters.allocation, source.assessment.plan.stability
    core, good = formats.of_ten(parameters.core_share), formats.of_ten(parameters.good_share)
    share = formats.percent_range(found.network_share_low, found.network_share_high)
    low, high = QUANTILES
    is_held = plan_fit(source) is Fit.INSIDE
    held = ": the target holds the share" if is_held else ""
    menu = "" if len(_core(source)) == len(_judged(source)) else ", the list is a menu"
    return (
        f"We planned your week {parameters.stability_draws} times with slightly different numbers "
        f"and the same target. Core: chosen in at least {core}; good choice: in at least {good}; "
        f"alternative: in fewer. {_core_words(source)}{_kept_words(source)} Networking had {share} "
        f"of the hours in {formats.of_ten(high - low)} repeats{held}{menu}."
    )


def _judged(source: Source) -> list[PlannedActivity]:
    return [planned for planned in source.assessment.plan.activities if not planned.is_pinned]


def _core(source: Source) -> list[PlannedActivity]:
    return [a for a in _judged(source) if a.label is StabilityLabel.CORE]


def _core_words(source: Source) -> str:
    count, core = len(_judged(source)), len(_core(source))
    if not count:
        return "All of them are your own choice."
    apart = "" if count == len(source.assessment.plan.activities) else "apart from your choices, "
    if count == 1:
        words = f"the only one is {'' if core else 'not '}core"
    elif core == count:
        words = "both are core" if count == PAIR else f"all {formats.in_words(count)} are core"
    else:
        number = formats.in_words(core) if core else "none"
        verb = "are" if core > 1 else "is"
        words = f"{number} of the {formats.in_words(count)} {verb} core"
    return f"{formats.sentence_case(apart + words)}."


def _kept_words(source: Source) -> str:
    """Return which activities are core by rule, so that nobody takes it for a finding."""
    parameters, plan = source.catalogue.parameters.allocation, source.assessment.plan
    kept = [a for a in _judged(source) if a.id in parameters.hygiene_hours]
    if not kept or plan.hours_available < parameters.hygiene_from_hours:
        return ""
    named = formats.quoted([source.short(a.id) for a in kept])
    least = formats.hours_in_words(parameters.hygiene_from_hours)
    return f" {named} {'is' if len(kept) == 1 else 'are'} in every plan of {least} or more."
