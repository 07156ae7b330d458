"""The commands `new`, `duplicate` and `reassess`: what begins a profile or an assessment."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.answers_source import answers_of_file
from socialplanner.cli.profiles.calling import is_called
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.columns import prose
from socialplanner.cli.profiles.details import Details
from socialplanner.cli.profiles.hints import typed_name
from socialplanner.cli.profiles.place import opened, working
from socialplanner.cli.profiles.progress import progress, resume_sentence
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import (
    Now,
    duplicated,
    new_record,
    with_answer,
    with_assessment,
    with_changed,
    with_reassessment,
    with_state,
)
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import AssessmentState, ProfileRecord
from socialplanner.exchange.answers_file import AnswersFile
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.naming import file_name, new_id
from socialplanner.store.whole_file import create_profile


def new(arguments: Namespace) -> None:
    """Make a profile with an empty assessment, or one filled from an answers file."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    file = None if arguments.source is None else answers_of_file(catalogue, arguments.source)
    details = Details(arguments)
    profile = details.profile(Profile(name="") if file is None else file.profile)
    tags = details.tags(())
    details.raise_problems()
    record = begun(profile, now(library, catalogue), file)
    added(library, catalogue, replace(record, tags=tags))


def begun(profile: Profile, edit: Now, file: AnswersFile | None) -> ProfileRecord:
    """Return a new profile with an assessment, with the answers of a file where there is one."""
    record = with_assessment(new_record(new_id(), profile, edit), new_id(), edit)
    if file is None:
        return record
    assessment = record.assessments[-1]
    filled = replace(assessment, day=file.day or edit.day, choices=file.choices)
    return with_answers(with_changed(record, filled, edit), assessment.id, file.answers, edit)


def with_answers(
    record: ProfileRecord, assessment_id: str, answers: Answers, edit: Now
) -> ProfileRecord:
    """Return the record with many questions answered, one after the other."""
    for question_id, answer in answers.items():
        record = with_answer(record, assessment_id, question_id, answer, edit)
    return record


def added(
    library: Library, catalogue: Catalogue, record: ProfileRecord, key: str | None = None
) -> None:
    """Add a profile to the library, and say where it is and how to go on.

    The copy of a profile with a passphrase has the same from the first byte.
    """
    name = record.profile.name
    same = [each for each in library.entries() if is_called(each, name)]
    path = library.add(record) if key is None else _added_protected(library, record, key)
    lines = [f"{visible(name)} is kept in {visible(str(path))}."]
    lines += [] if key is None else ["It has the same passphrase as what it is a copy of."]
    if same:
        lines.append(f"Another profile is called so too; name this one by its id: {record.id}")
    streams.write("".join(f"{line}\n" for line in lines))
    streams.write(_next(catalogue, record if not same else _named_by_id(record)))


def _added_protected(library: Library, record: ProfileRecord, key: str) -> Path:
    path = library.folder / file_name(record.profile.name, record.id, is_protected=True)
    create_profile(path, record, key)
    library.set_key(record.id, key)
    return path


def _named_by_id(record: ProfileRecord) -> ProfileRecord:
    return replace(record, profile=replace(record.profile, name=record.id))


def _next(catalogue: Catalogue, record: ProfileRecord) -> str:
    newest = record.newest
    return "" if newest is None else prose(resume_sentence(progress(catalogue, newest), record))


def duplicate(arguments: Namespace) -> None:
    """Make a new profile with all that is known of another, under a name of its own."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    details = Details(Namespace(name=arguments.new_name))
    profile = details.profile(Profile(name=""))
    details.raise_problems()
    edit = now(library, catalogue)
    copy = duplicated(library.read(path), new_id(), profile.name, edit)
    added(library, catalogue, copy, library.backups_of(path).key)


def reassess(arguments: Namespace) -> None:
    """Begin a new assessment from the last one, whose answers are then to be confirmed."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    edit = now(library, catalogue)
    with working(library, path) as profile:
        record = _reassessed(profile.record, catalogue, edit)
        profile.save(record)
    begun_now = record.assessments[-1]
    state = progress(catalogue, begun_now)
    what = counted(state.to_confirm, "answer is", "answers are")
    name = visible(typed_name(record.profile.name, record.id))
    streams.write(
        prose(
            f"A new assessment of {name} was begun; {what} to be confirmed or changed.\n"
            f"{resume_sentence(state, record)}"
        )
    )


def _reassessed(record: ProfileRecord, catalogue: Catalogue, edit: Now) -> ProfileRecord:
    """Return the record with its last assessment complete and the next one begun."""
    last = record.newest
    if last is not None:
        record = with_state(record, last.id, AssessmentState.COMPLETE, edit)
    return with_reassessment(
        record,
        new_id(),
        edit,
        renamed=catalogue.renamed,
        earlier_plan=record.plans[-1].hours if record.plans else None,
    )
