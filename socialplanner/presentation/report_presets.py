"""Reports one asks for again and again: which parts, how long, with which cover."""

from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import (
    ALL_PARTS,
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
)


@unique
class Preset(StrEnum):
    """The kinds of report, the usual one first."""

    OWNER = "owner"
    ONE_PAGE = "one-page"
    CONSULTANT = "consultant"
    PROGRESS = "progress"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What a preset says; all else of the options is the person's own."""

    parts: tuple[PlanPart, ...]
    cover: CoverKind = CoverKind.PROFILE
    has_contents: bool = False
    verbosity: Verbosity = Verbosity.FULL


_SHAPES: Final = {
    Preset.OWNER: _Shape(parts=ALL_PARTS),
    Preset.ONE_PAGE: _Shape(
        parts=(PlanPart.SUMMARY,), cover=CoverKind.NONE, verbosity=Verbosity.BRIEF
    ),
    Preset.CONSULTANT: _Shape(
        parts=tuple(part for part in PlanPart if part is not PlanPart.PROGRESS), has_contents=True
    ),
    Preset.PROGRESS: _Shape(
        parts=(PlanPart.SUMMARY, PlanPart.PROGRESS, PlanPart.DAYS),
        cover=CoverKind.PLAIN,
    ),
    Preset.SHEET: _Shape(parts=(PlanPart.SHEET,), cover=CoverKind.NONE),
}


_OF_A_PLAN: Final = {PlanPart.STANDING, PlanPart.MIX, PlanPart.WEEK, PlanPart.MEASURING}


def is_progress_report(options: PlanOptions) -> bool:
    """Return whether a report tells of progress, and of the plan at most its next steps."""
    return PlanPart.PROGRESS in options.parts and not _OF_A_PLAN & set(options.parts)


def with_preset(options: PlanOptions, preset: Preset) -> PlanOptions:
    """Return the options of a preset; brand, paper and the person's own words stay."""
    shape = _SHAPES[preset]
    return replace(
        options,
        parts=shape.parts,
        cover=shape.cover,
        has_contents=shape.has_contents,
        verbosity=shape.verbosity,
    )


def preset_of(options: PlanOptions) -> Preset | None:
    """Return the preset that options are, None where somebody chose otherwise."""
    return next((each for each in Preset if with_preset(options, each) == options), None)


def preset_title(preset: Preset) -> str:
    """Return the name of a preset."""
    return {
        Preset.OWNER: _("Owner’s plan"),
        Preset.ONE_PAGE: _("Summary on a page"),
        Preset.CONSULTANT: _("Consultant’s full report"),
        Preset.PROGRESS: _("Progress report"),
        Preset.SHEET: _("Weekly sheet"),
    }[preset]


def preset_text(preset: Preset | None) -> str:
    """Return what a preset is for, in a sentence; None is a choice of the person's own."""
    if preset is None:
        return _("As you chose below.")
    return {
        Preset.OWNER: _("The whole plan, for whoever does the work."),
        Preset.ONE_PAGE: _("What matters most, without a cover."),
        Preset.CONSULTANT: _("The whole plan with the weekly sheet and a contents page."),
        Preset.PROGRESS: _(
            "What changed, what came back and what is proposed, with the next steps."
        ),
        Preset.SHEET: _("One page for the wall: the week’s blocks, to tick off."),
    }[preset]
