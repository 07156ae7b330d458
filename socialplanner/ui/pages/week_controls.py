"""What may be supposed: hours, patience, tools and money, beside what was answered."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from socialplanner.domain.answers import Answers
from socialplanner.domain.business import NO_TOOL, Business, business_of
from socialplanner.domain.supposition import Supposition
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label, set_tip
from socialplanner.ui.widgets.layouts import Card, row
from socialplanner.ui.widgets.wheelless import CalmChoice, CalmSlider, CalmSpin

STEPS: Final = 2
"""Steps of the slider an hour."""

SLIDER_HOURS: Final = 40
SLIDER_HEIGHT: Final = 24
MOST_MONEY: Final = 1_000_000.0


class ControlsCard(Card):
    """Moving anything here is a supposition; `supposed` has it. Nothing is saved until kept."""

    supposed = Signal(Supposition)
    keep_requested = Signal()
    back_requested = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        """Show what was answered."""
        super().__init__(spacing=14)
        self._context = context
        self._session = session
        self._by_id = session.catalogue.questionnaire.by_id
        self._business: Business | None = None
        self._hours_controls()
        self._patience_control()
        self._tool_controls()
        self._money_control()
        self._buttons()
        self._place()
        context.theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.slider.setMinimumHeight(self._context.theme.px(SLIDER_HEIGHT))

    # Making.

    def _hours_controls(self) -> None:
        question = self._by_id["business.hours_per_week"]
        least, most = question.minimum or 1.0, question.maximum or 80.0
        self.hours = CalmSpin()
        self.hours.setRange(least, most)
        self.hours.setSingleStep(1 / STEPS)
        self.hours.setSuffix(_(" h"))
        self.hours.setAccessibleName(_("Hours a week"))
        self.hours.valueChanged.connect(self._hours_typed)
        self.slider = CalmSlider()
        self.slider.setRange(round(least * STEPS), SLIDER_HOURS * STEPS)
        self.slider.setPageStep(2 * STEPS)
        self.slider.setAccessibleName(_("Hours a week, in half-hours"))
        self.slider.valueChanged.connect(self._slid)

    def _patience_control(self) -> None:
        self.patience = CalmChoice()
        question = self._by_id["business.patience"]
        for option in question.options:
            self.patience.addItem(option.text, option.id)
        self.patience.setAccessibleName(question.short or question.text)
        self.patience.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.patience.currentIndexChanged.connect(self._moved)

    def _tool_controls(self) -> None:
        self.tools: dict[str, Button] = {}
        for option in self._by_id["business.tools"].options:
            if option.id == NO_TOOL:
                continue
            chip = Button(escaped(option.short or option.text), role="chip")
            chip.setCheckable(True)
            chip.setAccessibleName(_("Tool: {name}").format(name=option.text))
            set_tip(chip, option.text)
            chip.toggled.connect(self._moved)
            self.tools[option.id] = chip

    def _money_control(self) -> None:
        self.money = CalmSpin()
        self.money.setRange(0.0, MOST_MONEY)
        self.money.setSingleStep(5.0)
        self.money.setGroupSeparatorShown(True)
        self.money.setAccessibleName(_("Money for paid posts a week"))
        self.money.valueChanged.connect(self._moved)

    def _buttons(self) -> None:
        self.keep = Button(
            _("&Keep this"), role="primary", icon=self._context.icon("check", "on_accent")
        )
        self.keep.clicked.connect(self.keep_requested)
        self.back = Button(_("Back &to the plan"), icon=self._context.icon("undo-2"))
        self.back.clicked.connect(self.back_requested)
        self.trouble = Label(role="danger")
        self.state = Label(role="muted")
        self.commands = QWidget()
        self.commands.setProperty("role", "clear")
        self.commands.setLayout(FlowLayout(self.keep, self.back))

    def _place(self) -> None:
        self.box.addWidget(Heading(_("What if …"), level=2))
        self.box.addWidget(self.state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        hours = row(self.slider, self.hours, spacing=12)
        hours.setStretch(0, 1)
        lines: tuple[tuple[str, QWidget, object], ...] = (
            (_("Ho&urs a week"), self.hours, hours),
            (_("&Patience"), self.patience, row(self.patience, 1)),
            (_("Mone&y a week for paid posts"), self.money, row(self.money, 1)),
        )
        for place, (words, buddy, layout) in enumerate(lines):
            self._line(grid, place, words, buddy, layout)
        tools = Label(self._short("business.tools"))
        grid.addWidget(tools, len(lines), 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(FlowLayout(*self.tools.values(), spacing=6), len(lines), 1)
        self.box.addLayout(grid)
        self.box.addWidget(self.trouble)
        self.box.addWidget(self.commands)
        self.trouble.hide()

    def _line(
        self, grid: QGridLayout, place: int, words: str, buddy: QWidget, layout: object
    ) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(buddy)
        label.setWordWrap(True)
        grid.addWidget(label, place, 0)
        grid.addLayout(layout, place, 1)  # type: ignore[call-overload]

    def _short(self, question_id: str) -> str:
        question = self._by_id[question_id]
        return question.short or question.text

    # Showing.

    def show_answers(self) -> None:
        """Show what was answered; nothing is supposed any more."""
        self._business = business_of(self._session.answers)
        self._show(self._business)

    def show_supposed(self, answers: Answers) -> None:
        """Show what is supposed instead of what was answered."""
        self._business = business_of(self._session.answers)
        self._show(business_of(answers))

    def _show(self, business: Business) -> None:
        controls: tuple[QWidget, ...] = (
            self.hours,
            self.slider,
            self.patience,
            self.money,
            *self.tools.values(),
        )
        blockers = [QSignalBlocker(each) for each in controls]
        most = max(SLIDER_HOURS * STEPS, round(business.hours_per_week * STEPS))
        self.slider.setMaximum(most)
        self.hours.setValue(business.hours_per_week)
        self.slider.setValue(round(business.hours_per_week * STEPS))
        self.patience.setCurrentIndex(self.patience.findData(business.patience))
        self.money.setValue(business.ad_budget_per_week or 0.0)
        currency = self._session.record.profile.currency
        self.money.setSuffix(f" {currency}" if currency else "")
        for key, chip in self.tools.items():
            chip.setChecked(key in business.tools)
        for blocker in blockers:
            blocker.unblock()

    def show_state(self, *, is_supposing: bool, trouble: str) -> None:
        """Say whether this is the plan or a supposition, and why there can be no such plan."""
        self._business = business_of(self._session.answers)
        if is_supposing:
            self.state.setText(_("You are trying something out. Your answers stay as they are."))
        else:
            self.state.setText(
                _(
                    "Move anything to see at once what would change. Nothing is saved until you "
                    "keep it."
                )
            )
        self.keep.setEnabled(is_supposing and not trouble)
        self.back.setEnabled(is_supposing)
        self.trouble.setVisible(bool(trouble))
        if trouble and trouble != self.trouble.text():
            announce(self, trouble)
        self.trouble.setText(trouble)

    # Moving.

    def _slid(self, steps: int) -> None:
        blocker = QSignalBlocker(self.hours)
        self.hours.setValue(steps / STEPS)
        blocker.unblock()
        self._moved()

    def _hours_typed(self, hours: float) -> None:
        blocker = QSignalBlocker(self.slider)
        self.slider.setMaximum(max(self.slider.maximum(), round(hours * STEPS)))
        self.slider.setValue(round(hours * STEPS))
        blocker.unblock()
        self._moved()

    def _moved(self) -> None:
        self.supposed.emit(self.supposition())

    def supposition(self) -> Supposition:
        """Return what the controls say that the answers do not."""
        business = self._business
        if business is None:
            return Supposition()
        tools = frozenset(key for key, chip in self.tools.items() if chip.isChecked())
        hours, money = self.hours.value(), self.money.value()
        patience = self.patience.currentData()
        is_same_hours = hours == round(business.hours_per_week, 2)
        is_same_money = money == round(business.ad_budget_per_week or 0.0, 2)
        return Supposition(
            hours_per_week=None if is_same_hours else hours,
            patience=None if patience == business.patience else patience,
            tools=None if tools == business.tools & self.tools.keys() else tools,
            ad_budget_per_week=None if is_same_money else money,
        )
