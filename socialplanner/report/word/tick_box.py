"""A box that can be ticked in the Word document itself, as well as by hand on paper."""

from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from socialplanner.report.word.elements import Element, runs, text_paragraph

_BOX: Final = "\N{BALLOT BOX}"
_FONT: Final = "Segoe UI Symbol"
_W14: Final = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_CONTROL: Final = f"""
<w:sdt {nsdecls("w")} {_W14}>
  <w:sdtPr>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="{_FONT}"/>
      <w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"/></w:rPr>
      <w:t>{_BOX}</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""
_TAB: Final = f"<w:r {nsdecls('w')}><w:tab/></w:r>"


def tick_box(style: str, text: str) -> Element:
    """Return a paragraph that begins with a box to tick."""
    made = text_paragraph(style, text)
    words = list(runs(text))
    for each in made[1:]:
        made.remove(each)
    made.extend((parse_xml(_CONTROL), parse_xml(_TAB), *words))
    return made
