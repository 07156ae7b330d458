"""Figures that stand in the logbook already, and tables that bring nothing, in words."""

from collections.abc import Collection, Iterator
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.figures import Figure, FigurePreview
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import may_fall_below_zero

PEOPLE: Final = "accounts"
"""What units begin with that count people: who uses two platforms is one of them."""

MOST_ORIGINS: Final = 3
LONGEST_ORIGIN: Final = 80


def nothing_words(preview: FigurePreview, taken: Collection[Figure]) -> str:
    """Return why nothing of a table would come in, "" where something does."""
    if taken:
        return ""
    if preview.figures and all(each.is_same for each in preview.figures):
        return _("Nothing to take in: all of it is in the logbook already.")
    if preview.figures:
        return _("Nothing to take in unless you say so.")
    if preview.refused:
        return _("Nothing to take in: what has figures was refused.")
    return _("Nothing to take in: no row has a figure in the columns that count.")


def origin_words(catalogue: Catalogue, preview: FigurePreview) -> tuple[str, ...]:
    """Return what those figures were read from that a table would change, by KPI."""
    found: dict[str, dict[str, None]] = {}
    for each in preview.figures:
        if each.differs:
            found.setdefault(each.kpi, {})[each.logged_from] = None
    return tuple(
        line
        for kpi, origins in found.items()
        for line in _of_kpi(catalogue, kpi, tuple(origins), preview.layout.name)
    )


def _of_kpi(catalogue: Catalogue, kpi: str, origins: tuple[str, ...], table: str) -> Iterator[str]:
    """Yield where the logged figures of a KPI come from, and what two tables cannot say of it."""
    known = catalogue.kpis[kpi]
    others = [each for each in origins if each and each != table]
    if origins == ("",):
        yield _("{kpi}: what is logged was typed.").format(kpi=known.name)
    elif not others:
        yield _("{kpi}: what is logged was read from such a table before.").format(kpi=known.name)
    else:
        names = ", ".join(f"“{each[:LONGEST_ORIGIN]}”" for each in others[:MOST_ORIGINS])
        words = _("{kpi}: what is logged was read from {tables}.")
        yield words.format(kpi=known.name, tables=names)
        if known.unit.startswith(PEOPLE):
            yield _(
                "People reached on two platforms cannot be added, as many are the same people: "
                "keep to one platform."
            )
        else:
            yield _("The logbook has one figure a week for it and adds no two platforms up.")


def may_be_below_zero(catalogue: Catalogue) -> frozenset[str]:
    """Return the KPIs that can be less than nothing."""
    return frozenset(kpi.id for kpi in catalogue.kpis.values() if may_fall_below_zero(kpi))
