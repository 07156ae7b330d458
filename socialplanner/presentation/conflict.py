"""What cannot be met together, in the words of the window: everything by the name it has there."""

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Constraint, Rule
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _


def conflict_in_words(catalogue: Catalogue, error: InfeasibleError) -> str:
    """Return why there is no plan, and what a person can do about it on the pages."""
    demands = [_demand(catalogue, constraint) for constraint in error.conflict]
    hours = formats.hours_in_words(error.hours)
    if len(demands) == 1:
        head = _("No plan of {hours} a week can meet this: {demands}.")
    else:
        head = _("No plan of {hours} a week can meet all of this together: {demands}.")
    remedies = [_remedy(catalogue, constraint) for constraint in error.conflict]
    ways = list(dict.fromkeys(way for way in remedies if way))
    remedy = formats.sentence_case(formats.listed(ways, _("or"))) or _("Change one of them")
    return f"{head.format(hours=hours, demands='; '.join(demands))} {remedy}."


def _demand(catalogue: Catalogue, constraint: Constraint) -> str:
    """Return one constraint as a clause."""
    words = {
        Rule.PINNED: _("you keep “{name}”, which takes at least {low}"),
        Rule.DECLINED: _("“{name}” is not for you"),
        Rule.HYGIENE: _("every plan of {from_hours} or more keeps {low} for “{name}”"),
        Rule.UNSUITED: _("“{name}” is not offered to your kind of business"),
        Rule.NO_PLATFORM: _("“{name}” needs {platforms}"),
        Rule.NO_MONEY: _("“{name}” needs money for paid posts, and there is none"),
        Rule.MOVE_LIMIT: _("“{name}” may move only to {range} from the plan you followed"),
        Rule.TALKING_HOURS: _("those who can talk have {high} a week together"),
        Rule.MOST_ACTIVITIES: _("a plan of these hours holds at most {count} activities"),
        Rule.MOST_PLATFORMS: _("a plan publishes on at most {count} platforms"),
    }
    return words[constraint.rule].format(**_figures(catalogue, constraint))


def _figures(catalogue: Catalogue, constraint: Constraint) -> dict[str, str]:
    """Return what may stand in the clause of a constraint."""
    low, high = formats.half_hours(constraint.low), formats.number(constraint.high)
    key = constraint.activity_id
    return {
        "name": names.activity_short(catalogue, key) if key else "",
        "low": formats.hours_in_words(constraint.low),
        "high": f"{high}{formats.SPACE}h",
        "range": f"{low}–{high}{formats.SPACE}h",
        "count": high,
        "from_hours": formats.hours_in_words(catalogue.parameters.allocation.hygiene_from_hours),
        "platforms": _platforms(catalogue, key),
    }


def _platforms(catalogue: Catalogue, activity_id: str) -> str:
    if not activity_id:
        return ""
    named = catalogue.platforms
    keys = catalogue.activity(activity_id).platforms
    return formats.listed([named.get(key, key) for key in keys], _("or"))


def _remedy(catalogue: Catalogue, constraint: Constraint) -> str:
    """Return what a person can do about a constraint, "" where it is not theirs to change."""
    ways = {
        Rule.PINNED: _("no longer keep “{name}”"),
        Rule.DECLINED: _("take “{name}” back"),
        Rule.TALKING_HOURS: _("give more hours to people who can talk"),
        Rule.NO_MONEY: _("give money for paid posts"),
        Rule.NO_PLATFORM: _("accept one of its platforms"),
    }
    way = ways.get(constraint.rule, "")
    return way.format(**_figures(catalogue, constraint))
