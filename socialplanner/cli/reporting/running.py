"""The command `report`: reports for many clients, a line for each."""

import signal
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from socialplanner.app.batch import Batch
from socialplanner.app.program import DesktopProgram
from socialplanner.app.report_job import ReportStyle
from socialplanner.app.report_jobs import processors
from socialplanner.cli import streams
from socialplanner.cli.profiles.hints import hinted
from socialplanner.cli.reporting.clients import clients
from socialplanner.messages import counted, visible
from socialplanner.presentation.report_presets import Preset
from socialplanner.store.profile_file import is_protected
from socialplanner.ui.ports.batch import Outcome, ReportLine

SOME_FAILED = 3
STOPPED = 130


def report(arguments: Namespace) -> None:
    """Write the reports, say what became of each, and end with 3 where some failed."""
    jobs, program = clients(arguments), DesktopProgram()
    processes = arguments.jobs or processors()
    folder = Path(arguments.output)
    batch = Batch(jobs, _style(arguments, program), folder, 0 if processes == 1 else processes)
    counts = Counter[Outcome]()
    with _stopped_by_signals(batch), closing(batch.lines()) as lines:
        for number, line in enumerate(lines, start=1):
            _say(line, f"{number}/{len(jobs)}  ")
            if line.fault:
                program.log.write("error", line.fault)
            counts[line.outcome] += 1
    streams.write(_sum(counts, len(jobs), folder))
    if any(is_protected(job.place) for job in jobs) and counts[Outcome.DONE]:
        streams.write("The reports have no passphrase: whoever has the files can read them.\n")
    if batch.is_stopped or counts.total() < len(jobs):
        raise SystemExit(STOPPED)
    if counts[Outcome.FAILED]:
        raise SystemExit(SOME_FAILED)


def _style(arguments: Namespace, program: DesktopProgram) -> ReportStyle:
    return ReportStyle(
        today=program.today(),
        formats=arguments.format,
        house=program.printing.house(),
        day=arguments.date,
        preset=Preset(arguments.preset) if arguments.preset else None,
        paper=arguments.paper or "",
        alias=arguments.alias or "",
        is_anonymous=arguments.anonymous,
        only_missing=arguments.only_missing,
        may_replace=arguments.force,
    )


def _say(line: ReportLine, count: str) -> None:
    """Say what became of a client; only a person at a terminal is told how far it has come."""
    shown = "" if streams.screen_width() is None else count
    label = visible(line.label)
    who = f"{shown}{label}"
    if line.outcome is Outcome.FAILED:
        said = hinted(line.words)
        streams.complain(f"{shown}{said}" if said.startswith(label) else f"{who}: {said}")
        return
    files = ", ".join(map(visible, line.files))
    is_done = line.outcome is Outcome.DONE
    streams.write(f"{who}: {files}\n" if is_done else f"{who}: there already\n")
    if line.note:
        streams.complain(f"{label}: {line.note}")


def _sum(counts: Counter[Outcome], total: int, folder: Path) -> str:
    """Return the last line: how many of what."""
    done, where = counts[Outcome.DONE], visible(str(folder))
    parts = [f"{counted(done, 'report is', 'reports are')} in {where}"]
    others = {
        "failed": counts[Outcome.FAILED],
        "there already": counts[Outcome.SKIPPED],
        "not begun": total - counts.total(),
    }
    parts += [f"{count} {words}" for words, count in others.items() if count]
    return f"{', '.join(parts)}.\n"


@contextmanager
def _stopped_by_signals(batch: Batch) -> Iterator[None]:
    """Let Ctrl+C, or the end that a scheduler asks for, stop the batch between two clients.

    A second Ctrl+C stops it at once.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        batch.stop()
        signal.signal(number, before[number])
        streams.complain("Stopping: what is begun is finished.")

    before: dict[int, Any] = {}
    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for each, earlier in before.items():
            signal.signal(each, earlier)
