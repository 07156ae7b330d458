"""The review of a profile at a terminal, as words or as JSON."""

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
from socialplanner.cli.reviewing.layout import part_lines
from socialplanner.errors import UserError
from socialplanner.messages import quoted
from socialplanner.presentation.summary.review import ReviewWords


def review(arguments: Namespace) -> None:
    """Print the review of a profile, and keep its forecast and that it was held."""
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
    yield from part_lines(words.headline, f"{words.lead} {words.due}")
    yield from part_lines("Look to next week", *words.focus)
    yield from part_lines(words.kept_headline, words.kept_lead, table=words.kept)
    yield from part_lines(words.rules.headline, words.rules.note, table=words.rules.rules)
    found = words.forecasts
    bands = [f"{each.label}: {each.low:g} to {each.high:g}, {each.said}" for each in found.bands]
    yield from part_lines(found.headline, found.lead, *bands, found.coming)
    learnt = words.learned
    texts = (learnt.lead, *learnt.cautions)
    yield from part_lines(learnt.headline, *texts, table=learnt.ranges)
    yield from part_lines("", learnt.share, *learnt.limits)
    proposed = words.proposed
    probe = "" if proposed.probe is None else proposed.probe.text
    texts = (proposed.text, proposed.agreed, probe)
    yield from part_lines(proposed.headline, *texts, table=proposed.hours)
    yield from part_lines(
        "How long an honest test takes", proposed.planner_lead, table=proposed.planner
    )
    for test in words.tests:
        yield from part_lines(test.title, test.text)
    yield from _returns(words)


def _returns(words: ReviewWords) -> Iterator[str]:
    found = words.returns
    yield from part_lines(found.headline, found.lead, table=found.account)
    yield from part_lines("Two accounts, one clock", *found.notes, table=found.ledgers)
    credited = found.credited
    if credited.credits.rows:
        title = "Whom the enquiries are credited to"
        yield from part_lines(title, *credited.notes, table=credited.credits)
