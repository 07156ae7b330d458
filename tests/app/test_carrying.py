"""A plan brings its profile back; whatever else is a PDF is refused with a sentence."""

import subprocess
import sys
import zlib
from contextlib import suppress
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialplanner.app.carrying import Carrying, bundle_in, carried, needs_passphrase
from socialplanner.domain.merging import merged
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.record_differences import differences
from socialplanner.errors import InputError, UserError
from socialplanner.exchange.bundle_archive import LARGEST_MEMBER
from socialplanner.exchange.encryption import PassphraseNeededError, WrongPassphraseError
from socialplanner.exchange.plan_pdf import MIME, NAME, profile_in
from socialplanner.report.finishing import Attachment, Finish, Relationship, finished
from tests.app import carrying_plans
from tests.app.carrying_plans import DAY, catalogue, paper
from tests.exchange.full_record import FULL, with_logo

WORDS = "correct horse battery"
OTHER = "another long passphrase"
STREAM = b"5 0 obj <</Type/EmbeddedFile/Subtype/application#2Fvnd.socialplanner.bundle"


def plan(record: ProfileRecord = FULL, password: str = "", **how: object) -> bytes:
    return carrying_plans.plan(record, password, **how)


def with_file(data: bytes, mime: str = MIME) -> bytes:
    inside = Attachment(
        name=NAME,
        data=data,
        mime=mime,
        description="",
        relationship=Relationship.DATA,
        day=DAY,
    )
    return finished(paper(), Finish(attachment=inside))


@pytest.mark.parametrize("password", ["", WORDS], ids=["open", "with a password"])
def test_a_plan_brings_back_the_profile_it_was_made_from_to_the_last_field(password: str) -> None:
    record = with_logo()
    found = bundle_in(plan(record, password), "plan.pdf", password or None)
    assert found.record == record
    assert not found.is_scrubbed


def test_the_same_profile_gives_the_same_plan_unless_it_is_locked() -> None:
    assert plan() == plan()
    assert plan(passphrase=WORDS) != plan(passphrase=WORDS)


def test_without_names_the_plan_carries_none() -> None:
    record = replace(FULL, profile=replace(FULL.profile, name="Café Morgenlicht"))
    data = plan(record, is_scrubbed=True)
    assert bundle_in(data, "plan.pdf").is_scrubbed
    assert bundle_in(data, "plan.pdf").record.profile.name.startswith("Client ")
    assert b"Morgenlicht" not in profile_in(data, "plan.pdf")


def test_a_copy_that_names_nobody_does_not_carry_the_name() -> None:
    with pytest.raises(UserError, match="would tell the name"):
        carried(FULL, catalogue(), Carrying(), DAY, alias="Client A")
    carried(FULL, catalogue(), Carrying(is_scrubbed=True), DAY, alias="Client A")


def test_a_locked_profile_asks_for_its_passphrase() -> None:
    data = plan(passphrase=WORDS)
    assert needs_passphrase(data, "plan.pdf")
    with pytest.raises(PassphraseNeededError):
        bundle_in(data, "plan.pdf")
    with pytest.raises(WrongPassphraseError):
        bundle_in(data, "plan.pdf", OTHER)
    assert bundle_in(data, "plan.pdf", WORDS).record == FULL


def test_a_locked_plan_asks_for_its_password_and_says_when_it_is_wrong() -> None:
    data = plan(password=WORDS)
    assert needs_passphrase(data, "plan.pdf")
    with pytest.raises(PassphraseNeededError, match=r"plan\.pdf has a password"):
        bundle_in(data, "plan.pdf")
    with pytest.raises(WrongPassphraseError, match="password is wrong"):
        bundle_in(data, "plan.pdf", OTHER)


def test_a_plan_and_its_profile_may_be_locked_alike_and_otherwise_the_way_out_is_told() -> None:
    assert bundle_in(plan(password=WORDS, passphrase=WORDS), "p", WORDS).record == FULL
    with pytest.raises(WrongPassphraseError, match=f"Save the file {NAME}"):
        bundle_in(plan(password=WORDS, passphrase=OTHER), "p", WORDS)


def test_a_password_in_composed_letters_opens_what_was_locked_with_single_ones() -> None:
    single, composed = "Gro\u0308\u00dfe 1234", "Gr\u00f6\u00dfe 1234"
    assert bundle_in(plan(password=single), "plan.pdf", composed).record == FULL


def test_what_comes_back_takes_nothing_from_the_profile_that_knows_of_the_plan_by_now() -> None:
    before = replace(FULL, plans=())
    back = bundle_in(plan(before), "plan.pdf").record
    found = differences(FULL, back)
    assert not found.conflicts
    assert merged(FULL, back, (), FULL.changed_at).plans == FULL.plans


def resaved_by_qpdf(data: bytes) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue()


def resaved_by_pypdf(data: bytes) -> bytes:
    written = BytesIO()
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(data)))
    writer.write(written)
    return written.getvalue()


def changed_at_its_end(data: bytes) -> bytes:
    written = BytesIO()
    writer = pypdf.PdfWriter(BytesIO(data), incremental=True)
    writer.add_blank_page(200, 200)
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("save", [resaved_by_qpdf, resaved_by_pypdf, changed_at_its_end])
def test_a_plan_that_another_program_saved_still_brings_its_profile(save: object) -> None:
    data = save(plan())  # type: ignore[operator]
    assert bundle_in(data, "plan.pdf").record == FULL


