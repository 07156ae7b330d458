"""Read a whole catalogue folder, or say everything that is wrong with it."""

from pathlib import Path

from socialplanner.domain.catalogue import Assumption, Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.parameters import (
    AllocationParameters,
    LearningParameters,
    Parameters,
    ReturnParameters,
    ReviewParameters,
    ScoringParameters,
    TargetParameters,
)
from socialplanner.domain.questionnaire import Questionnaire, Section
from socialplanner.errors import InputError, Problem
from socialplanner.loading.activities import activities
from socialplanner.loading.coherence import incoherences
from socialplanner.loading.documents import Documents, Folder, read_folder
from socialplanner.loading.evidence import EVIDENCE_FILE
from socialplanner.loading.kpis import kpis
from socialplanner.loading.mixes import mixes
from socialplanner.loading.needs import unmet_needs
from socialplanner.loading.places import Translate, translated
from socialplanner.loading.planning import planning
from socialplanner.loading.questionnaire import SECTION
from socialplanner.loading.reader import Finding, Key, Refused, Values, table
from socialplanner.loading.renames import RENAMES, wrong_renames
from socialplanner.loading.stated import assumptions, plain
from socialplanner.loading.title import TITLE
from socialplanner.loading.vocabulary import SECTIONS, vocabulary
from socialplanner.messages import visible

LISTS = ("question", "activity", "kpi", "evidence")
"""The lists of tables: what stands in them is named by its id alone."""


def load_catalogue(folder: Path, translate: Translate | None = None) -> Catalogue:
    """Return the catalogue of a folder, or raise InputError with everything wrong in it.

    Words go through `translate`, if given; where what comes back cannot be used, they stand as
    they are written.
    """
    found = read_folder(folder)
    if translate is not None:
        parts, problems = judged(translated(found, translate))
        if not problems:
            return _assemble(parts)
    parts, problems = judged(found)
    if problems:
        count = "1 thing is" if len(problems) == 1 else f"{len(problems)} things are"
        raise InputError(f"The catalogue in {folder} cannot be used: {count} wrong.", problems)
    return _assemble(parts)


def check_catalogue(folder: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with the catalogue of a folder."""
    return judged(read_folder(folder))[1]


def judged(folder: Folder) -> tuple[Values, tuple[Problem, ...]]:
    """Return the content of every file by its name, and all problems; one of the two is empty.

    What only the whole can show is left out while a file is lost: it would accuse the others.
    """
    documents, findings = folder.documents, list(folder.findings)
    parts: Values = {}
    try:
        parts = table(dict, _files(documents))(documents)
    except Refused as refusal:
        findings += refusal.findings
    if folder.is_complete:
        findings += (*unmet_needs(documents), *incoherences(documents), *wrong_renames(documents))
    return ({} if findings else parts), tuple(dict.fromkeys(map(_problem, findings)))


def _files(documents: Documents) -> dict[str, Key]:
    """Return the reader of every file that is there."""
    known = vocabulary(documents)
    readers = {
        "catalogue.toml": Key(TITLE),
        "renamed.toml": Key(RENAMES),
        "planning.toml": Key(planning(known)),
        "mixes.toml": Key(mixes(known)),
        "evidence.toml": Key(EVIDENCE_FILE),
        "kpis.toml": Key(kpis(known)),
        "activities/media.toml": Key(activities(Mode.MEDIA, known)),
        "activities/network.toml": Key(activities(Mode.NETWORK, known)),
    }
    return {name: readers.get(name, Key(SECTION)) for name in documents}


def _problem(finding: Finding) -> Problem:
    """Return a finding as a problem: the way to it is file, id and key."""
    file, *rest = map(visible, finding.path)
    if len(rest) > 1 and rest[0] in LISTS:
        rest = rest[1:]
    record = rest[0] if len(rest) > 1 else ""
    key = ".".join(rest[1:] if record else rest)
    return Problem(file, record, key, finding.message)


def _assemble(parts: Values) -> Catalogue:
    """Return the catalogue that the files make together."""
    return Catalogue(
        **parts["catalogue.toml"],
        questionnaire=_questionnaire(parts),
        activities=parts["activities/media.toml"] + parts["activities/network.toml"],
        kpis=parts["kpis.toml"],
        parameters=_parameters(parts),
        assumptions=_assumptions(parts),
        evidence=parts["evidence.toml"],
        renamed=parts["renamed.toml"],
    )


def _questionnaire(parts: Values) -> Questionnaire:
    """Return all sections in the order of their files."""
    sections: list[Section] = [parts[name] for name in parts if name.startswith(SECTIONS)]
    by_id = {question.id: question for section in sections for question in section.questions}
    return Questionnaire(sections=tuple(sections), by_id=by_id)


def _parameters(parts: Values) -> Parameters:
    """Return the numbers of the method without what is said about them."""
    numbers = plain(parts["planning.toml"])
    return Parameters(
        scoring=ScoringParameters(**numbers["scoring"]),
        target=TargetParameters(**plain(parts["mixes.toml"])),
        allocation=AllocationParameters(**numbers["allocation"]),
        money=ReturnParameters(**numbers["money"]),
        review=ReviewParameters(**numbers["review"]),
        learning=LearningParameters(**numbers["learning"]),
    )


def _assumptions(parts: Values) -> tuple[Assumption, ...]:
    """Return what is said about each number of the method, in the order of the method."""
    planned = parts["planning.toml"]
    return (
        *assumptions("scoring", planned["scoring"]),
        *assumptions("target", parts["mixes.toml"]),
        *assumptions("allocation", planned["allocation"]),
        *assumptions("money", planned["money"]),
        *assumptions("review", planned["review"]),
        *assumptions("learning", planned["learning"]),
    )
