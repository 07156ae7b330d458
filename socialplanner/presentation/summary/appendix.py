"""The appendix: all answers, every assumption with its origin, the sources, the method."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.domain.activity import Activity
from socialplanner.domain.catalogue import Assumption
from socialplanner.domain.evidence import Evidence, Reading, Strength
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.summary.parts import Source, Statement, TextTable, table

ALWAYS_CITED = (
    "liadeli_sales",
    "albers_selling",
    "callplan",
    "little1970",
    "cmo2016",
    "lewisrao",
    "recall_self",
    "barcelona3",
    "ga4_channels",
)
"""What the sentences of every plan rest on."""

STRENGTHS = {
    Strength.STUDY: "study",
    Strength.VENDOR: "vendor survey",
    Strength.PRACTICE: "practice",
    Strength.RULE: "rule",
}

CHOSEN_TABLES = {
    "target.goal_affinity": "goals",
    "target.kind_offset": "kind",
    "target.audience_offset": "audience",
    "target.ambition": "stage",
    "allocation.weekly_discount": "patience",
    "money.retention": "repeat_buyers",
}
"""Tables of assumptions of which only the rows that this business uses are printed."""

NOT_USED_YET = frozenset({"money.close_rate_prior", "review.min_outcomes"})
LEARNING = "learning."
"""Numbers that no plan rests on as long as it learns nothing from logged weeks."""

METHOD = (
    (
        "Scores.",
        (
            "Each answer is a level from 0 to 4. A score is 25 times the weighted mean of the "
            "levels of one dimension in one mode, S = 25 · Σwa ÷ Σw, shown once six tenths of "
            "the weights are answered. Its range is ±1.64 standard errors, with half a level "
            "of error for each answer."
        ),
    ),
    (
        "Target.",
        (
            "The target share of networking is 1 ÷ (1 + e⁻ˣ), where x is seven tenths of the "
            "sum of six terms: your ranked aims, kind of business, margin of a sale, possible "
            "buyers, time to an order and stage. It stays between 15 and 85%, with a band of "
            "10 points to either side, or 15 where two or more of margin, buyers, time and stage "
            "are missing."
        ),
    ),
    (
        "Plan.",
        (
            "An activity is worth P · D · e ÷ (1 + e ÷ k) in our model: P from your aims, the "
            "fit to your kind of business and your gaps, tempered by a square root; D from its "
            "delay and half-life and your patience; e its hours less set-up and upkeep, helped "
            "by tools where it is media. The hours are divided exactly, in half-hours, under "
            "all limits: minimum and maximum of each activity, number of activities, three "
            "publishing platforms, people who can talk, and the band of the target."
        ),
    ),
    (
        "How sure.",
        (
            "The plan is made 200 times with the hours of half effect, half-lives and fits changed "
            "by about three tenths up or down, inside the same target. The label of an activity "
            "says how often it was chosen."
        ),
    ),
    (
        "What it does not know.",
        (
            "The quality of what you make and of how you talk, your competitors, the season, "
            "and what a platform will do next. Only your time and the money for paid posts are "
            "priced."
        ),
    ),
)
"""The method in five paragraphs: title and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSection:
    """All answers of one section of the questionnaire."""

    title: str
    rows: TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """Everything a doubting reader may want to see."""

    answers: tuple[AnswerSection, ...]
    assumptions: TextTable
    assumptions_lead: str
    activities: TextTable
    activities_lead: str
    sources: TextTable
    sources_addresses: tuple[str, ...]
    sources_lead: str
    method: tuple[Statement, ...]


def appendix(source: Source) -> Appendix:
    """Return the appendix."""
    return Appendix(
        answers=_answers(source),
        assumptions=_assumptions(source),
        assumptions_lead=(
            "No number of the method was measured in your business. Each stands here with its "
            "origin, and whoever knows better may change it."
        ),
        activities=_activities(source),
        activities_lead=(
            "What is assumed of each planned activity. Half: hours at which half of the greatest "
            "effect is reached. Delay and half-life in weeks. Traced: share of enquiries whose "
            "source can be seen."
        ),
        sources=_sources(source),
        sources_addresses=tuple(entry.address for entry in _cited(source)),
        sources_lead=(
            "Figures from elsewhere, each with its year and its limits. None is a target for you."
        ),
        method=_method(source),
    )


