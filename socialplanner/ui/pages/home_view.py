"""How home looks: heading, search, the list, and quiet links below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QWidget

from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.profile_list import ProfileList
from socialplanner.ui.opening import recent_files
from socialplanner.ui.pages.home_chosen import ChosenBar
from socialplanner.ui.pages.home_first import FirstStart
from socialplanner.ui.pages.home_list import ProfileListView
from socialplanner.ui.pages.home_panel import Panel
from socialplanner.ui.pages.home_tools import HomeTools
from socialplanner.ui.widgets.buttons import Button, escaped, named_after
from socialplanner.ui.widgets.labels import Heading, Label, plain_tip
from socialplanner.ui.widgets.layouts import column, row

WIDEST, MARGINS, LEAST_LIST = 1040, 28, 210


class HomeView(QScrollArea):
    """The parts of home in their places; a small window scrolls, else the list does alone."""

    new_requested = Signal()
    sample_requested = Signal()
    half_year_requested = Signal()
    file_requested = Signal()
    recent_requested = Signal(object)
    trash_requested = Signal()
    reports_requested = Signal()
    portfolio_requested = Signal()

    def __init__(self, context: Context, profiles: ProfileList) -> None:
        """Place everything; `show_state` says what of it is shown."""
        super().__init__()
        self._context = context
        self._profiles = profiles
        self.is_known = False
        self.first = FirstStart(context)
        self.title = Heading(_("Your plans"))
        self.note = Label(role="muted")
        self.new = Button(_("&New plan"), role="primary", icon=context.icon("plus", "on_accent"))
        self.open = Button(_("&Open a file …"), icon=context.icon("folder-open"))
        self.tools = HomeTools(context)
        self.list = ProfileListView(context.theme, profiles)
        self.chosen = ChosenBar(profiles)
        self.reports = Button(
            _("Make &reports …"), role="link", icon=context.icon("layers", "muted")
        )
        self.portfolio = Button(_("&Portfolio"), role="link", icon=context.icon("table-2", "muted"))
        self.nothing = Label(role="muted")
        self.trash = Button(_("&Trash"), role="link", icon=context.icon("trash-2", "muted"))
        self.recent = Button(_("Recent files"), role="link", icon=context.icon("history", "muted"))
        self._slot = column()
        self._place()
        self._connect()
        context.theme.changed.connect(self.fit)

    def _place(self) -> None:
        self.header = QWidget()
        self.header.setProperty("role", "clear")
        head = row(column(self.title, self.note, spacing=2), self.open, self.new, spacing=10)
        head.setStretch(0, 1)
        self.header.setLayout(head)
        links = row(self.recent, self.trash, self.reports, self.portfolio, 1, spacing=12)
        above = (self.first, self.header, self._slot, self.tools, self.chosen, self.nothing)
        box = column(*above, spacing=16)
        box.addWidget(self.list, 100)
        box.addLayout(links)
        box.addStretch(1)
        middle = QWidget()
        middle.setProperty("role", "clear")
        middle.setLayout(box)
        middle.setMaximumWidth(WIDEST)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ground = _Ground()
        ground.setProperty("role", "clear")
        ground.setLayout(row(middle, margins=MARGINS))
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_requested)
        self.first.new_requested.connect(self.new_requested)
        self.first.sample_requested.connect(self.sample_requested)
        self.first.half_year_requested.connect(self.half_year_requested)
        self.open.clicked.connect(self.file_requested)
        self.trash.clicked.connect(self.trash_requested)
        self.recent.clicked.connect(self._show_recent)
        self.reports.clicked.connect(self.reports_requested)
        self.portfolio.clicked.connect(self.portfolio_requested)
        self._profiles.marked_changed.connect(self._show_links)
        self.chosen.reports_wanted.connect(self.reports_requested)

    def put_panel(self, panel: Panel) -> None:
        """Show a question above the list."""
        self._slot.addWidget(panel)
        panel.show()
        self.ensureWidgetVisible(panel)

    def show_state(self, *, is_first: bool, is_asking: bool = False, in_trash: int = 0) -> None:
        """Show what fits: the first steps, or the list with its tools."""
        count = len(self._profiles.entries)
        self.first.setVisible(is_first and not is_asking)
        self.first.sample.setVisible(count > 0)
        self.header.setVisible(not is_first)
        self.new.setVisible(not is_asking)
        self.open.setVisible(not is_asking)
        self.tools.setVisible(not is_first and not is_asking)
        kept = plural(
            "{count} plan, kept on this computer", "{count} plans, kept on this computer", count
        )
        self.note.setText(kept if self.is_known else _("Reading your plans …"))
        self.show_rows(is_asking=is_asking)
        self.trash.setVisible(in_trash > 0 and not is_asking)
        words = _("&Trash ({count})").format(count=in_trash)
        self.trash.setText(words)
        self.trash.setAccessibleName(words.replace("&", ""))
        self.recent.setVisible(bool(recent_files(self._context.program)) and not is_asking)

    def show_rows(self, *, is_asking: bool) -> None:
        """Show the rows there are now, or why there are none."""
        has_rows, has_any = bool(self._profiles.shown), bool(self._profiles.entries)
        self.list.setVisible(has_rows and not is_asking)
        self.chosen.show_state(is_asking=is_asking)
        self._show_links()
        self.nothing.setVisible(has_any and not has_rows and not is_asking)
        self.nothing.setText(self._why_nothing())
        self.fit()

    def show_batch(self, words: str) -> None:
        """Say how far reports are that are being made, "" where none are."""
        said = _("&Reports: {words}").format(words=words) if words else _("Make &reports …")
        if said != self.reports.text():
            self.reports.setText(said)
            self.reports.setAccessibleName(named_after(said))

    def _show_links(self) -> None:
        """Show the way to reports once: beside what is marked, or below the list."""
        is_shown = self.list.isVisibleTo(self) and not self._profiles.marked
        self.reports.setVisible(is_shown)
        self.portfolio.setVisible(self.list.isVisibleTo(self))

    def _why_nothing(self) -> str:
        wanted = self._profiles.filter
        if wanted.text.strip():
            return _("No plan has “{text}” in its name, kind of business or tags.").format(
                text=wanted.text.strip()
            )
        if wanted.tag:
            return _("No plan that is shown has this tag.")
        return _("All plans are in the archive.")

    def fit(self) -> None:
        """Let the list be as high as its rows, as far as there is room."""
        height = self.list.whole_height()
        self.list.setMinimumHeight(min(height, self._context.theme.px(LEAST_LIST)))
        self.list.setMaximumHeight(max(1, height))
        self.list.updateGeometry()

    def take_focus(self) -> None:
        """Put the keys where a person goes on from here."""
        if self.tools.isVisible():
            self.tools.search.setFocus()
        elif self.first.isVisible():
            self.first.new.setFocus()

    def _show_recent(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(_("Recent files"))
        menu.aboutToHide.connect(menu.deleteLater)
        for path in recent_files(self._context.program):
            action = QAction(escaped(path.name), menu)
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(
                lambda _checked=False, path=path: self.recent_requested.emit(path)
            )
            menu.addAction(action)
        menu.popup(self.recent.mapToGlobal(self.recent.rect().bottomLeft()))


class _Ground(QWidget):
    """The ground of the page: as high as its lines are at the width there is, and no higher.

    Qt's own least height is that of every text broken at every word.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave the height to the width."""
        return QSize(super().minimumSizeHint().width(), 0)
