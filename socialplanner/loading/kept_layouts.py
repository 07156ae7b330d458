"""Layouts that a person made: kept as text among the settings of a profile."""

import json
from collections.abc import Mapping
from dataclasses import replace

from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.domain.table_layout import Measure, TableLayout
from socialplanner.errors import UserError
from socialplanner.loading.layouts import layouts_of
from socialplanner.loading.reader import Refused

PLATFORM = "own"
LANGUAGE = "en"


def layout_text(layout: TableLayout) -> str:
    """Return a layout as text that `kept_layout` reads, or raise UserError where it is too long."""
    content = {
        "platform": layout.platform,
        "name": layout.name.rpartition(", ")[0] or layout.name,
        "language": layout.language,
        "export": [_export(layout)],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    if len(text) > LONGEST_NOTE:
        raise UserError(
            f"This mapping takes {len(text):,} characters; at most {LONGEST_NOTE:,} are kept. "
            f"Name fewer columns, or keep it as a file."
        )
    return text


def kept_layout(text: str, kpis: Mapping[str, object]) -> TableLayout | None:
    """Return the layout of a text; None where it fits no table that this version knows.

    A layout of one's own is about tables with the line above the headers that stood there when it
    was made; where none did, none is kept.
    """
    try:
        layout = layouts_of(json.loads(text), kpis)[0]
    except (Refused, ValueError, RecursionError):
        return None
    if layout.platform == PLATFORM and layout.above is None:
        return replace(layout, above="")
    return layout


def _export(layout: TableLayout) -> dict[str, object]:
    """Return a layout as a table of a file; what is left at its default is left out."""
    values: dict[str, object] = {
        "date": layout.date,
        "dates": layout.dates and str(layout.dates),
        "numbers": layout.numbers and str(layout.numbers),
        "is_declared": layout.is_declared,
        "counts": layout.counts,
        "totals": list(layout.totals),
        "rows_below": layout.rows_below,
        "ends_at_blank": layout.ends_at_blank,
        "instead": layout.instead,
        "above": layout.above,
        "beside": list(layout.beside),
        "without": list(layout.without),
        "unique": list(layout.unique),
        "measure": [_measure(each) for each in layout.measures],
    }
    return {
        "id": layout.export,
        "name": layout.name.rpartition(", ")[2],
        "headers": list(layout.headers),
        "rows": str(layout.rows),
        **{key: value for key, value in values.items() if value},
    }


def _measure(measure: Measure) -> dict[str, object]:
    values: dict[str, object] = {
        "per": list(measure.per),
        "note": measure.note,
        "only": measure.only
        and {"column": measure.only.column, "values": list(measure.only.values)},
    }
    return {
        "kpi": measure.kpi,
        "columns": list(measure.columns),
        "how": str(measure.how),
        "factor": measure.factor,
        **{key: value for key, value in values.items() if value},
    }
