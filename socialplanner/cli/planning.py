"""The commands `assess` and `plan`: from an answers file to JSON or a PDF."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from socialplanner import paths
from socialplanner.app.said import assessment_of, said_in
from socialplanner.cli import streams
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.exchange.answers_file import AnswersFile, parse_answers, read_answers_file
from socialplanner.exchange.assessment_file import assessment_text
from socialplanner.exchange.document import LARGEST_FILE
from socialplanner.exchange.output_file import write_whole
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.wording import conflict_sentence

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which answers, and for which day; None for the day in the file or else today."""

    file: str
    day: date | None

    @property
    def is_stream(self) -> bool:
        """Return whether the answers come from standard input."""
        return self.file == streams.STANDARD_STREAM

    @property
    def plan_file(self) -> Path:
        """Return where the plan goes when nothing else is said."""
        return Path("plan.pdf" if self.is_stream else f"{Path(self.file).stem}-plan.pdf")


def assess(request: Request) -> None:
    """Print the assessment of an answers file as JSON."""
    streams.write(assessment_text(*_assessment(request)))


def plan(request: Request, *, output: str | None, paper: str) -> None:
    """Write the plan for an answers file as a PDF, and say where it is."""
    catalogue, assessment = _assessment(request)
    from socialplanner.report.plan_document import plan_pdf  # noqa: PLC0415 - only for a PDF

    pdf = plan_pdf(catalogue, assessment, PlanOptions(paper=paper))
    if output == streams.STANDARD_STREAM:
        streams.write(pdf)
        return
    path = request.plan_file if output is None else Path(output)
    write_whole(path, pdf)
    streams.write(f"The plan is in {path}.\n")


def clash(request: Request, output: str | None) -> bool:
    """Return whether the plan would replace the answers it is made from."""
    if output is None or output == streams.STANDARD_STREAM or request.is_stream:
        return False
    try:
        return Path(output).samefile(request.file)
    except OSError:
        return False


def _assessment(request: Request) -> tuple[Catalogue, Assessment]:
    """Return the assessment of the answers, with the catalogue it was made with."""
    catalogue = load_catalogue(paths.catalogue_dir())
    said = answers_of(catalogue, request)
    day = request.day or said.day or datetime.now().astimezone().date()
    return catalogue, assessment_of(catalogue, said_in(said), day, conflict_sentence)


def answers_of(catalogue: Catalogue, request: Request) -> AnswersFile:
    """Return the answers that a request names."""
    if request.is_stream:
        return parse_answers(catalogue, streams.read(LARGEST_FILE + 1), STANDARD_INPUT)
    return read_answers_file(catalogue, Path(request.file))
