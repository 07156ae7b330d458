"""The running program is read and used from outside, as with a screen reader.

Nothing here knows the program's own code: it is found on the desktop by names and roles, and what
is done is what AT-SPI offers. `driven` fails where the program ends before the steps do.
"""

import json
from pathlib import Path

import pytest

from tests.ui.at_spi.desktop import driven, what_is_missing
from tests.ui.journeys.quick_answers import ESSENTIAL, HOURS, LEVELS, PATIENCE, PLATFORMS

MISSING = what_is_missing()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {MISSING}")

BEGINNING = (
    ["wait_for", "Plan your hours on social media"],
    ["nameless"],
    ["press", "New plan"],
    ["write", "Name of the business", "Corner Bakery"],
    ["nameless"],
    ["press", "Create the plan"],
    ["wait_for", "What a plan needs"],
    ["nameless"],
)
ANSWERS = (
    *(["choose", name] for name in (*ESSENTIAL, *PLATFORMS, PATIENCE)),
    ["write", HOURS, "5"],
    *(["choose", name] for name in LEVELS),
)
HOW = ("They were asked", "Tagged link", "Code they gave")
PLAN = (
    ["press", "See your plan"],
    ["wait_for", "Five hours a week…"],
    ["nameless"],
    ["described", "How the hours divide…", "chart"],
    ["choose", "Report…"],
    ["press", "Save as PDF …"],
    ["wait_for", "Save the plan…"],
)


def test_from_an_empty_home_to_a_saved_pdf_from_outside(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    saving = (
        ["write", "File name:", str(target)],
        ["press", "Save"],
        ["wait_for", "The plan is saved as “plan.pdf”."],
        ["nameless"],
    )
    said = driven([*BEGINNING, *ANSWERS, *PLAN, *saving], tmp_path, tmp_path / "data")
    assert target.read_bytes().startswith(b"%PDF")
    charts = [line[-2] for line in said if line[0] == "described"]
    assert [words.startswith("The plan now: Social networking about") for words in charts] == [True]


def test_home_says_what_is_kept_and_how_it_is_ordered(tmp_path: Path) -> None:
    home = (
        ["press", "All plans"],
        ["wait_for", "Your plans"],
        ["nameless"],
        ["read", "combo box"],
        ["read", "list item"],
    )
    said = driven([*BEGINNING, *home], tmp_path, tmp_path / "data")
    choices, rows = (json.loads(line[-2]) for line in said if line[0] == "read")
    assert choices == ["Order"]
    assert "Corner Bakery" in [row.split(";")[0] for row in rows]


def test_half_a_year_is_read_and_used_from_outside(tmp_path: Path) -> None:
    steps = (
        ["press", "Look at half a year"],
        ["choose", "Logbook…"],
        ["wait_for", "Enquiries of this week"],
        ["nameless"],
        ["read", "radio button"],
        ["write", "In their own words", "a neighbour told me"],
        ["press", "Keep as: Word of mouth"],
        ["wait_for", "Change the enquiry “a neighbour told me”"],
        ["choose", "Review…"],
        ["wait_for", "Go to: What came back"],
        ["nameless"],
        ["press", "Go to: What the log has taught"],
        ["described", "Hours planned and logged…", "chart"],
        ["choose", "Compare…"],
        ["wait_for", "Each score"],
        ["nameless"],
    )
    said = driven([list(step) for step in steps], tmp_path, tmp_path / "data")
    (radios,) = (json.loads(line[-2]) for line in said if line[0] == "read")
    assert radios == [f"How it is known: {how}" for how in HOW]
    (chart,) = (line[-2] for line in said if line[0] == "described")
    assert "8" in chart
