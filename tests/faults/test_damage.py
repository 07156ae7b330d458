"""Five kinds of damage, each the same for the same seed."""

from pathlib import Path

import pytest

from tests.faults.damage import Kind, damage, page_size
from tests.faults.ledger import new_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return new_ledger(tmp_path, entries=60)


def different(before: bytes, after: bytes) -> list[int]:
    return [place for place, pair in enumerate(zip(before, after, strict=True)) if len({*pair}) > 1]


@pytest.mark.parametrize("kind", Kind)
def test_the_same_seed_does_the_same_damage_and_others_do_other(ledger: Path, kind: Kind) -> None:
    before, found = ledger.read_bytes(), []
    for seed in (1, 1, *range(2, 20)):
        ledger.write_bytes(before)
        done = damage(ledger, kind, seed)
        assert done.changed == (ledger.read_bytes() != before)
        found.append((done.places, ledger.read_bytes()))
    assert found[0] == found[1]
    assert len({places for places, _ in found}) > 5


@pytest.mark.parametrize("seed", range(10))
def test_each_kind_does_what_it_says_and_no_more(ledger: Path, seed: int) -> None:
    before, after = ledger.read_bytes(), {}
    for kind in Kind:
        ledger.write_bytes(before)
        places = damage(ledger, kind, seed).places
        after[kind] = (ledger.read_bytes(), places)
    flipped, (place,) = after[Kind.FLIPPED_BIT]
    assert different(before, flipped) == [place]
    assert (flipped[place] ^ before[place]).bit_count() == 1
    for kind, size in ((Kind.ZEROED_SECTOR, 512), (Kind.ZEROED_PAGE, 4096)):
        content, (place,) = after[kind]
        assert content == before[:place] + bytes(size) + before[place + size :]
    content, (place,) = after[Kind.TRUNCATED]
    assert content == before[:place]
    content, (one, other) = after[Kind.SWAPPED_PAGES]
    assert content[one : one + 4096] == before[other : other + 4096]
    assert content[other : other + 4096] == before[one : one + 4096]


def test_an_empty_file_cannot_be_damaged_and_a_file_of_one_page_cannot_be_swapped(
    tmp_path: Path,
) -> None:
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(ValueError, match="empty"):
        damage(path, Kind.FLIPPED_BIT, 1)
    path.write_bytes(b"x" * 4096)
    assert not damage(path, Kind.SWAPPED_PAGES, 1).changed


@pytest.mark.parametrize(
    ("field", "size"), [(b"\x10\x00", 4096), (b"\x00\x01", 65536), (b"\x12\x34", 4096)]
)
def test_the_size_of_a_page_is_read_from_the_header_if_it_makes_sense(
    field: bytes, size: int
) -> None:
    assert page_size(bytes(16) + field) == size
