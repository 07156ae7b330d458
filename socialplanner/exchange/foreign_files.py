"""Recognise by their first bytes what people offer by mistake, and say where it belongs."""

import re

_STARTS = (
    (b"%PDF-", "a PDF"),
    (b"SQLite format 3\0", "a profile"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
)
_INSIDE_ZIP = (
    (b"xl/", "an Excel workbook"),
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint file"),
    (b"mimetypeapplication/", "an OpenDocument file"),
)
_REMEDIES = {
    "a PDF": "A plan on paper cannot be read back; ask for the bundle it was made from.",
    "a profile": "It needs no import: copy it into the folder of profiles, or open it there.",
    "a PNG picture": "Set it as the logo of a profile instead.",
    "a JPEG picture": "Set it as the logo of a profile instead.",
    "an Excel workbook": "What was filled into the workbook of a plan, or a table of a platform, "
    "goes into the logbook: choose it there under “Out of files”, or use log import.",
    "an old Office document": "A table of a platform goes into the logbook: choose it there under "
    "“Out of files”, or use log import.",
    "an answers file": "Import it as answers, or make a plan of it directly.",
    "a web page": "A download may have asked for a login; download the bundle again.",
}
_OTHERWISE = "Choose a file whose name ends in .socialplan-bundle."
_FIRST_BYTES = 4_096
_TABLE = re.compile(r"^\s*\[\s*(?:profile|answers|choices)\b", re.MULTILINE)
_JSON_KEY = re.compile(r"\"(?:profile|answers|choices)\"\s*:")


def foreign_kind(data: bytes) -> str:
    """Return what kind of file this is in a few words; nothing for one we cannot name."""
    if not data:
        return "an empty file"
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _INSIDE_ZIP if mark in data), "a zip file")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP picture"
    if data[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}:
        return "a HEIC or AVIF picture"
    return _text_kind(data[:_FIRST_BYTES].decode("utf-8-sig", errors="replace"))


def advice(data: bytes) -> str:
    """Return what a file is that is no bundle, and where it belongs, in whole sentences."""
    kind = foreign_kind(data)
    found = f"This is {kind}, not a bundle" if kind else "This is not a bundle of SocialPlanner"
    return f"{found}. {_REMEDIES.get(kind, _OTHERWISE)}"


def _text_kind(text: str) -> str:
    """Return what kind of text begins like this; nothing for any other."""
    start = text.lstrip().lower()
    if start.startswith(("<!doctype html", "<html")):
        return "a web page"
    if start.startswith(("<svg", "<?xml", "<!doctype svg")):
        return "an SVG picture" if "<svg" in start else "an XML file"
    if _TABLE.search(text) or (start.startswith("{") and _JSON_KEY.search(text)):
        return "an answers file"
    return ""
