"""The program's code keeps the rules of the house, and each guard can bark."""

import pytest

from tests.house import guards
from tests.house.guards import GUARDS, Guard
from tests.house.sources import Source, package_sources

LONG_BODY = "\n".join(f"    x = {number}" for number in range(guards.FUNCTION_LINES))
LONG_DOCSTRING = "\n".join(["def f():", '    """Say.', *["    words"] * 40, '    """'])

OFFENCES: list[tuple[Guard, str, str]] = [
    (guards.long_file, "socialplanner/domain/plan.py", "x = 1\n" * (guards.FILE_LINES + 1)),
    (guards.long_function, "socialplanner/domain/plan.py", f"def f():\n{LONG_BODY}"),
    (guards.long_function, "socialplanner/ui/a.py", f"class A:\n async def f():\n{LONG_BODY}"),
    (guards.empty_name, "socialplanner/report/utils.py", ""),
    (guards.empty_name, "socialplanner/helpers/text.py", ""),
    (guards.print_call, "socialplanner/domain/plan.py", "def f():\n    print(1)"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "import os.path"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "from pathlib import Path"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "x = date.today()"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "x = datetime.now(UTC)"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "x = open('file')"),
    (guards.paragraph_call, "socialplanner/report/sections.py", "x = Paragraph('a', style)"),
    (guards.paragraph_call, "socialplanner/report/sections.py", "x = platypus.Paragraph('a', s)"),
    (guards.style_sheet, "socialplanner/ui/wizard.py", "self.setStyleSheet('a')"),
    (guards.layout_item, "socialplanner/ui/wizard.py", "x = self.box.itemAt(0).widget()"),
    (guards.tracked_objects, "socialplanner/ui/garbage.py", "x = len(gc.get_objects())"),
]

INNOCENT: list[tuple[Guard, str, str]] = [
    (guards.long_file, "socialplanner/domain/plan.py", "x = 1\n" * guards.FILE_LINES),
    (guards.long_function, "socialplanner/domain/plan.py", LONG_DOCSTRING),
    (guards.empty_name, "socialplanner/report/text.py", ""),
    (guards.print_call, "socialplanner/cli.py", "print(1)"),
    (guards.outside_world_in_domain, "socialplanner/loading/a.py", "import os"),
    (guards.outside_world_in_domain, "socialplanner/domain/plan.py", "from datetime import date"),
    (guards.paragraph_call, "socialplanner/report/text.py", "x = Paragraph('a', style)"),
    (guards.style_sheet, "socialplanner/ui/theme.py", "app.setStyleSheet('a')"),
    (guards.layout_item, "socialplanner/ui/widgets/flow.py", "def itemAt(self, index): ..."),
    (guards.tracked_objects, "socialplanner/ui/garbage.py", "gc.collect()"),
]


@pytest.mark.parametrize("guard", GUARDS, ids=[guard.__name__ for guard in GUARDS])
def test_the_program_breaks_no_rule_of_the_house(guard: Guard) -> None:
    assert [offence for source in package_sources() for offence in guard(source)] == []


def test_the_guards_read_the_whole_program() -> None:
    names = {source.name for source in package_sources()}
    assert {"socialplanner/__main__.py", "socialplanner/domain/ids.py"} <= names


@pytest.mark.parametrize("case", range(len(OFFENCES)))
def test_each_guard_barks_at_what_it_forbids(case: int) -> None:
    guard, name, text = OFFENCES[case]
    assert list(guard(Source(name=name, text=text))) != []


@pytest.mark.parametrize("case", range(len(INNOCENT)))
def test_each_guard_lets_the_allowed_place_pass(case: int) -> None:
    guard, name, text = INNOCENT[case]
    assert list(guard(Source(name=name, text=text))) == []


def test_no_guard_was_left_without_a_proof_that_it_barks() -> None:
    assert {guard for guard, _, _ in OFFENCES} == set(GUARDS)
