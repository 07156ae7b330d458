"""About: every part of the program is named, and its licence is there to be read."""

import re
from importlib.metadata import requires

import pytest
from pytestqt.qtbot import QtBot

from socialplanner import __version__
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.models.licences import Component, components, shipped, text_of
from socialplanner.ui.pages.about import AboutPage
from socialplanner.ui.widgets.labels import Label

EXPECTED = {
    "SocialPlanner": "Permission is hereby granted",
    "Qt, Qt for Python": "GNU LESSER GENERAL PUBLIC LICENSE",
    "ReportLab": "ReportLab",
    "PDFium, pypdfium2": "Apache License",
    "NumPy": "NumPy Developers",
    "Pillow": "Pillow",
    "cryptography": "Apache License",
    "Python": "PYTHON SOFTWARE FOUNDATION LICENSE",
    "Inter": "SIL OPEN FONT LICENSE",
    "Source Serif": "SIL OPEN FONT LICENSE",
    "Vazirmatn": "SIL OPEN FONT LICENSE",
    "Noto Sans Hebrew": "SIL OPEN FONT LICENSE",
    "Noto Emoji": "SIL OPEN FONT LICENSE",
    "uharfbuzz, HarfBuzz": "Old MIT",
    "Lucide": "Lucide",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_real_text_of_a_licence_is_read(name: str) -> None:
    component = next(each for each in components() if each.name == name)
    assert shipped(component)
    assert EXPECTED[name].lower() in text_of(component).lower()


def test_qt_comes_with_both_licences_that_it_builds_on_and_how_to_replace_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    qt = next(each for each in components() if each.name.startswith("Qt"))
    assert "GNU GENERAL PUBLIC LICENSE" in text_of(qt)
    window.go("about")
    page = window.stack.currentWidget()
    assert isinstance(page, AboutPage)
    words = " ".join(each.text() for each in page.findChildren(Label))
    assert "you may replace by versions of your own" in words
    assert __version__ in words
    page.names.setCurrentRow(1)
    qtbot.waitUntil(lambda: "LESSER" in page.text.toPlainText())
    assert page.text.accessibleName() == "Licence of Qt, Qt for Python"


def test_no_distribution_that_the_program_needs_is_left_out() -> None:
    needed = {
        re.split(r"[^\w.-]", each, maxsplit=1)[0].lower()
        for each in requires("socialplanner") or ()
        if "extra ==" not in each
    }
    assert {"numpy", "pypdfium2"} <= needed
    named = {name.lower() for each in components() for name in each.distributions}
    assert {each.replace("_", "-") for each in needed} <= {e.replace("_", "-") for e in named}


def test_a_part_that_is_not_there_is_not_named_and_one_without_a_text_says_so() -> None:
    missing = Component(name="Nothing", licence="MIT", distributions=("no-such-thing",))
    assert not shipped(missing)
    assert text_of(missing) == (
        "Nothing comes under this licence: MIT. Its text is not in this copy."
    )
