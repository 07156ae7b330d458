"""The master of the slides and its two layouts, in the brand's colours: all slides follow them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.office_file import branded, locale_of
from socialplanner.report.office_plan import OfficePlan
from socialplanner.report.slides.places import NUMBER, Box, Place, Type, rectangle
from socialplanner.report.styles import Theme

WIDTH: Final = 960.0
HEIGHT: Final = 540.0
MARGIN: Final = 48.0
INNER: Final = WIDTH - 2 * MARGIN
FIELD: Final = 190.0
"""Where the brand's field begins on the first slide."""

FOOT: Final = 508.0
_NAMES: Final = {"Title Slide": "Title", "Title Only": "Conclusion"}
_SMALL: Final = Type(size=10, colour="folHlink")

HEADLINE: Final = Place(
    name="Title",
    kind="title",
    box=Box(left=MARGIN, top=42, width=INNER, height=72),
    look=Type(size=28, is_bold=True, is_heading=True),
    text="Conclusion",
)
LABEL: Final = Place(
    name="Part",
    kind="body",
    index=13,
    box=Box(left=MARGIN, top=22, width=560, height=16),
    look=Type(size=11, colour="accent6", is_bold=True, tracking=1),
    text="Part",
)
FOOTER: Final = Place(
    name="Footer",
    kind="ftr",
    index=11,
    box=Box(left=MARGIN, top=FOOT + 7, width=540, height=14),
    look=_SMALL,
)
PAGE: Final = Place(
    name="Slide Number",
    kind=NUMBER,
    index=12,
    box=Box(left=WIDTH - MARGIN - 60, top=FOOT + 7, width=60, height=14),
    look=Type(size=10, colour="tx2", is_bold=True, side="r"),
)
FIRST_TITLE: Final = Place(
    name="Title",
    kind="ctrTitle",
    box=Box(left=MARGIN, top=FIELD + 58, width=600, height=104),
    look=Type(size=40, is_bold=True, is_heading=True),
    text="Title",
)
SUBTITLE: Final = Place(
    name="Subtitle",
    kind="subTitle",
    index=1,
    box=Box(left=MARGIN, top=FIELD + 172, width=480, height=150),
    look=Type(size=14),
    text="Who and when",
    is_low=True,
)
_TEXT: Final = Place(
    name="Text",
    kind="body",
    index=1,
    box=Box(left=MARGIN, top=130, width=INNER, height=360),
    look=Type(size=16),
    text="Text",
)
_OF_ALL: Final = (HEADLINE, _TEXT, replace(FOOTER, index=3), replace(PAGE, index=4))


def on_field(theme: Theme) -> str:
    """Return the colour of words on the brand's field, by its name in the theme."""
    return "bg1" if theme[Colour.ON_BRAND] == theme[Colour.PAPER] else "tx1"


def give_master(presentation: Presentation, plan: OfficePlan) -> None:
    """Make an empty presentation ours: wide slides, the brand's theme, two layouts."""
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    presentation.element.sldSz.attrib.pop("type", None)  # it names the size before
    master = presentation.slide_masters[0]
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = branded(theme.blob, plan.theme)  # noqa: SLF001 - a part has no other door
    for layout in list(master.slide_layouts):
        if layout.name not in _NAMES:
            master.slide_layouts.remove(layout)
    language = locale_of(plan.language)
    _fill(master, _places(_OF_ALL, language))
    _give_text_styles(master)
    first, second = master.slide_layouts
    _fill(first, _first(plan.theme, language))
    rule = rectangle(9, "Rule", Box(left=MARGIN, top=FOOT, width=INNER, height=0.75), "accent3")
    _fill(second, [*_places((HEADLINE, LABEL, FOOTER, PAGE), language), rule])
    for layout in (first, second):
        layout.name = _NAMES[layout.name]


def _first(theme: Theme, language: str) -> list[BaseOxmlElement]:
    """Return the shapes of the first slide: the brand's field with its edge, title and subtitle."""
    field = Box(left=0, top=FIELD, width=WIDTH, height=HEIGHT - FIELD)
    edge = Box(left=MARGIN, top=FIELD - 4, width=96, height=8)
    return [
        rectangle(7, "Field", field, "accent5"),
        rectangle(8, "Edge", edge, "accent2"),
        *_places([_inked(each, theme) for each in (FIRST_TITLE, SUBTITLE)], language),
    ]


def _inked(place: Place, theme: Theme) -> Place:
    return replace(place, look=replace(place.look, colour=on_field(theme)))


def _places(places: Iterable[Place], language: str) -> list[BaseOxmlElement]:
    return [each.shape(key, language) for key, each in enumerate(places, start=2)]


def _fill(holder: SlideMaster | SlideLayout, shapes: Iterable[BaseOxmlElement]) -> None:
    tree = holder.shapes._spTree  # noqa: SLF001 - layouts have no other door
    for each in list(tree)[2:]:
        tree.remove(each)
    tree.extend(shapes)


def _give_text_styles(master: SlideMaster) -> None:
    """Say how titles and text look where a place does not say it."""
    styles = master._element.find(qn("p:txStyles"))  # noqa: SLF001 - it has no other door
    for name, look in (("titleStyle", HEADLINE.look), ("bodyStyle", _TEXT.look)):
        old = styles.find(qn(f"p:{name}"))
        new = parse_xml(f"<p:{name} {nsdecls('p', 'a')}>{look.xml('lvl1pPr')}</p:{name}>")
        styles.replace(old, new)
