"""The command `profiles change`: who it is for, how plans look, and what was decided about them."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.details import Details
from socialplanner.cli.profiles.place import newest, opened, working
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now, with_choices, with_state
from socialplanner.domain.record import AssessmentState, Brand, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import visible

LARGEST_LOGO = 10_000_000
OF_ASSESSMENT = ("pin", "decline", "undecided")
NAMES = (
    *("new_name", "currency", "website", "language", "prepared_by", "prepared_for", "tag"),
    *("untag", "is_archived", "logo", "no_logo", "colour", "line", "state", *OF_ASSESSMENT),
)
"""Everything that can be changed, as the arguments call it."""


def change(arguments: Namespace) -> None:
    """Change what was asked for, all of it or nothing."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    entry, path = reached(library, arguments)
    edit = now(library, catalogue)
    with working(library, path) as profile:
        profile.save(_changed(profile.record, arguments, catalogue, edit))
        name = profile.record.profile.name
    renamed = "" if name == entry.name else f" It is called {visible(name)} now."
    streams.write(f"{visible(entry.name)} is changed.{renamed}\n")


def _changed(
    record: ProfileRecord, arguments: Namespace, catalogue: Catalogue, edit: Now
) -> ProfileRecord:
    """Return the record with everything changed, or raise InputError with all mistakes."""
    given = Namespace(**{**vars(arguments), "name": arguments.new_name})
    details = Details(given)
    changed = replace(
        record,
        profile=details.profile(record.profile),
        tags=details.tags(record.tags),
        brand=details.brand(record.brand),
        changed_at=edit.moment,
    )
    if any(getattr(given, key) for key in OF_ASSESSMENT):
        assessment = newest(record)
        chosen = details.choices(catalogue, assessment.choices)
        changed = with_choices(changed, assessment.id, chosen, edit)
    details.raise_problems()
    if given.is_archived is not None:
        changed = replace(changed, is_archived=given.is_archived)
    if given.state is not None:
        changed = with_state(changed, newest(record).id, AssessmentState(given.state), edit)
    return replace(changed, brand=_with_logo(changed.brand, given))


def _with_logo(brand: Brand, given: Namespace) -> Brand:
    """Return the brand with the logo that was named, or without one."""
    if given.no_logo:
        return replace(brand, logo=None)
    if given.logo is None:
        return brand
    from socialplanner.exchange.logo import read_logo  # noqa: PLC0415 - needs an imaging library

    return replace(brand, logo=read_logo(_picture(Path(given.logo)), visible(given.logo)))


def _picture(path: Path) -> bytes:
    """Return the bytes of a picture, one more than may be where it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_LOGO + 1)
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(str(path))} cannot be read: {reason}.") from error
