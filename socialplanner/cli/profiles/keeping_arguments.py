"""What can be typed to back profiles up, to get them back, and to be rid of them."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.options import NAME_HELP, add_json, add_key, add_name, added
from socialplanner.cli.usage import Command, Commands


def add_keeping(commands: Commands) -> None:
    """Add `backup`, `restore`, `trash` and `erase`."""
    backup = added(commands, "backup", "back up one profile, or the whole library", _backup)
    backup.add_argument("name", metavar="NAME", nargs="?", help=f"{NAME_HELP} (default: all)")
    backup.add_argument("--output", metavar="FILE", help="where the whole library goes to")
    backup.add_argument("--force", action="store_true", help="replace a file of that name")
    add_key(backup)
    add_json(backup)
    _add_restore(commands)
    trash = added(commands, "trash", "move a profile to the trash, or list the trash", _trash)
    trash.add_argument("name", metavar="NAME", nargs="?", help=f"{NAME_HELP} (default: list)")
    trash.add_argument("--undo", metavar="NAME", help="take a profile back")
    add_json(trash)
    erase = added(commands, "erase", "erase a profile for good", _erase)
    add_name(erase)
    erase.add_argument("--yes", action="store_true", help="do not ask")
    erase.add_argument("--keep-backups", action="store_true", help="erase the profile alone")


def _add_restore(commands: Commands) -> None:
    command = added(commands, "restore", "put a backup in the place of a profile", _restore)
    command.add_argument("name", metavar="NAME", nargs="?", help=NAME_HELP)
    source = command.add_mutually_exclusive_group()
    source.add_argument(
        "--backup", metavar="MOMENT", help="as --list shows it (default: the last that differs)"
    )
    source.add_argument("--damaged", action="store_true", help="get a damaged profile back")
    source.add_argument("--library", metavar="FILE", help="add what is missing from this backup")
    source.add_argument("--list", action="store_true", help="list the backups of the profile")
    command.add_argument("--preview", action="store_true", help="only say what would be")
    add_key(command)
    add_json(command)


def _backup(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.profiles.backing_up import backup  # noqa: PLC0415

    if arguments.name is not None and (arguments.output or arguments.force):
        arguments.refuse(
            "--output goes with the whole library; to write one profile, use profiles export"
        )
    return partial(backup, arguments)


def _restore(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles import recovering, restoring  # noqa: PLC0415 - see _backup

    if (arguments.name is None) == (arguments.library is None):
        arguments.refuse("Name a profile, or the backup of a library after --library")
    if arguments.json and not arguments.list:
        arguments.refuse("--json goes with --list")
    if arguments.library is not None:
        return partial(recovering.restore_whole_library, arguments)
    return partial(restoring.restore, arguments)


def _trash(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.trashing import trash  # noqa: PLC0415 - see _backup

    if arguments.name is not None and (arguments.undo is not None or arguments.json):
        arguments.refuse("Name one profile to move to the trash, or to take back after --undo")
    return partial(trash, arguments)


def _erase(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.erasing import erase  # noqa: PLC0415 - see _backup

    return partial(erase, arguments)
