"""What the window needs from the rest of the program; `app` provides it, by shape."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplanner.ui.ports.batch import ReportBatches
    from socialplanner.ui.ports.importing import Importing
    from socialplanner.ui.ports.keeping import Keeping
    from socialplanner.ui.ports.log import LastRun, Log
    from socialplanner.ui.ports.logbook import Logbook
    from socialplanner.ui.ports.planning import Planning, Results
    from socialplanner.ui.ports.printing import Printing
    from socialplanner.ui.ports.program import Program
    from socialplanner.ui.ports.settings import Settings
    from socialplanner.ui.ports.shelf import OpenedProfile, Shelf, Sitting

__all__ = [
    "Importing",
    "Keeping",
    "LastRun",
    "Log",
    "Logbook",
    "OpenedProfile",
    "Planning",
    "Printing",
    "Program",
    "ReportBatches",
    "Results",
    "Settings",
    "Shelf",
    "Sitting",
]

_NAMES = {
    "batch": ("ReportBatches",),
    "importing": ("Importing",),
    "keeping": ("Keeping",),
    "log": (
        "LastRun",
        "Log",
    ),
    "logbook": ("Logbook",),
    "planning": (
        "Planning",
        "Results",
    ),
    "printing": ("Printing",),
    "program": ("Program",),
    "settings": ("Settings",),
    "shelf": (
        "OpenedProfile",
        "Shelf",
        "Sitting",
    ),
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return a name from its module, which is imported when somebody first asks for one.

        The window opens without most of them.
        """
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
