"""The commands `profiles assess` and `profiles plan`: results of what a profile holds."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from socialplanner.app.issuing import issued_plan, refuse_other_file, with_plan
from socialplanner.app.said import MissingAnswersError, said_of
from socialplanner.app.said import assessment_of as said_assessment
from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.hints import command, typed_name
from socialplanner.cli.profiles.place import newest, opened, today, working
from socialplanner.cli.profiles.targets import refuse_profile_file
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import IssuedPlan, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.assessment_file import assessment_text
from socialplanner.exchange.output_file import write_whole
from socialplanner.messages import visible
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.wording import conflict_sentence
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.profile_file import is_protected
from socialplanner.store.trouble import StoreError


def assess(arguments: Namespace) -> None:
    """Print the assessment of a profile's newest answers as JSON."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    day = arguments.date or today(library)
    assessment = assessment_of(catalogue, library.read(path), day)
    streams.write(assessment_text(catalogue, assessment))


OTHER_NAME = "Name another file after --output."


def plan(arguments: Namespace) -> None:
    """Write the plan of a profile as a PDF, and keep in the profile what was handed out."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    is_stream = arguments.output == streams.STANDARD_STREAM
    if not is_stream:
        refuse_profile_file(Path(arguments.output))
        refuse_other_file(Path(arguments.output), OTHER_NAME)
    with working(library, path) as profile:
        record = profile.record
        assessment = assessment_of(catalogue, record, arguments.date or today(library))
        from socialplanner.report.plan_document import plan_pdf  # noqa: PLC0415 - only for a PDF

        pdf = plan_pdf(catalogue, assessment, PlanOptions(paper=arguments.paper))
        if is_stream:
            streams.write(pdf)
        else:
            write_whole(Path(arguments.output), pdf)
        edit = now(library, catalogue)
        issued = issued_plan(newest(record).id, assessment, edit, arguments.paper, pdf)
        _keep(profile, issued)
    if not is_stream:
        streams.write(f"The plan is in {visible(arguments.output)}.\n")
        if is_protected(path):
            streams.write("The plan itself has no passphrase: whoever has the file can read it.\n")


def assessment_of(catalogue: Catalogue, record: ProfileRecord, day: date) -> Assessment:
    """Return the assessment of what counts today; UserError where too little is answered."""
    newest(record)  # else refused with what to type
    try:
        said = said_of(catalogue, record)
    except MissingAnswersError as error:
        pairs = " ".join(f"{question.id}=…" for question in error.missing)
        name = typed_name(record.profile.name, record.id)
        remedy = f"To give them, type: {command('answer', name, pairs)}"
        raise UserError(f"{error}\n{remedy}") from error
    return said_assessment(catalogue, said, day, conflict_sentence)


def _keep(profile: OpenProfile, issued: IssuedPlan) -> None:
    """Save in the profile that a plan was handed out, or say that only this is missing."""
    try:
        profile.save(with_plan(profile.record, issued))
    except StoreError as error:
        raise UserError(
            f"The plan is written, but the profile does not know of it. {error}"
        ) from error
