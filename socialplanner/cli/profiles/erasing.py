"""The command `profiles erase`: gone for good, after it was said what will be gone."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.place import opened
from socialplanner.cli.profiles.trash_search import named_in_trash, trash_entry
from socialplanner.cli.profiles.twins import has_own_backups, twins
from socialplanner.domain.listing import ProfileEntry, folded
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.trash import Trashed

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
    is_shared = bool(doomed.twins) or not has_own_backups(library, doomed.entry.id)
    keeps = arguments.keep_backups or is_shared
    streams.write("".join(f"{line}\n" for line in _announced(doomed, keeps_backups=keeps)))
    if not arguments.yes:
        _agree(doomed.entry.name)
    library.erase(doomed.path, with_backups=not keeps)
    streams.write(f"{visible(doomed.entry.name)} is erased. {ELSEWHERE}\n")


def erase_trashed(library: Library, trashed: Trashed) -> None:
    """Erase what is in the trash; its backups too, unless they are another file's as well."""
    record_id = trash_entry(trashed).id
    is_shared = bool(twins(library, record_id, trashed.path))
    is_own = has_own_backups(library, record_id) and not is_shared
    library.erase(trashed.path, with_backups=is_own)


def _doomed(library: Library, name: str) -> Doomed:
    """Return what is to be erased: in the library, else in the trash."""
    entry, path = _found_anywhere(library, name)
    return Doomed(
        entry=entry,
        path=path,
        remains=library.remains(path),
        twins=twins(library, entry.id, path),
    )


def _found_anywhere(library: Library, name: str) -> tuple[ProfileEntry, Path]:
    """Return a profile by its whole name; the beginning of one does not do here."""
    try:
        entry = library.find(name)
    except UserError as unknown:
        try:
            trashed = named_in_trash(library, name)
        except UserError:
            raise unknown from None
        return trash_entry(trashed), trashed.path
    path = library.path(entry)
    if name not in (entry.id, entry.file, path.stem) and folded(name.strip()) != folded(
        entry.name.strip()
    ):
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
