"""LibreOffice reckons every formula anew and comes to what the workbook says."""

from math import isclose
from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.workbooks import book, cells, recalculated, results, sample_book, soffice
from tests.exchange.workbooks import spoilt as spoilt_book
from tests.presentation.summaries import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder: Path = tmp_path_factory.mktemp("reckoned")
    return recalculated({name: sample_book(name) for name in SAMPLES}, folder)


def agree(one: Any, other: Any) -> bool:  # noqa: ANN401 - of any kind
    if isinstance(one, int | float) and isinstance(other, int | float):
        return isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)
    return (one or "") == (other or "")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_formula_comes_to_what_the_workbook_says(
    name: str, reckoned: dict[str, bytes]
) -> None:
    data = sample_book(name)
    formulas = [cell for cell in cells(book(data)) if cell.data_type == "f"]
    said, anew = results(data), results(reckoned[name])
    differing = [
        (cell.parent.title, cell.coordinate, cell.value, before, after)
        for cell in formulas
        for before in [said[cell.parent.title][cell.coordinate].value]
        for after in [anew[cell.parent.title][cell.coordinate].value]
        if not agree(before, after)
    ]
    assert len(formulas) > 150
    assert differing == []
    assert [c.value for c in cells(anew) if str(c.value).startswith(("#", "Err:"))] == []


def test_results_were_wrong_before_they_were_reckoned() -> None:
    spoilt = results(spoilt_book(sample_book("cafe")))
    formulas = [cell for cell in cells(book(sample_book("cafe"))) if cell.data_type == "f"]
    assert {spoilt[c.parent.title][c.coordinate].value for c in formulas} == {777}
