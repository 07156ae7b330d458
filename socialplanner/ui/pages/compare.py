"""The page “Compare”: two assessments chosen, and what differs between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.compare_parts import ComparisonView
from socialplanner.ui.pages.home_places import place_of_reassessing
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, ScrollPage, column
from socialplanner.ui.widgets.wheelless import CalmChoice

if TYPE_CHECKING:
    from socialplanner.domain.record import RecordedAssessment
    from socialplanner.errors import UserError
    from socialplanner.presentation.comparison import Comparison

TASK = "compare"


class ComparePage(Page):
    """Before and after: any two assessments of the profile side by side."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with nothing chosen."""
        super().__init__(key, _("Compare"))
        self.context = context
        self.session = session
        self.comparison: Comparison | None = None
        self._listed: tuple[RecordedAssessment, ...] = ()
        self._is_shown = False
        self.page = ScrollPage()
        self.kicker = Label(_("Compare"), role="kicker")
        self.heading = Heading(_("Compare"))
        self.lead = Label(role="lead")
        self.then, self.now = CalmChoice(), CalmChoice()
        self.choosers = QWidget()
        self.note = Label(role="muted")
        self.notice = Card(spacing=8)
        self.notice_text = Label()
        self.begin = Button(_("Begin a new a&ssessment …"), icon=context.icon("refresh-cw"))
        self.view = ComparisonView(context)
        self._place()
        session.answers_changed.connect(self._look_again)

    def _place(self) -> None:
        self.then.setAccessibleName(_("Then: the earlier assessment"))
        self.now.setAccessibleName(_("Now: the later assessment"))
        pairs = ((_("&Then"), self.then), (_("No&w"), self.now))
        self.choosers.setProperty("role", "clear")
        self.choosers.setLayout(FlowLayout(*(_labelled(*pair) for pair in pairs), spacing=20))
        self.notice.box.addWidget(self.notice_text)
        self.notice.box.addLayout(FlowLayout(self.begin))
        self.begin.clicked.connect(self._begin)
        self.begin.hide()
        self.page.box.addLayout(column(self.kicker, self.heading, self.lead, spacing=6))
        for widget in (self.choosers, self.note, self.notice, self.view):
            self.page.box.addWidget(widget)
        self.view.hide()
        self.kicker.hide()
        self.then.currentIndexChanged.connect(self._compare)
        self.now.currentIndexChanged.connect(self._compare)
        self.setLayout(column(self.page))

    def entered(self, place: str) -> None:
        """List the assessments there are, and compare the last two."""
        self._is_shown = True
        self._list()
        if not place:
            self.page.verticalScrollBar().setValue(0)

    def left(self) -> None:
        """Follow the answers no longer."""
        self._is_shown = False
        self.context.tasks.forget(TASK)

    def _look_again(self, question_id: str) -> None:
        del question_id
        if self._is_shown:
            self._list()

    def _list(self) -> None:
        """Offer all assessments that can be compared; what was chosen stays chosen."""
        listed = self.session.program.comparing.comparable(self.session.record)
        self._listed = listed
        chosen = (self.then.currentData(), self.now.currentData())
        usual = _usual(listed)
        for choice, key, other in zip((self.then, self.now), chosen, usual, strict=True):
            choice.blockSignals(True)  # noqa: FBT003 - Qt's own way
            choice.clear()
            for each in listed:
                choice.addItem(_named(each, listed), each.id)
            found = choice.findData(key) if key else -1
            choice.setCurrentIndex(found if found >= 0 else choice.findData(other))
            choice.blockSignals(False)  # noqa: FBT003 - Qt's own way
        self.choosers.setVisible(len(listed) > 1)
        self._compare()

    def _compare(self) -> None:
        """Compare what is chosen, in the background."""
        self.context.tasks.forget(TASK)
        then, now = self.then.currentData(), self.now.currentData()
        if len(self._listed) < 2:  # noqa: PLR2004 - one alone cannot be compared
            begun = len(self.session.record.assessments)
            self._say(_nothing_yet(len(self._listed), begun), is_first=begun <= 1)
            return
        if then == now:
            self._say(_("Choose two different assessments."))
            return
        if self.comparison is None:
            self._say(_("Working it out …"))
        record, comparing = self.session.record, self.session.program.comparing
        self._show_note()

        def work() -> "Comparison":
            return comparing.compare(record, then, now)

        self.context.tasks.run(TASK, Task(work, self._show, self._refuse))

    def _show(self, found: "Comparison") -> None:
        self.comparison = found
        self.heading.setText(found.progress.headline)
        self.lead.setText(found.progress.lead)
        self.kicker.show()
        self.lead.show()
        self.notice.hide()
        self.view.show_comparison(found)
        self.view.show()

    def _refuse(self, error: "UserError") -> None:
        self._say(str(error))
        announce(self, str(error))

    def _begin(self) -> None:
        """Go home, where it is said what a new assessment is before one is begun."""
        self.context.go("home", place_of_reassessing(self.session.record.id))

    def _say(self, words: str, *, is_first: bool = False) -> None:
        """Show a sentence in the place of a comparison."""
        self.comparison = None
        self.heading.setText(_("Compare"))
        self.kicker.hide()
        self.lead.hide()
        self.note.hide()
        self.view.hide()
        self.notice_text.setText(words)
        self.begin.setVisible(is_first)
        self.notice.show()

    def _show_note(self) -> None:
        """Say how many answers were only taken over from the assessment before."""
        chosen = next((each for each in self._listed if each.id == self.now.currentData()), None)
        answers = () if chosen is None else chosen.answers.values()
        carried = sum(each.is_carried and each.value is not None for each in answers)
        words = plural(
            "{count} answer of the later assessment is still the earlier one, not yet confirmed.",
            "{count} answers of the later assessment are still the earlier ones, not yet "
            "confirmed.",
            carried,
        )
        self.note.setText(words)
        self.note.setVisible(carried > 0)


def _labelled(words: str, choice: CalmChoice) -> QWidget:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(choice)
    label.setProperty("role", "strong")
    whole = QWidget()
    whole.setProperty("role", "clear")
    whole.setLayout(column(label, choice, spacing=4))
    return whole


def _usual(listed: "tuple[RecordedAssessment, ...]") -> tuple[str, str]:
    """Return what is compared at first: the newest one, and the one it was started from."""
    if len(listed) < 2:  # noqa: PLR2004 - see above
        return "", ""
    newest = listed[-1]
    earlier = next((each for each in listed[:-1] if each.id == newest.earlier_id), listed[-2])
    return earlier.id, newest.id


def _named(one: "RecordedAssessment", listed: "tuple[RecordedAssessment, ...]") -> str:
    """Return an assessment by its day; several of one day are numbered."""
    day = formats.day(one.day)
    same = [each.id for each in listed if each.day == one.day]
    if len(same) > 1:
        day = _("{day}, number {number}").format(day=day, number=same.index(one.id) + 1)
    return _("{day} (the newest)").format(day=day) if one is listed[-1] else day


def _nothing_yet(ready: int, begun: int) -> str:
    if begun > 1:
        return plural(
            "Only {count} assessment has all the answers that a plan rests on. Once a second one "
            "has them, this page sets the two side by side.",
            "Only {count} assessments have all the answers that a plan rests on. Once two have "
            "them, this page sets them side by side.",
            ready,
        )
    return _(
        "There is one assessment so far. In a few months, begin a new one: its answers are carried "
        "over for you to confirm or change, and this page sets the two side by side."
    )
