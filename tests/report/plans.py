"""Plans of the samples as files, made once."""

from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image

from socialplanner import paths
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.report.plan_document import plan_pdf

DAY: Final = date(2026, 11, 23)
SHORT: Final = (PlanPart.MIX, PlanPart.WEEK, PlanPart.APPENDIX)
"""Parts with headings, paragraphs, lists, tables and figures."""


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    return load_catalogue(paths.catalogue_dir())


@cache
def assessed(name: str = "cafe") -> Assessment:
    """Return the assessment of a sample."""
    file = read_answers_file(catalogue(), paths.samples_dir() / f"{name}.toml")
    return assess(catalogue(), file.profile, file.answers, file.choices, DAY)


def plan(options: PlanOptions, name: str = "cafe") -> bytes:
    """Return the plan of a sample."""
    return plan_pdf(catalogue(), assessed(name), options)


@cache
def logo() -> bytes:
    """Return a logo that one can see through."""
    written = BytesIO()
    Image.new("RGBA", (640, 200), (200, 30, 90, 128)).save(written, format="PNG")
    return written.getvalue()


SCRIPTS: Final = (
    "Κατάστημα 12, Жизнь, Łódź",
    "برنامه‌ی ۹۰ روزه (نسخه 2)، «سلام»",
    "בית קפה 12 (א) “שלום”",
    "東京のカフェ 漢字",
    "Café 🙂👩‍👩‍👧 ☕ end",
    "Café کافه 12 東京 🙂 end",
    "सुबह की रोशनी",
)
"""Words in scripts with fonts of their own, and in some that no font of ours has."""


@cache
def plan_in_scripts() -> bytes:
    """Return a plan whose sender writes in many scripts, one to a line."""
    words = "\n".join(SCRIPTS)
    return plan(PlanOptions(parts=(PlanPart.MIX,), opening=words, footer=words, sender=words))


@cache
def short_plan(*, is_tagged: bool = True) -> bytes:
    """Return a plan of few pages with a logo, contents, links and the sender's own words."""
    return plan(
        PlanOptions(
            parts=SHORT,
            logo=logo(),
            opening="First line\nSecond line",
            closing="The end",
            notes={PlanPart.WEEK: "A remark on the week"},
            mark="Confidential",
            has_contents=True,
            is_tagged=is_tagged,
        )
    )
