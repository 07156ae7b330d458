"""The workbench in words: the week as planned now, and beside it the week that is supposed."""

from dataclasses import dataclass

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.hours_of_plan import changes
from socialplanner.domain.ids import Mode
from socialplanner.domain.what_if import WhatIf
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import (
    Colour,
    HoursRow,
    MixRow,
    Split,
    SplitMark,
    TargetBand,
)
from socialplanner.presentation.scenes.curves import ActivityCurve
from socialplanner.presentation.summary.week import first_step, hours_row
from socialplanner.presentation.what_if_curves import curves_of
from socialplanner.presentation.what_if_figures import Figure, figures


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchRow:
    """One activity: its hours now and, where something is supposed, then.

    `supposed` and `change` are "" where nothing is supposed; `change` also where it stays as it is.
    """

    id: str
    name: str
    short: str
    mode: Mode
    hours: str
    supposed: str
    change: str
    first_step: str
    is_pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchPart:
    """The activities of one mode, with its hours in all."""

    name: str
    mode: Mode
    hours: str
    supposed: str
    rows: tuple[BenchRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Everything the workbench shows that needs no repeats."""

    parts: tuple[BenchPart, ...]
    figures: tuple[Figure, ...]
    verdict: str
    mix: tuple[MixRow, ...]
    band: TargetBand
    split: Split
    hours: tuple[HoursRow, ...]
    curves: tuple[ActivityCurve, ...]
    published: str


def bench(catalogue: Catalogue, now: WhatIf, supposed: WhatIf | None = None) -> Bench:
    """Return the week as planned now, beside the supposed one where there is one."""
    return Bench(
        parts=tuple(part for mode in Mode for part in _part(catalogue, mode, now, supposed)),
        figures=figures(now, supposed),
        verdict="" if supposed is None else _verdict(catalogue, now, supposed),
        mix=_mix(now, supposed),
        band=_band(now),
        split=_split(now, supposed),
        hours=tuple(hours_row(catalogue, each) for each in _shown(now, supposed).comparison.rows),
        curves=curves_of(catalogue, now, supposed),
        published=_published(catalogue, _shown(now, supposed)),
    )


def _shown(now: WhatIf, supposed: WhatIf | None) -> WhatIf:
    return now if supposed is None else supposed


def _part(
    catalogue: Catalogue, mode: Mode, now: WhatIf, supposed: WhatIf | None
) -> list[BenchPart]:
    """Return the part of a mode, or nothing where neither week has hours in it."""
    ids = _ids(mode, now, supposed)
    if not ids:
        return []
    then = "" if supposed is None else formats.half_hours(supposed.week.hours_of(mode))
    return [
        BenchPart(
            name=names.mode_name(catalogue, mode),
            mode=mode,
            hours=formats.half_hours(now.week.hours_of(mode)),
            supposed=then,
            rows=tuple(_row(catalogue, each, now, supposed) for each in ids),
        )
    ]


def _ids(mode: Mode, now: WhatIf, supposed: WhatIf | None) -> list[str]:
    """Return the activities of a mode in either week: those of now first."""
    weeks = [now.week] if supposed is None else [now.week, supposed.week]
    found = [a.id for week in weeks for a in week.activities if a.mode is mode]
    return list(dict.fromkeys(found))


def _row(catalogue: Catalogue, key: str, now: WhatIf, supposed: WhatIf | None) -> BenchRow:
    before = now.week.hours.get(key, 0.0)
    after = before if supposed is None else supposed.week.hours.get(key, 0.0)
    return BenchRow(
        id=key,
        name=names.activity_name(catalogue, key),
        short=names.activity_short(catalogue, key),
        mode=catalogue.activity(key).mode,
        hours=formats.half_hours(before),
        supposed="" if supposed is None else formats.half_hours(after),
        change=formats.signed_hours(after - before) if after != before else "",
        first_step=first_step(catalogue, key),
        is_pinned=key in now.said.choices.pinned,
    )


def _verdict(catalogue: Catalogue, now: WhatIf, supposed: WhatIf) -> str:
    moved = changes(now.week.hours, supposed.week.hours)
    if not moved:
        return _("The activities and their hours would stay as they are.")
    return _("The week would change: {changes}.").format(
        changes=wording.changes_text(catalogue, moved)
    )


def _mix(now: WhatIf, supposed: WhatIf | None) -> tuple[MixRow, ...]:
    rows = [(_("The plan now"), now)]
    if supposed is not None:
        rows.append((_("What if"), supposed))
    return tuple(
        MixRow(
            label=label,
            share=100 * each.week.network_share,
            note=formats.percent(each.week.network_share),
        )
        for label, each in rows
    )


def _band(now: WhatIf) -> TargetBand:
    target = now.said.target
    return TargetBand(
        low=100 * target.low,
        high=100 * target.high,
        centre=100 * target.network_share,
        text=_("target {range}").format(range=formats.percent_range(target.low, target.high)),
    )


def _split(now: WhatIf, supposed: WhatIf | None) -> Split:
    """Return the curve of the week that is looked at, with both plans marked on it."""
    shown = _shown(now, supposed)
    marks = [_mark(now, _("the plan now"), Colour.MUTED if supposed else Colour.NETWORK)]
    if supposed is not None:
        marks.append(_mark(supposed, _("what if"), Colour.NETWORK))
    return Split(
        points=[(100 * p.network_share, 100 * p.relative_value) for p in shown.curve],
        band=_band(shown),
        marks=marks,
    )


def _mark(each: WhatIf, text: str, colour: Colour) -> SplitMark:
    return SplitMark(share=100 * each.week.network_share, text=text, colour=colour)


def _published(catalogue: Catalogue, shown: WhatIf) -> str:
    named = catalogue.platforms
    platforms = [named.get(key, key) for key in shown.platforms]
    if not platforms:
        return ""
    return _("Publish on {platforms} only.").format(platforms=formats.listed(platforms))
