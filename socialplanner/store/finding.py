"""Find the one profile that a person means by a name."""

from difflib import get_close_matches

from socialplanner import COMMAND_NAME
from socialplanner.domain.listing import ProfileEntry, folded
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.profile_file import SUFFIX


def found(entries: list[ProfileEntry], name: str) -> ProfileEntry:
    """Return the profile of that name, id or file; UserError where it is not one only."""
    for matching in (_by_file(entries, name), _by_name(entries, name)):
        if len(matching) == 1:
            return matching[0]
        if matching:
            files = ", ".join(visible(entry.file) for entry in matching)
            raise UserError(f"Several profiles are called {quoted(name)}; name the file: {files}.")
    raise UserError(f"There is no profile {quoted(name)}.{_meant(entries, name)}")


def _by_file(entries: list[ProfileEntry], name: str) -> list[ProfileEntry]:
    """Return the entries whose file or id is called so."""
    wanted = {name, f"{name}{SUFFIX}"}
    return [entry for entry in entries if entry.file in wanted or entry.id == name != ""]


def _by_name(entries: list[ProfileEntry], name: str) -> list[ProfileEntry]:
    """Return the entries of that name; accents and case do not count, the whole name goes first."""
    wanted = folded(name.strip())
    same = [entry for entry in entries if folded(entry.name.strip()) == wanted]
    begun = [entry for entry in entries if wanted and folded(entry.name).startswith(wanted)]
    return same or begun


def _meant(entries: list[ProfileEntry], name: str) -> str:
    """Return which profile was perhaps meant, and how to see all."""
    by_folded = {folded(entry.name): entry.name for entry in entries}
    near = get_close_matches(folded(name), by_folded, n=1)
    meant = f" Did you mean {quoted(by_folded[near[0]])}?" if near else ""
    return f"{meant} All there are: {COMMAND_NAME} profiles list"
