"""Whom the log credits with enquiries: the customer’s own answer, tags, and the rules."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from socialplanner.domain.attribution import (
    ASKED,
    AttributionRule,
    Touch,
    contacts_of,
    own_answers,
    side_by_side,
    without_memory_error,
)
from socialplanner.domain.logbook import DECOY, ELSEWHERE, NOT_ASKED
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.log_words import source_name
from socialplanner.presentation.summary.parts import Source, TextTable, table

NO_ANSWER = "Asked, named nothing we know"
NOBODY = "Neither asked nor seen"
ONE_SOURCE = (
    "No enquiry here notes more than one contact. With one contact, the last, the linear and the "
    "position rule all give it the whole credit, so they cannot differ. What a customer met "
    "before that contact is not known, and no rule can put it back."
)
SEVERAL = (
    "{several} of {all} enquiries with a known contact note more than one; for the others every "
    "rule gives the whole credit to the one that is known. What nobody told of, no rule can put "
    "back."
)
SPREAD = (
    "The customer’s own answer and what a tag or code saw are kept apart: where both columns "
    "differ much, that difference is the message."
)
SHOWN = (AttributionRule.LAST, AttributionRule.LINEAR, AttributionRule.POSITION)
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
    ways = [way for each in noted if (way := contacts_of(source.catalogue, each))]
    if not ways:
        return Credited(credits=table(HEAD, ()), notes=())
    several = sum(len(way) > 1 for way in ways)
    words = SEVERAL.format(several=several, all=len(ways)) if several else ONE_SOURCE
    return Credited(
        credits=table(HEAD, _rows(source, noted, ways), figures=(1, 2, 3, 4, 5)),
        notes=(words, SPREAD, *_memory(noted)),
    )


def _rows(
    source: Source, noted: list[Enquiry], ways: list[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return a row for every source that anything names, activities first, and for the silent."""
    catalogue = source.catalogue
    now = [
        replace(e, activity_id=catalogue.renamed.get(e.activity_id, e.activity_id)) for e in noted
    ]
    answers = own_answers(now)
    seen = Counter(each.activity_id for each in now if each.trace not in (ASKED, NOT_ASKED))
    journeys = [[Touch(source=key, days_before=0.0) for key in way] for way in ways]
    rules = side_by_side(journeys, catalogue.parameters.learning)
    columns = (answers, seen, *(rules[rule] for rule in SHOWN))
    rows = [
        (source_name(catalogue, key), *map(_count, _amounts(key, columns)))
        for key in (*(activity.id for activity in catalogue.activities), *ELSEWHERE)
        if any(_amounts(key, columns))
    ]
    known = {*(activity.id for activity in catalogue.activities), *ELSEWHERE}
    asked = sum(count for key, count in answers.items() if key not in known)
    silent = sum(each.trace == NOT_ASKED for each in noted)
    blank = ("–",) * (len(SHOWN) + 1)
    return [*rows, (NO_ANSWER, _count(asked), *blank), (NOBODY, _count(silent), *blank)]


def _amounts(key: str, columns: Iterable[Mapping[str, float]]) -> list[float]:
    return [column.get(key, 0.0) for column in columns]


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
