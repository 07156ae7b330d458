"""Places on slides and their layouts, as presentations write them."""

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.util import Pt

NUMBER: Final = "sldNum"
_NAMES: Final = nsdecls("p", "a", "r")
_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a slide, in points from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def xml(self) -> str:
        """Return the rectangle as shapes have it."""
        sides = (self.left, self.top, self.width, self.height)
        x, y, wide, high = (round(Pt(side)) for side in sides)
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How words look: size and tracking in points, colour by its name in the theme."""

    size: float
    colour: str = "tx1"
    is_bold: bool = False
    is_heading: bool = False
    side: str = "l"
    tracking: float = 0.0

    def xml(self, tag: str) -> str:
        """Return the look as an element of a name."""
        letters = f'sz="{round(100 * self.size)}" b="{int(self.is_bold)}"'
        if self.tracking:
            letters += f' cap="all" spc="{round(100 * self.tracking)}"'
        font = "mj" if self.is_heading else "mn"
        return (
            f'<a:{tag} marL="0" indent="0" algn="{self.side}"><a:spcBef><a:spcPts val="0"/>'
            f"</a:spcBef><a:buNone/><a:defRPr {letters}><a:solidFill>"
            f'<a:schemeClr val="{self.colour}"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
            f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:{tag}>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place for words; `kind` and `index` tie that of a slide to that of its layout."""

    name: str
    kind: str
    box: Box
    look: Type
    index: int = 0
    text: str = ""
    is_low: bool = False

    def _said(self) -> str:
        index = f' idx="{self.index}"' if self.index else ""
        return f'<p:ph type="{self.kind}"{index}/>'

    def shape(self, key: int, language: str) -> BaseOxmlElement:
        """Return the place as it stands in a layout."""
        anchor = "b" if self.is_low else "t"
        look = (
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/>'
            f"</a:bodyPr><a:lstStyle>{self.look.xml('lvl1pPr')}</a:lstStyle>"
        )
        shape = f'{self.box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return self._made(key, shape, look, self._words(language, self.text))

    def used(self, key: int, language: str, text: str) -> BaseOxmlElement:
        """Return the place as it stands on a slide, with words that are cleaned already."""
        look = "<a:bodyPr/><a:lstStyle/>"
        side = f'<a:pPr algn="{self.look.side}"/>'
        return self._made(key, self.box.xml(), look, side + self._words(language, text))

    def _made(self, key: int, shape: str, look: str, words: str) -> BaseOxmlElement:
        made: BaseOxmlElement = parse_xml(
            f"<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id={quoteattr(str(key))} "
            f'name={quoteattr(self.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{self._said()}</p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr>"
            f"<p:txBody>{look}<a:p>{words}</a:p></p:txBody></p:sp>"
        )
        return made

    def _words(self, language: str, text: str) -> str:
        said = (
            f'<a:rPr lang={quoteattr(language)} sz="{round(100 * self.look.size)}"><a:solidFill>'
            f'<a:schemeClr val="{self.look.colour}"/></a:solidFill>'
            '<a:latin typeface="+mn-lt"/></a:rPr>'
        )
        if self.kind == NUMBER:
            number = escape(text or "#")
            return f'<a:fld id="{_FIELD}" type="slidenum">{said}<a:t>{number}</a:t></a:fld>'
        return f"<a:r>{said}<a:t>{escape(text)}</a:t></a:r>" if text else ""


def rectangle(key: int, name: str, box: Box, colour: str) -> BaseOxmlElement:
    """Return a filled rectangle that says nothing."""
    made: BaseOxmlElement = parse_xml(
        f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="{key}" name={quoteattr(name)}/>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{box.xml()}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )
    return made
