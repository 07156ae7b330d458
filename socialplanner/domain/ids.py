"""The fixed vocabulary: modes, dimensions and where a number comes from."""

from enum import StrEnum, unique


@unique
class Mode(StrEnum):
    """One of the two ways of being social: prepared media, or networking with people."""

    MEDIA = "media"
    NETWORK = "network"


@unique
class Dimension(StrEnum):
    """One of the five dimensions on which both modes are described."""

    STYLE = "style"
    GOALS = "goals"
    CONTENT = "content"
    EFFORT = "effort"
    ROI = "roi"


@unique
class Origin(StrEnum):
    """Where a number comes from; it is said wherever the number is shown."""

    OWNER = "owner"
    STUDY = "study"
    SECOND_HAND = "second-hand"
    VENDOR = "vendor"
    LAB = "lab"
    DEFAULT = "default"


Cell = tuple[Dimension, Mode]
"""A dimension in one mode: the unit that is scored, targeted and compared."""

CELLS: tuple[Cell, ...] = tuple((dimension, mode) for dimension in Dimension for mode in Mode)
"""All ten cells, in reading order."""


def cell_name(cell: Cell) -> str:
    """Return the name of a cell as data files write it, for example ``style.media``."""
    dimension, mode = cell
    return f"{dimension}.{mode}"
