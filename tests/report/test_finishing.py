"""A finished plan is smaller, locked and carries a file, and is still the same plan."""

import hashlib
from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.errors import UserError
from socialplanner.report.claims import archive_claim
from socialplanner.report.finishing import (
    LONGEST_PASSWORD,
    Attachment,
    Finish,
    Relationship,
    check_password,
    finished,
)
from tests.report.pdf_check import faults, outside_faults
from tests.report.plans import DAY, short_plan
from tests.report.reading import read

WORDS: Final = "Größe 12 ☕ Ελλάδα"
FILE: Final = Attachment(
    name="profile.socialplan-bundle",
    data=bytes(range(256)) * 8,
    mime="application/vnd.socialplanner.bundle",
    description="What the plan was made from; Größe (of it)",
    relationship=Relationship.SOURCE,
    day=date(2026, 11, 23),
)
FINISHES: Final = {
    "smaller": Finish(),
    "locked": Finish(password=WORDS),
    "carrying": Finish(attachment=FILE),
    "locked and carrying": Finish(password=WORDS, attachment=FILE),
}


@cache
def made(name: str, *, is_tagged: bool = True) -> bytes:
    return finished(short_plan(is_tagged=is_tagged), FINISHES[name])


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made(name)), password=FINISHES[name].password)


@pytest.mark.parametrize("is_tagged", [True, False], ids=["tagged", "untagged"])
@pytest.mark.parametrize("name", FINISHES)
def test_a_finished_plan_has_no_fault_and_says_the_same(name: str, *, is_tagged: bool) -> None:
    data, password = made(name, is_tagged=is_tagged), FINISHES[name].password
    assert faults(data, is_tagged=is_tagged, password=password) == ()
    assert outside_faults(data, password) == ()
    before = pypdf.PdfReader(BytesIO(short_plan(is_tagged=is_tagged)))
    after = pypdf.PdfReader(BytesIO(data), password=password or None)
    assert [page.extract_text() for page in after.pages] == [
        page.extract_text() for page in before.pages
    ]
    assert after.metadata == before.metadata


def test_a_tagged_plan_becomes_much_smaller_and_an_untagged_one_a_little() -> None:
    assert len(made("smaller")) < 0.75 * len(short_plan())
    assert len(made("smaller", is_tagged=False)) < len(short_plan(is_tagged=False))


def test_the_same_plan_finished_twice_is_the_same_file_unless_it_is_locked() -> None:
    for name in ("smaller", "carrying"):
        assert finished(short_plan(), FINISHES[name]) == made(name)
    assert finished(short_plan(), FINISHES["locked"]) != made("locked")


def test_a_locked_plan_opens_with_its_password_alone() -> None:
    data = made("locked")
    for wrong in ("", "grösse 12 ☕ ελλάδα"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(data), password=wrong)
    reader = pypdf.PdfReader(BytesIO(data))
    assert reader.is_encrypted
    assert reader.decrypt(WORDS)


def test_a_locked_plan_is_locked_by_aes_256_and_nothing_of_it_can_be_read_without() -> None:
    with opened("locked and carrying") as pdf:
        how = pdf.encryption
        assert (how.R, how.V, how.bits) == (6, 5, 256)
        assert str(how.stream_method) == str(how.string_method) == "EncryptionMethod.aesv3"
        assert all(pdf.allow)
    assert b"<x:xmpmeta" in made("carrying")
    assert b"<x:xmpmeta" not in made("locked and carrying")


def test_what_is_carried_can_be_taken_out_again_and_says_what_it_is() -> None:
    for name in ("carrying", "locked and carrying"):
        with opened(name) as pdf:
            kept = pdf.attachments[FILE.name]
            assert kept.get_file().read_bytes() == FILE.data
            assert kept.get_file().mime_type == FILE.mime
            assert kept.get_file().md5 == hashlib.md5(FILE.data, usedforsecurity=False).digest()
            assert kept.get_file().size == len(FILE.data)
            assert str(kept.get_file().obj.Params.ModDate) == "D:20261123000000Z"
            assert kept.description == FILE.description
            assert kept.relationship == pikepdf.Name.Source
            assert [each.objgen for each in pdf.Root.AF] == [kept.obj.objgen]


@pytest.mark.parametrize(
    ("name", "part"),
    [("smaller", 2), ("locked", None), ("carrying", 3), ("locked and carrying", None)],
)
def test_a_plan_claims_to_be_the_archive_it_is(name: str, part: int | None) -> None:
    with opened(name) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert packet.count("<pdfaid:part>") == (part is not None)
    assert part is None or archive_claim(part) in packet


def test_a_file_without_metadata_is_finished_all_the_same() -> None:
    written = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(written)
    assert len(read(finished(written.getvalue(), Finish(attachment=FILE))).pages) == 1


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("x" * (LONGEST_PASSWORD + 1), "longer than the 127 bytes"),
        ("ö" * 64, "longer than the 127 bytes"),
        ("line\nend", "U\\+000A"),
        ("no\xa0break", "U\\+00A0"),
        ("soft\xadhyphen", "U\\+00AD"),
        ("joined\u200dup", "U\\+200D"),
        ("ﬁne", "U\\+FB01"),
        ("x²", "U\\+00B2"),
        ("right\u202eleft", "U\\+202E"),
        ("half\ud800", "half of a character"),
    ],
)
def test_a_password_that_does_not_open_everywhere_is_refused_with_a_reason(
    password: str, reason: str
) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        Finish(password=password)
    assert str(caught.value).endswith(".")


def test_passwords_in_many_scripts_and_of_the_longest_length_are_taken() -> None:
    for password in ("", " ", "Größe", "пароль 1", "گذرواژه", "密码", "☕🙂", "x" * 127):
        check_password(password)


@given(password=st.text(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_password_that_is_taken_opens_the_file_and_no_other_does(password: str) -> None:
    try:
        finish = Finish(password=password)
    except UserError:
        return
    written = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(written)
    data = finished(written.getvalue(), finish)
    assert pypdf.PdfReader(BytesIO(data)).decrypt(finish.password)
    assert not pypdf.PdfReader(BytesIO(data)).decrypt(f"{finish.password}x")


def test_the_day_of_the_plan_is_in_the_file_and_no_other_moment() -> None:
    with opened("smaller") as pdf:
        assert str(pdf.docinfo.CreationDate).startswith(f"D:{DAY:%Y%m%d}000000")
