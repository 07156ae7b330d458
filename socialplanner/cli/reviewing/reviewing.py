"""The review of a profile at a terminal, as words or as JSON."""

import textwrap
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from socialplanner.app.reviewing import Reviewer
from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.place import opened, today, working
from socialplanner.cli.profiles.planning import assessment_of
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.errors import UserError
from socialplanner.messages import quoted
from socialplanner.presentation.summary.parts import TextTable
from socialplanner.presentation.summary.review import ReviewWords

WIDTH = 96


def review(arguments: Namespace) -> None:
    """Print the review of a profile, and keep its forecast."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    record = library.read(path)
    assessment = assessment_of(catalogue, record, arguments.date or today(library))
    made = Reviewer(catalogue, lambda: now(library, catalogue)).review(record, assessment)
    if made is None:
        raise UserError(
            f"No hours are logged for {quoted(record.profile.name)}, so there is nothing to review."
        )
    if made.keeping is not None and not arguments.dry_run:
        with working(library, path) as profile:
            profile.save(made.keeping(profile.record))
    if arguments.json:
        streams.write(json_text(review_record(made.words)))
        return
    streams.write("\n".join(review_lines(made.words)) + "\n")


def review_record(words: ReviewWords) -> dict[str, object]:
    """Return a review as JSON takes it; every word and number is the one of the window."""
    plain: dict[str, object] = _plain(asdict(words))  # type: ignore[assignment]
    return plain


def _plain(value: object) -> object:
    """Return a value in JSON's own types."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def review_lines(words: ReviewWords) -> Iterator[str]:
    """Yield a review line by line."""
    yield from _said(words.headline, f"{words.lead} {words.due}")
    yield from _said("Look to next week", *words.focus)
    yield from _said("What is counted", words.counted.lead, words.counted.advice)
    yield from _said(words.kept_headline, words.kept_lead, table=words.kept)
    yield from _said(words.rules.headline, words.rules.note, table=words.rules.rules)
    found = words.forecasts
    bands = [f"{each.label}: {each.low:g} to {each.high:g}, {each.said}" for each in found.bands]
    yield from _said(found.headline, found.lead, *bands, found.coming)
    learnt = words.learned
    texts = (learnt.lead, *learnt.cautions)
    yield from _said(learnt.headline, *texts, table=learnt.ranges)
    yield from _said("", learnt.share, *learnt.limits)
    proposed = words.proposed
    probe = "" if proposed.probe is None else proposed.probe.text
    texts = (proposed.text, proposed.agreed, probe, proposed.planned)
    yield from _said(proposed.headline, *texts, table=proposed.hours)
    yield from _said("How long an honest test takes", proposed.planner_lead, table=proposed.planner)
    for test in words.tests:
        yield from _said(test.title, test.text)
    yield from _returns(words)


def _returns(words: ReviewWords) -> Iterator[str]:
    found = words.returns
    yield from _said(found.headline, found.lead, table=found.account)
    yield from _said("Two accounts, one clock", *found.notes, table=found.ledgers)
    credited = found.credited
    if credited.credits.rows:
        title = "Whom the enquiries are credited to"
        yield from _said(title, *credited.notes, table=credited.credits)


def _said(title: str, *texts: str, table: TextTable | None = None) -> Iterator[str]:
    """Yield a heading, paragraphs and a table; what says nothing is left out."""
    if title:
        yield from ("", *textwrap.wrap(title, WIDTH), "-" * min(len(title), WIDTH))
    for text in filter(None, texts):
        yield from textwrap.wrap(text, WIDTH)
    if table is not None and table.rows:
        yield from ("", *_table(table))


def _table(table: TextTable) -> Iterator[str]:
    """Yield a table in columns; where one is wide, as records."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.head))]
    if sum(widths) + 2 * len(widths) > WIDTH:
        for row in table.rows:
            pairs = zip(table.head, row, strict=True)
            words = "; ".join(f"{head}: {cell}" if head else cell for head, cell in pairs)
            yield from textwrap.wrap(words, WIDTH, initial_indent="- ", subsequent_indent="  ")
        return
    for row in rows:
        cells = (
            cell.rjust(width) if place in table.figures else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
