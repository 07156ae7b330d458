"""What a plan for office programs is called, who made it, and how it looks."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import socialplanner
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.report.cover import Cover
from socialplanner.report.logo import Logo, logo_of
from socialplanner.report.plan_document import PAPERS, cover_of, footer_of
from socialplanner.report.styles import Paper, Theme, theme


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePlan:
    """What an office file says besides its content; `cover` is None where there is to be none."""

    name: str
    title: str
    subject: str
    author: str
    language: str
    creator: str
    day: date
    cover: Cover | None
    footer: str
    mark: str
    logo: Logo | None
    paper: Paper
    theme: Theme


def office_plan(source: PlanSource) -> OfficePlan:
    """Return what stands round the content of a plan."""
    options, words = source.options, source.summary.cover
    logo = None if options.logo is None else logo_of(options.logo)
    return OfficePlan(
        name=words.name,
        title=words.title,
        subject=f"{words.kind}, {words.day}",
        author=words.prepared_by or options.sender,
        language=source.summary.language,
        creator=f"{socialplanner.APPLICATION_NAME} {socialplanner.__version__}",
        day=source.assessment.today,
        cover=cover_of(source.assessment, source.summary, options, logo),
        footer=footer_of(source.summary, options),
        mark=options.mark,
        logo=logo,
        paper=PAPERS[options.paper],
        theme=theme(*options.colours),
    )


def logo_png(logo: Logo) -> bytes:
    """Return a logo as a PNG."""
    written = BytesIO()
    logo.picture.save(written, format="PNG", optimize=True)
    return written.getvalue()
