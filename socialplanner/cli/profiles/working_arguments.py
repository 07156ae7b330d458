"""What can be typed to get results of a profile, and to pass profiles on."""

from argparse import Namespace
from functools import partial

from socialplanner.cli.profiles.options import add_json, add_key, add_name, add_passphrase, added
from socialplanner.cli.usage import Command, Commands, day


def add_working(commands: Commands) -> None:
    """Add `assess`, `plan`, `export` and `import`."""
    assess = added(commands, "assess", "print the whole assessment of a profile as JSON", _assess)
    plan = added(commands, "plan", "write the plan of a profile as a PDF", _plan)
    for command in (assess, plan):
        add_name(command)
        add_key(command)
        command.add_argument(
            "--date", type=day, metavar="YYYY-MM-DD", help="the date of the plan (default: today)"
        )
    plan.add_argument(
        "--output", metavar="PDF", required=True, help="where to, - for standard output"
    )
    plan.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    _add_export(commands)
    _add_import(commands)


def _add_export(commands: Commands) -> None:
    command = added(commands, "export", "write a profile as one bundle to pass on", _export)
    add_name(command)
    command.add_argument(
        "--output", metavar="FILE", required=True, help="where to, - for standard output"
    )
    add_passphrase(command)
    command.add_argument("--scrub", action="store_true", help="leave out who it is about")
    command.add_argument("--force", action="store_true", help="replace a file of that name")


def _add_import(commands: Commands) -> None:
    command = added(commands, "import", "take in a bundle, a plan, or an answers file", _import)
    command.add_argument("file", metavar="FILE", help="what to take in, - to read it in")
    command.add_argument("--into", metavar="NAME", help="the profile that answers go into")
    command.add_argument("--preview", action="store_true", help="only say what would be")
    take = command.add_mutually_exclusive_group()
    take.add_argument(
        "--take",
        metavar="KEY",
        action="append",
        help="take theirs where both differ; may be repeated",
    )
    take.add_argument("--take-all", action="store_true", help="take theirs wherever both differ")
    add_passphrase(command)
    add_json(command)


def _assess(arguments: Namespace) -> Command:
    """Return the command; what it needs is heavy, and imported only when it is asked for."""
    from socialplanner.cli.profiles.planning import assess  # noqa: PLC0415

    return partial(assess, arguments)


def _plan(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.planning import plan  # noqa: PLC0415 - see _assess

    return partial(plan, arguments)


def _export(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.exporting import export  # noqa: PLC0415 - see _assess

    return partial(export, arguments)


def _import(arguments: Namespace) -> Command:
    from socialplanner.cli.profiles.importing import take_in  # noqa: PLC0415 - see _assess

    return partial(take_in, arguments)
