"""The first slide: whose plan it is, what it is, who made it for whom, and when."""

from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import CoverKind
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.cover import Cover, ornament
from socialplanner.report.office_fit import fitting_size, shortened
from socialplanner.report.office_plan import OfficePlan
from socialplanner.report.office_text import without_orphan
from socialplanner.report.picture import drawn_png
from socialplanner.report.plan_content import OPENING
from socialplanner.report.plan_document import cover_of
from socialplanner.report.slides.master import (
    FIELD,
    FIRST_TITLE,
    HEIGHT,
    MARGIN,
    SUBTITLE,
    WIDTH,
    on_field,
)
from socialplanner.report.slides.places import Box, Type
from socialplanner.report.slides.slate import Slate, Words, fitted

_NAMES: Final = Box(left=MARGIN, top=84, width=WIDTH - 2 * MARGIN, height=86)
_LOGO: Final = Box(left=MARGIN, top=24, width=190, height=48)
_MARK: Final = Box(left=WIDTH - MARGIN - 300, top=24, width=300, height=14)
_KICKER: Final = Box(left=MARGIN, top=FIELD + 34, width=560, height=16)
_ORNAMENT: Final = Box(left=620, top=FIELD + 2, width=WIDTH - 620, height=HEIGHT - FIELD - 2)
_DRAWN: Final = 2.6
_SIZES: Final = (34.0, 28.0, 22.0, 18.0, 15.0, 12.0)
_LEAST: Final = 10.0
_DPI: Final = 100


def front(slate: Slate, source: PlanSource, plan: OfficePlan) -> tuple[str, ...]:
    """Write the first slide, also where a printed plan has no cover; return what may be said."""
    options = source.options
    if options.cover is CoverKind.NONE:
        options = replace(options, cover=CoverKind.PLAIN)
    cover = cover_of(source.assessment, source.summary, options, plan.logo)
    if cover is None:
        return ()
    if cover.profile:
        _show_profile(slate, cover, plan)
    size = fitting_size(cover.name, _SIZES, (_NAMES.width, _NAMES.height))
    name = Type(size=size, colour="tx2", is_bold=True, is_heading=True)
    slate.words([Words(text=cover.name, look=name)], _NAMES, is_low=True)
    if plan.logo is not None:
        wide, high = plan.logo.size_within(_LOGO.width, _LOGO.height)
        slate.logo(replace(_LOGO, width=wide, height=high))
    if cover.mark:
        look = Type(size=9, colour="accent6", is_bold=True, side="r", tracking=1)
        slate.words([Words(text=cover.mark, look=look)], _MARK)
    _write_titles(slate, cover, on_field(plan.theme))
    opening = [f"{OPENING}: {options.opening}"] if options.opening.strip() else []
    return (cover.name, cover.subtitle, *cover.details, *opening)


def _write_titles(slate: Slate, cover: Cover, ink: str) -> None:
    kicker = Type(size=11, colour=ink, is_bold=True, tracking=1)
    slate.words([Words(text=cover.kicker, look=kicker)], _KICKER)
    title = replace(FIRST_TITLE.look, colour=ink)
    slate.into(0, fitted([Words(text=without_orphan(cover.title), look=title)], FIRST_TITLE.box)[0])
    small = replace(SUBTITLE.look, colour=ink)
    lines = [Words(text=text, look=small, after=3) for text in cover.details if text]
    shown, _ = fitted(lines, SUBTITLE.box)
    if len(shown) < len(lines):
        size, room = _LEAST, (SUBTITLE.box.width, SUBTITLE.box.height / len(lines) - 3)
        least = replace(small, size=size)
        shown = [replace(one, text=shortened(one.text, size, room), look=least) for one in lines]
    slate.into(SUBTITLE.index, shown)


def _show_profile(slate: Slate, cover: Cover, plan: OfficePlan) -> None:
    """Show the client's own profile as an ornament."""
    size = (_ORNAMENT.width * _DRAWN, _ORNAMENT.height * _DRAWN)
    centre = (size[0] * 0.56, size[1] * 0.58)
    png = drawn_png(
        size,
        plan.theme,
        lambda pen: ornament(cover, pen, centre),
        dpi=_DPI,
        ground=Colour.BRAND,
    )
    slate.ornament(png, _ORNAMENT)
