"""What only the whole catalogue can show: nothing twice, nothing needed left out, all at once."""

from pathlib import Path

import pytest

from socialplanner.errors import InputError
from socialplanner.loading.catalogue import check_catalogue, load_catalogue
from socialplanner.paths import catalogue_dir
from tests.loading.copies import (
    BUSINESS,
    HOURS,
    KPIS,
    MEDIA,
    NETWORK,
    RENAMED,
    STYLE,
    change,
    complaints,
    copied,
)


def test_the_shipped_catalogue_has_no_problem() -> None:
    assert check_catalogue(catalogue_dir()) == ()


def test_all_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / STYLE, "weight = 1.0", "weight = -1")
    change(folder / MEDIA, "trackable = 0.25", "trackable = 2")
    change(folder / MEDIA, 'kpis = ["reach"', 'kpis = ["reech"')
    change(folder / NETWORK, 'short = "Listening desk"', 'shrt = "Listening desk"')
    (folder / "evidence.toml").write_text("[[evidence]\n", encoding="utf-8")
    places = [str(problem).split(":")[0] for problem in check_catalogue(folder)]
    assert places == [
        "evidence.toml",
        "activities/media.toml › linkedin_posts › kpis.1",
        "activities/media.toml › linkedin_posts › trackable",
        "activities/network.toml › listening › short",
        "activities/network.toml › listening › shrt",
        "questionnaire/20_style.toml › style.publishing_rhythm › weight",
    ]


def test_loading_refuses_with_the_same_problems_that_checking_reports(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / KPIS, 'id = "reach"', 'id = "reech"')
    with pytest.raises(InputError, match=r"cannot be used: \d+ things are wrong\.$") as refusal:
        load_catalogue(folder)
    assert refusal.value.problems == check_catalogue(folder)


def test_a_single_problem_is_counted_as_one_thing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / KPIS, "lag_weeks = 0", "lag_weeks = -1")
    with pytest.raises(InputError, match=r"cannot be used: 1 thing is wrong\.$"):
        load_catalogue(folder)


def test_a_question_of_another_file_cannot_be_asked_again(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    twin = folder / "questionnaire/80_style.toml"
    twin.write_text((folder / STYLE).read_text(encoding="utf-8"), encoding="utf-8")
    said = complaints(folder)
    assert (
        f"questionnaire/80_style.toml › section › id: This id is used in {STYLE} already." in said
    )
    assert (
        f"questionnaire/80_style.toml › style.listening › id: This id is used in {STYLE} already."
        in said
    )


def test_an_activity_of_the_other_file_cannot_be_given_again(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / NETWORK, 'id = "local_events"', 'id = "articles"')
    assert complaints(folder) == [f"{NETWORK} › articles › id: This id is used in {MEDIA} already."]


def test_a_question_the_method_needs_cannot_be_left_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / BUSINESS, 'id = "business.hour_cost"', 'id = "business.hour_costs"')
    assert complaints(folder) == [
        f"{BUSINESS} › business.hour_cost › id: The method needs this question."
    ]


def test_an_option_the_method_knows_by_name_cannot_be_left_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / BUSINESS, 'id = "longer"', 'id = "half_year"')
    assert complaints(folder) == [
        f"{BUSINESS} › business.sales_cycle › options: The method needs “longer” here."
    ]


def test_a_column_and_a_kpi_the_method_knows_by_name_cannot_be_left_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / BUSINESS, 'id = "strength"', 'id = "gift"')
    change(folder / KPIS, 'id = "hours_logged"', 'id = "hours_noted"')
    change(folder / MEDIA, '"hours_logged"', '"hours_noted"')
    assert complaints(folder) == [
        f"{BUSINESS} › business.people › columns: The method needs “strength” here.",
        f"{KPIS} › hours_logged › id: The method needs this KPI.",
    ]


def test_a_mode_needs_hours_questions(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / HOURS).read_text(encoding="utf-8")
    (folder / HOURS).write_text(text.replace('mode = "network"', 'mode = "media"'), "utf-8")
    assert (
        f"{HOURS} › mode: The method needs a question for hours of mode “network”."
        in complaints(folder)
    )