def _answers(source: Source) -> tuple[AnswerSection, ...]:
    return tuple(
        AnswerSection(
            title=section.title,
            rows=table(
                ("Question", "Your answer"),
                [
                    (
                        question.text,
                        names.answer_text(
                            question, source.assessment.answers.get(question.id), source.currency
                        ),
                    )
                    for question in section.questions
                ],
            ),
        )
        for section in source.catalogue.questionnaire.sections
    )


def _assumptions(source: Source) -> TextTable:
    rows = [
        (assumption.text, formats.number(assumption.value), wording.ORIGINS[assumption.origin])
        for assumption in source.catalogue.assumptions
        if _is_used(source, assumption)
    ]
    return table(("Assumption", "Number", "Origin"), rows, figures=(1,))


def _is_used(source: Source, assumption: Assumption) -> bool:
    if assumption.id in NOT_USED_YET or assumption.id.startswith(LEARNING):
        return False
    group, _, entry = assumption.id.rpartition(".")
    field = CHOSEN_TABLES.get(group)
    if field is None:
        return True
    used = getattr(source.assessment.business, field)
    return entry in used if isinstance(used, tuple) else entry == used


def _activities(source: Source) -> TextTable:
    rows = [
        _parameters(source.catalogue.activity(planned.id), source.assessment.business.kind)
        for planned in source.assessment.plan.activities
    ]
    head = ("Activity", "Min.", "Half", "Max.", "Set-up", "Delay", "Half-life", "Fit", "Traced")
    return table((*head, "Origin"), rows, figures=range(1, 9))


def _parameters(activity: Activity, kind: str) -> tuple[str, ...]:
    amounts = (
        activity.min_hours,
        activity.half_hours,
        activity.max_hours,
        activity.setup_hours,
        activity.delay_weeks,
        activity.half_life_weeks,
        activity.fit(kind),
    )
    traced = f"{formats.number(100 * activity.trackable)}%"
    name = activity.short or activity.name
    return (name, *(formats.number(amount) for amount in amounts), traced, _basis(activity))


def _basis(activity: Activity) -> str:
    other = {name: origin for name, origin in activity.origins.items() if origin != "default"}
    if not other:
        return wording.ORIGINS[next(iter(activity.origins.values()))]
    fields = formats.listed([name.replace("_weeks", "").replace("_", "-") for name in other])
    words = wording.ORIGINS[next(iter(other.values()))]
    return f"{fields}: {words}; the rest our assumption"


def _sources(source: Source) -> TextTable:
    rows = [_evidence(entry) for entry in _cited(source)]
    return table(("Figure", "Source", "Year", "What it is", "Limits"), rows, figures=())


def _cited(source: Source) -> Iterator[Evidence]:
    """Yield the printable evidence behind this plan, in the register's order."""
    wanted = set(ALWAYS_CITED)
    for planned in source.assessment.plan.activities:
        wanted.update(source.catalogue.activity(planned.id).evidence)
    for entry in source.catalogue.evidence.values():
        if entry.id in wanted and entry.is_printable:
            yield entry


def _evidence(entry: Evidence) -> tuple[str, ...]:
    second = ", read in a quotation" if entry.reading is Reading.SECOND_HAND else ""
    kind = f"{formats.sentence_case(STRENGTHS[entry.strength])}{second}"
    figure = formats.sentence_case(entry.figure)
    return figure, entry.source, str(entry.year), kind, formats.sentence_case(entry.caveat)


def _method(source: Source) -> tuple[Statement, ...]:
    version = Statement(title="Catalogue.", text=f"Version {source.assessment.catalogue_version}.")
    return (*(Statement(title=title, text=text) for title, text in METHOD), version)
