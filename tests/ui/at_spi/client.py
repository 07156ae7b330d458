"""Reads and drives the running program from outside, as a screen reader does.

Started by the system's own Python, which has pyatspi: `client.py STEPS.json`. Each step is a list:
a deed and its arguments. Prints one JSON line a step; ends with 1 at the first that fails.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pyatspi
from gi.repository.GLib import GError

Node: TypeAlias = Any
"""What pyatspi calls an accessible; it has no types."""

PROGRAM = "socialplanner"
LONGEST_WAIT = 20.0
LONGEST_TREE = 60
BUTTONS = frozenset({"push button", "button", "toggle button", "check box"})
CHOICES = frozenset({"radio button", "check box", "push button", "button", "page tab"})
FIELDS = frozenset({"text", "entry", "spin button", "password text"})
DEEDS_OF_BUTTONS = ("Press", "Toggle", "Check")
SEEN: dict[str, list[Node]] = {}
"""What the last walk found, by name: to walk over the bus again takes a second."""


def program() -> Node:
    """Return the program on the desktop, once it is there."""
    return until(_program, "the program")


def _program() -> Node:
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        child = desktop.getChildAtIndex(index)
        if child is not None and child.name.lower() == PROGRAM and child.childCount:
            return child
    return None


def until(found: Callable[[], Node], what: str) -> Node:
    """Wait until something is there and return it."""
    begun = time.monotonic()
    while time.monotonic() - begun < LONGEST_WAIT:
        result = found()
        if result:
            return result
        time.sleep(0.1)
    names = sorted(name for name in SEEN if name)
    raise SystemExit(f"{what} did not appear within {LONGEST_WAIT:.0f} seconds, but {names}")


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it that is showing."""
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None and is_showing(child):
            yield from walk(child)


def is_showing(node: Node) -> bool:
    """Tell whether a person could see a node."""
    return bool(node.getState().contains(pyatspi.STATE_SHOWING))


def showing() -> list[Node]:
    """Return everything that the program shows, in the order of reading."""
    root = program()
    SEEN.clear()
    found = []
    windows = [root.getChildAtIndex(index) for index in range(root.childCount)]
    for window in filter(None, windows):  # one that was closed meanwhile is none
        for node in walk(window):
            found.append(node)
            SEEN.setdefault(name_of(node), []).append(node)
    return found


def name_of(node: Node) -> str:
    """Return what a screen reader calls a node: on Linux a choice is called by its label."""
    if node.getRoleName() == "combo box":
        for relation in node.getRelationSet():
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
                return str(relation.getTarget(0).name)
    return str(node.name)


def find(name: str, roles: frozenset[str] = frozenset()) -> Node:
    """Wait for something of a name; one that ends with “…” need only begin so."""

    def fits(node: Node) -> bool:
        try:
            return is_showing(node) and (not roles or node.getRoleName() in roles)
        except GError:
            return False

    def known() -> Node:
        names = [n for n in SEEN if n == name or (name[-1:] == "…" and n.startswith(name[:-1]))]
        return next((node for each in names for node in SEEN[each] if fits(node)), None)

    def found() -> Node:
        node = known()
        if node is None:
            try:
                showing()
            except GError:
                return None
            node = known()
        return node

    return until(found, f"{name!r} ({', '.join(sorted(roles)) or 'any role'})")


def press(name: str, roles: frozenset[str] = BUTTONS) -> str:
    """Do what a button does, once it can be pressed."""
    node = find(name, roles)
    until(lambda: node.getState().contains(pyatspi.STATE_ENABLED), f"{name!r}, enabled")
    action = node.queryAction()
    names = [action.getName(index) for index in range(action.nActions)]
    deed = next((each for each in DEEDS_OF_BUTTONS if each in names), None)
    if deed is None:
        raise SystemExit(f"{name!r}, a {node.getRoleName()}, can only {names}")
    action.doAction(names.index(deed))
    return f"{deed} of {node.getRoleName()} {name!r}"


def choose(name: str) -> str:
    """Choose among answers, and wait until the answer says so; or show a page."""
    said = press(name, CHOICES)
    node = find(name, CHOICES)
    wanted = {
        "radio button": pyatspi.STATE_CHECKED,
        "check box": pyatspi.STATE_CHECKED,
        "page tab": pyatspi.STATE_SELECTED,
    }.get(node.getRoleName())
    if wanted is not None:
        until(lambda: node.getState().contains(wanted), f"{name!r}, chosen")
    return said


def write(name: str, text: str) -> str:
    """Put a text into a field."""
    node = find(name, FIELDS)
    node.queryEditableText().setTextContents(text)
    kept = until(lambda: node.queryText().getText(0, -1) == text, f"{text!r} in {name!r}")
    return f"wrote {text!r} into {name!r}: {kept}"


def read(role: str) -> str:
    """Return the names of everything of a role that is showing."""
    return json.dumps([name_of(node) for node in showing() if node.getRoleName() == role])


def wait_for(name: str) -> str:
    """Wait until something of a name is showing."""
    return f"found {find(name).getRoleName()} {name!r}"


def described(name: str, role: str) -> str:
    """Return what is told beyond a name."""
    return str(find(name, frozenset({role})).description)


def actions(name: str) -> str:
    """Return what can be done with something."""
    action = find(name).queryAction()
    return ", ".join(action.getName(index) for index in range(action.nActions))


def nameless() -> str:
    """Fail where something that takes the focus has no name, or markup is told."""
    nodes = showing()
    silent = [
        node.getRoleName()
        for node in nodes
        if node.getState().contains(pyatspi.STATE_FOCUSABLE) and not name_of(node).strip()
    ]
    marked = [node.name for node in nodes if "<qt>" in node.description]
    if silent or marked:
        raise SystemExit(f"without a name: {silent}; told with markup: {marked}")
    return f"{len(nodes)} things, all with a name"


def tree() -> str:
    """Return everything that is showing, as it is read from the first to the last."""
    return "\n".join(f"{node.getRoleName()} {name_of(node)[:LONGEST_TREE]!r}" for node in showing())


DEEDS: dict[str, Callable[..., str]] = {
    "press": press,
    "choose": choose,
    "write": write,
    "read": read,
    "wait_for": wait_for,
    "described": described,
    "actions": actions,
    "nameless": nameless,
    "tree": tree,
}


def main() -> None:
    """Do every step of a file."""
    for deed, *arguments in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        begun = time.monotonic()
        said = DEEDS[deed](*arguments)
        line = [deed, *arguments, said, f"{time.monotonic() - begun:.1f} s"]
        print(json.dumps(line), flush=True)  # noqa: T201 - the test reads it


main()
