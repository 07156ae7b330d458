"""The figures of scenarios, worked out one after the other in the background."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.domain.kept_scenario import KeptScenario
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.table_model import WordTable
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.domain.what_if import WhatIf

FIGURES: Final = "scenario_figures"
CHECKS: Final = "scenario_checks"
NUMBERS: Final = frozenset({1, 2, 3})
PAUSE: Final = 400
"""Milliseconds of rest before the next scenario is checked, so that the window stays quick."""


class SideBySide(TextTableView):
    """Shows scenarios beside one another also in a small window: a cell has few words."""

    readable = 96

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        nothing = WordTable(head=("",), rows=())
        super().__init__(context, nothing, name=_("Scenarios beside the plan"))

    def show_rows(self, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show these rows, unless they stand there already."""
        table = WordTable(head=head, rows=rows, figures=NUMBERS)
        if table != self.table:
            self.set_table(table)


class ScenarioFigures(QObject):
    """Holds figures by key; `changed` when there are more. What is known is not made twice."""

    changed = Signal()

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        """Begin with nothing worked out."""
        super().__init__(parent)
        self._context, self._session = context, session
        self._scenarios: Mapping[str, KeptScenario] = {}
        self._made_of: object = None
        self.found: dict[str, WhatIf | str] = {}
        self.checked: dict[str, Results] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._check_next)

    def want(self, scenarios: Mapping[str, KeptScenario]) -> None:
        """Have the figures of these scenarios made, unless they are."""
        session = self._session
        made_of = (session.record.profile, dict(session.answers), session.choices, dict(scenarios))
        if made_of == self._made_of:
            return
        self.stop()
        self._made_of, self._scenarios = made_of, dict(scenarios)
        self.found, self.checked = {}, {}
        if scenarios:
            self._context.tasks.run(FIGURES, Task(self._work(), self._figured, self._refused))

    def _work(self) -> "Callable[[], dict[str, WhatIf | str]]":
        session, scenarios = self._session, self._scenarios
        planning, profile = session.program.planning, session.record.profile
        answers, choices = session.answers, session.choices

        def work() -> "dict[str, WhatIf | str]":
            made: dict[str, WhatIf | str] = {}
            for key, each in scenarios.items():
                try:
                    made[key] = planning.what_if(
                        profile, each.answers(answers), each.choices(choices)
                    )
                except UserError as error:
                    made[key] = str(error)
            return made

        return work

    def _figured(self, found: "dict[str, WhatIf | str]") -> None:
        self.found = found
        self._timer.start()
        self.changed.emit()

    def _check_next(self) -> None:
        """Find out how sure the next scenario is."""
        key = next(
            (k for k, f in self.found.items() if k not in self.checked and not isinstance(f, str)),
            None,
        )
        if key is None:
            return
        session, each = self._session, self._scenarios[key]
        planning, profile = session.program.planning, session.record.profile
        answers, choices = each.answers(session.answers), each.choices(session.choices)

        def done(results: Results) -> None:
            self.checked[key] = results
            self._timer.start()
            self.changed.emit()

        work = lambda: planning.results(profile, answers, choices)  # noqa: E731
        self._context.tasks.run(CHECKS, Task(work, done, self._refused))

    def _refused(self, _error: UserError) -> None:
        """Leave unsaid what could not be worked out."""

    def stop(self) -> None:
        """Work nothing out any more; the page is left."""
        self._timer.stop()
        self._made_of = None
        self._context.tasks.forget(FIGURES)
        self._context.tasks.forget(CHECKS)
