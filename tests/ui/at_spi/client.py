"""Reads and drives the running program from outside, as a screen reader does.

Started by the system's own Python, which has pyatspi: `client.py STEPS.json`. Each step is a list:
a deed and its arguments. Prints one JSON line a step; ends with 1 at the first that fails.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import pyatspi

PROGRAM = "socialplanner"
LONGEST_WAIT = 30.0
BUTTONS = frozenset({"push button", "button", "toggle button", "radio button", "check box"})


def program() -> Any:  # noqa: ANN401 - pyatspi has no types
    """Return the program on the desktop, once it is there."""
    return until(_program, "the program")


def _program() -> Any:  # noqa: ANN401
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        child = desktop.getChildAtIndex(index)
        if child is not None and child.name.lower() == PROGRAM and child.childCount:
            return child
    return None


def until(found: Any, what: str) -> Any:  # noqa: ANN401
    """Wait until something is there and return it."""
    begun = time.monotonic()
    while time.monotonic() - begun < LONGEST_WAIT:
        result = found()
        if result:
            return result
        time.sleep(0.1)
    raise SystemExit(f"{what} did not appear within {LONGEST_WAIT:.0f} seconds")


def walk(node: Any) -> Any:  # noqa: ANN401
    """Yield a node and everything below it that is showing."""
    if node is None:
        return
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield from walk(child)


def showing() -> Any:  # noqa: ANN401
    """Yield everything that the program shows."""
    root = program()
    for index in range(root.childCount):
        yield from walk(root.getChildAtIndex(index))


def find(name: str, roles: frozenset[str] = frozenset()) -> Any:  # noqa: ANN401
    """Wait for something of a name; one that ends with “…” need only begin so."""

    def found() -> Any:  # noqa: ANN401
        for node in showing():
            fits = node.name == name or (name.endswith("…") and node.name.startswith(name[:-1]))
            if fits and (not roles or node.getRoleName() in roles):
                return node
        return None

    return until(found, f"{name!r} ({', '.join(sorted(roles)) or 'any role'})")


def press(name: str) -> str:
    """Do what a button does."""
    node = find(name, BUTTONS)
    action = node.queryAction()
    names = [action.getName(index) for index in range(action.nActions)]
    wanted = next((n for n in ("Press", "Toggle", "Check", "press", "toggle") if n in names), None)
    action.doAction(names.index(wanted) if wanted else 0)
    return f"pressed {node.getRoleName()} {name!r} of {names}"


def write(name: str, text: str) -> str:
    """Put a text into a field."""
    node = find(name, frozenset({"text", "entry", "spin button", "password text"}))
    node.queryEditableText().setTextContents(text)
    return f"wrote {node.queryText().getText(0, -1)!r} into {name!r}"


def read(role: str) -> str:
    """Return the names of everything of a role that is showing."""
    return json.dumps([node.name for node in showing() if node.getRoleName() == role])


def wait_for(name: str) -> str:
    """Wait until something of a name is showing."""
    return f"found {find(name).getRoleName()} {name!r}"


def nameless() -> str:
    """Fail where something that takes the focus has no name."""
    silent = [
        node.getRoleName()
        for node in showing()
        if node.getState().contains(pyatspi.STATE_FOCUSABLE) and not node.name.strip()
    ]
    if silent:
        raise SystemExit(f"without a name: {silent}")
    return "everything that takes the focus has a name"


DEEDS = {
    "press": press,
    "write": write,
    "read": read,
    "wait_for": wait_for,
    "nameless": nameless,
}


def main() -> None:
    """Do every step of a file."""
    for deed, *arguments in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        said = DEEDS[deed](*arguments)
        print(json.dumps([deed, *arguments, said]), flush=True)  # noqa: T201 - the test reads it
        time.sleep(0.15)


main()
