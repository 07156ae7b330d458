"""Paint a profile as one row of the list: name, state, mix, last change."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialplanner.domain.ids import Mode
from socialplanner.domain.listing import ProfileEntry
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.ui.models import profile_words
from socialplanner.ui.models.profile_list import ENTRY, ProfileList
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.row_pen import BAR, NAME_SIZE, Chip, RowPen, line_height, text_font

WIDE: Final = 760
"""From this width on (at a text size of 1) a row has columns; below, its figures stand below."""

EDGE, GAP, MENU, BETWEEN = 16, 6, 34, 20
PROGRESS_WIDTH, MIX_WIDTH, DATE_WIDTH = 196, 168, 96
MOST_TAGS = 8
BOX: Final = 34
"""The room of the box that shows whether a row is marked."""
CORNER: Final = 9
"""The frame of the list is round: nothing is painted over its corners."""

Index = QModelIndex | QPersistentModelIndex


class ProfileRow(QStyledItemDelegate):
    """Paints rows in the colours and the text size of the theme."""

    def __init__(self, theme: Theme, profiles: ProfileList, view: QListView) -> None:
        """Paint the rows of a model in a view."""
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._profiles = profiles
        self.mode_names = {Mode.MEDIA: "", Mode.NETWORK: ""}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the lines of a row take."""
        del option, index
        px, line = self._theme.px, line_height(self._theme)
        height = line_height(self._theme, NAME_SIZE, bold=True) + px(GAP) + line
        if not self._is_wide(self._view.viewport().width()):
            height += line + px(GAP)
        return QSize(px(240), height + px(26))

    def _is_wide(self, width: int) -> bool:
        return width >= self._theme.px(WIDE)

    def menu_area(self, row: QRect) -> QRect:
        """Return where the three dots of a row are."""
        width = self._theme.px(MENU)
        return QRect(row.right() - width - self._theme.px(6), row.top(), width, row.height())

    def box_area(self, row: QRect) -> QRect:
        """Return where the box of a row is, while some are marked."""
        return QRect(row.left(), row.top(), self._theme.px(EDGE + BOX), row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry = index.data(ENTRY)
        if not isinstance(entry, ProfileEntry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: QRect = option.rect
        self._ground(painter, option, row)
        pen, px = RowPen(painter, self._theme), self._theme.px
        inner = row.adjusted(px(EDGE), px(13), -px(MENU) - px(12), -px(13))
        if self._profiles.marked:
            pen.box(self.box_area(row).center(), is_marked=self._profiles.is_marked(index.row()))
            inner = inner.adjusted(px(BOX), 0, 0, 0)
        if self._is_wide(row.width()):
            self._wide(pen, entry, inner)
        else:
            self._narrow(pen, entry, inner)
        pen.dots(self.menu_area(row).center())
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
        tokens, state = self._theme.tokens, option.state
        flag = QStyle.StateFlag
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self._view.viewport().rect()), CORNER, CORNER)
        painter.setClipPath(frame)
        if state & flag.State_Selected:
            painter.fillRect(row, QColor(tokens["selected"]))
        elif state & flag.State_MouseOver:
            painter.fillRect(row, QColor(tokens["hover"]))
        if not self._is_last(row):
            painter.fillRect(row.left(), row.bottom(), row.width(), 1, QColor(tokens["border"]))
        if state & flag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens["focus"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 8, 8)

    def _is_last(self, row: QRect) -> bool:
        """Return whether a row ends at the frame, which is its line then."""
        last = self._profiles.index(self._profiles.rowCount() - 1, 0)
        return self._view.visualRect(last).bottom() == row.bottom()

    def _wide(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        right = area.right()
        columns = (
            (DATE_WIDTH, self._date),
            (MIX_WIDTH, self._mix),
            (PROGRESS_WIDTH, self._progress),
        )
        for width, draw in columns:
            left = right - pen.px(width)
            draw(pen, entry, QRect(left, area.top(), pen.px(width), area.height()))
            right = left - pen.px(BETWEEN)
        self._names(pen, entry, QRect(area.topLeft(), QSize(right - area.left(), area.height())))

    def _narrow(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        line, date_width = line_height(self._theme), pen.px(DATE_WIDTH)
        upper = area.adjusted(0, 0, 0, -line - pen.px(GAP))
        date = QRect(area.right() - date_width, area.top(), date_width, upper.height())
        self._date(pen, entry, date)
        self._names(pen, entry, upper.adjusted(0, 0, -date_width - pen.px(8), 0))
        half = area.width() // 2 - pen.px(8)
        lower = QRect(area.left(), area.bottom() - line + 1, half, line)
        pen.text(lower, profile_words.progress(entry, self._profiles.wording))
        mix = self._profiles.mix(entry)
        if mix is not None and mix.network is not None:
            bar = QRect(area.right() - half, lower.center().y() - 3, half, pen.px(BAR))
            pen.two_parts(bar, 1 - mix.network, self._mode_codes())

    def _names(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        """Draw the name with what is to be known of it, and below the kind and the tags."""
        font = text_font(self._theme, NAME_SIZE, bold=True)
        height = QFontMetrics(font).height()
        badges = self._badges(entry)
        taken = min(pen.chips_width(badges) + pen.px(10), int(area.width() * 0.6))
        top = QRect(area.left(), area.top(), area.width() - taken, height)
        used = pen.text(top, entry.name, colour="ink", font=font) + pen.px(10)
        pen.chips(QRect(area.left() + used, top.top(), area.width() - used, height), badges)
        line = line_height(self._theme)
        below = QRect(area.left(), top.bottom() + pen.px(GAP), area.width(), line)
        words = profile_words.kind(entry, self._profiles.wording)
        width = pen.text(below, words or profile_words.remedy(entry))
        start = width + (pen.px(10) if width else 0)
        tags = [Chip(tag, "muted", "sunken") for tag in entry.tags[:MOST_TAGS]]
        pen.chips(below.adjusted(start, 0, 0, 0), tags)

    def _badges(self, entry: ProfileEntry) -> list[Chip]:
        badges: list[Chip] = []
        if entry.trouble:
            tone = "info" if entry.trouble == "protected" else "warning"
            badges.append(Chip(profile_words.trouble(entry), tone, f"{tone}_ground"))
        if entry.is_sample:
            badges.append(Chip(_("Sample"), "info", "info_ground"))
        if entry.is_archived:
            badges.append(Chip(_("Archived"), "muted", "sunken"))
        if self._profiles.is_doubled(entry):
            badges.append(Chip(_("Here twice"), "warning", "warning_ground"))
        reviews = profile_words.reviews(entry, self._profiles.wording.today)
        return badges + [Chip(words, "warning", "warning_ground") for words in reviews]

    def _date(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        words = profile_words.changed(entry.changed_at, self._profiles.wording.today)
        pen.text(self._first_line(area), words, side=Qt.AlignmentFlag.AlignRight)

    def _progress(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        words = profile_words.progress(entry, self._profiles.wording)
        if not words:
            return
        pen.text(self._first_line(area), words)
        from socialplanner.presentation.scenes.shapes import Colour  # noqa: PLC0415 - with a row

        part = profile_words.share_answered(entry, self._profiles.wording)
        tokens = self._theme.tokens
        pen.part_of(self._bar(area), part, tokens["control"], tokens.chart[Colour.TRACK])

    def _mix(self, pen: RowPen, entry: ProfileEntry, area: QRect) -> None:
        from socialplanner.presentation.scenes.shapes import Colour  # noqa: PLC0415 - with a row

        mix = self._profiles.mix(entry)
        if mix is None or not mix.words:
            return
        if mix.network is None:
            pen.text(self._first_line(area), _("Mix not known yet"))
            pen.bar(self._bar(area), self._theme.tokens.chart[Colour.TRACK])
            return
        pen.text(self._first_line(area), self._short_mix(mix.network))
        pen.two_parts(self._bar(area), 1 - mix.network, self._mode_codes())

    def _short_mix(self, network: float) -> str:
        """Return the larger part of a mix in a few words: "about 60% media"."""
        mode = Mode.NETWORK if network > 0.5 else Mode.MEDIA  # noqa: PLR2004 - a half
        share = network if mode is Mode.NETWORK else 1 - network
        return f"{formats.percent(share)} {formats.in_sentence(self.mode_names[mode])}".strip()

    def _mode_codes(self) -> tuple[str, str]:
        from socialplanner.presentation.scenes.shapes import Colour  # noqa: PLC0415 - with a row

        chart = self._theme.tokens.chart
        return chart[Colour.MEDIA], chart[Colour.NETWORK]

    def _first_line(self, area: QRect) -> QRect:
        height = line_height(self._theme, NAME_SIZE, bold=True)
        return QRect(area.left(), area.top(), area.width(), height)

    def _bar(self, area: QRect) -> QRect:
        height = self._theme.px(BAR)
        middle = area.bottom() - line_height(self._theme) // 2
        return QRect(area.left(), middle - height // 2, area.width(), height)
