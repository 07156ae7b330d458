"""Answers that do not go together, in words: what was said, never what is wrong with a person."""

from collections.abc import Callable, Mapping
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.contradiction import TALKING_AIMS, Doubt
from socialplanner.domain.contradiction import Contradiction as Kind
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _, plural

Figures = Mapping[str, float]

_TITLES: Final[Mapping[Kind, Callable[[], str]]] = {
    Kind.TALKING_AIM_NO_HOURS: lambda: _("An aim that lives on talking, and no hours for it"),
    Kind.TALKING_AIM_NOBODY: lambda: _("An aim that lives on talking, and nobody who talks"),
    Kind.PEOPLE_HOURS: lambda: _("The hours of the people and of the week differ"),
    Kind.HOURS_NOW: lambda: _("Far more hours now than there are to give"),
    Kind.RHYTHM_NO_HOURS: lambda: _("Regular posts, and no hours for making them"),
    Kind.HOURS_NO_RHYTHM: lambda: _("Hours for making, and nothing published"),
    Kind.REPLIES_NO_HOURS: lambda: _("Quick replies, and no hours for them"),
    Kind.JOINING_NO_HOURS: lambda: _("Taking part often, and no hours for it"),
    Kind.FOLLOW_UP_NO_HOURS: lambda: _("Regular follow-up, and no hours for it"),
    Kind.RESULTS_NO_HOURS: lambda: _("Results are looked at, and no hours for it"),
    Kind.PERSONAL_WORDS_NO_HOURS: lambda: _("Mostly personal words, and few hours for them"),
    Kind.PERSONAL_HOURS_NO_WORDS: lambda: _("Hours with people, and hardly a personal word"),
    Kind.ADS_NO_MONEY: lambda: _("Hours for paid posts, and no money for them"),
    Kind.TOOL_NOT_NAMED: lambda: _("A scheduling tool in use that is not named"),
    Kind.REPEAT_NO_ORDERS: lambda: _("Buyers who come back, and no orders from them"),
    Kind.PATIENCE_SHORT: lambda: _("An effect sooner than a sale can happen"),
    Kind.TOO_MANY_ENQUIRIES: lambda: _("More than ten of the last ten enquiries"),
    Kind.SAME_ANSWERS: lambda: _("The same answer many times in a row"),
}

_TEXTS: Final[Mapping[Kind, Callable[[Figures], str]]] = {
    Kind.PEOPLE_HOURS: lambda f: _(
        "The people come to {people} a week together, the week to {week}."
    ).format(people=formats.hours(f["people"]), week=formats.hours(f["week"])),
    Kind.HOURS_NOW: lambda f: _(
        "An ordinary week takes {now} now, but only {week} are to be given. Are the hours by week?"
    ).format(now=formats.hours(f["now"]), week=formats.hours(f["week"])),
    Kind.HOURS_NO_RHYTHM: lambda f: _(
        "{hours} a week go into making and publishing; nothing came out in the last four weeks."
    ).format(hours=formats.hours(f["hours"])),
    Kind.ADS_NO_MONEY: lambda f: _(
        "{hours} a week go into paid posts, with a budget of nothing."
    ).format(hours=formats.hours(f["hours"])),
    Kind.PERSONAL_WORDS_NO_HOURS: lambda f: _(
        "Much of what you write is for one person, but {share} of the hours of writing go "
        "to people."
    ).format(share=formats.percent(f["share"])),
    Kind.PERSONAL_HOURS_NO_WORDS: lambda f: _(
        "{share} of the hours of writing go to people, but hardly anything is for one person."
    ).format(share=formats.sentence_case(formats.percent(f["share"]))),
    Kind.TOO_MANY_ENQUIRIES: lambda f: plural(
        "The table holds {count} enquiry.", "The table holds {count} enquiries.", round(f["count"])
    ),
    Kind.SAME_ANSWERS: lambda f: _(
        "{count} questions one after the other have the same level. If they were answered in a "
        "hurry, look again; if they are right, they are right."
    ).format(count=round(f["count"])),
}


def doubt_title(doubt: Doubt) -> str:
    """Return what does not go together, in a few words."""
    return _TITLES[doubt.kind]()


def doubt_text(catalogue: Catalogue, doubt: Doubt, answers: Answers) -> str:
    """Return what was said."""
    if doubt.kind in _TEXTS:
        return _TEXTS[doubt.kind](doubt.figures)
    if doubt.kind in {Kind.TALKING_AIM_NO_HOURS, Kind.TALKING_AIM_NOBODY}:
        return _aim_text(catalogue, doubt.kind, answers)
    first, second = doubt.question_ids[:2]
    return _("“{first}” and “{second}” do not seem to go together.").format(
        first=names.question_short(catalogue, first), second=names.question_short(catalogue, second)
    )


def _aim_text(catalogue: Catalogue, kind: Kind, answers: Answers) -> str:
    ranked = answers.get("business.goals")
    goals = [each for each in ranked if each in TALKING_AIMS] if isinstance(ranked, tuple) else []
    aim = names.goal_name(catalogue, str(goals[0]))
    if kind is Kind.TALKING_AIM_NO_HOURS:
        words = _("The aim is “{aim}”, but no hour goes into talks, replies or follow-up now.")
    else:
        words = _("The aim is “{aim}”, but nobody named has talking as a strength.")
    return words.format(aim=aim)
