"""What can be typed after `socialplanner profiles`."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.keeping_arguments import add_keeping
from socialplanner.cli.profiles.making_arguments import add_making
from socialplanner.cli.profiles.options import add_json, add_key, add_name, added
from socialplanner.cli.profiles.protecting_arguments import add_protecting
from socialplanner.cli.profiles.working_arguments import add_working
from socialplanner.cli.usage import Command, Commands, Parser


def add_profiles(profiles: Parser) -> None:
    """Add every command that works with profiles."""
    profiles.description = (
        "Keep profiles: one file for each brand, with everything that was answered and planned. "
        "NAME is a profile's name or the beginning of it, its id, or its file."
    )
    profiles.epilog = 'To begin: socialplanner profiles new "Corner Bakery"'
    profiles.set_defaults(run=lambda _: profiles.print_help)
    commands = profiles.add_subparsers(title="commands", metavar="COMMAND")
    add_looking(commands)
    add_making(commands)
    add_working(commands)
    add_keeping(commands)
    add_protecting(commands)


def add_looking(commands: Commands) -> None:
    """Add the commands that only look: `list`, `show` and `check`."""
    listing = added(commands, "list", "list profiles", _list)
    listing.add_argument(
        "--search", metavar="TEXT", help="only those with this in name, kind or tags"
    )
    listing.add_argument("--archived", action="store_true", help="archived ones too")
    add_json(listing)
    show = added(commands, "show", "show what is kept of a profile", _show)
    add_name(show)
    show.add_argument(
        "--history",
        nargs="?",
        const="",
        metavar="QUESTION",
        help="every change of an answer, or of the answers to one question",
    )
    add_key(show)
    add_json(show)
    check = added(commands, "check", "check whether profiles are sound", _check)
    check.add_argument("name", metavar="NAME", nargs="?", help="default: all")
    add_key(check)
    add_json(check)


def _list(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.profiles.listing import list_profiles  # noqa: PLC0415

    return partial(list_profiles, arguments)


def _show(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.showing import show  # noqa: PLC0415 - see _list

    return partial(show, arguments)


def _check(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.checking import check  # noqa: PLC0415 - see _list

    return partial(check, arguments)
