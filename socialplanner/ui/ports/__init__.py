"""What the window needs from the rest of the program; `app` provides it, by shape."""

from socialplanner.ui.ports.importing import Importing
from socialplanner.ui.ports.planning import Planning, Results
from socialplanner.ui.ports.printing import Printing
from socialplanner.ui.ports.program import Program
from socialplanner.ui.ports.settings import Settings
from socialplanner.ui.ports.shelf import OpenedProfile, Shelf, Sitting

__all__ = [
    "Importing",
    "OpenedProfile",
    "Planning",
    "Printing",
    "Program",
    "Results",
    "Settings",
    "Shelf",
    "Sitting",
]
