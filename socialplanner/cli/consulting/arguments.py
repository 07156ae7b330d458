"""What can be typed after `socialplanner compare` and `socialplanner portfolio`."""

from argparse import Namespace, RawDescriptionHelpFormatter

from socialplanner.cli.profiles.options import add_json, add_key, add_name
from socialplanner.cli.usage import Command, Parser

RANKINGS = ("best", "gap", "name")
"""Written out here, so that the parser imports nothing that ranks; a test compares."""

_COMPARE = """\
for example:
  socialplanner compare corner
  socialplanner compare corner --from 2027-01-04 --to 2027-07-05 --json"""

_PORTFOLIO = """\
for example:
  socialplanner portfolio --tag retail --sort gap
  socialplanner portfolio --alias --output clients.xlsx"""


def add_compare(command: Parser) -> None:
    """Let the command compare two assessments of a profile."""
    command.description = (
        "Compare two assessments of a profile: what clearly changed, and what did not. Without "
        "--from and --to these are the newest and the one it was started from."
    )
    _dress(command, _COMPARE)
    add_name(command)
    what = "id or date (YYYY-MM-DD) of the {which} assessment"
    command.add_argument(
        "--from", dest="then", metavar="ID|DATE", help=what.format(which="earlier")
    )
    command.add_argument("--to", dest="now", metavar="ID|DATE", help=what.format(which="later"))
    add_key(command)
    add_json(command)
    command.set_defaults(run=_compare)


def add_portfolio(command: Parser) -> None:
    """Let the command show all clients side by side."""
    command.description = (
        "Show all clients side by side: scores, gaps, hours, reviews that are due, and questions "
        "that are weak points of many. Samples and archived profiles are not counted."
    )
    _dress(command, _PORTFOLIO)
    command.add_argument(
        "--tag", metavar="TAG", action="append", default=[], help="only these; may be repeated"
    )
    command.add_argument(
        "--sort", choices=RANKINGS, default="best", help="in which order (default: best)"
    )
    command.add_argument(
        "--alias", action="store_true", help="an alias for each client instead of its name"
    )
    command.add_argument("--output", metavar="FILE", help="write a file: .csv or .xlsx")
    command.add_argument(
        "--force",
        action="store_true",
        help="replace a file of that name that is no earlier portfolio",
    )
    command.set_defaults(run=_portfolio)


def _dress(command: Parser, examples: str) -> None:
    command.formatter_class = RawDescriptionHelpFormatter
    command.epilog = examples
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )


def _compare(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.consulting.comparing import compare  # noqa: PLC0415

    return lambda: compare(arguments)


def _portfolio(arguments: Namespace) -> Command:
    from socialplanner.cli.consulting.clients import portfolio  # noqa: PLC0415 - see _compare

    return lambda: portfolio(arguments)
