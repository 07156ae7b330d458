"""The sentences of the method: why, how sure, what would change it, what cannot be met."""

from collections.abc import Mapping

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Constraint, Rule
from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.kpi import TRACED, Kpi
from socialplanner.domain.scoring import BrandType
from socialplanner.domain.stability import StabilityLabel
from socialplanner.presentation import formats, names

PAIR = 2
HALF_SHARE = 0.5

ORIGINS = {
    Origin.OWNER: "your figures",
    Origin.STUDY: "study",
    Origin.SECOND_HAND: "study, read in a quotation",
    Origin.VENDOR: "vendor survey",
    Origin.LAB: "computed in simulation",
    Origin.DEFAULT: "our assumption",
}

LABELS = {
    StabilityLabel.CORE: "Core",
    StabilityLabel.GOOD_CHOICE: "Good choice",
    StabilityLabel.ALTERNATIVE: "Alternative",
}

TYPES = {
    BrandType.QUIET: "a quiet brand: little publishing, and little talk with people",
    BrandType.BROADCASTER: "a broadcaster: more publishing than talk with people",
    BrandType.CONNECTOR: "a connector: more talk with people than publishing",
    BrandType.BALANCED: "a balanced brand: a good deal of publishing, and of talk with people",
}

TYPE_HEADS = {
    BrandType.QUIET: "By your answers, both modes are quiet so far",
    BrandType.BROADCASTER: "By your answers, you publish more than you talk with people",
    BrandType.CONNECTOR: "By your answers, you talk with people more than you publish",
    BrandType.BALANCED: "By your answers, you do a good deal of both: publishing and talking",
}


def type_headline(types: tuple[BrandType, ...]) -> str:
    """Return where the brand stands as a headline; there must be a type at least."""
    if len(types) == 1:
        return TYPE_HEADS[types[0]]
    if len(types) == PAIR:
        return f"By your answers, you stand between {_between(types)}"
    return "Both of your scores lie close to the line between quiet and strong"


WAYS_OUT = {
    Rule.PINNED: "take “{id}” out of pinned",
    Rule.DECLINED: "take “{id}” out of declined",
    Rule.TALKING_HOURS: "give whoever can answer customers the strength “both” or more hours",
    Rule.MOVE_LIMIT: "leave earlier_plan out",
    Rule.NO_MONEY: "give business.ad_budget_per_week",
    Rule.NO_PLATFORM: "add a platform to business.platforms",
}
"""What a person can do about each rule that is theirs to change."""

ANEW = {
    DecisionKind.KEPT_HOURS: "give it fewer hours or drop it",
    DecisionKind.CONVERSATIONS: "find out what keeps you from talking",
    DecisionKind.EARLY_SIGN: "look at what changed",
    DecisionKind.TRACED_ENQUIRIES: "look at where enquiries did come from",
}
"""What to do where no hours can move inside the plan's own limits."""


def type_sentence(types: tuple[BrandType, ...]) -> str:
    """Return the plain type in a sentence, "between" where the bands allow more than one."""
    if not types:
        return "There are not enough answers yet to describe you in a word."
    if len(types) == 1:
        return f"In a word, you are {TYPES[types[0]]}."
    if len(types) == PAIR:
        near = "One lies close to the line between quiet and strong"
        return f"{near}, so two words fit: {_between(types, 'or')}."
    return "Both are too close to the line between quiet and strong to describe you in a word."


def _between(types: tuple[BrandType, ...], last: str = "and") -> str:
    return formats.listed([TYPES[kind].partition(":")[0] for kind in types], last)


def decision_sentence(catalogue: Catalogue, rule: DecisionRule) -> str:
    """Return a decision rule as one sentence that can be checked on its date."""
    return f"{_condition(catalogue, rule)}, {_consequence(catalogue, rule)}."


def decision_basis(rule: DecisionRule) -> str:
    """Return whose number the threshold of a rule is."""
    if rule.kind is DecisionKind.TRACED_ENQUIRIES:
        return "your figures, and our assumption on how many enquiries can be traced"
    if rule.kind is DecisionKind.CONVERSATIONS:
        return "our assumption: one conversation for each planned hour with people"
    if rule.kind is DecisionKind.EARLY_SIGN:
        return "your own count, four weeks earlier"
    return ORIGINS[rule.origin]


def conflict_sentence(catalogue: Catalogue, error: InfeasibleError) -> str:
    """Return what cannot be met together, everything by name, and what to do."""
    demands = [_demand(catalogue, constraint) for constraint in error.conflict]
    unit = "hour" if error.hours == 1 else "hours"
    plan = f"No plan of {formats.number(error.hours)} {unit} a week can meet"
    all_of = "this" if len(demands) == 1 else "all of this together"
    ways = {WAYS_OUT[c.rule].format(id=c.activity_id) for c in error.conflict if c.rule in WAYS_OUT}
    remedy = formats.sentence_case(formats.listed(sorted(ways), "or")) or "Change one of them"
    return f"{plan} {all_of}: {'; '.join(demands)}. {remedy}, and try again."


def formula(kpi: Kpi) -> str:
    """Return how a KPI is counted."""
    if kpi.denominator == "1":
        return formats.sentence_case(kpi.numerator)
    return f"{formats.sentence_case(kpi.numerator)} ÷ {kpi.denominator}"


