"""Break runs of text into lines: at spaces, after hyphens, and inside words that are too long.

An address stays whole where a line can hold it, and is otherwise broken between its parts.
Lines keep the order in which the text was typed, whichever way it runs.
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
_IDEOGRAPHS: Final = re.compile(
    "(?<=[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uffef])"  # no spaces between words
    "(?=[\u2e80-\u3000\u3003-\u3007\u3012\u3013\u301c-\u3098\u309f-\ua4cf\uac00-\ud7a3\uf900-\ufaff])"
    "(?![ぁぃぅぇぉっゃゅょァィゥェォッャュョー])"
)
_LETTER: Final = re.compile("[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]")
_ADDRESS: Final = re.compile(r"://|\bwww\.|\w\.\w+/")
_POINTS: Final = ("/?&=", "-")


class Run(NamedTuple):
    """Text in one font; `shown` is false where no font has the characters and boxes stand.

    At an even level the text runs to the right, at an odd one to the left; see `bidi`.
    """

    text: str
    face: Face
    shown: bool = True
    level: int = 0

    @property
    def simple(self) -> bool:
        """Tell whether the text is written as it is typed, letter after letter."""
        return self.shown and not self.level and self.face.shaper is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line and its width without the spaces at its end."""

    runs: tuple[Run, ...]
    width: float
    leftward: bool = False
    """Whether its paragraph runs to the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The size and letter spacing that widths depend on."""

    size: float
    tracking: float = 0.0

    def width(self, run: Run) -> float:
        """Return the width of a run."""
        width = run.face.width(run.text, self.size)
        if self.tracking and run.simple:
            width += self.tracking * len(run.text)
        return width


class _Word(NamedTuple):
    """What stays together: runs, the width that is seen, and the width with spaces at the end."""

    runs: tuple[Run, ...]
    visible: float
    whole: float


def break_lines(runs: Sequence[Run], room: float, setting: Setting) -> tuple[Line, ...]:
    """Return the lines of one paragraph; no character is lost, spaces stay at line ends."""
    whole = sum(setting.width(run) for run in runs)
    leftward = runs_leftward(runs)
    if whole <= room:
        seen = whole - _unseen(runs[-1], setting) if leftward else whole
        return (Line(runs=tuple(runs), width=seen, leftward=leftward),)
    lines: list[Line] = []
    line: list[Run] = []
    x = seen = 0.0
    for word in _words_in_room(runs, room, setting):
        if line and x + word.visible > room + _TOLERANCE:
            lines.append(Line(runs=_joined(line, leftward), width=seen, leftward=leftward))
            line, x = [], 0.0
        line.extend(word.runs)
        seen = x + word.visible
        x += word.whole
    lines.append(Line(runs=_joined(line, leftward), width=seen, leftward=leftward))
    return tuple(lines)


def _unseen(run: Run, setting: Setting) -> float:
    """Return the width of the spaces at the end of a run."""
    spaces = run.text[len(run.text.rstrip(" ")) :]
    return setting.width(run._replace(text=spaces)) if spaces else 0.0


def runs_leftward(runs: Sequence[Run]) -> bool:
    """Tell whether a whole paragraph runs to the left: then none of it has level 0."""
    return bool(runs) and all(run.level for run in runs)


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
            pending.append(run._replace(text=chunk))
    if pending:
        yield _word(pending, setting)


def _chunks(text: str) -> Iterator[str]:
    for chunk in _SPACE.split(text):
        if _ADDRESS.search(chunk):
            yield chunk
        elif _LETTER.search(chunk):
            yield from _IDEOGRAPHS.split(chunk)
        else:
            yield from _HYPHEN.split(chunk)


def _word(runs: Sequence[Run], setting: Setting) -> _Word:
    last = runs[-1]
    bare = last.text.rstrip(" ")
    visible = setting.width(last._replace(text=bare))
    if len(runs) > 1:
        visible += sum(setting.width(run) for run in runs[:-1])
    spaces = len(last.text) - len(bare)
    whole = visible + spaces * setting.width(last._replace(text=" ")) if spaces else visible
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
        start = run._replace(text=run.text[:middle].rstrip(" "))
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


def _joined(runs: Iterable[Run], leftward: bool) -> tuple[Run, ...]:  # noqa: FBT001
    """Return the runs of a line with neighbours of one font and level joined.

    Spaces at its end run as the paragraph does.
    """
    groups = groupby(runs, lambda run: (run.face.name, run.shown, run.level))
    joined = []
    for _, group in groups:
        first, *others = group
        joined.append(first._replace(text=first.text + "".join(run.text for run in others)))
    last = joined[-1]
    bare = last.text.rstrip(" ")
    if last.level != leftward and bare != last.text:
        spaces = last._replace(text=last.text[len(bare) :], level=int(leftward))
        joined[-1:] = [last._replace(text=bare), spaces] if bare else [spaces]
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
