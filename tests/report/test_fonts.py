"""ReportLab is prepared as decided, and only where it may be known."""

import ast
import logging
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from reportlab import rl_config

from socialplanner import report
from socialplanner.paths import fonts_dir
from socialplanner.report import fonts
from socialplanner.report.fonts import Font, face

ROOM = Path(report.__file__).parent
ALLOWED = {"fonts.py", "metadata.py", "pen.py", "quick_canvas.py"}


def test_the_settings_are_the_ones_decided() -> None:
    fonts.prepare()
    fonts.prepare()
    settings = vars(rl_config)
    assert settings["useA85"] == settings["shapeChecking"] == 0
    assert settings["trustedHosts"] is settings["toColorCanUse"] is None
    assert rl_config.canvas_basefontname == "Inter-Regular"


def test_the_accelerator_is_in_use() -> None:
    assert find_spec("_rl_accel") is not None
    from reportlab.lib.rl_accel import fp_str  # noqa: PLC0415 - only after preparing

    assert fp_str.__module__ == "_rl_accel"


def test_a_missing_accelerator_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    monkeypatch.setattr(fonts, "_patch_streams", lambda: None)
    with caplog.at_level(logging.WARNING):
        fonts.prepare.__wrapped__()
    assert "reportlab[accel]" in caplog.text


def test_few_modules_import_reportlab_and_none_its_parser() -> None:
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert path.name in ALLOWED
            if isinstance(node, ast.Import):
                assert not any(alias.name.startswith("reportlab") for alias in node.names)


def test_making_a_plan_loads_neither_the_parser_nor_the_flowables() -> None:
    program = (
        "import sys; import socialplanner.report; assert 'reportlab' not in sys.modules;"
        "from socialplanner.report import document;"
        "assert not [m for m in sys.modules if m.startswith(('reportlab.platypus',"
        " 'reportlab.graphics')) or m.endswith('fontfinder')]"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("font", list(Font), ids=[font.value for font in Font])
def test_every_font_is_shipped_with_its_licence(font: Font) -> None:
    family = font.value.partition("-")[0].replace("InterTab", "Inter")
    licence = (fonts_dir() / f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    most = 500_000 if font is Font.EMOJI else 130_000
    assert (fonts_dir() / f"{font.value}.ttf").stat().st_size < most


def test_digits_of_the_tabular_fonts_are_equally_wide() -> None:
    for font in (Font.TAB, Font.TAB_SEMI):
        assert len({round(face(font).width(digit, 10), 3) for digit in "0123456789"}) == 1


def test_no_font_uses_a_reserved_name() -> None:
    for path in fonts_dir().glob("PlanSerif*.ttf"):
        assert b"SourceSerif" not in path.read_bytes()
