"""A bundle carries one profile to another machine, and brings it there as it was."""

import hashlib
import json
import random
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialplanner import __version__
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import Brand, ProfileRecord
from socialplanner.errors import InputError, UserError
from socialplanner.exchange.bundle import (
    BUNDLE_SUFFIX,
    bundle_bytes,
    open_bundle,
    read_bundle,
    read_bundle_file,
)
from tests.domain.records import any_records
from tests.exchange.full_record import FULL, SMALLEST, parts_of, with_logo
from tests.exchange.pictures import picture


@given(record=any_records(), is_scrubbed=st.booleans())
@example(record=SMALLEST, is_scrubbed=False)
def test_a_profile_comes_out_of_its_bundle_as_it_was(
    record: ProfileRecord, *, is_scrubbed: bool
) -> None:
    data = bundle_bytes(record, is_scrubbed=is_scrubbed)
    bundle = open_bundle(data, "firm")
    assert bundle.record == record
    assert (bundle.is_scrubbed, bundle.program_version) == (is_scrubbed, __version__)
    assert bundle_bytes(bundle.record, is_scrubbed=bundle.is_scrubbed) == data


def test_a_bundle_is_a_plain_zip_file_that_says_nothing_of_its_maker() -> None:
    data = bundle_bytes(with_logo())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", "profile.json", "logo.png"]
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.extra, info.comment, info.create_system) == (b"", b"", 3)
            assert info.external_attr >> 16 == 0o100600


def test_the_manifest_says_what_is_inside() -> None:
    parts = parts_of(bundle_bytes(with_logo(), is_scrubbed=True))
    manifest = json.loads(parts["manifest.json"])
    assert manifest["format"] == 1
    assert manifest["kind"] == "socialplanner-profile"
    assert manifest["program_version"] == __version__
    assert manifest["is_scrubbed"] is True
    assert manifest["members"] == {
        name: {"sha256": hashlib.sha256(parts[name]).hexdigest(), "size": len(parts[name])}
        for name in ("profile.json", "logo.png")
    }


def test_what_packs_too_well_is_stored_so_that_it_is_not_taken_for_a_bomb() -> None:
    record = replace(FULL, settings={str(number): "b" * 5_000 for number in range(100)})
    data = bundle_bytes(record)
    assert len(data) > 500_000
    assert read_bundle(data, "firm") == record


def test_a_profile_of_years_is_packed() -> None:
    shuffled = random.Random(1)  # noqa: S311 - not for secrets
    words = {str(n): "".join(shuffled.choices("abcdefgh ", k=500)) for n in range(200)}
    record = replace(FULL, settings=words)
    data = bundle_bytes(record)
    assert len(data) < 60_000
    assert read_bundle(data, "firm") == record


def test_a_logo_is_read_anew_on_its_way_in_and_out() -> None:
    record = replace(FULL, brand=Brand(logo=picture("RGB", (1_500, 3), "JPEG")))
    kept = read_bundle(bundle_bytes(record), "firm").brand.logo
    assert kept is not None
    assert kept.startswith(b"\x89PNG")
    assert bundle_bytes(replace(record, brand=Brand(logo=kept))) == bundle_bytes(record)


CANNOT_BE_EXPORTED: list[tuple[ProfileRecord, str]] = [
    (replace(FULL, profile=Profile(name="a" * 5_001)), "5,001 characters"),
    (replace(FULL, profile=Profile(name="a", website="nowhere")), "must be an address"),
    (replace(FULL, settings={"a": "\0"}), "NUL"),
    (replace(FULL, id="Not an id"), "must be an id"),
    (replace(FULL, brand=Brand(logo=b"GIF89a")), "a logo must be a PNG"),
]


@pytest.mark.parametrize("case", range(len(CANNOT_BE_EXPORTED)))
def test_what_no_import_would_take_is_not_exported(case: int) -> None:
    record, reason = CANNOT_BE_EXPORTED[case]
    with pytest.raises(InputError) as caught:
        bundle_bytes(record)
    [problem] = caught.value.problems
    assert reason in problem.message


def test_half_a_character_is_refused_on_the_way_out() -> None:
    with pytest.raises(UserError, match="lone surrogate"):
        bundle_bytes(replace(FULL, tags=("\ud800",)))


def test_a_bundle_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / f"firm{BUNDLE_SUFFIX}"
    path.write_bytes(bundle_bytes(FULL))
    assert read_bundle_file(path).record == FULL


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone cannot be read: No such file or directory\."):
        read_bundle_file(tmp_path / "gone")
