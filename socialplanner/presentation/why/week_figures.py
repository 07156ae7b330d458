"""Why the key figures of the week are what they are."""

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import ENQUIRIES_OF
from socialplanner.domain.what_if import WhatIf
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.what_if_figures import FigureKey, figure_name, figure_text
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    FigureRow,
    assumed,
    figure_table,
    fine,
    worked_out,
    yours,
)


def figure_reason(catalogue: Catalogue, found: WhatIf, key: FigureKey) -> Reason:
    """Return why a key figure is what it is."""
    made = {
        FigureKey.HOURS: _total,
        FigureKey.SHARE: _share,
        FigureKey.COST: _cost,
        FigureKey.CUSTOMERS: _customers,
        FigureKey.ENQUIRIES: _enquiries,
        FigureKey.PRICE: _price,
        FigureKey.WORTH: _worth,
    }
    return made[key](catalogue, found)


def next_half_hour_reason(catalogue: Catalogue, found: WhatIf) -> Reason:
    """Return what half an hour more a week would do, and how that is found."""
    half = found.next_half_hour
    after = found.value + half.gain
    rows = [
        (_("Value of this plan"), fine(found.value), worked_out()),
        (_("Value with half an hour more"), fine(after), worked_out()),
        (_("Difference"), fine(half.gain), worked_out()),
    ]
    return Reason(
        title=_("Why the next half-hour goes where it goes"),
        value=wording.changes_text(catalogue, half.changes),
        formula=_("gain = value of the best plan with half an hour more − value of this plan"),
        figures=figure_table(rows),
        question_ids=("business.hours_per_week",),
        notes=(_("Value compares plans inside our model; it is no forecast."),),
    )


def _reason(
    key: FigureKey,
    found: WhatIf,
    formula: str,
    rows: list[FigureRow],
    questions: tuple[str, ...],
    *notes: str,
) -> Reason:
    return Reason(
        title=_("Why: {name}").format(name=formats.in_sentence(figure_name(key))),
        value=figure_text(key, found),
        formula=formula,
        figures=figure_table(rows),
        question_ids=questions,
        notes=notes,
    )


def _total(catalogue: Catalogue, found: WhatIf) -> Reason:
    planned = [
        (names.activity_short(catalogue, key), formats.hours(hours), worked_out())
        for key, hours in found.week.hours.items()
    ]
    spare = found.hours_available - found.week.hours_per_week
    rows = [
        (
            _("Hours you said there are"),
            formats.number(found.said.business.hours_per_week),
            yours(),
        ),
        *planned,
    ]
    note = _("{hours} stay free: inside the target and the limits there is no better use.")
    return _reason(
        FigureKey.HOURS,
        found,
        _("the sum of the hours of all activities, never more than you have"),
        rows,
        ("business.hours_per_week",),
        *([note.format(hours=formats.hours(spare))] if spare else []),
    )


def _share(catalogue: Catalogue, found: WhatIf) -> Reason:
    week, target = found.week, found.said.target
    network, total = week.hours_of(Mode.NETWORK), week.hours_per_week
    mode = names.mode_in_text(catalogue, Mode.NETWORK)
    rows = [
        (_("Hours for {mode}").format(mode=mode), formats.hours(network), worked_out()),
        (_("Hours in all"), formats.hours(total), worked_out()),
        (
            _("Target"),
            formats.percent_range(target.low, target.high),
            _("your answers, and our assumption"),
        ),
    ]
    text = _("{network} ÷ {total} = {share}%").format(
        network=formats.hours(network),
        total=formats.hours(total),
        share=formats.number(round(100 * week.network_share, 1)),
    )
    inside = target.low - 1e-9 <= week.network_share <= target.high + 1e-9
    note = (
        _("The plan lies inside the target.")
        if inside
        else _("No plan of these hours lies inside the target; this is the nearest one.")
    )
    questions = ("business.goals", "business.kind", "business.order_value", "business.audience")
    return _reason(FigureKey.SHARE, found, text, rows, questions, note)


