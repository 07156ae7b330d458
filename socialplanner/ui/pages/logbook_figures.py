"""What came of a week: the figures of the plan, money, whether it was odd, and a note."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from socialplanner.domain.kpi import TRACED
from socialplanner.domain.record import LoggedWeek
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import may_fall_below_zero
from socialplanner.ui.context import Context
from socialplanner.ui.pages.logbook_fields import FigureLine, Part, caption
from socialplanner.ui.pages.logbook_material import Material
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.questions.number import unit_words
from socialplanner.ui.questions.number_field import Span
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Hanging, column, drop, put, row

if TYPE_CHECKING:
    from socialplanner.domain.kpi import Kpi

    Kpis = tuple[Kpi, ...]

MONEY = "money"
HANG = 10
"""So far the sign of a quiet button stands from its edge."""


class FiguresPart(Part):
    """Shows the figures of a week; the signals tell of each once it is another."""

    outcome_given = Signal(str, object)
    money_given = Signal(object)
    odd_given = Signal(bool)
    note_given = Signal(str)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin without figures."""
        super().__init__(context)
        self._context = context
        self._session = session
        self.lines: dict[str, FigureLine] = {}
        self._kpis: tuple[tuple[str, ...], tuple[str, ...], str] = ((), (), "")
        self._weekly, self._seldom = column(spacing=8), column(spacing=8)
        self._below = QWidget()
        self._below.setProperty("role", "clear")
        self._below.setLayout(self._seldom)
        self.others = Button("", role="quiet", icon=context.icon("chevron-down", "muted"))
        self.others.setCheckable(True)
        self.others.clicked.connect(self._turn)
        self.odd = QCheckBox(_("An &odd week: illness, holidays, a rush"))
        self.odd.clicked.connect(self.odd_given)
        self.note = WrittenText(context.theme, _("Note of the week"), least=1, most=6)
        self.note.given.connect(lambda: self.note_given.emit(self.note.text))
        self._money_box = column(spacing=8)
        self.money: FigureLine | None = None
        self.list_note = Label(
            _(
                "The list of enquiries below is what counts. Where more enquiries stand here than "
                "there, the rest counts too, as enquiries without a source."
            ),
            role="small",
        )
        self._place()

    def _place(self) -> None:
        self.caption = caption(_("What came of it"))
        self.odd_hint = Label(_("Odd weeks are kept, and nothing is learnt from them."))
        self.odd_hint.setProperty("role", "small")
        note = Label(_("Note of the week"))
        note.setBuddy(self.note)
        self.box.addWidget(self.caption)
        self.box.addLayout(self._weekly)
        self.box.addWidget(self.list_note)
        self.box.addLayout(row(Hanging(self.others, left=HANG), 1))
        self.box.addWidget(self._below)
        self.box.addLayout(self._money_box)
        self.box.addLayout(column(self.odd, self.odd_hint, spacing=0))
        self.box.addLayout(column(note, self.note, spacing=4))
        self.box.addStretch(1)

    def show_figures(self, week: LoggedWeek | None, material: Material) -> None:
        """Show what was logged of a week; figures that were logged stand there, chosen or not."""
        logged = {} if week is None else week.outcomes
        self._show_lines(material, logged)
        origins = {} if week is None else week.origins
        for key, line in self.lines.items():
            line.show_number(logged.get(key))
            line.show_origin(origins.get(key, ""))
        if self.money is not None:
            self.money.show_number(None if week is None else week.money)
        self.odd.setChecked(week is not None and week.is_odd)
        self.note.show_text("" if week is None else week.note)

    def _show_lines(self, material: Material, logged: Mapping[str, float]) -> None:
        weekly, others = self._wanted(material, logged)
        currency = self._session.record.profile.currency
        wanted = (tuple(k.id for k in weekly), tuple(k.id for k in others), currency)
        if wanted == self._kpis and self.money is not None:
            return
        before, is_new = self.lines, self.money is None or currency != self._kpis[2]
        kept = {} if is_new else before  # the keyboard stays where it is, with what is typed
        self._kpis = wanted
        self.lines = {k.id: kept.get(k.id) or self._line(k, currency) for k in (*weekly, *others)}
        for box, kpis in ((self._weekly, weekly), (self._seldom, others)):
            put(box, *(self.lines[kpi.id] for kpi in kpis))
        drop(line for key, line in before.items() if line is not self.lines.get(key))
        if is_new:
            self._show_money(currency)
        self.others.setVisible(bool(others))
        self.list_note.setVisible(any(key in self.lines for key in TRACED.values()))
        said = {*logged, *self._typed()}
        self._open(is_open=any(kpi.id in said for kpi in others) or not weekly)

    def _typed(self) -> list[str]:
        return [key for key, line in self.lines.items() if line.is_typed]

    def _wanted(self, material: Material, logged: Mapping[str, float]) -> "tuple[Kpis, Kpis]":
        """Return the figures to show: those of the plan, those logged, and one being typed.

        The last stays where it is, although another plan may have come meanwhile.
        """
        kpis, typed = self._session.catalogue.kpis, self._typed()
        chosen = {kpi.id for kpi in (*material.weekly, *material.others)}
        more = [key for key in dict.fromkeys([*logged, *typed]) if key not in chosen]
        stay = [key for key in more if key in typed and key in self._kpis[0]]
        weekly = (*material.weekly, *(kpis[key] for key in stay))
        rest = (kpis[key] for key in more if key in kpis and key not in stay)
        return weekly, (*material.others, *rest)

    def _line(self, kpi: "Kpi", currency: str) -> FigureLine:
        unit = kpi.unit.removeprefix("% and ")
        low = None if may_fall_below_zero(kpi) else 0.0
        span = Span(unit=unit, low=low, currency=currency)
        note = " ".join(filter(None, unit_words(unit, currency)))
        line = FigureLine(self._context, kpi.id, kpi.name, span, note)
        line.given.connect(self.outcome_given)
        return line

    def _show_money(self, currency: str) -> None:
        if self.money is not None:
            drop((self.money,))
        span = Span(unit="currency", low=0.0, currency=currency)
        self.money = FigureLine(self._context, MONEY, _("Money spent"), span, currency)
        self.money.given.connect(lambda _key, number: self.money_given.emit(number))
        put(self._money_box, self.money)

    def _turn(self) -> None:
        self._open(is_open=self.others.isChecked())

    def _open(self, *, is_open: bool) -> None:
        self.others.setChecked(is_open)
        self._below.setVisible(is_open)
        self.others.setText(_("Hide figures counted now and then") if is_open else self._closed())
        self.others.setAccessibleName(self.others.text())
        sign = "chevron-up" if is_open else "chevron-down"
        self.others.setIcon(self._context.icon(sign, "muted"))

    def _closed(self) -> str:
        count = len(self._kpis[1])
        return _("Figures counted now and then: {count}").format(count=count)

    def first_field(self) -> QWidget:
        """Return where the keyboard goes on after the hours."""
        lines = [line for line in self.lines.values() if line.isVisibleTo(self)]
        if lines:
            return lines[0].field
        return self.odd if self.money is None else self.money.field

    def rest(self) -> None:
        """Keep what is being typed."""
        for line in (*self.lines.values(), *filter(None, (self.money,))):
            line.rest()
        self.note.commit()
