"""Whatever a file does to look like a bundle, it is refused in a sentence, before it does harm."""

import json
import struct
import tracemalloc
import warnings
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialplanner import paths
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import InputError, Problem, UserError
from socialplanner.exchange.bundle import bundle_bytes, read_bundle
from socialplanner.exchange.record_file import record_json
from tests.exchange.full_record import FULL, SMALLEST, bundle_of, parts_of, with_logo, zipped
from tests.exchange.parsers import parse_bundle, parse_record_json
from tests.exchange.pictures import grey_pixels, picture, png

GOOD = bundle_bytes(with_logo())
PARTS = {name: data for name, data in parts_of(GOOD).items() if name != "manifest.json"}
MANIFEST = parts_of(GOOD)["manifest.json"]
PROFILE = PARTS["profile.json"]
DIRECTORY = GOOD.index(b"PK\x01\x02")
END = len(GOOD) - 22


def complaints(data: bytes, name: str = "firm") -> list[str]:
    with pytest.raises(InputError) as caught:
        read_bundle(data, name)
    assert caught.value.problems
    return [str(problem) for problem in caught.value.problems]


def test_the_bundle_that_is_changed_below_is_a_good_one() -> None:
    assert read_bundle(GOOD, "firm") == with_logo()
    assert read_bundle(bundle_of(PARTS), "firm") == with_logo()


