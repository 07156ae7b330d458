"""What a review counts, in words: enquiries, or conversations where the owner chose them."""

from dataclasses import dataclass
from typing import Final

from socialplanner.domain.primary_outcome import PrimaryOutcome, outcome_of
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """The name of what is counted."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """Return a number of them: "1 enquiry", "12 enquiries"."""
        return f"{count:,}{formats.SPACE}{self.one if count == 1 else self.many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatCounts:
    """What is counted and how; `advice` says where another choice would tell more, else ""."""

    chosen: PrimaryOutcome
    lead: str
    advice: str


NOUNS: Final = {
    PrimaryOutcome.ENQUIRIES: Noun(one="enquiry", many="enquiries"),
    PrimaryOutcome.CONVERSATIONS: Noun(one="conversation", many="conversations"),
}
LEADS: Final = {
    PrimaryOutcome.ENQUIRIES: (
        "This review counts enquiries: those of the list in your logbook. Where a weekly total "
        "that you typed is larger, the rest of it counts too, as enquiries without a source."
    ),
    PrimaryOutcome.CONVERSATIONS: (
        "This review counts conversations in which each side wrote at least twice, by the figure "
        "of each week; a week without it is left out. Where each came from is noted nowhere, so "
        "they serve forecasts and tests, and teach nothing of single activities. Money is reckoned "
        "from enquiries, whatever is counted here."
    ),
}


def noun_of(kpi_id: str) -> Noun:
    """Return the name of what a KPI counts, "" being enquiries."""
    return NOUNS[outcome_of(kpi_id)]


def noun(facts: Reviewed) -> Noun:
    """Return the name of what a review counts."""
    return noun_of(facts.case.log.total_kpi)


def what_counts(source: Source, facts: Reviewed) -> WhatCounts:
    """Return what a review counts, and whether conversations would be better."""
    chosen = outcome_of(facts.case.log.total_kpi)
    return WhatCounts(chosen=chosen, lead=LEADS[chosen], advice=_advice(source, facts, chosen))


def _advice(source: Source, facts: Reviewed, chosen: PrimaryOutcome) -> str:
    rule, learning = source.catalogue.parameters.learning, facts.found.learning
    is_few = learning.outcomes < rule.few_outcomes * learning.weeks
    if chosen is PrimaryOutcome.CONVERSATIONS or learning.weeks < rule.few_weeks or not is_few:
        return ""
    return (
        f"You note fewer than {formats.in_words(round(rule.few_outcomes))} enquiries a week: "
        "conversations are more, so forecasts and tests would say more if you counted those."
    )
