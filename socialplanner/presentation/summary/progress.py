"""Progress: an earlier assessment and this one side by side, and what can be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.scoring import CellScore, ModeScore
from socialplanner.domain.then_and_now import Move, ThenAndNow, then_and_now
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.kept import Kept, kept
from socialplanner.presentation.summary.parts import Source, TextTable, table

NOTHING_YET: Final = (
    "There is nothing to compare yet: answer the questions again at a review, and this page "
    "sets the two side by side."
)
MIX_NOTE: Final = (
    "The mix by answers is judged like a score. Hours are your own estimates, and we know no "
    "error for them: they stand here without a judgement."
)
SIDE_BY_SIDE: Final = (
    "This page shows what differs. Why it differs, it cannot say: season, luck and everything else "
    "that you did are in it too."
)


@unique
class Direction(StrEnum):
    """What can be said of a figure then and now."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


WORDS: Final = {
    Direction.HIGHER: "higher",
    Direction.LOWER: "lower",
    Direction.UNCLEAR: "no clear change",
    Direction.UNKNOWN: "cannot be compared",
}
MIX_WORDS: Final = {
    Direction.HIGHER: "more networking",
    Direction.LOWER: "less networking",
    Direction.UNCLEAR: WORDS[Direction.UNCLEAR],
    Direction.UNKNOWN: WORDS[Direction.UNKNOWN],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score then and now with the ranges, and what can be said of it."""

    name: str
    mode: Mode
    then: str
    now: str
    direction: Direction
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two assessments side by side; `versions` is "" where both used one catalogue version.

    `overlap` says where the two ask about the same weeks, and is "" elsewhere.
    """

    then: str
    now: str
    versions: str
    overlap: str
    scores: tuple[ScoreRow, ...]
    overall: tuple[ScoreRow, ...]
    scores_headline: str
    scores_note: str
    mix: TextTable
    mix_note: str
    answers: TextTable
    answers_lead: str
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The section on progress; without an earlier assessment `compared` is None."""

    headline: str
    lead: str
    compared: SideBySide | None


def progress(
    source: Source, earlier: Assessment | None, weeks: Sequence[LoggedWeek] = ()
) -> Progress:
    """Return the section on progress since an earlier assessment."""
    if earlier is None:
        return Progress(headline="Nothing to compare yet", lead=NOTHING_YET, compared=None)
    found = then_and_now(source.catalogue, earlier, source.assessment)
    compared = _side_by_side(source, earlier, found, weeks)
    return Progress(
        headline=_headline(compared.scores, compared.then),
        lead=_lead(source, earlier),
        compared=compared,
    )


def direction_of(move: Move) -> Direction:
    """Return what can be said of a figure then and now."""
    if move.difference is None:
        return Direction.UNKNOWN
    if not move.is_changed:
        return Direction.UNCLEAR
    return Direction.HIGHER if move.difference > 0 else Direction.LOWER


def _side_by_side(
    source: Source, earlier: Assessment, found: ThenAndNow, weeks: Sequence[LoggedWeek]
) -> SideBySide:
    scores = _scores(source, earlier, found)
    return SideBySide(
        then=formats.day(earlier.today),
        now=formats.day(source.assessment.today),
        versions=_versions(source, earlier),
        overlap=_overlap(source, earlier),
        scores=scores,
        overall=_overall(source, earlier, found),
        scores_headline=_scores_headline(scores),
        scores_note=_scores_note(scores),
        mix=_mix(source, found),
        mix_note=MIX_NOTE,
        answers=_answers(source, earlier, found),
        answers_lead=_answers_lead(found),
        kept=kept(source, earlier, weeks),
    )


def _scores(source: Source, earlier: Assessment, found: ThenAndNow) -> tuple[ScoreRow, ...]:
    then, now = earlier.scores.cells, source.assessment.scores.cells
    return tuple(
        _row(
            names.cell_name(source.catalogue, cell),
            cell[1],
            (_range(source, then[cell]), _range(source, now[cell])),
            found.cells[cell],
        )
        for cell in CELLS
    )


def _overall(source: Source, earlier: Assessment, found: ThenAndNow) -> tuple[ScoreRow, ...]:
    then, now = earlier.scores.overall, source.assessment.scores.overall
    return tuple(
        _row(
            f"All of {names.mode_in_text(source.catalogue, mode)}",
            mode,
            (_range(source, then[mode]), _range(source, now[mode])),
            found.overall[mode],
        )
        for mode in Mode
    )


def _row(name: str, mode: Mode, ranges: tuple[str, str], move: Move) -> ScoreRow:
    direction = direction_of(move)
    return ScoreRow(
        name=name,
        mode=mode,
        then=ranges[0],
        now=ranges[1],
        direction=direction,
        change=WORDS[direction],
    )


def _range(source: Source, score: CellScore | ModeScore) -> str:
    """Return a score as the plan prints it, with its band."""
    if score.value is None:
        applies = not isinstance(score, CellScore) or score.is_applicable
        return "not enough answers" if applies else names.NO_ANSWER[NoAnswer.NOT_APPLICABLE]
    z = source.catalogue.parameters.scoring.band_z
    return formats.score_range(score.value, z * (score.standard_error or 0.0))


def _mix(source: Source, found: ThenAndNow) -> TextTable:
    z = source.catalogue.parameters.scoring.band_z
    move, hours, total = found.practice, found.hours_share, found.hours
    rows = (
        (
            "Networking, by your answers",
            _share(move.then, z * move.then_error),
            _share(move.now, z * move.now_error),
            MIX_WORDS[direction_of(move)],
        ),
        ("Networking, by your hours", _share(hours.then), _share(hours.now), "not judged"),
        ("Your hours a week", _hours(total.then), _hours(total.now), "not judged"),
    )
    return table(("Mix", "Then", "Now", "Change"), rows, figures=(1, 2))


def _share(share: float | None, error: float = 0.0) -> str:
    if share is None:
        return "not known"
    if not error:
        return formats.percent(share)
    return formats.percent_range(max(0.0, share - error), min(1.0, share + error))


def _hours(amount: float | None) -> str:
    return "not known" if amount is None else formats.hours(amount)


def _answers(source: Source, earlier: Assessment, found: ThenAndNow) -> TextTable:
    catalogue, questions = source.catalogue, source.catalogue.questionnaire.by_id
    rows = [
        (
            questions[move.question_id].text if move.question_id in questions else move.question_id,
            names.answer_shown(catalogue, move.question_id, move.then, earlier.profile.currency),
            names.answer_shown(catalogue, move.question_id, move.now, source.currency),
        )
        for move in found.answers
    ]
    return table(("Question", "Then", "Now"), rows)


def _answers_lead(found: ThenAndNow) -> str:
    count = len(found.answers)
    if not count:
        return "Every answer is the same as then."
    differ = "differs" if count == 1 else "differ"
    of_all = f"of {formats.in_words(found.asked)}"
    return f"{formats.sentence_case(formats.in_words(count))} {of_all} answers {differ}."


def _headline(rows: Sequence[ScoreRow], then: str) -> str:
    up, down = _count(rows, Direction.HIGHER), _count(rows, Direction.LOWER)
    if not up and not down:
        return f"No score has clearly changed since {then}"
    total = formats.in_words(len(rows))
    parts = [(up, "higher"), (down, "lower")]
    said = [f"{formats.in_words(n)} {word}" for n, word in parts if n]
    return f"Of {total} scores, {formats.listed(said)} than on {then}"


def _scores_headline(rows: Sequence[ScoreRow]) -> str:
    unclear, unknown = _count(rows, Direction.UNCLEAR), _count(rows, Direction.UNKNOWN)
    counts = (
        (_count(rows, Direction.HIGHER), "higher"),
        (_count(rows, Direction.LOWER), "lower"),
        (unclear, "without clear change"),
        (unknown, "not to be compared"),
    )
    said = [f"{formats.in_words(count)} {words}" for count, words in counts if count]
    return formats.sentence_case(formats.listed(said))


def _scores_note(rows: Sequence[ScoreRow]) -> str:
    total = formats.in_words(len(rows))
    return (
        "A score counts as changed only if it moved by more than the errors of both answers "
        f"together can explain in nineteen of twenty cases. With {total} scores, one may pass "
        "that mark by chance."
    )


def _count(rows: Sequence[ScoreRow], direction: Direction) -> int:
    return sum(row.direction is direction for row in rows)


def _lead(source: Source, earlier: Assessment) -> str:
    then, now = formats.day(earlier.today), formats.day(source.assessment.today)
    return f"You answered on {then} and on {now}. {SIDE_BY_SIDE}"


def _overlap(source: Source, earlier: Assessment) -> str:
    weeks = int(source.catalogue.parameters.scoring.reference_period_weeks)
    apart = abs((source.assessment.today - earlier.today).days)
    if apart >= 7 * weeks:
        return ""
    return (
        f"Less than {formats.in_words(weeks)} weeks lie between the two, and the questions ask "
        "about that many: both speak partly of the same days."
    )


def _versions(source: Source, earlier: Assessment) -> str:
    then, now = earlier.catalogue_version, source.assessment.catalogue_version
    if then == now:
        return ""
    return (
        f"The two were made with different versions of the catalogue, {then} and {now}: questions "
        "and weights may differ, so read the comparison with care."
    )
