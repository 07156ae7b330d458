"""Read what tables of platforms look like: a TOML file for each platform and language."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from socialplanner.domain.table_layout import (
    DateOrder,
    Measure,
    NumberStyle,
    Reckoning,
    RowFilter,
    RowKind,
    TableLayout,
)
from socialplanner.errors import InputError, Problem
from socialplanner.loading.lists import sequence
from socialplanner.loading.reader import (
    Finding,
    Key,
    Reader,
    Refused,
    Values,
    fields,
    refused,
    table,
)
from socialplanner.loading.records import records
from socialplanner.loading.spans import POSITIVE, Span, number, whole_number
from socialplanner.loading.values import identifier, one_of, text, yes_or_no
from socialplanner.messages import counted, quoted, suggestion, visible

LARGEST_FILE = 200_000
ROWS_BELOW = Span(low=0, high=5)

FILTER = table(fields(RowFilter), {"column": Key(text), "values": Key(sequence(text, at_least=1))})


def load_layouts(folder: Path, kpis: Mapping[str, object]) -> tuple[TableLayout, ...]:
    """Return the layouts of a folder, or raise InputError with everything wrong in it."""
    found: list[TableLayout] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found += layouts_of(_content(path), kpis, path.stem)
        except Refused as refusal:
            findings += [finding.under(path.name) for finding in refusal.findings]
    if findings:
        raise _unusable(f"The tables of platforms in {visible(str(folder))}", findings)
    return tuple(found)


def load_layout_file(path: Path, kpis: Mapping[str, object]) -> tuple[TableLayout, ...]:
    """Return the layouts of one file, whatever its name, or raise InputError with all problems."""
    try:
        return layouts_of(_content(path), kpis)
    except Refused as refusal:
        findings = [finding.under(path.name) for finding in refusal.findings]
        raise _unusable(visible(path.name), findings) from refusal


def layouts_of(
    content: object, kpis: Mapping[str, object], stem: str = ""
) -> tuple[TableLayout, ...]:
    """Return the layouts that a file's content describes, or raise `Refused` with all findings."""
    keys = {
        "platform": Key(identifier()),
        "name": Key(text),
        "language": Key(identifier()),
        "export": Key(records(_export(kpis))),
    }
    return table(_with_platform, keys, _named_so(stem))(content)


def _export(kpis: Mapping[str, object]) -> Reader[dict[str, object]]:
    """Return the reader of one kind of table."""
    keys = {
        "id": Key(identifier()),
        "name": Key(text),
        "headers": Key(sequence(text, at_least=1)),
        "rows": Key(one_of(RowKind)),
        "date": Key(text, ""),
        "dates": Key(one_of(DateOrder), None),
        "numbers": Key(one_of(NumberStyle), None),
        "is_declared": Key(yes_or_no, False),  # noqa: FBT003 - the default of a key
        "counts": Key(yes_or_no, False),  # noqa: FBT003 - the same
        "totals": Key(sequence(text), ()),
        "rows_below": Key(whole_number(ROWS_BELOW), 0),
        "ends_at_blank": Key(yes_or_no, False),  # noqa: FBT003 - the same
        "instead": Key(text, ""),
        "above": Key(text, None),
        "beside": Key(sequence(text), ()),
        "without": Key(sequence(text), ()),
        "unique": Key(sequence(text), ()),
        "measure": Key(_measures(kpis), ()),
    }
    return table(dict, keys, _date_column, _use)


def _measures(kpis: Mapping[str, object]) -> Reader[tuple[Measure, ...]]:
    """Return the reader of the figures of a table; each KPI is given once."""
    measure = table(
        fields(Measure),
        {
            "kpi": Key(_known(kpis)),
            "columns": Key(sequence(text, at_least=1)),
            "per": Key(sequence(text), ()),
            "how": Key(one_of(Reckoning), Reckoning.SUM),
            "factor": Key(number(POSITIVE), 1.0),
            "only": Key(FILTER, None),
            "note": Key(text, ""),
        },
        _ratio,
    )
    read_all = sequence(measure, at_least=1)

    def read(value: object) -> tuple[Measure, ...]:
        found = read_all(value)
        names = [each.kpi for each in found]
        twice = next((each for each in names if names.count(each) > 1), None)
        if twice is not None:
            raise refused(f"{quoted(twice)} is given twice.")
        return found

    return read


