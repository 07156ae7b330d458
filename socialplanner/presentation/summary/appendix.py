"""The appendix: all answers, every assumption with its origin, the sources, the method."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialplanner.domain.activity import Activity
from socialplanner.domain.catalogue import Assumption
from socialplanner.domain.evidence import Evidence, Reading, Strength
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.summary.method import method
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

OF_A_REVIEW = frozenset({"money.close_rate_prior", "review.min_outcomes"})
LEARNING = "learning."
"""Numbers that a plan rests on only where logged weeks were reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSection:
    """All answers of one section of the questionnaire."""

    title: str
    rows: TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """Everything a doubting reader may want to see.

    `of_review` are those of the assumptions that a review rests on, empty where there is none.
    """

    answers: tuple[AnswerSection, ...]
    assumptions: TextTable
    assumptions_lead: str
    of_review: TextTable
    activities: TextTable
    activities_lead: str
    sources: TextTable
    sources_addresses: tuple[str, ...]
    sources_lead: str
    method: tuple[Statement, ...]


def appendix(source: Source, *, has_review: bool = False) -> Appendix:
    """Return the appendix; with a review, what it assumes and how it learns stand in it too."""
    known = [
        each for each in source.catalogue.assumptions if has_review or not _is_of_a_review(each)
    ]
    return Appendix(
        answers=_answers(source),
        assumptions=_assumptions(source, known),
        of_review=_assumptions(source, filter(_is_of_a_review, known)),
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
        method=method(source, has_review=has_review),
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


def _assumptions(source: Source, assumptions: Iterable[Assumption]) -> TextTable:
    rows = [
        (assumption.text, formats.number(assumption.value), wording.ORIGINS[assumption.origin])
        for assumption in assumptions
        if _is_used(source, assumption)
    ]
    return table(("Assumption", "Number", "Origin"), rows, figures=(1,))


def _is_of_a_review(assumption: Assumption) -> bool:
    return assumption.id in OF_A_REVIEW or assumption.id.startswith(LEARNING)


def _is_used(source: Source, assumption: Assumption) -> bool:
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
