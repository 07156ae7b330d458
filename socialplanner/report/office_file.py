"""What Word documents and slides share: the brand as their theme, and the same bytes each time."""

import re
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from socialplanner.presentation.contrast import RGB
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.styles import Theme

TEXT_FONT: Final = "Calibri"
HEADING_FONT: Final = "Cambria"

SCHEME: Final = {
    "dk1": Colour.INK,
    "lt1": Colour.PAPER,
    "dk2": Colour.BRAND_TEXT,
    "lt2": Colour.PALE,
    "accent1": Colour.MEDIA,
    "accent2": Colour.NETWORK,
    "accent3": Colour.MEDIA_TINT,
    "accent4": Colour.NETWORK_TINT,
    "accent5": Colour.BRAND,
    "accent6": Colour.ACCENT_TEXT,
    "hlink": Colour.BRAND_TEXT,
    "folHlink": Colour.MUTED,
}
"""The colours of a theme of an office program, by the names it has for them."""

DECORATIVE: Final = """
<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
    <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"
      val="1"/>
  </a:ext>
</a:extLst>
"""
"""Says of a picture that there is nothing to see in it, to who cannot see it."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MADE: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_LOCALES: Final = {"en": "en-GB"}


def hex_of(colour: RGB) -> str:
    """Return a colour as six digits, as office programs write it."""
    return "".join(f"{round(255 * part):02X}" for part in colour)


def locale_of(language: str) -> str:
    """Return the language of a plan as spelling checkers know it."""
    return _LOCALES.get(language, language)


def branded(xml: bytes, theme: Theme) -> bytes:
    """Return the theme of an office file in the brand's colours and in fonts that are everywhere.

    Whoever edits the file finds the brand among the colours that are offered.
    """
    text = xml.decode()
    for name, colour in SCHEME.items():
        value = f'<a:{name}><a:srgbClr val="{hex_of(theme[colour])}"/></a:{name}>'
        text = re.sub(f"<a:{name}>.*?</a:{name}>", value, text, flags=re.DOTALL)
    for name, font in (("major", HEADING_FONT), ("minor", TEXT_FONT)):
        place = rf'(<a:{name}Font>\s*<a:latin typeface=")[^"]*'
        text = re.sub(place, rf"\g<1>{font}", text)
    return re.sub('(<a:theme [^>]*name=")[^"]*', r"\g<1>Plan", text).encode()


def steady(data: bytes) -> bytes:
    """Return an office file without the time at which it was written, in what lies in it too."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(_entry(name), _workbook(part) if name.endswith(".xlsx") else part)
    return written.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _workbook(data: bytes) -> bytes:
    """Return the figures behind a chart without the time at which they were written."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            is_core = name == "docProps/core.xml"
            part = _MADE.sub(rb"\g<1>2000-01-01T00:00:00Z", part) if is_core else part
            target.writestr(_entry(name), part)
    return written.getvalue()
