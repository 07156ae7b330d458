"""Take figures of a table into the logbook: all that was chosen in one edit, or nothing."""

from dataclasses import replace

from socialplanner.domain.editing import Now
from socialplanner.domain.figures import (
    Figure,
    FigureChoices,
    FigurePreview,
    compared,
    with_figures,
)
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord
from socialplanner.errors import UserError


def against(preview: FigurePreview, record: ProfileRecord) -> FigurePreview:
    """Return a preview in which each figure stands beside what the logbook has."""
    return replace(preview, figures=compared(preview.figures, record))


def chosen(
    preview: FigurePreview, record: ProfileRecord, choices: FigureChoices
) -> tuple[Figure, ...]:
    """Return the figures that would go into the logbook as it is now."""
    return tuple(each for each in compared(preview.figures, record) if choices.takes(each))


def imported(
    record: ProfileRecord, preview: FigurePreview, choices: FigureChoices, edit: Now
) -> ProfileRecord:
    """Return the record with the chosen figures; UserError while a question is open."""
    if not preview.is_ready:
        raise UserError(
            "The format of this table is still open; nothing was changed. Say how its days and "
            "numbers are written, or which week it is about."
        )
    origin = preview.layout.name[:LONGEST_NOTE]
    return with_figures(record, chosen(preview, record, choices), edit, origin)
