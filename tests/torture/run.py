"""Run every torture for as long as docs/reliability.md says, and write down what was measured.

Run from the project's folder: `python -m tests.torture.run [--write] [--only faults|fuzzing]`.
"""

import argparse
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from time import perf_counter

from benchmarks.run import markdown, placed
from tests.faults.damage import Kind
from tests.faults.watching import why_not
from tests.house.sources import ROOT
from tests.torture import disks, keeping, kills, monkeys, power, starts
from tests.torture.damage import damaged_files
from tests.torture.deeds import DEEDS, Deed
from tests.torture.fuzzing import PARSERS, can_fuzz, fuzzed
from tests.torture.outcome import Outcome

DOCUMENT = ROOT / "docs" / "reliability.md"
COMMAND = "python3 tools/dev.py torture"
HEADINGS = ("fault", "what was done", "tries", "what was found", "broken promises")
SEED = 20_270_131

Torture = Callable[[], Outcome]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print and perhaps write the tables; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description="Break SocialPlanner by every means we know.")
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name} too")
    parser.add_argument("--only", choices=("faults", "fuzzing"), help="one of the two tables")
    parser.add_argument("--seconds", type=int, default=600, help="how long to fuzz each parser")
    parser.add_argument("--share", type=float, default=1.0, help="a smaller part of the tries")
    options = parser.parse_args(arguments)
    tables = {"faults": tortures(options.share), "fuzzing": fuzzers(options.seconds)}
    broken = 0
    for name, all_of_it in tables.items():
        if options.only in (None, name):
            outcomes = list(measured(all_of_it))
            broken += sum(len(outcome.failures) for outcome in outcomes)
            text = table(outcomes)
            sys.stdout.write(text)
            if options.write:
                DOCUMENT.write_text(placed(DOCUMENT.read_text("utf-8"), name, text), "utf-8")
    return 1 if broken else 0


def tortures(share: float) -> Iterator[Torture]:
    """Yield every torture but the fuzzers."""

    def part(tries: int) -> int:
        return max(1, round(tries * share))

    yield partial(kills.kills_in_autosave, part(1_000), SEED)
    if not why_not():
        yield partial(power.power_losses, part(10_000), SEED)
        yield partial(kills.kills_in_migration, part(200))
        yield partial(of_every_deed, lambda deed: disks.filled_disks(deed, part(100)))
        for error, onwards in disks.BAD_DRIVES:
            call = partial(disks.failing_calls, error=error, onwards=onwards)
            yield partial(of_every_deed, call)
    if disks.can_mount():
        yield partial(disks.reading_when_full, part(20))
    yield partial(starts.triple_starts, part(100))
    yield partial(starts.restarts, part(100))
    yield partial(keeping.newer_files, part(100))
    for kind in Kind:
        yield partial(damaged_files, kind, part(300), SEED)
    yield partial(keeping.restore_drills, part(50), SEED)
    yield partial(keeping.thinned_calendars, part(1_000), SEED)
    yield partial(keeping.copied_files, part(120), SEED)
    yield partial(keeping.weeks_everywhere, part(20))
    yield partial(keeping.erased_profiles, part(20))
    yield partial(monkeys.monkeys, part(20), 10_000, SEED)


def of_every_deed(torture: Callable[[Deed], Outcome]) -> Outcome:
    """Try one kind of bad disk with everything the program does to files, as one outcome."""
    outcomes = [torture(deed) for deed in DEEDS]
    first = outcomes[0]
    deeds = zip(DEEDS, outcomes, strict=True)
    figures = {"tries of each": ", ".join(f"{deed.name} {each.tries:,}" for deed, each in deeds)}
    if "refused in a sentence" in first.figures:
        refused = sum(int(each.figures["refused in a sentence"]) for each in outcomes)
        figures["refused in a sentence"] = f"{refused:,}"
    if disks.SLOWEST in first.figures:
        slowest = max(int(each.figures[disks.SLOWEST]) for each in outcomes)
        figures[disks.SLOWEST] = str(slowest)
    return Outcome(
        fault=first.fault,
        what=first.what.partition(":")[0],
        tries=sum(each.tries for each in outcomes),
        figures=figures,
        failures=tuple(failure for each in outcomes for failure in each.failures),
    )


def fuzzers(seconds: int) -> Iterator[Torture]:
    """Yield a fuzzer for each parser."""
    if can_fuzz():
        yield from (partial(fuzzed, parser, seconds) for parser in PARSERS)


def measured(tried: Iterator[Torture]) -> Iterator[Outcome]:
    """Yield the outcomes, saying on the way how it goes."""
    for torture in tried:
        begin = perf_counter()
        outcome = torture()
        spent = perf_counter() - begin
        said = f"{outcome.fault}  {outcome.what}: {outcome.tries:,} tries, {spent:.0f} s\n"
        sys.stderr.write(said + "".join(f"    BROKEN {each}\n" for each in outcome.failures[:10]))
        yield outcome


def table(outcomes: Sequence[Outcome]) -> str:
    """Return when and where it was measured, and the table, as Markdown."""
    rows = [
        (
            outcome.fault,
            outcome.what,
            f"{outcome.tries:,}",
            "; ".join(f"{name}: {figure}" for name, figure in outcome.figures.items()),
            str(len(outcome.failures)),
        )
        for outcome in outcomes
    ]
    heading, _, *lines = markdown(HEADINGS, rows)
    return "\n".join([where(), "", heading, "| --- | --- | ---: | --- | ---: |", *lines, ""])


def where() -> str:
    """Return how, when and on what the figures were made."""
    day = datetime.now(UTC).date().isoformat()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"Made with `{COMMAND}` on {day}, {machine}, {versions}."


if __name__ == "__main__":
    sys.exit(main())
