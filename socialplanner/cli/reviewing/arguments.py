"""What can be typed after `socialplanner review`."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.options import add_json, add_key, add_name
from socialplanner.cli.usage import Command, Parser, day

OUTCOMES = ("enquiries", "conversations")
"""Written out here, so that the parser imports no more than it needs; a test compares."""


def add_review(command: Parser) -> None:
    """Add the command."""
    command.description = (
        "Say what the logbook of a profile says of its plan, and keep the forecast of the coming "
        "weeks, so that a later review can judge it, and the day on which the review was held. "
        "Nothing else is changed, unless you say what is to be counted or which decision rule you "
        "have acted on."
    )
    add_name(command)
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    command.add_argument(
        "--date", type=day, metavar="YYYY-MM-DD", help="the day of the review (default: today)"
    )
    command.add_argument("--dry-run", action="store_true", help="keep neither forecast nor day")
    command.add_argument(
        "--count", choices=OUTCOMES, help="count this from now on (at first: enquiries)"
    )
    command.add_argument(
        "--done",
        metavar="KPI",
        help="mark the rule that is due as done, named by its KPI, e.g. leads_tagged",
    )
    add_json(command)
    add_key(command)
    command.set_defaults(run=_review)


def _review(arguments: Namespace) -> Command:
    from socialplanner.cli.reviewing.reviewing import review  # noqa: PLC0415 - NumPy

    return partial(review, arguments)
