"""What can be typed to log weeks and enquiries, and to list them."""

import math
from argparse import ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from functools import partial

from socialplanner.cli.profiles.options import add_json, add_key
from socialplanner.cli.usage import Command, Commands, Parser, day

KNOWN_BY = ("asked", "tag", "code", "no")
"""How one knows where an enquiry came from; a test compares them with the domain's."""

_ADD = """\
for example:
  socialplanner log add --profile corner --week 2027-02-03 --hours reply_desk=1.5 --outcome calls=7
  socialplanner log add --profile corner --week 2027-02-03 --odd --note "Shop closed for repairs"

What is given is added to what is logged of that week or takes its place; all else stays."""

_ENQUIRY = """\
for example:
  socialplanner log enquiry --profile corner --words "saw the oven video" --source short_video
  socialplanner log enquiry --profile corner --words "a friend told me" --source word_of_mouth

A source is the id of an activity, or search_or_map, word_of_mouth or cinema_advert (there on
purpose: who never had one sees by it how far memory can be trusted). If you know of several
contacts, --source is what they named, and --way lists all, first to last."""


def add_writing(commands: Commands) -> None:
    """Add the commands that log and list."""
    _add_week(_command(commands, "add", "log a week, or change what is logged of it", _ADD))
    _add_list(_command(commands, "list", "list the weeks that are logged", ""))
    _add_enquiry(_command(commands, "enquiry", "note an enquiry and where it came from", _ENQUIRY))


def _command(commands: Commands, name: str, words: str, epilog: str) -> Parser:
    command = commands.add_parser(name, help=words, allow_abbrev=False)
    command.description = f"{words[0].upper()}{words[1:]}."
    command.formatter_class = RawDescriptionHelpFormatter
    command.epilog = epilog
    command.add_argument(
        "--profile", metavar="NAME", required=True, help="name, id or file of the profile"
    )
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    add_key(command)
    command.set_defaults(refuse=command.error)
    return command


def _add_week(command: Parser) -> None:
    command.add_argument(
        "--week",
        type=day,
        metavar="YYYY-MM-DD",
        help="any day of the week, which is named by its Monday (default: today)",
    )
    command.add_argument(
        "--hours",
        type=figure,
        metavar="ACTIVITY=HOURS",
        action="append",
        default=[],
        help="hours given to an activity, 0 for none; may be repeated",
    )
    command.add_argument(
        "--outcome",
        type=figure,
        metavar="KPI=NUMBER",
        action="append",
        default=[],
        help="a figure of the week; may be repeated",
    )
    command.add_argument("--money", type=number, metavar="NUMBER", help="money spent")
    odd = command.add_mutually_exclusive_group()
    odd.add_argument("--odd", action="store_const", const=True, help="nothing is learnt from it")
    odd.add_argument("--not-odd", dest="odd", action="store_const", const=False, help="undo that")
    command.add_argument("--note", metavar="TEXT", help="a note of the week; an empty one goes")
    command.add_argument("--remove", action="store_true", help="take the week out of the logbook")
    command.set_defaults(run=_week)


def _add_list(command: Parser) -> None:
    add_json(command)
    command.set_defaults(run=_list)


def _add_enquiry(command: Parser) -> None:
    command.add_argument("--words", metavar="TEXT", default="", help="in the customer's own words")
    command.add_argument("--source", metavar="ID", default="", help="what they named, coded")
    command.add_argument(
        "--known",
        choices=KNOWN_BY,
        default="asked",
        help="how it is known: asked (default), by a tag, by a code, or no: nobody asked",
    )
    command.add_argument(
        "--way",
        type=sources,
        metavar="ID,ID",
        default=(),
        help="every contact you know of before it, first to last, if there were several",
    )
    command.add_argument(
        "--date", type=day, metavar="YYYY-MM-DD", help="the day it came (default: today)"
    )
    command.add_argument("--note", metavar="TEXT", default="", help="a note")
    command.add_argument(
        "--change", metavar="ID", help="put this in the place of the enquiry of that id"
    )
    command.add_argument("--remove", metavar="ID", help="take the enquiry of that id out")
    command.set_defaults(run=_enquiry)


def number(text: str) -> float:
    """Return a number such as 1.5."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise ArgumentTypeError(f"this must be a number such as 1.5, not “{text}”")
    return found


def figure(text: str) -> tuple[str, float]:
    """Return the id and the number that an argument joins."""
    key, sign, amount = text.partition("=")
    if not (sign and key.strip()):
        raise ArgumentTypeError(f"this must be such as “reply_desk=1.5”, not “{text}”")
    return key.strip(), number(amount)


def sources(text: str) -> tuple[str, ...]:
    """Return the ids that commas part."""
    found = tuple(each.strip() for each in text.split(","))
    if not all(found):
        raise ArgumentTypeError(f"this must be such as “newsletter,search_or_map”, not “{text}”")
    return found


def _week(arguments: Namespace) -> Command:
    """Return the command; what it needs is imported only when it is asked for."""
    said = (
        bool(arguments.hours or arguments.outcome),
        arguments.money is not None,
        arguments.odd is not None,
        arguments.note is not None,
    )
    if arguments.remove and any(said):
        arguments.refuse("--remove takes the whole week out; give nothing else")
    if not arguments.remove and not any(said):
        arguments.refuse("Give --hours, --outcome, --money, --odd or --note")
    from socialplanner.cli.logbook.adding import log_week  # noqa: PLC0415

    return partial(log_week, arguments)


def _list(arguments: Namespace) -> Command:
    from socialplanner.cli.logbook.listing import list_weeks  # noqa: PLC0415

    return partial(list_weeks, arguments)


def _enquiry(arguments: Namespace) -> Command:
    if arguments.known == "no" and arguments.source:
        arguments.refuse("--known no says that nobody asked, so there is no --source")
    if arguments.known in ("tag", "code") and not (arguments.source or arguments.remove):
        arguments.refuse(f"--known {arguments.known} tells where it came from: give --source")
    said = arguments.words.strip() or arguments.source or arguments.way
    if not (said or arguments.known == "no" or arguments.remove):
        arguments.refuse("Give --words or --source, or --known no where nobody asked")
    from socialplanner.cli.logbook.adding import note_enquiry  # noqa: PLC0415

    return partial(note_enquiry, arguments)
