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
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.logbook import DECOY, ELSEWHERE, NOT_ASKED
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.log_words import source_name
from socialplanner.presentation.summary.parts import Source, TextTable, table

NO_ANSWER = "Asked, nothing we know"
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
BLANK = "–"
SHOWN = (AttributionRule.LAST, AttributionRule.LINEAR, AttributionRule.POSITION)
HEAD = ("Credited to", "Own answer", "Tag or code", "Last", "Linear", "Position")
CORRECTED = "Own answer, corrected"
NOBODY_NAMED = (
    "No own answer was “{decoy}”, the one that cannot be true: no sign that memory errs, and no "
    "proof that it does not."
)
MEMORY = (
    "{said} own answers named “{decoy}”, a channel that does not exist. As many may err about "
    "every other one: “{column}” takes that much off the share of each of them and shares the "
    "rest out anew. That is crude."
)


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
    answers = own_answers(_named_now(source, noted))
    rows = _rows(source, noted, ways)
    head: tuple[str, ...] = HEAD
    corrected = _corrected(source, answers)
    if corrected:
        head = (*HEAD[:2], CORRECTED, *HEAD[2:])
        rows = [(*row[:2], corrected.get(row[0], BLANK), *row[2:]) for row in rows]
    return Credited(
        credits=table(head, rows, figures=range(1, len(head))),
        notes=(words, SPREAD, *_memory(source, answers)),
    )


def _named_now(source: Source, noted: list[Enquiry]) -> list[Enquiry]:
    """Return enquiries with the ids that their sources have now."""
    names = source.catalogue.renamed
    return [replace(e, activity_id=names.get(e.activity_id, e.activity_id)) for e in noted]


def _rows(
    source: Source, noted: list[Enquiry], ways: list[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return a row for every source that anything names, activities first, and for the silent."""
    catalogue, now = source.catalogue, _named_now(source, noted)
    answers = own_answers(now)
    seen = Counter(each.activity_id for each in now if each.trace not in (ASKED, NOT_ASKED))
    journeys = [[Touch(source=key, days_before=0.0) for key in way] for way in ways]
    rules = side_by_side(journeys, catalogue.parameters.learning)
    columns = (answers, seen, *(rules[rule] for rule in SHOWN))
    rows = [
        (source_name(catalogue, key), *map(_count, _amounts(key, columns)))
        for key in _known(catalogue)
        if any(_amounts(key, columns))
    ]
    asked = sum(count for key, count in answers.items() if key not in _known(catalogue))
    silent = sum(each.trace == NOT_ASKED for each in noted)
    blank = (BLANK,) * (len(SHOWN) + 1)
    return [*rows, (NO_ANSWER, _count(asked), *blank), (NOBODY, _count(silent), *blank)]


def _known(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every source that an enquiry may be coded as, activities first."""
    return (*(activity.id for activity in catalogue.activities), *ELSEWHERE)


def _corrected(source: Source, answers: Mapping[str, int]) -> Mapping[str, str]:
    """Return the own answers less what memory errs, by row; empty where nobody named the decoy."""
    if not answers.get(DECOY):
        return {}
    known = _known(source.catalogue)
    unknown = sum(count for key, count in answers.items() if key not in known)
    coded = {key: count for key, count in answers.items() if key in known}
    shares = without_memory_error({**coded, "": unknown}, DECOY).shares
    named = {source_name(source.catalogue, key): shares.get(key, 0.0) for key in coded}
    named = {**named, NO_ANSWER: shares.get("", 0.0)}
    off = source_name(source.catalogue, DECOY)
    return {key: formats.percent(share) for key, share in named.items() if key != off}


def _amounts(key: str, columns: Iterable[Mapping[str, float]]) -> list[float]:
    return [column.get(key, 0.0) for column in columns]


def _count(amount: float) -> str:
    return formats.count(amount) if amount else BLANK


def _memory(source: Source, answers: Mapping[str, int]) -> tuple[str, ...]:
    """Return the memory error as a count of answers, or that nobody named the decoy."""
    decoy, total = source_name(source.catalogue, DECOY), sum(answers.values())
    if not total:
        return ()
    if not answers.get(DECOY):
        return (NOBODY_NAMED.format(decoy=decoy),)
    said = f"{answers[DECOY]} of {total}"
    return (MEMORY.format(said=said, decoy=decoy, column=CORRECTED),)
