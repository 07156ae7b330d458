"""How long a plan takes to print, against the bare canvas and against ReportLab's own way."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

from pypdfium2 import PdfDocument

from benchmarks.batch import MEASURED, PLANS, TODAY, assessed, catalogue, plan_of, samples
from benchmarks.floor import Recording
from benchmarks.timing import MILLISECONDS, interleaved_medians
from socialplanner.domain.assessment import Assessment
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.summary import summarise
from socialplanner.report.blocks import Block, Outlined, Together
from socialplanner.report.columns import Card, Columns, Table
from socialplanner.report.document import Plan, render
from socialplanner.report.finishing import Finish, finished
from socialplanner.report.plan_document import plan_pdf
from socialplanner.report.text import Text

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15
COLD_STARTS = 5
TAGGED, UNTAGGED = PlanOptions(), PlanOptions(is_tagged=False)
HEADINGS = ("one plan, warm", "ms", "to the floor", "to the default", "pages", "bytes")
SAMPLE_HEADINGS = ("sample", "pages", "bytes")


class Printed(NamedTuple):
    """A file and its look from outside."""

    pages: int
    text: str
    size: int


class Figures(NamedTuple):
    """Medians in ms, and the files that are compared."""

    times: dict[str, float]
    ours: Printed
    tagged: Printed
    smaller: Printed
    plain: Printed


def rows(rounds: int = ROUNDS) -> list[list[str]]:
    """Return the table's rows: medians of interleaved rounds for one sample."""
    times, ours, tagged, smaller, plain = measured(rounds)
    setting = times["sections"] + times["render"]
    by_default = times["words"] + times["default"]
    floor, default = times["floor"], times["default"]

    def row(name: str, spent: float, to_default: float, printed: Printed | None) -> list[str]:
        about = [str(printed.pages), f"{printed.size:,}"] if printed else ["", ""]
        ratios = [f"{spent / floor:.2f}", f"{spent / to_default:.2f}" if to_default else ""]
        return [name, f"{spent:.1f}", *ratios, *about]

    return [
        row("the whole plan, untagged", times["whole"], by_default, ours),
        row("the whole plan, tagged", times["tagged"], by_default, tagged),
        row("tagged, and finished by pikepdf", times["finished"], by_default, smaller),
        row("its words", times["words"], 0, None),
        row("its blocks and charts", times["sections"], 0, None),
        row("its pages", times["render"], 0, None),
        row("blocks, charts and pages", setting, default, None),
        row("floor: the same calls to a bare canvas", floor, 0, ours),
        row("default: the same words by Platypus", default, 0, plain),
        row("default with the words' own time", by_default, 0, None),
    ]


def measured(rounds: int) -> Figures:
    """Measure all ways of one plan in turn, after checking that they say the same."""
    assessment = assessed(MEASURED)
    recording = Recording(plan_of(assessment))
    ours = printed(recording.pdf)
    with plain_process() as (first, ask):
        plain = printed(first)
        check_text(plan_of(assessment), plain.text)
        spent: list[float] = []
        contenders: dict[str, Callable[[], object]] = {
            "whole": lambda: plan_pdf(catalogue(), assessment, UNTAGGED),
            "tagged": lambda: plan_pdf(catalogue(), assessment, TAGGED),
            "finished": lambda: finished(plan_pdf(catalogue(), assessment, TAGGED), Finish()),
            "floor": recording,
            "default": lambda: spent.append(ask()),
            **_steps(assessment),
        }
        times = interleaved_medians(contenders, rounds)
    times["default"] = median(spent[1:])
    times["sections"] = times["words and sections"] - times["words"]
    tagged = plan_pdf(catalogue(), assessment, TAGGED)
    return Figures(times, ours, printed(tagged), printed(finished(tagged, Finish())), plain)


def _steps(assessment: Assessment) -> dict[str, Callable[[], object]]:
    """Return the steps of a plan; every file is set from blocks that were never set before."""
    ready: list[Plan] = []
    return {
        "words": lambda: summarise(catalogue(), assessment),
        "words and sections": lambda: ready.append(plan_of(assessment)),
        "render": lambda: render(ready.pop()),
    }


