"""Make the fonts that the report embeds, from the full static fonts.

    python tools/bake_fonts.py FOLDER

FOLDER holds the unpacked npm packages that ``resources/fonts/README.md`` names (``npm pack``
fetches them); their folders may lie at any depth. Needs fonttools, which nothing else in the
project does.

What is changed: only the characters of each recipe are kept, hinting is dropped, digits of equal
width become the default in the "Tab" files (the PDF library cannot switch a font's features on),
and Source Serif 4 gets another family name, because its licence reserves the name "Source" for
the unmodified fonts. Layout tables are kept where letters join, and dropped everywhere else.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

TARGET: Final = Path(__file__).parent.parent / "resources" / "fonts"

CHARACTERS: Final[tuple[range, ...]] = (
    range(0x0020, 0x007F),  # Latin
    range(0x00A0, 0x02B0),  # Latin-1, Latin Extended-A and -B, phonetic letters
    range(0x02B0, 0x0370),  # modifier letters, combining marks
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x1E00, 0x2000),  # Latin Extended Additional, Greek Extended
    range(0x2000, 0x2070),  # punctuation and spaces
    range(0x2070, 0x20C1),  # superscripts, currency
    range(0x2100, 0x2190),  # letterlike symbols, fractions
    range(0x2190, 0x2200),  # arrows
    range(0x2200, 0x2270),  # mathematical operators
    range(0x2500, 0x2800),  # boxes, shapes, check marks, stars
    range(0xFB01, 0xFB03),  # fi, fl
    range(0xFFFC, 0xFFFE),  # replacement characters
)

_COMMON: Final[tuple[range, ...]] = (
    range(0x0020, 0x0041),  # spaces, punctuation and digits, as they stand among the letters
    range(0x005B, 0x0061),
    range(0x007B, 0x007F),
    range(0x00A0, 0x00BF),
    range(0x00D7, 0x00D8),
    range(0x00F7, 0x00F8),
    range(0x2000, 0x2070),
    range(0x20A0, 0x20C1),
    range(0x2212, 0x2213),
    range(0x25CC, 0x25CD),  # the circle under a mark that stands alone
)
ARABIC: Final[tuple[range, ...]] = (
    *_COMMON,
    range(0x0600, 0x0700),
    range(0x0750, 0x0780),
    range(0x08A0, 0x0900),
    range(0xFB50, 0xFE00),
    range(0xFE70, 0xFF00),
)
HEBREW: Final[tuple[range, ...]] = (*_COMMON, range(0x0590, 0x0600), range(0xFB1D, 0xFB50))
EMOJI: Final[tuple[range, ...]] = (
    range(0x231A, 0x2B56),
    range(0x1F300, 0x1F550),  # weather, food, feasts, sport, animals, people, objects
    range(0x1F57A, 0x1F5C4),
    range(0x1F5FA, 0x1F650),  # faces and hands
    range(0x1F680, 0x1F6D0),  # traffic
    range(0x1F910, 0x1F94C),  # more faces and hands
    range(0x1F950, 0x1F97B),  # more food, more faces
)
TONES: Final = range(0x1F3FB, 0x1F400)

TABULAR: Final = frozenset(map(ord, "0123456789+=\N{MINUS SIGN}\N{PLUS-MINUS SIGN}"))

DROPPED_TABLES: Final = ("STAT", "HVAR", "MVAR", "meta", "gasp", "DSIG", "vhea", "vmtx")
LAYOUT_TABLES: Final = ("GSUB", "GPOS", "GDEF")
JOINING: Final = (
    *("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt"),
    *("kern", "mark", "mkmk"),
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One shipped font: where it comes from and what it is called."""

    source: str
    family: str
    style: str
    tabular: bool = field(default=False, kw_only=True)
    characters: tuple[range, ...] = field(default=CHARACTERS, kw_only=True)
    em: int = field(default=0, kw_only=True)

    @property
    def joins(self) -> bool:
        """Tell whether letters take other shapes beside one another, or carry marks."""
        return self.characters in {ARABIC, HEBREW}

    @property
    def target(self) -> str:
        """Return the name of the file."""
        return f"{self.family.replace(' ', '')}-{self.style}"


