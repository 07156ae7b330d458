"""F2: the power goes at any moment while answers are saved, backed up and restored."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from socialplanner.domain.answers import Answer
from socialplanner.domain.editing import with_answer
from socialplanner.store.library import Library
from socialplanner.store.trouble import StoreError
from tests.faults.power import CrashState, Recording, crash_states, recorded
from tests.store.makers import FIRST, QUESTIONS, Clock, begun
from tests.torture.outcome import Outcome

SAVES = 60


def power_losses(states: int, seed: int) -> Outcome:
    """Record a sitting of sixty answers with its backups, and cut the power again and again."""
    failures = list[str]()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "data")
        recording, history = _sitting(folder)
        for state in crash_states(recording, states, seed=seed, into=Path(place, "states")):
            failures += _lost(state, history)
    figures = {"corrupt, torn, or an answer lost that was said to be saved": str(len(failures))}
    return Outcome(
        fault="F2",
        what="power cut (simulated)",
        tries=states,
        figures=figures,
        failures=tuple(failures),
    )


def _sitting(folder: Path) -> tuple[Recording, list[Mapping[str, Answer]]]:
    """Answer and note after each answer that it is saved; return what was said by then."""
    clock = Clock()
    library = Library(folder, clock)
    path = library.add(begun())
    history: list[Mapping[str, Answer]] = [{}]
    with recorded(folder) as recording:
        for sitting in range(3):
            with library.open(path) as profile:
                for number in range(SAVES // 3):
                    clock.pass_(minutes=4)
                    question = QUESTIONS[(number * 7 + sitting) % len(QUESTIONS)]
                    profile.save(
                        with_answer(profile.record, FIRST, question, number % 5.0, clock.now())
                    )
                    history.append(profile.record.assessments[0].said())
                    recording.acknowledge(len(history) - 1)
    return recording, history


def _lost(state: CrashState, history: list[Mapping[str, Answer]]) -> list[str]:
    """Return what is wrong with the files after the power came back."""
    library = Library(state.folder)
    name = next(each.name for each in library.files())
    try:
        with library.open(state.folder / name) as profile:
            said = profile.record.assessments[0].said()
    except StoreError as error:
        return [f"state {state.number} at {state.cut}: {error}"]
    allowed = history[state.acknowledged : state.acknowledged + 2]
    if said not in allowed:
        return [f"state {state.number} at {state.cut}: {len(said)} answers, not as acknowledged"]
    return [
        f"state {state.number}: the backup {backup.path.name} is broken"
        for backup in library.backups("c0ffee").listed()
        if not _is_whole(library, backup.path)
    ]


def _is_whole(library: Library, path: Path) -> bool:
    try:
        library.read(path)
    except StoreError:
        return False
    return True
