"""The command `profiles import`: a bundle, a plan that carries one, or answers; never lost."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socialplanner.app.incoming import Source, copy_of_mine
from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import is_called, is_handle
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.hints import command
from socialplanner.cli.profiles.import_source import incoming
from socialplanner.cli.profiles.making import added, begun
from socialplanner.cli.profiles.merge_report import merge_lines, merge_record, wanted_keys
from socialplanner.cli.profiles.place import found, opened, working
from socialplanner.cli.profiles.unlocking import unlocked
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.merging import merged
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.record_differences import differences
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.same_profile import trash_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import: the library and catalogue it goes into, and what was asked for."""

    library: Library
    catalogue: Catalogue
    asked: Namespace


def take_in(arguments: Namespace) -> None:
    """Add what a file holds as a new profile, or merge it into the one it belongs to."""
    task = Import(
        library=opened(arguments.data_folder), catalogue=catalogue_in_use(), asked=arguments
    )
    source = incoming(task.catalogue, arguments)
    theirs = source.record or _begun_from(task, source)
    if arguments.into is not None:
        entry, _ = found(task.library, arguments.into)
        if source.record is not None and source.record.id != entry.id:
            _say_whose(entry, source.record, arguments)
        _merge(task, entry, lambda mine: copy_of_mine(mine, theirs, source))
        return
    if source.record is not None:
        _refuse_trashed(task.library, theirs)
        entries = [each for each in task.library.entries() if each.id == theirs.id]
        if entries:
            _merge(task, entries[0], lambda _: theirs)
            return
    _add(task, theirs)


def _begun_from(task: Import, source: Source) -> ProfileRecord:
    """Return a new profile with the answers of a file."""
    if source.file is None:
        raise AssertionError("a source holds a record or a file")
    return begun(source.file.profile, now(task.library, task.catalogue), source.file)


def _say_whose(entry: ProfileEntry, theirs: ProfileRecord, arguments: Namespace) -> None:
    """Say that a bundle is of another profile; that has to be meant by its whole name."""
    if not is_handle(entry, arguments.into) and not is_called(entry, arguments.into):
        raise UserError(
            f"{quoted(arguments.into)} is only the beginning of {quoted(entry.name)}, and the "
            f"bundle is of another profile; nothing was taken in. Write the whole name."
        )
    if not arguments.json:
        streams.write(f"These are the answers of {quoted(theirs.profile.name)}, another profile.\n")


def _refuse_trashed(library: Library, record: ProfileRecord) -> None:
    """Raise UserError where the profile lies in the trash: two of it would share their backups."""
    for trashed in library.trash.listed():
        if trash_entry(trashed).id == record.id:
            back = command("trash", f"--undo={record.id}")
            raise UserError(
                f"{visible(record.profile.name)} lies in the trash; nothing was taken in. Take it "
                f"back first, and what is new is merged into it: {back}"
            )


def _add(task: Import, record: ProfileRecord) -> None:
    """Add a new profile, or say that it would be added."""
    if task.asked.take:
        raise UserError("This profile is new here: there is nothing to choose after --take.")
    if task.asked.json:
        path = None if task.asked.preview else task.library.add(record)
        streams.write(json_text(merge_record(record, None, path)))
    elif task.asked.preview:
        streams.write(
            f"{visible(record.profile.name)} would be added as a new profile.\n"
            f"This was a preview; nothing was changed.\n"
        )
    else:
        added(task.library, task.catalogue, record)


def _merge(
    task: Import, entry: ProfileEntry, copy_for: Callable[[ProfileRecord], ProfileRecord]
) -> None:
    """Merge a copy of a profile into it, or say what that would do."""
    unlocked(task.library, entry, task.asked)
    path = task.library.path(entry)
    if task.asked.preview:
        mine = task.library.read(path)
        _report(task, mine, copy_for(mine), None)
        return
    with working(task.library, path) as profile:
        mine = profile.record
        theirs = copy_for(mine)
        take = wanted_keys(differences(mine, theirs), task.asked)
        profile.save(merged(mine, theirs, take, task.library.clock()))
    _report(task, mine, theirs, path)


def _report(task: Import, mine: ProfileRecord, theirs: ProfileRecord, path: Path | None) -> None:
    """Say what was merged, or would be, and where both differ."""
    comparison = differences(mine, theirs)
    take = wanted_keys(comparison, task.asked)
    if task.asked.json:
        streams.write(json_text(merge_record(mine, comparison, path)))
        return
    lines = merge_lines(task.catalogue, mine, comparison, take, is_preview=task.asked.preview)
    streams.write("".join(f"{line}\n" for line in lines))
