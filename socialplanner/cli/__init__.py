"""The command line: arguments, sub-commands and exit codes."""

import sys
from collections.abc import Callable, Sequence

from socialplanner.cli import streams
from socialplanner.errors import InputError, UserError

WRONG_INPUT = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 for input and files that will not do.

    Wrong usage ends the program with 2.
    """
    streams.prepare()
    try:
        command(sys.argv[1:] if argv is None else argv)()
        streams.flush()
    except InputError as error:
        streams.complain(*(error.problems or (error,)))
    except UserError as error:
        from socialplanner.cli.profiles.hints import hinted  # noqa: PLC0415 - see command

        streams.complain(hinted(error))
    except KeyboardInterrupt:
        streams.complain("Stopped before the end; nothing was written.")
    else:
        return 0
    return WRONG_INPUT


def command(typed: Sequence[str]) -> Callable[[], None]:
    """Return what is asked for; a window does not wait for the parser of all commands."""
    from socialplanner.cli import window  # noqa: PLC0415 - so that neither waits for the other

    if window.is_meant(typed):
        return window.command(typed)
    from socialplanner.cli.arguments import parser  # noqa: PLC0415 - see above
    from socialplanner.cli.profiles.hints import remember_folder  # noqa: PLC0415 - see above

    arguments = parser().parse_args(typed)
    remember_folder(getattr(arguments, "data_folder", None))
    run: Callable[[], None] = arguments.run(arguments)
    return run
