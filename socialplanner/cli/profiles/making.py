"""The commands `new`, `duplicate` and `reassess`: what begins a profile or an assessment."""

from argparse import Namespace
from dataclasses import replace

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
from socialplanner.domain import beginning
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now, duplicated
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.answers_file import AnswersFile
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.naming import new_id
from socialplanner.store.protection import added_protected


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
    record = beginning.begun(profile, new_id(), new_id(), edit)
    if file is None:
        return record
    return beginning.filled(record, file.answers, file.choices, file.day, edit)


def added(
    library: Library, catalogue: Catalogue, record: ProfileRecord, key: str | None = None
) -> None:
    """Add a profile to the library, and say where it is and how to go on.

    The copy of a profile with a passphrase has the same from the first byte.
    """
    name = record.profile.name
    same = [each for each in library.entries() if is_called(each, name)]
    path = library.add(record) if key is None else added_protected(library, record, key)
    lines = [f"{visible(name)} is kept in {visible(str(path))}."]
    lines += [] if key is None else ["It has the same passphrase as what it is a copy of."]
    if same:
        lines.append(f"Another profile is called so too; name this one by its id: {record.id}")
    streams.write("".join(f"{line}\n" for line in lines))
    streams.write(_next(catalogue, record if not same else _named_by_id(record)))


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
        record = beginning.reassessed(profile.record, new_id(), catalogue.renamed, edit)
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
