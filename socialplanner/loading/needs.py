"""Check that everything is there which the method knows by name."""

from collections.abc import Iterator

from socialplanner.domain.ids import Mode
from socialplanner.loading.documents import Documents
from socialplanner.loading.reader import Finding
from socialplanner.loading.records import at, raw_ids
from socialplanner.loading.vocabulary import HOURS, raw_question, raw_questions, section_file

NEEDED_QUESTIONS = (
    "business.kind",
    "business.stage",
    "business.goals",
    "business.hours_per_week",
    "business.people",
    "business.tools",
    "business.platforms",
    "business.order_value",
    "business.margin_percent",
    "business.repeat_buyers",
    "business.orders_per_year",
    "business.close_rate",
    "business.enquiries_per_month",
    "business.last_ten_enquiries",
    "business.hour_cost",
    "business.ad_budget_per_week",
    "business.audience",
    "business.sales_cycle",
    "business.patience",
)
NEEDED_PARTS = (
    ("business.stage", "options", ("pre_sale", "young", "steady")),
    ("business.tools", "options", ("none",)),
    ("business.sales_cycle", "options", ("quarter", "longer")),
    ("business.people", "columns", ("hours", "strength")),
    ("business.last_ten_enquiries", "columns", ("source", "count", "cause")),
)
NEEDED_KPIS = (
    "hours_logged",
    "conversations_started",
    "share_asked",
    "leads_tagged",
    "leads_asked",
)


def unmet_needs(documents: Documents) -> Iterator[Finding]:
    """Yield every question, option, column and KPI that the method would look for in vain."""
    yield from _missing_questions(documents)
    yield from _missing_parts(documents)
    yield from _missing_hours(documents)
    yield from _missing_kpis(documents)


def _missing_questions(documents: Documents) -> Iterator[Finding]:
    """Yield the questions that the method cannot do without."""
    file = section_file(documents, "business")
    for name in NEEDED_QUESTIONS:
        if raw_question(documents, name) is None:
            yield Finding("The method needs this question.", (file, name, "id"))


def _missing_parts(documents: Documents) -> Iterator[Finding]:
    """Yield the options and columns that the method knows by name."""
    file = section_file(documents, "business")
    for name, key, needed in NEEDED_PARTS:
        question = raw_question(documents, name)
        given = tuple(raw_ids(question, key))
        for part in needed if question else ():
            if part not in given:
                yield Finding(f"The method needs “{part}” here.", (file, name, key))


def _missing_hours(documents: Documents) -> Iterator[Finding]:
    """Yield the modes that no question asks the hours of."""
    for mode in Mode:
        if not any(_is_hours_row(each, mode) for each in raw_questions(documents)):
            message = f"The method needs a question for hours of mode “{mode}”."
            yield Finding(message, (section_file(documents, "hours"), "question", "mode"))


def _is_hours_row(question: object, mode: Mode) -> bool:
    """Return whether a question asks for hours of a mode."""
    return at(question, "mode") == mode and str(at(question, "id")).startswith(HOURS)


def _missing_kpis(documents: Documents) -> Iterator[Finding]:
    """Yield the KPIs that decision rules are made of."""
    given = tuple(raw_ids(documents.get("kpis.toml"), "kpi"))
    for name in NEEDED_KPIS:
        if name not in given:
            yield Finding("The method needs this KPI.", ("kpis.toml", name, "id"))
