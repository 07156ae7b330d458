"""What pages of questions have in common: cards that follow the profile, keys, and the way to one.

The keyboard sets the pace: the page scrolls to whatever has the focus.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from socialplanner.domain.interview import by_present_id
from socialplanner.domain.questionnaire import Question
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.layouts import ScrollPage, column
from socialplanner.ui.wizard.card_actions import CONFIRM_KEY, KEYS, MARK_KEY
from socialplanner.ui.wizard.cards import Cards, show_states
from socialplanner.ui.wizard.question_card import QuestionCard

MARGIN = 24
SETTLING = 300
"""Milliseconds in which a page that was just shown may still change its heights."""


class QuestionPage(Page):
    """A page that scrolls, with groups of cards; `place` is the id of a question."""

    def __init__(self, key: str, title: str, context: Context, session: Session) -> None:
        """Begin without cards."""
        super().__init__(key, title)
        self.context = context
        self.session = session
        self.groups: list[Cards] = []
        self._is_stale = False
        self._wanted = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self._settled)
        self.view = ScrollPage()
        self.view.verticalScrollBar().rangeChanged.connect(self._scroll_to_wanted)
        self.setLayout(column(self.view))
        session.answers_changed.connect(self._changed)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self._add_keys()

    def add_cards(self, questions: Sequence[Question], first_number: int = 1) -> Cards:
        """Add cards of some questions to the page."""
        cards = Cards(questions, self._make, self._show, first_number=first_number)
        self.groups.append(cards)
        self.view.box.addWidget(cards)
        return cards

    def _make(self, question: Question, number: int) -> QuestionCard:
        return QuestionCard(self.context, self.session, question, number)

    def _add_keys(self) -> None:
        self._key(KEYS["none"], lambda card: card.extras.none.click())
        self._key(KEYS["unknown"], lambda card: card.extras.unknown.click())
        self._key(KEYS["help"], lambda card: card.extras.help.click())
        self._key(KEYS["note"], QuestionCard.open_note)
        self._key(MARK_KEY, lambda card: card.extras.mark.click())
        self._key(CONFIRM_KEY, QuestionCard.confirm_answer)

    def _key(self, keys: str, act: Callable[[QuestionCard], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._act(act))

    def _act(self, act: Callable[[QuestionCard], None]) -> None:
        card = self.current_card()
        if card is not None:
            act(card)

    # Where the person is.

    def current_card(self) -> QuestionCard | None:
        """Return the card that has the keyboard, None where none has."""
        return card_of(QApplication.focusWidget())

    def holds(self, question_id: str) -> bool:
        """Return whether a question is asked on this page."""
        return any(group.holds(question_id) for group in self.groups)

    def card(self, question_id: str) -> QuestionCard:
        """Return the card of a question; KeyError where it is not asked on this page."""
        group = next((each for each in self.groups if each.holds(question_id)), None)
        if group is None:
            raise KeyError(question_id)
        for each in self.groups[: self.groups.index(group)]:
            each.complete()
        return group.card(question_id)

    def entered(self, place: str) -> None:
        """Show what is answered now, and go to a question where one is named."""
        if self._is_stale:
            self.refresh()
        if place and self.holds(place):
            self.card(place)
            self._wanted = place
            QTimer.singleShot(0, self._show_wanted)

    def take_focus(self) -> None:
        """Put the keyboard at the first question, and stay at the top."""
        card = next((c for group in self.groups for c in group.cards.values()), None)
        if card is not None:
            card.take_focus()

    def left(self) -> None:
        """Save notes and numbers that are being typed."""
        for group in self.groups:
            for card in group.cards.values():
                card.save()
        self.session.flush()

    @property
    def is_unfinished(self) -> bool:
        """Return whether something was typed that is no answer."""
        cards = (card for group in self.groups for card in group.cards.values())
        return any(card.widget.unfinished() for card in cards)

    def keep_unfinished(self) -> None:
        """Keep as notes what was typed and is no answer: the page will not be seen again."""
        for group in self.groups:
            for card in group.cards.values():
                card.keep_unfinished()

    def _show_wanted(self) -> None:
        """Put the keyboard at the wanted question, and keep it in sight while the page settles."""
        if self._wanted:
            self.card(self._wanted).take_focus()
            self._scroll_to_wanted()
            self._settling.start()

    def _scroll_to_wanted(self) -> None:
        ground = self.view.widget()
        if not self._wanted or ground is None:
            return
        layout = ground.layout()
        if layout is not None:
            layout.activate()
        top = self.card(self._wanted).mapTo(ground, QPoint(0, 0)).y()
        self.view.verticalScrollBar().setValue(top - self.context.theme.px(MARGIN))

    def _settled(self) -> None:
        self._wanted = ""

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the keyboard; a press of the mouse finds its place by itself."""
        del old
        is_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or is_mouse or self._wanted or not self.isVisible():
            return
        if not self.view.isAncestorOf(now):
            return
        margin = self.context.theme.px(MARGIN)
        card = card_of(now)
        if card is not None and card.height() + 2 * margin <= self.view.viewport().height():
            self.view.ensureWidgetVisible(card, 0, margin)
        self.view.ensureWidgetVisible(now, 0, margin)

    # What is answered.

    def _changed(self, question_id: str) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif question_id:
            self._show([c for g in self.groups for k, c in g.cards.items() if k == question_id])
            self.counts_changed()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show everything anew."""
        self._is_stale = False
        self._show([card for group in self.groups for card in group.cards.values()])
        self.counts_changed()

    def counts_changed(self) -> None:
        """Show what depends on how much is answered; pages that have such things do so."""

    def _show(self, cards: Sequence[QuestionCard]) -> None:
        if cards:
            session = self.session
            for card in cards:
                card.widget.show_currency(session.record.profile.currency)
            recorded = by_present_id(session.catalogue, session.assessment.answers)
            show_states(cards, session.answers, recorded)


def card_of(widget: QWidget | None) -> QuestionCard | None:
    """Return the card in which a widget is, None where it is in none."""
    while widget is not None and not isinstance(widget, QuestionCard):
        widget = widget.parentWidget()
    return widget
