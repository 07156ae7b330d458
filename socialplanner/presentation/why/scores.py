"""Why a score, an overall score, a word for the brand, or a target of a score is what it is."""

from socialplanner.domain.ids import Cell, Dimension, Mode
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.scoring import POINTS_PER_LEVEL, CellScore, level_of
from socialplanner.domain.target import NEUTRAL_AMBITION_STAGE
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.standing import NOT_ENOUGH
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    NONE,
    assumed,
    exact,
    figure_table,
    fine,
    share,
    worked_out,
)


def cell_reason(source: Source, cell: Cell) -> Reason:
    """Return why a score is what it is: ``S = 25 Σwa ÷ Σw`` with every answer."""
    questions = source.catalogue.questionnaire.scored(cell)
    found = source.assessment.scores.cells[cell]
    return Reason(
        title=_("Why this score for {name}?").format(
            name=formats.in_sentence(names.cell_name(source.catalogue, cell))
        ),
        value=score_value(source, found),
        formula=_score_formula(source, questions, found),
        figures=_answers_table(source, questions),
        question_ids=tuple(question.id for question in questions),
        notes=_score_notes(source, questions, found),
    )


def score_value(source: Source, found: CellScore) -> str:
    """Return a score with its range: "about 40, likely 30 to 50"."""
    if found.value is None:
        return NOT_ENOUGH if found.is_applicable else _("does not apply")
    half = source.catalogue.parameters.scoring.band_z * (found.standard_error or 0.0)
    return _("{score}, likely {range}").format(
        score=formats.about(found.value), range=formats.score_range(found.value, half)
    )


def _levels(source: Source, questions: tuple[Question, ...]) -> list[tuple[float, float]]:
    """Return level and weight of every answer that counts."""
    answers = source.assessment.answers
    found = [(level_of(q, answers.get(q.id)), q.weight) for q in questions]
    return [(level, weight) for level, weight in found if level is not None]


def _score_formula(source: Source, questions: tuple[Question, ...], found: CellScore) -> str:
    words = _("Score = 25 × sum of (level × weight) ÷ sum of weights")
    counted = _levels(source, questions)
    if found.value is None or not counted:
        return words
    points = sum(level * weight for level, weight in counted)
    total = sum(weight for _level, weight in counted)
    sums = f"{POINTS_PER_LEVEL:.0f} × {fine(points)} ÷ {fine(total)} = {exact(found.value)}"
    return f"{words}\n= {sums}"


def _answers_table(source: Source, questions: tuple[Question, ...]) -> TextTable:
    head = (_("Question"), _("Your answer"), _("Level"), _("Weight"), _("Level × weight"))
    counted = _levels(source, questions)
    rows = [_answer_row(source, question) for question in questions]
    total = (
        _("Sum of what counts"),
        "",
        "",
        fine(sum(weight for _level, weight in counted)),
        fine(sum(level * weight for level, weight in counted)),
    )
    return table(head, (*rows, total), figures=(2, 3, 4))


def _answer_row(source: Source, question: Question) -> tuple[str, ...]:
    answer = source.assessment.answers.get(question.id)
    level = level_of(question, answer)
    name = names.question_short(source.catalogue, question.id)
    said = names.answer_text(question, answer, source.currency)
    if level is None:
        return name, said, NONE, fine(question.weight), NONE
    return name, said, fine(level), fine(question.weight), fine(level * question.weight)


def _score_notes(
    source: Source, questions: tuple[Question, ...], found: CellScore
) -> tuple[str, ...]:
    del questions
    scoring = source.catalogue.parameters.scoring
    origin = _("Answers and levels are your figures; the weights are our assumption.")
    least = formats.of_ten(scoring.min_coverage)
    cover = _("Answered by weight: {share}. A score is shown from {least} on.").format(
        share=formats.percent(found.coverage), least=least
    )
    if found.standard_error is None:
        return origin, cover
    band = _(
        "The range is ±{z} standard errors of {error} points: people round and forget, by half "
        "a level an answer, as we assume."
    ).format(z=formats.number(scoring.band_z), error=exact(found.standard_error))
    return origin, cover, band


