"""What can be typed to begin a profile, to change it and to answer its questions."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.options import add_details, add_json, add_key, add_name, added
from socialplanner.cli.usage import Command, Commands, Parser, day

FLAGS = {
    "--archive": "leave it out of lists",
    "--unarchive": "list it again",
    "--complete": "close the assessment",
    "--reopen": "open the assessment again",
}


def add_making(commands: Commands) -> None:
    """Add `new`, `duplicate`, `change`, `answer` and `reassess`."""
    new = added(commands, "new", "make a profile", _new)
    new.add_argument("name", metavar="NAME", help="name of the brand")
    add_details(new)
    new.set_defaults(untag=None)
    new.add_argument(
        "--from", dest="source", metavar="FILE", help="answers in TOML or JSON, - to read them in"
    )
    duplicate = added(commands, "duplicate", "copy a profile under another name", _duplicate)
    add_name(duplicate)
    duplicate.add_argument("new_name", metavar="NEWNAME", help="name of the copy")
    change = added(commands, "change", "change what is known of a profile", _change)
    _add_change(change)
    answer = added(commands, "answer", "answer questions", _answer)
    _add_answer(answer)
    reassess = added(commands, "reassess", "begin a new assessment from the last", _reassess)
    add_name(reassess)
    for command in (duplicate, change, answer, reassess):
        add_key(command)


def _add_change(command: Parser) -> None:
    add_name(command)
    command.add_argument("--name", dest="new_name", metavar="NEWNAME", help="name of the brand")
    add_details(command)
    command.add_argument("--untag", metavar="TAG", action="append", help="take a tag away")
    _add_looks(command)
    for flag, words in (
        ("--pin", "keep an activity in the plan"),
        ("--decline", "never plan an activity"),
        ("--undecided", "leave an activity to the method again"),
    ):
        command.add_argument(flag, metavar="ACTIVITY", action="append", help=words)
    _add_either(command, "is_archived", ("--archive", True), ("--unarchive", False))
    _add_either(command, "state", ("--complete", "complete"), ("--reopen", "draft"))


def _add_looks(command: Parser) -> None:
    """Let a command take how plans look."""
    logo = command.add_mutually_exclusive_group()
    logo.add_argument("--logo", metavar="FILE", help="PNG or JPEG for the cover of plans")
    logo.add_argument("--no-logo", action="store_true", help="take the logo away")
    command.add_argument(
        "--colour", metavar="#RRGGBB", action="append", help="up to two; one empty takes all away"
    )
    command.add_argument(
        "--line", metavar="TEXT", action="append", help="a line of address; one empty takes all"
    )


def _add_either(command: Parser, name: str, *flags: tuple[str, object]) -> None:
    """Let a command take one of two flags, each with what it means."""
    group = command.add_mutually_exclusive_group()
    for flag, value in flags:
        group.add_argument(flag, dest=name, action="store_const", const=value, help=FLAGS[flag])


def _add_answer(command: Parser) -> None:
    command.is_mixed = True
    add_name(command)
    command.add_argument(
        "pairs",
        metavar="question.id=value",
        nargs="*",
        help="answers; - or none at all to read them from standard input, a line each",
    )
    command.add_argument(
        "--note", metavar="question.id=TEXT", action="append", help="a note; empty takes it away"
    )
    for flag, words in (
        ("--clear", "open a question again"),
        ("--mark", "mark a question to look at it again"),
        ("--unmark", "take the mark away"),
    ):
        command.add_argument(flag, metavar="question.id", action="append", help=words)
    command.add_argument(
        "--date", type=day, metavar="YYYY-MM-DD", help="the date of the assessment"
    )
    add_json(command)


def _new(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.profiles.making import new  # noqa: PLC0415

    return partial(new, arguments)


def _duplicate(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.making import duplicate  # noqa: PLC0415 - see _new

    return partial(duplicate, arguments)


def _reassess(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.making import reassess  # noqa: PLC0415 - see _new

    return partial(reassess, arguments)


def _change(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.changing import NAMES, change  # noqa: PLC0415 - see _new

    given = [name for name in NAMES if getattr(arguments, name) not in (None, False)]
    if arguments.is_archived is None and not given:
        arguments.refuse("Say what to change, for example --tag spring")
    return partial(change, arguments)


def _answer(arguments: Namespace) -> Command:
    from socialplanner.cli import streams  # noqa: PLC0415 - see _new
    from socialplanner.cli.profiles.answering import OPTIONS, answer  # noqa: PLC0415 - see _new

    is_stream = streams.STANDARD_STREAM in arguments.pairs
    has_options = any(getattr(arguments, name) for name in OPTIONS)
    if is_stream and (len(arguments.pairs) > 1 or has_options):
        arguments.refuse("Answers come from the command line or from standard input, not from both")
    if arguments.json and not has_options and arguments.pairs in ([], [streams.STANDARD_STREAM]):
        arguments.refuse("--json goes with answers in the command line")
    return partial(answer, arguments)
