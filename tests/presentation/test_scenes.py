"""Charts: nothing outside, nothing hidden under something else, the rows tell the same."""

import json
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.paths import resources_dir
from socialplanner.presentation import scenes
from socialplanner.presentation.contrast import contrast, rgb
from socialplanner.presentation.scenes import (
    Arc,
    Box,
    Colour,
    Dot,
    Label,
    Line,
    Measure,
    Polygon,
    Scene,
    Shape,
    Stage,
    estimated_width,
)
from socialplanner.presentation.scenes.labels import extent, spread
from socialplanner.report.text import MEASURE
from tests.presentation.charts import CHARTS

WORDS = {
    "empty": "",
    "short": "Now",
    "usual": "LinkedIn posts from the page and the owner",
    "long": "A very long name of an activity that nobody would ever finish reading " * 4,
    "one_word": "Donaudampfschifffahrtsgesellschaft" * 12,
    "markup": "<img src='/etc/passwd'/> & <b>bold",
    "wide": "WWWWWWWWWW " * 9,
    "east": "東京の小さなパン屋 " * 9,
    "lines": "one\ntwo\t three\u2028four",
    "megabyte": "x" * 1_000_000,
}
MEASURES = {"estimated": estimated_width, "printed": MEASURE}
SLACK = 1.0


def corners(shape: Shape, measure: Measure) -> list[tuple[float, float]]:
    match shape:
        case Line() | Polygon():
            return list(shape.points)
        case Box():
            return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        case Dot() | Arc():
            reach = shape.radius
            return [(shape.x - reach, shape.y - reach), (shape.x + reach, shape.y + reach)]
        case Label():
            left, top, right, bottom = extent(shape, measure)
            return [(left, top), (right, bottom)]


def assert_inside(scene: Scene, measure: Measure) -> None:
    for shape in scene.shapes:
        room = 6.0 if isinstance(shape, Dot | Polygon) else SLACK
        for x, y in corners(shape, measure):
            assert -room <= x <= scene.width + room, shape
            assert -room <= y <= scene.height + room, shape


@pytest.mark.parametrize("chart", list(CHARTS))
@pytest.mark.parametrize("words", list(WORDS))
@pytest.mark.parametrize("measure", list(MEASURES))
@pytest.mark.parametrize("width", [499, 331, 160])
def test_every_shape_lies_inside_its_scene(
    chart: str, words: str, measure: str, width: float
) -> None:
    stage = Stage(width=width, measure=MEASURES[measure])
    scene = CHARTS[chart](WORDS[words], stage)
    assert_inside(scene, MEASURES[measure])


@pytest.mark.parametrize("chart", list(CHARTS))
@given(words=st.text(max_size=80))
def test_any_words_fit(chart: str, words: str) -> None:
    assert_inside(CHARTS[chart](words, scenes.STAGE), estimated_width)


def overlap(one: Label, other: Label) -> bool:
    a, b = extent(one, MEASURE), extent(other, MEASURE)
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > 0.5 and down > 1.5


@pytest.mark.parametrize("chart", [name for name in CHARTS if name != "split"])
@pytest.mark.parametrize("words", ["short", "usual", "long", "wide"])
def test_labels_do_not_cover_one_another(chart: str, words: str) -> None:
    scene = CHARTS[chart](WORDS[words], Stage(measure=MEASURE))
    labels = [shape for shape in scene.shapes if isinstance(shape, Label) and shape.text]
    assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]


@pytest.mark.parametrize("chart", list(CHARTS))
def test_the_rows_keep_the_whole_words_and_are_a_table(chart: str) -> None:
    rows = CHARTS[chart](WORDS["long"], scenes.STAGE).rows
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert any(WORDS["long"] in cell for row in rows for cell in row)


def test_the_same_score_lies_at_the_same_place_for_every_firm() -> None:
    spokes = [scenes.Spoke(label=name) for name in "abcde"]

    def tips(values: tuple[float, ...]) -> list[tuple[float, float]]:
        profile = scenes.Profile(name="now", values=values, colour=Colour.MEDIA)
        scene = scenes.radar(spokes, [profile], title="")
        return [(dot.x, dot.y) for dot in scene.shapes if isinstance(dot, Dot)]

    assert tips((40, 10, 10, 10, 10))[0] == tips((40, 90, 90, 90, 90))[0]


def test_an_unknown_score_draws_no_bar_and_no_point() -> None:
    spokes = [scenes.Spoke(label=name) for name in "abc"]
    profile = scenes.Profile(name="now", values=(40, None, 10), colour=Colour.MEDIA)
    shapes = scenes.radar(spokes, [profile], title="").shapes
    assert sum(isinstance(shape, Dot) for shape in shapes) == 2
    unknown = scenes.LevelBar(colour=Colour.MEDIA, value=None, note="not enough answers yet")
    group = scenes.LevelGroup(label="a", bars=[unknown])
    drawn = scenes.level_bars([group], title="").shapes
    filled = [one for one in drawn if isinstance(one, Box) and one.fill is Colour.MEDIA]
    assert len(filled) == 1, "the key alone"


def test_no_colour_calls_a_score_bad() -> None:
    assert not {colour.value for colour in Colour} & {"red", "bad", "warning", "danger"}


@given(
    pairs=st.lists(
        st.tuples(st.floats(min_value=0, max_value=400), st.floats(min_value=1, max_value=60)),
        max_size=6,
    )
)
def test_things_spread_out_do_not_touch_and_stay_inside(pairs: list[tuple[float, float]]) -> None:
    wanted, sizes = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    places = spread(wanted, sizes, low=0, high=400)
    ends = sorted(
        (place - size / 2, place + size / 2) for place, size in zip(places, sizes, strict=True)
    )
    assert all(low >= -0.01 and high <= 400.01 for low, high in ends)
    for (_, first), (second, _) in pairwise(ends):
        assert second >= first - 0.01


@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
def test_what_is_filled_palely_has_an_outline_that_is_seen(look: str) -> None:
    colours = json.loads((resources_dir() / "styles" / f"{look}.json").read_text("utf-8"))["chart"]
    for chart in ("weeks_kept", "forecasts"):
        scene = CHARTS[chart]("words", Stage())
        filled = [each for each in scene.shapes if isinstance(each, Box | Polygon)]
        pale = [
            each
            for each in filled
            if each.fill is Colour.TRACK and (isinstance(each, Polygon) or each.height)
        ]
        assert pale
        for each in pale:
            assert isinstance(each, Polygon)
            assert each.stroke is not None
            assert contrast(rgb(colours[each.stroke]), rgb(colours["paper"])) >= 3


def test_every_assessment_of_a_trend_is_labelled_where_there_is_room() -> None:
    days = ["1 January 2026", "1 February 2026", "2 June 2026", "1 January 2027"]
    reading = scenes.Reading(value=50, error=5, text="50")
    panels = [scenes.TrendPanel(label="x", colour=Colour.MEDIA, readings=[reading] * 4)]
    times = scenes.TrendTimes(places=(0, 0.085, 0.5, 1), days=days)
    scene = scenes.trend_panels(panels, times, title="Trend", stage=Stage())
    shown = [shape for shape in scene.shapes if isinstance(shape, Label)]
    below = {label.text: label.y for label in shown if label.text in days}
    assert set(below) == set(days)
    assert below[days[1]] > below[days[0]] == below[days[3]]
