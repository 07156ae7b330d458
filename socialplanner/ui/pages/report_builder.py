"""What can be chosen about the report: what is common first, the rest folded."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication

from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.plan_settings import options_of, whole_text
from socialplanner.presentation.report_presets import Preset, with_preset
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import Panel
from socialplanner.ui.pages.report_brand import BrandCard
from socialplanner.ui.pages.report_check import CheckCard
from socialplanner.ui.pages.report_kind import KindCard
from socialplanner.ui.pages.report_more import AliasCard, CoverCard
from socialplanner.ui.pages.report_parts import PartsCard
from socialplanner.ui.pages.report_times import TimesCard
from socialplanner.ui.pages.report_words import WordsCard
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.session import Session
from socialplanner.ui.steps import printing
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.layouts import ScrollPage, column


class ReportBuilder(ScrollPage):
    """Cards of options; each change is kept with the profile at once, and can be taken back."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with what the profile keeps."""
        super().__init__(margins=0, spacing=12)
        self._context = context
        self._session = session
        self.options = self._kept()
        self.check = CheckCard(context.theme)
        self.kind = KindCard(context.theme)
        self.parts = PartsCard(context.theme)
        self.words = WordsCard(context.theme)
        self.brand = BrandCard(context, session)
        self.cover = CoverCard(context.theme)
        self.times = TimesCard(context.theme)
        self.alias = AliasCard(context.theme)
        self._slot = column()
        self.box.addLayout(self._slot)
        for card in (self.check, self.kind, self.parts, *self.folds):
            self.box.addWidget(card)
        self._connect()

    @property
    def folds(self) -> tuple[FoldCard, ...]:
        """Return the cards that are folded until somebody wants them."""
        return self.brand, self.words, self.cover, self.times, self.alias

    def _connect(self) -> None:
        for card in (self.kind, self.brand, self.cover, self.times):
            card.chosen.connect(self._take)
        self.kind.preset_chosen.connect(self._take_preset)
        self.parts.chosen.connect(self._take_parts)
        self.parts.noted.connect(self._take_notes)
        self.words.given.connect(self._take_words)
        self.alias.given.connect(self._take_alias)
        for text in self.findChildren(WrittenText):
            text.shortened.connect(self._say_cut)

    def _kept(self) -> PlanOptions:
        return options_of(self._session.record, self._context.program.printing.house())

    def refresh(self) -> None:
        """Show what is kept now; what is being typed stays."""
        self.options = self._kept()
        for card in (self.kind, self.parts, self.words, self.brand):
            card.show_options(self.options)
        for fold in (self.cover, self.times, self.alias):
            fold.show_options(self.options)

    def commit(self) -> None:
        """Take what is being typed."""
        self.parts.commit()
        self.words.commit()
        self.brand.commit()
        self._take_alias()

    # What a person chooses.

    def take(self, options: PlanOptions) -> None:
        """Keep other options."""
        if options != self.options:
            self.options = options
            self._session.do(*printing(self._session, options))

    def _take(self, changes: dict[str, Any]) -> None:
        """Keep what is another now; it is told by name, since all else may have changed since."""
        self.take(replace(self.options, **changes))

    def _take_preset(self, preset: Preset) -> None:
        self.take(with_preset(self.options, preset))

    def _take_parts(self) -> None:
        self._take({"parts": self.parts.parts})

    def _take_notes(self) -> None:
        notes = {part: whole_text(note) for part, note in self.parts.notes.items()}
        self._take({"notes": notes})

    def _take_words(self) -> None:
        opening, closing = self.words.opening.text, self.words.closing.text
        self._take({"opening": whole_text(opening), "closing": whole_text(closing)})

    def _take_alias(self) -> None:
        self._take({"alias": self.alias.text})

    def _say_cut(self) -> None:
        """Say that a text was longer than it may be."""
        most = f"{LONGEST_NOTE:,}"
        words = _("A text can have {most} characters. What was more is left out.")
        self._context.messages.show_message(words.format(most=most), tone="warning")

    # Questions before a file is made.

    def put_panel(self, panel: Panel) -> None:
        """Ask something above the options."""
        self._slot.addWidget(panel)
        panel.show()
        panel.begin()
        self.verticalScrollBar().setValue(0)

    def drop_panel(self, panel: Panel) -> None:
        """Take a question away; the keys go on with the options."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and panel.isAncestorOf(focus)
        panel.hide()
        self._slot.removeWidget(panel)
        panel.deleteLater()
        if had_focus:
            self.kind.preset.setFocus()
