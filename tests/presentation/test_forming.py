from socialplanner.domain.answers import NoAnswer
from socialplanner.presentation.forming import Forming, forming
from socialplanner.presentation.scenes import Line, Scene, Stage, mix_bars
from socialplanner.presentation.scenes.coverage import coverage_grid
from socialplanner.presentation.scenes.labels import estimated_width, extent
from socialplanner.presentation.scenes.shapes import Label
from tests.domain.builders import shipped_catalogue
from tests.domain.questionnaires import all_at, scored_questions

NARROW = Stage(width=220.0)


def grid(found: Forming) -> Scene:
    """Return the chart of the scores."""
    modes = ("Social media", "Social networking")
    return coverage_grid(
        found.cells, title="Scores", modes=modes, needed=found.needed, stage=NARROW
    )


def test_a_score_shows_only_with_enough_answers_and_says_what_is_there_until_then() -> None:
    style = [q for q in scored_questions() if q.id.startswith("style.")]
    one = {style[0].id: 2.0}
    (cell, other) = forming(shipped_catalogue(), one).cells[0].cells
    assert not cell.is_shown
    assert cell.note.endswith("% answered")
    assert other.note == "not yet"


def test_cells_that_do_not_apply_are_no_gap_in_the_count() -> None:
    answers = {q.id: NoAnswer.NOT_APPLICABLE for q in scored_questions() if q.id.startswith("roi.")}
    found = forming(shipped_catalogue(), answers)
    assert found.applicable == 8
    assert found.cells[-1].cells[0].note == "does not apply"


def test_the_chart_of_scores_tells_in_rows_what_it_draws_and_stays_in_its_width() -> None:
    scene = grid(forming(shipped_catalogue(), all_at(2)))
    assert len(scene.rows) == 6
    assert scene.rows[1][0] == "Style"
    for shape in scene.shapes:
        if isinstance(shape, Label):
            left, _, right, _ = extent(shape, estimated_width)
            assert left >= 0
            assert right <= scene.width + 1


def test_a_mix_without_a_target_has_neither_band_nor_line() -> None:
    found = forming(shipped_catalogue(), all_at(2))
    assert found.band is None
    scene = mix_bars(found.rows, found.band, title="Mix", stage=NARROW)
    assert not any(isinstance(shape, Line) and shape.dash for shape in scene.shapes)
