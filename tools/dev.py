#!/usr/bin/env python3
"""Set SocialPlanner up on this machine and start it, test it or check it.

The standard library is enough, so that a bare Python can begin. Everything that is said here
goes to stderr; stdout belongs to the program that is started.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from building import build as build_folder
from environment import ROOT, prepare, python
from system_packages import provide_build_packages, provide_test_packages
from trouble import SKIP_OPTION, Trouble, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OLDEST_PYTHON = (3, 11)
INTERRUPTED = 130
ON_EVERY_PROCESSOR = ("--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal")
"""How the whole suite runs; docs/decisions/0018 says why, and why not more than four."""

HELP_END = """\
commands:
  run [arguments]         start SocialPlanner with these arguments; files are looked for in the
                          folder you are in: run plan answers.toml --output plan.pdf
  test [pytest arguments] run the tests, on every processor where no arguments are given; files
                          are counted from the project's folder: test tests/house -x
  check                   run every linter, the type checker, the import contracts and the
                          catalogue's own check; all of them, even when one fails
  build                   make dist/socialplanner, a folder that starts without Python
  torture [arguments]     kill, fill, damage and fuzz what keeps profiles, and let monkeys use the
                          window, for two hours; with --write, put the figures into
                          docs/reliability.md
  calibrate [arguments]   draw logs from firms whose truth is known and see what is learnt from
                          them; with --write, put the figures into docs/calibration.md
  bench [arguments]       measure speed and memory; with --write, put the figures into
                          docs/benchmarks.md
  screenshots FOLDER [arguments]
                          put a picture of every page in every look into a folder; --look and
                          --page choose some of them

The first start makes .venv in the project's folder and installs what is missing, on the Debian
family system packages too (as root or through sudo). Later starts install nothing until
pyproject.toml, the project's folder or Python changes. A broken .venv is made anew.
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        say(old_python(sys.version_info[:2]))
        return 1
    options = parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except OSError as error:
        say(f"\nThe environment could not be made: {error}. Mend this, then start again.")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Start the same command again: what is half made is made anew.")
        return INTERRUPTED


def old_python(version: Sequence[int]) -> str:
    """Say that this Python is too old, and how to go on."""
    oldest, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version))
    return (
        f"SocialPlanner needs Python {oldest} or newer, and this is {found}. "
        f"Start it with a newer one, for example: python{oldest} tools/dev.py run"
    )


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    described = argparse.ArgumentParser(
        prog="python3 tools/dev.py",
        description="Set SocialPlanner up on this machine and start it, test it or check it.",
        epilog=HELP_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    described.add_argument(
        SKIP_OPTION,
        action="store_true",
        help="install no system packages; without Qt's the command line works, windows do not",
    )
    described.add_argument("command", choices=COMMANDS, help="what to do, see below")
    described.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on as they are")
    return described


def run(options: argparse.Namespace) -> int:
    """Start SocialPlanner in the folder where the person is."""
    prepare((), skip_system=options.skip_system_packages)
    return become([python(), "-P", "-m", "socialplanner", *options.arguments])


def test(options: argparse.Namespace) -> int:
    """Run pytest in the project's folder: the whole suite, or what the arguments say."""
    prepare(("passphrase", "test"), skip_system=options.skip_system_packages)
    provide_test_packages(skip=options.skip_system_packages)
    os.chdir(ROOT)
    return become([python(), "-m", "pytest", *(options.arguments or ON_EVERY_PROCESSOR)])


def check(options: argparse.Namespace) -> int:
    """Run every check, also after one has failed, and name those that failed."""
    if options.arguments:
        raise Trouble(f"`check` takes no arguments, and got: {' '.join(options.arguments)}.")
    prepare(("benchmarks", "check", "passphrase", "test"), skip_system=options.skip_system_packages)
    checks = {
        "ruff check": [python(), "-m", "ruff", "check"],
        "ruff format": [python(), "-m", "ruff", "format", "--check"],
        "mypy": [python(), "-m", "mypy"],
        "lint-imports": [str(Path(python()).with_name("lint-imports"))],
        "check-catalogue": [python(), "-P", "-m", "socialplanner", "check-catalogue"],
    }
    failed = [name for name, command in checks.items() if not passes(name, command)]
    say(f"\nFailed: {', '.join(failed)}." if failed else f"\nAll {len(checks)} checks passed.")
    return 1 if failed else 0


def build(options: argparse.Namespace) -> int:
    """Make the program as a folder that needs no Python."""
    if options.arguments:
        raise Trouble(f"`build` takes no arguments, and got: {' '.join(options.arguments)}.")
    prepare(("build", "passphrase"), skip_system=options.skip_system_packages)
    provide_build_packages(skip=options.skip_system_packages)
    build_folder()
    return 0


def torture(options: argparse.Namespace) -> int:
    """Break the program in the project's folder by every means there is."""
    prepare(("passphrase", "test", "torture"), skip_system=options.skip_system_packages)
    os.chdir(ROOT)
    return become([python(), "-m", "tests.torture.run", *options.arguments])


def calibrate(options: argparse.Namespace) -> int:
    """Put what learns from logs to the test in the project's folder."""
    prepare(("benchmarks", "test"), skip_system=options.skip_system_packages)
    os.chdir(ROOT)
    return become([python(), "-m", "tests.calibration.run", *options.arguments])


def bench(options: argparse.Namespace) -> int:
    """Measure the program in the project's folder."""
    prepare(("benchmarks", "test"), skip_system=options.skip_system_packages)
    os.chdir(ROOT)
    return become([python(), "benchmarks/run.py", *options.arguments])


def screenshots(options: argparse.Namespace) -> int:
    """Picture every page of the window; the folder is looked for where the person is."""
    prepare(("passphrase", "test"), skip_system=options.skip_system_packages)
    return become([python(), "-P", "-m", "tests.ui.journeys.screenshots", *options.arguments])


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "build": build,
    "torture": torture,
    "calibrate": calibrate,
    "bench": bench,
    "screenshots": screenshots,
}


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check in the project's folder and tell whether it passed."""
    say(f"\n--- {name}")
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def become(command: list[str]) -> int:
    """Hand over to a program, so that its signals and exit code are its own."""
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
