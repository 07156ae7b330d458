"""Files that come in and go out, as the window asks for them."""

from typing import Protocol


class Importing(Protocol):
    """Reads what a person opens or drops, and writes what they hand over."""
