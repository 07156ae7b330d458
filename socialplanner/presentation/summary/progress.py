"""Progress: an earlier assessment and this one side by side, and what can be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.followed import FollowedHours
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.then_and_now import ThenAndNow, then_and_now
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.kept import Kept, kept
from socialplanner.presentation.summary.moved import (
    WORDS,
    Direction,
    ScoreRow,
    direction_of,
    moved_headline,
    moves_headline,
    moves_note,
    overall_rows,
    score_rows,
)
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.yardsticks import YardstickWords

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


MIX_WORDS: Final = {
    Direction.HIGHER: "more networking",
    Direction.LOWER: "less networking",
    Direction.UNCLEAR: WORDS[Direction.UNCLEAR],
    Direction.UNKNOWN: WORDS[Direction.UNKNOWN],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two assessments side by side; `versions` is "" where both used one catalogue version.

    `overlap` says where the two ask about the same weeks, or money is in two currencies, and is
    "" elsewhere; `yardsticks` splits
    the movement where versions differ, and then says of them what `versions` says elsewhere.
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
    yardsticks: YardstickWords | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The section on progress; without an earlier assessment `compared` is None."""

    headline: str
    lead: str
    compared: SideBySide | None


def progress(
    source: Source,
    earlier: Assessment | None,
    weeks: Sequence[LoggedWeek] = (),
    followed: Sequence[FollowedHours] = (),
) -> Progress:
    """Return the section on progress since an earlier assessment.

    `followed` are the hours that were to be worked in each of the logged weeks.
    """
    if earlier is None:
        return Progress(headline="Nothing to compare yet", lead=NOTHING_YET, compared=None)
    found = then_and_now(source.catalogue, earlier, source.assessment)
    hours_kept = kept(source, earlier, weeks, followed)
    compared = _side_by_side(source, earlier, found, hours_kept)
    return Progress(
        headline=moved_headline(compared.scores, compared.then),
        lead=_lead(source, earlier),
        compared=compared,
    )


def with_yardsticks(page: Progress, words: YardstickWords) -> Progress:
    """Return the section with the movement split into the owner's part and the yardstick's."""
    if page.compared is None:
        return page
    return replace(page, compared=replace(page.compared, versions="", yardsticks=words))


def _side_by_side(
    source: Source, earlier: Assessment, found: ThenAndNow, hours_kept: Kept
) -> SideBySide:
    scores = score_rows(source, earlier, found)
    return SideBySide(
        then=formats.day(earlier.today),
        now=formats.day(source.assessment.today),
        versions=_versions(source, earlier),
        overlap=" ".join(filter(None, (_overlap(source, earlier), _money(source, earlier)))),
        scores=scores,
        overall=overall_rows(source, earlier, found),
        scores_headline=moves_headline(scores),
        scores_note=moves_note(scores),
        mix=_mix(source, found),
        mix_note=MIX_NOTE,
        answers=_answers(source, earlier, found),
        answers_lead=_answers_lead(found),
        kept=hours_kept,
    )


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


def _money(source: Source, earlier: Assessment) -> str:
    """Return that money was given in two currencies, where it was."""
    then, now = earlier.profile.currency.strip(), source.currency.strip()
    if not (then and now) or then == now:
        return ""
    return (
        f"Money was given in {then} then and in {now} now: amounts stand here as they were given, "
        "nothing is converted, so do not compare them."
    )


def _versions(source: Source, earlier: Assessment) -> str:
    then, now = earlier.catalogue_version, source.assessment.catalogue_version
    if then == now:
        return ""
    return (
        f"The two were made with different versions of the catalogue, {then} and {now}: questions "
        "and weights may differ, so read the comparison with care."
    )
