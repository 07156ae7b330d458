"""A passphrase opens a bundle, nothing else does, and no header makes the program suffer."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.errors import InputError, UserError
from socialplanner.exchange.bundle import bundle_bytes, open_bundle, read_bundle
from socialplanner.exchange.encryption import (
    HIGHEST_LOG_COST,
    LOWEST_LOG_COST,
    MAGIC,
    PassphraseNeededError,
    WrongPassphraseError,
    decrypted,
    encrypted,
    is_encrypted,
)
from tests.exchange.full_record import FULL, with_logo

PASSPHRASE = "correct horse"  # noqa: S105 - of nothing but these tests
SECRET = b"Corner Bakery" * 20
SEALED = encrypted(SECRET, PASSPHRASE, log_cost=LOWEST_LOG_COST)
HEADER = 8 + 4 + 16 + 12
REGIONS = {
    "version": 8,
    "cost": 9,
    "block size": 10,
    "parallel": 11,
    "first of the salt": 12,
    "last of the salt": 27,
    "first of the nonce": 28,
    "last of the nonce": 39,
    "first of the text": 40,
    "last of the text": len(SEALED) - 17,
    "first of the tag": len(SEALED) - 16,
    "last of the tag": len(SEALED) - 1,
}


def with_byte(place: int, value: int) -> bytes:
    """Return the sealed data with one byte of another value."""
    return SEALED[:place] + bytes([value]) + SEALED[place + 1 :]


def reason(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        decrypted(data, "firm", PASSPHRASE)
    return caught.value.problems[0].message


def test_a_bundle_is_opened_with_the_passphrase_it_was_made_with() -> None:
    data = bundle_bytes(with_logo(), PASSPHRASE, is_scrubbed=True)
    bundle = open_bundle(data, "firm", PASSPHRASE)
    assert bundle.record == with_logo()
    assert bundle.is_scrubbed
    assert b"manifest" not in data
    assert b"profile" not in data


def test_a_bundle_says_at_once_that_it_needs_a_passphrase() -> None:
    assert is_encrypted(SEALED)
    assert not is_encrypted(bundle_bytes(FULL))
    with pytest.raises(PassphraseNeededError, match="firm is encrypted; give the passphrase"):
        read_bundle(SEALED, "firm")


def test_a_passphrase_that_is_not_needed_does_no_harm() -> None:
    assert read_bundle(bundle_bytes(FULL), "firm", PASSPHRASE) == FULL


@pytest.mark.parametrize("wrong", ["correct horsf", "Correct horse", "correct horse ", "", "é" * 8])
def test_a_wrong_passphrase_is_told_together_with_the_other_reason_there_may_be(wrong: str) -> None:
    with pytest.raises(WrongPassphraseError) as caught:
        decrypted(SEALED, "firm", wrong)
    assert "the passphrase is wrong, or the file was damaged or changed" in str(caught.value)
    assert wrong == "" or wrong not in str(caught.value)


def test_no_two_bundles_are_sealed_alike() -> None:
    other = encrypted(SECRET, PASSPHRASE, log_cost=LOWEST_LOG_COST)
    assert other[12:28] != SEALED[12:28]
    assert other[28:40] != SEALED[28:40]
    assert other[40:] != SEALED[40:]
    assert decrypted(other, "firm", PASSPHRASE) == SECRET


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    composed = unicodedata.normalize("NFC", "Bäckerei-Lösung")
    sealed = encrypted(SECRET, unicodedata.normalize("NFD", composed), log_cost=LOWEST_LOG_COST)
    assert decrypted(sealed, "firm", composed) == SECRET


@pytest.mark.parametrize("short", ["", "1234567", "e\u0301" * 7])
def test_a_short_passphrase_is_refused_when_sealing(short: str) -> None:
    with pytest.raises(UserError, match="too short; take at least 8 characters"):
        bundle_bytes(FULL, short)


def test_eight_characters_are_enough_in_any_script() -> None:
    sealed = encrypted(SECRET, "رمزعبور۱", log_cost=LOWEST_LOG_COST)
    assert decrypted(sealed, "firm", "رمزعبور۱") == SECRET


def test_half_a_character_in_a_passphrase_is_told() -> None:
    with pytest.raises(UserError, match="half of a character"):
        encrypted(SECRET, "long enough \ud800")
    with pytest.raises(UserError, match="half of a character"):
        decrypted(SEALED, "firm", "\ud800")


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("bit", [1, 128])
def test_one_changed_bit_anywhere_is_noticed(region: str, bit: int) -> None:
    place = REGIONS[region]
    with pytest.raises(UserError):
        decrypted(with_byte(place, SEALED[place] ^ bit), "firm", PASSPHRASE)


def test_the_header_is_sealed_along() -> None:
    cheaper = encrypted(SECRET, PASSPHRASE, log_cost=LOWEST_LOG_COST + 1)
    with pytest.raises(WrongPassphraseError):
        decrypted(cheaper[:HEADER] + SEALED[HEADER:], "firm", PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        decrypted(SEALED[:12] + cheaper[12:28] + SEALED[28:], "firm", PASSPHRASE)


HOSTILE: list[tuple[int, int, str]] = [
    (8, 0, "way of encryption is none that we use"),
    (8, 2, "encrypted by a newer version of SocialPlanner"),
    (9, 0, "way of encryption is none that we use"),
    (9, LOWEST_LOG_COST - 1, "way of encryption is none that we use"),
    (9, HIGHEST_LOG_COST + 1, "way of encryption is none that we use"),
    (9, 255, "way of encryption is none that we use"),
    (10, 0, "way of encryption is none that we use"),
    (10, 255, "way of encryption is none that we use"),
    (11, 0, "way of encryption is none that we use"),
    (11, 255, "way of encryption is none that we use"),
]


@pytest.mark.parametrize("case", range(len(HOSTILE)))
def test_a_header_that_asks_for_too_much_or_too_little_is_refused_unreckoned(case: int) -> None:
    place, value, expected = HOSTILE[case]
    assert expected in reason(with_byte(place, value))


@pytest.mark.parametrize("length", [len(MAGIC), HEADER - 1, HEADER, HEADER + 15])
def test_what_was_cut_off_in_its_header_is_refused(length: int) -> None:
    assert "damaged or cut off" in reason(SEALED[:length])


@settings(max_examples=25)
@given(length=st.integers(HEADER + 16, len(SEALED) - 1))
def test_what_was_cut_off_later_does_not_open(length: int) -> None:
    with pytest.raises(WrongPassphraseError):
        decrypted(SEALED[:length], "firm", PASSPHRASE)


@settings(max_examples=50)
@given(start=st.integers(0, len(SEALED)), length=st.integers(0, 20), instead=st.binary(max_size=20))
def test_anything_changed_is_refused(start: int, length: int, instead: bytes) -> None:
    changed = SEALED[:start] + instead + SEALED[start + length :]
    if changed != SEALED and changed[9:10] <= bytes([LOWEST_LOG_COST]):
        with pytest.raises(UserError):
            read_bundle(changed, "firm", PASSPHRASE)


def test_what_was_sealed_and_is_no_bundle_is_refused_like_any_other_file() -> None:
    with pytest.raises(InputError) as caught:
        read_bundle(SEALED, "firm", PASSPHRASE)
    assert "not a bundle" in caught.value.problems[0].message
