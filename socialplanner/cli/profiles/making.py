"""The commands `new`, `duplicate` and `reassess`: what begins a profile or an assessment."""

from argparse import Namespace
from dataclasses import replace

from socialplanner.cli import streams
from socialplanner.cli.profiles.answers_source import answers_of_file
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.details import Details
from socialplanner.cli.profiles.place import found, opened, typed_name, working
from socialplanner.cli.profiles.progress import progress, resume_sentence
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
from socialplanner.domain.listing import folded
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import AssessmentState, ProfileRecord
from socialplanner.exchange.answers_file import AnswersFile
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.naming import new_id


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


def added(library: Library, catalogue: Catalogue, record: ProfileRecord) -> None:
    """Add a profile to the library, and say where it is and how to go on."""
    name = record.profile.name
    same = [each for each in library.entries() if folded(each.name) == folded(name)]
    path = library.add(record)
    lines = [f"{visible(name)} is kept in {visible(str(path))}."]
    if same:
        lines.append(f"Another profile is called so too; name this one by its id: {record.id}")
    lines += _next(catalogue, record if not same else _named_by_id(record))
    streams.write("".join(f"{line}\n" for line in lines))


def _named_by_id(record: ProfileRecord) -> ProfileRecord:
    return replace(record, profile=replace(record.profile, name=record.id))


def _next(catalogue: Catalogue, record: ProfileRecord) -> list[str]:
    newest = record.newest
    return [] if newest is None else [resume_sentence(progress(catalogue, newest), record)]


def duplicate(arguments: Namespace) -> None:
    """Make a new profile with all that is known of another, under a name of its own."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = found(library, arguments.name)
    details = Details(Namespace(name=arguments.new_name))
    profile = details.profile(Profile(name=""))
    details.raise_problems()
    edit = now(library, catalogue)
    added(library, catalogue, duplicated(library.read(path), new_id(), profile.name, edit))


def reassess(arguments: Namespace) -> None:
    """Begin a new assessment from the last one, whose answers are then to be confirmed."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = found(library, arguments.name)
    edit = now(library, catalogue)
    with working(library, path) as profile:
        record = _reassessed(profile.record, catalogue, edit)
        profile.save(record)
    begun_now = record.assessments[-1]
    state = progress(catalogue, begun_now)
    what = counted(state.to_confirm, "answer is", "answers are")
    name = visible(typed_name(record.profile.name, record.id))
    streams.write(
        f"A new assessment of {name} was begun; {what} to be confirmed or changed.\n"
        f"{resume_sentence(state, record)}\n"
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
