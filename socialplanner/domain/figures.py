"""Figures of a platform on their way into the logbook: looked at first, then taken in at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, unique

from socialplanner.domain.editing import Now
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.domain.table_layout import DateOrder, NumberStyle, TableLayout

LAYOUT_SETTING = "platform_layout."
"""What the names of settings begin with that keep a layout."""

CellKey = tuple[date, str]
"""The Monday of a week and the id of a KPI."""


@unique
class Settled(StrEnum):
    """How it is known in which format dates or numbers are written."""

    FILE = "file"
    """Something in the file can be read in one way only."""

    CALLER = "caller"
    ALIKE = "alike"
    """Every way to read it gives the same."""

    OPEN = "open"
    """The file can be read in several ways, and nobody said which is meant."""


@unique
class Gap(StrEnum):
    """Why a figure may be less than the whole week."""

    DAYS = "days"
    """Some days of the week are not in the table."""

    ROWS = "rows"
    """A row of the week was refused."""

    EDGE = "edge"
    """The table begins or ends within the week, as far as one can see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """How dates and numbers are read, and how that is known.

    An example is a text of the file that can be meant in several ways, while that is open.
    """

    dates: DateOrder | None = None
    dates_settled: Settled = Settled.ALIKE
    dates_example: str = ""
    numbers: NumberStyle | None = None
    numbers_settled: Settled = Settled.ALIKE
    numbers_example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that was left out: its line in the file, the column at fault, and why."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a table says of one KPI in one week; `logged` is what the logbook has there.

    `logged_from` is the table that was read from, "" where it was typed.
    """

    monday: date
    kpi: str
    value: float
    gaps: tuple[Gap, ...] = ()
    logged: float | None = None
    logged_from: str = ""

    @property
    def key(self) -> CellKey:
        """Return which place in the logbook it belongs to."""
        return (self.monday, self.kpi)

    @property
    def is_partial(self) -> bool:
        """Return whether it may be less than the whole week."""
        return bool(self.gaps)

    @property
    def is_new(self) -> bool:
        """Return whether the logbook has nothing there."""
        return self.logged is None

    @property
    def is_same(self) -> bool:
        """Return whether the logbook has the same figure there."""
        return self.logged == self.value

    @property
    def differs(self) -> bool:
        """Return whether the logbook has another figure there."""
        return self.logged is not None and self.logged != self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePreview:
    """What would come of a table. There are no figures while a question is open.

    `absent` are KPIs whose columns this table lacks; `accepted` and `skipped` count rows.
    """

    layout: TableLayout
    formats: Formats
    period: tuple[date, date] | None = None
    needs_period: bool = False
    figures: tuple[Figure, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    accepted: int = 0
    skipped: int = 0
    absent: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Return whether nothing has to be said before the figures can be taken in."""
        settled = (self.formats.dates_settled, self.formats.numbers_settled)
        return Settled.OPEN not in settled and not self.needs_period


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChoices:
    """What a person decided: new whole figures come in unless `left_out`, all else only if said.

    `replaced` names figures of the logbook that give way; `replaces_all` means every one.
    """

    replaced: frozenset[CellKey] = frozenset()
    replaces_all: bool = False
    takes_partial: bool = False
    left_out: frozenset[CellKey] = frozenset()

    def takes(self, figure: Figure) -> bool:
        """Return whether a figure goes into the logbook."""
        if figure.key in self.left_out or (figure.is_partial and not self.takes_partial):
            return False
        may_replace = self.replaces_all or figure.key in self.replaced
        return figure.is_new or (figure.differs and may_replace)


def compared(figures: Iterable[Figure], record: ProfileRecord) -> tuple[Figure, ...]:
    """Return figures, each with what the logbook has in its place now."""
    weeks = {week.monday: week for week in record.weeks}
    return tuple(_beside(each, weeks.get(each.monday)) for each in figures)


def _beside(figure: Figure, week: LoggedWeek | None) -> Figure:
    """Return a figure with what a week has in its place, and from where."""
    if week is None:
        return replace(figure, logged=None, logged_from="")
    logged, origin = week.outcomes.get(figure.kpi), week.origins.get(figure.kpi, "")
    return replace(figure, logged=logged, logged_from=origin)


def with_figures(
    record: ProfileRecord, figures: Iterable[Figure], edit: Now, origin: str = ""
) -> ProfileRecord:
    """Return the record with all figures in its logbook; weeks it does not have are added.

    The origin says what they were read from.
    """
    weeks = {week.monday: week for week in record.weeks}
    for figure in figures:
        week = weeks.get(figure.monday, LoggedWeek(monday=figure.monday, changed_at=edit.moment))
        if week.outcomes.get(figure.kpi) == figure.value:
            continue
        weeks[figure.monday] = replace(
            week,
            outcomes={**week.outcomes, figure.kpi: figure.value},
            origins={**week.origins, figure.kpi: origin} if origin else week.origins,
            changed_at=edit.moment,
        )
    ordered = tuple(weeks[monday] for monday in sorted(weeks))
    if ordered == record.weeks:
        return record
    return replace(record, weeks=ordered, changed_at=edit.moment)


def with_kept_layout(record: ProfileRecord, name: str, text: str, edit: Now) -> ProfileRecord:
    """Return the record with a layout kept under a name, for the next table of its kind."""
    settings = {**record.settings, f"{LAYOUT_SETTING}{name}": text}
    return replace(record, settings=settings, changed_at=edit.moment)


def kept_layout_texts(record: ProfileRecord) -> dict[str, str]:
    """Return the layouts that are kept, as texts by name."""
    return {
        key.removeprefix(LAYOUT_SETTING): text
        for key, text in sorted(record.settings.items())
        if key.startswith(LAYOUT_SETTING)
    }
