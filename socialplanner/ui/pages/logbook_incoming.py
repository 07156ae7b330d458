"""What a file would bring into the logbook: shown beside what is logged, before anything is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy

from socialplanner.domain.figures import RefusedRow
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import Panel, pressing
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.widgets.table_model import WordTable
from socialplanner.ui.widgets.text_table import TextTableView
from socialplanner.ui.widgets.wheelless import CalmChoice

MOST_ROWS: Final = 60
MOST_REFUSED: Final = 20
LEAST_LETTERS: Final = 12
TASK: Final = "logbook.import"


class IncomingPanel(Panel):
    """A table of what would come in, what was refused, choices, and the button that takes it."""

    task = TASK

    def __init__(self, context: Context, title: str) -> None:
        """Begin with looking at the file."""
        super().__init__(title, _("Looking at the file …"))
        self.context = context
        self._head = (_("Week"), _("Figure"), _("In the file"), _("Logged"), _("What happens"))
        table = WordTable(head=self._head, rows=(), figures=frozenset({2, 3}))
        self.table = TextTableView(context, table, name=_("What would come in"), strong=(0,))
        self.more = Label(role="small")
        self.replace = QCheckBox(_("Replace logged figures that &differ"))
        self.partial = QCheckBox(_("Take weeks that are not who&le"))
        self.notes = Label(role="small")
        self.refused_head = Heading(_("Left out"), level=3)
        self.refused = Label(role="small")
        self.take = pressing(Button(_("&Take in"), role="primary"), self.take_in)
        self.questions = column(spacing=12)
        self.content.addLayout(self.questions)
        for each in (
            self.table,
            self.more,
            self.notes,
            self.replace,
            self.partial,
            self.refused_head,
            self.refused,
        ):
            self.content.addWidget(each)
            each.hide()
        self.replace.clicked.connect(self.show_choices)
        self.partial.clicked.connect(self.show_choices)
        self.put_buttons(self.take)
        self.take.hide()

    def give_up(self, reason: str) -> None:
        """Say that nothing can come of the file: all that is left is to close it."""
        self.lead.hide()
        self.hide_preview()
        self.say_trouble(reason)
        self.close_button.setText(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setFocus()

    def take_in(self) -> None:
        """Take in what is shown as coming in."""
        raise NotImplementedError

    def show_choices(self) -> None:
        """Show what comes of the choices."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[tuple[str, ...]], count: int) -> None:
        """Show what would happen to each figure; so many would come in."""
        shown = tuple(rows[:MOST_ROWS])
        self.table.set_table(WordTable(head=self._head, rows=shown, figures=frozenset({2, 3})))
        self.table.setVisible(bool(shown))
        left = len(rows) - len(shown)
        self.more.setText(plural("{count} more is not shown", "{count} more are not shown", left))
        self.more.setVisible(left > 0)
        self.take.show()
        self.take.setEnabled(count > 0)
        words = plural("&Take in {count} figure", "&Take in {count} figures", count)
        self.take.setText(words)
        self.take.setAccessibleName(words.replace("&", ""))

    def go_on(self) -> None:
        """Put the keyboard on what takes the figures in, where nothing else was begun."""
        here = self.focusWidget()
        is_busy = isinstance(here, QLineEdit | QComboBox | QCheckBox) and here.isVisible()
        if not is_busy and self.take.isVisible() and self.take.isEnabled():
            self.take.setFocus()

    def show_refused(self, refused: Sequence[RefusedRow]) -> None:
        """List what was left out of the file, and why."""
        self.refused_head.setVisible(bool(refused))
        self.refused.setVisible(bool(refused))
        lines = [
            _("Line {line}, {column}: {reason}").format(
                line=each.line, column=each.column, reason=each.reason
            )
            for each in refused[:MOST_REFUSED]
        ]
        left = len(refused) - MOST_REFUSED
        if left > 0:
            lines.append(plural("and {count} more", "and {count} more", left))
        self.refused.setText("\n".join(lines))

    def show_notes(self, notes: Sequence[str]) -> None:
        """Say what has to be known of the figures."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def hide_preview(self) -> None:
        """Show no figures: something has to be said first."""
        for each in (self.table, self.more, self.notes, self.replace, self.partial, self.take):
            each.hide()
        self.show_refused(())


def figure_text(value: float | str | None) -> str:
    """Return a figure as it stands in the preview."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else formats.number(value)


def narrow(choice: CalmChoice) -> CalmChoice:
    """Return a choice that asks for little width, however long what it offers is."""
    choice.setSizeAdjustPolicy(CalmChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(LEAST_LETTERS)
    choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return choice
