"""Measuring return: what is counted, links to copy, the question, decision rules."""

from dataclasses import dataclass

from socialplanner.domain.measurement import NO_RETURN, KpiChoice, KpiRole
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.summary.break_even import BreakEven, break_even
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.threshold import break_even_headline

ROLES = {
    KpiRole.EARLY_SIGN: "early sign",
    KpiRole.OUTCOME: "outcome",
    KpiRole.NEAREST_SIGN: "nearest sign, no outcome",
}
KPI_NOTE = (
    "For each aim: one early sign and, where there are any, two outcomes that come later. Where "
    "outcomes are lacking, the nearest sign stands in and says so."
)
NOT_AIMED_AT = "No activity of this plan aims at it directly."
QUESTION = "“How did you find us? Please tell me in your own words.”"
CODES = (
    "Then note one of: person (who), group or event (which), search or map, post or video "
    "(which), email, advert, cinema advert, other. If you have never advertised in a cinema, "
    "the share who say so shows how far memory can be trusted."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A decision rule in words, with its date and whose number it rests on."""

    by: str
    text: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """The section on measuring return."""

    headline: str
    lead: str
    kpis: TextTable
    kpi_note: str
    break_even: BreakEven
    links: TextTable
    links_note: str
    question: str
    question_lead: str
    codes: str
    rules: tuple[Rule, ...]
    rules_lead: str


def measuring(source: Source) -> Measuring:
    """Return the section on measuring return."""
    return Measuring(
        headline=break_even_headline(source),
        lead=_lead(source),
        kpis=_kpis(source),
        kpi_note=_kpi_note(source),
        break_even=break_even(source),
        links=_links(source),
        links_note=_links_note(source),
        question=QUESTION,
        question_lead=_question_lead(source),
        codes=CODES,
        rules=tuple(
            Rule(
                by=formats.day(rule.by),
                text=wording.decision_sentence(source.catalogue, rule),
                basis=wording.decision_basis(rule),
            )
            for rule in source.assessment.rules
        ),
        rules_lead=(
            "Agree on these now, while nobody has a result to defend. Each is checked on its date."
        ),
    )


def _lead(source: Source) -> str:
    if source.assessment.returns.missing:
        missing = [
            names.question_short(source.catalogue, key) for key in source.assessment.returns.missing
        ]
        would = f"{formats.quoted(missing)} would complete this page."
        return f"Not everything can be worked out yet: {would}"
    return (
        "This rests on your own figures and a few assumptions that it names. It says what would "
        "have to be true, not what is going to happen."
    )


def _question_lead(source: Source) -> str:
    least = formats.of_ten(source.catalogue.parameters.review.min_asked_share)
    return (
        "Ask it of every enquiry, before you talk business, and write down what was said. Aim at "
        f"{least}; below that, draw no conclusion."
    )


def _kpi_note(source: Source) -> str:
    """Return how the KPIs were chosen; a number of followers is never among the outcomes."""
    if any(choice.kpi_id == NO_RETURN for choice in source.assessment.kpis):
        name = source.catalogue.kpis[NO_RETURN].name
        return f"{KPI_NOTE} “{name}” is a sign at most, never a return."
    return f"{KPI_NOTE} Followers are no return: they are not here."


def _kpis(source: Source) -> TextTable:
    rows = []
    shown = ""
    for choice in source.assessment.kpis:
        goal = names.goal_name(source.catalogue, choice.goal)
        rows.append(_kpi_row(source, choice, "" if goal == shown else goal))
        shown = goal
    return table(("Aim", "What to count", "How", "Where and when", "Mind"), rows)


def _kpi_row(source: Source, choice: KpiChoice, goal: str) -> tuple[str, ...]:
    kpi = source.catalogue.kpis[choice.kpi_id]
    pitfall = "" if kpi.pitfall == "-" else formats.sentence_case(kpi.pitfall)
    mind = pitfall if choice.activity_ids else f"{NOT_AIMED_AT} {pitfall}".strip()
    return (
        goal,
        f"{kpi.name} ({ROLES[choice.role]})",
        wording.formula(kpi),
        f"{formats.sentence_case(kpi.source)}, {kpi.cadence}",
        mind,
    )


def _links(source: Source) -> TextTable:
    rows = [
        (
            source.short(link.activity_id),
            source.catalogue.platforms.get(link.platform, link.platform),
            link.address,
        )
        for link in source.assessment.links
    ]
    return table(("For", "Where", "Link to copy"), rows)


def _links_note(source: Source) -> str:
    if not source.assessment.links:
        return "No activity of this plan publishes links."
    text = "Raise the last number with each new post or card. Never tag links inside your own site."
    if not source.assessment.profile.website:
        return f"Put your own address in place of www.example.com. {text}"
    return text
