"""The workbook of a plan, filled in: its weeks beside those logged, then taken in at once."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.logbook.filled_words import Filled, filled_record, filled_text
from socialplanner.cli.profiles.catalogue import now
from socialplanner.cli.profiles.place import working
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.filed_weeks import (
    OUTCOME,
    Decided,
    FiledWeek,
    beside_logged,
    with_decided,
)
from socialplanner.errors import UserError
from socialplanner.exchange.days import day_of
from socialplanner.exchange.filled_workbook import FilledLog, filled_log
from socialplanner.messages import visible
from socialplanner.store.library import Library

SOME_REFUSED = 3
OF_TABLES = {
    "date_format": "--date-format",
    "numbers": "--numbers",
    "first_day": "--from",
    "partial": "--partial",
    "keep_as": "--keep-as",
}
"""What is said of tables of platforms alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where weeks go: a profile of a library, judged by a catalogue."""

    library: Library
    catalogue: Catalogue
    path: Path


def logged_in_workbook(
    data: bytes, name: str, catalogue: Catalogue, today: date, arguments: Namespace
) -> FilledLog | None:
    """Return the log of a filled-in workbook, None for any other table or one that is mapped."""
    if arguments.mapping or arguments.column:
        return None
    return filled_log(data, name, catalogue, today)


def take_workbook_in(arguments: Namespace, place: Place, log: FilledLog, name: str) -> None:
    """Show what a workbook says that the logbook does not, and take it in unless it is tried."""
    _refuse(arguments, name)
    record = place.library.read(place.path)
    if log.is_of_another(record.id) and not arguments.other_plan:
        raise UserError(
            f"{name} was made for another plan than {visible(record.profile.name)}; nothing was "
            f"changed. Name the right one after --profile, or say --other-plan."
        )
    weeks = beside_logged(log.weeks, record)
    filled = Filled(log=log, weeks=weeks, decided=_decided(arguments, weeks))
    if not arguments.dry_run:
        edit = now(place.library, place.catalogue)
        with working(place.library, place.path) as profile:
            profile.save(with_decided(profile.record, log.weeks, filled.decided, edit))
    if arguments.json:
        streams.write(json_text(filled_record(filled, is_preview=arguments.dry_run)))
    else:
        streams.write(filled_text(place.catalogue, filled, is_preview=arguments.dry_run))
    if log.refused and not arguments.dry_run:
        raise SystemExit(SOME_REFUSED)


def _decided(arguments: Namespace, weeks: Iterable[FiledWeek]) -> Decided:
    """Return what gives way; UserError where a week or KPI is named that the workbook lacks."""
    places: list[tuple[str, str]] = arguments.replace or []
    said = {(week.monday, key) for week in weeks for key in week.said}
    named = {(day, kpi) for text, kpi in places if (day := day_of(text)) is not None}
    for monday, kpi in sorted(named):
        if not any(each == monday and kpi in ("", key) for each, (_kind, key) in said):
            what = f"{monday}={kpi}" if kpi else f"{monday}"
            raise UserError(
                f"The workbook has nothing for {visible(what)}, named after --replace; nothing "
                f"was changed. Look at it with --dry-run first."
            )
    return Decided(
        replaces_all=("", "") in places,
        weeks=frozenset(monday for monday, kpi in named if not kpi),
        entries=frozenset((monday, (OUTCOME, kpi)) for monday, kpi in named if kpi),
    )


def _refuse(arguments: Namespace, name: str) -> None:
    """Raise UserError for what can be said of a platform's table alone."""
    said = [words for key, words in OF_TABLES.items() if getattr(arguments, key)]
    if said:
        raise UserError(
            f"{name} is the workbook of a plan, and {said[0]} is about tables of platforms; "
            f"nothing was changed. Leave it out."
        )
