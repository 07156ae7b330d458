"""How long a plan takes in other engines: the same words, tables and charts, in the same run.

The engines may live in a Python of their own, which the variable SOCIALPLANNER_PEERS names (with
`fpdf2`, `typst` and `weasyprint`, the extra `peers`); what is not there is left out and said so.
Every plan is another client's, so that nobody wins by remembering the last one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.batch import MEASURED, assessed, catalogue
from benchmarks.memory import status_mib
from benchmarks.pages import pages_of
from benchmarks.printing import Printed, printed, squeezed
from benchmarks.timing import MILLISECONDS
from socialplanner.domain.assessment import Assessment
from socialplanner.paths import fonts_dir
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.report.finishing import Finish, finished
from socialplanner.report.plan_document import plan_pdf

ENGINES = ("typst", "typst tagged", "fpdf2", "weasyprint")
NAMES = {"typst tagged": "typst, tagged", "weasyprint": "WeasyPrint"}
PYTHON = os.environ.get("SOCIALPLANNER_PEERS", sys.executable)
ROUNDS = 9
HEADINGS = ("engine", "ms", "to ours", "peak, MiB", "pages", "bytes")
OURS = {
    "SocialPlanner": lambda a: plan_pdf(catalogue(), a, PlanOptions(is_tagged=False)),
    "SocialPlanner, tagged": lambda a: plan_pdf(catalogue(), a, PlanOptions()),
    "SocialPlanner, tagged and finished": lambda a: finished(
        plan_pdf(catalogue(), a, PlanOptions()), Finish()
    ),
}


class Contender:
    """Someone who makes plans: how long each took, what was held, and the last file."""

    def __init__(self, make: Callable[[Assessment], tuple[float, float]], file: Path) -> None:
        """Make plans by a function that says how long it took and what was held."""
        self.make = make
        self.file = file
        self.spent: list[float] = []
        self.held = 0.0

    def turn(self, assessment: Assessment) -> None:
        """Make one plan."""
        spent, self.held = self.make(assessment)
        self.spent.append(spent)

    def milliseconds(self) -> float:
        """Return the median, without the first plan."""
        return median(self.spent[1:])


def rows(rounds: int = ROUNDS) -> list[list[str]]:
    """Return the table's rows; contenders take turns, each with another client's plan."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        contenders = {name: ours(make, Path(folder, name)) for name, make in OURS.items()}
        for engine in ENGINES:
            if is_there(engine):
                found = stack.enter_context(beside(engine, Path(folder, engine)))
                contenders[NAMES.get(engine, engine)] = found
        for client in clients(rounds + 1):
            for contender in contenders.values():
                contender.turn(client)
        first = next(iter(contenders.values())).milliseconds()
        return [row(name, each, first, client) for name, each in contenders.items()]


def clients(number: int) -> Iterator[Assessment]:
    """Yield so many plans that differ in their names."""
    cafe = assessed(MEASURED)
    for place in range(number):
        yield replace(cafe, profile=replace(cafe.profile, name=f"Client number {place}"))


def ours(make: Callable[[Assessment], bytes], file: Path) -> Contender:
    """Return the program itself as a contender; the making of words is part of its time."""

    def made(assessment: Assessment) -> tuple[float, float]:
        begin = perf_counter()
        data = make(assessment)
        spent = (perf_counter() - begin) * MILLISECONDS
        file.write_bytes(data)
        return spent, status_mib("VmHWM")

    return Contender(made, file)


def is_there(engine: str) -> bool:
    """Return whether an engine can be imported where the peers live."""
    module = "fpdf" if engine == "fpdf2" else engine.split(maxsplit=1)[0]
    asked = [PYTHON, "-c", f"import {module}"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


@contextmanager
def beside(engine: str, file: Path) -> Iterator[Contender]:
    """Run another engine beside this process; its words are ready, so they cost it nothing."""
    script = Path(__file__).with_name("peer_process.py")
    with subprocess.Popen(
        [PYTHON, str(script), *engine.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise ChildProcessError(f"{engine} could not be started.")

        def ask(line: object) -> tuple[float, float]:
            asked.write(f"{json.dumps(line)}\n")
            asked.flush()
            spent, held = map(float, answers.readline().split())
            return spent, held

        ask([str(fonts_dir()), str(file)])
        yield Contender(lambda assessment: ask(pages_of(assessment)), file)
        asked.close()


def row(name: str, contender: Contender, first: float, client: Assessment) -> list[str]:
    """Return the row of a contender, whose last file has to say all that the last plan says."""
    found = printed(contender.file.read_bytes())
    check_words(name, found, client)
    spent = contender.milliseconds()
    ratio, held = f"{spent / first:.2f}", f"{contender.held:.0f}"
    return [name, f"{spent:.1f}", ratio, held, str(found.pages), f"{found.size:,}"]


def check_words(name: str, found: Printed, client: Assessment) -> None:
    """Raise ValueError where a file lacks words of the plan: then nothing is compared."""
    read = found.text.casefold().replace("-", "")
    pieces = pages_of(client)["pieces"]
    for text in words(pieces):
        said = squeezed(text).casefold().replace("-", "")
        cuts = range(len(said), -1, -1)
        if not any(said[:cut] in read and said[cut:] in read for cut in cuts):
            raise ValueError(f"{name} lacks these words: {text}")


def words(value: object) -> Iterator[str]:
    """Yield all words in pieces, but for those in charts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from words(each)
    elif isinstance(value, dict):
        said = ("text", "items", "head", "rows")
        for name in said:
            yield from words(value.get(name))


def sentence() -> str:
    """Return which engines are missing."""
    missing = [NAMES.get(each, each) for each in ENGINES if not is_there(each)]
    if missing:
        return f"Not installed, so not measured: {', '.join(missing)}."
    return "The pages of the others are plainer: one column, the same words, tables and charts."


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for line in (HEADINGS, *rows(asked), (sentence(),)):
        sys.stdout.write(f"{' | '.join(line)}\n")