def overall_reason(source: Source, mode: Mode) -> Reason:
    """Return why an overall score is what it is: the weighted mean of its dimensions."""
    found = source.assessment.scores.overall[mode]
    cells = source.assessment.scores.cells
    weights = source.catalogue.parameters.scoring.dimension_weight
    rows = [
        (
            source.catalogue.dimensions[each].name,
            _score_or_none(cells[each, mode]),
            fine(weights[each]),
        )
        for each in Dimension
    ]
    asked = [q for each in Dimension for q in source.catalogue.questionnaire.scored((each, mode))]
    words = _("Overall = sum of (weight × score) ÷ sum of weights, over what applies")
    return Reason(
        title=_("Why this overall score for {mode}?").format(mode=source.mode(mode)),
        value=overall_value(source, mode),
        formula=words if found.value is None else f"{words}\n= {exact(found.value)}",
        figures=table((_("Dimension"), _("Score"), _("Weight")), rows, figures=(1, 2)),
        question_ids=tuple(question.id for question in asked),
        notes=(
            _("Scores are worked out from your answers; the weights are our assumption."),
            _(
                "An overall score takes a score in every dimension that applies, or at least the "
                "one question of it that the quick check asks."
            ),
        ),
    )


def _score_or_none(found: CellScore) -> str:
    if found.partial is None:
        return NOT_ENOUGH if found.is_applicable else _("does not apply")
    if found.value is None:
        return _("{score}, from few answers").format(score=exact(found.partial))
    return exact(found.partial)


def overall_value(source: Source, mode: Mode) -> str:
    """Return an overall score with its range."""
    found = source.assessment.scores.overall[mode]
    if found.value is None:
        return NOT_ENOUGH
    half = source.catalogue.parameters.scoring.band_z * (found.standard_error or 0.0)
    return _("{score}, likely {range}").format(
        score=formats.about(found.value), range=formats.score_range(found.value, half)
    )


def type_reason(source: Source) -> Reason:
    """Return why the brand is described in these words."""
    scoring = source.catalogue.parameters.scoring
    rows = []
    for mode in Mode:
        found = source.assessment.scores.overall[mode]
        name = names.mode_name(source.catalogue, mode)
        rows.append((name, NONE if found.value is None else exact(found.value), worked_out()))
        half = None if found.standard_error is None else scoring.band_z * found.standard_error
        if half is not None:
            rows.append((_("its range, up and down"), exact(half), assumed()))
    line = (_("Line between quiet and strong"), exact(scoring.type_threshold), assumed())
    return Reason(
        title=_("Why these words for your brand?"),
        value=wording.type_sentence(source.assessment.scores.types),
        formula=_(
            "Below {line} a mode counts as quiet, from {line} on as strong. Where a range crosses "
            "the line, both words are possible."
        ).format(line=exact(scoring.type_threshold)),
        figures=figure_table((*rows, line)),
        notes=(
            _("Two overall scores, four plain words: quiet, broadcaster, connector, balanced."),
        ),
    )


def level_reason(source: Source, cell: Cell) -> Reason:
    """Return why a score is aimed at its target: ``min(90, L × (0.5 + share))``."""
    parameters = source.catalogue.parameters.target
    stage = source.assessment.business.stage
    ambition = parameters.ambition[stage or NEUTRAL_AMBITION_STAGE]
    target, value = source.assessment.levels[cell], source.assessment.scores.cells[cell].value
    part = source.assessment.target.share(cell[1])
    most = exact(parameters.level_ceiling)
    words = _("Target = ambition × (base + target share of the mode), at most {most}")
    sums = f"= {exact(ambition)} × ({fine(parameters.level_base)} + {fine(part)}) = {exact(target)}"
    rows = [
        (_("Ambition of your stage"), exact(ambition), assumed()),
        (_("Target share of {mode}").format(mode=source.mode(cell[1])), share(part), worked_out()),
        (_("Base"), fine(parameters.level_base), assumed()),
        (_("Highest target"), most, assumed()),
        (_("Your score"), NONE if value is None else exact(value), worked_out()),
    ]
    return Reason(
        title=_("Why this target for {name}?").format(
            name=formats.in_sentence(names.cell_name(source.catalogue, cell))
        ),
        value=formats.about(target),
        formula=f"{words.format(most=most)}\n{sums}",
        figures=figure_table(rows),
        question_ids=("business.stage", "business.goals"),
        notes=(_("The gap is the target less your score, where the score is lower."),),
    )