@contextmanager
def plain_process() -> Iterator[tuple[bytes, Callable[[], float]]]:
    """Run ReportLab's own way beside this process: its file, and a way to ask for it again."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plain.pdf"
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.plain_reportlab", str(file)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            asked, answers = process.stdin, process.stdout
            if asked is None or answers is None or answers.readline() != "ready\n":
                raise ChildProcessError("ReportLab's own way could not be started.")

            def ask() -> float:
                asked.write("\n")
                asked.flush()
                return float(answers.readline())

            yield file.read_bytes(), ask
            asked.close()


def printed(pdf: bytes) -> Printed:
    """Read a file back."""
    document = PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return Printed(len(document), squeezed(text), len(pdf))


def squeezed(text: str) -> str:
    """Return text without spaces, line ends and the hyphens that PDFium puts at line ends."""
    return "".join(text.replace("\ufffe", "-").split())


def check_text(plan: Plan, found: str) -> None:
    """Raise ValueError where a paragraph or a cell is missing; one may go over two pages."""
    for section in plan.sections:
        for text in (text for block in section.stack for text in texts(block)):
            words = squeezed("".join(run.text for runs in text.paragraphs for run in runs))
            if not any(
                words[:cut] in found and words[cut:] in found for cut in range(len(words), -1, -1)
            ):
                raise ValueError(f"ReportLab's own way lacks these words: {words}")


def texts(block: Block) -> Iterator[Text]:
    """Yield every text in a block."""
    inner: tuple[Block, ...] = ()
    match block:
        case Text():
            yield block
        case Columns():
            inner = tuple(part for cell in block.cells for part in cell.stack)
        case Card() | Together():
            inner = block.stack
        case Table():
            inner = (block.head, *block.rows)
        case Outlined():
            inner = (block.block,)
        case _:
            pass
    for part in inner:
        yield from texts(part)


def sample_rows() -> list[list[str]]:
    """Return pages and bytes of every sample."""
    files = {file.stem: printed(plan_pdf(catalogue(), assessed(file))) for file in samples()}
    return [[name, str(file.pages), f"{file.size:,}"] for name, file in files.items()]


def sentences() -> list[str]:
    """Return what a hundred plans and a cold start take, in words."""
    (found,) = batches(PLANS)
    halves = max(half["print"] for half in batches(PLANS // 2, PLANS // 2))
    before, *held = (f"{mib:.0f}" for mib in found["held"])
    together = found["assess"] + found["print"]
    batch = (
        f"{found['plans']} plans in one process, the samples in turn: {found['print']:.1f} s of "
        f"printing ({found['print, processor']:.1f} s of processor time), {together:.1f} s with "
        f"assessing. Memory held: {before} MiB before, {', '.join(held)} MiB after 1, 20 and "
        f"{found['plans']} plans. Two processes with half of them each took {halves:.1f} s of "
        f"printing, {found['print'] / halves:.2f} times faster."
    )
    starts = (
        f"From the start of the process to a PDF on the disk: {cold('plan'):.0f} ms; to the "
        f"assessment alone: {cold('assess'):.0f} ms (medians of {COLD_STARTS})."
    )
    return [batch, "", starts]


def batches(*plans: int) -> list[Any]:
    """Print so many plans in a process each, all at once, and return what they found."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.batch", str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in plans
    ]
    return [json.loads(process.communicate()[0]) for process in started]


def cold(command: str) -> float:
    """Return the median milliseconds of a whole run of the program."""
    with TemporaryDirectory() as folder:
        output = ["--output", f"{folder}/plan.pdf"] if command == "plan" else []
        day = ["--date", TODAY.isoformat()]
        times = []
        for _ in range(COLD_STARTS):
            begin = perf_counter()
            subprocess.run(
                [sys.executable, "-m", "socialplanner", command, str(MEASURED), *day, *output],
                check=True,
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
            )
            times.append((perf_counter() - begin) * MILLISECONDS)
    return median(times)
