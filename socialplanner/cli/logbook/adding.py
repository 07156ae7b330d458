"""The commands `log add` and `log enquiry`: all that was typed at once, or nothing."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import replace

from socialplanner.cli import streams
from socialplanner.cli.logbook.week_words import contents, long_ago, plain_words
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.place import opened, working
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.logbook import (
    NOT_ASKED,
    logged_week,
    with_enquiry,
    with_week,
    without_enquiry,
    without_week,
)
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import quoted, suggestion, visible
from socialplanner.presentation import formats
from socialplanner.presentation.log_words import (
    enquiry_problems,
    too_many_hours,
    week_name,
    week_problems,
)
from socialplanner.store.naming import new_id

NOTHING = "Nothing was changed."


def log_week(arguments: Namespace) -> None:
    """Log a week, or take one out."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments, arguments.profile)
    edit = now(library, catalogue)
    monday = week_of(arguments.week or edit.day)
    with working(library, path) as profile:
        record = profile.record
        before = logged_week(record, monday)
        if arguments.remove:
            if before is None:
                raise UserError(f"The week of {monday} is not logged. {NOTHING}")
            profile.save(without_week(record, monday, edit))
            held = contents(before) or "nothing"
            streams.write(f"{week_name(monday)} was taken out of the logbook. It held: {held}.\n")
            return
        begun = before or LoggedWeek(monday=monday, changed_at=edit.moment)
        week = _said(catalogue, begun, arguments)
        problems = week_problems(catalogue, _given(week, arguments), edit.day)
        if arguments.hours and not problems:
            problems = too_many_hours(week.hours)
        _refuse(problems)
        profile.save(with_week(record, week, edit))
    _tell(week, [] if before else [long_ago(monday, record.weeks, edit.day)])


def _tell(week: LoggedWeek, hints: Iterable[str]) -> None:
    streams.complain(*filter(None, hints))
    hours = formats.number(sum(week.hours.values()))
    what = f"{hours} h" if week.hours else "no hours yet"
    streams.write(f"{visible(week_name(week.monday))}: {what}. It is in the logbook.\n")


def _said(catalogue: Catalogue, week: LoggedWeek, arguments: Namespace) -> LoggedWeek:
    """Return a week with what was typed; the rest stays as it is logged."""
    activities = {activity.id: activity.name for activity in catalogue.activities}
    hours = _by_id(arguments.hours, activities, catalogue, "activity")
    outcomes = _by_id(arguments.outcome, catalogue.kpis, catalogue, "KPI")
    return replace(
        week,
        hours={**week.hours, **hours},
        outcomes={**week.outcomes, **outcomes},
        money=week.money if arguments.money is None else arguments.money,
        is_odd=week.is_odd if arguments.odd is None else arguments.odd,
        note=week.note if arguments.note is None else arguments.note,
    )


def _given(week: LoggedWeek, arguments: Namespace) -> LoggedWeek:
    """Return a week cut down to what was typed: what is logged already is not judged again."""
    hours, outcomes = dict(arguments.hours), dict(arguments.outcome)
    return replace(
        week,
        hours=hours,
        outcomes=outcomes,
        money=arguments.money,
        note=arguments.note or "",
    )


def _by_id(
    typed: list[tuple[str, float]], known: Mapping[str, object], catalogue: Catalogue, what: str
) -> dict[str, float]:
    """Return figures by the ids that things have now; UserError for what there is not."""
    found: dict[str, float] = {}
    for key, amount in typed:
        named = catalogue.renamed.get(key, key)
        if named not in known:
            raise UserError(
                f"There is no {what} {quoted(visible(key))}. {NOTHING} {suggestion(key, known)}"
            )
        if named in found:
            raise UserError(f"{quoted(visible(key))} was given twice. {NOTHING}")
        found[named] = amount
    return found


def note_enquiry(arguments: Namespace) -> None:
    """Note an enquiry, change one, or take one out."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments, arguments.profile)
    edit = now(library, catalogue)
    with working(library, path) as profile:
        record = profile.record
        if arguments.remove:
            gone = _enquiry(record, arguments.remove)
            profile.save(without_enquiry(record, gone.id, edit))
            streams.write(f"The enquiry of {gone.day} was taken out.\n")
            return
        before = _enquiry(record, arguments.change) if arguments.change else None
        enquiry = Enquiry(
            id=new_id() if before is None else before.id,
            day=arguments.date or (edit.day if before is None else before.day),
            changed_at=edit.moment,
            words=arguments.words,
            activity_id=catalogue.renamed.get(arguments.source, arguments.source),
            trace=NOT_ASKED if arguments.known == "no" else arguments.known,
            note=arguments.note,
            way=tuple(catalogue.renamed.get(key, key) for key in arguments.way),
        )
        _refuse(enquiry_problems(catalogue, enquiry, edit.day))
        profile.save(with_enquiry(record, enquiry, edit))
    streams.write(f"The enquiry of {enquiry.day} is in the logbook. Its id: {enquiry.id}\n")


def _enquiry(record: ProfileRecord, enquiry_id: str) -> Enquiry:
    for enquiry in record.enquiries:
        if enquiry.id == enquiry_id:
            return enquiry
    raise UserError(
        f"There is no enquiry {quoted(visible(enquiry_id))}. {NOTHING} "
        f"The ids stand in the list that log list --json prints."
    )


def _refuse(problems: tuple[str, ...]) -> None:
    if problems:
        raise UserError(f"{plain_words(' '.join(problems))} {NOTHING}")
