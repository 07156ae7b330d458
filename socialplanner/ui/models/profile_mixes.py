"""The mix of each profile that is seen: read in the background, kept while the file is the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socialplanner.domain.ids import Mode
from socialplanner.errors import UserError
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.ports import Program

TASK = "home.mixes"
AT_ONCE = 12

Stamp = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class RowMix:
    """The network share as answered, None where too little is answered; and it in words."""

    network: float | None
    words: str


class Mixes(QObject):
    """Finds the mix of entries; `found` tells that some are new."""

    found = Signal()

    def __init__(self, program: Program, tasks: Tasks, parent: QObject) -> None:
        """Know none yet."""
        super().__init__(parent)
        self._program = program
        self._tasks = tasks
        self._known: dict[Stamp, RowMix] = {}
        self._is_busy = False

    def of(self, entry: ProfileEntry) -> RowMix | None:
        """Return the mix of an entry if it is known."""
        return self._known.get((entry.file, entry.changed_at))

    def want(self, entries: list[ProfileEntry]) -> None:
        """Find the mix of those that are not known, a few at a time; the rest is asked again."""
        unknown = [e for e in entries if not e.trouble and self.of(e) is None][:AT_ONCE]
        if self._is_busy or not unknown:
            return
        self._is_busy = True
        shelf = self._program.shelf

        def work() -> dict[Stamp, RowMix]:
            mixes: dict[Stamp, RowMix] = {}
            for entry in unknown:
                mixes[entry.file, entry.changed_at] = self._read(shelf.path(entry))
            return mixes

        self._tasks.run(TASK, Task(work, self._keep, self._end))

    def _read(self, path: Path) -> RowMix:
        try:
            record = self._program.shelf.read(path)
        except UserError:
            return RowMix(None, "")  # it was deleted or damaged since: the list will say so
        return mix_of(self._program, record)

    def _keep(self, mixes: dict[Stamp, RowMix]) -> None:
        self._is_busy = False
        self._known.update(mixes)
        self.found.emit()

    def _end(self, error: UserError) -> None:
        del error
        self._is_busy = False


def mix_of(program: Program, record: ProfileRecord) -> RowMix:
    """Return how a profile's practice is split between the two modes, by its answers."""
    from socialplanner.domain.mix import present_mix  # noqa: PLC0415 - in the background
    from socialplanner.domain.scoring import score  # noqa: PLC0415 - the same

    newest = record.newest
    if newest is None:
        return RowMix(None, "")
    catalogue = program.catalogue
    answers = program.planning.counted_answers(newest)
    scores = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    share = present_mix(
        catalogue.questionnaire, answers, scores, catalogue.parameters.scoring
    ).practice.value
    if share is None:
        return RowMix(None, _("Mix not known yet: too few answers"))
    words = _("Mix as answered: {media} {media_share}, {network} {network_share}").format(
        media=catalogue.modes[Mode.MEDIA].name,
        media_share=formats.percent(1 - share),
        network=catalogue.modes[Mode.NETWORK].name,
        network_share=formats.percent(share),
    )
    return RowMix(share, words)
