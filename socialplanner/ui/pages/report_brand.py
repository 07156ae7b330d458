"""How the plan looks: colours, logo, who it is from and for, and what stands at its foot."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from socialplanner.errors import UserError
from socialplanner.presentation.brand_colours import USUAL
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import (
    LONGEST_LINE,
    LONGEST_MARK,
    MOST_LINES,
    PlanOptions,
)
from socialplanner.presentation.plan_settings import brand_lines, one_line
from socialplanner.ui.context import Context
from socialplanner.ui.pages.brand_colour import ColourPair
from socialplanner.ui.pages.brand_logo import LogoField
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column


class BrandCard(FoldCard):
    """The look of one profile; what it does not say is as in the settings.

    `chosen` has what is to be another, by the names of options; who it is by and for is kept with
    the profile.
    """

    chosen = Signal(dict)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin empty; `show_options` fills it."""
        super().__init__(context.theme, _("Look and sender"))
        self._context = context
        self._session = session
        self.pair = ColourPair(context)
        self.usual = Button(_("Usual colours"), role="link")
        self.logo = LogoField(context)
        self.author = _line(_("Prepared by"), LONGEST_LINE)
        self.reader = _line(_("Prepared for"), LONGEST_LINE)
        self.lines = WrittenText(context.theme, _("Your lines on the cover"), most=MOST_LINES)
        self.lines.setPlaceholderText(_("Address, telephone, website"))
        self.footer = _line(_("At the foot of every page"), LONGEST_LINE)
        self.footer.setPlaceholderText(_("The client’s name"))
        self.mark = _line(_("Confidentiality mark"), LONGEST_MARK)
        self.mark.setPlaceholderText(_("Such as: Confidential"))
        self.fill(self._layout())
        self._connect()

    def _layout(self) -> QVBoxLayout:
        box = column(self.pair, self.usual, self.logo, spacing=12)
        count = _("{count} lines at most").format(count=MOST_LINES)
        for field, note in (
            (self.author, ""),
            (self.reader, ""),
            (self.lines, count),
            (self.footer, ""),
            (self.mark, _("Printed on every page")),
        ):
            label = Label(field.accessibleName(), role="strong")
            label.setBuddy(field)
            inner = column(label, field, spacing=4)
            if note:
                inner.addWidget(Label(note, role="small"))
            box.addLayout(inner)
        return box

    def _connect(self) -> None:
        self.pair.chosen.connect(self._take_colours)
        self.usual.clicked.connect(self._take_usual)
        self.logo.wanted.connect(self._take_logo)
        self.logo.dropped.connect(self._drop_logo)
        self.author.editingFinished.connect(self._take_names)
        self.reader.editingFinished.connect(self._take_names)
        self.lines.given.connect(self._take_lines)
        self.footer.editingFinished.connect(self._take_foot)
        self.mark.editingFinished.connect(self._take_foot)

    def _house(self) -> PlanOptions:
        return self._context.program.printing.house()

    def show_options(self, options: PlanOptions) -> None:
        """Show how the plan looks now; what is being typed stays."""
        profile, house = self._session.record.profile, self._house()
        is_usual = options.colours == house.colours
        colours = () if is_usual else options.colours or USUAL
        self.pair.show_colours(colours, house.colours or USUAL, options.alias or profile.name)
        self.pair.preview.show_logo(options.logo)
        self.usual.setVisible(not is_usual)
        self.logo.show_logo(options.logo)
        for field, text in (
            (self.author, profile.prepared_by),
            (self.reader, profile.prepared_for),
            (self.footer, options.footer),
            (self.mark, options.mark),
        ):
            if not field.hasFocus():
                field.setText(text)
        self.author.setPlaceholderText(options.sender)
        self.reader.setPlaceholderText(options.recipient)
        self.lines.show_text("\n".join(options.lines))
        self.show_summary(_summary(options, profile.prepared_by, is_usual=is_usual))

    # What the person gives.

    def commit(self) -> None:
        """Take what is being typed."""
        self._take_names()
        self.lines.commit()
        self._take_foot()

    def _take_colours(self) -> None:
        given = any(self.pair.given)
        self.chosen.emit({"colours": self.pair.shown if given else self._house().colours})

    def _take_usual(self) -> None:
        self.chosen.emit({"colours": self._house().colours})

    def _drop_logo(self) -> None:
        self.chosen.emit({"logo": None})

    def _take_names(self) -> None:
        profile = self._session.record.profile
        names = {"prepared_by": self.author.text(), "prepared_for": self.reader.text()}
        wanted = replace(profile, **names)
        if wanted != profile:
            self._session.set_profile(wanted)

    def _take_lines(self) -> None:
        self.chosen.emit({"lines": brand_lines(self.lines.text)})

    def _take_foot(self) -> None:
        mark = one_line(self.mark.text(), LONGEST_MARK)
        self.chosen.emit({"footer": one_line(self.footer.text()), "mark": mark})

    def _take_logo(self, path: Path) -> None:
        try:
            logo = self._context.program.printing.read_logo(path)
        except UserError as error:
            self.logo.say(str(error))
            return
        self.logo.say("")
        self.chosen.emit({"logo": logo})


def _line(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field


def _summary(options: PlanOptions, author: str, *, is_usual: bool) -> str:
    """Return in a line how the plan looks."""
    said = [
        _("Usual colours") if is_usual else _("Own colours"),
        _("a logo") if options.logo else _("no logo"),
    ]
    sender = author or options.sender
    said += [_("by {name}").format(name=sender)] if sender else []
    said += [options.mark] if options.mark else []
    return ", ".join(said)
