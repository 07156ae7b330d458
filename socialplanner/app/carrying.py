"""A plan that carries its profile: a bundle inside of its PDF, and the way back.

What is inside is the profile as it was *before* the plan was issued: the record keeps the digest
of the finished PDF, and no file can hold a digest of itself. A profile that comes back out of
a plan therefore does not know of this one paper; merged into the profile it was made from, it
takes nothing away.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.errors import UserError
from socialplanner.exchange.bundle import Bundle, bundle_bytes, open_bundle
from socialplanner.exchange.encryption import WrongPassphraseError, is_encrypted
from socialplanner.exchange.plan_pdf import MIME, NAME, has_password, profile_in, refuse_others
from socialplanner.exchange.scrubbing import scrubbed
from socialplanner.messages import visible

if TYPE_CHECKING:
    from datetime import date

    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.report.finishing import Attachment

DESCRIPTION: Final = (
    "The profile this plan was made from. Open the plan in SocialPlanner to work on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """What a plan carries: the whole profile, or one without names and money; locked or open."""

    is_scrubbed: bool = False
    passphrase: str = ""


def carried(
    record: "ProfileRecord",
    catalogue: "Catalogue",
    carrying: Carrying,
    day: "date",
    alias: str = "",
) -> "Attachment":
    """Return the profile as a file to put into its plan.

    Raise UserError where the plan is to name nobody under an `alias`, and the profile would.
    """
    from socialplanner.report.finishing import (  # noqa: PLC0415 - with a plan that carries it
        Attachment,
        Relationship,
    )

    if alias and not carrying.is_scrubbed:
        raise UserError(
            f"The plan is to name nobody but {visible(alias)}, and the profile inside would tell "
            f"the name. Leave names and money out of the profile, or do not put it in."
        )
    kept = scrubbed(record, catalogue) if carrying.is_scrubbed else record
    passphrase = carrying.passphrase or None
    return Attachment(
        name=NAME,
        data=bundle_bytes(kept, passphrase, is_scrubbed=carrying.is_scrubbed),
        mime=MIME,
        description=DESCRIPTION,
        relationship=Relationship.SOURCE,
        day=day,
    )


def needs_passphrase(data: bytes, name: str) -> bool:
    """Return whether a plan, or the profile in it, is locked; UserError where there is none."""
    refuse_others(data, name)
    return has_password(data) or is_encrypted(profile_in(data, name))


def bundle_in(data: bytes, name: str, passphrase: str | None = None) -> Bundle:
    """Return the bundle that a plan carries, or raise UserError with why there is none to take.

    One passphrase is asked for: where the plan has a password and the profile in it a passphrase,
    they have to be the same.
    """
    inner = profile_in(data, name, passphrase or "")
    if not has_password(data):
        return open_bundle(inner, name, passphrase)
    try:
        return open_bundle(inner, name, passphrase if is_encrypted(inner) else None)
    except WrongPassphraseError as error:
        raise WrongPassphraseError(
            f"{visible(name)} opens, and the profile in it has another passphrase. Save the file "
            f"{NAME} that is attached to it with a program that shows PDFs, and import that one."
        ) from error
