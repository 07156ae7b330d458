"""What came of a table as one JSON object, for other programs."""

from collections.abc import Collection

from socialplanner.domain.figures import Figure, FigurePreview

Plain = dict[str, object]


def figure_record(preview: FigurePreview, taken: Collection[Figure], *, is_preview: bool) -> Plain:
    """Return what `log import --json` prints; docs/command-line.md lists the paths."""
    formats, layout = preview.formats, preview.layout
    keys = {each.key for each in taken}
    return {
        "is_preview": is_preview,
        "layout": layout.id,
        "name": layout.name,
        "language": layout.language,
        "period": preview.period and [each.isoformat() for each in preview.period],
        "dates": {"format": formats.dates, "settled": formats.dates_settled},
        "numbers": {"format": formats.numbers, "settled": formats.numbers_settled},
        "accepted": preview.accepted,
        "skipped": preview.skipped,
        "absent": list(preview.absent),
        "figures": [_figure(each, is_taken=each.key in keys) for each in preview.figures],
        "refused": [
            {"line": each.line, "column": each.column, "reason": each.reason}
            for each in preview.refused
        ],
    }


def _figure(figure: Figure, *, is_taken: bool) -> Plain:
    return {
        "week": figure.monday.isoformat(),
        "kpi": figure.kpi,
        "value": figure.value,
        "logged": figure.logged,
        "logged_from": figure.logged_from or None,
        "gaps": list(figure.gaps),
        "is_taken": is_taken,
    }
