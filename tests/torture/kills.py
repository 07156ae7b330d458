"""F1 and F3: killed while it saves answers, and at each step of a migration."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from socialplanner import paths
from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import QuestionKind
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.store import database
from socialplanner.store.library import Library
from socialplanner.store.migrations import SCHEMA_VERSION
from socialplanner.store.tables import present_tables, rows_of
from socialplanner.store.trouble import StoreError
from tests.faults.kill import Death, Nursery
from tests.house.sources import ROOT
from tests.store.makers import begun
from tests.torture.outcome import Outcome

SAVED = "saved "
KILLS_OF_ONE = 50
"""So often a profile is killed; after that a new one begins, for their history grows."""

OLD_FILES = sorted((ROOT / "tests" / "data").glob("schema-*.socialplan"))


def kills_in_autosave(tries: int, seed: int) -> Outcome:
    """Answer questions through the command line, kill it, and look for every answer it said."""
    random = Random(seed)  # noqa: S311 - to be repeated
    questions = [
        question.id
        for question in load_catalogue(paths.catalogue_dir()).questionnaire
        if question.kind is QuestionKind.ANCHORED
    ]
    failures, acknowledged = list[str](), 0
    for first in range(0, tries, KILLS_OF_ONE):
        with tempfile.TemporaryDirectory() as folder:
            life = _Life(Library(Path(folder, "data")), random, questions)
            for number in range(first, min(first + KILLS_OF_ONE, tries)):
                failures += life.kill(number)
            acknowledged += life.acknowledged
    figures = {
        "answers said to be saved": f"{acknowledged:,}",
        "of them lost, torn or corrupt": str(len(failures)),
    }
    return Outcome(
        fault="F1",
        what="kill -9 of the program while it saves",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )


class _Life:
    """One profile that is answered, killed, and answered again."""

    def __init__(self, library: Library, random: Random, questions: list[str]) -> None:
        """Begin with an empty profile."""
        self.library, self.random, self.questions = library, random, questions
        self.path = library.add(begun())
        self.expected: dict[str, Answer] = {}
        self.acknowledged = 0

    def kill(self, number: int) -> list[str]:
        """Give it up to 79 answers, kill it after some, and return what is wrong then."""
        lines = [
            (self.random.choice(self.questions), self.random.randrange(5))
            for _ in range(self.random.randrange(1, 80))
        ]
        count = self.random.randrange(1, len(lines) + 1)
        said, offered = _killed(self.library.folder, lines, count)
        self.expected.update(said)
        self.acknowledged += len(said)
        failures = _lost(self.library, self.path, self.expected, offered, number)
        self.expected = dict(self.library.read(self.path).assessments[0].said())
        return failures


def _killed(
    folder: Path, lines: list[tuple[str, int]], count: int
) -> tuple[list[tuple[str, Answer]], dict[str, set[Answer]]]:
    """Start the program, kill it after so many answers, and return those it said were saved.

    Answers it was given after that may be there or not; they are returned by question.
    """
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "socialplanner", "profiles", "answer", "c0ffee", "-"),
            *("--data-folder", str(folder)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write("".join(f"{key}={level}\n" for key, level in lines).encode())
    process.stdin.flush()
    heard = []
    for line in process.stdout:
        if line.startswith(SAVED.encode()):
            heard.append(line)
        if len(heard) >= count:
            break
    process.kill()
    rest, _ = process.communicate()
    heard += [line for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]
    saved = [line.decode().removeprefix(SAVED).strip().partition("=") for line in heard]
    said: list[tuple[str, Answer]] = [(key, float(level)) for key, _, level in saved if level]
    offered: dict[str, set[Answer]] = {}
    for key, level in lines[len(said) :]:
        offered.setdefault(key, set()).add(float(level))
    return said, offered


def _lost(
    library: Library,
    path: Path,
    expected: dict[str, Answer],
    offered: dict[str, set[Answer]],
    number: int,
) -> list[str]:
    """Return what is wrong with the profile after a kill."""
    try:
        with library.open(path) as profile:
            assessment = profile.record.assessments[0]
    except StoreError as error:
        return [f"kill {number}: {error}"]
    said = assessment.said()
    lost = [
        f"kill {number}: {key} was {value}, is {said.get(key)}"
        for key, value in expected.items()
        if said.get(key) != value and said.get(key) not in offered.get(key, set())
    ]
    last = assessment.changes[-1] if assessment.changes else None
    if last and said.get(last.question_id) != last.new:
        lost.append(f"kill {number}: the last change is not what is said")
    if assessment.position not in {*said, ""}:
        lost.append(f"kill {number}: resumes nowhere")
    return lost


def migrate(folder: Path) -> None:
    """Open the old file in a folder, which brings it up to date."""
    Library(folder).open(next(folder.glob("*.socialplan"))).close()


def kills_in_migration(tries: int) -> Outcome:
    """Kill the opening of an old file at each of its changes, whole and torn, round and round."""
    failures, done, points = list[str](), 0, set[tuple[int, bool]]()
    with tempfile.TemporaryDirectory() as base, Nursery(migrate) as nursery:
        while done < tries:
            for torn in (False, True):
                n, killed = 0, True
                while killed and done < tries:
                    n, done = n + 1, done + 1
                    folder = Path(base, f"death-{done}")
                    folder.mkdir()
                    shutil.copy(OLD_FILES[-1], folder / "old-c0ffee.socialplan")
                    death = nursery.killed_at(n, folder, torn=torn)
                    killed = death.killed
                    points |= {(n, torn)} if killed else set()
                    failures += _half(death)
                    shutil.rmtree(folder)
    figures = {
        "different points of the migration": str(len(points)),
        "between two schemas, or rows lost": str(len(failures)),
    }
    return Outcome(
        fault="F3",
        what="kill -9 within a migration",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )


def _half(death: Death) -> list[str]:
    """Return what is wrong after a migration was killed."""
    path = death.folder / "old-c0ffee.socialplan"
    library = Library(death.folder)
    before = rows_by_table(OLD_FILES[-1])
    problems = [] if death.killed or not death.error else [death.error]
    try:
        library.read(path)
        version = database.peek(path).schema_version
        if version not in (SCHEMA_VERSION - 1, SCHEMA_VERSION):
            problems.append(f"schema {version}")
        if version == SCHEMA_VERSION and library.backups("c0ffee").newest_good() is None:
            problems.append("migrated without a copy of the old file")
        library.open(path).close()
        after = rows_by_table(path)
    except StoreError as error:
        return [f"step {death.n}: {error}"]
    if {name: after.get(name) for name in before} != before:
        problems.append("rows differ")
    return [f"step {death.n}: {problem}" for problem in problems]


def rows_by_table(path: Path) -> dict[str, list[object]]:
    """Return all rows of a file by table."""
    with closing(database.connect(path, read_only=True)) as connection:
        return {
            table.name: list(rows_of(connection, table)) for table in present_tables(connection)
        }
