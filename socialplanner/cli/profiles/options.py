"""What several commands of profiles take alike."""

from argparse import Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable

from socialplanner.cli.profiles.examples import EXAMPLES
from socialplanner.cli.usage import Command, Commands, Parser

NAME_HELP = "name, id or file of the profile"


def added(
    commands: Commands, name: str, words: str, make: Callable[[Namespace], Command]
) -> Parser:
    """Add a command with its one line of help; `make` makes it of what was typed."""
    made = commands.add_parser(name, help=words, allow_abbrev=False)
    made.description = f"{words[:1].upper()}{words[1:]}."
    made.formatter_class = RawDescriptionHelpFormatter
    examples = "".join(f"\n  {each}" for each in EXAMPLES[name])
    made.epilog = f"for example:{examples}"
    made.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    made.set_defaults(run=make, refuse=made.error)
    return made


def add_name(command: Parser) -> None:
    """Let a command take the name of one profile."""
    command.add_argument("name", metavar="NAME", help=NAME_HELP)


def add_key(command: Parser) -> None:
    """Let a command take the passphrase of the profile, but never as an argument."""
    command.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="its first line is the passphrase of the profile, if it has one",
    )


def add_json(command: Parser) -> None:
    """Let a command print JSON for other programs."""
    command.add_argument("--json", action="store_true", help="print JSON")


def add_details(command: Parser) -> None:
    """Let a command take who a profile is for."""
    command.add_argument("--currency", metavar="TEXT", help="printed as given, such as €")
    command.add_argument("--website", metavar="URL", help="begins with https:// or http://")
    command.add_argument("--language", metavar="TAG", help="such as en or de-AT")
    command.add_argument("--prepared-by", metavar="TEXT", help="who made the plan")
    command.add_argument("--prepared-for", metavar="TEXT", help="for whom it was made")
    command.add_argument("--tag", metavar="TAG", action="append", help="add a tag; may be repeated")


def add_passphrase(command: Parser) -> None:
    """Let a command take the passphrase of a bundle and that of the profile it is about."""
    group = command.add_mutually_exclusive_group()
    group.add_argument(
        "--passphrase-file", metavar="FILE", help="its first line is the passphrase of the bundle"
    )
    group.add_argument(
        "--passphrase", action="store_true", help="ask for the passphrase of the bundle"
    )
    command.add_argument(
        "--profile-passphrase-file",
        metavar="FILE",
        help="the same for the profile, if it has a passphrase (default: that of the bundle)",
    )
