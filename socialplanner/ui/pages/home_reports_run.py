"""How far the reports of a batch are: a line for each plan, and what can be done with them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QListView, QProgressBar

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.models.report_lines import LINE
from socialplanner.ui.pages.home_batch import HomeBatch
from socialplanner.ui.pages.home_panel import Panel, pressing
from socialplanner.ui.ports.batch import Outcome, ReportLine
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

HEIGHT: Final = 250
ICON: Final = 18


class RunPanel(Panel):
    """Shows a batch while it runs and after it; `open_wanted` has the place of a client."""

    open_wanted = Signal(object)

    def __init__(self, context: Context, batch: HomeBatch) -> None:
        """Show what came so far."""
        super().__init__(_("Reports"))
        self._context = context
        self._batch = batch
        self._was_running = batch.is_running
        self.open_folder: Callable[[Path], bool] = opened
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far the reports are"))
        self.words = Label(role="strong")
        self.list = QListView()
        self.only_failed = QCheckBox(_("Only those that were not made"))
        self.only_failed.setAccessibleName(self.only_failed.text())
        self.stop = pressing(Button(_("&Stop")), batch.stop)
        self.folder = pressing(Button(_("Open the &folder"), role="primary"), self._open_folder)
        self._build()
        batch.changed.connect(self._show)
        context.theme.changed.connect(self._fit)
        self._fit()
        self._show()

    def _build(self) -> None:
        view = self.list
        view.setModel(self._batch.lines)
        view.setAccessibleName(_("What became of each plan"))
        view.setProperty("role", "lines")
        view.setWordWrap(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.activated.connect(self._open)
        self.only_failed.toggled.connect(self._filter)
        for widget in (self.words, self.bar, self.list, self.only_failed):
            self.content.addWidget(widget)
        self.put_buttons(self.folder, self.stop, cancel=_("Close"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be watched: nothing else has to say how it went."""
        super().showEvent(event)
        self._batch.is_watched = True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Be watched no longer."""
        super().hideEvent(event)
        self._batch.is_watched = False

    def begin(self) -> None:
        """Put the keys where it can be stopped."""
        (self.stop if self._batch.is_running else self.folder).setFocus()

    def _show(self) -> None:
        batch = self._batch
        came, is_running = len(batch.lines.lines), batch.is_running
        self.words.setText(batch.words())
        self.bar.setRange(0, max(1, batch.total))
        self.bar.setValue(came)
        self.bar.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.stop.setEnabled(not batch.is_stopped)
        self.folder.setVisible(came > batch.lines.count(Outcome.FAILED))
        self.only_failed.setVisible(bool(batch.lines.count(Outcome.FAILED)))
        self.list.setVisible(came > 0)
        if self._was_running and not is_running:
            self._say_end()
        self._was_running = is_running

    def _say_end(self) -> None:
        """Say that it is over, and show first what did not work."""
        announce(self, self._batch.words())
        if self._batch.lines.count(Outcome.FAILED):
            self.only_failed.setChecked(True)

    def _filter(self, only: bool) -> None:  # noqa: FBT001 - a slot
        self._batch.lines.show_only_failed(only=only)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, ReportLine) and line.place is not None:
            self.open_wanted.emit(line.place)

    def _open_folder(self) -> None:
        order = self._batch.order
        if order is not None and not self.open_folder(order.folder):
            self.say_trouble(_("No program of this computer shows this folder."))

    def _fit(self) -> None:
        px = self._context.theme.px
        self.list.setFixedHeight(px(HEIGHT))
        self.list.setIconSize(QSize(px(ICON), px(ICON)))


def opened(path: Path) -> bool:
    """Show a folder in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
