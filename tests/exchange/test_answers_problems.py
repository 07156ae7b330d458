"""What is refused in an answers file, and in which words."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest

from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import InputError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers

Complaints = Callable[..., list[str]]
Read = Callable[..., AnswersFile]

BUSINESS = "answers/business"


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("extra", 1, "extra: There is no such table. Allowed: profile, answers, choices."),
        ("style", {}, "style: Answers stand one step deeper: write [answers.style]."),
        ("profile", [], "profile: This must be a table, not a list."),
        ("answers/style", 3, "answers › style: This must be a table, not 3."),
        ("choices", "none", "choices: This must be a table, not “none”."),
        (
            "profile/nmae",
            "x",
            (
                "profile › nmae: There is no such key. Did you mean “name”? Allowed: "
                "name, currency, language, prepared_by, prepared_for, website, date."
            ),
        ),
        (
            "answers/stile",
            {},
            (
                "answers › stile: There is no such section. Did you mean “style”? Allowed: "
                "business, style, goals, content, effort, roi, hours."
            ),
        ),
        (
            "answers/hours/makin",
            1,
            (
                "hours.makin: There is no such question. Did you mean “making”? Allowed: making, "
                "publishing, advertising, reporting, listening, replying, joining, meeting, "
                "following_up."
            ),
        ),
        (
            "choices/pined",
            [],
            (
                "choices › pined: There is no such key. Did you mean “pinned”? "
                "Allowed: pinned, declined, earlier_plan, keeps_earlier."
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value else None,
)
def test_tables_and_keys_that_nobody_knows_are_refused(
    complaints: Complaints, path: str, value: object, complaint: str
) -> None:
    assert complaint in complaints({path: value})


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("style/replying", True, "This must be a level from 0 to 4, not true."),
        ("style/replying", "often", "This must be a level from 0 to 4, not “often”."),
        ("style/replying", 2.5, "A level is a whole number from 0 to 4, not 2.5."),
        ("style/replying", 5, "A level is a whole number from 0 to 4, not 5."),
        ("style/replying", -1, "A level is a whole number from 0 to 4, not -1."),
        ("style/replying", math.nan, "A level is a whole number from 0 to 4, not nan."),
        ("hours/making", "2", "This must be a number, not “2”."),
        ("hours/making", False, "This must be a number, not false."),
        ("hours/making", math.nan, "This must be a number from 0 to 80, not nan."),
        ("hours/making", math.inf, "This must be a number from 0 to 80, not inf."),
        ("hours/making", -0.5, "This must be a number from 0 to 80, not -0.5."),
        ("business/hours_per_week", 0.5, "This must be a number from 1 to 80, not 0.5."),
        ("business/margin_percent", 101, "This must be a number from 0 to 100, not 101."),
        (
            "business/order_value",
            10**70,
            "This must be 0 or more, and at most 1,000,000,000,000, not a very long number.",
        ),
        ("business/order_value", 1e-9, "This must be 0 or at least 0.000001, not 1e-09."),
        (
            "business/order_value",
            -5,
            "This must be 0 or more, and at most 1,000,000,000,000, not -5.",
        ),
    ],
)
def test_levels_and_numbers_must_be_of_their_kind_and_range(
    complaints: Complaints, path: str, value: object, complaint: str
) -> None:
    assert complaints({f"answers/{path}": value}) == [f"{path.replace('/', '.')}: {complaint}"]


def test_an_unknown_option_is_refused_with_what_was_perhaps_meant(complaints: Complaints) -> None:
    (complaint,) = complaints({f"{BUSINESS}/stage": "stedy"})
    assert complaint == (
        "business.stage: “stedy” is not possible here. Did you mean “steady”? "
        "Allowed: pre_sale, young, growing, steady."
    )


def test_the_words_of_an_option_lead_to_its_id(
    complaints: Complaints, catalogue: Catalogue
) -> None:
    words = catalogue.questionnaire.by_id["business.kind"].options[4].text
    (complaint,) = complaints({f"{BUSINESS}/kind": words})
    assert "Did you mean “ecommerce”?" in complaint


def test_an_option_must_stand_in_quotes(complaints: Complaints) -> None:
    assert complaints({f"{BUSINESS}/repeat_buyers": 0}) == [
        (
            "business.repeat_buyers: This must be an id in quotes, not 0. "
            "Allowed: 0, 1_2, 3_4, 5_6, 7_8, 9_10."
        )
    ]


def test_a_choice_of_several_must_be_a_list(complaints: Complaints) -> None:
    assert complaints({"answers/content/formats": "picture"}) == [
        'content.formats: This must be a list, for example ["text"], not “picture”.'
    ]


def test_every_wrong_entry_of_a_list_is_refused(complaints: Complaints) -> None:
    found = complaints({f"{BUSINESS}/platforms": ["linkdin", 3, "instagram", "instagram"]})
    assert [complaint.partition(".")[2][:45] for complaint in found] == [
        "platforms: “linkdin” is not possible here. Di",
        "platforms: This must be an id in quotes, not ",
        "platforms: “instagram” is given 2 times; once",
    ]


def test_no_tool_cannot_stand_beside_a_tool(complaints: Complaints) -> None:
    assert complaints({f"{BUSINESS}/tools": ["none", "crm"]}) == [
        "business.tools: “none” cannot stand beside others; leave out one or the other."
    ]


def test_an_aim_is_ranked_once(complaints: Complaints) -> None:
    assert complaints({f"{BUSINESS}/goals": ["sales", "leads", "sales"]}) == [
        "business.goals: “sales” is given 2 times; once is enough."
    ]


@pytest.mark.parametrize("goals", [[], ["sales", "leads", "loyalty", "insight", "awareness"]])
def test_one_to_four_aims_are_ranked(complaints: Complaints, goals: list[str]) -> None:
    assert complaints({f"{BUSINESS}/goals": goals}) == [
        f"business.goals: Rank 1 to 4 of these, the most important first; {len(goals)} given."
    ]


def test_every_wrong_part_of_a_table_is_refused(complaints: Complaints) -> None:
    rows = [
        {"name": "A", "hours": -1, "strength": "talk"},
        {"name": 1, "hours": 1, "strength": "both", "wage": 3},
        {"name": "C", "hours": 1},
        4,
    ]
    assert complaints({f"{BUSINESS}/people": rows}) == [
        (
            "business.people › row 1 › hours: This must be 0 or more, and at most "
            "1,000,000,000,000, not -1."
        ),
        (
            "business.people › row 1 › strength: “talk” is not possible here. "
            "Did you mean “talking”? Allowed: talking, making, both."
        ),
        "business.people › row 2 › wage: There is no such key. Allowed: name, hours, strength.",
        "business.people › row 2 › name: This must be a text in quotes, not 1.",
        "business.people › row 3 › strength: This is missing in the row.",
        "business.people › row 4: This must be a table, not 4.",
    ]


def test_a_table_must_be_a_list_of_rows(complaints: Complaints) -> None:
    (complaint,) = complaints({f"{BUSINESS}/people": {"name": "A"}})
    assert complaint == (
        "business.people: This must be a list, for example "
        '[{ name = "…", hours = 2, strength = "…" }], not a table.'
    )


@pytest.mark.parametrize(
    "name",
    [
        "kind",
        "stage",
        "goals",
        "hours_per_week",
        "platforms",
        "audience",
        "sales_cycle",
        "patience",
    ],
)
def test_each_required_answer_is_missed(
    complaints: Complaints, left_out: object, name: str
) -> None:
    (complaint,) = complaints({f"{BUSINESS}/{name}": left_out})
    assert complaint.startswith(f"business.{name}: This answer is missing: ")


@pytest.mark.parametrize("said", ["unknown", "not_applicable"])
@pytest.mark.parametrize("name", ["kind", "goals", "hours_per_week", "platforms", "patience"])
def test_without_an_essential_answer_there_is_no_plan(
    complaints: Complaints, name: str, said: str
) -> None:
    (complaint,) = complaints({f"{BUSINESS}/{name}": said})
    assert complaint.startswith(f"business.{name}: Without an answer there is no plan: ")


@pytest.mark.parametrize("name", ["stage", "audience", "sales_cycle"])
def test_required_answers_that_only_sharpen_may_be_unknown(read: Read, name: str) -> None:
    assert f"business.{name}" in read({f"{BUSINESS}/{name}": "unknown"}).answers


def test_a_file_without_answers_misses_all_required_ones(
    complaints: Complaints, left_out: object
) -> None:
    assert len(complaints({"answers": left_out})) == 8


def test_an_answer_under_its_old_and_its_new_name_is_refused(catalogue: Catalogue) -> None:
    older = replace(catalogue, renamed={"style.answering": "style.replying", "old": "newsletter"})
    text = (
        "[answers.style]\nanswering = 1\nreplying = 2\n"
        "[choices]\nearlier_plan = { old = 1, newsletter = 2 }"
    )
    with pytest.raises(InputError) as caught:
        parse_answers(older, text.encode(), "firm.toml")
    found = [str(problem) for problem in caught.value.problems]
    whole = "\n".join(found)
    assert "firm.toml, line 3 › style.replying: “style.replying” is answered twice, " in whole
    assert "“newsletter” stands here twice, once under an older name." in whole


def test_all_problems_are_found_at_once_each_with_its_line(catalogue: Catalogue) -> None:
    text = """\
