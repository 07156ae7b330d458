"""Figures on their way into the logbook, in words for the window."""

from collections.abc import Iterable

from socialplanner.domain.figures import Figure, FigureChoices, Gap
from socialplanner.domain.table_layout import DateOrder
from socialplanner.presentation.i18n import _, plural


def came_in(figures: int, weeks: int) -> str:
    """Return how much came into the logbook."""
    what = plural("{count} figure", "{count} figures", figures)
    where = plural("{count} week", "{count} weeks", weeks)
    return _("{figures} in {weeks} came in. Undo takes them out again.").format(
        figures=what, weeks=where
    )


def order_words(order: DateOrder, example: str) -> str:
    """Return an order of day, month and year, with a text of the file as an example."""
    words = {
        DateOrder.DMY: _("day, month, year"),
        DateOrder.MDY: _("month, day, year"),
        DateOrder.YMD: _("year, month, day"),
    }
    return f"{example}: {words[order]}" if example else words[order]


def fate(figure: Figure, choices: FigureChoices) -> str:
    """Return what becomes of a figure, and why."""
    if figure.is_same:
        return _("the same already")
    why = ", ".join(_gaps(figure.gaps))
    if choices.takes(figure):
        words = _("new") if figure.is_new else _("replaces what is logged")
    else:
        words = _("left out") if figure.is_partial else _("differs; what is logged stays")
    return f"{words} ({why})" if why else words


def _gaps(gaps: Iterable[Gap]) -> list[str]:
    words = {
        Gap.DAYS: _("days are missing"),
        Gap.ROWS: _("a row was refused"),
        Gap.EDGE: _("at the edge of the table"),
    }
    return [words[each] for each in gaps]
