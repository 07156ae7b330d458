"""A layout for a table that nobody knows, of what a person says about its columns."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from socialplanner.domain.table_layout import Measure, Reckoning, RowKind, TableLayout
from socialplanner.errors import InputError, Problem
from socialplanner.exchange.platforms.grid import normal
from socialplanner.exchange.platforms.recognition import Guess
from socialplanner.messages import counted, suggestion

PLATFORM = "own"
LANGUAGE = "en"
NAME = "Your own table"
LONGEST_ABOVE = 200
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """What a person says: the column of days, "" for none, and what other columns count.

    `kpis` are ids by the header of a column; those in `means` are averages and not sums.
    """

    name: str
    rows: RowKind
    date: str
    kpis: Mapping[str, str]
    means: frozenset[str] = frozenset()


def own_layout(guess: Guess, mapped: Mapped, kpis: Collection[str]) -> TableLayout:
    """Return the layout, or raise InputError with everything that names nothing."""
    headers = {normal(each): each for each in guess.headers}
    problems = [*_unknown_columns(headers, mapped), *_unknown_kpis(mapped, kpis)]
    if problems:
        wrong = counted(len(problems), "thing is", "things are")
        raise InputError(f"This mapping cannot be used: {wrong} wrong.", problems)
    date = headers[normal(mapped.date)] if mapped.date else ""
    measures = tuple(
        Measure(
            kpi=kpi,
            columns=(headers[normal(column)],),
            how=Reckoning.MEAN if column in mapped.means else Reckoning.SUM,
        )
        for column, kpi in mapped.kpis.items()
    )
    used = [column for each in measures for column in each.columns]
    return TableLayout(
        platform=PLATFORM,
        export=_NO_ID.sub("_", mapped.name.lower()).strip("_") or "table",
        language=LANGUAGE,
        name=f"{NAME}, {mapped.name or 'as mapped'}",
        headers=tuple(dict.fromkeys([date, *used] if date else used)),
        rows=mapped.rows,
        date=date,
        measures=measures,
        above="".join(each for each in guess.above if each.isprintable())[:LONGEST_ABOVE].strip(),
    )


def _unknown_columns(headers: Mapping[str, str], mapped: Mapped) -> list[Problem]:
    """Return a problem for each column that the table does not have."""
    columns = [each for each in (mapped.date, *mapped.kpis) if each]
    return [
        Problem("the mapping", each, "", f"There is no such column. {_near(each, headers)}")
        for each in columns
        if normal(each) not in headers
    ]


def _near(column: str, headers: Mapping[str, str]) -> str:
    return suggestion(column, headers.values())


def _unknown_kpis(mapped: Mapped, kpis: Collection[str]) -> list[Problem]:
    """Return a problem for each KPI that is not there, or is given twice."""
    given = list(mapped.kpis.values())
    unknown = [
        Problem("the mapping", column, "", f"There is no KPI “{kpi}”. {suggestion(kpi, kpis)}")
        for column, kpi in mapped.kpis.items()
        if kpi not in kpis
    ]
    twice = [
        Problem("the mapping", each, "", "Two columns count this KPI; name one of them.")
        for each in dict.fromkeys(given)
        if given.count(each) > 1
    ]
    return unknown + twice
