"""A logo is what its content is, never more than its pixels, and never decoded when it is huge."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin, _imaging

from socialplanner.errors import InputError
from socialplanner.exchange.logo import LARGEST_LOGO, LONGEST_SIDE, read_logo
from tests.exchange.pictures import chunk, grey_pixels, opened, picture, png, written

GOOD: list[tuple[str, str]] = [
    ("RGB", "PNG"),
    ("RGBA", "PNG"),
    ("L", "PNG"),
    ("LA", "PNG"),
    ("P", "PNG"),
    ("1", "PNG"),
    ("RGB", "JPEG"),
    ("L", "JPEG"),
    ("CMYK", "JPEG"),
]


def complaint(data: bytes, name: str = "logo.png") -> str:
    with pytest.raises(InputError) as caught:
        read_logo(data, name)
    assert str(caught.value) == f"{name} cannot be used as a logo."
    [problem] = caught.value.problems
    return problem.message


@pytest.mark.parametrize(("mode", "kind"), GOOD)
def test_a_picture_of_any_colours_becomes_a_png_that_stays_as_it_is(mode: str, kind: str) -> None:
    kept = read_logo(picture(mode, (30, 20), kind), "logo")
    assert kept.startswith(b"\x89PNG")
    assert opened(kept).size == (30, 20)
    assert read_logo(kept, "logo") == kept


@settings(max_examples=40)
@given(
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    mode=st.sampled_from(["RGB", "RGBA", "L", "LA", "P", "1"]),
    pixels=st.binary(min_size=16, max_size=16),
)
def test_reading_twice_is_reading_once(size: tuple[int, int], mode: str, pixels: bytes) -> None:
    few = Image.frombytes("RGBA", (2, 2), pixels).resize(size)
    once = read_logo(written(few.convert(mode)), "logo")
    assert read_logo(once, "logo") == once


def test_the_name_of_a_file_does_not_matter() -> None:
    assert read_logo(picture("RGB", (3, 3), "JPEG"), "photo.svg").startswith(b"\x89PNG")


def test_transparency_is_kept_where_there_is_some_and_only_there() -> None:
    clear = opened(read_logo(picture("RGBA", (9, 9)), "logo"))
    assert clear.mode == "RGBA"
    assert clear.getpixel((8, 8)) == (200, 10, 30, 80)
    solid = written(Image.new("RGBA", (3, 3), (1, 2, 3, 255)))
    assert opened(read_logo(solid, "logo")).mode == "RGB"
    palette = Image.new("P", (3, 3))
    assert opened(read_logo(written(palette, transparency=0), "logo")).mode == "RGBA"


def test_shades_of_sixteen_bits_stay_shades() -> None:
    deep = Image.new("I;16", (2, 1))
    deep.putpixel((0, 0), 0x8000)
    kept = opened(read_logo(written(deep), "logo"))
    assert kept.getpixel((0, 0)) == (128, 128, 128)
    assert kept.getpixel((1, 0)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((2_400, 1_200), (1_200, 600)),
        ((1_000, 3_000), (400, 1_200)),
        ((1_201, 1), (1_200, 1)),
        ((1_200, 1_200), (1_200, 1_200)),
        ((4_000, 4_000), (1_200, 1_200)),
    ],
)
def test_a_large_picture_is_made_smaller_in_its_proportions(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    kept = read_logo(written(Image.new("L", size)), "logo")
    assert opened(kept).size == expected
    assert max(expected) <= LONGEST_SIDE
    assert read_logo(kept, "logo") == kept


@pytest.mark.parametrize("held", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(held: int) -> None:
    from PIL import ImageOps  # noqa: PLC0415 - used as the judge of this test only

    exif = Image.Exif()
    exif[0x0112] = held
    taken = picture("RGB", (12, 8), "PNG", exif=exif)
    expected = ImageOps.exif_transpose(opened(taken))
    assert opened(read_logo(taken, "photo")).tobytes() == expected.tobytes()


def test_a_nonsensical_way_of_holding_a_camera_is_ignored() -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    assert opened(read_logo(picture("RGB", (4, 2), "JPEG", exif=exif), "photo")).size == (4, 2)


def test_nothing_but_pixels_is_kept() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "canary one")
    words.add_itxt("More", "canary two", zip=True)
    exif = Image.Exif()
    exif[0x010E] = "canary three"
    profile = b"canary four" * 20
    data = picture("RGBA", (5, 5), "PNG", pnginfo=words, exif=exif, icc_profile=profile, dpi=(9, 9))
    kept = read_logo(data + b"canary five <script>", "logo")
    image = opened(kept)
    assert b"canary" not in kept
    assert image.info == {}
    assert {kept[at : at + 4] for at in (12,)} == {b"IHDR"}
    assert read_logo(picture("RGBA", (5, 5)), "logo") == kept


WRONG: list[tuple[bytes, str]] = [
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG picture; a logo must be a PNG"),
    (b"<?xml version='1.0'?><svg><image href='file:///etc/passwd'/></svg>", "an SVG picture"),
    (picture("P", (3, 3), "GIF"), "a GIF picture"),
    (picture("RGB", (3, 3), "WEBP"), "a WebP picture"),
    (picture("RGB", (3, 3), "BMP"), "a BMP picture"),
    (picture("RGB", (3, 3), "TIFF"), "a TIFF picture"),
    (picture("RGB", (16, 16), "ICO"), "an icon"),
    (b"%PDF-1.7", "a PDF"),
    (b"", "an empty file"),
    (b"hello", "no picture that can be read"),
    (b"\x89PNG\r\n\x1a\n", "damaged"),
    (b"\xff\xd8\xff", "damaged"),
    (b"\xff\xd8\xff" + b"\xff\xda" * 33, "more than 32 passes"),
    (b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_LOGO), "larger than 10,000,000 bytes"),
    (png(0, 0), "damaged"),
    (png(3, 3), "damaged"),
    (png(4_001, 4_000), "more than 16,000,000 pixels"),
    (png(10_000, 9_000), "more than 16,000,000 pixels"),
    (png(2**31 - 1, 2**31 - 1), "more than 16,000,000 pixels"),
    (png(3, 3, chunk(b"IDAT", b"nonsense")), "damaged"),
    (png(30, 30, chunk(b"IDAT", zlib.compress(bytes(9)))), "damaged"),
    (png(3, 3, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(5_000_000)))), "damaged"),
    (picture("RGB", (3, 3))[:-30], "damaged"),
    (picture("RGB", (300, 300), "JPEG")[:-900], "damaged"),
]


@pytest.mark.parametrize("case", range(len(WRONG)))
def test_what_is_no_logo_is_refused_by_its_content_with_advice(case: int) -> None:
    data, reason = WRONG[case]
    assert reason in complaint(data)


def test_many_hidden_texts_are_refused_before_they_fill_the_memory() -> None:
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(1_000_000)))
    assert complaint(png(3, 3, *[text] * 100, grey_pixels(3, 3))) != ""


def test_a_small_file_of_very_many_pixels_is_refused_without_decoding_it() -> None:
    bomb = png(12_000, 12_000, grey_pixels(12_000, 12_000))
    assert len(bomb) < 20_000
    before = pictures_made()
    assert "more than 16,000,000 pixels" in complaint(bomb)
    assert pictures_made() == before
    read_logo(picture("RGB", (3, 3)), "logo")
    assert pictures_made() > before


def pictures_made() -> int:
    """Return how many pictures Pillow has made room for since it began."""
    return int(_imaging.get_stats()["new_count"])


SAMPLES = (
    picture("RGBA", (9, 7)),
    picture("P", (9, 7)),
    picture("RGB", (9, 7), "JPEG"),
    picture("RGB", (9, 7), "JPEG", progressive=True),
)


@settings(max_examples=300)
@given(
    data=st.sampled_from(SAMPLES),
    start=st.integers(0, 900),
    length=st.integers(0, 20),
    bytes_instead=st.binary(max_size=20),
)
def test_a_picture_with_something_overwritten_is_read_or_refused(
    data: bytes, start: int, length: int, bytes_instead: bytes
) -> None:
    changed = data[:start] + bytes_instead + data[start + length :]
    try:
        kept = read_logo(changed, "logo")
    except InputError:
        return
    assert read_logo(kept, "logo") == kept


@given(data=st.binary(), start=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    assert complaint(start + data) != ""
