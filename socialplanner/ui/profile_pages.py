"""The pages of an open profile, in the order of the rail; each is made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import partial

from socialplanner.domain.questionnaire import Section
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session

SECTION_KEY = "section:"


@unique
class Group(StrEnum):
    """Where a page stands in the rail."""

    QUESTIONS = "questions"
    PLAN = "plan"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page that can be made."""

    key: str
    title: str
    icon: str
    group: Group
    make: Callable[[], Page]


def page_specs(context: Context, session: Session) -> tuple[PageSpec, ...]:
    """Return all pages of a profile."""
    sections = session.catalogue.questionnaire.sections
    return (
        _profile(context, session),
        _quick(context, session),
        *(_section(context, session, section) for section in sections),
        *_results(context, session),
        *_weeks(context, session),
    )


def section_key(section_id: str) -> str:
    """Return the key of a section's page."""
    return SECTION_KEY + section_id


def _profile(context: Context, session: Session) -> PageSpec:
    def make() -> Page:
        from socialplanner.ui.pages.profile import ProfilePage  # noqa: PLC0415 - on use

        return ProfilePage("profile", context, session)

    return PageSpec(
        key="profile", title=_("Who it is for"), icon="user", group=Group.QUESTIONS, make=make
    )


def _quick(context: Context, session: Session) -> PageSpec:
    def make() -> Page:
        from socialplanner.ui.pages.quick import QuickPage  # noqa: PLC0415 - on use

        return QuickPage("quick", context, session)

    return PageSpec(
        key="quick", title=_("Quick check"), icon="sparkles", group=Group.QUESTIONS, make=make
    )


def _section(context: Context, session: Session, section: Section) -> PageSpec:
    key = section_key(section.id)

    def make() -> Page:
        from socialplanner.ui.pages.section import SectionPage  # noqa: PLC0415 - on use

        return SectionPage(key, context, session, section)

    return PageSpec(key=key, title=section.title, icon="circle", group=Group.QUESTIONS, make=make)


def _results(context: Context, session: Session) -> tuple[PageSpec, ...]:
    rows = (
        ("standing", _("Where you stand"), "chart-column", _standing),
        ("mix", _("Your mix"), "chart-pie", _mix),
        ("week", _("Your week"), "clock", _week),
        ("return", _("Return"), "coins", _returns),
        ("days", _("Next 90 days"), "calendar-days", _days),
        ("report", _("Report"), "file-text", _report),
    )
    return tuple(
        PageSpec(
            key=key,
            title=title,
            icon=icon,
            group=Group.PLAN,
            make=partial(make, key, context, session),
        )
        for key, title, icon, make in rows
    )


def _weeks(context: Context, session: Session) -> tuple[PageSpec, ...]:
    """Return the pages of what happens once the plan is there."""
    rows = (
        ("logbook", _("Logbook"), "clipboard", _logbook),
        ("review", _("Review"), "list-checks", _review),
        ("compare", _("Compare"), "scale", _compare),
    )
    return tuple(
        PageSpec(
            key=key,
            title=title,
            icon=icon,
            group=Group.WEEKS,
            make=partial(make, key, context, session),
        )
        for key, title, icon, make in rows
    )


def _standing(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.standing import StandingPage  # noqa: PLC0415 - on use

    return StandingPage(key, context, session)


def _mix(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.mix import MixPage  # noqa: PLC0415 - on use

    return MixPage(key, context, session)


def _week(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.week import WeekPage  # noqa: PLC0415 - on use

    return WeekPage(key, context, session)


def _returns(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.returns import ReturnPage  # noqa: PLC0415 - on use

    return ReturnPage(key, context, session)


def _days(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.days import DaysPage  # noqa: PLC0415 - on use

    return DaysPage(key, context, session)


def _report(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.report import ReportPage  # noqa: PLC0415 - on use

    return ReportPage(key, context, session)


def _logbook(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.logbook import LogbookPage  # noqa: PLC0415 - on use

    return LogbookPage(key, context, session)


def _review(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.review import ReviewPage  # noqa: PLC0415 - on use

    return ReviewPage(key, context, session)


def _compare(key: str, context: Context, session: Session) -> Page:
    from socialplanner.ui.pages.compare import ComparePage  # noqa: PLC0415 - on use

    return ComparePage(key, context, session)
