"""Which kinds of table are known to a profile, for the window and for the command line alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner import paths
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.figures import kept_layout_texts
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import TableLayout
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.opening import opened_table
from socialplanner.exchange.platforms.recognition import Guess
from socialplanner.loading.kept_layouts import kept_layout
from socialplanner.loading.layouts import load_layouts


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayouts:
    """The layouts that are shipped, and those that the person made, by name."""

    built_in: tuple[TableLayout, ...]
    kept: Mapping[str, TableLayout]

    @property
    def by_name(self) -> dict[str, TableLayout]:
        """Return all layouts, the shipped ones by their ids."""
        return {each.id: each for each in self.built_in} | dict(self.kept)

    def opened(self, data: bytes, name: str) -> Found | Guess:
        """Return a table as it is known by its headers, or what it seems to be."""
        return opened_table(data, name, (*self.kept.values(), *self.built_in))


def known_layouts(record: ProfileRecord, catalogue: Catalogue) -> KnownLayouts:
    """Return the layouts that a profile knows; kept ones of KPIs that are gone are passed over."""
    kept = {
        name: kept_layout(text, catalogue.kpis) for name, text in kept_layout_texts(record).items()
    }
    return KnownLayouts(
        built_in=load_layouts(paths.platforms_dir(), catalogue.kpis),
        kept={name: layout for name, layout in kept.items() if layout is not None},
    )
