"""Charts as pictures: sharp, small, the same each time, also from several threads at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

from PIL import Image

from socialplanner.presentation.scenes.shapes import Anchor, Box, Colour, Label, Scene
from socialplanner.report.office_file import hex_of
from socialplanner.report.picture import scene_png, scene_size
from socialplanner.report.styles import theme

SCENE = Scene(
    width=120,
    height=60,
    shapes=(
        Box(x=10, y=10, width=50, height=20, fill=Colour.NETWORK),
        Box(x=70, y=10, width=20, height=20, fill=Colour.PALE),
        Label(x=10, y=50, text="Words, سلام"),
    ),
    title="A chart",
    rows=(("", "share"), ("now", "50%")),
)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=("PNG",))


def pixel(png: bytes, x: float, y: float, dpi: int) -> str:
    scale = dpi / 72
    found = opened(png).convert("RGB").getpixel((round(x * scale), round((2 + y) * scale)))
    assert isinstance(found, tuple)
    return "".join(f"{part:02X}" for part in found)


def test_a_picture_is_as_large_as_the_dots_to_an_inch_ask() -> None:
    for dpi in (72, 200):
        made = opened(scene_png(SCENE, theme(), dpi))
        assert made.mode == "P"
        wide, high = scene_size(SCENE)
        assert made.size == (-(-wide * dpi // 72), -(-high * dpi // 72))


def test_a_picture_has_the_colours_of_the_brand_on_its_ground() -> None:
    brand = theme("#0B3D2E", "#B5179E")
    for ground in (Colour.PAPER, Colour.PALE):
        made = scene_png(SCENE, brand, 200, ground)
        assert pixel(made, 30, 20, 200) == hex_of(brand[Colour.NETWORK])
        assert pixel(made, 80, 20, 200) == hex_of(brand[Colour.PALE])
        assert pixel(made, 100, 20, 200) == hex_of(brand[ground])


def test_the_same_chart_gives_the_same_bytes_whoever_else_draws_at_the_time() -> None:
    alone = scene_png(SCENE, theme())
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: scene_png(SCENE, theme()), range(16)))
    assert set(made) == {alone}


def test_a_picture_of_a_chart_is_a_small_file() -> None:
    assert len(scene_png(SCENE, theme())) < 6_000


def test_words_that_reach_over_the_edge_of_a_chart_are_in_its_picture() -> None:
    label = Label(x=120, y=50, text="Over the edge", anchor=Anchor.MIDDLE)
    wider = replace(SCENE, shapes=(*SCENE.shapes, label))
    assert scene_size(SCENE)[0] == 120
    assert scene_size(wider)[0] > 140
    made = opened(scene_png(wider, theme(), 72)).convert("L")
    assert min(made.crop((121, 0, *made.size)).tobytes()) < 128
