"""Scripts that no font of ours has are taken from the fonts of the computer, or are boxes."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import copy

import pypdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from socialplanner.paths import fonts_dir
from socialplanner.report import installed, styles
from socialplanner.report.characters import missing
from socialplanner.report.fonts import drawn_face
from socialplanner.report.installed import font_files, installed_face
from socialplanner.report.outlines import OutlinePen
from socialplanner.report.scripts import face_for
from socialplanner.report.text import plain
from tests.report.sheets import copied, sheet

GEORGIAN = "საქართველო"


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let a folder of its own be all that the computer has, with the fonts of a file each."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    forget()
    monkeypatch.setattr(installed, "folders", lambda: iter((folder,)))
    yield folder
    forget()


def forget() -> None:
    for kept in (font_files, installed._face_of, face_for):  # noqa: SLF001 - what is remembered
        kept.cache_clear()


def put(folder: Path, name: str, *, codes: range = range(0x10A0, 0x1100)) -> None:
    """Put a font there that shows other characters than it was made for."""
    data = bytearray((fonts_dir() / "Vazirmatn-Regular.ttf").read_bytes())
    table = TTFontFile(BytesIO(bytes(data)), charInfo=0).table["cmap"]
    place = table["offset"]
    subtables = b"\0\0\0\1\0\3\0\1\0\0\0\x0c"
    last, first, shift = codes[-1], codes[0], (40 - codes[0]) % 0x10000
    numbers = (4, 32, 0, 4, 4, 1, 0, last, 0xFFFF, 0, first, 0xFFFF, shift, 1, 0, 0)
    record = subtables + b"".join(number.to_bytes(2, "big") for number in numbers)
    data[place : place + len(record)] = record
    (folder / name).write_bytes(data)


def test_without_a_font_every_character_is_a_box(fonts: Path) -> None:
    assert not list(fonts.iterdir())
    assert missing(f"a {GEORGIAN}") == frozenset(GEORGIAN)
    assert copied(sheet(plain(GEORGIAN, styles.BODY))) == [GEORGIAN]


def test_a_known_font_of_the_computer_is_drawn_and_copies_as_typed(fonts: Path) -> None:
    put(fonts, "NOTOSANSGEORGIAN-regular.TTF")
    assert not missing(GEORGIAN)
    data = sheet(plain(f"Café {GEORGIAN} 3", styles.BODY))
    assert copied(data) == [f"Café {GEORGIAN} 3"]
    (page,) = pypdf.PdfReader(BytesIO(data)).pages
    names = [str(found.get_object()["/BaseFont"]) for found in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert any(name.endswith("NotoSansGeorgianRegular-0") for name in names)


def test_a_heading_takes_the_strong_font_where_there_is_one(fonts: Path) -> None:
    put(fonts, "segoeui.ttf")
    assert installed_face(0x10D0, strong=True, japanese=False) is not None
    forget()
    put(fonts, "segoeuib.ttf")
    strong = installed_face(0x10D0, strong=True, japanese=False)
    plain_face = installed_face(0x10D0, strong=False, japanese=False)
    assert strong is not None
    assert plain_face is not None
    assert (strong.name, plain_face.name) == ("segoeuib-0", "segoeui-0")


def test_chinese_letters_beside_japanese_ones_are_written_as_in_japan(fonts: Path) -> None:
    put(fonts, "msyh.ttc", codes=range(0x3040, 0x9FFF))
    put(fonts, "meiryo.ttc", codes=range(0x3040, 0x9FFF))
    alone, beside = (
        installed_face(ord("東"), strong=False, japanese=japanese) for japanese in (False, True)
    )
    assert alone is not None
    assert beside is not None
    assert (alone.name, beside.name) == ("msyh-0", "meiryo-0")


def test_an_unknown_font_and_one_without_the_character_are_passed_over(fonts: Path) -> None:
    put(fonts, "Fancy.ttf")
    copy(fonts_dir() / "Inter-Regular.ttf", fonts / "segoeui.ttf")
    assert missing(GEORGIAN) == frozenset(GEORGIAN)


@pytest.mark.parametrize(
    ("permissions", "is_taken"), [(0, True), (8, True), (2, False), (0x100, False)]
)
def test_a_font_whose_maker_does_not_let_it_be_embedded_is_passed_over(
    fonts: Path,
    permissions: int,
    is_taken: bool,  # noqa: FBT001 - the expected answer
) -> None:
    put(fonts, "segoeui.ttf")
    data = bytearray((fonts / "segoeui.ttf").read_bytes())
    place = TTFontFile(BytesIO(bytes(data)), charInfo=0).table["OS/2"]["offset"]
    data[place + 8 : place + 10] = permissions.to_bytes(2, "big")
    (fonts / "segoeui.ttf").write_bytes(data)
    assert (drawn_face("Asked-0", fonts / "segoeui.ttf", 0) is not None) is is_taken


def test_a_file_that_is_no_font_does_no_harm(fonts: Path) -> None:
    (fonts / "segoeui.ttf").write_bytes(b"no font at all")
    assert missing(GEORGIAN) == frozenset(GEORGIAN)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_folders_of_fonts(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert all(folder.is_absolute() or platform == "win32" for folder in installed.folders())
    assert len(list(installed.folders())) >= 2


def test_a_curve_of_the_third_degree_is_followed_closely() -> None:
    pen = OutlinePen(1)
    pen.moveTo((0, 0))
    pen.curveTo((0, 552), (448, 1000), (1000, 1000))
    pen.lineTo((0, 0))
    pen.closePath()
    (contour,) = pen.contours
    on = [point for point in contour if point.on]
    assert len(contour) == 2 * len(on) - 1
    for point in on[1:-1]:
        assert ((point.x - 1000) ** 2 + point.y**2) ** 0.5 == pytest.approx(1000, abs=1)
    for before, pull, after in zip(contour[::2], contour[1::2], contour[2::2], strict=False):
        x = (before.x + 2 * pull.x + after.x) / 4
        y = (before.y + 2 * pull.y + after.y) / 4
        assert ((x - 1000) ** 2 + y**2) ** 0.5 == pytest.approx(1000, abs=1)
