"""Check what only the whole catalogue can show: nothing twice, nothing needed left out."""

from collections.abc import Iterator

from socialplanner.domain.ids import CELLS, cell_name
from socialplanner.domain.kpi import Stage
from socialplanner.loading.documents import Documents
from socialplanner.loading.links import Names
from socialplanner.loading.reader import Finding
from socialplanner.loading.records import at, raw_ids, raw_records
from socialplanner.loading.vocabulary import (
    ACTIVITY_FILES,
    option_ids,
    option_names,
    raw_questions,
    section_file,
    section_files,
)
from socialplanner.messages import quoted, suggestion

PLATFORMS = "business.platforms"
EARLY_STAGES = (Stage.OUTPUT, Stage.OUTTAKE)
KPIS_PER_GOAL = 3


def incoherences(documents: Documents) -> Iterator[Finding]:
    """Yield everything that is wrong with the catalogue as a whole."""
    yield from _repeated(documents, "question", section_files(documents))
    yield from _repeated(documents, "activity", ACTIVITY_FILES)
    yield from _repeated_sections(documents)
    yield from _unnamed_platforms(documents)
    yield from _empty_cells(documents)
    yield from _unmeasured_goals(documents)


def _repeated(documents: Documents, key: str, files: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the ids that a file shares with an earlier one."""
    first: dict[str, str] = {}
    for name in files:
        for each in raw_ids(documents.get(name), key):
            if first.setdefault(each, name) != name:
                yield Finding(f"This id is used in {first[each]} already.", (name, each, "id"))


def _repeated_sections(documents: Documents) -> Iterator[Finding]:
    """Yield the sections that carry the id of an earlier one."""
    first: dict[object, str] = {}
    for name in section_files(documents):
        found = at(documents, name, "section", "id")
        if isinstance(found, str) and first.setdefault(found, name) != name:
            yield Finding(f"This id is used in {first[found]} already.", (name, "section", "id"))


def _unnamed_platforms(documents: Documents) -> Iterator[Finding]:
    """Yield the platforms that a person is offered and the catalogue has no name for."""
    named = at(documents, "catalogue.toml", "platforms")
    file = section_file(documents, "business")
    for option in option_ids(documents, PLATFORMS) or ():
        if isinstance(named, dict) and option not in named:
            message = f"There is no platform {quoted(option)}. {suggestion(option, named)}"
            yield Finding(message, (file, PLATFORMS, "options", option))


def _empty_cells(documents: Documents) -> Iterator[Finding]:
    """Yield the cells that no question scores."""
    scored = {
        (each.get("dimension"), each.get("mode"))
        for each in raw_questions(documents)
        if each.get("levels") and _has_texts(each)
    }
    for cell in CELLS:
        if cell not in scored:
            message = "No question with levels belongs to this cell."
            yield Finding(message, (section_file(documents, cell[0]), cell_name(cell), "mode"))


def _unmeasured_goals(documents: Documents) -> Iterator[Finding]:
    """Yield the goals that have no early sign, or too little to show a result besides it."""
    goals = option_names("goal", documents, "business.goals")
    kpis = tuple(raw_records(documents.get("kpis.toml"), "kpi"))
    for goal in (goals.known or ()) if kpis else ():
        serving = [each for each in kpis if goal in _goals(each, goals)]
        if not any(each.get("stage") in EARLY_STAGES for each in serving):
            yield Finding("No KPI is an early sign of this goal.", ("kpis.toml", goal, "stage"))
        if len(serving) < KPIS_PER_GOAL:
            message = f"Only {len(serving)} KPIs serve this goal; {KPIS_PER_GOAL} are needed."
            yield Finding(message, ("kpis.toml", goal, "goals"))


def _goals(kpi: object, goals: Names) -> list[str]:
    """Return the goals that a KPI names, by the names they have today."""
    found = at(kpi, "goals")
    written = found if isinstance(found, list) else []
    return [goals.current(each) for each in written if isinstance(each, str)]


def _has_texts(question: object) -> bool:
    """Return whether dimension and mode can be compared."""
    return isinstance(at(question, "dimension"), str) and isinstance(at(question, "mode"), str)
