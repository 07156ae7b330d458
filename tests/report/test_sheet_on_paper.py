"""The weekly sheet is one page for any week, and the progress is on paper as it was said."""

from datetime import timedelta

import pytest

from socialplanner.domain.assessment import Assessment, assess
from socialplanner.presentation.plan_options import PAPERS, CoverKind, PlanOptions, PlanPart
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.report.plan_document import plan_file
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import (
    SAMPLES,
    TODAY,
    changed,
    in_words,
    sample,
    sample_assessment,
    texts,
)
from tests.report.reading import Printed, read, squeezed


def printed(found: Assessment, summary: Summary, part: PlanPart, paper: str = "a4") -> Printed:
    """Return one part of a plan, read back."""
    options = PlanOptions(paper=paper, parts=(part,), cover=CoverKind.NONE)
    return read(plan_file(found, summary, options).data)


@pytest.mark.parametrize("hours", [2.0, 80.0])
@pytest.mark.parametrize("name", SAMPLES)
def test_any_week_is_one_page_with_every_block_on_it(name: str, hours: float) -> None:
    found = changed(name, hours_per_week=hours)
    summary = in_words(found)
    written = (*summary.sheet.stop, summary.sheet.question, summary.sheet.note)
    for paper in PAPERS:
        page = printed(found, summary, PlanPart.SHEET, paper)
        assert len(page.pages) == 1
        for block in summary.sheet.agenda.blocks:
            assert squeezed(block.time + block.name + block.begins) in page.text
        assert all(squeezed(text) in page.text for text in written)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_the_progress_says_is_on_paper(name: str) -> None:
    said, catalogue = sample(name), shipped_catalogue()
    scored = {q.id: 2.0 for q in catalogue.questionnaire if q.is_scored and not q.options}
    answers = {**said.answers, **scored}
    later = assess(catalogue, said.profile, answers, said.choices, TODAY + timedelta(weeks=13))
    summary = summarise(catalogue, later, sample_assessment(name))
    page = printed(later, summary, PlanPart.PROGRESS)
    compared = summary.progress.compared
    assert compared is not None
    for table in (compared.mix, compared.answers):
        assert all(squeezed(text) in page.text for row in table.rows for text in row)
    assert all(squeezed(row.name) in page.text for row in compared.scores)
    said_of_hours = (compared.kept.headline, compared.kept.lead, compared.answers_lead)
    assert all(squeezed(text) in page.text for text in said_of_hours)


def test_progress_without_an_earlier_assessment_is_one_sentence() -> None:
    found = sample_assessment("cafe")
    page = printed(found, in_words(found), PlanPart.PROGRESS)
    assert all(squeezed(text) in page.text for text in texts(in_words(found).progress))
