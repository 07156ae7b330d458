"""The command `log import`: figures of a platform's table, shown first, then taken in at once."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.logbook.figure_record import figure_record
from socialplanner.cli.logbook.filled import Place, logged_in_workbook, take_workbook_in
from socialplanner.cli.logbook.mapping import mapped_table
from socialplanner.cli.logbook.preview_words import open_question, preview_text, result_text
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.place import opened, today, working
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.domain.figures import (
    CellKey,
    Figure,
    FigureChoices,
    FigurePreview,
    with_kept_layout,
)
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.errors import UserError
from socialplanner.exchange.days import day_of
from socialplanner.exchange.platforms.grid import LARGEST_FILE
from socialplanner.exchange.platforms.importing import against, chosen, imported
from socialplanner.exchange.platforms.preview import Said, previewed
from socialplanner.loading.kept_layouts import layout_text
from socialplanner.messages import visible
from socialplanner.presentation.figure_words import may_be_below_zero

SOME_REFUSED = 3
STANDARD_INPUT = "standard input"
LONGEST_NAME = 60


def take_in(arguments: Namespace) -> None:
    """Show what a table says, and take it into the logbook unless it is only looked at."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments, arguments.profile)
    data, name = _file(arguments.file)
    record = library.read(path)
    log = logged_in_workbook(data, name, catalogue, today(library), arguments)
    if log is not None:
        take_workbook_in(arguments, Place(library, catalogue, path), log, name)
        return
    table = mapped_table(data, name, record, catalogue, arguments)
    preview = against(previewed(table, _said(arguments, catalogue, today(library))), record)
    if not preview.is_ready:
        raise UserError(open_question(preview, name))
    choices = _choices(arguments, preview.figures)
    taken = chosen(preview, record, choices)
    if not arguments.dry_run:
        edit = now(library, catalogue)
        with working(library, path) as profile:
            after = imported(profile.record, preview, choices, edit)
            profile.save(_with_layout(after, preview, arguments, edit))
    _report(arguments, catalogue, preview, (taken, choices), table.grid.label)
    if preview.refused and not arguments.dry_run:
        raise SystemExit(SOME_REFUSED)


def _file(name: str) -> tuple[bytes, str]:
    """Return what a file holds, one byte more than may be where it is too large, and its name."""
    if name == streams.STANDARD_STREAM:
        return streams.read(LARGEST_FILE + 1), STANDARD_INPUT
    path = Path(name)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1), visible(path.name)
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(name)} cannot be read: {reason}.") from error


def _said(arguments: Namespace, catalogue: Catalogue, day: date) -> Said:
    period = None
    if arguments.first_day is not None:
        period = (arguments.first_day, arguments.last_day)
    return Said(
        today=day,
        below_zero=may_be_below_zero(catalogue),
        dates=arguments.date_format and DateOrder(arguments.date_format),
        numbers=arguments.numbers and NumberStyle(arguments.numbers),
        period=period,
    )


def _choices(arguments: Namespace, figures: Iterable[Figure]) -> FigureChoices:
    """Return what was decided; UserError where a week or KPI is named that the table lacks."""
    places: list[tuple[str, str]] = arguments.replace or []
    replaced: set[CellKey] = set()
    keys = [each.key for each in figures]
    for monday, kpi in places:
        if not monday:
            continue
        found = [key for key in keys if key[0] == day_of(monday) and kpi in ("", key[1])]
        if not found:
            what = f"{monday}={kpi}" if kpi else monday
            raise UserError(
                f"The table has no figure for {visible(what)}, named after --replace; nothing was "
                f"changed. Look at it with --dry-run first."
            )
        replaced.update(found)
    return FigureChoices(
        replaced=frozenset(replaced),
        replaces_all=("", "") in places,
        takes_partial=arguments.partial,
    )


def _with_layout(
    record: ProfileRecord, preview: FigurePreview, arguments: Namespace, edit: Now
) -> ProfileRecord:
    """Return the record with the mapping kept, where that was asked for."""
    if arguments.keep_as is None:
        return record
    name = " ".join(arguments.keep_as.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError(
            f"A mapping is kept under a name of 1 to {LONGEST_NAME} printable characters; nothing "
            f"was changed. Write another one after --keep-as."
        )
    layout, formats = preview.layout, preview.formats
    if arguments.date_format or arguments.numbers:
        layout = replace(
            layout,
            dates=formats.dates if arguments.date_format else layout.dates,
            numbers=formats.numbers if arguments.numbers else layout.numbers,
            is_declared=True,
        )
    return with_kept_layout(record, name, layout_text(layout), edit)


def _report(
    arguments: Namespace,
    catalogue: Catalogue,
    preview: FigurePreview,
    decided: tuple[tuple[Figure, ...], FigureChoices],
    label: str,
) -> None:
    """Say what the table has, and what became of it."""
    taken, choices = decided
    if arguments.json:
        streams.write(json_text(figure_record(preview, taken, is_preview=arguments.dry_run)))
        return
    streams.write(preview_text(catalogue, preview, choices, label))
    streams.write(result_text(preview, taken, is_preview=arguments.dry_run))
