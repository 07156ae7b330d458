"""Read and check the register of renamed ids."""

from collections.abc import Iterator, Mapping

from socialplanner.loading.documents import Documents
from socialplanner.loading.lists import mapping
from socialplanner.loading.reader import Finding, Key, Reader, Values, table
from socialplanner.loading.records import raw_ids
from socialplanner.loading.values import text
from socialplanner.loading.vocabulary import activity_ids, raw_questions, renames
from socialplanner.messages import quoted, suggestion

FILE = "renamed.toml"


def _pairs(values: Values) -> dict[str, str]:
    """Return the renamed ids."""
    return dict(values["renamed"])


RENAMES: Reader[dict[str, str]] = table(_pairs, {"renamed": Key(mapping(text, text))})


def wrong_renames(documents: Documents) -> Iterator[Finding]:
    """Yield what is wrong with each rename: the old id in use, the new one unknown or renamed."""
    used = frozenset(_used_ids(documents))
    pairs = renames(documents)
    for old, new in pairs.items():
        for message in _objections(old, new, pairs, used):
            yield Finding(message, (FILE, "renamed", old))


def _objections(
    old: str,
    new: str,
    pairs: Mapping[str, str],
    used: frozenset[str],
) -> Iterator[str]:
    """Yield what speaks against one rename."""
    if old in used:
        yield f"{quoted(old)} is still in use; an id is never used again for something else."
    if new in pairs:
        yield f"{quoted(new)} was renamed itself; write {quoted(pairs[new])} here."
    elif new not in used:
        like = sorted(each for each in used if each.count(".") == old.count("."))
        yield f"There is no {quoted(new)}. {suggestion(new, like)}"
    if old.count(".") != new.count("."):
        yield "Both ids must be of the same kind: question, option, activity or KPI."


def _used_ids(documents: Documents) -> Iterator[str]:
    """Yield every id that may be renamed one day; options carry the id of their question."""
    yield from activity_ids(documents) or ()
    yield from raw_ids(documents.get("kpis.toml"), "kpi")
    yield from raw_ids(documents.get("evidence.toml"), "evidence")
    for question in raw_questions(documents):
        yield str(question.get("id"))
        yield from (f"{question.get('id')}.{each}" for each in raw_ids(question, "options"))
