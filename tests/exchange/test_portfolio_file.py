"""Portfolios as files: with aliases no byte depends on a name, and no text is ever a formula."""

import csv
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from socialplanner.app.portfolio import aliases, portfolio_bytes
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.portfolio import Client, ClientHours
from socialplanner.errors import UserError
from tests.domain.builders import shipped_catalogue

CATALOGUE = shipped_catalogue()
DAY = date(2027, 3, 1)
SUFFIXES = (".csv", ".xlsx")
QUESTION = next(each.id for each in CATALOGUE.questionnaire if each.is_scored)
NASTY = ("=1+1", "@SUM(A1)", "<b>A & B</b>", "+49", "a\r\nb", "کافه سپیده‌دم", "_x0041_ =", '"', "-")


def client(number: int, name: str, level: float | None = 40.0) -> Client:
    """Return a client with a name."""
    return Client(
        id=f"{number:032x}",
        file=f"{name}-{number}.socialplan",
        name=name,
        tags=(f"tag of {name}",),
        scores=dict.fromkeys(CELLS, level),
        overall=dict.fromkeys(Mode, level),
        level=level,
        gap=None if level is None else 60 - level,
        levels={QUESTION: 0.0},
        hours=ClientHours(available=5.0, planned=4.5),
        next_review=date(2027, 3, 26),
    )


def cells(data: bytes, suffix: str) -> list[list[object]]:
    """Return the rows of a file."""
    if suffix == ".csv":
        return [list(row) for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))]
    sheet = load_workbook(BytesIO(data))["Clients"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def written(clients: list[Client], suffix: str, *, is_nameless: bool) -> bytes:
    return portfolio_bytes(CATALOGUE, clients, suffix, DAY, is_nameless=is_nameless)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), min_size=1, max_size=6),
    st.randoms(),
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_with_aliases_no_byte_depends_on_names_tags_file_names_or_their_order(
    suffix: str, pairs: list[tuple[str, str]], random: object
) -> None:
    ones = [client(n, one) for n, (one, _) in enumerate(pairs)]
    others = [client(n, other) for n, (_, other) in enumerate(pairs)]
    random.shuffle(others)  # type: ignore[attr-defined] # Hypothesis' own kind of random
    assert written(ones, suffix, is_nameless=True) == written(others, suffix, is_nameless=True)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_part_of_a_nameless_file_holds_a_name(suffix: str) -> None:
    data = written([client(n, "Zwetschgenwirt") for n in range(7)], suffix, is_nameless=True)
    parts = [data]
    if suffix == ".xlsx":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    assert all(b"zwetschgen" not in part.lower() for part in parts)
    assert (
        b"zwetschgen" in written([client(1, "Zwetschgenwirt")], ".csv", is_nameless=False).lower()
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NASTY)
def test_a_name_is_a_text_and_nothing_else(suffix: str, name: str) -> None:
    (_, row) = cells(written([client(1, name)], suffix, is_nameless=False), suffix)
    plain = name.replace("\r\n", "\n")
    assert str(row[0]).removeprefix("'") == plain
    if suffix == ".csv" and name[0] in "=@+-":
        assert str(row[0]).startswith("'")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_numbers_are_numbers_days_are_days_and_the_unknown_is_empty(suffix: str) -> None:
    clients = [client(1, "A", 43.0), client(2, "B", None)]
    head, one, other = cells(written(clients, suffix, is_nameless=False), suffix)
    assert len(head) == len(one) == 18
    assert float(str(one[1])) == 45
    assert float(str(one[14])) == 4.5
    assert str(one[17])[:10] == "2027-03-26"
    assert other[1] in ("", None)


def test_a_workbook_says_which_weak_points_are_common() -> None:
    data = written([client(n, "A") for n in range(5)], ".xlsx", is_nameless=True)
    rows = list(load_workbook(BytesIO(data))["Common weak points"].iter_rows(values_only=True))
    assert rows[-1] == (CATALOGUE.questionnaire.by_id[QUESTION].text, "5 of 5")


def test_the_same_clients_give_the_same_bytes() -> None:
    clients = [client(n, "A") for n in range(3)]
    for suffix in SUFFIXES:
        first = written(clients, suffix, is_nameless=False)
        assert first == written(clients, suffix, is_nameless=False)


@given(st.sets(st.integers(0, 10**9), min_size=1, max_size=60))
def test_every_client_has_an_alias_of_its_own_that_stays_with_its_id(numbers: set[int]) -> None:
    clients = [client(number, "A") for number in numbers]
    found = aliases(clients)
    assert len(set(found.values())) == len(clients)
    renamed = [replace(each, name="other", file="f") for each in clients]
    assert aliases(renamed) == found


def test_another_ending_is_refused() -> None:
    with pytest.raises(UserError, match=r"written as \.csv or \.xlsx"):
        written([client(1, "A")], ".doc", is_nameless=False)
