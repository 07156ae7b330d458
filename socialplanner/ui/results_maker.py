"""Results made in the background, once for each state of the answers; the newest counts."""

from collections.abc import Callable
from datetime import date
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.profile import Choices, Profile
from socialplanner.ui.ports import Program, Results
from socialplanner.ui.tasks import Task, Tasks

RESULTS: Final = "results"
Said = tuple[Profile, Answers, Choices]


class ResultsMaker:
    """Holds the newest results, or why there are none."""

    def __init__(self, program: Program, tasks: Tasks, changed: Callable[[], None]) -> None:
        """Begin without results; `changed` is called when there are others."""
        self._program = program
        self._tasks = tasks
        self._changed = changed
        self.results: Results | None = None
        self.refusal = ""
        self._made_of: tuple[object, ...] | None = None
        self._wanted: tuple[object, ...] | None = None

    def want(self, said: Said, running: frozenset[str], day: date) -> None:
        """Have the results of these inputs made, unless they are there or on their way."""
        profile, answers, choices = said
        made_of = (profile, dict(answers), choices, running, day)
        if made_of in (self._made_of, self._wanted):
            return
        planning = self._program.planning
        if planning.missing_essentials(answers):
            self.stop()
            self._found(made_of, None, "")
            return
        self._wanted = made_of
        self._tasks.run(
            RESULTS,
            Task(
                lambda: planning.results(profile, answers, choices, running),
                lambda found: self._found(made_of, found, ""),
                lambda error: self._found(made_of, None, str(error)),
            ),
        )

    def stop(self) -> None:
        """Tell nobody of results that are on their way."""
        self._wanted = None
        self._tasks.forget(RESULTS)

    def _found(self, made_of: tuple[object, ...], results: Results | None, refusal: str) -> None:
        self._made_of, self._wanted = made_of, None
        self.results, self.refusal = results, refusal
        self._changed()
