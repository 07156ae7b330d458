"""“How could I reach the target?” in words: the ways, what each asks, or why there is none."""

from dataclasses import dataclass
from typing import Final, assert_never

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.profile import Choices
from socialplanner.domain.reverse_change import HOURS, KindHours
from socialplanner.domain.reverse_plan import MissReason, Proposal, ReachState, ReversePlan
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.parts import TextTable, table
from socialplanner.presentation.summary.reverse_changes import (
    change_words,
    exact_hours,
    signed_exact,
)

HEAD: Final = ("Way", "Hours a week", "Extra money a week", "Networking", "Worth in our model")
NOTE: Final = (
    "This is our model’s reckoning from your answers, not a promise. It tries half-hours for every "
    "kind of work, who talks with people, your choices about activities, and money for paid posts. "
    "Tools and patience are not among them: in the model they change what an hour is worth, never "
    "which weeks are possible. Worth is that of the best use of the hours, beside 100 for those "
    "now."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way into the target band: its title, what changes, and what it asks.

    `name` is the title without its number; `answers` and `choices` are those after the changes.
    """

    title: str
    name: str
    changes: tuple[str, ...]
    asks: str
    instead: str
    answers: Answers
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Everything that is said; `ways` and the rows of `table` go together, nearest first."""

    headline: str
    lead: str
    ways: tuple[Way, ...]
    table: TextTable
    note: str


def reach(catalogue: Catalogue, found: ReversePlan) -> Reach:
    """Return the ways into the target band in words, or why there is none."""
    words = _Words(catalogue, found)
    headline, lead = words.head()
    ways = tuple(words.way(each, number) for number, each in enumerate(found.proposals, start=1))
    has_search = found.state in (ReachState.FOUND, ReachState.NONE)
    return Reach(
        headline=headline,
        lead=lead,
        ways=ways,
        table=table(
            HEAD, [words.row(e, n) for n, e in enumerate(found.proposals, start=1)], (1, 2, 4)
        ),
        note=NOTE if has_search else "",
    )


def limits_text(found: ReversePlan) -> str:
    """Return the limits as "no extra time and no money", "two extra hours and €20 a week"."""
    hours, money = found.limits.extra_hours, found.limits.money
    time = f"{formats.hours_in_words(hours)} more" if hours else "no extra time"
    paid = formats.money(money, found.said.profile.currency) if money else "no money"
    return f"{time} and {paid} a week"


class _Words:
    """The words of one search."""

    def __init__(self, catalogue: Catalogue, found: ReversePlan) -> None:
        self._catalogue, self._found = catalogue, found
        target = found.said.target
        self._band = formats.percent_range(target.low, target.high)

    def head(self) -> tuple[str, str]:
        """Return the headline and what it rests on."""
        match self._found.state:
            case ReachState.NO_HOURS:
                return (
                    "Say first where your hours go now",
                    (
                        "Without the hours of an ordinary week nobody can say how far it is from "
                        f"the target of {self._band}."
                    ),
                )
            case ReachState.ALREADY:
                return (
                    "Your week is inside the target already",
                    f"{self._now()} The plan lies inside too. Nothing has to change for it.",
                )
            case ReachState.FOUND:
                return self._found_head()
            case ReachState.NONE:
                return "No way within these limits", f"{self._now()} {self._missing()}"
            case never:
                assert_never(never)

    def _found_head(self) -> tuple[str, str]:
        proposals = self._found.proposals
        fewest = len(proposals[0].changes)
        number = formats.sentence_case(formats.in_words(fewest))
        what = "change" if fewest == 1 else "changes"
        ways = "one way" if len(proposals) == 1 else f"{formats.in_words(len(proposals))} ways"
        return (
            f"{number} {what} would bring your week into the target",
            f"{self._now()} Within {limits_text(self._found)} the model finds {ways}.",
        )

    def _now(self) -> str:
        week = self._found.week
        share = None if week is None else week.network_share
        if share is None:
            return f"You spend no hours yet; the target is {self._band} of them with people."
        said = formats.percent(share)
        if self._found.state is ReachState.ALREADY:
            return f"Networking has {said} of your hours, within the target of {self._band}."
        return f"Networking has {said} of your hours now; the target is {self._band}."

    # A way.

    def way(self, each: Proposal, number: int) -> Way:
        """Return a way in words."""
        return Way(
            title=self._title(each, number),
            name=self._name(each),
            changes=tuple(
                change_words(self._catalogue, self._found, change) for change in each.changes
            ),
            asks=self._asks(each),
            instead=self._instead(each),
            answers=each.answers,
            choices=each.choices,
        )

    def row(self, each: Proposal, number: int) -> tuple[str, ...]:
        """Return what a way takes and comes to, as a row of the table."""
        currency = self._found.said.profile.currency
        worth = each.relative_value
        return (
            self._title(each, number),
            f"{exact_hours(each.week.total)} ({signed_exact(each.extra_hours)})",
            formats.money(each.extra_money, currency) if each.extra_money else "none",
            f"{formats.percent(each.network_share)}, {self._inside(each.network_share)}",
            "nothing to compare with" if worth is None else f"about {formats.fives(100 * worth)}",
        )

    def _inside(self, share: float) -> str:
        target = self._found.said.target
        points = round(100 * min(share - target.low, target.high - share))
        if points < 1:
            return "at the edge of the target"
        return f"{points} {'point' if points == 1 else 'points'} inside"

    def _title(self, each: Proposal, number: int) -> str:
        return f"{number}. {self._name(each)}"

    def _name(self, each: Proposal) -> str:
        week = self._found.week or each.week
        moved = {mode: each.week.of(mode) - week.of(mode) for mode in Mode}
        up = [self._mode(mode) for mode in Mode if moved[mode] > 0]
        down = [self._mode(mode) for mode in Mode if moved[mode] < 0]
        if up and down:
            words = f"time moved from {down[0]} to {up[0]}"
        elif up:
            words = f"more time for {formats.listed(up)}"
        elif down:
            words = f"less time for {formats.listed(down)}"
        else:
            words = "the same hours, other conditions"
        return formats.sentence_case(words)

    def _mode(self, mode: Mode) -> str:
        return names.mode_in_text(self._catalogue, mode)

    def _asks(self, each: Proposal) -> str:
        extra, said = each.extra_hours, self._found.said
        if not extra:
            return "It asks for no more time than you spend now, only for other work in it."
        if extra < 0:
            return f"It asks you to leave {formats.hours_in_words(-extra)} a week undone."
        words = f"It asks for {formats.hours_in_words(extra)} more a week than you spend now"
        given = each.answers.get(HOURS)
        if isinstance(given, int | float) and given != said.business.hours_per_week:
            had = exact_hours(said.business.hours_per_week)
            return (
                f"{words}; what you can give a week would be {exact_hours(given)} instead of {had}."
            )
        return f"{words}; you said that you can give as much."

    def _instead(self, each: Proposal) -> str:
        first = each.changes[0]
        if not each.instead or not isinstance(first, KindHours):
            return ""
        others = formats.quoted(
            [names.question_short(self._catalogue, kind) for kind in each.instead], last="or"
        )
        name = names.question_short(self._catalogue, first.kind)
        return f"In place of “{name}”, {others} would do as well."

    # No way.

    def _missing(self) -> str:
        miss = self._found.miss
        if miss is None:
            return ""
        limits = limits_text(self._found)
        reasons = {
            MissReason.TIME: self._time(miss.needed_hours),
            MissReason.TALKING: "Those who talk with people have no time left for more.",
            MissReason.PLAN: (
                "What your kind of business, platforms, people and choices allow leaves no such "
                "week that we tried."
            ),
        }
        points = max(1, round(100 * miss.distance))
        away = f"{points} {'point' if points == 1 else 'points'} away"
        if miss.nearest is None:
            nearest = f"Nothing within {limits} comes nearer than the week now, {away}."
        else:
            changes = " ".join(
                change_words(self._catalogue, self._found, change)
                for change in miss.nearest.changes
            )
            share = formats.percent(miss.nearest.network_share)
            nearest = f"The nearest within {limits} gives networking {share}, {away}: {changes}"
        return f"{nearest} {reasons[miss.reason]}"

    def _time(self, needed: float | None) -> str:
        if needed is None:
            return ""
        return f"With {formats.hours_in_words(needed)} more a week there would be a way."
