"""The promises of docs/reliability.md, tried for as long as each test run has time.

`python3 tools/dev.py torture` runs the same for longer, and writes down what it measured.
"""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from socialplanner.store import database
from tests.faults.damage import Kind
from tests.faults.watching import why_not
from tests.torture.damage import damaged_files
from tests.torture.deeds import DEEDS, Deed
from tests.torture.disks import (
    BAD_DRIVES,
    can_mount,
    failing_calls,
    filled_disks,
    reading_when_full,
)
from tests.torture.keeping import (
    copied_files,
    erased_profiles,
    newer_files,
    restore_drills,
    thinned_calendars,
    weeks_everywhere,
)
from tests.torture.kills import kills_in_autosave, kills_in_migration
from tests.torture.outcome import Outcome
from tests.torture.power import power_losses
from tests.torture.starts import restarts, triple_starts

needs_shim = pytest.mark.skipif(bool(why_not()), reason=why_not())


def test_after_twenty_kills_of_the_program_every_answer_said_to_be_saved_is_there() -> None:
    assert kills_in_autosave(20, seed=1).failures == ()


@needs_shim
def test_after_five_hundred_power_cuts_every_answer_said_to_be_saved_is_there() -> None:
    assert power_losses(500, seed=1).failures == ()


@needs_shim
def test_the_power_cuts_are_such_that_a_careless_store_would_lose_by_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    careless = tuple(each.replace("EXTRA", "OFF") for each in database.PRAGMAS)
    monkeypatch.setattr(database, "PRAGMAS", careless)
    assert len(power_losses(100, seed=1).failures) > 10


@needs_shim
def test_eighty_kills_of_a_migration_leave_the_old_schema_or_the_new_one() -> None:
    assert kills_in_migration(80).failures == ()


@needs_shim
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
@pytest.mark.parametrize(
    ("error", "onwards"), BAD_DRIVES, ids=["full", "fault", "gone", "forbidden"]
)
def test_a_disk_that_fails_at_any_call_loses_nothing_and_is_told_in_a_sentence(
    deed: Deed, error: int, *, onwards: bool
) -> None:
    step = 1 if error == errno.ENOSPC else 7
    assert failing_calls(deed, error, onwards=onwards, step=step).failures == ()


@needs_shim
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_full_disk_loses_nothing_and_goes_on_once_there_is_room(deed: Deed) -> None:
    assert filled_disks(deed, 20).failures == ()


@pytest.mark.skipif(not can_mount(), reason="only root may mount a small disk")
def test_a_profile_is_read_and_listed_with_no_byte_left() -> None:
    assert reading_when_full(5).failures == ()


@pytest.mark.parametrize("kind", Kind)
def test_damage_is_noticed_and_what_is_left_comes_back(kind: Kind) -> None:
    outcome = damaged_files(kind, 30, seed=1)
    assert outcome.failures == ()
    assert outcome.figures["missed"] == "0"


@pytest.mark.parametrize(
    "torture",
    [
        lambda: triple_starts(20),
        lambda: restarts(5),
        lambda: newer_files(20),
        lambda: restore_drills(10, seed=1),
        lambda: thinned_calendars(50, seed=1),
        lambda: copied_files(120, seed=1),
        lambda: weeks_everywhere(1),
        lambda: erased_profiles(2),
    ],
    ids=["starts", "restarts", "newer", "restore", "calendars", "copies", "weeks", "erasing"],
)
def test_what_else_is_promised_holds(torture: Callable[[], Outcome]) -> None:
    assert torture().failures == ()


def test_the_outcomes_can_tell_of_a_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("socialplanner.store.library.Library.erase", lambda *_, **__: tmp_path)
    assert erased_profiles(1).failures != ()
