"""From what a profile or an answers file holds to the files of its plan."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from socialplanner.app.nameless import (
    digest_of,
    nameless_answers,
    nameless_options,
    nameless_profile,
    nameless_weeks,
)
from socialplanner.app.progress_page import progress_of
from socialplanner.app.said import ConflictWords, Said, assessment_of, said_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import Brand, Enquiry, ProfileRecord
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_settings import options_of
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.report_presets import Preset, is_progress_report, with_preset

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.reviewed import Reviewed
    from socialplanner.presentation.summary import Summary

BRAND: Final = "brand."
"""Begins the names of the settings of a profile that say how it, and nobody else, looks."""


def printed_as(
    record: ProfileRecord, house: PlanOptions, preset: Preset | None = None, alias: str = ""
) -> PlanOptions:
    """Return how a profile's report looks; one that names nobody looks as the house does."""
    kept = options_of(record, house)
    alias = alias or kept.alias
    if alias:
        settings = {key: text for key, text in record.settings.items() if not key.startswith(BRAND)}
        plain = options_of(replace(record, brand=Brand(), settings=settings), house)
        kept = replace(plain, alias=alias)
    return kept if preset is None else with_preset(kept, preset)


def source_of(
    catalogue: Catalogue, record: ProfileRecord, options: PlanOptions, today: date
) -> PlanSource:
    """Return what every file of a profile's plan is made from; UserError where there is no plan.

    With an alias in the options it names nobody.
    """
    return source_from(catalogue, said_of(catalogue, record), options, today)


def source_from(
    catalogue: Catalogue,
    said: Said,
    options: PlanOptions,
    today: date,
    words: ConflictWords | None = None,
) -> PlanSource:
    """Return what every file of a plan is made from; with an alias it names nobody."""
    if options.alias:
        options = nameless_options(options, said.profile, said.own, catalogue, said.answers)
        said = _nameless(catalogue, said, options.alias)
    assessment = assessment_of(catalogue, said, today, words)
    return PlanSource(
        catalogue=catalogue,
        assessment=assessment,
        summary=summary_of(catalogue, said, assessment, options),
        options=options,
        profile_id=said.profile_id,
        weeks=said.weeks,
        enquiries=_enquiries(said, options),
    )


def summary_of(
    catalogue: Catalogue, said: Said, assessment: "Assessment", options: PlanOptions
) -> "Summary":
    """Return the words of a plan, with progress and review where they are a part of it."""
    # NumPy comes with these: they are imported where words are made.
    from socialplanner.presentation.summary import summarise  # noqa: PLC0415
    from socialplanner.presentation.summary.progress_report import (  # noqa: PLC0415
        as_progress_report,
    )

    if PlanPart.PROGRESS not in options.parts:
        return summarise(catalogue, assessment, times=options.times)
    review = review_of(catalogue, said.record, assessment)
    found = progress_of(catalogue, said)
    summary = summarise(catalogue, assessment, times=options.times, review=review)
    summary = summary if found is None else replace(summary, progress=found)
    return as_progress_report(summary, review) if is_progress_report(options) else summary


def review_of(
    catalogue: Catalogue, record: ProfileRecord | None, assessment: "Assessment"
) -> "Reviewed | None":
    """Return the review that stands in a report; None where nothing is logged."""
    from socialplanner.app.reviews import reviewed_of  # noqa: PLC0415 - where one is made

    return None if record is None else reviewed_of(catalogue, record, assessment)


def _enquiries(said: Said, options: PlanOptions) -> tuple[Enquiry, ...]:
    """Return the enquiries; with an alias without anybody's words."""
    found = () if said.record is None else said.record.enquiries
    if not options.alias:
        return found
    return tuple(replace(each, words="", note="") for each in found)


def _nameless(catalogue: Catalogue, said: Said, alias: str) -> Said:
    """Return what is said without whose it is; who is named in earlier answers goes, too."""
    earlier = said.earlier
    if earlier is not None:
        numbered = nameless_answers(earlier.said(), catalogue)
        kept = {key: replace(earlier.answers[key], value=each) for key, each in numbered.items()}
        earlier = replace(earlier, answers=kept, changes=())
    return replace(
        said,
        profile=nameless_profile(said.profile, alias),
        answers=nameless_answers(said.answers, catalogue),
        profile_id=digest_of(said.profile_id)[:10] if said.profile_id else "",
        weeks=nameless_weeks(said.weeks),
        earlier=earlier,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A finished file; `unshown` are the characters in it that no font could show."""

    data: bytes
    unshown: frozenset[str] = frozenset()


def report_file(source: PlanSource, kind: Format) -> ReportFile:
    """Return the plan as a file, and what of it cannot be read on its pages."""
    if kind is not Format.PDF:
        return ReportFile(data=report_bytes(source, kind))
    from socialplanner.report.plan_document import plan_file  # noqa: PLC0415 - where one is made

    made = plan_file(source.assessment, source.summary, source.options)
    return ReportFile(data=made.data, unshown=made.unshown)


def report_bytes(source: PlanSource, kind: Format) -> bytes:
    """Return the plan as a file; each kind is imported where one is made."""
    match kind:
        case Format.PDF:
            return report_file(source, kind).data
        case Format.DOCX:
            from socialplanner.report.word import word_file  # noqa: PLC0415

            return word_file(source)
        case Format.PPTX:
            from socialplanner.report.slides import slides_file  # noqa: PLC0415

            return slides_file(source)
        case Format.XLSX:
            from socialplanner.exchange.workbook import workbook_file  # noqa: PLC0415

            return workbook_file(source)
        case Format.ICS:
            from socialplanner.exchange.calendar_file import calendar_file  # noqa: PLC0415

            return calendar_file(source, source.options.times)
    assert_never(kind)
