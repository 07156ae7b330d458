"""The pages of the plan, with what leads through them."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLayout, QPlainTextEdit, QProgressBar, QStackedWidget, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.report_maker import Made, PlanMaker
from socialplanner.ui.pages.report_press import image_of
from socialplanner.ui.ports.printing import Picture, PrintedPlan
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button, IconButton
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Card, column, row
from socialplanner.ui.widgets.page_stack import Fit
from socialplanner.ui.widgets.pdf_view import PdfView

PICTURE: Final = "report-picture"
WHOLE: Final = 100
SLOW: Final = 250
"""Milliseconds after which one wants to know how far it is; before, it would only flicker."""

ICON: Final = 18
MOST_NAMED: Final = 8


class ReportViewer(QWidget):
    """Shows pages as they are printed, or their text; `again_wanted` after making was stopped."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without pages."""
        super().__init__()
        self._context = context
        self._plan: PrintedPlan | None = None
        self.view = PdfView(context.theme, _("Pages of the plan"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the plan"))
        self.empty = Label(role="lead")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget()
        for widget in (Card(1, self.empty, 1), self.view, self.text):
            self._middle.addWidget(widget)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far the plan is"))
        self._busy = Label(role="small")
        self.stop = Button(_("Cancel"), role="quiet")
        self.again = Button(_("&Make it again"))
        self.unshown = Label(role="small")
        self.setLayout(self._layout())
        self._connect()
        self._show_place()

    def _layout(self) -> QLayout:
        tools = self._tools()
        self._making = QWidget()
        self._making.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self._making.show)
        making = row(self._busy, self._bar, self.stop, self.again, spacing=10)
        making.setStretch(1, 1)
        self._making.setLayout(making)
        box = column(tools, self._making, self.unshown, self._middle, spacing=8)
        box.setStretch(3, 1)
        return box

    def _tools(self) -> QWidget:
        icon = self._context.icon
        self.earlier = IconButton(icon("chevron-up"), _("Page before"))
        self.later = IconButton(icon("chevron-down"), _("Next page"))
        self.smaller = IconButton(icon("zoom-out"), _("Smaller"))
        self.larger = IconButton(icon("zoom-in"), _("Larger"))
        self.wide = Button(_("Page &width"), role="quiet")
        self.whole = Button(_("Whole pa&ge"), role="quiet")
        self.as_text = Button(_("Show as &text"), role="quiet")
        for button in (self.wide, self.whole, self.as_text):
            button.setCheckable(True)
        self._place, self._size = Label(role="muted"), Label(role="muted")
        for label in (self._place, self._size):
            label.setWordWrap(False)
        places, sizes, tools = QWidget(), QWidget(), QWidget()
        places.setLayout(row(self.earlier, self._place, self.later, spacing=4))
        sizes.setLayout(row(self.smaller, self._size, self.larger, spacing=4))
        self._leading = (places, sizes, self.wide, self.whole)
        tools.setLayout(FlowLayout(*self._leading, self.as_text, spacing=2))
        return tools

    def _connect(self) -> None:
        view = self.view
        self.earlier.clicked.connect(lambda: view.go_to(view.current - 1))
        self.later.clicked.connect(lambda: view.go_to(view.current + 1))
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.wide.clicked.connect(lambda: view.set_fit(Fit.WIDTH))
        self.whole.clicked.connect(lambda: view.set_fit(Fit.PAGE))
        self.as_text.clicked.connect(self._switch)
        self.stop.clicked.connect(self.stop_wanted)
        self.again.clicked.connect(self.again_wanted)
        self._context.theme.changed.connect(self._size_icons)
        self._size_icons()
        view.moved.connect(self._show_place)
        view.picture_wanted.connect(self._draw)

    def _size_icons(self) -> None:
        side = self._context.theme.px(ICON)
        for button in (self.earlier, self.later, self.smaller, self.larger):
            button.setIconSize(QSize(side, side))

    # What there is.

    def show_plan(self, made: Made | None, instead: str) -> None:
        """Show a plan, or some words where there is none."""
        plan = None if made is None else made.plan
        self.empty.setText(instead)
        if plan is not self._plan:
            self._plan = plan
            self._context.tasks.forget(PICTURE)
            self.view.set_pages(() if plan is None else plan.pages)
            self._fill_text()
        self._switch()
        unshown = () if plan is None else plan.unshown
        self.unshown.setText(unshown_text(unshown))
        self.unshown.setVisible(bool(unshown))

    def show_making(self, maker: PlanMaker, *, is_wanted: bool) -> None:
        """Show how far the making is; where it was stopped, offer to begin again."""
        is_stopped = is_wanted and not maker.is_busy and not maker.is_newest
        if not maker.is_busy:
            self._slow.stop()
            self._making.setVisible(is_stopped)
        elif not self._slow.isActive() and not self._making.isVisible():
            self._slow.start()
        self._bar.setVisible(maker.is_busy)
        self.stop.setVisible(maker.is_busy)
        self.again.setVisible(not maker.is_busy)
        self._bar.setValue(round(WHOLE * maker.share))
        self._busy.setWordWrap(not maker.is_busy)
        if maker.is_busy:
            self._busy.setText(_("Making the plan …"))
        else:
            self._busy.setText(maker.refusal or _("These pages are not up to date."))

    def _fill_text(self) -> None:
        pages = () if self._plan is None else self._plan.pages
        parts = [
            _("Page {page} of {pages}").format(page=number, pages=len(pages)) + "\n\n" + page.text
            for number, page in enumerate(pages, start=1)
        ]
        place = self.text.verticalScrollBar().value()
        self.text.setPlainText("\n\n".join(part.replace("\r\n", "\n") for part in parts))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(place)

    def _switch(self) -> None:
        shown = self.text if self.as_text.isChecked() else self.view
        is_empty = self._plan is None
        for widget in self._leading:
            widget.setEnabled(not is_empty and shown is self.view)
        self.as_text.setEnabled(not is_empty)
        if is_empty:
            self._middle.setCurrentIndex(0)
        else:
            self._middle.setCurrentWidget(shown)

    def _show_place(self) -> None:
        pages, page = len(self.view.pages), self.view.current
        words = _("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else ""
        self._place.setText(words)
        self._size.setText(f"{self.view.stack.percent}%" if pages else "")
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < pages)
        self.wide.setChecked(self.view.stack.fit is Fit.WIDTH)
        self.whole.setChecked(self.view.stack.fit is Fit.PAGE)

    # Pictures of pages, one after the other.

    def _draw(self, page: int, scale: float) -> None:
        plan, printing = self._plan, self._context.program.printing
        if plan is None:
            return

        def done(picture: Picture) -> None:
            if plan is self._plan:
                self.view.set_picture(page, scale, image_of(picture))

        work = Task(lambda: printing.picture(plan.pdf, page, scale), done, self._not_drawn)
        self._context.tasks.run(PICTURE, work)

    def _not_drawn(self, error: Exception) -> None:
        self._context.messages.show_message(str(error), tone="danger")

    def rest(self) -> None:
        """Draw nothing more until the page is seen again."""
        self._context.tasks.forget(PICTURE)


def unshown_text(characters: tuple[str, ...]) -> str:
    """Return which characters of the answers the fonts of the plan cannot show."""
    if not characters:
        return ""
    named = " ".join(characters[:MOST_NAMED])
    more = " …" if len(characters) > MOST_NAMED else ""
    return _(
        "These characters are not in the fonts of the plan and are printed as boxes: {characters}"
    ).format(characters=named + more)