RECIPES: Final[tuple[Recipe, ...]] = (
    Recipe("Inter_400Regular", "Inter", "Regular"),
    Recipe("Inter_600SemiBold", "Inter", "SemiBold"),
    Recipe("Inter_700Bold", "Inter", "Bold"),
    Recipe("Inter_400Regular_Italic", "Inter", "Italic"),
    Recipe("Inter_400Regular", "Inter Tab", "Regular", tabular=True),
    Recipe("Inter_600SemiBold", "Inter Tab", "SemiBold", tabular=True),
    Recipe("SourceSerif4_400Regular", "Plan Serif", "Regular"),
    Recipe("SourceSerif4_600SemiBold", "Plan Serif", "SemiBold"),
    Recipe("Vazirmatn_400Regular", "Vazirmatn", "Regular", characters=ARABIC),
    Recipe("Vazirmatn_600SemiBold", "Vazirmatn", "SemiBold", characters=ARABIC),
    Recipe("NotoSansHebrew_400Regular", "Noto Sans Hebrew", "Regular", characters=HEBREW),
    Recipe("NotoSansHebrew_600SemiBold", "Noto Sans Hebrew", "SemiBold", characters=HEBREW),
    Recipe("NotoEmoji_400Regular", "Noto Emoji", "Regular", characters=EMOJI, em=512),
)


def substitutions(font: TTFont, feature: str) -> dict[str, str]:
    """Return the one-to-one glyph substitutions of a layout feature."""
    found: dict[str, str] = {}
    for subtable in feature_subtables(font["GSUB"].table, feature):
        found.update(getattr(subtable, "mapping", {}))
    return found


def feature_subtables(layout: otTables.GSUB, feature: str) -> Iterator[object]:
    """Yield the lookup subtables that a layout feature uses."""
    for record in layout.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for subtable in layout.LookupList.Lookup[index].SubTable:
                    yield getattr(subtable, "ExtSubTable", subtable)


def bake_tabular(font: TTFont) -> None:
    """Map digits and signs to their glyphs of equal width; letters and hyphens stay."""
    tabular = substitutions(font, "tnum")
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in TABULAR & table.cmap.keys():
                table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])


def empty_tones(font: TTFont) -> None:
    """Let tones of skin show nothing beside the emoji before them: the font has no colours."""
    for code in TONES:
        name = font.getBestCmap()[code]
        font["glyf"][name] = Glyph()
        font["hmtx"][name] = (0, 0)


def keep_characters(font: TTFont, codes: Iterable[int], *, joins: bool) -> None:
    """Drop every glyph that is not needed for these characters, and layout where none joins."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = list(JOINING) if joins else []
    options.drop_tables += [*DROPPED_TABLES, *(() if joins else LAYOUT_TABLES)]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the font its family and style name; copyright and licence stay as they are."""
    full = f"{recipe.family} {recipe.style}"
    names = {1: full, 2: "Regular", 3: f"{recipe.target}; subset", 4: full, 6: recipe.target}
    table = font["name"]
    kept = {0, 5, 7, 13, 14}
    table.names = [record for record in table.names if record.nameID in kept]
    for identifier, text in names.items():
        table.setName(text, identifier, 3, 1, 0x409)


def bake(source: Path, recipe: Recipe) -> int:
    """Write one shipped font and return its size in bytes."""
    font = TTFont(source, recalcTimestamp=False)
    if recipe.tabular:
        bake_tabular(font)
    codes = {code for block in recipe.characters for code in block}
    keep_characters(font, codes, joins=recipe.joins)
    if recipe.em:
        scale_upem(font, recipe.em)
        empty_tones(font)
    rename(font, recipe)
    target = TARGET / f"{recipe.target}.ttf"
    font.save(target)
    return target.stat().st_size


def find(folder: Path, name: str) -> Path:
    """Return the one file of that name below the folder."""
    found = sorted(folder.rglob(name))
    if not found:
        message = f"{name} is not below {folder}: unpack the npm packages there."
        raise SystemExit(message)
    return found[0]


def main(arguments: list[str]) -> int:
    """Bake every font of ``RECIPES`` and print the sizes."""
    parser = argparse.ArgumentParser(description="Make the fonts that the report embeds.")
    parser.add_argument("folder", type=Path, help="where the npm packages are unpacked")
    folder = parser.parse_args(arguments).folder
    for recipe in RECIPES:
        size = bake(find(folder, f"{recipe.source}.ttf"), recipe)
        sys.stdout.write(f"{recipe.target}.ttf  {size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
