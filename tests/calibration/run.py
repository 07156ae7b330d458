"""Calibrate what learns from the log: that it says what it should, and no more than it may.

Run from the project's folder: `python -m tests.calibration.run [--write] [--trials 60]`. It ends
with 1 where a figure lies outside its bounds.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from benchmarks.run import made, markdown, placed
from tests.calibration import tables
from tests.calibration.bounds import Finding, verdicts
from tests.house.sources import ROOT

DOCUMENT = ROOT / "docs" / "calibration.md"
COMMAND = "python3 tools/dev.py calibrate"
TRIALS = 100
BENCH = "python3 tools/dev.py bench"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; with --write, put them into the document; 1 where a bound is broken."""
    parser = argparse.ArgumentParser(description="Calibrate what learns from logged weeks.")
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name} too")
    parser.add_argument("--only", action="append", choices=tables.TABLES, help="one table alone")
    parser.add_argument("--trials", type=int, default=TRIALS, help="logs drawn for each row")
    options = parser.parse_args(arguments)
    broken: list[Finding] = []
    for name in options.only or tables.TABLES:
        found = tables.TABLES[name](options.trials)
        broken += [each for each in found.findings if not each.holds]
        text = "\n".join(_lines(found, options.trials))
        sys.stdout.write(text)
        if options.write:
            DOCUMENT.write_text(placed(DOCUMENT.read_text("utf-8"), name, text), "utf-8")
    sys.stderr.writelines(f"Out of bounds: {each.row}: {each.bound}\n" for each in broken)
    return 1 if broken else 0


def _lines(found: tables.Table, trials: int) -> Iterator[str]:
    """Yield a table with how it was made and what it has to keep to."""
    head = made(trials).replace(BENCH, COMMAND).partition("; medians")[0]
    yield f"{head}{found.drawn(trials)}."
    yield ""
    yield from markdown(found.headings, found.rows)
    yield ""
    yield from (f"- {each}." for each in verdicts(found.findings))
    yield ""


if __name__ == "__main__":
    sys.exit(main())
