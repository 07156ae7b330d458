"""Questions whose answer is an order: what is picked stands above, the most important first."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import Question
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.accessibility import announce, expose_as
from socialplanner.ui.questions.cards import MODIFIERS, SPACING, STEPS
from socialplanner.ui.questions.dragging import Dragging
from socialplanner.ui.questions.rank_row import RankRow
from socialplanner.ui.questions.widget import QuestionWidget
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.choice_card import RING, ChoiceCard, Mark
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.labels import Label


class RankQuestion(QuestionWidget):
    """Press an option to put it in its place, and once more to take it out again.

    The order is changed with the arrows of a row, with Alt and an arrow key, or by dragging.
    """

    ring = RING

    def __init__(self, question: Question, theme: Theme) -> None:
        """Begin open."""
        super().__init__(question)
        self._answer: tuple[str, ...] = ()
        self.cards = {o.id: ChoiceCard(o.text, theme, Mark.PLUS) for o in question.options}
        self.rows = {o.id: RankRow(o.text, theme) for o in question.options}
        self._hint = Label(role="small")
        self._hint.setContentsMargins(RING, 0, RING, 0)
        self._lane = QVBoxLayout()
        self._lane.setSpacing(SPACING)
        pool = ColumnsLayout(*self.cards.values(), most=3, spacing=SPACING)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._lane)
        box.addWidget(self._hint)
        box.addLayout(pool)
        self._dragging = Dragging(self)
        self._dragging.moved.connect(self._drag)
        self._dragging.dropped.connect(self._drop)
        self._dragging.ended.connect(self._show_no_place)
        self._join()
        self.show_answer(None)

    def _join(self) -> None:
        for option_id, card in self.cards.items():
            row = self.rows[option_id]
            row.setParent(self)
            card.clicked.connect(self._pick)
            row.card.clicked.connect(self._take_out)
            row.moved.connect(self._move)
            row.left.connect(self._take_out)
            self._dragging.watch(card)
            self._dragging.watch(row.card)

    @property
    def answer(self) -> Answer | None:
        """Return the ids in their order, None while nothing is picked."""
        return self._answer or None

    @property
    def most(self) -> int:
        """Return how many options can be ranked."""
        return int(self.question.maximum or len(self.cards))

    def show_answer(self, answer: Answer | None) -> None:
        """Show the order."""
        ids = map(str, answer) if isinstance(answer, tuple) else ()
        self._answer = tuple(dict.fromkeys(ids))
        shown = self._ranked()
        while self._lane.takeAt(0) is not None:
            pass
        for place, option_id in enumerate(shown, 1):
            self.rows[option_id].show_place(place, len(shown))
            self._lane.addWidget(self.rows[option_id])
        is_full = len(shown) >= self.most
        for option_id, card in self.cards.items():
            self.rows[option_id].setVisible(option_id in shown)
            card.setVisible(option_id not in shown)
            card.setEnabled(not is_full)
        self._hint.setText(self._advice(len(shown)))
        self.order_tabs()

    def take_focus(self) -> None:
        """Go to the first option that can be picked, or to the first that is."""
        stops: list[QWidget] = [c for c in self.cards.values() if c.isVisibleTo(self)]
        if not stops or not stops[0].isEnabled():
            stops = [self.rows[self._answer[0]].card]
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go through the options that can be picked with the arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        stops = [card for card in self._stops() if card.isVisibleTo(self) and card.isEnabled()]
        here = self.focusWidget()
        if step is None or event.modifiers() & MODIFIERS or here not in stops:
            super().keyPressEvent(event)
            return
        place = next(index for index, card in enumerate(stops) if card is here)
        stops[(place + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[ChoiceCard]:
        return [*(self.rows[each].card for each in self._ranked()), *self.cards.values()]

    def _ranked(self) -> list[str]:
        """Return the ids that are options still: an older answer may hold others."""
        return [each for each in self._answer if each in self.rows]

    def _advice(self, count: int) -> str:
        left = self.most - count
        if not count:
            most = formats.in_words(self.most)
            return _("Choose up to {most}, the most important first.").format(most=most)
        if left > 0:
            more = plural("You can add one more.", "You can add {count} more.", left)
            return f"{more} {_('Drag, or use the arrows, to change the order.')}"
        return _("That is the most you can choose. Take one out to choose another.")

    def stops(self) -> list[QWidget]:
        """Return the rows in their order, and what can still be picked."""
        ranked = [self.rows[each] for each in self._ranked()]
        others = [card for each, card in self.cards.items() if each not in self._answer]
        return [*(stop for row in ranked for stop in row.stops()), *others]

    # What a person does.

    def _pick(self) -> None:
        self._put(self._id_of(self.sender()), len(self._ranked()))

    def _take_out(self) -> None:
        option_id = self._id_of(self.sender())
        self._give(tuple(each for each in self._ranked() if each != option_id))
        announce(self, _("{name} is taken out.").format(name=self._name(option_id)))
        self.rows[option_id].card.hand_focus_to(self.cards[option_id])

    def _move(self, step: int) -> None:
        option_id = self._id_of(self.sender())
        self._put(option_id, self._ranked().index(option_id) + step)
        self.rows[option_id].keep_focus()

    def _put(self, option_id: str, place: int) -> None:
        """Put an option in a place, wherever it was before."""
        rest = [each for each in self._ranked() if each != option_id]
        place = max(0, min(place, len(rest)))
        order = (*rest[:place], option_id, *rest[place:])
        if order == self._answer or len(order) > self.most:
            return
        following = self._after(option_id)
        self._give(order)
        words = _("{name} is now {place} of {count}.")
        announce(self, words.format(name=self._name(option_id), place=place + 1, count=len(order)))
        if following is not None:
            self.cards[option_id].hand_focus_to(following)

    def _after(self, option_id: str) -> ChoiceCard | None:
        """Return where the keyboard goes when an option leaves those that can be picked."""
        card = self.cards[option_id]
        if not card.hasFocus():
            return None
        if len(self._ranked()) + 1 >= self.most:
            return self.rows[option_id].card
        others = [each for each in self.cards.values() if each.isVisible()]
        here = others.index(card)
        return next(iter([*others[here + 1 :], *reversed(others[:here])]), None)

    def _give(self, order: tuple[str, ...]) -> None:
        self.show_answer(order)
        self.given.emit(self.answer)

    def _id_of(self, widget: object) -> str:
        """Return the option to which a card or a row belongs."""
        for option_id, row in self.rows.items():
            if widget in {row, row.card, self.cards[option_id]}:
                return option_id
        raise LookupError("a card of another question")

    def _name(self, option_id: str) -> str:
        return f"“{self.cards[option_id].words}”"

    # Dragging.

    def _drag(self, widget: QWidget, spot: QPoint) -> None:
        option_id = self._id_of(widget)
        place = self._place_at(option_id, spot)
        self._show_no_place()
        others = self._others(option_id)
        if place is not None and place < len(others):
            others[place].show_target(Qt.Edge.TopEdge)
        elif place is not None and others:
            others[-1].show_target(Qt.Edge.BottomEdge)

    def _drop(self, widget: QWidget, spot: QPoint) -> None:
        option_id = self._id_of(widget)
        place = self._place_at(option_id, spot)
        if place is not None:
            self._put(option_id, place)

    def _place_at(self, option_id: str, spot: QPoint) -> int | None:
        """Return the place that a spot of the screen means, None outside of the ranked part."""
        here = self.mapFromGlobal(spot)
        if not self.rect().contains(here) or here.y() > self._hint.geometry().bottom():
            return None
        return sum(row.geometry().center().y() < here.y() for row in self._others(option_id))

    def _others(self, option_id: str) -> list[RankRow]:
        """Return the rows among which an option is put."""
        return [self.rows[each] for each in self._ranked() if each != option_id]

    def _show_no_place(self) -> None:
        for row in self.rows.values():
            row.show_target(None)


expose_as("RankQuestion", QAccessible.Role.Grouping)
