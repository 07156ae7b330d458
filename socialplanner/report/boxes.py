"""The box that stands for a character no font shows, with the character's number in it.

The frame is a glyph, so that what is copied is the character itself; the number is drawn.
"""

from collections.abc import Iterator
from typing import Any, Final

_DOT: Final = 0.043
_ROW: Final = 6.3 * _DOT
_COLUMN: Final = 4 * _DOT
_MIDDLE: Final = (0.4575, 0.3638)
"""The middle of the glyph U+25A1 of Inter, in parts of the size."""

_DIGITS: Final = {
    digit: tuple(map(int, rows))
    for digit, rows in zip(
        "0123456789ABCDEF",
        (
            *("75557", "26227", "71747", "71717", "55711", "74717", "74757", "71111"),
            *("75757", "75717", "25755", "65656", "74447", "65556", "74747", "74744"),
        ),
        strict=True,
    )
}
"""Each digit in five rows of three dots."""


def draw_number(canvas: Any, character: str, place: tuple[float, float], size: float) -> None:  # noqa: ANN401 - ReportLab's
    """Draw a character's number into its box, which begins here."""
    path = canvas.beginPath()
    x, y = place
    side = _DOT * size
    for left, foot in _dots(f"{ord(character):04X}"):
        path.rect(x + left * size, y + foot * size, side, side)
    canvas.drawPath(path, stroke=0, fill=1)


def _dots(number: str) -> Iterator[tuple[float, float]]:
    """Yield the dots of two rows of digits, in parts of the size."""
    columns = (len(number) + 1) // 2
    left = _MIDDLE[0] - (columns * _COLUMN - _DOT) / 2
    top = _MIDDLE[1] + (_ROW + 5 * _DOT) / 2
    for place, digit in enumerate(number.zfill(2 * columns)):
        line, column = divmod(place, columns)
        for row, dots in enumerate(_DIGITS[digit]):
            for dot in range(3):
                if dots & (4 >> dot):
                    yield (
                        left + column * _COLUMN + dot * _DOT,
                        top - line * _ROW - (row + 1) * _DOT,
                    )
