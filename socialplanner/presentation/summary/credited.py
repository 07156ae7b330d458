"""Whom the log credits with enquiries: the customer’s own answer, tags, and the rules."""

from collections import Counter
from dataclasses import dataclass

from socialplanner.domain.attribution import (
    ASKED,
    AttributionRule,
    Touch,
    own_answers,
    side_by_side,
    without_memory_error,
)
from socialplanner.domain.counted_log import traced_to
from socialplanner.domain.logbook import DECOY, ELSEWHERE
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.log_words import source_name
from socialplanner.presentation.summary.parts import Source, TextTable, table

NO_ANSWER = "Asked, named nothing we know"
NOT_ASKED = "Neither asked nor seen"
ONE_SOURCE = (
    "The log notes one source for each enquiry. With one contact, the last, the first, the linear "
    "and the position rule all give it the whole credit, so they cannot differ here. What a "
    "customer met before that contact is not known, and no rule can put it back."
)
SPREAD = (
    "The customer’s own answer and what a tag or code saw are kept apart: where both columns "
    "differ much, that difference is the message."
)
HEAD = ("Credited to", "Own answer", "Tag or code", "Last", "Linear", "Position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """Enquiries by source, side by side; the notes say what is not known."""

    credits: TextTable
    notes: tuple[str, ...]


def credited(source: Source, facts: Reviewed) -> Credited:
    """Return whom the enquiries of the logged weeks are credited to."""
    logged = {week.monday for week in facts.weeks if week.is_logged}
    noted = [each for each in facts.case.log.enquiries if week_of(each.day) in logged]
    traced = [each for each in noted if traced_to(source.catalogue, each)]
    if not traced:
        return Credited(credits=table(HEAD, ()), notes=())
    notes = [ONE_SOURCE, SPREAD, *_memory(noted)]
    return Credited(
        credits=table(HEAD, _rows(source, noted, traced), figures=(1, 2, 3, 4, 5)),
        notes=tuple(notes),
    )


def _rows(source: Source, noted: list[Enquiry], traced: list[Enquiry]) -> list[tuple[str, ...]]:
    catalogue = source.catalogue
    answers = own_answers(traced)
    tags = Counter(each.activity_id for each in traced if each.trace != ASKED)
    journeys = [[Touch(source=each.activity_id, days_before=0.0)] for each in traced]
    rules = side_by_side(journeys, catalogue.parameters.learning)
    order = [each.id for each in catalogue.activities]
    keys = sorted(
        {each.activity_id for each in traced},
        key=lambda key: order.index(catalogue.renamed.get(key, key)),
    )
    shown = (AttributionRule.LAST, AttributionRule.LINEAR, AttributionRule.POSITION)
    rows = [
        (
            source.short(catalogue.renamed.get(key, key)),
            _count(answers.get(key, 0)),
            _count(tags.get(key, 0)),
            *(_count(rules[rule].get(key, 0.0)) for rule in shown),
        )
        for key in keys
    ]
    return [*rows, *_elsewhere(source, noted, traced)]


def _elsewhere(
    source: Source, noted: list[Enquiry], traced: list[Enquiry]
) -> list[tuple[str, ...]]:
    """Return answers that name no activity: no rule credits any work with them."""
    others = [each for each in noted if each not in traced]
    answers = Counter(each.activity_id for each in others if each.trace == ASKED)
    blank = ("–", "–", "–", "–")
    rows = [
        (source_name(source.catalogue, key), _count(answers[key]), *blank)
        for key in ELSEWHERE
        if answers.get(key)
    ]
    asked = sum(answers.values()) - sum(answers.get(key, 0) for key in ELSEWHERE)
    silent = len(others) - sum(answers.values())
    return [*rows, (NO_ANSWER, _count(asked), *blank), (NOT_ASKED, _count(silent), *blank)]


def _count(amount: float) -> str:
    return formats.count(amount) if amount else "–"


def _memory(noted: list[Enquiry]) -> list[str]:
    """Return the memory error, where customers were offered a channel that does not exist."""
    answers = Counter(each.activity_id for each in noted if each.trace == ASKED)
    if not answers.get(DECOY):
        return []
    error = without_memory_error(answers, DECOY).memory_error
    words = (
        f"{formats.sentence_case(formats.percent(error))} of those who were asked named a channel "
        "that does not exist. As many may err about every other one: take that much off each "
        "share of the own answers."
    )
    return [words]
