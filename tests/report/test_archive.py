"""Plans are PDF/A-2b, with a file inside PDF/A-3b, by validators that other people wrote.

Both are skipped where they are not installed: the validator of pikepdf needs its extra `pdfa`,
Apache Preflight (PDF/A-1b) is in Debian's libpdfbox2-java with what it needs.
"""

import shutil
import subprocess
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageCms

from socialplanner.report.claims import archive_claim, claiming, colour_profile, sayable
from socialplanner.report.finishing import Finish, finished
from socialplanner.report.fonts import Font, face
from tests.report.plans import plan_in_scripts, short_plan
from tests.report.reading import inside
from tests.report.test_finishing import FILE

JARS: Final = Path("/usr/share/java")
NAMES: Final = (
    "preflight",
    "pdfbox2",
    "xmpbox",
    "fontbox2",
    "commons-logging",
    "javax.activation",
    "jaxb-api",
)
CLASS_PATH: Final = [JARS / f"{name}.jar" for name in NAMES]
HAS_PREFLIGHT: Final = shutil.which("java") is not None and all(jar.exists() for jar in CLASS_PATH)
HAS_PDFA: Final = all(find_spec(name) for name in ("jsonschema", "referencing", "fontTools"))

preflight = pytest.mark.skipif(not HAS_PREFLIGHT, reason="needs Apache Preflight")
pdfa = pytest.mark.skipif(not HAS_PDFA, reason="needs pikepdf's extra pdfa")
tagged = pytest.mark.parametrize("is_tagged", [True, False], ids=["tagged", "untagged"])


def judged(data: bytes, flavour: str) -> str:
    from pikepdf.pdfa import validate_written  # noqa: PLC0415 - an extra

    return validate_written(BytesIO(data), flavour).summary()


def preflighted(data: bytes, folder: Path) -> str:
    """Ask Apache Preflight, which knows PDF/A-1 alone: the claim has to be made for that."""
    plain, first = archive_claim().encode(), archive_claim(1).encode()
    assert data.count(plain) == 1
    file = folder / "plan.pdf"
    file.write_bytes(data.replace(plain, first))
    classes = ":".join(map(str, CLASS_PATH))
    command = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip().replace(str(file), "plan.pdf")


@pdfa
@tagged
def test_a_plan_is_pdf_a_2b_as_it_is_made_and_as_it_is_finished(*, is_tagged: bool) -> None:
    for data in (
        short_plan(is_tagged=is_tagged),
        finished(short_plan(is_tagged=is_tagged), Finish()),
    ):
        assert judged(data, "2b") == "PDF/A-2b: pass"


@pdfa
@tagged
def test_a_plan_that_carries_a_file_is_pdf_a_3b_and_no_longer_2b(*, is_tagged: bool) -> None:
    data = finished(short_plan(is_tagged=is_tagged), Finish(attachment=FILE))
    assert judged(data, "3b") == "PDF/A-3b: pass"
    assert judged(data, "2b").startswith("PDF/A-2b: fail")


@pdfa
def test_a_plan_in_many_scripts_is_pdf_a_2b() -> None:
    assert judged(plan_in_scripts(), "2b") == "PDF/A-2b: pass"


@pytest.mark.parametrize("font", Font)
def test_a_font_in_the_file_has_the_widths_that_the_file_says(font: Font) -> None:
    shape = face(font).loaded.face
    unit = int.from_bytes(shape.get_table("head")[18:20], "big")  # type: ignore[no-untyped-call]
    for code, width in shape.charWidths.items():
        own = shape.hmetrics[shape.charToGlyph[code]][0]
        assert own * 1000 / unit == pytest.approx(width, abs=0.01)


@preflight
@tagged
def test_a_plan_with_a_logo_is_pdf_a_1b_but_for_its_claim(
    *, is_tagged: bool, tmp_path: Path
) -> None:
    found = preflighted(short_plan(is_tagged=is_tagged), tmp_path)
    assert found.endswith("plan.pdf is a valid PDF/A-1b file")


@preflight
def test_the_judges_find_what_is_wrong(tmp_path: Path) -> None:
    data = short_plan(is_tagged=False).replace(b"/OutputIntents", b"/OutputIntentz")
    assert "not a valid PDF/A-1b" in preflighted(data, tmp_path)


@pdfa
def test_the_second_judge_finds_what_is_wrong() -> None:
    data = short_plan(is_tagged=False).replace(b"/OutputIntents", b"/OutputIntentz")
    assert judged(data, "2b") != "PDF/A-2b: pass"


def test_the_colours_of_the_profile_are_those_of_srgb_to_a_step() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(colour_profile()))
    steps = [
        (red, green, blue)
        for red in range(0, 256, 15)
        for green in (0, 85, 255)
        for blue in (0, 9, 200)
    ]
    picture = Image.new("RGB", (len(steps), 1))
    for place, step in enumerate(steps):
        picture.putpixel((place, 0), step)
    shown = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"))
    assert shown is not None
    for place, step in enumerate(steps):
        found = shown.getpixel((place, 0))
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(step, found, strict=True)) <= 1
    assert len(colour_profile()) < 1_000


def test_a_claim_is_changed_or_taken_back_and_nothing_else() -> None:
    written = f"<a/>{archive_claim()}<b/>".encode()
    assert claiming(written, 2) == written
    assert claiming(written, 3) == f"<a/>{archive_claim(3)}<b/>".encode()
    assert claiming(written, None) == b"<a/><b/>"


def test_what_is_no_character_is_not_said_of_the_file() -> None:
    assert sayable("a\ufffeb\uffffc\ufdd0d\U0001ffffe\ufffd") == "abcde\ufffd"


def test_no_page_fades_over() -> None:
    assert all("/Trans" not in page for page in inside(short_plan()).pages)
