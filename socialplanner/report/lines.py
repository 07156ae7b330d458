"""Break runs of text into lines: at spaces, after hyphens, and inside words that are too long.

An address stays whole where a line can hold it, and is otherwise broken between its parts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple
from unicodedata import combining

from socialplanner.report.fonts import Face

_TOLERANCE: Final = 0.01
_SPACE: Final = re.compile(r"(?<= )(?=[^ ])")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_ADDRESS: Final = re.compile(r"://|\bwww\.|\w\.\w+/")
_POINTS: Final = ("/?&=", "-")


class Run(NamedTuple):
    """Text in one font; `shown` is false where no font has the characters and boxes stand."""

    text: str
    face: Face
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line and its width without the spaces at its end."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The size and letter spacing that widths depend on."""

    size: float
    tracking: float = 0.0

    def width(self, run: Run) -> float:
        """Return the width of a run."""
        width = run.face.width(run.text, self.size)
        return width + self.tracking * len(run.text) if self.tracking else width


class _Word(NamedTuple):
    """What stays together: runs, the width that is seen, and the width with spaces at the end."""

    runs: tuple[Run, ...]
    visible: float
    whole: float


def break_lines(runs: Sequence[Run], room: float, setting: Setting) -> tuple[Line, ...]:
    """Return the lines of one paragraph; no character is lost, spaces stay at line ends."""
    whole = sum(setting.width(run) for run in runs)
    if whole <= room:
        return (Line(runs=tuple(runs), width=whole),)
    lines: list[Line] = []
    line: list[Run] = []
    x = seen = 0.0
    for word in _words_in_room(runs, room, setting):
        if line and x + word.visible > room + _TOLERANCE:
            lines.append(Line(runs=_joined(line), width=seen))
            line, x = [], 0.0
        line.extend(word.runs)
        seen = x + word.visible
        x += word.whole
    lines.append(Line(runs=_joined(line), width=seen))
    return tuple(lines)


def _words_in_room(runs: Sequence[Run], room: float, setting: Setting) -> Iterator[_Word]:
    for word in _words(runs, setting):
        if word.visible <= room + _TOLERANCE:
            yield word
        else:
            yield from _pieces(word, room, setting)


def _words(runs: Sequence[Run], setting: Setting) -> Iterator[_Word]:
    pending: list[Run] = []
    for run in runs:
        for index, chunk in enumerate(_chunks(run.text)):
            if pending and (index or pending[-1].text.endswith(" ")):
                yield _word(pending, setting)
                pending = []
            pending.append(Run(chunk, run.face, run.shown))
    if pending:
        yield _word(pending, setting)


def _chunks(text: str) -> Iterator[str]:
    for chunk in _SPACE.split(text):
        if _ADDRESS.search(chunk):
            yield chunk
        else:
            yield from _HYPHEN.split(chunk)


def _word(runs: Sequence[Run], setting: Setting) -> _Word:
    last = runs[-1]
    bare = last.text.rstrip(" ")
    visible = setting.width(Run(bare, last.face))
    if len(runs) > 1:
        visible += sum(setting.width(run) for run in runs[:-1])
    spaces = len(last.text) - len(bare)
    whole = visible + spaces * setting.width(Run(" ", last.face)) if spaces else visible
    return _Word(tuple(runs), visible, whole)


def _pieces(word: _Word, room: float, setting: Setting) -> Iterator[_Word]:
    """Yield parts of a word wider than the room, each as long as fits and its points allow."""
    for run in word.runs:
        rest = run
        while rest.text:
            count = _point(rest.text, _count_that_fits(rest, room, setting))
            yield _word((rest._replace(text=rest.text[:count]),), setting)
            rest = rest._replace(text=rest.text[count:])


def _count_that_fits(run: Run, room: float, setting: Setting) -> int:
    most = min(len(run.text), 4 + int(room / setting.size * 6))
    low, high = 1, most + 1
    while high - low > 1:
        middle = (low + high) // 2
        start = Run(run.text[:middle].rstrip(" "), run.face)
        if setting.width(start) <= room + _TOLERANCE:
            low = middle
        else:
            high = middle
    while 1 < low < len(run.text) and combining(run.text[low]):
        low -= 1
    return low


def _point(text: str, most: int) -> int:
    """Return the last place to break a word that is too long, `most` where it has no point."""
    if most == len(text):
        return most
    for marks in _POINTS:
        for count in range(most, 0, -1):
            after = text[count]
            if text[count - 1] in marks and after not in marks and not combining(after):
                return count
    return most


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of one font joined."""
    groups = groupby(runs, lambda run: (run.face.name, run.shown))
    joined = []
    for _, group in groups:
        first, *others = group
        text = first.text + "".join(run.text for run in others)
        joined.append(Run(text, first.face, first.shown))
    return tuple(joined)


def narrowest(runs: Sequence[Run], room: float, setting: Setting) -> tuple[Line, ...]:
    """Return the same number of lines in the narrowest width: no lone last word in a heading."""
    best = break_lines(runs, room, setting)
    low, high = room / 2, room
    while high - low > 1:
        middle = (low + high) / 2
        lines = break_lines(runs, middle, setting)
        if len(lines) > len(best):
            low = middle
        else:
            best, high = lines, middle
    return best
