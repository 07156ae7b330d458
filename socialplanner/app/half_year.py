"""The sample of a first half-year: an invented firm that came back, up to the day it is opened."""

from datetime import date
from typing import Final

from socialplanner import paths
from socialplanner.domain.record import ProfileRecord

NAME: Final = "half-year"
FILE: Final = "half-year.socialplan-bundle"


def half_year(today: date) -> ProfileRecord:
    """Return the invented firm, marked as a sample, as if its half-year had ended in these days."""
    from socialplanner.domain.moved_days import moved_to  # noqa: PLC0415 - NumPy comes with it
    from socialplanner.exchange.bundle import read_bundle_file  # noqa: PLC0415 - on use

    return moved_to(read_bundle_file(paths.samples_dir() / FILE).record, today)
