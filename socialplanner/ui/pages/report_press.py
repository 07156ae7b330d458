"""The plan on its way to a printer, page by page, in the background."""

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.report_maker import Made, Running
from socialplanner.ui.ports.printing import Picture, PrintedPlan
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from socialplanner.ui.ports import Printing

PRINTING: Final = "report-print"
SHARPEST_PRINT: Final = 300
"""Dots to an inch: no eye sees more on paper."""

POINTS_TO_AN_INCH: Final = 72
STRIP: Final = 36
"""Points of a page's height that are painted at once: some 20 ms in which the window waits."""


class Press(QObject):
    """Prints one plan at a time, also while the person is on another page."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """Prepare; `choose_printer`, which asks the person, can be replaced."""
        super().__init__(window)
        self._context = context
        self._running: Running | None = None
        self.choose_printer: Callable[[str], QPrinter | None] = lambda paper: asked_printer(
            window, paper
        )

    @property
    def is_busy(self) -> bool:
        """Return whether pages are on their way to the printer."""
        return self._running is not None

    def send(self, made: Made) -> bool:
        """Ask for a printer and send it the pages; return whether that begins."""
        printer = None if self.is_busy else self.choose_printer(made.options.paper)
        if printer is None:
            return False
        if not printer.isValid():
            self._refused(UserError(_not_ready()))
            return False
        running = self._running = Running()
        plan, printing = made.plan, self._context.program.printing
        self._context.messages.show_message(_preparing(), actions=((_("Stop"), self.stop),))
        work = Task(
            lambda: print_pages(printing, plan, printer, running), self._done, self._refused
        )
        self._context.tasks.run(PRINTING, work)
        return True

    def _done(self, _nothing: None) -> None:
        self._end()
        words = _("The plan is on its way to the printer.")
        self._context.messages.show_message(words, tone="success")

    def _refused(self, error: UserError) -> None:
        self._end()
        self._context.messages.show_message(str(error), tone="danger")

    def _end(self) -> None:
        self._running = None
        for message in self._context.messages.messages():
            if message.words == _preparing():
                message.dismiss()

    def stop(self) -> None:
        """Send no more pages."""
        if self._running is not None:
            self._running.stop()
            self._context.tasks.forget(PRINTING)
            self._end()


def _preparing() -> str:
    return _("Preparing the pages for the printer …")


def _not_ready() -> str:
    return _("The printer does not take the pages. Is it switched on and ready?")


def image_of(picture: Picture) -> QImage:
    """Return pixels as an image that keeps them."""
    return _image_over(picture).copy()


def _image_over(picture: Picture) -> QImage:
    """Return an image that is good as long as the picture is there."""
    kind = QImage.Format.Format_RGB32
    return QImage(picture.data, picture.width, picture.height, picture.stride, kind)


def print_pages(
    printing: "Printing", plan: PrintedPlan, printer: "QPrinter", running: Running
) -> None:
    """Paint the wished-for pages on a printer; this runs in a thread."""
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_not_ready())
    try:
        first = max(1, printer.fromPage())
        last = min(len(plan.pages), printer.toPage() or len(plan.pages))
        for page in range(first - 1, last):
            if running.is_stopped:
                printer.abort()
                return
            if page >= first:
                printer.newPage()
            _paint(painter, printing, plan, page)
    finally:
        painter.end()


def _paint(painter: QPainter, printing: "Printing", plan: PrintedPlan, page: int) -> None:
    """Paint a page strip by strip: the window gets a turn between two of them."""
    shown, room = plan.pages[page], painter.viewport().toRectF()
    unit = min(room.width() / shown.width, room.height() / shown.height)
    left = room.center().x() - shown.width * unit / 2
    over = room.center().y() - shown.height * unit / 2
    scale = min(unit, SHARPEST_PRINT / POINTS_TO_AN_INCH)
    for top in range(0, ceil(shown.height), STRIP):
        bottom = min(top + STRIP, shown.height)
        picture = printing.picture(plan.pdf, page, scale, (top, bottom))
        size = (picture.width / scale * unit, picture.height / scale * unit)
        painter.drawImage(QRectF(left, over + top * unit, *size), _image_over(picture))


def asked_printer(window: QWidget, paper: str) -> "QPrinter | None":
    """Return the printer the person wants, None where they would rather not."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - on use

    printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), paper)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def prepared(printer: "QPrinter", paper: str) -> "QPrinter":
    """Return a printer that takes whole pages of the plan's paper."""
    sizes = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
    printer.setPageSize(QPageSize(sizes[paper]))
    printer.setFullPage(True)
    return printer