def test_the_length_of_the_file_inside_may_stand_elsewhere() -> None:
    inner = profile_in(plan(), "p")
    data = (
        b"%PDF-1.7\n" + STREAM + b"/Length 6 0 R>>stream\r\n" + inner + b"\nendstream endobj\n"
        b"16 0 obj 3 endobj 6 0 obj " + str(len(inner)).encode() + b" endobj\n"
    )
    assert profile_in(data, "p") == inner


def test_a_pdf_without_a_profile_is_told_from_a_plan_that_carries_one() -> None:
    for data in (paper(), b"%PDF-", with_file(b"PK", "text/csv"), with_file(b"", f"{MIME}.old")):
        with pytest.raises(UserError, match="a PDF without a profile in it"):
            profile_in(data, "plan.pdf")


REFUSED = {
    "cut off": plan()[: plan().index(b"EmbeddedFile") + 300],
    "no stream": b"%PDF-1.7\n" + STREAM + b"/Length 3>>endobj",
    "no length": b"%PDF-1.7\n" + STREAM + b">>stream\nabc\nendstream",
    "long length": b"%PDF-1.7\n" + STREAM + b"/Length 9999999999>>stream\nabc\nendstream",
    "length of nothing": b"%PDF-1.7\n" + STREAM + b"/Length 9 0 R>>stream\nabc\nendstream",
    "wrong length": b"%PDF-1.7\n" + STREAM + b"/Length 2>>stream\nabc\nendstream",
    "no packing": b"%PDF-1.7\n" + STREAM + b"/Filter/FlateDecode/Length 3>>stream\nabc\nendstream",
    "packed twice": b"%PDF-1.7\n"
    + STREAM
    + b"/Filter[/FlateDecode/FlateDecode]/Length 3>>stream\nabc\nendstream",
    "packed otherwise": b"%PDF-1.7\n"
    + STREAM
    + b"/Filter/LZWDecode/Length 3>>stream\nabc\nendstream",
    "many": b"%PDF-1.7\n" + (STREAM + b"/Length 3>>stream\nabc\nendstream endobj\n") * 50,
    "no bundle": with_file(b"abc"),
    "a zip file": with_file(b"PK\x03\x04abc"),
    "bomb": with_file(bytes(LARGEST_MEMBER + 1)),
    "encrypted, of nothing": b"%PDF-1.7\n" + STREAM + b"/Length 3>>stream\nabc\n/Encrypt 7 0 R",
    "LZW": plan(password=WORDS) + b"\n/Filter /LZWDecode",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_plan_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(InputError, match=r"plan\.pdf cannot be imported\.") as caught:
        bundle_in(REFUSED[name], "plan.pdf", WORDS)
    assert all(problem.message.endswith((".", "?")) for problem in caught.value.problems)


@cache
def bombs() -> dict[str, bytes]:
    """Make files that ask for gigabytes once a PDF library believes them."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(400)) + packer.flush()
    size = str(len(packed)).encode()
    head = b"%PDF-1.7\n" + STREAM + b"/Length 3>>stream\nabc\nendstream endobj\n"
    table = b"9 0 obj <</Type/XRef/Size 9/W[1 4 2]/Root 1 0 R/Encrypt 7 0 R/Filter/FlateDecode"
    return {
        "file inside": b"%PDF-1.7\n"
        + STREAM
        + b"/Filter/FlateDecode/Length %b>>stream\n%b\nendstream" % (size, packed),
        "table": head
        + table
        + b"/Length %b>>stream\n%b\nendstream endobj\nstartxref\n%d\n%%%%EOF"
        % (size, packed, len(head)),
    }


BOUNDED = """
import resource, sys
from socialplanner.app.carrying import bundle_in
from socialplanner.errors import UserError
data = sys.stdin.buffer.read()
import pikepdf
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    bundle_in(data, "plan.pdf", "correct horse battery")
except UserError:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in KiB on Linux alone")
@pytest.mark.parametrize("name", ["file inside", "table"])
def test_a_bomb_of_four_hundred_megabytes_takes_less_than_a_hundred(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED],
        input=bombs()[name],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert int(done.stdout) < 100


@given(data=st.data())
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("password", ["", WORDS], ids=["open", "with a password"])
def test_a_damaged_plan_brings_the_same_profile_or_is_refused(
    password: str, data: st.DataObject
) -> None:
    whole = damaged_plan(password)
    place = data.draw(st.integers(0, len(whole) - 1))
    kept = data.draw(st.sampled_from([whole[:place], whole[place:], whole]))
    flipped = data.draw(st.integers(0, max(0, len(kept) - 1)))
    changed = kept[:flipped] + data.draw(st.binary(max_size=4)) + kept[flipped + 2 :]
    with suppress(UserError):
        assert bundle_in(changed, "plan.pdf", WORDS).record == FULL


@cache
def damaged_plan(password: str) -> bytes:
    return plan(password=password)


@given(data=st.binary(max_size=400))
@example(b"%PDF-1.7" + STREAM)
@settings(max_examples=200)
def test_any_bytes_after_the_first_are_no_bundle_but_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        bundle_in(b"%PDF-1.7\n" + data, "plan.pdf", WORDS)
