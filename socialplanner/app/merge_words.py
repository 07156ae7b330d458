"""What a merge finds different, in the words of the questionnaire."""

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.difference import Difference
from socialplanner.messages import shortened, visible
from socialplanner.presentation.i18n import _
from socialplanner.presentation.names import answer_shown
from socialplanner.presentation.setting_titles import setting_title
from socialplanner.ui.ports.importing import Conflict


def conflict_of(catalogue: Catalogue, difference: Difference) -> Conflict:
    """Return a difference as a person reads it."""
    return Conflict(
        key=difference.key,
        place=_place(catalogue, difference.key),
        mine=_side(catalogue, difference, difference.mine),
        theirs=_side(catalogue, difference, difference.theirs),
    )


def _place(catalogue: Catalogue, key: str) -> str:
    kind, _space, rest = key.partition(" ")
    question_id = rest.rpartition(" ")[2]
    question_id = catalogue.renamed.get(question_id, question_id)
    question = catalogue.questionnaire.by_id.get(question_id)
    if question is not None:
        patterns = {"note": _("Note at: {question}"), "mark": _("Mark at: {question}")}
        return patterns.get(kind, "{question}").format(question=question.text)
    if kind == "setting":
        return setting_title(rest)
    fields = {
        "profile.name": _("Name"),
        "profile.currency": _("Currency"),
        "profile.language": _("Language"),
        "profile.prepared_by": _("Prepared by"),
        "profile.prepared_for": _("Prepared for"),
        "profile.website": _("Website"),
        "brand.logo": _("Logo"),
        "brand.colours": _("Colours"),
        "brand.lines": _("Lines on the plan"),
    }
    kinds = {
        "choices": _("Choices about the plan"),
        "state": _("Draft or complete"),
        "plan": _("An issued plan"),
        "week": _("A logged week"),
        "enquiry": _("A logged enquiry"),
    }
    return fields.get(key) or kinds.get(kind) or visible(key)


def _side(catalogue: Catalogue, difference: Difference, value: object) -> str:
    if difference.key.startswith("answer "):
        question_id = difference.key.rpartition(" ")[2]
        return answer_shown(catalogue, question_id, value)  # type: ignore[arg-type]
    if isinstance(value, bytes):
        return _("a picture")
    if isinstance(value, frozenset | tuple | list):
        return shortened(", ".join(sorted(map(str, value)))) or _("nothing")
    return shortened(str(value)) if value not in ("", None) else _("nothing")
