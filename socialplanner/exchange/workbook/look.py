"""How cells look: a value for each kind of cell, made into a format once."""

from dataclasses import dataclass, replace
from typing import Any, Final

from socialplanner.exchange.workbook.texts import Sort
from socialplanner.presentation.brand_colours import INK, USUAL, blend, brand_colours
from socialplanner.presentation.contrast import RGB, rgb

HOURS: Final = "0.0"
DAY: Final = "yyyy-mm-dd"
"""A day that reads the same in every country."""

COUNT: Final = "[>=10]#,##0;0.0"
"""As `formats.count`: one decimal below ten, none above."""

RARE: Final = 0.5
"""Below this many a month, a number is said as one in so many months."""

NEEDED: Final = "[>=10]#,##0;[>=0.5]0.0;0.00"
"""As `COUNT`, and what is rarer than half a time a month with one digit more."""

MONEY: Final = "[>=99.995]{0}#,##0;[>=0]{0}0.00;{0}-{1}"
"""As `formats.money`: whole units from a hundred on; a minus stands right before its digits."""

MONEY_EDGE: Final = 99.995

SHARE: Final = '[<0.001]"under 5%";[>0.999]"over 95%";"about "0%'
"""As `formats.percent`, for a share in whole fives that is neither none nor all."""

WHOLE_SHARE: Final = "0%"
HOURS_CHANGE: Final = '+0.0;-0.0;"same"'
CHANGE: Final = "+#,##0.0;-#,##0.0;0.0"
SHARE_CHANGE: Final = "+0%;-0%;0%"
PLAIN: Final = "General"
LONGEST_SIGN: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell looks; colours are names of the palette."""

    number: str = ""
    size: float = 10
    is_bold: bool = False
    is_wrapped: bool = True
    is_italic: bool = False
    is_input: bool = False
    align: str = "left"
    valign: str = "top"
    ink: str = "ink"
    fill: str = ""
    rule: str = "rule"
    has_line_above: bool = False
    indent: int = 1


TITLE: Final = Look(size=18, is_bold=True, is_wrapped=False, ink="words", rule="", indent=0)
HEADLINE: Final = Look(size=13, is_bold=True, ink="words", rule="", indent=0)
HEADING: Final = replace(HEADLINE, size=12, is_wrapped=False, valign="bottom")
PROSE: Final = Look(rule="", indent=0)
LEAD: Final = replace(PROSE, is_bold=True)
MUTED: Final = replace(PROSE, ink="muted", size=9)
ASIDE: Final = replace(MUTED, is_wrapped=False)
"""Said in one line that runs on over what is empty beside it."""

CELL: Final = Look()
STRONG: Final = Look(is_bold=True)
HEAD: Final = Look(is_bold=True, ink="on_field", fill="field", valign="vcenter")
HEAD_RIGHT: Final = Look(
    is_bold=True, ink="on_field", fill="field", valign="vcenter", align="right"
)
BAND: Final = Look(is_bold=True, fill="pale")
UNIT: Final = Look(size=9, ink="muted", align="right")
BIG: Final = Look(size=16, is_bold=True, ink="words", valign="vcenter", is_wrapped=False)


def number(shape: str) -> Look:
    """Return the look of a number."""
    return Look(number=shape, align="right")


def total(shape: str) -> Look:
    """Return the look of a total."""
    return Look(number=shape, align="right", is_bold=True, has_line_above=True)


TOTAL_NAME: Final = Look(is_bold=True, has_line_above=True)
DATE: Final = Look(number=DAY)


def band_number(shape: str) -> Look:
    """Return the look of a subtotal in a band."""
    return Look(number=shape, align="right", is_bold=True, fill="pale")


def entry(shape: str = PLAIN, align: str = "right") -> Look:
    """Return the look of a cell that a person fills in."""
    return Look(number=shape, align=align, is_input=True, fill="input")


def money(currency: str, amount: float = 0.0) -> str:
    """Return the shape of money; a currency that is more than a short sign stands apart.

    Below nought only two shapes are left, so the one that fits the amount is taken.
    """
    sign = currency.strip()
    is_plain = len(sign) <= LONGEST_SIGN and all(c.isalpha() or c in "$€£¥₹₺₽₴₩" for c in sign)
    quoted = f'"{sign}"' if len(sign) == 1 else f'"{sign} "'
    below = "#,##0" if amount <= -MONEY_EDGE else "0.00"
    return MONEY.format(quoted if sign and is_plain else "", below)


def palette(colours: tuple[str, ...]) -> dict[str, str]:
    """Return the colours of a brand by name, readable whatever they are."""
    brand, accent = (*colours, *USUAL[len(colours) :])
    made = brand_colours(brand, accent)
    return {
        "ink": code(INK),
        "words": code(made.words),
        "muted": "#5C6875",
        "rule": "#D3D9E0",
        "field": code(made.field),
        "on_field": code(made.on_field),
        "pale": code(blend(made.bars, 0.08)),
        "input": "#FFFDF2",
        "media": code(made.bars),
        "network": code(made.network),
        "media_tint": code(blend(made.bars, 0.35)),
        "network_tint": code(blend(made.network, 0.4)),
    }


def tint(colour: str, strength: float) -> str:
    """Return a colour lighter than it is."""
    return code(blend(rgb(colour), strength))


def code(colour: RGB) -> str:
    """Return a colour as ``#14365C``."""
    return "#" + "".join(f"{round(255 * part):02X}" for part in colour)


def properties(look: Look, colours: dict[str, str], sort: Sort) -> dict[str, Any]:
    """Return what XlsxWriter is told of a look, for a sort of text."""
    told: dict[str, Any] = {
        "font_size": look.size,
        "font_color": colours[look.ink],
        "bold": look.is_bold,
        "italic": look.is_italic,
        "text_wrap": look.is_wrapped,
        "align": look.align,
        "valign": look.valign,
        "locked": not look.is_input,
        "quote_prefix": sort.looks_like_formula,
        "indent": look.indent if look.align == "left" else 0,
    }
    if sort.is_right_to_left:
        told["reading_order"] = 2
        told["align"] = "right" if look.align == "left" else look.align
    if look.number:
        told["num_format"] = look.number
    if look.fill:
        told["bg_color"] = colours[look.fill]
    if look.rule:
        told.update(bottom=1, bottom_color=colours[look.rule])
    if look.is_input:
        told.update(border=1, border_color=colours[look.rule])
    if look.has_line_above:
        told.update(top=1, top_color=colours["words"])
    return told
