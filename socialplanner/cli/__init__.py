"""The command line: arguments, sub-commands and exit codes."""

from collections.abc import Callable, Sequence

from socialplanner.cli import streams
from socialplanner.cli.arguments import parser
from socialplanner.cli.profiles.hints import hinted, remember_folder
from socialplanner.errors import InputError, UserError

WRONG_INPUT = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 for input and files that will not do.

    Wrong usage ends the program with 2.
    """
    streams.prepare()
    try:
        arguments = parser().parse_args(argv)
        remember_folder(getattr(arguments, "data_folder", None))
        run: Callable[[], None] = arguments.run(arguments)
        run()
        streams.flush()
    except InputError as error:
        streams.complain(*(error.problems or (error,)))
    except UserError as error:
        streams.complain(hinted(error))
    except KeyboardInterrupt:
        streams.complain("Stopped before the end; nothing was written.")
    else:
        return 0
    return WRONG_INPUT
