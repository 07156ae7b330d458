"""The picture as it forms while questions are answered: mix, target and coverage.

Made of scores, mix and target alone, so that it follows every answer at once; the numbers are
those of the results, and stay away where the results would not show them either.
"""

from dataclasses import dataclass

from socialplanner.domain.answers import Answers, NoAnswer
from socialplanner.domain.business import ESSENTIAL, business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.mix import PresentMix, present_mix
from socialplanner.domain.scoring import CellScore, Scores, score
from socialplanner.domain.target import target_mix
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import MixRow, TargetBand
from socialplanner.presentation.scenes.coverage import CoverageCell, CoverageRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Forming:
    """What can be said so far; `missing` are the essential questions the target still needs."""

    rows: tuple[MixRow, ...]
    band: TargetBand | None
    missing: tuple[str, ...]
    cells: tuple[CoverageRow, ...]
    shown: int
    applicable: int
    needed: float

    @property
    def coverage_words(self) -> str:
        """Return how many scores can be shown."""
        words = _("{shown} of {count} scores have enough answers")
        return words.format(shown=self.shown, count=self.applicable)


def forming(catalogue: Catalogue, answers: Answers) -> Forming:
    """Return the picture that the answers give so far."""
    parameters = catalogue.parameters
    scores = score(catalogue.questionnaire, answers, parameters.scoring)
    present = present_mix(catalogue.questionnaire, answers, scores, parameters.scoring)
    missing = tuple(
        each for each in ESSENTIAL if isinstance(answers.get(each, NoAnswer.UNKNOWN), NoAnswer)
    )
    cells = scores.cells.values()
    return Forming(
        rows=_rows(catalogue, scores, present),
        band=None if missing else _band(catalogue, answers),
        missing=missing,
        cells=tuple(_cells(catalogue, scores, dimension) for dimension in Dimension),
        shown=sum(cell.value is not None for cell in cells),
        applicable=sum(cell.is_applicable for cell in cells),
        needed=parameters.scoring.min_coverage,
    )


def _band(catalogue: Catalogue, answers: Answers) -> TargetBand:
    target = target_mix(business_of(answers), catalogue.parameters.target)
    words = formats.percent_range(target.low, target.high)
    return TargetBand(
        low=100 * target.low,
        high=100 * target.high,
        centre=100 * target.network_share,
        text=_("target {range}").format(range=words),
    )


def _rows(catalogue: Catalogue, scores: Scores, present: PresentMix) -> tuple[MixRow, ...]:
    practice, hours = present.practice, present.hours_network_share
    error = catalogue.parameters.scoring.band_z * (practice.standard_error or 0.0)
    is_open = any(each.value is None for each in scores.overall.values())
    too_little = _("not enough answers yet") if is_open else _("too little of both to compare")
    no_hours = _("no hours yet") if present.hours else _("not enough answers yet")
    return (
        _row(_("Now, by your hours"), hours, 0.0, no_hours),
        _row(_("Now, by your answers"), practice.value, error, too_little),
    )


def _row(label: str, share: float | None, error: float, missing: str) -> MixRow:
    if share is None:
        return MixRow(label=label, share=None, note=missing)
    low, high = max(0.0, share - error), min(1.0, share + error)
    note = formats.percent_range(low, high) if error else formats.percent(share)
    return MixRow(label=label, share=100 * share, error=100 * error, note=note)


def _cells(catalogue: Catalogue, scores: Scores, dimension: Dimension) -> CoverageRow:
    cells = tuple(_cell(catalogue, scores.cells[dimension, mode]) for mode in Mode)
    return CoverageRow(label=catalogue.dimensions[dimension].short, cells=cells)


def _cell(catalogue: Catalogue, found: CellScore) -> CoverageCell:
    if not found.is_applicable:
        return CoverageCell(coverage=0.0, note=_("does not apply"))
    if found.value is None:
        part = round(100 * found.coverage)
        note = _("{part}% answered").format(part=part) if part else _("not yet")
        return CoverageCell(coverage=found.coverage, note=note)
    half = catalogue.parameters.scoring.band_z * (found.standard_error or 0.0)
    return CoverageCell(
        coverage=found.coverage, note=formats.score_range(found.value, half), is_shown=True
    )
