"""“Why?” at a number: a quiet button, and the panel that it opens right there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.profile_pages import section_key
from socialplanner.ui.widgets.buttons import Button, IconButton, escaped
from socialplanner.ui.widgets.contents import contents
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label, OneLine
from socialplanner.ui.widgets.layouts import Frame, clear, column, page_of, row
from socialplanner.ui.widgets.table_model import as_tab_separated
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from socialplanner.presentation.why import Reason

MOST_LINKS = 12
"""More answers than this behind a number are counted, not listed."""


class WhyButton(Button):
    """Opens below its row why a number is what it is; `panel` may be placed elsewhere before."""

    def __init__(self, context: Context, name: str, make_reason: "Callable[[], Reason]") -> None:
        """Ask about a number by its name, such as "about 60%"."""
        super().__init__(_("Why?"), role="why")
        self._context = context
        self.panel: WhyPanel | None = None
        self._place: QBoxLayout | None = None
        self.setCheckable(True)
        self.set_reason(name, make_reason)
        self.toggled.connect(self._toggle)

    def set_reason(self, name: str, make_reason: "Callable[[], Reason]") -> None:
        """Ask about another number in the same place; an open panel shows it."""
        self._make_reason = make_reason
        self.setAccessibleName(_("Why {number}?").format(number=name))
        if self.panel is not None and self.isChecked():
            self.panel.show_reason(make_reason())

    def open_in(self, place: QBoxLayout) -> None:
        """Let the panel open at the end of a box instead of below the button's row."""
        self._place = place

    def close_panel(self) -> None:
        """Close the panel and go back to the button."""
        self.setChecked(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        if is_wanted:
            if self.panel is None:
                self.panel = WhyPanel(self._context, self.close_panel)
                self._put(self.panel)
            self.panel.show_reason(self._make_reason())
            self.panel.show()
            self.panel.bring_into_sight()
        elif self.panel is not None:
            self.panel.hide()

    def _put(self, panel: "WhyPanel") -> None:
        if self._place is not None:
            self._place.addWidget(panel)
            return
        found = box_around(self)
        if found is None:
            raise RuntimeError("a button “Why?” must stand in a box before it is pressed")
        box, index = found
        box.insertWidget(index + 1, panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close at Esc what is open."""
        if event.key() == Qt.Key.Key_Escape and self.isChecked():
            self.setChecked(False)
        else:
            super().keyPressEvent(event)


class WhyPanel(Frame):
    """Formula, figures with their origins, and the answers behind a number."""

    def __init__(self, context: Context, close: Callable[[], None]) -> None:
        """Begin empty; `close` is called when the person has read enough."""
        self._context = context
        self._close = close
        self.title = Heading(level=3)
        self.value = Label(role="strong")
        self.formula = Label(role="formula")
        self._body = column(spacing=10)
        self.close_button = IconButton(context.icon("x", "muted"), _("Close the explanation"))
        self.close_button.clicked.connect(close)
        head = row(self.title, self.close_button)
        head.setStretch(0, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        self.copy_button = Button(
            _("Copy this explanation"), role="quiet", icon=context.icon("copy", "muted")
        )
        self.copy_button.clicked.connect(self.copy)
        foot = FlowLayout(self.copy_button, hang=context.theme.px(9))
        box = column(head, self.value, self.formula, self._body, foot, spacing=8)
        box.setContentsMargins(16, 12, 16, 12)
        super().__init__("why", box)
        self.figures: TextTableView | None = None
        self.links: list[Button] = []

    def show_reason(self, reason: "Reason") -> None:
        """Show why."""
        self.reason = reason
        side = self._context.theme.px(16)
        self.close_button.setIconSize(QSize(side, side))
        self.setAccessibleName(reason.title)
        self.title.setText(reason.title)
        self.value.setText(reason.value)
        self.formula.setText(reason.formula)
        self.formula.setVisible(bool(reason.formula))
        clear(self._body)
        self.figures, self.links = None, []
        if reason.figures.rows:
            self.figures = TextTableView(
                self._context, reason.figures, name=_("Figures in it"), strong=()
            )
            self._body.addWidget(self.figures)
        for note in reason.notes:
            self._body.addWidget(Label(note, role="muted"))
        self._show_links(reason.question_ids)

    def _show_links(self, question_ids: tuple[str, ...]) -> None:
        known = [key for key in question_ids if section_of(self._context, key)]
        if not known:
            return
        links = FlowLayout(*(self._link(key) for key in known[:MOST_LINKS]), spacing=4, hang=6)
        lines = column(Label(_("Answers behind it"), role="kicker"), links, spacing=2)
        if len(known) > MOST_LINKS:
            lines.addWidget(
                OneLine(_("… and {count} more").format(count=len(known) - MOST_LINKS), role="small")
            )
        self._body.addLayout(lines)

    def _link(self, key: str) -> Button:
        question = self._context.program.catalogue.questionnaire.by_id[key]
        name = question.short or question.text
        link = Button(escaped(name), role="link", icon=self._context.icon("pencil", "accent_text"))
        link.setAccessibleName(_("Go to the question: {question}").format(question=name))
        link.clicked.connect(lambda _=False, chosen=key: go_to_question(self._context, chosen))
        self.links.append(link)
        return link

    def bring_into_sight(self) -> None:
        """Let the page scroll until the panel can be read, and screen readers begin to."""
        announce(self, f"{self.reason.title} {self.reason.value}")
        page = page_of(self)
        if page is not None:
            QTimer.singleShot(0, self, lambda: page.ensureWidgetVisible(self, 0, 24))

    def as_text(self) -> str:
        """Return the explanation as lines of words."""
        reason = self.reason
        parts = [reason.title, reason.value, reason.formula]
        if reason.figures.rows:
            parts.append(as_tab_separated(reason.figures))
        return "\n".join(part for part in (*parts, *reason.notes) if part)

    def copy(self) -> None:
        """Put the explanation on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())
        self._context.messages.show_message(_("The explanation was copied."), tone="success")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)


def section_of(context: Context, question_id: str) -> str:
    """Return the id of the section that asks a question, "" where none does."""
    for section in context.program.catalogue.questionnaire.sections:
        if any(question.id == question_id for question in section.questions):
            return section.id
    return ""


def go_to_question(context: Context, question_id: str) -> None:
    """Show the page that asks a question, at that question."""
    section = section_of(context, question_id)
    if section:
        context.go(section_key(section), question_id)


def box_around(widget: QWidget) -> tuple[QVBoxLayout, int] | None:
    """Return the nearest box that stacks downwards around a widget, and the place in it."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None:
        layout = outer.layout()
        found = None if layout is None else _stacked(layout, inner)
        if found is not None:
            return found
        inner, outer = outer, outer.parentWidget()
    return None


def _stacked(layout: QLayout, widget: QWidget) -> tuple[QVBoxLayout, int] | None:
    """Return the innermost downward box of a layout that holds a widget, and the place in it."""
    part = next((each for each in contents(layout) if _holds(each, widget)), None)
    if part is None:
        return None
    found = _stacked(part, widget) if isinstance(part, QLayout) else None
    if found is None and isinstance(layout, QVBoxLayout):
        return layout, layout.indexOf(part)
    return found


def _holds(part: QWidget | QLayout, widget: QWidget) -> bool:
    if isinstance(part, QWidget):
        return part is widget
    return any(_holds(each, widget) for each in contents(part))
