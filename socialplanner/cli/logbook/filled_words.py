"""What a filled-in workbook says, in words for the terminal and as JSON for other programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.cli import streams
from socialplanner.cli.logbook.preview_words import number_text, refused_lines
from socialplanner.cli.profiles.columns import prose, table
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.filed_weeks import (
    HOURS,
    MONEY,
    NOTE,
    ODD,
    OUTCOME,
    Decided,
    Entry,
    FiledWeek,
    Said,
    said_of,
)
from socialplanner.exchange.filled_workbook import FilledLog
from socialplanner.messages import counted, listed
from socialplanner.presentation.log_words import source_name

HEADS = ("Week from", "What", "File", "Logbook", "What happens")
WHOLE = ("Week from", "What happens")
NAMES = {MONEY: "Money spent", ODD: "Odd week", NOTE: "Note"}
LONGEST_TEXT = 60

Plain = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A filled-in log, its weeks beside those logged, and what was decided about them."""

    log: FilledLog
    weeks: tuple[FiledWeek, ...]
    decided: Decided

    @property
    def entries(self) -> Iterator[tuple[FiledWeek, Entry]]:
        """Yield everything that the logbook does not say in the same way."""
        for week in self.weeks:
            different = {*week.new, *week.differing}
            yield from ((week, key) for key in week.said if key in different)

    def takes(self, week: FiledWeek, entry: Entry) -> bool:
        """Return whether something goes into the logbook."""
        return entry in self.decided.taken(week)


def filled_text(catalogue: Catalogue, filled: Filled, *, is_preview: bool) -> str:
    """Return everything that there is to say."""
    rows = [_row(catalogue, filled, week, key) for week, key in filled.entries]
    shown = table(HEADS, rows, most=streams.screen_width(), whole=WHOLE) if rows else ""
    head = prose("The KPI log of a workbook. What it leaves empty stays as it is logged.")
    below = "".join(prose(line) for line in _below(filled, is_preview=is_preview))
    return f"{head}{shown}{below}"


def _row(catalogue: Catalogue, filled: Filled, week: FiledWeek, key: Entry) -> tuple[str, ...]:
    here = said_of(week.logged)
    return (
        week.monday.isoformat(),
        _name(catalogue, key),
        _said(key, week.said[key]),
        _said(key, here.get(key)),
        _fate(filled, week, key),
    )


def _name(catalogue: Catalogue, entry: Entry) -> str:
    kind, key = entry
    if kind == HOURS:
        return f"Hours: {source_name(catalogue, key)}"
    return catalogue.kpis[key].name if kind == OUTCOME else NAMES[kind]


def _said(entry: Entry, value: Said | None) -> str:
    if entry[0] == ODD:
        return "no" if value is None else "yes"
    if value is None:
        return "–"
    return value[:LONGEST_TEXT] if isinstance(value, str) else number_text(value)


def _fate(filled: Filled, week: FiledWeek, entry: Entry) -> str:
    if entry in week.new:
        return "new"
    return "replaced" if filled.takes(week, entry) else "differs, stays"


def _below(filled: Filled, *, is_preview: bool) -> Iterator[str]:
    """Yield what was passed over or refused, and what was changed."""
    log, entries = filled.log, list(filled.entries)
    if log.passed_over:
        yield f"Columns that nothing here is called by were passed over: {listed(log.passed_over)}."
    yield from refused_lines(log.refused)
    taken = [week.monday for week, key in entries if filled.takes(week, key)]
    if not taken:
        yield _nothing(filled, entries)
        return
    weeks = counted(len(set(taken)), "week", "weeks")
    what = f"{counted(len(taken), 'entry', 'entries')} in {weeks}"
    yield (
        f"{what} would come into the logbook. This was a preview; nothing was changed."
        if is_preview
        else f"{what} came into the logbook."
    )
    if len(taken) < len(entries):
        yield "What differs stayed as it was; --replace all lets it give way."


def _nothing(filled: Filled, entries: list[tuple[FiledWeek, Entry]]) -> str:
    if entries:
        return (
            "Nothing to take in unless you say so: what differs stays as it is logged; "
            "--replace all lets it give way."
        )
    if filled.weeks:
        return "Nothing to take in: all of it is in the logbook already."
    return "Nothing to take in: no week of the log has an entry that can be taken."


def filled_record(filled: Filled, *, is_preview: bool) -> Plain:
    """Return what `log import --json` prints of a workbook; docs/command-line.md has the paths."""
    return {
        "is_preview": is_preview,
        "layout": "workbook",
        "entries": [
            {
                "week": week.monday.isoformat(),
                "kind": key[0],
                "id": key[1] or None,
                "value": week.said[key],
                "logged": said_of(week.logged).get(key),
                "is_taken": filled.takes(week, key),
            }
            for week, key in filled.entries
        ],
        "passed_over": list(filled.log.passed_over),
        "refused": [
            {"line": each.line, "column": each.column, "reason": each.reason}
            for each in filled.log.refused
        ],
    }
