"""The first pages of a progress report: what changed, what came back, and what is proposed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary.moved import Direction, ScoreRow
from socialplanner.presentation.summary.overview import Action, Overview
from socialplanner.presentation.summary.parts import KeyFigure, Statement
from socialplanner.presentation.summary.progress import SideBySide
from socialplanner.presentation.summary.proposed import Proposed

if TYPE_CHECKING:
    from socialplanner.presentation.summary import Summary

KIND: Final = "Progress report"
TITLE: Final = "Progress in social media and networking"
SUBTITLE: Final = "What changed, what your log says came back, and what is proposed next"
NOTE: Final = (
    "Scores are by your answers, hours and enquiries by your log. What differs stands here; why it "
    "differs, nobody can tell from it: season, luck and all else that you did are in it too."
)
FIGURES: Final = 3


def as_progress_report(summary: "Summary", facts: Reviewed | None) -> "Summary":
    """Return a summary whose cover and first page speak of progress instead of the plan.

    Where there is neither anything to compare nor a log, the first page stays that of the plan.
    """
    cover = replace(summary.cover, kind=KIND, title=TITLE, subtitle=SUBTITLE)
    if summary.progress.compared is None and (summary.review is None or facts is None):
        return replace(summary, cover=cover)
    return replace(summary, cover=cover, overview=_overview(summary, facts))


def _overview(summary: "Summary", facts: Reviewed | None) -> Overview:
    page, review = summary.progress, summary.review
    headline = page.headline if page.compared or review is None else review.headline
    return Overview(
        headline=headline,
        lead=_lead(summary),
        figures=tuple(_figures(summary, facts))[:FIGURES],
        findings=tuple(_findings(summary)),
        actions=_actions(summary),
        note=NOTE,
    )


def _lead(summary: "Summary") -> str:
    found, review = summary.progress.compared, summary.review
    said = []
    if found is not None:
        said.append(f"You answered on {found.then} and on {found.now}; {_kept(found)}.")
    if review is not None:
        said.append(review.due)
    return " ".join(said)


def _kept(found: SideBySide) -> str:
    """Return how the hours between were kept, for the inside of a sentence."""
    if found.kept.share is None:
        return "no weeks between the two were logged"
    return f"of the hours planned between the two you kept {_share(found.kept.share)}"


def _share(share: float) -> str:
    return "more than all" if share > 1 else formats.percent(share)


def _figures(summary: "Summary", facts: Reviewed | None) -> Iterator[KeyFigure]:
    found = summary.progress.compared
    if found is not None and found.kept.share is not None:
        value = "over 100%" if found.kept.share > 1 else formats.percent(found.kept.share)
        yield KeyFigure(
            value=value.removeprefix("about "),
            label="of the planned hours kept",
            note=f"{found.then} to {found.now}",
        )
    if facts is not None:
        yield from _log_figures(facts)
    if found is not None:
        up, down = (_count(found, each) for each in (Direction.HIGHER, Direction.LOWER))
        label, note = "scores clearly higher", f"{formats.in_words(down)} clearly lower"
        yield KeyFigure(value=f"{up} of {len(found.scores)}", label=label, note=note)
        answers = f"{len(found.answers.rows)}"
        yield KeyFigure(value=answers, label="answers differ", note=f"since {found.then}")


def _log_figures(facts: Reviewed) -> Iterator[KeyFigure]:
    returns, hits = facts.found.returns, facts.found.hits
    if returns.weeks:
        weeks = "week" if returns.weeks == 1 else "weeks"
        yield KeyFigure(
            value=f"{returns.traced} of {returns.enquiries}",
            label="enquiries traced to your work",
            note=f"noted in {formats.in_words(returns.weeks)} {weeks} with hours",
        )
    if hits.judged:
        note = "about eight of ten should" if hits.judged > 1 else "one says little"
        value = f"{hits.inside} of {hits.judged}"
        yield KeyFigure(value=value, label="forecasts held", note=note)


def _count(found: SideBySide, direction: Direction) -> int:
    return sum(row.direction is direction for row in found.scores)


def _findings(summary: "Summary") -> Iterator[Statement]:
    found, review = summary.progress.compared, summary.review
    if found is not None:
        text = f"{_named(found.scores, Direction.HIGHER)} {_named(found.scores, Direction.LOWER)}"
        yield Statement(title=f"What changed: {_inside(found.scores_headline)}.", text=text)
    if review is not None:
        back, next_ = review.returns, review.proposed
        yield Statement(title=f"What came back: {_inside(back.headline)}.", text=back.lead)
        yield Statement(title=f"{next_.headline}.", text=_moves(next_))


def _inside(headline: str) -> str:
    return formats.in_sentence(headline)


def _named(rows: tuple[ScoreRow, ...], direction: Direction) -> str:
    names = [formats.in_sentence(row.name) for row in rows if row.direction is direction]
    return f"Clearly {direction}: {formats.listed(names) or 'none'}."


def _moves(found: Proposed) -> str:
    """Return which hours would move, or why none do."""
    if not found.hours.rows:
        return found.agreed or found.text
    moved = [f"{row[0]} {row[-1]}" for row in found.hours.rows if row[-1] != "as now"]
    text = f"Hours a week: {', '.join(moved)}."
    return f"{text} {found.agreed}" if found.agreed else text


def _actions(summary: "Summary") -> tuple[Action, ...]:
    """Return what to look to, or where nothing is logged the first steps of the plan."""
    if summary.review is None:
        return summary.overview.actions
    return tuple(Action(text=each, when="Next week", who="you") for each in summary.review.focus)
