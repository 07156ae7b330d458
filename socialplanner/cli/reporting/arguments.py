"""What can be typed after `socialplanner report`."""

from argparse import (
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from functools import partial
from typing import TYPE_CHECKING

from socialplanner.cli.usage import Command, Parser, day

if TYPE_CHECKING:
    from socialplanner.presentation.plan_formats import Format

MOST_JOBS = 60
FORMATS = ("pdf", "docx", "pptx", "xlsx", "ics")
PRESETS = ("owner", "one-page", "consultant", "progress", "sheet")
"""Written out here, so that the parser imports nothing that makes reports; a test compares."""

_EPILOG = """\
for example:
  socialplanner report --all --output reports
  socialplanner report corner harbour --preset one-page --format pdf,docx --output reports
  socialplanner report --tag spring --anonymous --output to-show
  socialplanner report answers/ --shard 1/2 --output reports

exit code: 0 all are done, 3 some failed, 130 it was stopped, 1 nothing could be done"""


def add_report(command: Parser) -> None:
    """Let a command take whom reports are for, how they look and where they go."""
    command.description = "Write reports for many clients, a line for each; who fails is named."
    command.formatter_class = RawDescriptionHelpFormatter
    command.epilog = _EPILOG
    command.is_mixed = True
    _add_clients(command)
    _add_looks(command)
    _add_run(command)
    command.set_defaults(run=_report, refuse=command.error)


def _add_clients(command: Parser) -> None:
    command.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        help="a profile; or an answers file (.toml, .json), or a folder of such files",
    )
    command.add_argument("--all", action="store_true", help="every profile that is not archived")
    command.add_argument(
        "--tag", metavar="TAG", action="append", help="every profile with it; may be repeated"
    )
    command.add_argument("--archived", action="store_true", help="archived profiles, too")
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    command.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="its first line is the passphrase of the profiles that have one",
    )


def _add_looks(command: Parser) -> None:
    listed = ", ".join(FORMATS)
    command.add_argument(
        "--format",
        type=formats,
        metavar="LIST",
        default="pdf",
        help=f"kinds of file, with commas between: {listed} (default: pdf)",
    )
    command.add_argument(
        "--preset", choices=PRESETS, help="kind of report (default: as each profile keeps it)"
    )
    command.add_argument(
        "--paper", choices=("a4", "letter"), help="default: as each profile keeps it"
    )
    command.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help="the date of the plans (default: the one in an answers file, else today)",
    )
    names = command.add_mutually_exclusive_group()
    names.add_argument(
        "--alias", type=alias, metavar="TEXT", help="stands for the name of the one client"
    )
    names.add_argument(
        "--anonymous", action="store_true", help="name nobody: each gets an alias of its own"
    )


def _add_run(command: Parser) -> None:
    command.add_argument(
        "--output", metavar="DIR", required=True, help="where to; made if it is not there"
    )
    command.add_argument(
        "--jobs",
        type=jobs,
        metavar="N",
        help="how many processes work (default: one a processor)",
    )
    command.add_argument(
        "--shard", type=share, metavar="K/N", help="only the Kth of N shares of all clients"
    )
    command.add_argument(
        "--only-missing", action="store_true", help="leave out whose files are there already"
    )
    command.add_argument(
        "--force", action="store_true", help="replace Word, slides and workbooks that differ"
    )


def formats(text: str) -> "tuple[Format, ...]":
    """Return the kinds of file that an argument lists."""
    from socialplanner.presentation.plan_formats import Format  # noqa: PLC0415 - see FORMATS

    wanted = tuple(dict.fromkeys(each.strip().lower() for each in text.split(",")))
    wrong = next((each for each in wanted if each not in FORMATS), None)
    if wrong is not None:
        allowed = ", ".join(FORMATS)
        raise ArgumentTypeError(f"there is no format “{wrong}”; there are {allowed}")
    return tuple(map(Format, wanted))


def alias(text: str) -> str:
    """Return a name in one line; an empty one, as of a variable not set, would name the client."""
    words = " ".join(text.split())
    if not words:
        raise ArgumentTypeError("this must say what is printed in place of the name, not nothing")
    return words


def jobs(text: str) -> int:
    """Return how many processes an argument asks for."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_JOBS):
        raise ArgumentTypeError(f"this must be a number from 1 to {MOST_JOBS}, not “{text}”")
    return int(text)


def share(text: str) -> tuple[int, int]:
    """Return which share of how many an argument asks for."""
    place, _slash, of = text.partition("/")
    if all(each.isascii() and each.isdigit() for each in (place, of)) and 1 <= int(place) <= int(
        of
    ):
        return int(place), int(of)
    raise ArgumentTypeError(f"this must be such as 1/4, the first of four shares, not “{text}”")


def _report(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    is_wide = arguments.all or arguments.tag
    if not (is_wide or arguments.names):
        arguments.refuse("Name clients, or add --all or --tag")
    if is_wide and arguments.names:
        arguments.refuse("Name clients, or add --all or --tag, but not both")
    from socialplanner.cli.reporting.running import report  # noqa: PLC0415

    return partial(report, arguments)
