"""The command `profiles show`: everything that is kept of one profile, in words or as JSON."""

from argparse import Namespace
from collections.abc import Iterator

from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.hints import hinted
from socialplanner.cli.profiles.history import history_lines, history_record
from socialplanner.cli.profiles.place import moment_shown, opened
from socialplanner.cli.profiles.profile_record import profile_record
from socialplanner.cli.profiles.progress import progress, resume_sentence
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import MARKS, STATES, json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import AnswerMark, answer_marks
from socialplanner.domain.record import IssuedPlan, ProfileRecord, RecordedAssessment
from socialplanner.messages import counted, visible
from socialplanner.store.backups import Backup
from socialplanner.store.library import Library
from socialplanner.store.trouble import StoreError


def show(arguments: Namespace) -> None:
    """Print what is kept of a profile; its history of changes only where it is asked for."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    record = library.read(path)
    backups = _backups_of(library, record)
    if arguments.json:
        plain = {"path": str(path), **profile_record(catalogue, record, backups)}
        if arguments.history is not None:
            plain["history"] = history_record(catalogue, record, arguments.history)
        streams.write(json_text(plain))
        return
    lines = [f"{visible(record.profile.name)} is kept in {visible(str(path))}."]
    lines += [*_profile(record), *_brand(record)]
    for assessment in record.assessments:
        lines += _assessment(catalogue, record, assessment)
    if record.newest is not None:
        state = progress(catalogue, record.newest)
        lines += [resume_sentence(state, record), *_marked(catalogue, record.newest)]
    lines += [*map(_plan, record.plans), _backups(backups)]
    if arguments.history is not None:
        lines += history_lines(catalogue, record, arguments.history)
    streams.write("".join(f"{line}\n" for line in lines))


def _backups_of(library: Library, record: ProfileRecord) -> tuple[Backup, ...]:
    """Return the backups of a profile; where they cannot be seen, only that is said."""
    try:
        return library.backups(record.id).listed()
    except StoreError as error:
        streams.complain(f"Warning: the backups cannot be seen. {hinted(error)}")
        return ()


def _profile(record: ProfileRecord) -> Iterator[str]:
    """Yield who it is for, without what was left empty."""
    profile = record.profile
    words = {
        "Prepared for": profile.prepared_for,
        "Prepared by": profile.prepared_by,
        "Currency": profile.currency,
        "Language": profile.language,
        "Website": profile.website,
        "Tags": ", ".join(record.tags),
        "Id": record.id,
        "Made": moment_shown(record.created_at),
        "Last change": moment_shown(record.changed_at),
    }
    yield from (f"  {key}: {visible(value)}" for key, value in words.items() if value)
    if record.is_archived:
        yield "  It is archived."
    if record.is_sample:
        yield "  It is an invented firm."


def _brand(record: ProfileRecord) -> Iterator[str]:
    """Yield how its plans look, where anything was chosen."""
    brand = record.brand
    if brand.logo is not None:
        yield f"  Logo: {len(brand.logo):,} bytes"
    if brand.colours:
        yield f"  Colours: {', '.join(map(visible, brand.colours))}"
    yield from (f"  Line: {visible(line)}" for line in brand.lines)


def _assessment(
    catalogue: Catalogue, record: ProfileRecord, assessment: RecordedAssessment
) -> Iterator[str]:
    """Yield how far an assessment has come, and what became of its answers."""
    state = progress(catalogue, assessment)
    words = f"{STATES[assessment.state]}, {state.answered}/{state.questions} answered"
    marks = list(answer_marks(record, assessment.id, catalogue.renamed).values())
    if assessment.earlier_id:
        counts = ((MARKS[mark], marks.count(mark)) for mark in AnswerMark)
        words += "".join(f", {count} {word}" for word, count in counts if count)
    yield f"Assessment of {assessment.day}: {words}."
    for what, ids in (
        ("Kept", assessment.choices.pinned),
        ("Declined", assessment.choices.declined),
    ):
        if ids:
            yield f"  {what}: {', '.join(map(visible, sorted(ids)))}"


def _marked(catalogue: Catalogue, assessment: RecordedAssessment) -> Iterator[str]:
    """Yield what is marked for review, and every note."""
    for key, answer in assessment.answers.items():
        question = catalogue.questionnaire.by_id.get(catalogue.renamed.get(key, key))
        words = f"{visible(key)}: {question.text}" if question else visible(key)
        if answer.is_marked:
            yield f"Marked: {words}"
        if answer.note:
            note = "\n  ".join(map(visible, answer.note.splitlines()))
            yield f"Note at {words}\n  {note}"


def _plan(plan: IssuedPlan) -> str:
    when = f"made {moment_shown(plan.issued_at)}"
    return f"Plan for {plan.day}, {visible(plan.paper)}, {when}, SHA-256 {visible(plan.pdf_digest)}"


def _backups(backups: tuple[Backup, ...]) -> str:
    if not backups:
        return "There is no backup yet."
    number = counted(len(backups), "backup", "backups")
    return f"{number}, the newest of {moment_shown(backups[0].moment)}."
