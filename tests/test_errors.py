"""Sentences and problems."""

import pytest

from socialplanner.errors import InputError, Problem, UserError


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("kpis.toml", "reach", "unit", "is empty"), "kpis.toml › reach › unit: is empty"),
        (Problem("kpis.toml", "reach", "", "is twice there"), "kpis.toml › reach: is twice there"),
        (Problem("kpis.toml", "", "", "cannot be read"), "kpis.toml: cannot be read"),
    ],
    ids=["all parts", "no key", "file only"],
)
def test_a_problem_reads_as_its_place_and_what_is_wrong_there(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_refused_input_is_shown_by_its_sentence_and_keeps_every_problem_in_order() -> None:
    problems = [Problem("b.toml", "", "x", "is unknown"), Problem("a.toml", "", "", "is empty")]
    error = InputError("The answers cannot be used.", iter(problems))
    assert str(error) == "The answers cannot be used."
    assert error.problems == tuple(problems)
    assert isinstance(error, UserError)
