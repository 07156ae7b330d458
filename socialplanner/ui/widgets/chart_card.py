"""A card with a chart, which can also be read as a table, and copied as picture or text."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes.labels import Stage
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.ui.context import Context
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.chart_view import (
    PIXELS_PER_POINT,
    ChartView,
    SceneMaker,
    as_tab_separated,
)
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, line
from socialplanner.ui.widgets.scene_painter import measure, paint_scene
from socialplanner.ui.widgets.table_model import WordTable
from socialplanner.ui.widgets.text_table import TextTableView

PICTURE_WIDTH = 560.0
"""Points: a little wider than a printed chart."""

PICTURE_SCALE = 2
MARGIN = 16
BUTTON_SIDE = 9
"""Pixels by which the words of a quiet button lie inside of it."""


class ChartCard(Card):
    """A chart with its heading; what stands in it is also there as a table."""

    def __init__(self, context: Context, title: str, make_scene: SceneMaker) -> None:
        """Show the chart that `make_scene` returns for a stage."""
        super().__init__(spacing=12)
        self._context = context
        self.heading = Heading(title, level=2)
        self.lead = Label(role="muted")
        self.lead.hide()
        self._make = make_scene
        self.chart = ChartView(context.theme, make_scene)
        self.table: TextTableView | None = None
        self._buttons()
        for item in (self.heading, self.lead, self.chart):
            self.box.addWidget(item)
        buttons = (self.as_table, self.as_picture, self.as_text)
        self.foot = FlowLayout(*buttons, spacing=4, hang=context.theme.px(BUTTON_SIDE))
        self.box.addLayout(self.foot)

    def _buttons(self) -> None:
        icon = self._context.icon
        self.as_table = Button(_("Show as table"), role="quiet", icon=icon("table-2", "muted"))
        self.as_table.setCheckable(True)
        self.as_table.setProperty("tone", "swap")
        self.as_table.toggled.connect(self.show_as_table)
        self.as_picture = Button(_("Copy as picture"), role="quiet", icon=icon("image", "muted"))
        self.as_picture.clicked.connect(self.copy_picture)
        self.as_text = Button(_("Copy as text"), role="quiet", icon=icon("copy", "muted"))
        self.as_text.clicked.connect(self.copy_text)
        for button in (self.as_table, self.as_picture, self.as_text):
            words = _("{action}: {chart}").format(
                action=button.accessibleName(), chart=self.heading.text()
            )
            button.setAccessibleName(words)

    def set_lead(self, words: str) -> None:
        """Show a sentence between heading and chart; "" takes it away."""
        self.lead.setText(words)
        self.lead.setVisible(bool(words))

    def hold_below(self, widget: QWidget) -> None:
        """Show a widget below the chart and its buttons."""
        if widget.parentWidget() is not self:
            self.box.addWidget(line())
            self.box.addWidget(widget)

    def set_maker(self, make_scene: SceneMaker) -> None:
        """Show another chart in the same place."""
        self._make = make_scene
        self.chart.set_maker(make_scene)
        if self.table is not None:
            self.table.set_table(self._rows())

    def show_as_table(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        """Show the chart as a table, or as a chart again."""
        if is_wanted and self.table is None:
            self.table = TextTableView(self._context, self._rows(), name=self.chart.scene.title)
            self.box.insertWidget(self.box.indexOf(self.chart) + 1, self.table)
        if self.table is not None:
            self.table.setVisible(is_wanted)
        self.chart.setVisible(not is_wanted)
        if self.as_table.isChecked() != is_wanted:
            self.as_table.setChecked(is_wanted)
        self.as_table.setText(_("Show as chart") if is_wanted else _("Show as table"))

    def _rows(self) -> WordTable:
        rows = self.chart.scene.rows
        return WordTable(head=rows[0], rows=rows[1:])

    def picture(self) -> QImage:
        """Return the chart as a picture, at twice the size, on the ground of a card."""
        scene = self._make(Stage(width=PICTURE_WIDTH, measure=measure))
        return scene_picture(scene, self._context.theme)

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.picture())
        self._context.messages.show_message(_("The chart was copied as a picture."), tone="success")

    def copy_text(self) -> None:
        """Put the chart on the clipboard as a table that spreadsheets take."""
        QGuiApplication.clipboard().setText(as_tab_separated(self.chart.scene))
        self._context.messages.show_message(_("The chart was copied as text."), tone="success")

    def menu(self) -> QMenu:
        """Return what can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.as_table.icon(), self.as_table.text(), self.as_table.toggle)
        menu.addAction(self.as_picture.icon(), self.as_picture.text(), self.copy_picture)
        menu.addAction(self.as_text.icon(), self.as_text.text(), self.copy_text)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the chart."""
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu at Shift+F10, which not every platform does by itself."""
        is_menu = event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        )
        if not is_menu:
            super().keyPressEvent(event)
            return
        shown: QWidget = self.chart if self.chart.isVisible() else self.as_table
        self.menu().popup(shown.mapToGlobal(QPoint(24, 24)))


def scene_picture(scene: Scene, theme: Theme) -> QImage:
    """Return a scene as a picture for documents and mails."""
    size = QSize(
        int(scene.width * PIXELS_PER_POINT) + 2 * MARGIN,
        int(scene.height * PIXELS_PER_POINT) + 2 * MARGIN,
    )
    image = QImage(size * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.tokens["surface"]))
    painter = QPainter(image)
    painter.scale(PICTURE_SCALE, PICTURE_SCALE)
    painter.translate(MARGIN, MARGIN)
    paint_scene(painter, scene, theme, PIXELS_PER_POINT)
    painter.end()
    return image