def test_a_cell_needs_a_scored_question(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / STYLE).read_text(encoding="utf-8")
    (folder / STYLE).write_text(text.replace('mode = "network"', 'mode = "media"'), "utf-8")
    assert complaints(folder) == [
        f"{STYLE} › style.network › mode: No question with levels belongs to this cell."
    ]


def test_a_goal_needs_an_early_sign_and_something_to_show_a_result(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(
        folder / KPIS, 'goals = ["reputation"]', 'goals = ["insight"]', after='"review_reply_rate"'
    )
    assert complaints(folder) == [
        f"{KPIS} › reputation › stage: No KPI is an early sign of this goal.",
        f"{KPIS} › reputation › goals: Only 2 KPIs serve this goal; 3 are needed.",
    ]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(
            'reach = "views"',
            ["reach: “reach” is still in use; an id is never used again for something else."],
            id="an id that is in use",
        ),
        pytest.param(
            'old_reach = "reech"',
            ["old_reach: There is no “reech”. Did you mean “reach”? Allowed: MANY"],
            id="a new id that does not exist",
        ),
        pytest.param(
            'first = "second"\nsecond = "reach"',
            ["first: “second” was renamed itself; write “reach” here."],
            id="a chain",
        ),
        pytest.param(
            'first = "second"\nsecond = "first"',
            [
                "first: “second” was renamed itself; write “first” here.",
                "second: “first” was renamed itself; write “second” here.",
            ],
            id="a circle",
        ),
        pytest.param(
            'old_reach = "style.replying"',
            ["old_reach: Both ids must be of the same kind: question, option, activity or KPI."],
            id="an id of another kind",
        ),
        pytest.param(
            "style.old = 'style.replying'",
            ["style: This must be a text in quotes, not a table."],
            id="an id without its quotes",
        ),
    ],
)
def test_a_rename_that_leads_nowhere_is_reported(
    tmp_path: Path, pairs: str, expected: list[str]
) -> None:
    folder = copied(tmp_path)
    (folder / RENAMED).write_text(f"[renamed]\n{pairs}\n", encoding="utf-8")
    said = [line.split("Allowed: ")[0] for line in complaints(folder)]
    assert said == [
        f"{RENAMED} › renamed › {line.replace('Allowed: MANY', '')}" for line in expected
    ]


def test_the_loader_follows_renamed_activities_kpis_and_options(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / RENAMED).write_text(
        '[renamed]\nrange = "reach"\nboosts = "boosted_posts"\n"business.goals.fame" ='
        ' "business.goals.awareness"\n',
        encoding="utf-8",
    )
    change(folder / MEDIA, 'kpis = ["reach"', 'kpis = ["range"')
    change(folder / MEDIA, "goals = { awareness", "goals = { fame")
    kpis = (folder / KPIS).read_text(encoding="utf-8")
    (folder / KPIS).write_text(kpis.replace('["awareness"]', '["fame"]'), encoding="utf-8")
    change(folder / "mixes.toml", "awareness = {", "fame = {")
    change(folder / "planning.toml", '["boosted_posts"]', '["boosts"]')
    changed, shipped = load_catalogue(folder), load_catalogue(catalogue_dir())
    assert changed.activities == shipped.activities
    assert changed.kpis == shipped.kpis
    assert changed.parameters == shipped.parameters
    assert changed.renamed["range"] == "reach"


def test_an_id_cannot_be_given_by_its_old_and_its_new_name(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / RENAMED).write_text(
        '[renamed]\n"business.goals.fame" = "business.goals.awareness"\n', encoding="utf-8"
    )
    change(folder / MEDIA, "goals = { awareness", "goals = { fame = 0.1, awareness")
    [said] = complaints(folder)
    assert said == (
        f"{MEDIA} › linkedin_posts › goals.awareness: This stands for “awareness”, which is given"
        " already."
    )
