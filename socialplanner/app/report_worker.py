"""What a process of a batch does: it loads once what all reports need, and makes them in turn."""

import os
import signal
import threading
from multiprocessing import parent_process
from typing import Final

from socialplanner.app.report_folder import ReportFolder
from socialplanner.app.report_job import ReportJob, ReportMaker, ReportStyle
from socialplanner.app.report_words import told
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import install_language
from socialplanner.ui.ports.batch import ReportLine

ORPHANED: Final = 1
KINDNESS: Final = 5
"""By how much a process gives way to the window it works for."""


class _Bench:
    """What the one process holds between two calls."""

    maker: ReportMaker | None = None
    folder: ReportFolder | None = None


def begin(style: ReportStyle, folder: ReportFolder) -> None:
    """Prepare a process: Ctrl+C is for the one that started it, with which it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if style.speaks_window and hasattr(os, "nice"):
        os.nice(KINDNESS)
    if style.language != "en":
        install_language(style.language)
    _Bench.maker, _Bench.folder = ReportMaker(style, folder), folder


def work(jobs: tuple[ReportJob, ...]) -> tuple[ReportLine, ...] | str:
    """Return a line for each client until the run is stopped, or why nothing can be made at all."""
    maker, folder = _Bench.maker, _Bench.folder
    if maker is None or folder is None:
        raise RuntimeError("A process of a batch was not prepared.")
    try:
        _ = maker.catalogue
    except UserError as error:
        return told(error)
    lines: list[ReportLine] = []
    for job in jobs:
        if not folder.is_running:
            break
        lines.append(maker.line(job))
    return tuple(lines)


def _end_with_parent() -> None:
    """End this process at once when the one that started it is gone, however that came about.

    A file that is being written is then left under its temporary name, for the next run to sweep.
    """
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(ORPHANED)
