"""What a file says of itself: its title, its language, its structure, and where links lead."""

from dataclasses import dataclass
from datetime import date
from hashlib import md5
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from socialplanner.report.characters import normalise
from socialplanner.report.claims import COLOURS, archive_claim, colour_profile, sayable
from socialplanner.report.structure import Structure

for _kind, _names in (
    (pdfdoc.PDFPage, ("StructParents", "Tabs")),
    (pdfdoc.PDFCatalog, ("OutputIntents",)),
):
    _kind.__NoDefault__ = [*_kind.__NoDefault__, *_names]
# An archive knows no pages that fade over; ReportLab writes an empty entry for them.
pdfdoc.PDFPage.__NoDefault__ = [name for name in pdfdoc.PDFPage.__NoDefault__ if name != "Trans"]

_SECURE: Final = "https://"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself; the date is the plan's, never the clock's."""

    title: str
    author: str
    subject: str
    language: str
    creator: str
    day: date


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The moment ReportLab writes as the date of the file."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int = 0
    dmm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a link leads: a page of the web that the catalogue names, or a place in this file.

    `says` tells it to who cannot see the words of the link. ValueError for an address that is not
    secure: no address of a person's ever becomes a link.
    """

    says: str
    address: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse every address but one of a secure page."""
        if self.address and not self.address.startswith(_SECURE):
            raise ValueError(f"A link leads to a page with https, not to {self.address!r}.")

    def entries(self, canvas: Canvas) -> dict[str, object]:
        """Return what an annotation says of it."""
        entries: dict[str, object] = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": pdfdoc.PDFString(self.says),
        }
        if self.address:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(self.address)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        else:
            entries["Dest"] = canvas._bookmarkReference(self.place)  # type: ignore[attr-defined]  # noqa: SLF001
        return entries


class Raw(pdfdoc.PDFObject):
    """An object of the file that is written already."""

    def __init__(self, text: str) -> None:
        """Hold the text."""
        self.text = text

    def format(self, document: object) -> bytes:
        """Return the text."""
        del document
        return self.text.encode("ascii")


def describe(canvas: Canvas, about: About) -> None:
    """Say in a file what it is."""
    canvas.setTitle(sayable(normalise(about.title)))
    canvas.setAuthor(sayable(normalise(about.author)))
    canvas.setSubject(sayable(normalise(about.subject)))
    canvas.setCreator(sayable(normalise(about.creator)))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    day = about.day
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    document._timeStamp = _Stamp((day.year, day.month, day.day, 0, 0, 0))  # noqa: SLF001
    document.signature = md5(usedforsecurity=False)
    document.Catalog.Metadata = pdfdoc.XMP(creator=_packet)
    document.Catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])


def tag_page(canvas: Canvas, page: int) -> None:
    """Say of a page that was ended which marks are on it, and that keys follow the structure."""
    made = canvas._doc.Pages.pages[-1]  # type: ignore[attr-defined]  # noqa: SLF001
    made.StructParents = page - 1
    made.Tabs = pdfdoc.PDFName("S")


def tag(canvas: Canvas, structure: Structure) -> None:
    """Write the structure of all pages into a file."""
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    numbers = document.idToObjectNumberAndVersion
    written = structure.objects(
        document.objectcounter + 1,
        lambda page: int(numbers[f"Page{page}"][0]),
        lambda name: int(numbers[f"Annot.{name}"][0]),
    )
    names = [f"Structure{place}" for place in range(len(written))]
    for name, text in zip(names, written, strict=True):
        document.Reference(Raw(text), name)
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(names[0])
    document.Catalog.MarkInfo = Raw("<</Marked true>>")


def _output_intent(document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """Return which colours the numbers on the pages mean."""
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), colour_profile())
    profile.filters = [pdfdoc.PDFZCompress]
    words = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(COLOURS),
        "Info": pdfdoc.PDFString(COLOURS),
        "DestOutputProfile": document.Reference(profile, "ColourProfile"),  # type: ignore[no-untyped-call]
    }
    return pdfdoc.PDFDictionary(words)


def _packet(document: pdfdoc.PDFDocument) -> bytes:
    """Return what the file says of itself as XMP (ISO 16684-1), equal to its Info."""
    info, moment = document.info, document._timeStamp.YMDhms  # type: ignore[attr-defined]  # noqa: SLF001
    year, month, day = moment[:3]
    stamp = f"{year:04d}-{month:02d}-{day:02d}T00:00:00+00:00"
    words = {
        "dc:format": "application/pdf",
        "dc:title": _alternatives(info.title),
        "dc:creator": f"<rdf:Seq><rdf:li>{escape(info.author)}</rdf:li></rdf:Seq>",
        "dc:description": _alternatives(info.subject),
        "xmp:CreateDate": stamp,
        "xmp:ModifyDate": stamp,
        "xmp:CreatorTool": escape(info.creator),
        "pdf:Producer": escape(info.producer),
        "pdf:Keywords": escape(info.keywords),
    }
    said = "".join(f"<{name}>{value}</{name}>" for name, value in words.items())
    packet = _PACKET.format(said=said, claim=archive_claim(), padding=" " * 100)
    return packet.encode("utf-8", "replace")


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
    "{said}</rdf:Description>{claim}</rdf:RDF></x:xmpmeta>{padding}"
    '<?xpacket end="w"?>'
)
