"""The review of a profile at a terminal, as words or as JSON."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import reduce

from socialplanner.app.reviewing import Reviewer
from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.place import opened, today, working
from socialplanner.cli.profiles.planning import assessment_of
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.cli.reviewing.layout import part_lines
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.done_rules import with_done
from socialplanner.domain.primary_outcome import PrimaryOutcome, with_primary_outcome
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import quoted
from socialplanner.presentation import formats
from socialplanner.presentation.summary.review import ReviewWords
from socialplanner.ui.ports.reviewing import ReviewMade
from socialplanner.ui.ports.shelf import Edit


def review(arguments: Namespace) -> None:
    """Print the review of a profile; keep its forecast, its day and what was said with it."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    record = library.read(path)
    moment = now(library, catalogue)
    edits: list[Edit] = []
    if arguments.count:
        chosen = PrimaryOutcome(arguments.count)
        edits.append(lambda kept: with_primary_outcome(kept, chosen, moment))
    day = arguments.date or today(library)
    assessment = assessment_of(catalogue, record, day)
    reviewer = Reviewer(catalogue, lambda: moment)
    made = _made(reviewer, after(record, edits), assessment)
    if arguments.done:
        key = _due(made.words, arguments.done)
        edits.append(lambda kept: with_done(kept, key, moment))
        made = _made(reviewer, after(record, edits), assessment)
    if made.keeping is not None:
        edits.append(made.keeping)
    if edits and not arguments.dry_run:
        with working(library, path) as profile:
            profile.save(after(profile.record, edits))
    if arguments.json:
        streams.write(json_text(review_record(made.words)))
        return
    streams.write("\n".join(review_lines(made.words)) + "\n")


def after(record: ProfileRecord, edits: Iterable[Edit]) -> ProfileRecord:
    """Return a record with edits made in their order."""
    return reduce(lambda kept, edit: edit(kept), edits, record)


def _made(reviewer: Reviewer, record: ProfileRecord, assessment: Assessment) -> ReviewMade:
    made = reviewer.review(record, assessment)
    if made is None:
        raise UserError(
            f"No hours are logged for {quoted(record.profile.name)}, so there is nothing to review."
        )
    return made


def _due(words: ReviewWords, kpi_id: str) -> str:
    """Return what the rule on a KPI is known by; UserError where none of them is due."""
    found = {rule.kpi_id: rule.key for rule in words.rules.fired}
    if kpi_id not in found:
        due = formats.listed(sorted(found)) if found else "none"
        raise UserError(f"No rule on {quoted(kpi_id)} asks for what was agreed. Due are: {due}.")
    return found[kpi_id]


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
    yield from part_lines("What is counted", words.counted.lead, words.counted.advice)
    yield from part_lines(words.kept_headline, words.kept_lead, table=words.kept)
    yield from part_lines(words.rules.headline, words.rules.note, table=words.rules.rules)
    if words.rules.fired:
        due = formats.listed([rule.kpi_id for rule in words.rules.fired])
        yield from part_lines("", f"Once done, mark it: review --done KPI, here {due}.")
    found = words.forecasts
    bands = [f"{each.label}: {each.low:g} to {each.high:g}, {each.said}" for each in found.bands]
    yield from part_lines(found.headline, found.lead, *bands, found.coming)
    learnt = words.learned
    texts = (learnt.lead, *learnt.cautions)
    yield from part_lines(learnt.headline, *texts, table=learnt.ranges)
    yield from part_lines("", learnt.share, *learnt.limits)
    proposed = words.proposed
    probe = "" if proposed.probe is None else proposed.probe.text
    texts = (proposed.text, proposed.agreed, probe, proposed.planned)
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
