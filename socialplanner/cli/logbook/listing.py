"""The command `log list`: the weeks of the logbook, the newest first."""

from argparse import Namespace

from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.columns import table
from socialplanner.cli.profiles.place import opened
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.logbook import enquiries_of, followed_hours
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.presentation import formats

HEADS = ("Week from", "Hours", "Planned", "Figures", "Enquiries", "Money", "Odd", "Note")
WHOLE = HEADS[:-1]
NONE = "–"


def list_weeks(arguments: Namespace) -> None:
    """Print what is logged."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments, arguments.profile)
    record = library.read(path)
    if arguments.json:
        streams.write(json_text(log_record(record)))
        return
    rows = [_row(catalogue, record, week) for week in _weeks(record)]
    if not rows:
        streams.write("Nothing is logged yet.\n")
        return
    streams.write(table(HEADS, rows, most=streams.screen_width(), whole=WHOLE))


def _weeks(record: ProfileRecord) -> list[LoggedWeek]:
    """Return logged weeks, and those that have enquiries alone; the newest first."""
    logged = {week.monday: week for week in record.weeks}
    for enquiry in record.enquiries:
        monday = week_of(enquiry.day)
        logged.setdefault(monday, LoggedWeek(monday=monday, changed_at=enquiry.changed_at))
    return [logged[monday] for monday in sorted(logged, reverse=True)]


def _row(catalogue: Catalogue, record: ProfileRecord, week: LoggedWeek) -> tuple[str, ...]:
    planned = followed_hours(catalogue, record, week.monday)
    return (
        week.monday.isoformat(),
        formats.number(sum(week.hours.values())) if week.hours else NONE,
        NONE if planned is None else formats.number(sum(planned.values())),
        str(len(week.outcomes)),
        str(len(enquiries_of(record, week.monday))),
        NONE if week.money is None else formats.number(week.money),
        "odd" if week.is_odd else "",
        week.note,
    )


def log_record(record: ProfileRecord) -> dict[str, object]:
    """Return what `log list --json` prints; docs/command-line.md lists the paths."""
    return {
        "weeks": [
            {
                "week": week.monday.isoformat(),
                "hours": dict(week.hours),
                "outcomes": dict(week.outcomes),
                "money": week.money,
                "is_odd": week.is_odd,
                "note": week.note,
                "read_from": dict(week.origins),
            }
            for week in record.weeks
        ],
        "enquiries": [
            {
                "id": each.id,
                "date": each.day.isoformat(),
                "words": each.words,
                "source": each.activity_id,
                "way": list(each.way),
                "known": each.trace,
                "note": each.note,
            }
            for each in record.enquiries
        ],
    }
