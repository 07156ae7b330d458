"""The command `compare`: two assessments of a profile side by side."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from socialplanner.app.comparing import Comparer
from socialplanner.cli import streams
from socialplanner.cli.consulting.comparison_record import comparison_record
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.columns import prose, table
from socialplanner.cli.profiles.place import opened
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.messages import listed, quoted
from socialplanner.presentation.comparison import Comparison
from socialplanner.presentation.summary.moved import scores_table
from socialplanner.presentation.summary.parts import TextTable


def compare(arguments: Namespace) -> None:
    """Print what differs between two assessments of a profile."""
    library = opened(arguments.data_folder)
    _, path = reached(library, arguments)
    record = library.read(path)
    comparer = Comparer(catalogue_in_use())
    then, now = _chosen(comparer, record, arguments)
    found = comparer.compare(record, then.id, now.id)
    if arguments.json:
        streams.write(json_text(comparison_record(found, then, now)))
        return
    streams.write("\n".join(_pieces(found)))


def _chosen(
    comparer: Comparer, record: ProfileRecord, arguments: Namespace
) -> tuple[RecordedAssessment, RecordedAssessment]:
    """Return the two assessments that are meant; UserError where there are no two."""
    ready = comparer.comparable(record)
    now = _meant(record, arguments.now) if arguments.now else (ready[-1] if ready else None)
    if arguments.then:
        then: RecordedAssessment | None = _meant(record, arguments.then)
    else:
        before = [each for each in ready if now is None or each.id != now.id]
        begun = [each for each in before if now is not None and each.id == now.earlier_id]
        then = next(reversed(begun or before), None)
    if then is None or now is None:
        raise UserError(
            f"{quoted(record.profile.name)} has no two assessments that can be compared: each "
            f"needs the answers that a plan rests on."
        )
    if then.id == now.id:
        raise UserError("Both name the same assessment; name two different ones.")
    return then, now


def _meant(record: ProfileRecord, text: str) -> RecordedAssessment:
    """Return the assessment of an id, or the last one of a day."""
    for each in reversed(record.assessments):
        if text in (each.id, each.day.isoformat()):
            return each
    days = listed(f"{each.day.isoformat()} ({each.id})" for each in record.assessments)
    raise UserError(f"There is no assessment {quoted(text)}; there are: {days or 'none'}.")


def _pieces(found: Comparison) -> Iterator[str]:
    """Yield everything that is said, a piece at a time."""
    page = found.progress.compared
    if page is None:
        raise ValueError("there is nothing to compare")
    said = [found.progress.headline, found.progress.lead, page.versions, page.overlap]
    yield prose("\n".join(each for each in said if each))
    yield _part("Improved", found.improved.lead, found.improved.scores)
    yield _part("To watch", found.to_watch.lead, found.to_watch.scores)
    scores = scores_table(page.scores, page.overall, (page.then, page.now))
    yield _part("Each score", page.scores_note, scores)
    if page.yardsticks is not None:
        words = page.yardsticks
        yield _part(words.headline, words.lead, words.split)
    yield _part("The mix", page.mix_note, page.mix)
    yield _part("The plan", found.plan_lead, found.plan)
    yield _part(page.kept.headline, page.kept.lead, page.kept.hours)
    yield _part("Answers that differ", page.answers_lead, page.answers)


def _part(title: str, lead: str, content: TextTable) -> str:
    """Return a titled table, its figures as wide as they need."""
    heads = [head.replace("\u00a0", " ") for head in content.head]
    whole: Sequence[str] = [heads[place] for place in sorted(content.figures)]
    plain = [[cell.replace("\u00a0", " ") for cell in row] for row in content.rows]
    rows = table(heads, plain, most=streams.screen_width(), whole=whole)
    return f"{title}\n{prose(lead)}{rows if content.rows else ''}"