def _cost(catalogue: Catalogue, found: WhatIf) -> Reason:
    business, returns = found.said.business, found.returns
    weeks = catalogue.parameters.money.weeks_per_month
    rows = [
        (_("Hours a week"), formats.hours(found.week.hours_per_week), worked_out()),
        (_("Weeks in a month"), formats.number(weeks), assumed()),
        (_("Cost of an hour"), _money(found, business.hour_cost), yours()),
    ]
    formula = _("hours × weeks × cost of an hour")
    if returns.monthly_ad_cost:
        formula = _("hours × weeks × cost of an hour + weeks × money for paid posts")
        weekly = _money(found, business.ad_budget_per_week)
        rows.append((_("Money for paid posts a week"), weekly, yours()))
    questions = ("business.hour_cost", "business.hours_per_week", "business.ad_budget_per_week")
    return _reason(FigureKey.COST, found, formula, rows, questions)


def _customers(catalogue: Catalogue, found: WhatIf) -> Reason:
    del catalogue
    rows = [*_cost_row(found), *_margin_rows(found)]
    return _reason(
        FigureKey.CUSTOMERS,
        found,
        _("cost a month ÷ (order value × margin)"),
        rows,
        ("business.order_value", "business.margin_percent", "business.hour_cost"),
        _on_top(),
    )


def _enquiries(catalogue: Catalogue, found: WhatIf) -> Reason:
    del catalogue
    close = found.said.business.close_rate
    said = _missing() if close is None else formats.number(close)
    rows = [
        *_cost_row(found),
        *_margin_rows(found),
        (
            _("Of {count} enquiries become customers").format(count=ENQUIRIES_OF),
            said,
            yours(),
        ),
    ]
    return _reason(
        FigureKey.ENQUIRIES,
        found,
        _("cost a month ÷ (order value × margin) ÷ share of enquiries that become customers"),
        rows,
        ("business.close_rate", "business.order_value", "business.margin_percent"),
        _on_top(),
    )


def _price(catalogue: Catalogue, found: WhatIf) -> Reason:
    del catalogue
    target = found.said.target
    rows = [
        (_("Value of this plan"), fine(found.value), worked_out()),
        (_("Value of the best plan without the target"), fine(found.free_value), worked_out()),
        (
            _("Target"),
            formats.percent_range(target.low, target.high),
            _("your answers, and our assumption"),
        ),
    ]
    return _reason(
        FigureKey.PRICE,
        found,
        _("1 − value of this plan ÷ value of the best plan without the target"),
        rows,
        ("business.goals", "business.kind"),
        _(
            "We accept this price, because a plan that left your target would contradict your "
            "own answers, or because you took these hours over at a review. Value compares plans "
            "inside our model; it is no forecast."
        ),
    )


def _worth(catalogue: Catalogue, found: WhatIf) -> Reason:
    del catalogue
    rows = [(_("Value of this plan"), fine(found.value), worked_out())]
    return _reason(
        FigureKey.WORTH,
        found,
        _("100 × value of the supposed plan ÷ value of the plan now"),
        rows,
        ("business.goals",),
        _("Value compares plans inside our model; it is no forecast."),
        _("Plans for another patience are measured on another scale, and cannot be compared."),
    )


def _cost_row(found: WhatIf) -> list[FigureRow]:
    return [(_("Cost a month"), _money(found, found.returns.monthly_cost), worked_out())]


def _margin_rows(found: WhatIf) -> list[FigureRow]:
    business = found.said.business
    percent = business.margin_percent
    return [
        (_("Value of a first order"), _money(found, business.order_value), yours()),
        (
            _("Margin"),
            _missing() if percent is None else f"{formats.number(percent)}%",
            yours(),
        ),
    ]


def _money(found: WhatIf, amount: float | None) -> str:
    return _missing() if amount is None else formats.money(amount, found.said.profile.currency)


def _missing() -> str:
    return _("not given")


def _on_top() -> str:
    return _("On top of those who would have come anyway.")
