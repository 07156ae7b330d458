"""Places on the home page that other pages lead to."""

from typing import Final

REASSESS: Final = "reassess:"


def place_of_reassessing(profile_id: str) -> str:
    """Return the place at home where a new assessment of a profile is asked about."""
    return REASSESS + profile_id


def reassessed_at(place: str) -> str:
    """Return the id of the profile that a place asks about, "" where it asks about none."""
    return place.removeprefix(REASSESS) if place.startswith(REASSESS) else ""
