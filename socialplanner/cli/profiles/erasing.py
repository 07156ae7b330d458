"""The command `profiles erase`: gone for good, after it was said what will be gone."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import begins, is_called, is_handle, matching_entry
from socialplanner.cli.profiles.columns import prose
from socialplanner.cli.profiles.place import opened
from socialplanner.cli.profiles.trash_search import named_in_trash
from socialplanner.domain.listing import ProfileEntry
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.same_profile import trash_entry, twins

ELSEWHERE = (
    "What this program cannot erase, if you made any: plans and bundles you exported, backups of "
    "the whole library, and copies that a backup of this machine took. Delete those yourself."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """A profile to erase, its file, and what else holds data of it."""

    entry: ProfileEntry
    path: Path
    remains: tuple[Path, ...]
    twins: tuple[Path, ...]


def erase(arguments: Namespace) -> None:
    """Erase a profile with all that is kept of it, once that was agreed to."""
    library = opened(arguments.data_folder)
    doomed = _doomed(library, arguments.name)
    keeps = arguments.keep_backups or bool(doomed.twins)
    streams.write("".join(f"{line}\n" for line in _announced(doomed, keeps_backups=keeps)))
    if not arguments.yes:
        _agree(doomed.entry.name)
    library.erase(doomed.path, with_backups=not keeps)
    streams.write(prose(f"{visible(doomed.entry.name)} is erased. {ELSEWHERE}"))


def _doomed(library: Library, name: str) -> Doomed:
    """Return what is to be erased: in the library, else in the trash."""
    entry, path = _found_anywhere(library, name)
    return Doomed(
        entry=entry,
        path=path,
        remains=library.remains(path),
        twins=twins(library, path),
    )


def _found_anywhere(library: Library, name: str) -> tuple[ProfileEntry, Path]:
    """Return a profile by its whole name; the beginning of one does not do here."""
    try:
        entry = matching_entry(library, name)
    except UserError as unknown:
        if any(is_called(each, name) or begins(each, name) for each in library.entries()):
            raise  # several are called so: none of them is meant for sure
        try:
            trashed = named_in_trash(library, name, is_whole=True)
        except UserError:
            raise unknown from None
        return trash_entry(trashed), trashed.path
    path = library.path(entry)
    if not is_handle(entry, name) and not is_called(entry, name):
        raise UserError(
            f"{quoted(name)} is only the beginning of {quoted(entry.name)}; nothing was erased. "
            f"Write the whole name, or its id: {entry.id}"
        )
    return entry, path


def _announced(doomed: Doomed, *, keeps_backups: bool) -> list[str]:
    """Return what will be gone and what stays, a line each."""
    lines = [f"This will be erased for good: {visible(doomed.entry.name)}."]
    lines.append(f"  {visible(str(doomed.path))}")
    lines += [f"  {visible(str(path))}" for path in doomed.remains if not keeps_backups]
    if keeps_backups and doomed.remains:
        lines.append("What stays, and still holds data of it:")
        lines += [f"  {visible(str(path))}" for path in doomed.remains]
    for twin in doomed.twins:
        lines.append(f"{visible(str(twin))} is the same profile and stays, with all backups.")
    return lines


def _agree(name: str) -> None:
    """Ask the person at the terminal, or raise UserError where there is none or they say no."""
    if not streams.is_terminal():
        raise UserError(f"{quoted(name)} was not erased: nobody can be asked here; add --yes.")
    if streams.asked("Erase it? Type yes: ").casefold() not in ("yes", "y"):
        raise UserError(f"{quoted(name)} was not erased.")
