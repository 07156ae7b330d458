"""What a table of a platform looks like: where its days and numbers stand, and what they count."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class RowKind(StrEnum):
    """What one row of a table is about."""

    DAYS = "days"
    """A day, or a week that begins on that day; a day may have several rows."""

    ITEMS = "items"
    """Something that went out on a day: a post, a video, an email."""

    PERIOD = "period"
    """The whole time the table is about; no column names a day."""


@unique
class DateOrder(StrEnum):
    """In which order day, month and year stand in a date of numbers."""

    DMY = "DMY"
    MDY = "MDY"
    YMD = "YMD"


@unique
class NumberStyle(StrEnum):
    """Which sign stands before the decimals; the values show it."""

    POINT = "1,234.5"
    COMMA = "1.234,5"


@unique
class Reckoning(StrEnum):
    """How the rows of a week become its figure."""

    SUM = "sum"
    MEAN = "mean"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilter:
    """Only rows that hold one of the values in a column count."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How columns make the weekly figure of one KPI; `note` says what it is not.

    A ratio is the sum of `columns`, divided by the sum of `per`; each figure is multiplied by
    `factor`.
    """

    kpi: str
    columns: tuple[str, ...]
    per: tuple[str, ...] = ()
    how: Reckoning = Reckoning.SUM
    factor: float = 1.0
    only: RowFilter | None = None
    note: str = ""

    @property
    def used(self) -> tuple[str, ...]:
        """Return every column that holds numbers."""
        return (*self.columns, *self.per)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """One kind of table: all of `headers` stand in it, in any order and among others.

    `dates` and `numbers` are what is usual there: a hint, unless `is_declared` says that somebody
    knows that such tables are always written so. `counts` says that all
    numbers are whole, so that ``1.234`` can only be a thousand and more. Rows that begin with
    one of `totals` sum up others; `rows_below` explain the headers. `instead` says what to export
    where such a table cannot be told apart into weeks.

    What else tells a table from others of the same headers: `above` is the line above them, ""
    where none may stand there, None where any may; `beside` are the only other headers that may
    stand there, if there are any; none of `without` does. No two rows are alike in all of
    `unique`, as far as the table has these columns.
    """

    platform: str
    export: str
    language: str
    name: str
    headers: tuple[str, ...]
    rows: RowKind
    measures: tuple[Measure, ...] = ()
    date: str = ""
    dates: DateOrder | None = None
    numbers: NumberStyle | None = None
    is_declared: bool = False
    counts: bool = False
    totals: tuple[str, ...] = ()
    rows_below: int = 0
    ends_at_blank: bool = False
    instead: str = ""
    above: str | None = None
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the one name of the layout, such as ``youtube_studio.by_day.en``."""
        return f"{self.platform}.{self.export}.{self.language}"
