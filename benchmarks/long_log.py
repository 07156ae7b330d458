"""How long a profile with ten years of weeks and enquiries takes to open, beside one with none.

The two take turns. A file is opened, checked and closed; in a window, shown without a screen, a
profile is opened until its page is painted, and until everything that is made behind it is there.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.timing import MILLISECONDS
from socialplanner.app.program import DesktopProgram
from socialplanner.domain.editing import new_record, with_answer, with_assessment
from socialplanner.domain.logbook import WEEK
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek, ProfileRecord
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.paths import samples_dir

WEEKS = 520
AIM = "1.5"
HEADINGS = ("what", "ten years, ms", "no weeks, ms", "ratio", "aim")
PAGES = {"": "the page where one goes on", "logbook": "the logbook"}
NONE, LONG = "none", "long"
PATIENCE = timedelta(seconds=60)

Times = Mapping[str, float]
"""Milliseconds by NONE and LONG."""


def rows(rounds: int) -> list[list[str]]:
    """Return the table's rows; a process of its own has the window."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.long_log", str(max(rounds, 9))],
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    found: dict[str, Times] = json.loads(done.stdout.splitlines()[-1])
    return [_row(name, times) for name, times in found.items()]


def _row(name: str, times: Times) -> list[str]:
    ratio = times[LONG] / times[NONE]
    aim = AIM if "painted" in name else ""
    return [name, f"{times[LONG]:.1f}", f"{times[NONE]:.1f}", f"{ratio:.2f}", aim]


def measured(folder: Path, rounds: int) -> dict[str, Times]:
    """Return what everything takes by its name."""
    program = DesktopProgram(folder / "data", folder / "config")
    program.settings.put("sample_made", True)  # noqa: FBT003 - a setting like any other
    record = _record(program)
    weeks = _weeks(program, record)
    enquiries = tuple(_enquiries(weeks))
    long = replace(record, id=program.new_id(), weeks=weeks, enquiries=enquiries)
    paths = {NONE: program.shelf.add(record), LONG: program.shelf.add(long)}
    found = {"open, check and close the file": _taking_turns(_file(program), paths, rounds)[0]}
    opening = _Opening(program)
    for key, name in PAGES.items():
        painted, whole = _taking_turns(opening.at(key), paths, rounds)
        found[f"open {name}, painted"] = painted
        found[f"open {name}, with all that is made behind it"] = whole
    opening.end()
    return found


def _enquiries(weeks: Iterable[LoggedWeek]) -> Iterator[Enquiry]:
    """Yield four enquiries a week, in words of the usual length."""
    for week in weeks:
        for number in range(4):
            yield Enquiry(
                id=f"e-{week.monday}-{number}",
                day=week.monday + timedelta(days=number),
                changed_at=week.changed_at,
                words="Saw your post about the new oven, and asked my neighbour",
                activity_id="reply_desk" if number else "",
                trace="asked",
            )


def _record(program: DesktopProgram) -> ProfileRecord:
    said = read_answers_file(program.catalogue, samples_dir() / "cafe.toml")
    now = program.now()
    begun = with_assessment(new_record(program.new_id(), said.profile, now), program.new_id(), now)
    for question, answer in said.answers.items():
        begun = with_answer(begun, begun.assessments[-1].id, question, answer, now)
    return begun


def _weeks(program: DesktopProgram, record: ProfileRecord) -> tuple[LoggedWeek, ...]:
    plan = program.planning.results(
        record.profile, record.assessments[-1].said(), record.assessments[-1].choices
    ).assessment
    kpis = [choice.kpi_id for choice in plan.kpis][:3]
    this = week_of(program.today())
    return tuple(_week(this - back * WEEK, plan.plan.hours, kpis) for back in range(WEEKS, 0, -1))


def _week(monday: date, hours: Mapping[str, float], kpis: list[str]) -> LoggedWeek:
    moment = datetime.combine(monday, datetime.min.time(), UTC)
    figures = {kpi: float(monday.day + place) for place, kpi in enumerate(kpis)}
    note = f"Market day on {monday:%d/%m}"
    return LoggedWeek(
        monday=monday, changed_at=moment, hours=hours, outcomes=figures, money=20.0, note=note
    )


def _file(program: DesktopProgram) -> Callable[[Path], list[float]]:
    def opened(path: Path) -> list[float]:
        begin = perf_counter()
        program.shelf.open(path).close()
        return [perf_counter() - begin]

    return opened


def _taking_turns(
    deed: Callable[[Path], list[float]], paths: Mapping[str, Path], rounds: int
) -> list[Times]:
    """Return medians of each time that a deed tells; a first round does not count."""
    spent: dict[str, list[list[float]]] = {name: [] for name in paths}
    for number in range(rounds + 1):
        for name in sorted(paths, reverse=bool(number % 2)):
            spent[name].append(deed(paths[name]))
    counted = {name: list(zip(*each[1:], strict=True)) for name, each in spent.items()}
    return [
        {name: median(each[place]) * MILLISECONDS for name, each in counted.items()}
        for place in range(len(counted[NONE]))
    ]


class _Opening:
    """A window in which profiles are opened and closed."""

    def __init__(self, program: DesktopProgram) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - in its own process alone

        from socialplanner.ui.main_window import MainWindow  # noqa: PLC0415 - the same
        from socialplanner.ui.theme import Appearance, Theme  # noqa: PLC0415 - the same

        self._application = QApplication([])
        theme = Theme(self._application)
        theme.apply(Appearance.LIGHT)
        self._window = MainWindow(program, theme)
        self._window.show()
        self._application.processEvents()

    def at(self, key: str) -> Callable[[Path], list[float]]:
        """Return what opens a profile at a page, and tells until when it was painted and whole."""

        def opened(path: Path) -> list[float]:
            begin = perf_counter()
            self._window.open_profile(path, key)
            self._window.repaint()
            painted = perf_counter() - begin
            while not self._window.tasks.is_idle:
                if perf_counter() - begin > PATIENCE.total_seconds():
                    raise TimeoutError("The window never came to rest.")
                self._application.processEvents()
            self._window.repaint()
            whole = perf_counter() - begin
            self._window.go("home")
            self._application.processEvents()
            return [painted, whole]

        return opened

    def end(self) -> None:
        """Close the window."""
        self._window.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.stdout.write(json.dumps(measured(Path(home), int(sys.argv[1]))) + "\n")
