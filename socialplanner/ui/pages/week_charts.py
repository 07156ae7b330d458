"""The charts of the workbench: how the hours divide, how much it matters, what more would do."""

from typing import TYPE_CHECKING

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import hours_bars, mix_bars, split_curve
from socialplanner.presentation.scenes.curves import activity_curves
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.chart_view import SceneMaker

if TYPE_CHECKING:
    from socialplanner.presentation.what_if import Bench


class WeekCharts:
    """Three charts, of the plan now beside the supposed one."""

    def __init__(self, context: Context, bench: "Bench") -> None:
        """Show the figures there are."""
        self.mix = ChartCard(context, _("How the hours divide"), mix_maker(bench))
        self.split = ChartCard(context, _("How much the exact split matters"), split_maker(bench))
        self.curves = ChartCard(context, _("What more hours would be worth"), curves_maker(bench))
        self.curves.set_lead(
            _(
                "Each curve is what we assume an activity’s hours are worth beside the others. "
                "The flatter the dashed line, the less the next half-hour adds there."
            )
        )
        self.cards = (self.mix, self.split, self.curves)

    def show_bench(self, bench: "Bench") -> None:
        """Show other figures."""
        self.mix.set_maker(mix_maker(bench))
        self.split.set_maker(split_maker(bench))
        self.curves.set_maker(curves_maker(bench))


def mix_maker(bench: "Bench") -> SceneMaker:
    """Return what draws how the hours divide."""
    title = _("How the hours divide, with the target")
    return lambda stage: mix_bars(bench.mix, bench.band, title=title, stage=stage)


def split_maker(bench: "Bench") -> SceneMaker:
    """Return what draws the value at each split."""
    title = _("Modelled value at each share of networking")
    return lambda stage: split_curve(bench.split, title=title, stage=stage)


def curves_maker(bench: "Bench") -> SceneMaker:
    """Return what draws the curve of each activity."""
    title = _("What the hours of each activity are assumed to be worth")
    return lambda stage: activity_curves(bench.curves, title=title, stage=stage)


def hours_maker(bench: "Bench") -> SceneMaker:
    """Return what draws the hours now and planned."""
    title = _("Hours now and planned")
    return lambda stage: hours_bars(bench.hours, title=title, stage=stage)
