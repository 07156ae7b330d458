"""One widget for each kind of question."""

from typing import assert_never

from socialplanner.domain.questionnaire import Question, QuestionKind
from socialplanner.ui.context import Context
from socialplanner.ui.questions.number import NumberQuestion
from socialplanner.ui.questions.one_choice import level_question, option_question
from socialplanner.ui.questions.ranking import RankQuestion
from socialplanner.ui.questions.several_choices import SeveralChoicesQuestion
from socialplanner.ui.questions.table import TableQuestion
from socialplanner.ui.questions.widget import QuestionWidget

__all__ = ["QuestionWidget", "widget_for"]


def widget_for(question: Question, context: Context, *, currency: str = "") -> QuestionWidget:
    """Return a widget in which a question is answered; `currency` is that of the profile."""
    theme = context.theme
    match question.kind:
        case QuestionKind.ANCHORED:
            return level_question(question, theme)
        case QuestionKind.SINGLE:
            return option_question(question, theme)
        case QuestionKind.MULTIPLE:
            return SeveralChoicesQuestion(question, theme)
        case QuestionKind.RANK:
            return RankQuestion(question, theme)
        case QuestionKind.NUMBER:
            return NumberQuestion(question, theme, currency)
        case QuestionKind.TABLE:
            return TableQuestion(question, theme)
        case _:
            assert_never(question.kind)
