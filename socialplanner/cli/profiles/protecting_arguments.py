"""What can be typed to give a profile a passphrase, and to take it away."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.options import add_name, added
from socialplanner.cli.usage import Command, Commands, Parser


def add_protecting(commands: Commands) -> None:
    """Add `protect` and `unprotect`."""
    protect = added(commands, "protect", "encrypt a profile with a passphrase", _protect)
    unprotect = added(commands, "unprotect", "take the passphrase of a profile away", _unprotect)
    for command, what in ((protect, "the new passphrase"), (unprotect, "the passphrase")):
        _add_source(command, what)


def _add_source(command: Parser, what: str) -> None:
    add_name(command)
    command.add_argument(
        "--passphrase-file", metavar="FILE", help=f"its first line is {what} (default: ask)"
    )


def _protect(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.profiles.protecting import protect  # noqa: PLC0415

    return partial(protect, arguments)


def _unprotect(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.protecting import unprotect  # noqa: PLC0415 - see _protect

    return partial(unprotect, arguments)
