"""What a cell of a filled-in log says, and what cannot be so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.domain.filed_weeks import (
    HOURS,
    NOTE,
    ODD,
    ODD_MARK,
    Entry,
    Said,
    week_of_entries,
)
from socialplanner.domain.moment import week_of
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.grid import NOT_RECKONED, Cell
from socialplanner.messages import quoted, visible
from socialplanner.presentation.log_words import week_problems

ODD_WORDS: Final = frozenset({"yes", "y", "x", "1", "true", "ja"})
NOT_ODD_WORDS: Final = frozenset({"no", "n", "0", "-", "–", "false", "nein"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell is not taken."""

    reason: str


def value_in(entry: Entry, cell: Cell) -> Said | Wrong | None:
    """Return what a cell says, None where it says nothing, or why it cannot be taken."""
    text = cell.strip() if isinstance(cell, str) else ""
    if isinstance(cell, str) and not text:
        return None
    kind, _key = entry
    if text == NOT_RECKONED:
        return Wrong("A formula stands here without its result; save the file once more.")
    if kind == NOTE:
        return text or _shown(cell)
    if kind == ODD:
        return _odd(text, cell)
    if isinstance(cell, float):
        return cell
    hint = " Write hours such as 1.5." if kind == HOURS else ""
    return Wrong(f"{quoted(visible(_shown(cell)))} is no number.{hint}")


def _shown(cell: Cell) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _odd(text: str, cell: Cell) -> Said | Wrong | None:
    """Return whether a week is said to be odd; what is neither yes nor no is not guessed."""
    word = text.casefold()
    if word in ODD_WORDS or cell == ODD_MARK:
        return ODD_MARK
    if word in NOT_ODD_WORDS or cell == 0:
        return None
    return Wrong(f"{quoted(visible(_shown(cell)))} is neither yes nor no.")


def day_in(cell: Cell) -> date | None:
    """Return the day that a cell holds, if as a text that can be meant in one way only."""
    if isinstance(cell, date):
        return cell
    found = set(day_readings(cell).values()) if isinstance(cell, str) else set()
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class WeekJudge:
    """Knows what cannot be logged, by the same rules as everywhere else."""

    catalogue: Catalogue
    today: date

    def monday(self, cell: Cell) -> date | Wrong:
        """Return the Monday of the week that a cell names, or why it names none to log."""
        day = day_in(cell)
        if day is None:
            if cell == "":
                return Wrong("There is no day, so the week is not known.")
            return Wrong(f"{quoted(visible(_shown(cell)))} is no day, so the week is not known.")
        monday = week_of(day)
        reason = self.wrong_week(monday, {})
        return Wrong(reason) if reason else monday

    def wrong_entries(self, monday: date, said: Mapping[Entry, Said]) -> dict[Entry, str]:
        """Return the entries that cannot be so, each with the reason."""
        return {
            entry: reason
            for entry, value in said.items()
            if (reason := self.wrong_week(monday, {entry: value}))
        }

    def wrong_week(self, monday: date, said: Mapping[Entry, Said]) -> str:
        """Return why a week cannot be so, "" where it can."""
        return " ".join(self._problems(monday, said))

    def _problems(self, monday: date, said: Mapping[Entry, Said]) -> Iterator[str]:
        moment = datetime.combine(self.today, time(), UTC)
        now = Now(moment=moment, day=self.today, catalogue_version="")
        yield from week_problems(self.catalogue, week_of_entries(monday, said, now), self.today)
