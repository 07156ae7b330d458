"""Charts and tables of the slides, in the presentation's own kind: they can be edited there."""

from collections.abc import Sequence
from typing import Final

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from socialplanner.presentation import formats
from socialplanner.presentation.scenes import (
    Colour,
    HoursRow,
    HoursWords,
    MixRow,
    hours_bars,
    mix_bars,
)
from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.summary.mixture import Mix
from socialplanner.report.slides.places import Box
from socialplanner.report.slides.slate import Slate, describe

MIX_TITLE: Final = "The mix now, its target, and the plan"
HOURS_TITLE: Final = "Hours now and planned"
MODES: Final = ("Social networking", "Social media")
_WHOLE: Final = 100
_LETTERS: Final = 12
_PERCENT: Final = '0"%"'
_PALE: Final = {
    MSO_THEME_COLOR.ACCENT_1: MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_2: MSO_THEME_COLOR.ACCENT_4,
}


def mix_chart(slate: Slate, mix: Mix, box: Box) -> None:
    """Show each mix as a bar of a hundred parts, in whole fives as the words have it."""
    band = MixRow(label=formats.sentence_case(mix.band.text), share=mix.band.centre, note="")
    rows = (*mix.rows, band)
    data = CategoryChartData(number_format=_PERCENT)  # type: ignore[no-untyped-call]
    data.categories = [": ".join(filter(None, (row.label, row.note))) for row in rows]
    shares = [None if row.share is None else as_said(row.share) for row in rows]
    data.add_series(MODES[0], shares)  # type: ignore[no-untyped-call]
    data.add_series(MODES[1], [None if one is None else _WHOLE - one for one in shares])  # type: ignore[no-untyped-call]
    frame = _add(slate, XL_CHART_TYPE.BAR_STACKED, data, box)
    chart: Chart = frame.chart
    colours = (MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_1)
    for series, colour in zip(chart.plots[0].series, colours, strict=True):
        _paint(series, colour)
        last = series.points[len(rows) - 1].format.fill
        last.solid()
        last.fore_color.theme_color = _PALE[colour]
    chart.plots[0].gap_width, chart.plots[0].overlap = 110, 100
    _dress(chart, highest=_WHOLE)
    describe(frame, MIX_TITLE, described(mix_bars(mix.rows, mix.band, title=MIX_TITLE)))


def as_said(share: float) -> int:
    """Return a share in percent in whole fives, as words have it; in ones where those say "under".

    Nothing at all and all of it stay what they are.
    """
    whole = formats.fives(share)
    return whole if 0 < whole < _WHOLE or share in (0, _WHOLE) else round(share)


def hours_chart(slate: Slate, rows: Sequence[HoursRow], box: Box) -> None:
    """Show the hours of each kind of work now, where they are known, and as planned."""
    said = HoursWords()
    data = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]
    data.categories = [row.label for row in rows]
    series = [(said.plan, [row.plan for row in rows], False)]
    if any(row.now is not None for row in rows):
        series.insert(0, (said.now, [row.now for row in rows], True))
    for name, hours, _ in series:
        values = [None if one is None else formats.to_half_hours(one.value) for one in hours]
        data.add_series(formats.sentence_case(name), values)  # type: ignore[no-untyped-call]
    frame = _add(slate, XL_CHART_TYPE.BAR_CLUSTERED, data, box)
    chart: Chart = frame.chart
    for made, (_, _, is_pale) in zip(chart.plots[0].series, series, strict=True):
        _paint_rows(made, rows, is_pale=is_pale)
    chart.plots[0].gap_width, chart.plots[0].overlap = 55, 0
    _label(chart)
    _dress(chart)
    describe(frame, HOURS_TITLE, described(hours_bars(rows, title=HOURS_TITLE)))


def _add(slate: Slate, kind: XL_CHART_TYPE, data: CategoryChartData, box: Box) -> GraphicFrame:
    sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
    made: GraphicFrame = slate.shapes.add_chart(kind, *sides, data)
    return made


def _paint(series: BarSeries, colour: MSO_THEME_COLOR) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = colour


def _paint_rows(series: BarSeries, rows: Sequence[HoursRow], *, is_pale: bool) -> None:
    """Give each bar the colour of its mode; the legend shows that of media."""
    media, network = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
    _paint(series, _PALE[media] if is_pale else media)
    for place, row in enumerate(rows):
        if row.colour is Colour.NETWORK:
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.theme_color = _PALE[network] if is_pale else network


def _label(chart: Chart) -> None:
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.font.size = Pt(_LETTERS - 2)


def _dress(chart: Chart, highest: float | None = None) -> None:
    """Leave of a chart's frame what is needed to read it; what is first stands on top."""
    chart.font.size = Pt(_LETTERS)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_3
    values.has_major_gridlines = highest is not None
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.minimum_scale = 0
    if highest is None:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    else:
        values.maximum_scale, values.major_unit = highest, 25
        values.tick_labels.number_format = _PERCENT
        values.tick_labels.number_format_is_linked = False
        values.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_3
