"""What the house forbids in the program's code: each guard finds the lines that break one rule."""

import ast
from collections.abc import Callable, Iterator

from tests.house.sources import Source

Guard = Callable[[Source], Iterator[str]]

FILE_LINES = 250
FUNCTION_LINES = 30
EMPTY_NAMES = frozenset({"common", "helper", "helpers", "manager", "misc", "util", "utils"})
OUTSIDE_WORLD = frozenset(
    {"glob", "io", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile", "time"}
)
CLOCKS = frozenset({"now", "today", "utcnow"})


def long_file(source: Source) -> Iterator[str]:
    """Find a file with more lines than one can keep in mind."""
    if (lines := len(source.text.splitlines())) > FILE_LINES:
        yield f"{source.name}: {lines} lines"


def long_function(source: Source) -> Iterator[str]:
    """Find functions that are too long, their docstring (it may hold a formula) not counted."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = length(node)
            if lines > FUNCTION_LINES:
                yield f"{source.name}:{node.lineno} {node.name}: {lines} lines"


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function from `def` to its end without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        return lines
    return lines - (first.end_lineno - first.lineno + 1)


def empty_name(source: Source) -> Iterator[str]:
    """Find module and folder names that do not say what is inside."""
    parts = source.name.removesuffix(".py").split("/")
    yield from (f"{source.name}: {part}" for part in parts if part.lower() in EMPTY_NAMES)


def print_call(source: Source) -> Iterator[str]:
    """Find printing outside the command line."""
    if source.name != "socialplanner/cli.py" and not source.name.startswith("socialplanner/cli/"):
        yield from calls_of(source, {"print"})


def outside_world_in_domain(source: Source) -> Iterator[str]:
    """Find a clock or a file in the method: `today` and all data are arguments there."""
    if not source.name.startswith("socialplanner/domain/"):
        return
    for module in imported_modules(source):
        if module.split(".")[0] in OUTSIDE_WORLD:
            yield f"{source.name} imports {module}"
    yield from calls_of(source, {*CLOCKS, "open", "input"})


def paragraph_call(source: Source) -> Iterator[str]:
    """Find a second door for text into the PDF: report/text.py never parses markup."""
    if source.name != "socialplanner/report/text.py":
        yield from calls_of(source, {"Paragraph"})


def style_sheet(source: Source) -> Iterator[str]:
    """Find styling away from the theme."""
    if source.name != "socialplanner/ui/theme.py":
        yield from calls_of(source, {"setStyleSheet"})


def layout_item(source: Source) -> Iterator[str]:
    """Find a layout that is asked for its items, which PySide keeps after Qt has freed them."""
    yield from calls_of(source, {"itemAt"})


def tracked_objects(source: Source) -> Iterator[str]:
    """Find what hands out half-made tuples, which stops the thread that makes them."""
    yield from calls_of(source, {"get_objects", "get_referrers"})


def imported_modules(source: Source) -> Iterator[str]:
    """Find the modules that a file imports, wherever it does so."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def calls_of(source: Source, names: set[str]) -> Iterator[str]:
    """Find calls of functions or methods with one of these names."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and (called := called_name(node)) in names:
            yield f"{source.name}:{node.lineno} calls {called}"


def called_name(call: ast.Call) -> str:
    """Return the last part of what is called; nothing for a computed one."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


GUARDS: tuple[Guard, ...] = (
    long_file,
    long_function,
    empty_name,
    print_call,
    outside_world_in_domain,
    paragraph_call,
    style_sheet,
    layout_item,
    tracked_objects,
)
