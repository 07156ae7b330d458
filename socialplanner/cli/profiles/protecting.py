"""The commands `profiles protect` and `profiles unprotect`: give a passphrase, take it away."""

from argparse import Namespace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.columns import prose
from socialplanner.cli.profiles.hints import command, typed_name
from socialplanner.cli.profiles.passphrases import VARIABLE, given_passphrase, typed_passphrase
from socialplanner.cli.profiles.place import found, opened
from socialplanner.cli.profiles.unlocking import unlocked
from socialplanner.domain.listing import ProfileEntry
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.driver import can_protect
from socialplanner.store.profile_file import is_protected
from socialplanner.store.protection import protect as protected
from socialplanner.store.protection import unprotect as unprotected
from socialplanner.store.same_profile import twins

WARNING = "A forgotten passphrase is a lost profile: without it nobody can open it, not even we."
NAME_STAYS = "The name of the brand stays readable: the file is called so."
ELSEWHERE = (
    "What was made without it stays readable, if there is any: plans and bundles you exported, "
    "backups of the whole library, and copies that a backup of this machine took."
)
NOT_INSTALLED = (
    "The part that makes profiles with a passphrase is not installed; nothing was changed. "
    "Install it with: pip install 'socialplanner[passphrase]'"
)


def protect(arguments: Namespace) -> None:
    """Encrypt a profile with all its backups, and say where it is and what that means."""
    library = opened(arguments.data_folder)
    entry, path = found(library, arguments.name)
    _refuse_protected(entry, path)
    if not can_protect():
        raise UserError(NOT_INSTALLED)
    given = given_passphrase(arguments.passphrase_file, is_asked=False, is_new=True)
    target = protected(library, path, _typed(entry) if given is None else given)
    streams.write(
        f"{visible(entry.name)} has a passphrase now, its backups too. It is kept in "
        f"{visible(str(target))}.\n"
    )
    warning = "" if given is None else f"{WARNING} "
    streams.write(prose(f"{warning}{NAME_STAYS}\n{ELSEWHERE}"))
    for twin in twins(library, target):
        if not is_protected(twin):
            streams.complain(
                f"Warning: {visible(str(twin))} holds the same profile and is not encrypted; "
                f"erase it if it is not needed."
            )


def unprotect(arguments: Namespace) -> None:
    """Write a profile and its backups without a passphrase, and say where it is."""
    library = opened(arguments.data_folder)
    entry, path = found(library, arguments.name)
    if not is_protected(path):
        raise UserError(f"{quoted(entry.name)} has no passphrase; nothing was changed.")
    entry = unlocked(library, entry, arguments)
    target = unprotected(library, path)
    streams.write(
        f"{visible(entry.name)} has no passphrase any more, its backups neither. It is kept in "
        f"{visible(str(target))}.\nWho can read your files can read it.\n"
    )


def _refuse_protected(entry: ProfileEntry, path: Path) -> None:
    if is_protected(path):
        away = command("unprotect", typed_name(entry.name, entry.id))
        raise UserError(
            f"{quoted(entry.name)} has a passphrase already; nothing was changed. To give it "
            f"another, take this one away first: {away}"
        )


def _typed(entry: ProfileEntry) -> str:
    """Return the passphrase to give, typed twice, after it was said what forgetting it means."""
    if not streams.is_terminal():
        raise UserError(
            f"Nobody can be asked for a passphrase here; nothing was changed. Write it into a "
            f"file and name that after --passphrase-file, or into the variable {VARIABLE}."
        )
    streams.write(prose(WARNING))
    return typed_passphrase(f"New passphrase for {visible(entry.name)}: ", is_new=True)
