"""Scenarios beside the plan: keep a state of the workbench, compare, open, rename, take over."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialplanner.domain.kept_scenario import (
    LONGEST_NAME,
    KeptScenario,
    free_key,
    kept_scenarios,
    scenario_name,
    scenario_of,
)
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.scenario_figures import ScenarioFigures, SideBySide
from socialplanner.ui.pages.scenario_steps import name_trouble, put_scenario, room_trouble
from socialplanner.ui.pages.week_bench import Workbench
from socialplanner.ui.session import Session
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, row
from socialplanner.ui.widgets.wheelless import CalmChoice

if TYPE_CHECKING:
    from socialplanner.presentation.scenario_rows import Baseline, Line


class ScenariosCard(Card):
    """`opened` has the scenario to be tried in the workbench, `taken` the one to be the plan's."""

    opened = Signal(object)
    taken = Signal(object)

    def __init__(self, context: Context, session: Session, bench: Workbench) -> None:
        """Begin with none shown."""
        super().__init__(spacing=12)
        self._context, self._session, self._bench = context, session, bench
        self.scenarios: dict[str, KeptScenario] = {}
        self.figures = ScenarioFigures(context, session, self)
        self.figures.changed.connect(self.show_rows)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(_("A name, such as “With one more helper”"))
        self.name.setAccessibleName(_("Name of the scenario"))
        self.name.returnPressed.connect(self.keep)
        self.keep_button = Button(_("Keep beside the plan"))
        self.keep_button.clicked.connect(self.keep)
        self.trouble = Label(role="muted")
        words = _("Hours: those that the plan fills, of those you can give where it fills fewer.")
        self.hours_note = Label(words, role="small")
        self.table = SideBySide(context)
        self.choice = CalmChoice()
        self.choice.setAccessibleName(_("Scenario"))
        self.choice.setMinimumContentsLength(20)
        self.choice.currentIndexChanged.connect(self._leave)
        self._buttons()
        self._place()

    def _buttons(self) -> None:
        self.open_button = Button(_("Open"))
        self.take_button = Button(_("Take over …"))
        self.rename_button = Button(_("Rename"), role="quiet")
        self.delete_button = Button(_("Delete"), role="quiet")
        self.sure = Label()
        self.take_now = Button(_("Take over now"))
        self.leave_button = Button(_("Leave it"), role="quiet")
        self.open_button.clicked.connect(self._open)
        self.take_button.clicked.connect(self._ask)
        self.rename_button.clicked.connect(self._rename)
        self.delete_button.clicked.connect(self._delete)
        self.take_now.clicked.connect(self._take)
        self.leave_button.clicked.connect(self._leave_asked)

    def _place(self) -> None:
        self.box.addWidget(Heading(_("Scenarios"), level=2))
        lead = _("Give what you try a name, and keep it beside the plan. The plan stays as it is.")
        self.box.addWidget(Label(lead, role="muted"))
        line = row(self.name, self.keep_button, spacing=8)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        self.box.addWidget(self.trouble)
        self.box.addWidget(self.table)
        self.box.addWidget(self.hours_note)
        self.commands, self.asking = QWidget(), QWidget()
        changing = (self.rename_button, self.delete_button)
        self.commands.setLayout(
            FlowLayout(self.choice, self.open_button, self.take_button, *changing)
        )
        self.asking.setLayout(FlowLayout(self.take_now, self.leave_button))
        for each in (self.commands, self.sure, self.asking):
            each.setProperty("role", "clear")
            self.box.addWidget(each)
        asked = (self.commands, self.sure, self.asking)
        for hidden in (self.trouble, self.table, self.hours_note, *asked):
            hidden.hide()

    def refresh(self) -> None:
        """Show the scenarios that are kept."""
        found = kept_scenarios(self._session.record, self._session.catalogue)
        if found != self.scenarios:
            chosen = self.choice.currentData()
            self.scenarios = found
            self.choice.clear()
            for key, each in found.items():
                self.choice.addItem(each.name, key)
            self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self._leave()
        self.commands.setVisible(bool(found))
        self.figures.want(found)
        self.show_rows()

    def show_rows(self) -> None:
        """Show the table: the plan first, then each scenario with what is known of it."""
        now = self._bench.now
        for each in (self.table, self.hours_note):
            each.setVisible(bool(self.scenarios) and now is not None)
        if now is None or not self.scenarios:
            return
        from socialplanner.presentation import scenario_rows as words  # noqa: PLC0415 - NumPy

        rows = words.rows(self._baseline(), now, self._session.results, self._lines())
        self.table.show_rows(words.head(), rows)

    def _lines(self) -> "list[Line]":
        figures = self.figures
        return [
            (each, figures.found.get(key), figures.checked.get(key))
            for key, each in self.scenarios.items()
        ]

    def _baseline(self) -> "Baseline":
        from socialplanner.presentation.scenario_rows import Baseline  # noqa: PLC0415 - NumPy

        session = self._session
        return Baseline(
            catalogue=session.catalogue,
            answers=session.answers,
            choices=session.choices,
            currency=session.record.profile.currency,
        )

    # What a person does.

    @property
    def chosen(self) -> tuple[str, KeptScenario] | None:
        """Return the scenario that is chosen, with its key."""
        key = self.choice.currentData()
        return (key, self.scenarios[key]) if key in self.scenarios else None

    def keep(self) -> None:
        """Keep what the workbench shows, under the name that is typed."""
        session, name = self._session, scenario_name(self.name.text())
        key = free_key(session.record, session.catalogue)
        trouble = room_trouble(session) or name_trouble(session, name)
        if not name or trouble or key is None:
            self._refuse(trouble if name else _("Type a name first."))
            return
        others = self._bench.opened.others if self._bench.opened else ()
        self._edit(key, scenario_of(name, *self._bench.said, others))
        self.choice.setCurrentIndex(self.choice.findData(key))
        offer_undo(
            self._context.messages,
            session,
            _("“{name}” is kept beside the plan.").format(name=name),
        )

    def _rename(self) -> None:
        name, chosen = scenario_name(self.name.text()), self.chosen
        if chosen is None:
            return
        if not name:
            self._refuse(_("Type the new name above first, then press Rename."))
            return
        if trouble := name_trouble(self._session, name, but=chosen[0]):
            self._refuse(trouble)
            return
        self._edit(chosen[0], replace(chosen[1], name=name))
        words = _("Renamed to “{name}”.").format(name=name)
        offer_undo(self._context.messages, self._session, words)

    def _delete(self) -> None:
        if (chosen := self.chosen) is None:
            return
        self._edit(chosen[0], None)
        (self.choice if self.scenarios else self.name).setFocus()
        words = _("“{name}” is deleted.").format(name=chosen[1].name)
        offer_undo(self._context.messages, self._session, words)

    def _edit(self, key: str, scenario: KeptScenario | None) -> None:
        put_scenario(self._session, key, scenario)
        self.trouble.hide()
        self.name.clear()
        self.refresh()

    def _refuse(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        announce(self, words)
        self.name.setFocus()

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen[1])

    def _ask(self) -> None:
        """Say first what taking over would change."""
        if (chosen := self.chosen) is None:
            return
        from socialplanner.presentation.scenario_rows import takeover_words  # noqa: PLC0415 - NumPy

        self.sure.setText(takeover_words(self._baseline(), chosen[1]))
        self.sure.show()
        self.asking.show()
        self.take_now.setFocus()
        announce(self, self.sure.text())

    def _take(self) -> None:
        self._leave_asked()
        if (chosen := self.chosen) is not None:
            self.taken.emit(chosen[1])

    def _leave(self) -> None:
        self.sure.hide()
        self.asking.hide()

    def _leave_asked(self) -> None:
        self._leave()
        self.take_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take nothing over at Esc, where it was asked whether to."""
        if event.key() == Qt.Key.Key_Escape and self.asking.isVisible():
            self._leave_asked()
        else:
            super().keyPressEvent(event)
