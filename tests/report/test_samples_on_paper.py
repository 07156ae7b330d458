"""The seven samples on both papers: what must stand on one page does."""

from datetime import date

import pytest

from socialplanner import paths
from socialplanner.domain.assessment import assess
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.plan_options import PAPERS, CoverKind, PlanOptions, PlanPart
from socialplanner.presentation.summary import summarise
from socialplanner.report.plan_document import plan_file
from tests.domain.firms import FIRMS
from tests.report.reading import read

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("part", [PlanPart.SUMMARY, PlanPart.MIX, PlanPart.SHEET])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", FIRMS)
def test_the_summary_the_mix_and_the_weekly_sheet_stand_on_one_page_each(
    name: str, paper: str, part: PlanPart
) -> None:
    catalogue = load_catalogue(paths.catalogue_dir())
    file = read_answers_file(catalogue, paths.samples_dir() / f"{name}.toml")
    assessment = assess(catalogue, file.profile, file.answers, file.choices, DAY)
    summary = summarise(catalogue, assessment)
    options = PlanOptions(parts=(part,), paper=paper, cover=CoverKind.NONE)
    pages = read(plan_file(assessment, summary, options).data).pages
    always = 0 if part is not PlanPart.MIX else 1
    assert len(pages) == 1 + always
