"""Names of files are taken by every system and tell all clients of a batch apart."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.app.plan_names import marks, plan_name, plan_stem, safe_folder, safe_words

DAY = date(2026, 11, 23)
HARD = st.one_of(
    st.text(max_size=400),
    st.sampled_from(
        ["con", "CON.tact", "nul", "a/b", "..", ".", "", "x" * 300, "🙂" * 90, "نان تازه", "-rf"]
    ),
    st.text(st.sampled_from("Aa.. /İıßẞ"), max_size=6),
)


def as_a_system_sees(name: str) -> str:
    """Return a name as the least discerning of three systems compares it."""
    return unicodedata.normalize("NFC", name.casefold())


def is_taken_by_windows(name: str) -> bool:
    """Tell whether Windows takes a name of a file or folder, by its published rules."""
    devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    devices |= {f"{each}{n}" for each in ("COM", "LPT") for n in "123456789¹²³"}
    is_device = name.split(".", maxsplit=1)[0].strip().upper() in devices
    has_forbidden = any(each in '<>:"/\\|?*' or ord(each) < 32 for each in name)
    return bool(name) and not is_device and not has_forbidden and name[-1] not in ". "


@given(HARD, st.sampled_from(["", "3f9a1c20de"]))
def test_a_name_of_a_file_is_taken_by_windows_and_fits_into_every_file_system(
    name: str, mark: str
) -> None:
    made = f"{plan_stem(name, DAY, mark)}.docx"
    assert is_taken_by_windows(made)
    assert len(made.encode()) <= 255
    assert not made.startswith(".")
    assert is_taken_by_windows(safe_folder(name))


@given(st.lists(HARD, max_size=8))
def test_clients_of_any_names_have_files_that_no_system_takes_for_one_another(
    names: list[str],
) -> None:
    clients = [(name, f"id{number}") for number, name in enumerate(names)]
    stems = [plan_stem(name, DAY, mark) for name, mark in zip(names, marks(clients), strict=True)]
    assert len(set(map(as_a_system_sees, stems))) == len(names)


@given(st.lists(HARD, max_size=8), st.randoms(use_true_random=False))
def test_what_tells_a_client_apart_does_not_depend_on_the_order(
    names: list[str], chance: object
) -> None:
    clients = [(name, f"id{number}") for number, name in enumerate(names)]
    found = dict(zip(clients, marks(clients), strict=True))
    shuffled = list(clients)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis gives a random.Random
    assert dict(zip(shuffled, marks(shuffled), strict=True)) == found


def test_a_client_called_as_another_with_its_id_gets_a_name_of_its_own() -> None:
    clients = [("Bakery", "a1"), ("bakery", "b2"), ("Bakery a1", "c3")]
    stems = [
        plan_stem(name, DAY, mark) for (name, _), mark in zip(clients, marks(clients), strict=True)
    ]
    assert len({stem.casefold() for stem in stems}) == 3


def test_names_that_only_punctuation_tells_apart_are_told_apart_by_the_id() -> None:
    clients = [("Corner & Bakery", "a1"), ("Corner-Bakery", "b2"), ("Harbour", "c3")]
    assert marks(clients) == ("a1", "b2", "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Café Morgenlicht", "Café Morgenlicht – plan 2026-11-23.pdf"),
        ("نان تازه", "نان تازه – plan 2026-11-23.pdf"),
        ("a/b\\c", "a b c – plan 2026-11-23.pdf"),
        ("con.tact", "con tact – plan 2026-11-23.pdf"),
        ("...", "plan 2026-11-23.pdf"),
    ],
)
def test_a_name_stays_readable(name: str, expected: str) -> None:
    assert plan_name(name, DAY) == expected


def test_words_of_a_name_never_end_in_what_windows_drops() -> None:
    assert safe_words("Bakery. ") == "Bakery"
