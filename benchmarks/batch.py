"""A hundred plans, or as many as are asked for, in a process of their own: for printing.py."""

import json
import sys
from datetime import date
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.memory import status_mib
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.paths import catalogue_dir, samples_dir
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.summary import summarise
from socialplanner.report.document import Plan
from socialplanner.report.plan_document import plan_document, plan_pdf

TODAY = date(2026, 11, 23)
MEASURED = samples_dir() / "cafe.toml"
PLANS = 100
LOOKS_AT = (1, 20)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    return load_catalogue(catalogue_dir())


def samples() -> list[Path]:
    """Return the shipped answers files."""
    return sorted(samples_dir().glob("*.toml"))


def assessed(file: Path) -> Assessment:
    """Return the assessment of an answers file."""
    said = read_answers_file(catalogue(), file)
    return assess(catalogue(), said.profile, said.answers, said.choices, TODAY)


def plan_of(assessment: Assessment, *, is_tagged: bool = False) -> Plan:
    """Return everything that is printed, not yet set."""
    options = PlanOptions(is_tagged=is_tagged)
    return plan_document(assessment, summarise(catalogue(), assessment), options)


def main() -> None:
    """Assess and print the samples in turn; say how long that took and what was held."""
    catalogue()
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    spent = {"assess": 0.0, "print": 0.0, "print, processor": 0.0}
    held = [status_mib("VmRSS")]
    for count, file in enumerate(islice(cycle(samples()), plans), start=1):
        begin = perf_counter()
        assessment = assessed(file)
        middle, processor = perf_counter(), process_time()
        plan_pdf(catalogue(), assessment)
        spent["print, processor"] += process_time() - processor
        spent["print"] += perf_counter() - middle
        spent["assess"] += middle - begin
        if count in (*LOOKS_AT, plans):
            held.append(status_mib("VmRSS"))
    sys.stdout.write(json.dumps({**spent, "held": held, "plans": plans}))


if __name__ == "__main__":
    main()
