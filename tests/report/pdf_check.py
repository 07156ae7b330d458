"""Check a finished PDF by machine: what ISO 32000-1, PDF/UA-1 and our own rules ask of it.

`faults` is the whole of it. What no machine can judge (whether an alternative text says enough,
whether a heading is one) is not in it; docs/accessible-pdf.md says what is checked how.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.report.pdf_content import PageContent, joined, page_content
from tests.report.pdf_tree import Annotation, Content, Piece, parents_of, tree_faults, tree_of

_NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_SAME: Final = {
    "/Title": ".//dc:title//rdf:li",
    "/Author": ".//dc:creator//rdf:li",
    "/Subject": ".//dc:description//rdf:li",
    "/Creator": ".//xmp:CreatorTool",
    "/Producer": ".//pdf:Producer",
    "/Keywords": ".//pdf:Keywords",
}
"""What is said twice, and where in the metadata."""

_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_DATE: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def faults(data: bytes, *, is_tagged: bool = True, password: str = "") -> tuple[str, ...]:
    """Return everything that is wrong with a PDF, each fault once."""
    found: list[str] = []
    with pikepdf.open(BytesIO(data), password=password) as pdf:
        found += document_faults(pdf)
        found += metadata_faults(pdf)
        found += font_faults(pdf)
        pages = [page_content(page) for page in pdf.pages]
        if is_tagged:
            found += tag_faults(pdf, pages)
        elif "/StructTreeRoot" in pdf.Root:
            found.append("a file that is not to be tagged has a structure tree")
    return tuple(dict.fromkeys(found))


def outside_faults(data: bytes, password: str = "") -> tuple[str, ...]:
    """Return what qpdf and Poppler find wrong with a PDF, where they are installed."""
    found: list[str] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.pdf"
        file.write_bytes(data)
        commands = {
            "qpdf": ["--check", f"--password={password}", str(file)],
            "pdftoppm": ["-r", "20", "-gray", "-upw", password, str(file), f"{folder}/page"],
        }
        for name, arguments in commands.items():
            program = shutil.which(name)
            if program is not None:
                done = subprocess.run(
                    [program, *arguments], capture_output=True, text=True, check=False
                )
                if done.returncode or done.stderr:
                    found.append(f"{name}: {done.stderr or done.stdout}")
    return tuple(found)


def document_faults(pdf: Pdf) -> Iterator[str]:
    """Yield what is wrong with what the file says of itself."""
    root = pdf.Root
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "the file has no title"
    if not str(root.get("/Lang", "")).strip():
        yield "the file says no language"
    if not _is_true(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle")):
        yield "the title is not shown in place of the file's name"
    if "/Outlines" not in root:
        yield "the file has no bookmarks"
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.get("/Annots", Array()):
            yield from (f"page {number}: {fault}" for fault in annotation_faults(annotation))


def annotation_faults(annotation: Object) -> Iterator[str]:
    """Yield what is wrong with an annotation: only links are ours, and to safe places."""
    if annotation.get("/Subtype") != Name.Link:
        yield f"an annotation is no link: {annotation.get('/Subtype')}"
        return
    if not str(annotation.get("/Contents", "")).strip():
        yield "a link does not say where it leads"
    action = annotation.get("/A")
    if action is None:
        if "/Dest" not in annotation:
            yield "a link leads nowhere"
    elif action.get("/S") != Name.URI or not str(action.get("/URI", "")).startswith("https://"):
        yield f"a link does something else than open a secure page: {action.get('/S')}"


def metadata_faults(pdf: Pdf) -> Iterator[str]:
    """Yield where the metadata says other things than the file is."""
    kept = pdf.Root.get("/Metadata")
    if kept is None:
        yield "the file has no metadata"
        return
    packet = kept.read_bytes().decode()
    said = ET.fromstring(packet)  # noqa: S314 - of our own making
    info = pdf.docinfo
    for name, path in _SAME.items():
        twice = (str(info.get(name, "")), said.findtext(path, "", _NAMESPACES) or "")
        if twice[0] != twice[1]:
            yield f"{name} is {twice[0]!r} and in the metadata {twice[1]!r}"
    for name, path in (("/CreationDate", ".//xmp:CreateDate"), ("/ModDate", ".//xmp:ModifyDate")):
        parts = _DATE.match(str(info.get(name, "")))
        stamp = "{}-{}-{}T{}:{}:{}".format(*parts.groups()) if parts else "no date"
        if not said.findtext(path, "", _NAMESPACES).startswith(stamp):
            yield f"{name} and the metadata name different moments"
    yield from _claim_faults(pdf, said, kept)


def _claim_faults(pdf: Pdf, said: "ET.Element[str]", kept: Object) -> Iterator[str]:
    archive = said.findtext(".//pdfaid:part", "", _NAMESPACES)
    if said.findtext(".//pdfuaid:part", "", _NAMESPACES) and "/StructTreeRoot" not in pdf.Root:
        yield "PDF/UA is claimed of a file without a structure"
    if not archive:
        return
    if pdf.is_encrypted:
        yield "PDF/A is claimed of an encrypted file"
    if "/OutputIntents" not in pdf.Root:
        yield "PDF/A is claimed without saying what colours mean"
    if "/Filter" in kept:
        yield "PDF/A is claimed with packed metadata"
    if archive != "3" and len(pdf.attachments):
        yield f"PDF/A-{archive} is claimed of a file that carries another"


def font_faults(pdf: Pdf) -> Iterator[str]:
    """Yield fonts that are not in the file, or whose words cannot be copied."""
    for page in pdf.pages:
        for font in (page.get("/Resources", Dictionary()).get("/Font") or Dictionary()).values():
            name = font.get("/BaseFont")
            deep = font.DescendantFonts[0] if font.get("/Subtype") == Name.Type0 else font
            described = deep.get("/FontDescriptor", Dictionary())
            if not any(file in described for file in _FONT_FILES):
                yield f"{name} is not in the file"
            if "/ToUnicode" not in font:
                yield f"{name} does not say which characters its codes are"


def tag_faults(pdf: Pdf, pages: list[PageContent]) -> Iterator[str]:
    """Yield what is wrong between the structure and what is drawn."""
    root = pdf.Root
    if "/StructTreeRoot" not in root:
        yield "the file has no structure tree"
        return
    if not _is_true(root.get("/MarkInfo", Dictionary()).get("/Marked")):
        yield "the file does not say that it is marked"
    tree = tree_of(pdf)
    yield from tree_faults(tree)
    for number, page in enumerate(pages, start=1):
        yield from (f"page {number}: {fault}" for fault in page.faults)
    yield from _order_faults(pdf, pages, list(tree.contents()))
    yield from _role_faults(pdf, pages, tree)
    yield from _link_faults(pdf, tree)


def _order_faults(pdf: Pdf, pages: list[PageContent], contents: list[Content]) -> Iterator[str]:
    """Yield where marks are not read once each in the order in which they are drawn."""
    parents = parents_of(pdf)
    keys = [int(page.get("/StructParents", -1)) for page in pdf.pages]
    if len(set(keys)) != len(keys):
        yield "two pages share a key of the tree of parents"
    for number, (page, drawn) in enumerate(zip(pdf.pages, pages, strict=True), start=1):
        here = [content for content in contents if content.page == page.obj.objgen]
        read = [content.number for content in here]
        twice = [mark for mark, times in Counter(drawn.numbers).items() if times > 1]
        if twice:
            yield f"page {number}: marks are drawn twice: {twice[:5]}"
        if sorted(read) != sorted(set(drawn.numbers)):
            yield f"page {number}: marks and structure do not fit one to one"
        elif read != drawn.numbers:
            yield f"page {number}: what is drawn is read in another order"
        owners = parents.get(keys[number - 1])
        listed = list(owners) if isinstance(owners, Array) else []
        for content in here:
            if content.number >= len(listed) or listed[content.number].objgen != content.owner:
                yield f"page {number}: the tree of parents misses a mark or names another piece"


def _role_faults(pdf: Pdf, pages: list[PageContent], tree: Piece) -> Iterator[str]:
    """Yield marks with another tag than the role of their piece, and words that run together."""
    marks = {
        (page.obj.objgen, mark.number): mark
        for page, drawn in zip(pdf.pages, pages, strict=True)
        for mark in drawn.marks
    }
    for piece in tree.all():
        contents = [part for part in piece.parts if isinstance(part, Content)]
        own = [marks[c.page, c.number] for c in contents if (c.page, c.number) in marks]
        for mark in own:
            if mark.tag != piece.role:
                yield f"a mark of a {piece.role} is tagged {mark.tag}"
        for one, other in pairwise(own) if piece.role != "Figure" else ():
            yield from joined(one.words, other.words)


def _link_faults(pdf: Pdf, tree: Piece) -> Iterator[str]:
    """Yield links that stand in no piece, or that the tree of parents does not lead back from."""
    parents = parents_of(pdf)
    owners = {
        part.annotation.objgen: piece
        for piece in tree.all()
        for part in piece.parts
        if isinstance(part, Annotation)
    }
    for number, page in enumerate(pdf.pages, start=1):
        links = list(page.get("/Annots", Array()))
        if links and page.get("/Tabs") != Name.S:
            yield f"page {number}: keys do not follow the structure"
        for link in links:
            owner = owners.get(link.objgen)
            back = parents.get(int(link.get("/StructParent", -1)))
            if owner is None or owner.role != "Link":
                yield f"page {number}: a link stands in no Link"
            elif back is None or back.objgen != owner.element.objgen:
                yield f"page {number}: the tree of parents does not lead from a link to its piece"


def _is_true(value: object) -> bool:
    return value is not None and bool(value)
