"""What the reverse planner may change, and the answers and choices that a change comes to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from socialplanner.domain.answers import Answer, Answers, TableRow
from socialplanner.domain.assessment import Standing
from socialplanner.domain.business import TALKING, business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Rule
from socialplanner.domain.ids import Mode
from socialplanner.domain.mix import hours_questions
from socialplanner.domain.profile import Choices

HOURS = "business.hours_per_week"
PEOPLE = "business.people"
MONEY = "business.ad_budget_per_week"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindHours:
    """So many more hours a week for one kind of work, an hours question; fewer where negative."""

    kind: str
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTalks:
    """Somebody who makes things now talks with people too; `row` is the place in the answer."""

    row: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLifted:
    """An activity that was kept or declined is left to the plan again."""

    activity_id: str
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class AdMoney:
    """So much more money a week for paid posts."""

    amount: float


Circumstance = PersonTalks | ChoiceLifted | AdMoney
Change = KindHours | Circumstance


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNow:
    """The hours of an ordinary week by kind of work, with each kind's mode."""

    hours: Mapping[str, float]
    modes: Mapping[str, Mode]

    @property
    def total(self) -> float:
        """Return all hours."""
        return sum(self.hours.values())

    def of(self, mode: Mode) -> float:
        """Return the hours of one mode."""
        return sum(hours for kind, hours in self.hours.items() if self.modes[kind] is mode)

    @property
    def network_share(self) -> float | None:
        """Return the share of networking, None without any hours."""
        return self.of(Mode.NETWORK) / self.total if self.total else None

    def after(self, changes: Iterable[Change]) -> "WeekNow":
        """Return the week with its kinds of work changed."""
        hours = dict(self.hours)
        for change in changes:
            if isinstance(change, KindHours):
                hours[change.kind] += change.hours
        return replace(self, hours=hours)


def week_now(catalogue: Catalogue, said: Standing) -> WeekNow | None:
    """Return the hours as they are spent now, None where the owner did not say."""
    if said.present.hours is None:
        return None
    rows = hours_questions(catalogue.questionnaire)
    return WeekNow(hours=dict(said.present.hours), modes={q.id: q.mode or Mode.MEDIA for q in rows})


def circumstances_of(said: Standing, money: float) -> tuple[Circumstance, ...]:
    """Return every change but hours that may widen what a plan can do.

    Tools and patience change what hours are worth, never which weeks are possible; fewer people
    who talk and further wishes only narrow. So none of these is ever among the fewest changes.
    """
    people = said.business.people or ()
    talkers = [
        PersonTalks(row=row, name=each.name)
        for row, each in enumerate(people)
        if not each.can_talk and each.hours > 0
    ]
    wishes = ((said.choices.declined, Rule.DECLINED), (said.choices.pinned, Rule.PINNED))
    lifted = [
        ChoiceLifted(activity_id=each, rule=rule) for ids, rule in wishes for each in sorted(ids)
    ]
    paid = [AdMoney(amount=money)] if money > 0 and not said.business.has_ad_money else []
    return (*talkers, *lifted, *paid)


def changed(said: Standing, week: WeekNow, changes: Sequence[Change]) -> tuple[Answers, Choices]:
    """Return the answers and choices as they would be after some changes.

    Hours that go beyond what can be given are given too: by whom talks already, where they are
    spent with people and those who talk have no more.
    """
    answers: dict[str, Answer] = dict(said.answers)
    choices = said.choices
    for change in changes:
        match change:
            case KindHours():
                answers[change.kind] = week.hours[change.kind] + change.hours
            case PersonTalks():
                answers[PEOPLE] = _with_row(answers[PEOPLE], change.row, {"strength": "both"})
            case ChoiceLifted():
                choices = _lifted(choices, change.activity_id)
            case AdMoney():
                answers[MONEY] = (said.business.ad_budget_per_week or 0.0) + change.amount
    _give_hours(said, week, week.after(changes), answers)
    return answers, choices


def _give_hours(
    said: Standing, before: WeekNow, after: WeekNow, answers: dict[str, Answer]
) -> None:
    extra = min(after.total - before.total, after.total - said.business.hours_per_week)
    if extra <= 0:
        return
    answers[HOURS] = said.business.hours_per_week + extra
    business, people = business_of(answers), answers.get(PEOPLE)
    talking = business.talking_hours
    missing = 0.0 if talking is None else min(extra, after.of(Mode.NETWORK) - talking)
    if missing <= 0 or not _is_rows(people):
        return
    for row, each in enumerate(people):
        if each.get("strength", "both") in TALKING:
            more = float(each.get("hours", 0.0)) + missing
            answers[PEOPLE] = _with_row(people, row, {"hours": more})
            return


def _with_row(people: Answer, row: int, said: Mapping[str, str | float]) -> Answer:
    if not _is_rows(people):
        return people
    return tuple({**each, **said} if at == row else each for at, each in enumerate(people))


def _is_rows(answer: Answer | None) -> TypeGuard[tuple[TableRow, ...]]:
    return isinstance(answer, tuple) and all(isinstance(each, Mapping) for each in answer)


def _lifted(choices: Choices, activity_id: str) -> Choices:
    return replace(
        choices,
        pinned=choices.pinned - {activity_id},
        declined=choices.declined - {activity_id},
    )