def entry(name: str, data: bytes = b"", **attributes: object) -> bytes:
    """Return a good bundle with one more part."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of names that stand twice
        for own, content in {"manifest.json": MANIFEST, **PARTS}.items():
            archive.writestr(zipfile.ZipInfo(own), content)
        info = zipfile.ZipInfo(name)
        for attribute, value in attributes.items():
            setattr(info, attribute, value)
        archive.writestr(info, data)
    return file.getvalue()


def patched(place: int, data: bytes) -> bytes:
    """Return the good bundle with some bytes overwritten."""
    return GOOD[:place] + data + GOOD[place + len(data) :]


def twice(offset_in_local: int, offset_in_directory: int, value: bytes) -> bytes:
    """Return the good bundle with both headers of its first part changed."""
    once = patched(offset_in_local, value)
    place = DIRECTORY + offset_in_directory
    return once[:place] + value + once[place + len(value) :]


NAMES = [
    "../../evil.txt",
    "..\\..\\evil.txt",
    "/etc/passwd",
    "C:\\evil.txt",
    "CON.txt",
    "profile.json/",
    "PROFILE.JSON",
    "profile.json ",
    "./profile.json",
    "ünïcode\u202etxt.exe",
    "a" * 300,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_part_of_any_other_name_is_refused(name: str) -> None:
    [complaint] = complaints(entry(name, b"x"))
    assert complaint.endswith("It holds a part that no bundle has.")
    assert complaint.isprintable()


ZIPS: list[tuple[bytes, str]] = [
    (entry("profile.json", PROFILE), "profile.json: It holds this part twice."),
    (zipped({"manifest.json": MANIFEST}), "profile.json: The bundle lacks this part"),
    (zipped(PARTS), "This is a zip file, not a bundle."),
    (zipped({f"{n}": b"" for n in range(300)} | {"manifest.json": b""}), "It holds 301 parts"),
    (patched(0, b"PK\x03\x05"), "This is not a bundle"),
    (twice(6, 8, b"\x01\x00"), "It is encrypted by another program"),
    (twice(6, 8, b"\x08\x00"), "It was packed by another program"),
    (twice(8, 10, b"\x0c\x00"), "It was packed by another program"),
    (twice(8, 10, b"\xff\xff"), "It was packed by another program"),
    (patched(DIRECTORY + 38, b"\x00\x00\xff\xa1"), "It is a link or a folder"),
    (patched(DIRECTORY + 38, b"\x00\x00\xff\x41"), "It is a link or a folder"),
    (patched(6, b"\x01\x00"), "it says two things of this part"),
    (patched(14, b"\x00\x00\x00\x00"), "it says two things of this part"),
    (patched(30, b"n"), "it says two things of this part"),
    (twice(14, 16, b"\x00\x00\x00\x00"), "the check sum of this part differs"),
    (twice(22, 24, struct.pack("<I", len(MANIFEST) - 1)), "the check sum of this part differs"),
    (twice(22, 24, struct.pack("<I", len(MANIFEST) + 1)), "the check sum of this part differs"),
    (twice(22, 24, b"\xff\xff\xff\xff"), "It is larger than 20,000,000 bytes"),
    (twice(18, 20, b"\xff\xff\xff\xff"), "It is larger than 20,000,000 bytes"),
    (twice(22, 24, struct.pack("<I", 15_000_000)), "packed more than 100 times smaller"),
    (patched(DIRECTORY + 42, b"\x01\x00\x00\x00"), "damaged or cut off"),
    (patched(DIRECTORY + 42, b"\xff\xff\xff\xff"), "damaged or cut off"),
    (patched(DIRECTORY + 28, b"\xff\xff"), "damaged or cut off"),
    (patched(DIRECTORY + 30, b"\xff\xff"), "damaged or cut off"),
    (patched(END + 8, b"\xff\xff\xff\xff"), "It holds 65,535 parts"),
    (patched(END + 8, b"\x02\x00\x02\x00"), "its directory does not fit"),
    (patched(END + 8, b"\x04\x00\x04\x00"), "damaged or cut off"),
    (patched(END + 12, b"\xff\xff\xff\xff"), "its directory does not fit"),
    (patched(END + 16, b"\x00\x00\x00\x00"), "its directory does not fit"),
    (GOOD + b"\x00", "its directory does not fit"),
    (GOOD[:-1], "its directory does not fit"),
    (GOOD[:-23], "its directory does not fit"),
    (GOOD[: DIRECTORY - 5], "its directory does not fit"),
    (b"PK\x03\x04manifest.json", "damaged or cut off"),
    (GOOD + bytes(100_000_000), "It is larger than 100,000,000 bytes"),
]


@pytest.mark.parametrize("case", range(len(ZIPS)))
def test_a_zip_file_that_is_not_exactly_a_bundle_is_refused(case: int) -> None:
    data, reason = ZIPS[case]
    [complaint] = complaints(data)
    assert reason in complaint


def test_something_hidden_between_two_parts_is_noticed() -> None:
    hidden = b"MZ hidden"
    start = struct.pack("<I", DIRECTORY + len(hidden))
    data = GOOD[:DIRECTORY] + hidden + GOOD[DIRECTORY : END + 16] + start + GOOD[END + 20 :]
    [complaint] = complaints(data)
    assert "something stands between its parts" in complaint


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"manifest.json": MANIFEST, "profile.json": bytes(1_000_000_000 // 16)})
    assert len(bomb) < 100_000
    tracemalloc.start()
    try:
        [complaint] = complaints(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "larger than 20,000,000 bytes" in complaint
    assert peak < 1_000_000


def test_a_bomb_that_lies_about_its_size_is_unpacked_no_further_than_it_says() -> None:
    bomb = bytearray(zipped({"manifest.json": MANIFEST, "profile.json": bytes(19_000_000)}))
    for place in (bomb.index(b"PK\x03\x04", 4) + 22, bomb.rindex(b"PK\x01\x02") + 24):
        bomb[place : place + 4] = struct.pack("<I", 1_000)
    tracemalloc.start()
    try:
        [complaint] = complaints(bytes(bomb))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "the check sum of this part differs" in complaint
    assert peak < 1_000_000


def test_a_directory_of_very_many_entries_is_not_read() -> None:
    many = b"PK\x03\x04manifest.json"
    entries = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *[0] * 16) * 2_000_000
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 65_535, 65_535, len(entries), len(many), 0)
    [complaint] = complaints(many + entries + end)
    assert "It holds 65,535 parts" in complaint


MANIFESTS: list[tuple[dict[str, object], str]] = [
    ({"format": 2}, "made by a newer version of SocialPlanner"),
    ({"format": 0}, "must be a number from 1 to 1, not 0"),
    ({"kind": "other"}, "kind: This must be one of “socialplanner-profile”, not “other”."),
    ({"is_scrubbed": 1}, "is_scrubbed: This must be true or false, not 1."),
    ({"program_version": None}, "program_version: This must be a text"),
    ({"more": 1}, "more: There is no such key."),
    ({"members": []}, "members: This must be a table, not a list."),
    ({"members": {}}, "this part is missing or too much"),
    ({"members": {"profile.json": {"size": 1}}}, "sha256: This is missing."),
    (
        {"members": {name: {"sha256": "0" * 64, "size": 1} for name in PARTS}},
        "profile.json: The bundle is damaged: this part is not what was written.",
    ),
]


@pytest.mark.parametrize("case", range(len(MANIFESTS)))
def test_a_manifest_that_does_not_fit_is_refused(case: int) -> None:
    changes, reason = MANIFESTS[case]
    assert any(reason in complaint for complaint in complaints(bundle_of(PARTS, **changes)))


def test_a_manifest_full_of_mistakes_is_not_read_to_its_end() -> None:
    changes: dict[str, object] = {str(number): number for number in range(50_000)}
    assert len(complaints(bundle_of(PARTS, **changes))) == 100


CONTENTS: list[tuple[bytes, str]] = [
    (b"{", "not valid JSON"),
    (b"[" * 100_000, "more than 32 levels deep"),
    (PROFILE.replace(b'"format":1', b'"format":NaN'), "NaN is no number"),
    (PROFILE.replace(b'"format":1', b'"format":1e999'), "too large"),
    (PROFILE.replace(b'"format":1', b'"format":1,"format":1'), "stands twice"),
    (PROFILE.replace(b'"format":1', b'"format":2'), "newer version"),
    (PROFILE.replace(b'"tags":[]', b'"tags":["\\ud800"]'), "lone surrogate"),
    (PROFILE.replace(b'"tags":[]', b'"tags":[1]'), "tags › 1: This must be a text"),
]


@pytest.mark.parametrize("case", range(len(CONTENTS)))
def test_a_profile_that_is_no_record_is_refused_though_its_digest_is_right(case: int) -> None:
    content, reason = CONTENTS[case]
    [complaint] = complaints(bundle_of({**PARTS, "profile.json": content}))
    assert complaint.startswith("firm, profile.json")
    assert reason in complaint


@pytest.mark.parametrize(
    "logo", [b"", b"<svg/>", picture("P", (2, 2), "GIF"), png(9_000, 9_000, grey_pixels(9, 9))]
)
def test_a_logo_is_judged_like_any_other(logo: bytes) -> None:
    [complaint] = complaints(bundle_of({**PARTS, "logo.png": logo}))
    assert complaint.startswith("firm, logo.png: ")


SAMPLE = (paths.samples_dir() / "cafe.toml").read_bytes()
FOREIGN: list[tuple[bytes, str]] = [
    (b"", "This is an empty file, not a bundle."),
    (b"%PDF-1.7\n", "This is a PDF, not a bundle. A plan on paper cannot be read back"),
    (b"SQLite format 3\0", "This is a profile, not a bundle. It needs no import"),
    (SAMPLE, "This is an answers file, not a bundle. Import it as answers"),
    (json.dumps({"profile": {}}).encode(), "This is an answers file, not a bundle."),
    (picture("RGB", (2, 2)), "This is a PNG picture, not a bundle. Set it as the logo"),
    (picture("RGB", (2, 2), "JPEG"), "This is a JPEG picture, not a bundle."),
    (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "This is an Excel workbook"),
    (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "This is a Word document"),
    (b"<!DOCTYPE html><html>", "This is a web page, not a bundle. A download may have asked"),
    (b"some words", "This is not a bundle of SocialPlanner. Choose a file whose name ends in"),
    (bytes(100), "This is not a bundle of SocialPlanner."),
]


@pytest.mark.parametrize("case", range(len(FOREIGN)))
def test_a_wrong_file_is_named_and_shown_where_it_belongs(case: int) -> None:
    data, advice = FOREIGN[case]
    [complaint] = complaints(data)
    assert advice in complaint
    assert complaint.endswith(".")


def test_the_name_of_a_file_is_shown_without_hidden_characters() -> None:
    [complaint] = complaints(b"", "ACME\u202efdp.exe\n")
    assert complaint.startswith("ACME\\u202efdp.exe\\u000a: ")


def outcome(data: bytes) -> ProfileRecord | None:
    """Return the record in the data, or None where it was refused in whole sentences."""
    try:
        return read_bundle(data, "firm")
    except InputError as refusal:
        problems = refusal.problems
    except UserError as refusal:
        problems = (Problem("firm", "", "", str(refusal)),)
    assert problems
    assert all(str(problem).isprintable() for problem in problems)
    assert all(problem.message.endswith((".", "?")) for problem in problems)
    return None


@given(data=st.binary())
@example(data=b"PK\x05\x06" + bytes(18))
@example(data=b"PK\x03\x04manifest.json" + b"PK\x05\x06" + bytes(18))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert outcome(data) is None


@settings(max_examples=500)
@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    instead=st.binary(max_size=60),
)
def test_a_bundle_with_anything_changed_is_refused_or_means_the_same(
    start: int, length: int, instead: bytes
) -> None:
    record = outcome(GOOD[:start] + instead + GOOD[start + length :])
    assert record in (None, with_logo())


@given(length=st.integers(0, len(GOOD) - 1))
def test_a_bundle_that_was_cut_off_is_refused(length: int) -> None:
    assert outcome(GOOD[:length]) is None


@settings(max_examples=300)
@given(
    start=st.integers(0, len(PROFILE)),
    length=st.integers(0, 20),
    instead=st.binary(max_size=20)
    | st.sampled_from([b"null", b"[]", b"{}", b'"a":', b"-1", b"1e9"]),
)
def test_a_profile_with_anything_changed_and_a_true_digest_is_read_or_refused(
    start: int, length: int, instead: bytes
) -> None:
    content = PROFILE[:start] + instead + PROFILE[start + length :]
    record = outcome(bundle_of({"profile.json": content}))
    if record is not None:
        assert read_bundle(bundle_bytes(record), "again") == record


def test_what_a_fuzzer_calls_swallows_refusals_only() -> None:
    parse_bundle(GOOD)
    parse_bundle(b"")
    parse_record_json(record_json(FULL))
    parse_record_json(record_json(replace(SMALLEST, id="")))
