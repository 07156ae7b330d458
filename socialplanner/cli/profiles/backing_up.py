"""The command `profiles backup`: of one profile, or of the whole library in one file."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.hints import command, hinted
from socialplanner.cli.profiles.place import moment_shown, opened, today
from socialplanner.cli.profiles.targets import refuse_existing, refuse_folder, refuse_profile
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.moment import moment_text
from socialplanner.errors import UserError
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.library_backup import LIBRARY_SUFFIX, back_up_library
from socialplanner.store.profile_file import read_profile


def backup(arguments: Namespace) -> None:
    """Back up one profile, or the whole library where none is named."""
    library = opened(arguments.data_folder)
    if arguments.name is None:
        _back_up_library(library, arguments)
    else:
        _back_up_profile(library, arguments)


def _back_up_profile(library: Library, arguments: Namespace) -> None:
    """Make a backup of one profile; it may be open elsewhere meanwhile."""
    entry, path = reached(library, arguments)
    backups = library.backups_of(path)
    with closing(read_profile(path, key=backups.key)) as file:
        before = backups.listed()
        made = backups.make(file.connection, library.clock())
    is_new = made not in before
    if arguments.json:
        record = {"path": str(made.path), "moment": moment_text(made.moment), "is_new": is_new}
        streams.write(json_text(record))
    elif is_new:
        streams.write(f"A backup of {visible(entry.name)} is in {visible(str(made.path))}.\n")
    else:
        when = moment_shown(made.moment)
        streams.write(f"The backup of {when} holds all of {visible(entry.name)} already.\n")


def _back_up_library(library: Library, arguments: Namespace) -> None:
    """Write every profile into one file; UserError where some could not be taken along."""
    default = f"socialplanner-{today(library)}{LIBRARY_SUFFIX}"
    target = Path(arguments.output or default)
    refuse_folder(target)
    refuse_profile(target)
    refuse_existing(target, is_forced=arguments.force)
    done = back_up_library(library, target, library.clock())
    if arguments.json:
        refused = [{"file": name, "reason": str(error)} for name, error in done.refused]
        record = {"path": str(target), "profiles": list(done.done), "refused": refused}
        streams.write(json_text(record))
    else:
        what = counted(len(done.done), "profile is", "profiles are")
        streams.write(f"{what} in {visible(str(target))}.\n")
    if done.refused:
        streams.complain(*(hinted(error) for _, error in done.refused))
        what = counted(len(done.refused), "profile is", "profiles are")
        check = command("check", Path(done.refused[0][0]).stem)
        raise UserError(f"{what} not in the backup; put that right, then back up again: {check}")
