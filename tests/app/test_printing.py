"""The window's plans are made of what the window knows, and of more where they need it."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.beginning import reassessed
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions, PlanPart, untold
from socialplanner.presentation.plan_settings import with_options
from socialplanner.presentation.report_presets import Preset, with_preset
from socialplanner.ui.ports.printing import FileOrder, PlanOrder
from tests.app.clients import NOW, sample_record

NAME = "Corner Bakery"
SHORT = PlanOptions(parts=(PlanPart.SUMMARY,))


@pytest.fixture
def program(tmp_path: Path) -> DesktopProgram:
    return DesktopProgram(tmp_path / "data", tmp_path / "config")


def order_of(program: DesktopProgram, record: ProfileRecord, options: PlanOptions) -> PlanOrder:
    newest = record.assessments[-1]
    planning = program.planning
    return PlanOrder(
        record=with_options(record, options, program.printing.house()),
        results=planning.results(
            record.profile, planning.counted_answers(newest), planning.counted_choices(newest)
        ),
        options=options,
    )


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


def test_a_progress_report_has_what_was_before(program: DesktopProgram) -> None:
    record = sample_record(NAME, "r1")
    options = replace(SHORT, parts=(PlanPart.PROGRESS,))
    alone = program.printing.make(order_of(program, record, options), untold)
    assert "Nothing to compare yet" in words(alone.pdf)
    again = reassessed(record, "later", program.catalogue.renamed, NOW)
    made = program.printing.make(order_of(program, again, options), untold)
    assert "Nothing to compare yet" not in words(made.pdf)


def test_a_copy_with_an_alias_names_nobody_and_is_called_by_the_alias(
    program: DesktopProgram,
) -> None:
    options = replace(
        SHORT, alias="A shop", opening=f"For {NAME}, with thanks.", colours=("#123456", "#654321")
    )
    order = order_of(program, sample_record(NAME, "r1"), options)
    made = program.printing.make(order, untold)
    assert NAME not in words(made.pdf)
    assert "A shop" in words(made.pdf)
    name = program.printing.file_name(order, Format.DOCX)
    assert name.startswith("A shop – plan")
    assert name.endswith(".docx")
    told = replace(order, options=with_preset(options, Preset.PROGRESS))
    assert program.printing.file_name(told, Format.PDF).startswith("A shop – progress report")


@pytest.mark.parametrize("kind", list(Format))
def test_every_kind_of_file_is_made_and_replaces_only_its_own_kind(
    program: DesktopProgram, tmp_path: Path, kind: Format
) -> None:
    order = order_of(program, sample_record(NAME, "r1"), SHORT)
    pdf = program.printing.make(order, untold).pdf
    data = program.printing.file(FileOrder(plan=order, kind=kind, pdf=pdf))
    path = tmp_path / f"plan.{kind}"
    program.printing.save(path, data, kind)
    program.printing.save(path, data, kind)
    assert path.read_bytes() == data
    other = tmp_path / f"letter.{kind}"
    other.write_text("Dear all", "utf-8")
    with pytest.raises(UserError, match="nothing was replaced"):
        program.printing.save(other, data, kind)
    assert other.read_text("utf-8") == "Dear all"
