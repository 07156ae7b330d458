"""Check what only the whole catalogue can show: nothing twice, nothing needed left out."""

from collections.abc import Iterator

from socialplanner.domain.ids import CELLS, Mode, cell_name
from socialplanner.domain.kpi import Stage
from socialplanner.loading.documents import Documents
from socialplanner.loading.messages import quoted, suggestion
from socialplanner.loading.reader import Finding
from socialplanner.loading.records import at, raw_ids, raw_records
from socialplanner.loading.vocabulary import (
    ACTIVITY_FILES,
    HOURS,
    SECTIONS,
    option_ids,
    raw_questions,
)

PLATFORMS = "business.platforms"
NEEDED_OPTIONS: dict[str, tuple[str, ...]] = {
    "business.kind": (),
    "business.stage": ("pre_sale", "young"),
    "business.goals": (),
    "business.tools": (),
    PLATFORMS: (),
    "business.repeat_buyers": (),
    "business.audience": (),
    "business.sales_cycle": ("quarter", "longer"),
    "business.patience": (),
}
"""The choices that the method looks at, and those of their options that it knows by name."""

NEEDED_QUESTIONS = (
    *NEEDED_OPTIONS,
    "business.hours_per_week",
    "business.people",
    "business.order_value",
    "business.margin_percent",
    "business.orders_per_year",
    "business.close_rate",
    "business.enquiries_per_month",
    "business.last_ten_enquiries",
    "business.hour_cost",
    "business.ad_budget_per_week",
)
EARLY_STAGES = (Stage.OUTPUT, Stage.OUTTAKE)
KPIS_PER_GOAL = 3


def incoherences(documents: Documents) -> Iterator[Finding]:
    """Yield everything that is wrong with the catalogue as a whole."""
    yield from _repeated(documents, "question", _section_files(documents))
    yield from _repeated(documents, "activity", ACTIVITY_FILES)
    yield from _repeated_sections(documents)
    yield from _missing_questions(documents)
    yield from _unnamed_platforms(documents)
    yield from _empty_cells(documents)
    yield from _unmeasured_goals(documents)


def _section_files(documents: Documents) -> tuple[str, ...]:
    """Return the files of the questionnaire, in asking order."""
    return tuple(name for name in documents if name.startswith(SECTIONS))


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
    for name in _section_files(documents):
        found = at(documents, name, "section", "id")
        if isinstance(found, str) and first.setdefault(found, name) != name:
            yield Finding(f"This id is used in {first[found]} already.", (name, "section", "id"))


def _missing_questions(documents: Documents) -> Iterator[Finding]:
    """Yield the questions and options that the method cannot do without."""
    asked = {each.get("id") for each in raw_questions(documents) if isinstance(each.get("id"), str)}
    file = _section_file(documents, "business")
    for name in NEEDED_QUESTIONS:
        if name not in asked:
            yield Finding("The method needs this question.", (file, name, "id"))
    for name, needed in NEEDED_OPTIONS.items():
        given = option_ids(documents, name) or needed
        for option in needed:
            if option not in given:
                message = f"The method needs the option “{option}”."
                yield Finding(message, (file, name, "options"))
    for mode in Mode:
        if not any(_is_hours_row(each, mode) for each in raw_questions(documents)):
            message = f"The method needs a question for hours of mode “{mode}”."
            yield Finding(message, (_section_file(documents, "hours"), "question", "mode"))


def _section_file(documents: Documents, section: str) -> str:
    """Return the file of a section, or the folder where no file says that it is this one."""
    names = _section_files(documents)
    found = (name for name in names if at(documents, name, "section", "id") == section)
    return next(found, SECTIONS)


def _unnamed_platforms(documents: Documents) -> Iterator[Finding]:
    """Yield the platforms that a person is offered and the catalogue has no name for."""
    named = at(documents, "catalogue.toml", "platforms")
    file = _section_file(documents, "business")
    for option in option_ids(documents, PLATFORMS) or ():
        if isinstance(named, dict) and option not in named:
            message = f"There is no platform {quoted(option)}. {suggestion(option, named)}"
            yield Finding(message, (file, PLATFORMS, "options", option))


def _is_hours_row(question: object, mode: Mode) -> bool:
    """Return whether a question asks for hours of a mode."""
    return at(question, "mode") == mode and str(at(question, "id")).startswith(HOURS)


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
            yield Finding(message, (_section_file(documents, cell[0]), cell_name(cell), "mode"))


def _unmeasured_goals(documents: Documents) -> Iterator[Finding]:
    """Yield the goals that have no early sign, or too little to show a result besides it."""
    kpis = tuple(raw_records(documents.get("kpis.toml"), "kpi"))
    for goal in (option_ids(documents, "business.goals") or ()) if kpis else ():
        serving = [each for each in kpis if goal in _goals(each)]
        if not any(each.get("stage") in EARLY_STAGES for each in serving):
            yield Finding("No KPI is an early sign of this goal.", ("kpis.toml", goal, "stage"))
        if len(serving) < KPIS_PER_GOAL:
            message = f"Only {len(serving)} KPIs serve this goal; {KPIS_PER_GOAL} are needed."
            yield Finding(message, ("kpis.toml", goal, "goals"))


def _goals(kpi: object) -> list[object]:
    """Return the goals that a KPI names."""
    found = at(kpi, "goals")
    return found if isinstance(found, list) else []


def _has_texts(question: object) -> bool:
    """Return whether dimension and mode can be compared."""
    return isinstance(at(question, "dimension"), str) and isinstance(at(question, "mode"), str)
