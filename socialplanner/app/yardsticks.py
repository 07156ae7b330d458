"""Earlier versions of the catalogue put beside the one in use."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner import paths
from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import RecordedAssessment
from socialplanner.domain.yardsticks import TwoYardsticks, two_yardsticks
from socialplanner.loading.archive import archived_catalogue

if TYPE_CHECKING:
    from socialplanner.presentation.summary import Summary
    from socialplanner.presentation.summary.progress import Progress


def yardsticks_between(
    catalogue: Catalogue, then: RecordedAssessment, now: Answers, archive: Path | None = None
) -> TwoYardsticks | None:
    """Return the movement by the version of then and by the one in use.

    None where the version of then is the one in use, or is not on hand.
    """
    if then.catalogue_version == catalogue.version:
        return None
    old = archived_catalogue(archive or paths.catalogues_dir(), then.catalogue_version)
    return None if old is None else two_yardsticks(old, catalogue, then.said(), now)


def judged(
    catalogue: Catalogue,
    page: "Progress",
    then: RecordedAssessment,
    now: Answers,
    archive: Path | None = None,
) -> "Progress":
    """Return the progress since an assessment, the movement split where versions differ."""
    if then.catalogue_version == catalogue.version or page.compared is None:
        return page
    # The words of a summary come with NumPy, which is there where one was made.
    from socialplanner.presentation.summary.progress import with_yardsticks  # noqa: PLC0415
    from socialplanner.presentation.summary.yardsticks import yardstick_words  # noqa: PLC0415

    found = yardsticks_between(catalogue, then, now, archive)
    return with_yardsticks(page, yardstick_words(catalogue, then.catalogue_version, found))


def judged_summary(
    catalogue: Catalogue, summary: "Summary", then: RecordedAssessment | None, now: Answers
) -> "Summary":
    """Return a summary whose progress is split where versions differ."""
    if then is None:
        return summary
    return replace(summary, progress=judged(catalogue, summary.progress, then, now))
