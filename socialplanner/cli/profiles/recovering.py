"""Get a damaged profile back, and the whole library from its backup."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.hints import hinted
from socialplanner.cli.profiles.place import moment_shown, opened
from socialplanner.errors import UserError
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.library_backup import restore_library
from socialplanner.store.recovery import Recovery
from socialplanner.store.trouble import DamagedError, ProtectedError


def recover(library: Library, path: Path, *, is_preview: bool) -> None:
    """Put what can be got back in the place of a damaged profile, and say what that was."""
    if not _is_damaged(library, path):
        raise UserError(f"{visible(str(path))} is not damaged; nothing was done.")
    before = set(_kept_aside(library, path))
    recovery = library.recoverable(path) if is_preview else library.recover(path)
    lines = list(_report(recovery, is_preview=is_preview))
    if is_preview:
        lines.append("This was a preview; nothing was changed.")
    lines += [
        f"The damaged file is kept as {visible(str(kept))}."
        for kept in _kept_aside(library, path)
        if kept not in before
    ]
    streams.write("".join(f"{line}\n" for line in lines))


def _is_damaged(library: Library, path: Path) -> bool:
    """Return whether a file cannot be read, with a passphrase that is known to be the right one."""
    try:
        library.read(path)
    except (DamagedError, ProtectedError):
        return True
    return False


def _report(recovery: Recovery, *, is_preview: bool) -> Iterator[str]:
    """Yield what was got back, and from where."""
    name, verb = visible(recovery.record.profile.name), "can be" if is_preview else "is"
    yield f"{name} {verb} back."
    yield f"{counted(recovery.read_answers, 'answer', 'answers')} could still be read in the file."
    if recovery.backed_up_at is None:
        yield "There is no good backup that could have helped."
        return
    when = moment_shown(recovery.backed_up_at)
    more = counted(recovery.other_answers, "answer was", "answers were")
    yield f"{more} missing there and taken from the backup of {when}."


def _kept_aside(library: Library, path: Path) -> Iterator[Path]:
    """Yield the damaged states of a file that are kept; a name may hold what patterns mean."""
    if library.damaged.is_dir():
        for folder in sorted(library.damaged.iterdir()):
            if (folder / path.name).is_file():
                yield folder / path.name


def restore_whole_library(arguments: Namespace) -> None:
    """Add every profile of a library's backup that is missing; none is replaced."""
    library = opened(arguments.data_folder)
    source = Path(arguments.library)
    done = restore_library(library, source, dry=arguments.preview)
    verb = ("would be", "would be") if arguments.preview else ("was", "were")
    what = counted(len(done.done), f"profile {verb[0]}", f"profiles {verb[1]}")
    lines = [f"{what} added from {visible(str(source))}."]
    lines += [f"  {visible(name)}" for name in done.done]
    if done.skipped:
        there = counted(len(done.skipped), "profile is", "profiles are")
        lines.append(f"{there} in the library already; nothing is replaced.")
    streams.write("".join(f"{line}\n" for line in lines))
    if done.refused:
        streams.complain(*(f"{visible(name)}: {hinted(error)}" for name, error in done.refused))
        what = counted(len(done.refused), "profile", "profiles")
        raise UserError(f"{what} of the backup could not be read; take another backup for them.")
