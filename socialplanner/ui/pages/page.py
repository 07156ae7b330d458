"""What every page is: a widget with a key that is told when it is shown and when it is left."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of the window. Its `key` names it for ever; its `title` stands in the rail."""

    def __init__(self, key: str, title: str) -> None:
        """Begin empty."""
        super().__init__()
        self.key = key
        self.title = title
        self.setAccessibleName(title)
        self.setProperty("role", "clear")

    def entered(self, place: str) -> None:
        """Show what there is now, at a place of the page ("" for its top)."""

    @property
    def is_unfinished(self) -> bool:
        """Return whether something was typed that is not kept anywhere else."""
        return False

    def take_focus(self) -> None:
        """Put the keyboard where the page begins; where it does not matter, it stays."""

    def left(self) -> None:
        """Save what is being typed; another page comes."""
