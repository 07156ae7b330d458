"""Find every id that a catalogue defines, without asking whether the rest of it is right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from socialplanner.domain.ids import CELLS, Dimension, Mode, cell_name
from socialplanner.loading.documents import Documents
from socialplanner.loading.links import Names
from socialplanner.loading.records import at, raw_ids, raw_records

SECTIONS = "questionnaire/"
ACTIVITY_FILES = ("activities/media.toml", "activities/network.toml")
HOURS = "hours."
DIMENSIONS = Names(what="dimension", known=tuple(map(str, Dimension)), renamed={})
MODES = Names(what="mode", known=tuple(map(str, Mode)), renamed={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The ids that may be used; a set is None where it could not be found out."""

    goals: Names
    kinds: Names
    stages: Names
    audiences: Names
    patience: Names
    repeat_buyers: Names
    tools: Names
    platforms: Names
    activities: Names
    kpis: Names
    evidence: Names
    cells: Mapping[Mode, Names]
    hours_rows: Mapping[Mode, Names]
    acceptable_platforms: frozenset[str] | None
    min_fit: float


def vocabulary(documents: Documents) -> Vocabulary:
    """Return the ids that these files define."""
    renamed = renames(documents)
    return Vocabulary(
        goals=option_names("goal", documents, "business.goals"),
        kinds=option_names("kind of business", documents, "business.kind"),
        stages=option_names("stage", documents, "business.stage"),
        audiences=option_names("audience", documents, "business.audience"),
        patience=option_names("patience", documents, "business.patience"),
        repeat_buyers=option_names("answer", documents, "business.repeat_buyers"),
        tools=option_names("tool", documents, "business.tools"),
        platforms=Names(what="platform", known=_platforms(documents), renamed=renamed),
        activities=Names(what="activity", known=activity_ids(documents), renamed=renamed),
        kpis=Names(what="KPI", known=_ids(documents, "kpis.toml", "kpi"), renamed=renamed),
        evidence=Names(
            what="evidence",
            known=_ids(documents, "evidence.toml", "evidence"),
            renamed=renamed,
        ),
        cells={mode: _cell_names(mode) for mode in Mode},
        hours_rows={mode: _hours_names(documents, mode, renamed) for mode in Mode},
        acceptable_platforms=_acceptable_platforms(documents),
        min_fit=_min_fit(documents),
    )


def renames(documents: Documents) -> Mapping[str, str]:
    """Return the ids that were renamed, as far as they can be read."""
    found = at(documents, "renamed.toml", "renamed")
    pairs = found.items() if isinstance(found, dict) else ()
    return {old: new for old, new in pairs if isinstance(new, str)}


def section_files(documents: Documents) -> tuple[str, ...]:
    """Return the files of the questionnaire, in asking order."""
    return tuple(name for name in documents if name.startswith(SECTIONS))


def section_file(documents: Documents, section: str) -> str:
    """Return the file of a section, or the folder where no file says that it is this one."""
    names = section_files(documents)
    found = (name for name in names if at(documents, name, "section", "id") == section)
    return next(found, SECTIONS)


def raw_questions(documents: Documents) -> Iterator[Mapping[str, object]]:
    """Yield every question table of every section."""
    for name in section_files(documents):
        yield from raw_records(documents[name], "question")


def raw_question(documents: Documents, question_id: str) -> Mapping[str, object] | None:
    """Return the table of one question, or None."""
    found = (each for each in raw_questions(documents) if each.get("id") == question_id)
    return next(found, None)


def option_ids(documents: Documents, question_id: str) -> tuple[str, ...] | None:
    """Return the options of one question, or None where they cannot be found."""
    question = raw_question(documents, question_id)
    return tuple(dict.fromkeys(raw_ids(question, "options"))) or None


def activity_ids(documents: Documents) -> tuple[str, ...] | None:
    """Return the ids of all activities, or None where a file of theirs is lost."""
    if any(name not in documents for name in ACTIVITY_FILES):
        return None
    return tuple(each for name in ACTIVITY_FILES for each in raw_ids(documents[name], "activity"))


def option_names(what: str, documents: Documents, question_id: str) -> Names:
    """Return the options of one question as names, with those of them that were renamed."""
    prefix = f"{question_id}."
    renamed = {
        old.removeprefix(prefix): new.removeprefix(prefix)
        for old, new in renames(documents).items()
        if old.startswith(prefix)
    }
    return Names(what=what, known=option_ids(documents, question_id), renamed=renamed)


def _ids(documents: Documents, name: str, key: str) -> tuple[str, ...] | None:
    """Return the ids of one file, or None where it is lost."""
    return tuple(raw_ids(documents[name], key)) if name in documents else None


def _platforms(documents: Documents) -> tuple[str, ...] | None:
    """Return the platforms that have a name, or None where they cannot be found."""
    found = at(documents, "catalogue.toml", "platforms")
    return tuple(found) if isinstance(found, dict) else None


def _cell_names(mode: Mode) -> Names:
    """Return the five cells of one mode."""
    known = tuple(cell_name(cell) for cell in CELLS if cell[1] is mode)
    return Names(what=f"{mode} cell", known=known, renamed={})


def _hours_names(documents: Documents, mode: Mode, renamed: Mapping[str, str]) -> Names:
    """Return the hours questions of one mode."""
    ids = (str(each.get("id")) for each in raw_questions(documents) if each.get("mode") == mode)
    known = tuple(each for each in ids if each.startswith(HOURS))
    return Names(what=f"{mode} hours row", known=known or None, renamed=renamed)


def _acceptable_platforms(documents: Documents) -> frozenset[str] | None:
    """Return the platforms that a person can accept, or None where they cannot be found."""
    offered = option_ids(documents, "business.platforms")
    always = at(documents, "planning.toml", "allocation", "always_accepted_platforms")
    if offered is None or not isinstance(always, list):
        return None
    return frozenset([*offered, *_texts(always)])


def _texts(values: Iterable[object]) -> Iterator[str]:
    """Yield the values that are texts."""
    return (each for each in values if isinstance(each, str))


def _min_fit(documents: Documents) -> float:
    """Return the fit from which an activity is offered, 0 where it cannot be read."""
    found = at(documents, "planning.toml", "allocation", "min_fit", "value")
    return found if isinstance(found, int | float) else 0.0
