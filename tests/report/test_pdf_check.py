"""The checker of PDFs finds each fault that is planted, and none in a sound plan."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Final

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.report.pdf_check import faults
from tests.report.pdf_tree import Piece, tree_of
from tests.report.plans import short_plan


def pieces(pdf: Pdf, role: str) -> list[Piece]:
    return [piece for piece in tree_of(pdf).all() if piece.role == role]


def first(pdf: Pdf, role: str) -> Object:
    return pieces(pdf, role)[0].element


def link(pdf: Pdf) -> Object:
    return next(each for page in pdf.pages for each in page.get("/Annots", Array()))


def linked_page(pdf: Pdf) -> Object:
    return next(page.obj for page in pdf.pages if "/Annots" in page)


def rewritten(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Change the operators of the last page, once."""
    page = pdf.pages[-1]
    code = page.Contents.read_bytes()
    assert old in code
    page.Contents.write(code.replace(old, new, 1))


def said(pdf: Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new, 1))


def without_key(where: Callable[[Pdf], Object], key: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        del where(pdf)[key]

    return plant


def with_key(where: Callable[[Pdf], Object], key: str, value: object) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        where(pdf)[key] = value

    return plant


def renamed(role: str, other: str) -> Callable[[Pdf], None]:
    return with_key(lambda pdf: first(pdf, role), "/S", Name(f"/{other}"))


def turned_round(pdf: Pdf) -> None:
    section = pieces(pdf, "Sect")[-1].element
    section.K = Array(reversed(list(section.K)))


def with_twice_the_mark(pdf: Pdf) -> None:
    paragraph = next(piece for piece in pieces(pdf, "P") if piece.element.K[0] == 0)
    paragraph.element.K.append(0)


def with_another_owner(pdf: Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = nums[1]
    owners[0] = first(pdf, "Table")


def without_a_cell(pdf: Pdf) -> None:
    row = pieces(pdf, "TR")[-1].element
    row.K = Array(list(row.K)[:-1])


def without_its_label(pdf: Pdf) -> None:
    item = first(pdf, "LI")
    item.K = Array([*list(item.K), *list(item.K)])


def without_font(key: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        font = next(iter(pdf.pages[-1].Resources.Font.values()))
        del (font.FontDescriptor if key == "/FontFile2" else font)[key]

    return plant


def with_a_sound(pdf: Pdf) -> None:
    pdf.pages[0].Annots = pdf.make_indirect(Array([Dictionary(Subtype=Name.Sound)]))


PLANTED: Final[dict[str, tuple[Callable[[Pdf], None], str]]] = {
    "text without a tag": (
        lambda pdf: rewritten(pdf, b"BDC", b"BDC EMC"),
        "painted that is neither tagged",
    ),
    "artifact without a tag": (
        lambda pdf: rewritten(pdf, b"/Artifact BMC", b"/Artifact BMC EMC"),
        "painted that is neither tagged",
    ),
    "mark within a mark": (
        lambda pdf: rewritten(pdf, b"/Artifact BMC", b"/P<</MCID 0>>BDC /Artifact BMC EMC"),
        "begins inside of",
    ),
    "mark not closed": (lambda pdf: rewritten(pdf, b"EMC", b""), "not closed"),
    "mark without a number": (
        lambda pdf: rewritten(pdf, b"/Artifact BMC", b"/P BMC"),
        "has no number",
    ),
    "mark of nothing": (
        lambda pdf: rewritten(pdf, b"/Artifact BMC", b"/P<</MCID 0>>BDC EMC /Artifact BMC"),
        "holds nothing",
    ),
    "number of no piece": (
        lambda pdf: rewritten(pdf, b"<</MCID 0>>", b"<</MCID 9999>>"),
        "do not fit one to one",
    ),
    "number twice": (
        lambda pdf: rewritten(pdf, b"<</MCID 1>>", b"<</MCID 0>>"),
        "marks are drawn twice",
    ),
    "other tag": (lambda pdf: rewritten(pdf, b"/LBody<</MCID", b"/H1<</MCID"), "is tagged H1"),
    "other order": (turned_round, "read in another order"),
    "mark read twice": (with_twice_the_mark, "do not fit one to one"),
    "other owner": (with_another_owner, "names another piece"),
    "no alternative": (without_key(lambda p: first(p, "Figure"), "/Alt"), "no alternative text"),
    "empty alternative": (
        with_key(lambda p: first(p, "Figure"), "/Alt", " "),
        "no alternative text",
    ),
    "no place": (without_key(lambda p: first(p, "Figure"), "/A"), "where it lies"),
    "no scope": (without_key(lambda p: first(p, "TH"), "/A"), "no Scope"),
    "no first heading": (renamed("H1", "P"), "not one H1"),
    "two first headings": (renamed("H2", "H1"), "not one H1"),
    "level skipped": (renamed("H3", "H5"), "a level is skipped"),
    "unknown role": (renamed("P", "Paragraph"), "no standard role"),
    "item outside of a list": (renamed("L", "Div"), "an? LI stands in a Div"),
    "body twice": (without_its_label, "not one LBody"),
    "row outside of a table": (renamed("Table", "Sect"), "TR stands in a Sect"),
    "cell missing": (without_a_cell, "the rows of a Table have"),
    "no head": (renamed("TR", "Caption"), "a Table has no TH"),
    "empty piece": (
        with_key(lambda p: pieces(p, "P")[-1].element, "/K", Array()),
        "a P is empty",
    ),
    "other parent": (
        with_key(lambda p: first(p, "Table"), "/P", Dictionary()),
        "names another parent",
    ),
    "not marked": (without_key(lambda p: p.Root, "/MarkInfo"), "does not say that it is marked"),
    "no structure": (without_key(lambda p: p.Root, "/StructTreeRoot"), "no structure tree"),
    "no language": (without_key(lambda p: p.Root, "/Lang"), "no language"),
    "no bookmarks": (without_key(lambda p: p.Root, "/Outlines"), "no bookmarks"),
    "no title": (without_key(lambda p: p.docinfo, "/Title"), "no title"),
    "title not shown": (without_key(lambda p: p.Root, "/ViewerPreferences"), "title is not shown"),
    "no metadata": (without_key(lambda p: p.Root, "/Metadata"), "no metadata"),
    "other title": (
        lambda pdf: said(pdf, b"Social media", b"Asocial media"),
        "and in the metadata",
    ),
    "other day": (lambda pdf: said(pdf, b"2026-11-23T", b"2026-11-24T"), "different moments"),
    "claim without colours": (
        without_key(lambda p: p.Root, "/OutputIntents"),
        "without saying what colours mean",
    ),
    "font missing": (without_font("/FontFile2"), "is not in the file"),
    "font without characters": (without_font("/ToUnicode"), "which characters its codes are"),
    "no keys in order": (without_key(linked_page, "/Tabs"), "keys do not follow"),
    "link outside of the tree": (
        without_key(link, "/StructParent"),
        "does not lead from a link",
    ),
    "link without words": (without_key(link, "/Contents"), "where it leads"),
    "link that runs": (
        with_key(link, "/A", Dictionary(S=Name.JavaScript, JS="app.alert(1)")),
        "something else than open",
    ),
    "link to a page that is not secure": (
        with_key(link, "/A", Dictionary(S=Name.URI, URI="http://example.org")),
        "something else than open",
    ),
    "link without a piece": (renamed("Link", "Span"), "a link stands in no Link"),
    "a sound": (with_a_sound, "no link: /Sound"),
}


@cache
def sound() -> bytes:
    assert faults(short_plan()) == ()
    return short_plan()


@pytest.mark.parametrize("name", PLANTED)
def test_the_checker_finds_each_planted_fault(name: str) -> None:
    plant, expected = PLANTED[name]
    written = BytesIO()
    with pikepdf.open(BytesIO(sound())) as pdf:
        plant(pdf)
        pdf.save(written)
    found = "\n".join(faults(written.getvalue()))
    assert re.search(expected or ".", found), found
