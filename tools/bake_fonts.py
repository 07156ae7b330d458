"""Make the fonts that the report embeds, from the full static fonts.

    python tools/bake_fonts.py FOLDER

FOLDER holds the two unpacked npm packages ``@expo-google-fonts/inter`` and
``@expo-google-fonts/source-serif-4`` (``npm pack`` fetches them); their folders may lie at any
depth. Needs fonttools, which nothing else in the project does.

What is changed: only the characters of ``CHARACTERS`` are kept, hinting and layout tables are
dropped, digits of equal width become the default in the "Tab" files (the PDF library cannot
switch a font's features on), and Source Serif 4 gets another family name, because its licence
reserves the name "Source" for the unmodified fonts.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

TARGET: Final = Path(__file__).parent.parent / "resources" / "fonts"

CHARACTERS: Final[tuple[range, ...]] = (
    range(0x0020, 0x007F),  # Latin
    range(0x00A0, 0x0250),  # Latin-1, Latin Extended-A and -B
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

TABULAR: Final = frozenset(map(ord, "0123456789+=\N{MINUS SIGN}\N{PLUS-MINUS SIGN}"))

DROPPED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "STAT", "HVAR", "MVAR", "meta", "gasp", "DSIG")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One shipped font: where it comes from and what it is called."""

    source: str
    target: str
    family: str
    style: str
    tabular: bool = False


RECIPES: Final[tuple[Recipe, ...]] = (
    Recipe(source="Inter_400Regular", target="Inter-Regular", family="Inter", style="Regular"),
    Recipe(source="Inter_600SemiBold", target="Inter-SemiBold", family="Inter", style="SemiBold"),
    Recipe(source="Inter_700Bold", target="Inter-Bold", family="Inter", style="Bold"),
    Recipe(source="Inter_400Regular_Italic", target="Inter-Italic", family="Inter", style="Italic"),
    Recipe(
        source="Inter_400Regular",
        target="InterTab-Regular",
        family="Inter Tab",
        style="Regular",
        tabular=True,
    ),
    Recipe(
        source="Inter_600SemiBold",
        target="InterTab-SemiBold",
        family="Inter Tab",
        style="SemiBold",
        tabular=True,
    ),
    Recipe(
        source="SourceSerif4_400Regular",
        target="PlanSerif-Regular",
        family="Plan Serif",
        style="Regular",
    ),
    Recipe(
        source="SourceSerif4_600SemiBold",
        target="PlanSerif-SemiBold",
        family="Plan Serif",
        style="SemiBold",
    ),
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


def keep_characters(font: TTFont, codes: Iterable[int]) -> None:
    """Drop every glyph that is not needed for these characters, and all layout tables."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += list(DROPPED_TABLES)
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
    keep_characters(font, (code for block in CHARACTERS for code in block))
    rename(font, recipe)
    target = TARGET / f"{recipe.target}.ttf"
    font.save(target)
    return target.stat().st_size


def find(folder: Path, name: str) -> Path:
    """Return the one file of that name below the folder."""
    found = sorted(folder.rglob(name))
    if not found:
        message = f"{name} is not below {folder}: unpack both npm packages there."
        raise SystemExit(message)
    return found[0]


def main(arguments: list[str]) -> int:
    """Bake every font of ``RECIPES`` and print the sizes."""
    parser = argparse.ArgumentParser(description="Make the fonts that the report embeds.")
    parser.add_argument("folder", type=Path, help="where the two npm packages are unpacked")
    folder = parser.parse_args(arguments).folder
    for recipe in RECIPES:
        size = bake(find(folder, f"{recipe.source}.ttf"), recipe)
        sys.stdout.write(f"{recipe.target}.ttf  {size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
