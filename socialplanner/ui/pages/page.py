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

    def left(self) -> None:
        """Save what is being typed; another page comes."""
