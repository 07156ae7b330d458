"""The seven samples on both papers: what must stand on one page does."""

from datetime import date

import pytest

from socialplanner import paths
from socialplanner.domain.assessment import assess
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.summary import summarise
from socialplanner.report.document import fits_one_page
from socialplanner.report.sections.mixture import mix_section
from socialplanner.report.sections.overview import overview_section
from socialplanner.report.styles import A4, LETTER, Paper
from tests.domain.firms import FIRMS

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("name", FIRMS)
def test_the_summary_and_the_mix_stand_on_one_page_each(name: str, paper: Paper) -> None:
    catalogue = load_catalogue(paths.catalogue_dir())
    file = read_answers_file(catalogue, paths.samples_dir() / f"{name}.toml")
    assessment = assess(catalogue, file.profile, file.answers, file.choices, DAY)
    summary = summarise(catalogue, assessment)
    assert fits_one_page(overview_section(summary, paper, "1").stack, paper)
    assert fits_one_page(mix_section(summary, paper, "3").stack, paper)
