"""What was not answered, and what answering it would sharpen."""

from collections.abc import Mapping

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.ids import CELLS
from socialplanner.domain.openness import OpenPoint, Sharpens, find_out_first
from tests.domain.assessments import assessment, firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS
from tests.domain.questionnaires import all_at, scored_questions


def points(more: Mapping[str, Answer]) -> dict[Sharpens, list[OpenPoint]]:
    """Return the open points of the plumber with more answers, by what they would sharpen."""
    found: dict[Sharpens, list[OpenPoint]] = {}
    for point in assessment({**FIRMS["plumber"].answers, **more}).open_points:
        found.setdefault(point.sharpens, []).append(point)
    return found


def test_with_no_dimension_answered_all_ten_cells_are_open() -> None:
    found = [p for p in firm_assessment("plumber").open_points if p.cell]
    assert [point.cell for point in found] == list(CELLS)
    assert sum(len(point.question_ids) for point in found) == len(scored_questions())


def test_a_question_answered_do_not_know_is_to_be_found_out_first() -> None:
    unknown: dict[str, Answer] = {"style.replying": NoAnswer.UNKNOWN}
    (point,) = points({**all_at(2), **unknown})[Sharpens.SCORE]
    assert point.question_ids == point.find_out_first == ("style.replying",)
    assert find_out_first({**all_at(2), **unknown}) == ("style.replying",)


def test_what_does_not_apply_is_not_open() -> None:
    gone: dict[str, Answer] = {q.id: NoAnswer.NOT_APPLICABLE for q in scored_questions()}
    assert Sharpens.SCORE not in points(gone)


def test_everything_answered_leaves_nothing_open() -> None:
    ada: dict[str, str | float] = {"name": "Ada", "hours": 4.0, "strength": "both"}
    more: dict[str, Answer] = {
        "business.hour_cost": 30.0,
        "business.close_rate": 4.0,
        "business.enquiries_per_month": 8.0,
        "business.repeat_buyers": "3_4",
        "business.orders_per_year": 1.0,
        "business.people": (ada,),
    }
    rows = {q.id: 1.0 for q in shipped_catalogue().questionnaire if q.id.startswith("hours.")}
    assert points({**all_at(2), **more, **rows}) == {}


def test_hours_are_open_until_one_row_is_answered() -> None:
    (point,) = points({})[Sharpens.HOURS_MIX]
    assert len(point.question_ids) == 9
    assert Sharpens.HOURS_MIX not in points({"hours.making": 2.0})
    (point,) = points({"hours.making": NoAnswer.UNKNOWN})[Sharpens.HOURS_MIX]
    assert point.find_out_first == ("hours.making",)