[profile]
nam = "Bakery"

[answers.business]
kind = "bakery"
people = [
  { name = "A", hours = "2", strength = "both" },
]

[answers.'style']
"replying" = 9

[choices]
pinned = ["x"]
"""
    with pytest.raises(InputError, match=r"^firm\.toml cannot be used: 13 things are wrong\.$") as (
        caught
    ):
        parse_answers(catalogue, text.encode(), "firm.toml")
    places = [str(problem).partition(":")[0] for problem in caught.value.problems]
    assert places[:2] == [
        "firm.toml, line 1 › profile › name",
        "firm.toml, line 2 › profile › nam",
    ]
    assert "firm.toml, line 5 › business.kind" in places
    assert "firm.toml, line 6 › business.people › row 1 › hours" in places
    assert "firm.toml, line 11 › style.replying" in places
    assert "firm.toml, line 4 › business.patience" in places
    assert "firm.toml, line 14 › choices › pinned" in places


def test_names_and_values_from_a_file_are_shown_in_one_short_line(complaints: Complaints) -> None:
    (complaint,) = complaints({f"answers/style/a\nb\x1b{'x' * 200}": 1})
    assert "\n" not in complaint
    (complaint,) = complaints({"answers/style/replying": "line\nline\x1b" + "y" * 10_000})
    assert complaint.isprintable()
    assert len(complaint) < 150