def hours_split(catalogue: Catalogue, assessment: Assessment) -> str:
    """Return the planned hours by mode: "2½ h for social media and 3½ h for …"."""
    used = {mode: assessment.plan.hours_of(mode) for mode in Mode}
    names_of = {mode: names.mode_in_text(catalogue, mode) for mode in Mode}
    for mode, amount in used.items():
        if amount == assessment.plan.hours_per_week:
            return f"All of it is for {names_of[mode]}"
    return formats.listed([f"{formats.hours(used[mode])} for {names_of[mode]}" for mode in Mode])


def changes_text(catalogue: Catalogue, changes: Mapping[str, float]) -> str:
    """Return differences in hours by activity: "Newsletter −1½ h, Workshops +2 h"."""
    if not changes:
        return "the same plan"
    parts = [
        f"{names.activity_short(catalogue, key)} {formats.signed_hours(amount)}{formats.SPACE}h"
        for key, amount in sorted(changes.items(), key=lambda item: item[1])
    ]
    return ", ".join(parts)


def _condition(catalogue: Catalogue, rule: DecisionRule) -> str:
    by, wanted = formats.day(rule.by), rule.threshold or 0.0
    match rule.kind:
        case DecisionKind.KEPT_HOURS:
            name = names.activity_short(catalogue, rule.from_activity)
            share = catalogue.parameters.review.kept_hours_share
            part = "half" if share == HALF_SHARE else formats.percent(share)
            planned = formats.hours_in_words(wanted / share)
            return f"If by {by} “{name}” got less than {part} of its {planned} in most weeks"
        case DecisionKind.CONVERSATIONS:
            return f"If by {by} there {_fewer(wanted, 'real conversation')} a week"
        case DecisionKind.ASKED:
            asked = formats.of_ten(wanted)
            return f"If by {by} fewer than {asked} enquiries were asked how they found you"
        case DecisionKind.EARLY_SIGN:
            kpi = catalogue.kpis[rule.kpi_id].name
            span = f"in the four weeks to {by} than in the four weeks before"
            return f"If the figure for “{kpi}” is clearly lower {span}"
        case DecisionKind.TRACED_ENQUIRIES:
            return _traced_condition(rule, by)


def _traced_condition(rule: DecisionRule, by: str) -> str:
    is_media = rule.kpi_id == TRACED[Mode.MEDIA]
    source = (
        "what you publish, by a tag, a code or their own words"
        if is_media
        else "a person, a group or a talk"
    )
    wanted = rule.threshold or 0.0
    if wanted <= 1:
        return f"If by {by} not one enquiry a month can be traced to {source}"
    return f"If by {by} fewer than {_small(wanted)} enquiries a month can be traced to {source}"


def _fewer(wanted: float, thing: str) -> str:
    if wanted <= 1:
        return f"is not one {thing}"
    return f"are fewer than {_small(wanted)} {thing}s"


def _consequence(catalogue: Catalogue, rule: DecisionRule) -> str:
    if rule.kind is DecisionKind.ASKED:
        return "change nothing else yet: ask every enquiry first, for the answers are a selection"
    if not rule.to_activity:
        return f"{ANEW[rule.kind]}, and make the plan anew"
    source = names.activity_short(catalogue, rule.from_activity)
    amount = formats.hours_in_words(rule.hours)
    target = names.activity_short(catalogue, rule.to_activity)
    return f"move {amount} a week from “{source}” to “{target}”"


def _small(amount: float) -> str:
    return formats.in_words(round(amount))


def _demand(catalogue: Catalogue, constraint: Constraint) -> str:
    """Return one constraint as a clause with the id a person would look for."""
    name = constraint.activity_id
    words = formats.hours_in_words(constraint.low)
    low, high = formats.half_hours(constraint.low), formats.number(constraint.high)
    from_hours = formats.hours_in_words(catalogue.parameters.allocation.hygiene_from_hours)
    clauses = {
        Rule.PINNED: f"“{name}” is pinned and needs at least {words}",
        Rule.DECLINED: f"“{name}” is declined",
        Rule.HYGIENE: f"every plan of {from_hours} or more keeps {words} for “{name}”",
        Rule.UNSUITED: f"“{name}” is not offered to this kind of business",
        Rule.NO_PLATFORM: f"“{name}” needs {_platforms(catalogue, name)} in business.platforms",
        Rule.NO_MONEY: f"“{name}” needs money, and business.ad_budget_per_week is 0 or not given",
        Rule.MOVE_LIMIT: (
            f"“{name}” may move only to {low}–{_hours(constraint.high)} from the earlier plan"
        ),
        Rule.TALKING_HOURS: (
            f"the people in business.people who can talk have {_hours(constraint.high)} a week "
            "together"
        ),
        Rule.MOST_ACTIVITIES: f"a plan of these hours holds at most {high} activities",
        Rule.MOST_PLATFORMS: f"a plan publishes on at most {high} platforms",
    }
    return clauses[constraint.rule]


def _hours(amount: float) -> str:
    """Return a ceiling of hours with its unit, never rounded up."""
    return f"{formats.number(amount)} {'hour' if amount == 1 else 'hours'}"


def _platforms(catalogue: Catalogue, activity_id: str) -> str:
    if not activity_id:
        return ""
    return formats.listed(list(catalogue.activity(activity_id).platforms), "or")
