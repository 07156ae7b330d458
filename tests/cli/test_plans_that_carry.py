"""A plan on paper that carries its profile is taken in like a bundle."""

from pathlib import Path

import pytest

from socialplanner.exchange.bundle import read_bundle
from tests.app.carrying_plans import plan
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record

PLAN = "plan.pdf"
VARIABLE = "SOCIALPLANNER_PASSPHRASE"
WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def _cafe(profiles: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    profiles("new", "Café", "--from", CAFE, "--tag", "t")
    profiles("export", "Café", "--output", "cafe.socialplan-bundle")
    kept = read_bundle((tmp_path / "cafe.socialplan-bundle").read_bytes(), "bundle")
    (tmp_path / PLAN).write_bytes(plan(kept))
    (tmp_path / "locked.pdf").write_bytes(plan(kept, WORDS))
    (tmp_path / "sealed.pdf").write_bytes(plan(kept, passphrase=WORDS))


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[str, Path]:
    return "--data-folder", tmp_path / "elsewhere"


def test_a_plan_brings_its_profile_to_another_machine(
    profiles: Run, elsewhere: tuple[str, Path]
) -> None:
    code, output, complaint = profiles("import", PLAN, *elsewhere)
    assert (code, complaint) == (0, "")
    assert output.startswith("Café is kept in ")
    here, there = (
        record(profiles("show", "Café", "--json", *place)[1]) for place in ((), elsewhere)
    )
    for each in (here, there):
        del each["path"], each["backups"]
    assert here == there


def test_a_plan_of_a_profile_that_is_here_is_merged_into_it(profiles: Run) -> None:
    code, output, _ = profiles("import", PLAN, "--preview")
    assert code == 0
    assert "nothing was changed" in output


@pytest.mark.parametrize("name", ["locked.pdf", "sealed.pdf"])
def test_a_locked_plan_says_how_to_give_its_passphrase_and_opens_with_it(
    profiles: Run, elsewhere: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    code, _, complaint = profiles("import", name, *elsewhere)
    assert code == 1
    assert "Give it by --passphrase-file FILE" in complaint
    monkeypatch.setenv(VARIABLE, "not the one at all")
    assert profiles("import", name, *elsewhere)[0] == 1
    monkeypatch.setenv(VARIABLE, WORDS)
    assert profiles("import", name, *elsewhere)[0] == 0


def test_a_plan_without_a_profile_is_told_what_it_lacks(profiles: Run) -> None:
    profiles("plan", "Café", "--output", "usual.pdf")
    code, _, complaint = profiles("import", "usual.pdf")
    assert code == 1
    assert complaint.startswith("usual.pdf cannot be taken in. This is a PDF without a profile")


def test_a_plan_may_go_through_a_pipe(
    profiles: Run, elsewhere: tuple[str, Path], tmp_path: Path
) -> None:
    assert profiles("import", "-", *elsewhere, lines=(tmp_path / PLAN).read_bytes())[0] == 0
