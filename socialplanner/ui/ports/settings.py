"""What the person set, as the window asks for it."""

from typing import Protocol


class Settings(Protocol):
    """Settings kept from start to start: texts, numbers, yes or no, and lists of texts, by name.

    A file that cannot be read or written is no error: defaults hold, and the log says so.
    """

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""

    def number(self, name: str, default: float = 0.0) -> float:
        """Return a number."""

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no."""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""

    def put(self, name: str, value: str | float | bool | tuple[str, ...]) -> None:  # noqa: FBT001
        """Keep a setting; it is on the disk when this returns, unless the disk refuses."""
