"""Finish a PDF: make it smaller, put a file into it, lock it with a password.

docs/decisions/0022: pikepdf, which is imported only where a plan is finished.
"""

import stringprep
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from hashlib import md5
from io import BytesIO
from typing import TYPE_CHECKING, Final

from socialplanner.errors import UserError
from socialplanner.report.claims import CARRYING_PART, PLAIN_PART, claiming

if TYPE_CHECKING:
    from pikepdf import Encryption, Object, Pdf

LONGEST_PASSWORD: Final = 127
"""Bytes: all that a PDF takes into account."""

_PROHIBITED: Final = (
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


@unique
class Relationship(StrEnum):
    """What a file inside is to the pages around it."""

    SOURCE = "Source"
    DATA = "Data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to be put into a PDF; the day is the plan's, never the clock's."""

    name: str
    data: bytes
    mime: str
    description: str
    relationship: Relationship
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """What becomes of a finished plan; an empty password is none."""

    password: str = ""
    attachment: Attachment | None = None

    def __post_init__(self) -> None:
        """Refuse a password that not every program would take."""
        check_password(self.password)


def check_password(password: str) -> None:
    """Raise UserError for a password that does not open a PDF everywhere.

    Programs prepare what is typed by SASLprep or not at all: a password is taken only where both
    give the same bytes.
    """
    composed = unicodedata.normalize("NFC", password)
    try:
        size = len(composed.encode())
    except UnicodeEncodeError as error:
        reason = "holds half of a character (a lone surrogate); type it again"
        raise UserError(f"The password {reason}.") from error
    if size > LONGEST_PASSWORD:
        raise UserError(
            f"The password is longer than the {LONGEST_PASSWORD} bytes that a PDF takes into "
            f"account (letters beyond A to Z count two or more). Choose a shorter one."
        )
    for character in composed:
        if not _is_read_alike(character):
            raise UserError(
                f"The password holds a character that programs read in different ways "
                f"(U+{ord(character):04X}), so that it might not open the file elsewhere. "
                f"Choose letters, digits, signs and plain spaces."
            )


def _is_read_alike(character: str) -> bool:
    """Return whether every program makes the same bytes of a character."""
    if any(is_in(character) for is_in in _PROHIBITED):
        return False
    is_mapped = stringprep.in_table_b1(character) or stringprep.in_table_c12(character)
    return not is_mapped and unicodedata.normalize("NFKC", character) == character


def finished(pdf: bytes, finish: Finish) -> bytes:
    """Return a PDF of ours, finished; without a password the same input gives the same bytes.

    With a password it is encrypted by AES-256 (revision 6), metadata and the file inside too. What
    it claims to be is kept true: an archive is not encrypted, and one that carries a file is of
    another part of the standard.
    """
    import pikepdf  # noqa: PLC0415 - docs/decisions/0022: only where a plan is finished

    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        _claim(document, finish)
        if finish.attachment is not None:
            _attach(document, finish.attachment)
        document.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            encryption=_encryption(finish.password),
            deterministic_id=not finish.password,
            fix_metadata_version=False,
        )
    return written.getvalue()


def _encryption(password: str) -> "Encryption | None":
    """Return how the file is locked: who can open it may also print, copy and annotate it.

    Rights that a PDF withholds are kept by polite programs alone, so none is withheld.
    """
    import pikepdf  # noqa: PLC0415 - docs/decisions/0022: only where a plan is finished

    if not password:
        return None
    composed = unicodedata.normalize("NFC", password)
    everything = pikepdf.Permissions(modify_assembly=True)
    return pikepdf.Encryption(owner=composed, user=composed, R=6, allow=everything)


def _claim(document: "Pdf", finish: Finish) -> None:
    """Keep true what the file claims to be."""
    kept = document.Root.get("/Metadata")
    if kept is None:
        return
    carries = finish.attachment is not None
    part = None if finish.password else CARRYING_PART if carries else PLAIN_PART
    kept.write(claiming(kept.read_bytes(), part))


def _attach(document: "Pdf", attachment: Attachment) -> None:
    """Put a file into the PDF, named in its catalogue as belonging to the whole of it."""
    from pikepdf import (  # noqa: PLC0415 - docs/decisions/0022: only where a plan is finished
        Array,
        Dictionary,
        String,
    )

    root = document.Root
    described = document.make_indirect(_file_inside(document, attachment))
    if "/Names" not in root:
        root.Names = Dictionary()
    root.Names.EmbeddedFiles = Dictionary(Names=Array([String(attachment.name), described]))
    root.AF = Array([described])


def _file_inside(document: "Pdf", attachment: Attachment) -> "Object":
    """Return the description of a file inside, which holds the file itself."""
    from pikepdf import (  # noqa: PLC0415 - docs/decisions/0022: only where a plan is finished
        Dictionary,
        Name,
        Stream,
        String,
    )

    stream = Stream(document, attachment.data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{attachment.mime}")
    stream.Params = Dictionary(
        Size=len(attachment.data),
        CheckSum=String(md5(attachment.data, usedforsecurity=False).digest()),
        ModDate=String(f"D:{attachment.day:%Y%m%d}000000Z"),
    )
    return Dictionary(
        Type=Name.Filespec,
        F=String(attachment.name),
        UF=String(attachment.name),
        Desc=String(attachment.description),
        AFRelationship=Name(f"/{attachment.relationship.value}"),
        EF=Dictionary(F=stream, UF=stream),
    )
