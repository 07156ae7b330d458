"""Measure the program and print the figures as Markdown, or put them into docs/benchmarks.md.

Run from the project's folder: `python benchmarks/run.py [--write]`.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks import (  # noqa: E402 - the folder is no installed package
    assessing,
    learning,
    long_log,
    peers,
    printing,
    reaching,
    starting,
    storing,
    what_if,
)

DOCUMENT = ROOT / "docs" / "benchmarks.md"
COMMAND = "python3 tools/dev.py bench"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all figures; with --write, put them into the document."""
    parser = argparse.ArgumentParser(description="Measure SocialPlanner.")
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name} too")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part of the page")
    parser.add_argument("--rounds", type=int, default=assessing.ROUNDS, help="rounds per figure")
    options = parser.parse_args(arguments)
    for name in options.only or PARTS:
        text = PARTS[name](options.rounds)
        sys.stdout.write(text)
        if options.write:
            DOCUMENT.write_text(placed(DOCUMENT.read_text("utf-8"), name, text), "utf-8")
    return 0


def report(rounds: int) -> str:
    """Return machine, table and memory as Markdown."""
    before, once, ten_times = memory()
    held = f"{before} MiB before, {once} MiB after every row once, {ten_times} MiB after ten times"
    return "\n".join(
        [
            made(rounds),
            "",
            *markdown(assessing.HEADINGS, assessing.rows(rounds)),
            "",
            f"Peak memory of assessing: {held}.",
            "",
        ]
    )


def printed(rounds: int) -> str:
    """Return both tables of printing and what they leave out as Markdown."""
    return "\n".join(
        [
            made(rounds),
            "",
            *markdown(printing.HEADINGS, printing.rows(rounds)),
            "",
            *markdown(printing.SAMPLE_HEADINGS, printing.sample_rows()),
            "",
            *printing.sentences(),
            "",
        ]
    )


def stored(rounds: int) -> str:
    """Return the table of storing as Markdown."""
    return "\n".join([made(rounds), "", *markdown(storing.HEADINGS, storing.rows(rounds)), ""])


def supposed(rounds: int) -> str:
    """Return the table of what-if as Markdown."""
    return "\n".join([made(rounds), "", *markdown(what_if.HEADINGS, what_if.rows(rounds)), ""])


def learnt(rounds: int) -> str:
    """Return the table of learning from a log as Markdown."""
    return "\n".join([made(rounds), "", *markdown(learning.HEADINGS, learning.rows(rounds)), ""])


def reached(rounds: int) -> str:
    """Return the table of the reverse planner as Markdown."""
    return "\n".join([made(rounds), "", *markdown(reaching.HEADINGS, reaching.rows(rounds)), ""])


def kept_long(rounds: int) -> str:
    """Return the table of a profile with ten years of weeks as Markdown."""
    return "\n".join([made(rounds), "", *markdown(long_log.HEADINGS, long_log.rows(rounds)), ""])


def started(rounds: int) -> str:
    """Return the table of starting as Markdown."""
    return "\n".join([made(rounds), "", *markdown(starting.HEADINGS, starting.rows(rounds)), ""])


def compared(rounds: int) -> str:
    """Return the table of other engines as Markdown."""
    table = markdown(peers.HEADINGS, peers.rows(rounds))
    return "\n".join([made(rounds), "", *table, "", peers.sentence(), ""])


PARTS: dict[str, Callable[[int], str]] = {
    "assess": report,
    "what-if": supposed,
    "reach": reached,
    "learn": learnt,
    "print": printed,
    "peers": compared,
    "store": stored,
    "long-log": kept_long,
    "start": started,
}
"""The parts of the page by the names of their markers."""


def made(rounds: int) -> str:
    """Return how the figures were made, and how busy the machine was."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    load = f"load {os.getloadavg()[0]:.1f} before"
    return f"Made with `{COMMAND}` on {machine}, {load}; medians of {rounds} interleaved rounds."


def memory() -> tuple[str, str, str]:
    """Return the peaks in MiB that a process of its own reports."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory"],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    before, once, ten_times = done.stdout.split()
    return before, once, ten_times


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table, numbers to the right."""
    rule = ["---" if place == 0 else "---:" for place in range(len(headings))]
    return [f"| {' | '.join(cells)} |" for cells in (headings, rule, *rows)]


def placed(document: str, name: str, text: str) -> str:
    """Return a document with the text between the markers of this name, which must be there."""
    first, last = (f"<!-- {name}: {place} -->" for place in ("begin", "end"))
    head, begin, rest = document.partition(first)
    _, end, tail = rest.partition(last)
    if not begin or not end:
        raise ValueError(f"{DOCUMENT.name} needs the lines {first} and {last}.")
    return f"{head}{first}\n{text}{last}{tail}"


if __name__ == "__main__":
    sys.exit(main())
