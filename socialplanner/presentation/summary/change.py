"""What would change this plan: other answers, hours, tools and patience, and open points."""

from dataclasses import dataclass

from socialplanner.domain.answers import Answer
from socialplanner.domain.business import ORDERED
from socialplanner.domain.openness import OpenPoint, Sharpens
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.scenario import Flip, Scenario, ScenarioKind
from socialplanner.domain.scoring import level_of
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.scenes import Colour, SplitMark
from socialplanner.presentation.summary.mixture import flat_sentence
from socialplanner.presentation.summary.parts import Source, Statement, TextTable, table

Point = tuple[float, float]

SHARPENS = {
    Sharpens.SCORE: "the score, and with it the gaps that steer the plan",
    Sharpens.HOURS_MIX: "where the time has to come from, and your mix by hours",
    Sharpens.TARGET_BAND: "the target mix; with two or more open, its band is wider",
    Sharpens.COST: "what the plan costs",
    Sharpens.BREAK_EVEN: "how many customers pay for the plan, and the target mix",
    Sharpens.ENQUIRIES: "how many enquiries pay for the plan",
    Sharpens.LIFETIME_VALUE: "what a customer is worth beyond the first order",
    Sharpens.NETWORK_LIMIT: "who does what, and how many hours there are for talking",
    Sharpens.TOOLS: "how much time tools save",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The section on what would change the plan."""

    headline: str
    lead: str
    flips: tuple[Statement, ...]
    scenarios: TextTable
    scenarios_note: str
    curve: tuple[Point, ...]
    marks: tuple[SplitMark, ...]
    flat: str
    open_points: TextTable
    open_lead: str


def change(source: Source) -> Change:
    """Return the section on what would change the plan."""
    plan = source.assessment.plan
    return Change(
        headline=_headline(source),
        lead=_lead(source),
        flips=tuple(_flip(source, flip) for flip in source.assessment.flips),
        scenarios=_scenarios(source),
        scenarios_note=(
            "Worth compares the model with itself: this plan is 100. It is no forecast, and "
            "plans for another patience are not measured on the same scale."
        ),
        curve=tuple((100 * p.network_share, 100 * p.relative_value) for p in plan.curve),
        marks=(
            SplitMark(
                share=100 * plan.network_share,
                text="the plan",
                colour=Colour.NETWORK,
            ),
        ),
        flat=flat_sentence(source),
        open_points=_open_points(source),
        open_lead=_open_lead(source),
    )


def _headline(source: Source) -> str:
    found = source.assessment.flips
    if source.assessment.choices.keeps_earlier:
        return "These hours were agreed at a review; no answer moves them by itself"
    if not found:
        return "No answer would change this plan by being one level off"
    first = names.question_short(source.catalogue, found[0].question_id)
    return f"Check “{first}” again: one level up or down moves the plan most"


def _lead(source: Source) -> str:
    if source.assessment.choices.keeps_earlier:
        return (
            "The plan stays with the hours that you took over until you plan anew on “Your week”, "
            "and moves from them only where something you change does not allow them."
        )
    ordered = [names.question_short(source.catalogue, key) for key in ORDERED]
    tried = formats.listed([formats.in_sentence(name) for name in ordered])
    text = f"We moved every scored answer, and {tried}, by one level and made the plan anew."
    if not source.assessment.flips:
        return f"{text} It stayed the same each time."
    return (
        f"{text} What moved it most is worth a second look, because a mistake there would matter."
    )


def _flip(source: Source, flip: Flip) -> Statement:
    question = source.catalogue.questionnaire.by_id[flip.question_id]
    given = _level(question, source.assessment.answers.get(question.id))
    other = _level(question, flip.other)
    moved = formats.hours_in_words(flip.hours_moved)
    return Statement(
        title=question.text,
        text=(
            f"You said “{given}”. If it were “{other}”, {moved} a week would move: "
            f"{wording.changes_text(source.catalogue, flip.changes)}."
        ),
    )


def _level(question: Question, answer: Answer | None) -> str:
    """Return an answer in words, as its level where it is scored."""
    level = level_of(question, answer)
    return names.answer_text(question, answer) if level is None else question.levels[int(level)]


def _scenarios(source: Source) -> TextTable:
    rows = [
        (
            _scenario_name(source, scenario),
            wording.changes_text(source.catalogue, scenario.changes),
            formats.percent(scenario.network_share),
            _worth(scenario),
        )
        for scenario in source.assessment.scenarios
    ]
    return table(("If", "The plan would change", "Networking", "Worth"), rows, figures=(2, 3))


def _scenario_name(source: Source, scenario: Scenario) -> str:
    if scenario.kind is ScenarioKind.NO_TOOL:
        return "you had no tools"
    if scenario.kind is ScenarioKind.PATIENCE:
        text = names.option_text(source.catalogue, "business.patience", scenario.detail)
        return f"an effect had to be felt {formats.in_sentence(text)}"
    return f"you had {formats.hours(float(scenario.detail))} a week"


def _worth(scenario: Scenario) -> str:
    if scenario.relative_value is None:
        return "–"
    return f"about {formats.fives(100 * scenario.relative_value)}"


def _open_points(source: Source) -> TextTable:
    rows = [_open_point(source, point) for point in source.assessment.open_points]
    return table(("Still open", "Questions", "Would sharpen"), rows)


def _open_point(source: Source, point: OpenPoint) -> tuple[str, ...]:
    catalogue = source.catalogue
    shown = {key: names.question_short(catalogue, key) for key in point.question_ids}
    later = [name for key, name in shown.items() if key not in point.find_out_first]
    first = [name for key, name in shown.items() if key in point.find_out_first]
    parts = [", ".join(later)] if later else []
    if first:
        parts.append(f"{'find' if later else 'Find'} out first: {', '.join(first)}")
    return _open_name(source, point), "; ".join(parts), SHARPENS[point.sharpens]


def _open_name(source: Source, point: OpenPoint) -> str:
    if point.cell is not None:
        return names.cell_name(source.catalogue, point.cell)
    if point.sharpens is Sharpens.HOURS_MIX:
        return "Your hours now"
    return "Your business"


def _open_lead(source: Source) -> str:
    if not source.assessment.open_points:
        return "Nothing that the plan needs is open."
    return "The plan stands without these. Answering them would sharpen it."
