"""The one outcome that a review counts, as the owner chose it (section 5.1).

Qualified enquiries; or conversations of two turns, where enquiries are fewer than about two a
week. The choice stands among the settings of a profile, and only where it is not the usual one.
"""

from dataclasses import replace
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.editing import Now
from socialplanner.domain.kpi import CONVERSATIONS
from socialplanner.domain.record import ProfileRecord

PRIMARY: Final = "primary_outcome"


@unique
class PrimaryOutcome(StrEnum):
    """What is counted."""

    ENQUIRIES = "enquiries"
    CONVERSATIONS = "conversations"

    @property
    def kpi_id(self) -> str:
        """Return the KPI that counts it beside the list of enquiries, "" for these themselves."""
        return CONVERSATIONS if self is PrimaryOutcome.CONVERSATIONS else ""


def outcome_of(kpi_id: str) -> PrimaryOutcome:
    """Return what a KPI counts; "" and any other are enquiries."""
    is_talk = kpi_id == CONVERSATIONS
    return PrimaryOutcome.CONVERSATIONS if is_talk else PrimaryOutcome.ENQUIRIES


def primary_outcome_of(record: ProfileRecord) -> PrimaryOutcome:
    """Return what the owner chose; what makes no sense counts as not chosen."""
    said = record.settings.get(PRIMARY, "")
    return next((each for each in PrimaryOutcome if each == said), PrimaryOutcome.ENQUIRIES)


def with_primary_outcome(record: ProfileRecord, chosen: PrimaryOutcome, now: Now) -> ProfileRecord:
    """Return the record with another outcome counted."""
    settings = {key: text for key, text in record.settings.items() if key != PRIMARY}
    if chosen is not PrimaryOutcome.ENQUIRIES:
        settings[PRIMARY] = chosen.value
    if settings == record.settings:
        return record
    return replace(record, settings=settings, changed_at=now.moment)
