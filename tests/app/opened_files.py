"""Everything that stands in a file of any format, as texts: after decompression, tags and folds."""

import html
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from socialplanner.presentation.plan_formats import Format


def texts(data: bytes, kind: Format) -> Iterator[str]:
    """Yield all that somebody could find in a file, however it is read."""
    yield from _plain(data)
    if kind is Format.PDF:
        yield from _in_pdf(data)
    elif kind is Format.ICS:
        yield re.sub("\r\n[ \t]", "", data.decode()).replace("\\", "")
    else:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from _plain(archive.read(name))


def _plain(data: bytes) -> Iterator[str]:
    """Yield bytes as the encodings that formats use, with and without tags."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        text = data.decode(encoding, errors="replace")
        yield text
        yield html.unescape(re.sub("<[^>]*>", "", text))


def _in_pdf(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield re.sub(r"[\s\ufffe]+", " ", page.get_textpage().get_text_range())
    yield from map(str, document.get_metadata_dict().values())
    for item in document.get_toc():
        yield item.get_title()
    document.close()
    with pikepdf.open(BytesIO(data)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream):
                yield from _plain(each.read_bytes(pikepdf.StreamDecodeLevel.all))
            yield from _strings(each)


def _strings(value: object) -> Iterator[str]:
    """Yield the texts in an object, such as alternative texts and titles."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            if not getattr(each, "is_indirect", False):
                yield from _strings(each)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for each in value.values():
            if not getattr(each, "is_indirect", False):
                yield from _strings(each)
