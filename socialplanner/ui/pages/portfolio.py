"""The portfolio: all clients of a consultant side by side, and what they have in common."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from socialplanner.domain.portfolio import (
    Client,
    ranked,
    tagged,
    totals,
    weak_points,
)
from socialplanner.errors import UserError
from socialplanner.presentation import portfolio as words
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser
from socialplanner.ui.models.portfolio_model import PortfolioModel, pair_head
from socialplanner.ui.pages.compare_parts import TableCard
from socialplanner.ui.pages.portfolio_reading import PortfolioReading
from socialplanner.ui.pages.portfolio_tools import PortfolioTools
from socialplanner.ui.pages.sheet import Sheet
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.heat_table import HeatTable
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Card, row
from socialplanner.ui.widgets.table_model import WordTable


class PortfolioPage(Sheet):
    """Clients by dimensions, due reviews, common weak points, and all hours together."""

    def __init__(
        self,
        context: Context,
        open_client: Callable[[Path], None],
        make_client: Callable[[], None],
    ) -> None:
        """Begin empty; `open_client` opens a profile by its path, `make_client` makes one."""
        super().__init__("portfolio", _("Portfolio"), context)
        self._open_client, self._make_client = open_client, make_client
        self.clients: tuple[Client, ...] = ()
        self.chooser = FileChooser()
        self.model = PortfolioModel(self)
        self.reading = PortfolioReading(context, self)
        self.summary = Label(role="lead")
        self.state = Label(role="muted")
        self.tools = PortfolioTools(context)
        self.table = HeatTable(context, self.model, _("Clients by dimensions"))
        self.key_words = Label(role="small")
        self.heat = Card(self.tools, self.key_words, self.table, spacing=12)
        self.reviews, self.weak = TableCard(context), TableCard(context)
        self.make = Button(_("&Make a plan"), role="primary")
        self.make.hide()
        for widget in (self.summary, self.state, self.heat, self.reviews, self.weak):
            self.box.addWidget(widget)
        self.box.addLayout(row(self.make, 1))
        self._connect()

    def _connect(self) -> None:
        self.reading.read.connect(self._show_read)
        self.reading.progressed.connect(self._say)
        self.reading.refused.connect(self._say)
        self.tools.changed.connect(self._show)
        self.tools.export_wanted.connect(self._export)
        self.table.opened.connect(self._open)
        self.make.clicked.connect(self._make_client)

    def entered(self, place: str) -> None:
        """Read all clients anew; what was read of the same files is used again."""
        super().entered(place)
        is_empty = not self.clients
        for widget in (self.summary, self.heat, self.reviews, self.weak):
            widget.setVisible(not is_empty)
        self.make.hide()
        self._say(_("Reading your plans …") if is_empty else "")
        self.reading.begin()

    def _say(self, said: str) -> None:
        self.state.setText(said)
        self.state.setVisible(bool(said))

    def _show_read(self, clients: object, said: str) -> None:
        """Show what was read, and what could not be."""
        self.clients = clients if isinstance(clients, tuple) else ()
        self._say(said)
        self.tools.offer(sorted({tag for each in self.clients for tag in each.tags}))
        has_any = bool(self.clients)
        for widget in (self.summary, self.heat, self.reviews, self.weak):
            widget.setVisible(has_any)
        self.make.setVisible(not has_any)
        if not has_any:
            nothing = _(
                "There are no clients yet: each plan that you make or import is one. Samples and "
                "archived plans are not counted."
            )
            self._say(f"{nothing} {said}".strip())
        self._show()
        if has_any and (self.back.hasFocus() or not self.isAncestorOf(self.focusWidget())):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> tuple[Client, ...]:
        """Return the clients that are looked at, in the order that was chosen."""
        return ranked(tagged(self.clients, self.tools.tags), self.tools.ranking)

    def _show(self) -> None:
        """Show the clients of the chosen tag in the chosen order."""
        if not self.clients:
            return
        catalogue, shown = self.context.program.catalogue, self.shown
        self.model.set_rows(catalogue, [words.client_row(each, each.name) for each in shown])
        self.summary.setText(words.totals_words(totals(shown)))
        self.key_words.setText(self._key_words())
        due = words.due_rows(shown)
        lead = (
            _(
                "Their day has come and nothing newer is kept: no answers, no plan, no review; or "
                "their plan of ninety days has ended."
            )
            if due
            else _("No review is due. Reviews are every four weeks after the start of a plan.")
        )
        head = (_("Client"), _("Due since"), _("The next one"))
        self.reviews.show_table(_("Reviews due"), lead, WordTable(head=head, rows=due))
        weak = words.weak_table(catalogue, weak_points(catalogue, shown), len(shown))
        self.weak.show_table(_("Commonly weak questions"), weak.lead, weak)

    def _key_words(self) -> str:
        modes = [each.short for each in self.context.program.catalogue.modes.values()]
        return _(
            "{pair}: {media} and {network}, in points of 100, rounded to fives; one score is good "
            "to about ±10. The stronger the colour, the more. Overall is the mean of both; the gap "
            "is the mean distance to the targets."
        ).format(pair=pair_head(self.context.program.catalogue), media=modes[0], network=modes[1])

    def _open(self, row: int) -> None:
        entry_path = self.context.program.shelf.folder / self.model.client(row).file
        self._open_client(entry_path)

    def _export(self) -> None:
        """Ask for a file, and write the clients that are shown into it."""
        target = self.tools.ask_for_target(self, self.chooser)
        if target is None:
            return
        try:
            self.context.program.portfolio.export(
                self.shown, target, is_nameless=self.tools.is_nameless
            )
        except UserError as error:
            self._refuse(error)
            return
        said = _("The portfolio is in {file}.").format(file=target.name)
        self.context.messages.show_message(said, tone="success")
        announce(self, said)

    def _refuse(self, error: UserError) -> None:
        self.context.messages.show_message(str(error), tone="danger")
