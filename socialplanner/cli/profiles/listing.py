"""The command `profiles list`: every profile in one line, and what is to be known of some."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import PROTECTED
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.columns import table
from socialplanner.cli.profiles.hints import command
from socialplanner.cli.profiles.place import moment_shown, opened, today
from socialplanner.cli.profiles.words import REVIEWS, TROUBLES, json_text
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.listing import ProfileEntry, Search
from socialplanner.domain.moment import moment_text
from socialplanner.messages import counted, quoted, visible
from socialplanner.presentation.names import business_kinds
from socialplanner.store.places import is_conflicted_copy

HEADS = ("Name", "Kind", "Answers", "Changed", "Tags", "Needs review")
WHOLE = ("Answers", "Changed")
"""The columns that are never cut."""


def list_profiles(arguments: Namespace) -> None:
    """Print the profiles of the library, all or those that a text is found in."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    entries = library.entries()
    shown = [entry for entry in entries if arguments.archived or not entry.is_archived]
    shown = Search(shown, business_kinds(catalogue)).matching(arguments.search or "")
    twice = _files_of_one_id(entries)
    if arguments.json:
        records = [_record(catalogue, entry, twice, today(library)) for entry in shown]
        streams.write(json_text({"folder": str(library.folder), "profiles": records}))
        return
    if shown:
        rows = (_row(catalogue, entry, today(library)) for entry in shown)
        streams.write(table(HEADS, rows, most=streams.screen_width(), whole=WHOLE))
    else:
        streams.write(_nothing(arguments, visible(str(library.folder))))
    streams.write("".join(f"{note}\n" for note in _notes(shown, twice)))
    hidden = 0 if arguments.archived else sum(entry.is_archived for entry in entries)
    if hidden:
        what = counted(hidden, "archived profile is", "archived profiles are")
        streams.write(f"{what} not looked at; to see archived ones too, add --archived.\n")


def _nothing(arguments: Namespace, folder: str) -> str:
    """Return why no profile is shown."""
    if arguments.search:
        return f"No profile in {folder} has {quoted(arguments.search)} in name, kind or tags.\n"
    return f"There is no profile in {folder} to show; make one: {command('new', 'NAME')}\n"


def _row(catalogue: Catalogue, entry: ProfileEntry, day: date) -> tuple[str, ...]:
    if entry.trouble:
        trouble = TROUBLES.get(entry.trouble, entry.trouble)
        return (entry.name, "", "", moment_shown(entry.changed_at), "", trouble)
    needs = [REVIEWS[review] for review in entry.reviews(day)]
    needs += ["archived"] if entry.is_archived else []
    return (
        entry.name,
        business_kinds(catalogue).get(entry.kind, entry.kind),
        f"{entry.answered}/{len(catalogue.questionnaire.by_id)}",
        moment_shown(entry.changed_at),
        ", ".join(entry.tags),
        ", ".join(needs),
    )


def _notes(entries: list[ProfileEntry], twice: dict[str, list[str]]) -> Iterator[str]:
    """Yield what has to be known of single files, a sentence each."""
    for entry in entries:
        file = visible(entry.file)
        if entry.trouble == "damaged":
            remedy = command("restore", PurePath(entry.file).stem, "--damaged")
            yield f"{file} is damaged; to get it back: {remedy}"
        elif entry.trouble == "newer":
            yield f"{file} was made by a newer version of this program; install that to open it."
        elif entry.trouble and entry.trouble != PROTECTED:
            why = command("check", PurePath(entry.file).stem)
            yield f"{file} cannot be opened; to see why: {why}"
        if is_conflicted_copy(PurePath(entry.file)):
            yield f"{file} seems to be a second version that a cloud service saved; compare both."
    for files in twice.values():
        names = " and ".join(map(visible, files))
        yield f"{names} hold the same profile; keep one and move the other to the trash."


def _files_of_one_id(entries: list[ProfileEntry]) -> dict[str, list[str]]:
    """Return the files of each profile that has several, by id."""
    counts = Counter(entry.id for entry in entries if entry.id)
    return {
        key: [entry.file for entry in entries if entry.id == key]
        for key, count in counts.items()
        if count > 1
    }


def _record(
    catalogue: Catalogue, entry: ProfileEntry, twice: dict[str, list[str]], day: date
) -> dict[str, object]:
    """Return an entry for other programs."""
    return {
        "file": entry.file,
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "kind_text": business_kinds(catalogue).get(entry.kind, entry.kind),
        "tags": list(entry.tags),
        "is_archived": entry.is_archived,
        "is_sample": entry.is_sample,
        "state": entry.state,
        "assessed_on": entry.assessed_on and entry.assessed_on.isoformat(),
        "planned_on": entry.planned_on and entry.planned_on.isoformat(),
        "answered": entry.answered,
        "questions": len(catalogue.questionnaire.by_id),
        "to_confirm": entry.to_confirm,
        "marked": entry.marked,
        "changed_at": moment_text(entry.changed_at),
        "reviews": list(entry.reviews(day)),
        "trouble": entry.trouble,
        "is_conflicted_copy": is_conflicted_copy(PurePath(entry.file)),
        "same_profile": [file for file in twice.get(entry.id, []) if file != entry.file],
    }
