"""What can be typed after `socialplanner log`."""

from argparse import ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from functools import partial

from socialplanner.cli.logbook.writing_arguments import add_writing
from socialplanner.cli.profiles.options import add_json, add_key
from socialplanner.cli.usage import Command, Commands, Parser, day

DATE_ORDERS = ("DMY", "MDY", "YMD")
NUMBER_STYLES = ("1,234.5", "1.234,5")
ROW_KINDS = ("days", "items", "period")
"""Written out here, so that the parser imports nothing that reads tables; a test compares."""

EVERYTHING = "all"

_EPILOG = """\
for example:
  socialplanner log import Totals.csv --profile corner --dry-run
  socialplanner log import plan.xlsx --profile corner --dry-run
  socialplanner log import page.csv --profile corner --date-format MDY --replace all
  socialplanner log import shop.csv --profile corner --date-column Day \\
      --column "Visits=sessions_social" --keep-as "Shop system"

exit code: 0 all rows were read, 3 some were refused and the others taken, 1 nothing was changed"""


def add_log(log: Parser) -> None:
    """Add every command that works with the logbook."""
    log.description = "Work with the logbook of a profile."
    log.set_defaults(run=lambda _: log.print_help)
    commands = log.add_subparsers(title="commands", metavar="COMMAND")
    _add_import(commands)
    add_writing(commands)


def _add_import(commands: Commands) -> None:
    command = commands.add_parser(
        "import", help="take in weekly figures from a platform or a workbook", allow_abbrev=False
    )
    command.description = (
        "Take weekly figures out of a CSV, XLSX or XLS file that a platform exported; only numbers "
        "are kept, never a text. Or take in what was filled into the workbook of a plan, its notes "
        "as well. What is in the logbook stays, unless you say --replace."
    )
    command.formatter_class = RawDescriptionHelpFormatter
    command.epilog = _EPILOG
    command.add_argument("file", metavar="FILE", help="the table, - to read it in")
    command.add_argument(
        "--profile", metavar="NAME", required=True, help="name, id or file of the profile"
    )
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    add_key(command)
    _add_formats(command)
    _add_mapping(command)
    _add_choices(command)
    add_json(command)
    command.set_defaults(run=_import, refuse=command.error)


def _add_formats(command: Parser) -> None:
    command.add_argument(
        "--date-format",
        choices=DATE_ORDERS,
        metavar="|".join(DATE_ORDERS),
        help="how days are written, where the file leaves it open",
    )
    command.add_argument(
        "--numbers",
        choices=NUMBER_STYLES,
        metavar="|".join(NUMBER_STYLES),
        help="how numbers are written, the same",
    )
    for name, words in (("--from", "first"), ("--to", "last")):
        command.add_argument(
            name,
            type=day,
            dest=f"{words}_day",
            metavar="YYYY-MM-DD",
            help=f"the {words} day that the table is about, where it does not say",
        )


def _add_mapping(command: Parser) -> None:
    command.add_argument(
        "--mapping",
        metavar="NAME|FILE",
        help="what the table looks like: kept under this name, built in, or in a TOML file",
    )
    command.add_argument("--date-column", metavar="HEADER", help="the column of days, if any")
    command.add_argument(
        "--column",
        type=pair,
        metavar="HEADER=KPI",
        action="append",
        help="what a column counts, summed over the week; HEADER=KPI:mean for an average; "
        "may be repeated",
    )
    command.add_argument(
        "--rows", choices=ROW_KINDS, help="what a row is about (default: days, or the whole period)"
    )
    command.add_argument(
        "--keep-as", metavar="NAME", help="keep this mapping with the profile for the next time"
    )


def _add_choices(command: Parser) -> None:
    command.add_argument("--dry-run", action="store_true", help="only say what would be")
    command.add_argument(
        "--replace",
        type=place,
        metavar="WHAT",
        action="append",
        help="let what is in the logbook give way: all, a Monday, or a Monday with a KPI such as "
        "2027-02-01=reach; may be repeated",
    )
    command.add_argument(
        "--partial", action="store_true", help="take weeks as well that are not whole in the table"
    )
    command.add_argument(
        "--other-plan", action="store_true", help="take a workbook that was made for another plan"
    )


def pair(text: str) -> tuple[str, str]:
    """Return the header and the KPI that an argument joins; headers may hold equals signs."""
    header, sign, kpi = text.rpartition("=")
    if not (sign and header.strip() and kpi.strip()):
        raise ArgumentTypeError(f"this must be such as “Visits=sessions_social”, not “{text}”")
    return header.strip(), kpi.strip()


def place(text: str) -> tuple[str, str]:
    """Return the Monday and the KPI that an argument names; each may be left open."""
    if text == EVERYTHING:
        return "", ""
    monday, _sign, kpi = text.partition("=")
    found = day(monday)
    if found.weekday():
        raise ArgumentTypeError(f"{found} is not a Monday; weeks are named by theirs")
    return monday, kpi


def _import(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    if bool(arguments.first_day) != bool(arguments.last_day):
        arguments.refuse("Give --from and --to together")
    if arguments.first_day and arguments.first_day > arguments.last_day:
        arguments.refuse("--from comes after --to")
    if arguments.mapping and arguments.column:
        arguments.refuse("Give --mapping or --column, but not both")
    if (arguments.date_column or arguments.rows) and not arguments.column:
        arguments.refuse("--date-column and --rows belong to --column")
    if arguments.keep_as is not None and not (arguments.column or arguments.mapping):
        arguments.refuse("--keep-as keeps what --column or --mapping says")
    from socialplanner.cli.logbook.importing import take_in  # noqa: PLC0415

    return partial(take_in, arguments)
