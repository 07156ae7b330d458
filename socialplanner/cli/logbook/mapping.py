"""Which layout a table is read by: built in, kept with the profile, in a file, or as typed."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from socialplanner.app.platform_tables import known_layouts
from socialplanner.cli.profiles.hints import typed_name
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import RowKind, TableLayout
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.opening import with_layout
from socialplanner.exchange.platforms.own_layout import Mapped, own_layout
from socialplanner.exchange.platforms.recognition import Guess, guessed
from socialplanner.loading.layouts import load_layout_file
from socialplanner.messages import listed, quoted, suggestion, visible

MEAN = ":mean"
TOML = ".toml"


def mapped_table(
    data: bytes, name: str, record: ProfileRecord, catalogue: Catalogue, arguments: Namespace
) -> Found:
    """Return the table by the layout that was asked for, or the one that its headers show."""
    known = known_layouts(record, catalogue)
    table = known.opened(data, name)
    if arguments.column:
        layout = _typed(table, catalogue, arguments)
        return _fitting(table, (layout,), name)
    if arguments.mapping:
        return _fitting(table, _named(arguments.mapping, known.by_name, catalogue), name)
    if isinstance(table, Guess):
        raise UserError(_unknown(table, name, record))
    return table


def _typed(table: Found | Guess, catalogue: Catalogue, arguments: Namespace) -> TableLayout:
    """Return the layout of what was typed column by column."""
    columns: list[tuple[str, str]] = arguments.column
    date = arguments.date_column or ""
    mapped = Mapped(
        name=" ".join((arguments.keep_as or "").split()),
        rows=RowKind(arguments.rows or ("days" if date else "period")),
        date=date,
        kpis={header: kpi.removesuffix(MEAN) for header, kpi in columns},
        means=frozenset(header for header, kpi in columns if kpi.endswith(MEAN)),
    )
    if bool(date) is (mapped.rows is RowKind.PERIOD):
        raise UserError(
            "Rows about days or items need --date-column, rows about one period have none; "
            "nothing was changed."
        )
    guess = table if isinstance(table, Guess) else guessed([table.grid], ())
    if guess is None:
        raise UserError("No row of this table looks like headers; nothing was changed.")
    return own_layout(guess, mapped, catalogue.kpis)


def _named(
    named: str, known: Mapping[str, TableLayout], catalogue: Catalogue
) -> tuple[TableLayout, ...]:
    """Return the layouts that a name stands for; a file may hold several."""
    if named in known:
        return (known[named],)
    if named.lower().endswith(TOML):
        return load_layout_file(Path(named), catalogue.kpis)
    raise UserError(
        f"There is no mapping {quoted(named)}; nothing was changed. {suggestion(named, known)}"
    )


def _fitting(table: Found | Guess, layouts: tuple[TableLayout, ...], name: str) -> Found:
    """Return the table by the first layout that fits it."""
    for layout in layouts:
        found = with_layout(table, layout)
        if found is not None:
            return found
    wanted = " or ".join(map(_needed, layouts))
    raise UserError(
        f"{name} does not have the columns of this mapping; nothing was changed. It needs: "
        f"{wanted}."
    )


def _needed(layout: TableLayout) -> str:
    """Return what has to stand in a table."""
    columns = listed(layout.headers)
    if layout.without:
        columns += f", without {listed(layout.without)}"
    if layout.beside:
        columns += f", and beside them only {listed(layout.beside)}"
    if layout.above is None:
        return columns
    line = quoted(layout.above) if layout.above else "nothing"
    return f"{columns}, and in the line above them {line}"


def _above(guess: Guess) -> str:
    return f" Above them stands {quoted(guess.above)}." if guess.above else ""


def _unknown(guess: Guess, name: str, record: ProfileRecord) -> str:
    """Return what an unknown table has, and what to type to have it read."""
    if not guess.numbers:
        return (
            f"{name} is no table that is known here, and no column of it holds numbers; nothing "
            f"was changed. Its columns: {listed(guess.headers)}."
        )
    kpis = dict(guess.kpis)
    column = next(iter(kpis), guess.numbers[0])
    date = next(iter(guess.dates), "HEADER")
    profile = typed_name(record.profile.name, record.id)
    command = " ".join(
        (
            f'socialplanner log import FILE --profile "{visible(profile)}"',
            f'--date-column "{visible(date)}"',
            f'--column "{visible(column)}={kpis.get(column, "KPI")}" --keep-as "My table"',
        )
    )
    days, numbers = listed(guess.dates), listed(guess.numbers)
    return (
        f"{name} is no table that is known here; nothing was changed. Its columns: "
        f"{listed(guess.headers)}.{_above(guess)}\n"
        f"Columns of days: {days}. Columns of numbers: {numbers}.\n"
        f"Say what they count, for example:\n  {command}"
    )
