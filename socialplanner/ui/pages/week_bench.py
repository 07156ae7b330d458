"""The workbench behind “Your week”: the plan now, what is supposed, and what was chosen."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.domain.answers import Answers
from socialplanner.domain.kept_scenario import KeptScenario, tried
from socialplanner.domain.profile import Choices
from socialplanner.domain.supposition import Supposition
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui import steps
from socialplanner.ui.context import Context
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.domain.what_if import WhatIf

FIGURES: Final = "what_if"
CHECKS: Final = "what_if_checks"
PAUSE: Final = 350
"""Milliseconds without a change after which it is checked how sure a supposed plan is."""


class Workbench(QObject):
    """Holds the figures of the plan now and of the supposed one; `changed` when either is other.

    The figures are worked out at once where that is quick; how sure a plan is follows later.
    `trouble` says why what is supposed, or was to be chosen, can be met by no plan.
    """

    changed = Signal()

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        """Begin without figures."""
        super().__init__(parent)
        self._context = context
        self._session = session
        self.supposition = Supposition()
        self.opened: KeptScenario | None = None
        self.now: WhatIf | None = None
        self.supposed: WhatIf | None = None
        self.trouble = ""
        self._checked: Results | None = None
        self._made_of: tuple[object, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._check)

    @property
    def is_supposing(self) -> bool:
        """Return whether anything is supposed that answers and choices do not say."""
        return self._supposed() is not None

    @property
    def said(self) -> tuple[Answers, Choices]:
        """Return the answers and choices of the plan that is looked at."""
        return self._supposed() or (self._session.answers, self._session.choices)

    @property
    def shown(self) -> "WhatIf | None":
        """Return the plan that is looked at: the supposed one, where there is one."""
        return self.supposed or self.now

    @property
    def checked(self) -> Results | None:
        """Return the results that say how sure the plan looked at is, None while not known."""
        if self.supposed is not None:
            return self._checked
        results = self._session.results
        return results if results is not None and self._is_of_now(results) else None

    @property
    def is_checking(self) -> bool:
        """Return whether it is still to be found out how sure the plan looked at is."""
        return self.now is not None and self.checked is None

    def _is_of_now(self, results: Results) -> bool:
        found, session = results.assessment, self._session
        now = (session.record.profile, session.answers, session.choices)
        return (found.profile, found.answers, found.choices) == now

    # What there is.

    def refresh(self) -> None:
        """Work the figures out anew, unless they are those of the present answers and choices."""
        session = self._session
        made_of = (session.record.profile, dict(session.answers), session.choices)
        if made_of != self._made_of:
            self._made_of, self.now = made_of, None
            if session.program.planning.missing_essentials(session.answers):
                self.now = self.supposed = None
            else:
                self._work_out()
        self.changed.emit()

    def suppose(self, supposition: Supposition) -> None:
        """Suppose something; nothing is saved."""
        self.supposition = supposition
        self.trouble = ""
        self._work_out()
        self.changed.emit()

    def go_back(self) -> None:
        """Suppose nothing any more."""
        self.opened = None
        self.suppose(Supposition())

    def open(self, scenario: KeptScenario) -> None:
        """Suppose a scenario, with its choices and whatever else it says."""
        self.opened = scenario
        self.suppose(scenario.supposition)

    def _work_out(self) -> None:
        """Work out both plans: at once where that is quick, or in the background."""
        work = self._work()
        if not self._session.program.planning.is_warm:
            self._context.tasks.run(FIGURES, Task(work, self._found_later, self._refused_later))
            return
        self._context.tasks.forget(FIGURES)
        try:
            self._found(work())
        except UserError as error:
            self._refused(error)

    def _work(self) -> "Callable[[], tuple[WhatIf | None, WhatIf | None, str]]":
        """Return what works both plans out; it may run in another thread."""
        session = self._session
        planning, profile = session.program.planning, session.record.profile
        answers, choices, other = session.answers, session.choices, self._supposed()
        known = self.now

        def work() -> "tuple[WhatIf | None, WhatIf | None, str]":
            now = known or planning.what_if(profile, answers, choices)
            try:
                then = None if other is None else planning.what_if(profile, *other)
            except UserError as error:
                return now, None, str(error)
            return now, then, ""

        return work

    def _supposed(self) -> tuple[Answers, Choices] | None:
        """Return the answers and choices that are supposed, None where they are as they are."""
        answers, choices = self._session.answers, self._session.choices
        changed, other = tried(answers, choices, self.supposition, self.opened)
        return ({**answers, **changed}, other) if changed or other != choices else None

    def _found(self, found: "tuple[WhatIf | None, WhatIf | None, str]") -> None:
        self.now, self.supposed, self.trouble = found
        self._checked = None
        self._context.tasks.forget(CHECKS)
        if self.supposed is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _found_later(self, found: "tuple[WhatIf | None, WhatIf | None, str]") -> None:
        self._found(found)
        self.changed.emit()

    def _refused(self, error: UserError) -> None:
        self.now = self.supposed = None
        self.trouble = str(error)

    def _refused_later(self, error: UserError) -> None:
        self._refused(error)
        self.changed.emit()

    def _check(self) -> None:
        """Find out how sure the supposed plan is, in the background."""
        other, session = self._supposed(), self._session
        if other is None:
            return
        planning, profile = session.program.planning, session.record.profile
        work = partial(planning.results, profile, *other)
        self._context.tasks.run(CHECKS, Task(work, self._checked_now, lambda _error: None))

    def _checked_now(self, results: Results) -> None:
        self._checked = results
        self.changed.emit()

    def stop(self) -> None:
        """Check nothing any more; the page is left."""
        self._timer.stop()
        self._context.tasks.forget(FIGURES)
        self._context.tasks.forget(CHECKS)

    def forget(self) -> None:
        """Let the next refresh work everything out anew."""
        self._made_of = None
        self.supposed = None
        self.trouble = ""

    # What a person decides.

    def keep(self) -> None:
        """Give what is supposed as answers, in one step that can be undone."""
        session = self._session
        choices = session.assessment.choices
        values, choices = tried(session.answers, choices, self.supposition, self.opened)
        self.supposition, self.opened = Supposition(), None
        session.do(*steps.taking_over(session, values, choices))

    def pin(self, activity_id: str) -> bool:
        """Keep an activity in the plan; return whether a plan can."""
        return self._choose(activity_id, pin={activity_id})

    def decline(self, activity_id: str) -> bool:
        """Leave an activity out of every plan; return whether a plan can."""
        return self._choose(activity_id, decline={activity_id})

    def take_back(self, activity_id: str) -> bool:
        """Leave an activity to the plan again; return whether a plan can."""
        return self._choose(activity_id)

    def _choose(
        self,
        activity_id: str,
        *,
        pin: AbstractSet[str] = frozenset(),
        decline: AbstractSet[str] = frozenset(),
    ) -> bool:
        """Keep a choice that a plan can meet; one that none can meet is told, and not kept."""
        session, before = self._session, self._session.choices
        choices = replace(
            before,
            pinned=(before.pinned - {activity_id}) | pin,
            declined=(before.declined - {activity_id}) | decline,
        )
        planning, had_plan = session.program.planning, self.now is not None
        if had_plan and planning.is_warm:
            try:
                planning.what_if(session.record.profile, session.answers, choices)
            except UserError as error:
                self._context.messages.show_message(
                    _("Not changed. {why}").format(why=error), tone="warning"
                )
                return False
        session.set_choices(choices)
        return True
