"""The consultant's brand: with which plans are made unless a profile has one of its own."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from socialplanner.presentation.brand_colours import USUAL
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import (
    LONGEST_LINE,
    LONGEST_MARK,
    MOST_LINES,
    CoverKind,
)
from socialplanner.presentation.plan_settings import brand_lines, one_line
from socialplanner.ui.context import Context
from socialplanner.ui.pages.brand_colour import ColourPair
from socialplanner.ui.pages.brand_logo import LogoField
from socialplanner.ui.pages.report_more import cover_choice
from socialplanner.ui.pages.settings_parts import SettingsCard, labelled
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from socialplanner.errors import UserError

COLOURS_KEPT: Final = ("brand_colour", "brand_accent")


class BrandCard(SettingsCard):
    """The brand that plans carry unless a profile has one of its own."""

    def __init__(self, context: Context) -> None:
        """Begin with what is set."""
        super().__init__(
            _("Your brand"),
            _("For consultants: every plan is printed with it, unless it has a brand of its own."),
        )
        self._context = context
        self._settings = context.program.settings
        self.name = self._line("brand_name", LONGEST_LINE)
        self.footer = self._line("brand_footer", LONGEST_LINE)
        self.mark = self._line("brand_mark", LONGEST_MARK)
        self.lines = WrittenText(context.theme, _("Your lines on the cover"), most=MOST_LINES)
        self.cover = cover_choice()
        self.pair = ColourPair(context)
        self.logo = LogoField(context)
        self._build()
        self._show()

    def _line(self, name: str, longest: int) -> QLineEdit:
        field = QLineEdit(self._settings.text(name))
        field.setMaxLength(longest)
        field.editingFinished.connect(lambda: self._settings.put(name, one_line(field.text())))
        return field

    def _build(self) -> None:
        count = _("Address, telephone, website: {count} lines at most").format(count=MOST_LINES)
        foot = _("In the place of the client’s name. Empty: the client’s name.")
        mark = _("Such as “Confidential”, printed on every page. Empty: none.")
        fields: tuple[QWidget, ...] = (
            self.pair,
            self.logo,
            labelled(_("Prepared by"), self.name),
            labelled(_("Your lines on the cover"), self.lines, count),
            labelled(_("At the foot of every page"), self.footer, foot),
            labelled(_("Confidentiality mark"), self.mark, mark),
            labelled(_("Cover"), self.cover),
        )
        for field in fields:
            self.box.addWidget(field)
        self.pair.chosen.connect(self._take_colours)
        self.lines.given.connect(self._take_lines)
        self.cover.activated.connect(self._take_cover)
        self.logo.wanted.connect(self.take_logo)
        self.logo.dropped.connect(self._drop_logo)
        self.name.textChanged.connect(self._show_pair)

    def _show(self) -> None:
        """Show what is set."""
        self.lines.show_text("\n".join(self._settings.texts("brand_lines")))
        kept = self._settings.text("brand_cover", CoverKind.PROFILE)
        self.cover.setCurrentIndex(max(0, self.cover.findData(kept)))
        self._show_pair()
        self._show_logo()

    def _show_pair(self) -> None:
        codes = tuple(self._settings.text(name) for name in COLOURS_KEPT)
        self.pair.show_colours(codes, USUAL, _("Your client"))

    def _show_logo(self) -> None:
        logo = self._context.program.printing.house().logo
        self.logo.show_logo(logo)
        self.pair.preview.show_logo(logo)

    # What the person gives.

    def _take_colours(self) -> None:
        for name, field in zip(COLOURS_KEPT, self.pair.fields, strict=True):
            if field.given or not field.code.text().strip():
                self._settings.put(name, field.given)

    def _take_lines(self) -> None:
        self._settings.put("brand_lines", brand_lines(self.lines.text))

    def _take_cover(self) -> None:
        self._settings.put("brand_cover", str(self.cover.currentData()))

    def take_logo(self, source: Path) -> None:
        """Check a picture in the background and keep it."""
        keeping = self._context.program.keeping
        task = Task(lambda: keeping.keep_logo(source), self._took_logo, self._refused_logo)
        self._context.tasks.run("logo", task)

    def _took_logo(self, path: Path) -> None:
        self._settings.put("brand_logo", str(path))
        self.logo.say("")
        self._show_logo()

    def _refused_logo(self, error: "UserError") -> None:
        self.logo.say(str(error))

    def _drop_logo(self) -> None:
        self._settings.put("brand_logo", "")
        self._show_logo()
