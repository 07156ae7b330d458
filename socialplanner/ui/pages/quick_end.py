"""The end of the quick check: to the plan, or deeper."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _
from socialplanner.presentation.progress import missing_words
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, row


class QuickEnd(Card):
    """Where the quick check leads; what is still missing can be reached from here."""

    plan_wanted = Signal()
    more_wanted = Signal()
    question_wanted = Signal(str)

    def __init__(self) -> None:
        """Begin as if nothing were missing."""
        super().__init__(spacing=12)
        self.plan = Button(_("&See your plan"), role="primary")
        self.more = Button(_("&Go deeper"))
        self._words = Label()
        self._links = FlowLayout(spacing=8)
        self._shown: tuple[str, ...] = ()
        self.box.addWidget(Heading(_("That was the quick check"), level=2))
        self.box.addWidget(self._words)
        self.box.addLayout(self._links)
        self.box.addLayout(row(self.plan, self.more, 1, spacing=10))
        self.plan.clicked.connect(self.plan_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.show_missing(())

    def show_missing(self, missing: Sequence[Question]) -> None:
        """Let the plan be seen, or say what it needs."""
        self.plan.setEnabled(not missing)
        self._words.setText(_words(len(missing)))
        ids = tuple(question.id for question in missing)
        if ids == self._shown:
            return
        self._shown = ids
        clear(self._links)
        for question in missing:
            link = Button(escaped(question.short or question.text), role="link")
            link.setAccessibleName(_("Answer: {question}").format(question=question.text))
            link.clicked.connect(partial(self.question_wanted.emit, question.id))
            self._links.addWidget(link)


def _words(missing: int) -> str:
    if missing:
        return missing_words(missing).capitalize() + ":"
    return _(
        "There is enough for a first plan. More answers make it surer, and show where you stand; "
        "what you answered here stays."
    )
