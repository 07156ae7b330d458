"""What can be typed after the program's name."""

import argparse

from socialplanner import APPLICATION_NAME, COMMAND_NAME, __version__
from socialplanner.cli import streams, window
from socialplanner.cli.consulting.arguments import add_compare, add_portfolio
from socialplanner.cli.logbook.arguments import add_log
from socialplanner.cli.profiles.arguments import add_profiles
from socialplanner.cli.profiles.options import add_json, add_key
from socialplanner.cli.reporting.arguments import add_report
from socialplanner.cli.reviewing.arguments import add_review
from socialplanner.cli.usage import Command, Parser, amount, day


class _Version(argparse.Action):
    """Say which program this is, and end it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Write name and version."""
        streams.write(f"{APPLICATION_NAME} {__version__}\n")
        parser.exit()


def parser() -> Parser:
    """Return the parser of all commands; each puts the making of its command into ``run``."""
    made = Parser(
        prog=COMMAND_NAME,
        description="Plan the hours of a small firm between prepared media and networking.",
        epilog=f"Nothing opens the window. To begin without it: {COMMAND_NAME} sample --list",
        allow_abbrev=False,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="say which program this is")
    window.add_options(made)  # for the help; a line that begins with one never comes here
    made.set_defaults(run=lambda _: made.print_help)
    commands = made.add_subparsers(title="commands", metavar="COMMAND")
    window.add_open(commands.add_parser(window.OPEN, help="open the window, with files in it"))
    _add_assess(commands.add_parser("assess", help="print the whole assessment as JSON"))
    _add_plan(commands.add_parser("plan", help="write the plan as a PDF"))
    _add_reach(commands.add_parser("reach", help="find the fewest changes that reach the target"))
    add_report(commands.add_parser("report", help="write reports for many clients"))
    _add_sample(commands.add_parser("sample", help="write the answers of an invented firm"))
    _add_check(commands.add_parser("check-catalogue", help="find mistakes in a catalogue"))
    add_profiles(commands.add_parser("profiles", help="keep profiles, and work with them"))
    add_review(commands.add_parser("review", help="say what the logbook says of the plan"))
    add_log(commands.add_parser("log", help="work with the logbook of a profile"))
    add_compare(commands.add_parser("compare", help="set two assessments side by side"))
    add_portfolio(commands.add_parser("portfolio", help="show all clients side by side"))
    return made


def _add_assess(command: Parser) -> None:
    command.description = "Print the whole assessment of an answers file as JSON."
    _add_answers(command)
    command.set_defaults(run=_assess)


def _add_plan(command: Parser) -> None:
    command.description = "Write the plan for an answers file as a PDF."
    _add_answers(command)
    default = "FILE's name with -plan.pdf, in this folder"
    command.add_argument(
        "--output", metavar="PDF", help=f"where to, - for standard output (default: {default})"
    )
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    command.set_defaults(run=_plan, refuse=command.error)


def _add_reach(command: Parser) -> None:
    command.description = (
        "Find the fewest changes that bring the week into the target band, within so many extra "
        "hours and so much money a week. It is our model's reckoning, not a promise."
    )
    command.add_argument(
        "name", metavar="FILE|NAME", help="an answers file (.toml, .json, -), or a profile"
    )
    command.add_argument(
        "--extra-hours", type=amount(80), metavar="H", required=True, help="the most hours more"
    )
    command.add_argument(
        "--money", type=amount(1e6), metavar="M", default=0.0, help="most money (default: 0)"
    )
    command.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day (default: today)")
    command.add_argument(
        "--data-folder", metavar="DIR", help="where profiles are kept (default: your own folder)"
    )
    add_key(command)
    add_json(command)
    command.set_defaults(run=_reach)


def _add_answers(command: Parser) -> None:
    command.add_argument("file", metavar="FILE", help="answers in TOML or JSON, - to read them in")
    default = "the one in FILE, else today"
    command.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help=f"the date of the plan (default: {default})",
    )


def _add_sample(command: Parser) -> None:
    command.description = "Write the answers of an invented firm, to try out or to start from."
    command.add_argument("name", metavar="NAME", nargs="?", help="which firm")
    command.add_argument("--list", action="store_true", help="list the firms there are")
    default = "NAME.toml in this folder"
    command.add_argument(
        "--output", metavar="FILE", help=f"where to, - for standard output (default: {default})"
    )
    command.add_argument("--force", action="store_true", help="replace a file of that name")
    command.set_defaults(run=_sample, refuse=command.error)


def _add_check(command: Parser) -> None:
    command.description = "Find everything that is wrong in a catalogue folder."
    command.add_argument("folder", metavar="FOLDER", nargs="?", help="default: the one in use")
    command.set_defaults(run=_check_catalogue)


def _assess(arguments: argparse.Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.planning import Request, assess  # noqa: PLC0415

    return lambda: assess(Request(file=arguments.file, day=arguments.date))


def _plan(arguments: argparse.Namespace) -> Command:
    from socialplanner.cli.planning import Request, clash, plan  # noqa: PLC0415 - see _assess

    request = Request(file=arguments.file, day=arguments.date)
    if clash(request, arguments.output):
        arguments.refuse("The plan would replace the answers; name another file after --output")
    return lambda: plan(request, output=arguments.output, paper=arguments.paper)


def _reach(arguments: argparse.Namespace) -> Command:
    from socialplanner.cli import reaching  # noqa: PLC0415 - see _assess

    return lambda: reaching.run(arguments)


def _sample(arguments: argparse.Namespace) -> Command:
    from socialplanner.cli import samples  # noqa: PLC0415 - see _assess

    if arguments.list:
        return samples.list_all
    if arguments.name not in samples.names():
        arguments.refuse(samples.refusal(arguments.name))
    return lambda: samples.write(arguments.name, arguments.output, force=arguments.force)


def _check_catalogue(arguments: argparse.Namespace) -> Command:
    from socialplanner.cli.checking import check_catalogue  # noqa: PLC0415 - see _assess

    return lambda: check_catalogue(arguments.folder)
