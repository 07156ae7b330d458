"""The command `check-catalogue`: everything that is wrong in a catalogue folder."""

from pathlib import Path

from socialplanner import paths
from socialplanner.cli import streams
from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import UserError
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.loading.layouts import load_layouts
from socialplanner.messages import counted, visible


def check_catalogue(folder: str | None) -> None:
    """Say how much was checked, or raise InputError with every problem."""
    where = paths.catalogue_dir() if folder is None else Path(folder)
    shown = visible(str(where))
    if not where.is_dir():
        raise UserError(f"{shown} is not a folder; name the folder of a catalogue.")
    name = "The catalogue in use" if folder is None else f"The catalogue in {shown}"
    catalogue = load_catalogue(where)
    contents = _contents(catalogue)
    if folder is None:
        tables = len(load_layouts(paths.platforms_dir(), catalogue.kpis))
        contents += f", {counted(tables, 'table of a platform', 'tables of platforms')}"
    streams.write(f"{name} is sound: {contents}.\n")


def _contents(catalogue: Catalogue) -> str:
    """Return what a catalogue holds, counted."""
    questions = len(catalogue.questionnaire.by_id)
    return ", ".join(
        (
            f"version {catalogue.version}",
            counted(questions, "question", "questions"),
            counted(len(catalogue.activities), "activity", "activities"),
            counted(len(catalogue.kpis), "KPI", "KPIs"),
            counted(len(catalogue.assumptions), "number", "numbers"),
            counted(len(catalogue.evidence), "source", "sources"),
            counted(len(catalogue.renamed), "renamed id", "renamed ids"),
        )
    )
