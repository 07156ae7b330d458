"""The whole program behind the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.editing import Now
    from socialplanner.ui.ports.batch import ReportBatches
    from socialplanner.ui.ports.comparing import Comparing
    from socialplanner.ui.ports.importing import Importing
    from socialplanner.ui.ports.keeping import Keeping
    from socialplanner.ui.ports.log import LastRun, Log
    from socialplanner.ui.ports.logbook import Logbook
    from socialplanner.ui.ports.planning import Planning
    from socialplanner.ui.ports.portfolio import Portfolio
    from socialplanner.ui.ports.printing import Printing
    from socialplanner.ui.ports.reviewing import Reviewing
    from socialplanner.ui.ports.settings import Settings
    from socialplanner.ui.ports.shelf import Shelf


class Program(Protocol):
    """Everything a page may ask for; each part is made when it is first asked for."""

    @property
    def catalogue(self) -> Catalogue:
        """Return what the experts wrote; read at the first call (a tenth of a second)."""

    @property
    def shelf(self) -> Shelf:
        """Return the profiles of the data folder."""

    @property
    def settings(self) -> Settings:
        """Return what the person set."""

    @property
    def planning(self) -> Planning:
        """Return the way from answers to results."""

    @property
    def comparing(self) -> Comparing:
        """Return the way to two assessments side by side."""

    @property
    def reviewing(self) -> Reviewing:
        """Return the way to reviews of the log."""

    @property
    def importing(self) -> Importing:
        """Return the way of files in and out."""

    @property
    def printing(self) -> Printing:
        """Return the way to PDFs."""

    @property
    def portfolio(self) -> Portfolio:
        """Return all clients side by side."""

    @property
    def batches(self) -> ReportBatches:
        """Return the way to reports of many profiles at once."""

    @property
    def keeping(self) -> Keeping:
        """Return backups, the data folder and the consultant's logo."""

    @property
    def logbook(self) -> Logbook:
        """Return the way of files into the logbook."""

    @property
    def log(self) -> Log:
        """Return the log."""

    @property
    def last_run(self) -> LastRun:
        """Return how the run before this one ended."""

    @property
    def log_folder(self) -> Path:
        """Return where the log is."""

    def today(self) -> date:
        """Return the day by the local calendar."""

    def now(self) -> Now:
        """Return moment, day and catalogue of an edit."""

    def new_id(self) -> str:
        """Return an id that nothing has yet."""
