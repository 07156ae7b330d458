"""A logo, ready to be drawn on every page of a plan."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE: Final = 600
"""Pixels: sharp at four centimetres on paper, and a small file."""


@dataclass(frozen=True, slots=True, eq=False)
class Logo:
    """A picture without transparency."""

    picture: "Image.Image"

    def size_within(self, width: float, height: float) -> tuple[float, float]:
        """Return the largest size of the logo's own shape that fits."""
        wide, high = self.picture.size
        scale = min(width / wide, height / high)
        return wide * scale, high * scale


def logo_of(png: bytes) -> Logo:
    """Return a logo on white ground, made smaller where it has more pixels than paper shows.

    The bytes come from `exchange.logo`, which decides what may be a logo.
    """
    from PIL import Image  # noqa: PLC0415 - few plans have a logo

    with Image.open(BytesIO(png), formats=("PNG",)) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return Logo(ground.convert("RGB"))