def _known(kpis: Mapping[str, object]) -> Reader[str]:
    """Return the reader of the id of a KPI."""

    def read(value: object) -> str:
        found = text(value)
        if found not in kpis:
            raise refused(f"There is no KPI {quoted(found)}. {suggestion(found, kpis)}")
        return found

    return read


def _ratio(values: Values) -> Iterator[Finding]:
    """Say where a ratio has nothing to divide by, or something else has."""
    if "how" not in values or "per" not in values:
        return
    if (values["how"] is Reckoning.RATIO) != bool(values["per"]):
        yield Finding("A ratio, and nothing else, needs columns to divide by.", ("per",))


def _date_column(values: Values) -> Iterator[Finding]:
    """Say where the column of days is missing, or where there can be none."""
    kind, column = values.get("rows"), values.get("date")
    if kind is None or column is None or "headers" not in values:
        return
    if values.get("instead"):
        return
    if kind is RowKind.PERIOD and column:
        yield Finding("A table about one period has no column of days.", ("date",))
    if kind is not RowKind.PERIOD and column not in values["headers"]:
        yield Finding("This must name the column of days, and stand among the headers.", ("date",))


def _use(values: Values) -> Iterator[Finding]:
    """Say where a table has neither figures nor a word on what to export instead, or both."""
    if {"measure", "instead"} <= values.keys() and bool(values["measure"]) is bool(
        values["instead"]
    ):
        message = "A table has figures, or says what to export instead: one of the two."
        yield Finding(message, ("measure",))


def _named_so(stem: str) -> Callable[[Values], Iterator[Finding]]:
    """Return a check that a file is named after its platform and language."""

    def check(values: Values) -> Iterator[Finding]:
        wanted = f"{values.get('platform')}.{values.get('language')}"
        if stem and {"platform", "language"} <= values.keys() and stem != wanted:
            yield Finding(f"This file must be called {wanted}.toml.", ("platform",))

    return check


def _with_platform(values: Values) -> tuple[TableLayout, ...]:
    """Return the layouts of a file, each with its platform."""
    return tuple(_layout(values, each) for each in values["export"])


def _layout(values: Values, export: Values) -> TableLayout:
    rest = {key: value for key, value in export.items() if key not in {"id", "measure", "name"}}
    return TableLayout(
        platform=values["platform"],
        language=values["language"],
        export=export["id"],
        name=f"{values['name']}, {export['name']}",
        measures=export["measure"],
        **rest,
    )


def _content(path: Path) -> object:
    """Return the content of a TOML file, or refuse it with the reason."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise refused(f"This file is larger than {LARGEST_FILE:,} bytes.")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise refused(f"This file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise refused(f"This file is not UTF-8 text (byte {error.start + 1}).") from error
    except RecursionError as error:
        raise refused("This file is nested too deeply.") from error
    except ValueError as error:
        raise refused(f"This is not valid TOML: {error}.") from error


def _unusable(what: str, findings: list[Finding]) -> InputError:
    """Return the refusal with every finding as a problem: file, table, key."""
    problems = [_problem(finding) for finding in findings]
    wrong = counted(len(problems), "thing is", "things are")
    return InputError(f"{what} cannot be used: {wrong} wrong.", problems)


def _problem(finding: Finding) -> Problem:
    file, *rest = map(visible, finding.path)
    if len(rest) > 1 and rest[0] == "export":
        rest = rest[1:]
    record = rest[0] if len(rest) > 1 else ""
    return Problem(file, record, ".".join(rest[1:] if record else rest), finding.message)
