"""The whole program tried in a folder that is thrown away: for builds, and for a doubtful copy."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner import APPLICATION_NAME, __version__, paths
from socialplanner.errors import InputError, Problem, UserError

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.ports import Results
    from socialplanner.ui.ports.printing import PlanOrder

SAMPLE: Final = "cafe"
JOINED: Final = "سلام"
"""A word whose letters join, which takes a library of its own to write."""

Trial = Callable[["DesktopProgram"], str]
"""Tries a part and returns what was found in it, as a sentence."""


def check() -> Iterator[str]:
    """Try every part and yield a sentence for each; InputError at the end with all that failed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported: no screen is needed
    from socialplanner.app.program import DesktopProgram  # noqa: PLC0415 - see above

    problems = []
    yield f"{APPLICATION_NAME} {__version__}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        program = DesktopProgram(Path(folder, "data"), Path(folder, "config"))
        for name, trial in TRIALS.items():
            try:
                yield trial(program)
            except Exception as error:  # noqa: BLE001 - whatever is broken is to be named
                problems.append(Problem(file=name, id="", key="", message=_said(error)))
    if problems:
        raise InputError(f"{len(problems)} parts do not work.", problems)
    yield "Everything works."


def _said(error: Exception) -> str:
    is_sentence = isinstance(error, UserError)
    return str(error) if is_sentence else f"{type(error).__name__}: {error}"


def try_catalogue(program: "DesktopProgram") -> str:
    """Read what the experts wrote."""
    catalogue = program.catalogue
    questions, activities = len(catalogue.questionnaire.by_id), len(catalogue.activities)
    return f"Catalogue: version {catalogue.version}, {questions} questions, {activities} activities"


def try_samples(program: "DesktopProgram") -> str:
    """Read the answers of every invented firm."""
    from socialplanner.exchange.answers_file import read_answers_file  # noqa: PLC0415 - on use

    files = sorted(paths.samples_dir().glob("*.toml"))
    firms = [read_answers_file(program.catalogue, file).profile.name for file in files]
    if SAMPLE not in {file.stem for file in files}:
        raise UserError(f"The sample “{SAMPLE}” is missing.")
    return f"Samples: {len(firms)} firms"


def try_desktop_files(_program: "DesktopProgram") -> str:
    """Look whether a desktop can be told of the program."""
    files = [each for each in paths.desktop_dir().iterdir() if each.stat().st_size]
    return f"Desktop: {len(files)} files"


def try_window(program: "DesktopProgram") -> str:
    """Answer an empty profile in the window, print its plan, and read both back from the disk."""
    from socialplanner.domain.beginning import begun  # noqa: PLC0415 - on use
    from socialplanner.exchange.answers_file import read_answers_file  # noqa: PLC0415 - on use
    from socialplanner.ui.trying import TriedWindow  # noqa: PLC0415 - Qt, on use

    said = read_answers_file(program.catalogue, paths.samples_dir() / f"{SAMPLE}.toml")
    record = begun(said.profile, program.new_id(), program.new_id(), program.now())
    path = program.shelf.add(record)
    window = TriedWindow(program)
    try:
        window.check_look()
        results = window.results_of(path, said.answers)
        pages = window.pages()
    finally:
        window.close()
    stored = program.shelf.read(path)
    kept = stored.assessments[-1].said()
    if kept != said.answers:
        raise UserError("The disk does not hold the answers that were given.")
    shown = f"{len(kept)} answers given and kept, {pages} pages shown"
    return f"Window: {shown}, {_printed(program, results, stored)}"


def _printed(program: "DesktopProgram", results: "Results", record: "ProfileRecord") -> str:
    """Write the plan to the disk, read it back, make every other file of it, and say what it is."""
    from socialplanner.presentation.plan_formats import Format  # noqa: PLC0415 - on use
    from socialplanner.ui.ports.printing import FileOrder, PlanOrder  # noqa: PLC0415 - on use

    printing = program.printing
    order = PlanOrder(record=record, results=results, options=printing.house())
    plan = printing.make(order, lambda _done, _steps: None)
    path = program.data_folder / "plan.pdf"
    printing.save(path, plan.pdf, Format.PDF)
    if path.read_bytes() != plan.pdf or not all(page.text.strip() for page in plan.pages):
        raise UserError("The plan cannot be read back.")
    for kind in Format:
        if not printing.file(FileOrder(plan=order, kind=kind, pdf=plan.pdf)):
            raise UserError(f"The plan as {kind} is empty.")
    _carried(program, order, plan.pdf)
    picture = printing.picture(plan.pdf, 0, 1.0)
    return f"a plan of {len(plan.pages)} pages, {picture.width} by {picture.height} points"


def _carried(program: "DesktopProgram", order: "PlanOrder", pdf: bytes) -> None:
    """Put the profile into its plan under a password, and take it out again."""
    from socialplanner.app.carrying import bundle_in  # noqa: PLC0415 - on use
    from socialplanner.presentation.plan_formats import Format  # noqa: PLC0415 - on use
    from socialplanner.ui.ports.printing import Carried, FileOrder  # noqa: PLC0415 - on use

    password = program.new_id()
    file = FileOrder(plan=order, kind=Format.PDF, pdf=pdf, password=password, carried=Carried.WHOLE)
    found = bundle_in(program.printing.file(file), "plan.pdf", password)
    if found.record != order.record:
        raise UserError("A plan does not give back the profile that was put into it.")


def try_formats(program: "DesktopProgram") -> str:
    """Make the plan of a sample as a file of every kind, and as a protected one."""
    from socialplanner.app.reports import report_bytes, source_from  # noqa: PLC0415 - on use
    from socialplanner.app.said import said_in  # noqa: PLC0415 - on use
    from socialplanner.exchange.answers_file import read_answers_file  # noqa: PLC0415 - on use
    from socialplanner.presentation.plan_formats import Format  # noqa: PLC0415 - on use
    from socialplanner.presentation.plan_options import PlanOptions  # noqa: PLC0415 - on use
    from socialplanner.report.finishing import Finish, finished  # noqa: PLC0415 - on use

    said = said_in(read_answers_file(program.catalogue, paths.samples_dir() / f"{SAMPLE}.toml"))
    options = PlanOptions(opening=JOINED)
    source = source_from(program.catalogue, said, options, program.today())
    made = {kind: report_bytes(source, kind) for kind in Format}
    protected = finished(made[Format.PDF], Finish(password=SAMPLE))
    sizes = [f"{kind.upper()} {len(data):,}" for kind, data in made.items()]
    return f"Files, in bytes: {', '.join(sizes)}, PDF with a password {len(protected):,}"


TRIALS: Final[dict[str, Trial]] = {
    "catalogue": try_catalogue,
    "samples": try_samples,
    "desktop files": try_desktop_files,
    "window": try_window,
    "formats": try_formats,
}
