"""JSON is read only where it means one thing, and written in one way only."""

import json
from math import inf, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialplanner.errors import InputError, Problem
from socialplanner.exchange.strict_json import (
    DEEPEST,
    LARGEST_JSON,
    MOST_TABLES,
    canonical_json,
    parse_json,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


def complaint(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        parse_json(data, "file")
    [problem] = caught.value.problems
    assert problem.message.endswith((".", "?"))
    return problem.message


@given(value=VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    written = canonical_json(value)
    assert parse_json(written, "file") == value
    assert canonical_json(parse_json(written, "file")) == written


@given(value=VALUES)
def test_json_of_any_layout_means_the_same(value: object) -> None:
    assert parse_json(json.dumps(value, indent=2).encode(), "file") == value


@given(table=st.dictionaries(TEXTS, TEXTS))
def test_equal_tables_are_written_alike_whatever_their_order(table: dict[str, str]) -> None:
    turned = dict(reversed(table.items()))
    assert canonical_json(turned) == canonical_json(table)


def test_written_json_is_one_line_in_utf_8_with_sorted_keys() -> None:
    assert canonical_json({"b": [1.5, None], "a": "é"}) == '{"a":"é","b":[1.5,null]}\n'.encode()


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json(value)


REFUSED = [
    (b"", "not valid JSON"),
    (b"\xff", "not UTF-8 text (byte 1)"),
    ("é".encode("utf-16"), "not UTF-8"),
    (b"\xef\xbb\xbf{}", "not valid JSON"),
    (b"NaN", "NaN is no number"),
    (b"[Infinity]", "Infinity is no number"),
    (b'{"a": -Infinity}', "-Infinity is no number"),
    (b"1e999", "too large to be reckoned with"),
    (b"-1e999", "too large to be reckoned with"),
    (b"9" * 5_000, "too long to be kept"),
    (b"9223372036854775808", "too long to be kept"),
    (b"-9223372036854775808", "too long to be kept"),
    (b'{"a": 1, "a": 1}', "“a” stands twice in the same table"),
    (b'{"b": {"a": 1, "\\u0061": 1}}', "“a” stands twice in the same table"),
    (rb'"\ud800"', "half of a character"),
    (rb'{"\udc00": 1}', "half of a character"),
    (rb'["\udc00\ud800"]', "half of a character"),
    (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "more than 32 levels deep"),
    (b"[" * 1_000_000, "more than 32 levels deep"),
    (b'{"a":' * 100_000, "more than 32 levels deep"),
    (b"[" + b"[]," * MOST_TABLES + b"[]]", "more than 1,000,000 tables"),
    (b" " * (LARGEST_JSON + 1), "larger than 20,000,000 bytes"),
    (b'"a\nb"', "not valid JSON"),
    (b'"\x00"', "not valid JSON"),
    (b"{} {}", "not valid JSON"),
    (b"'a'", "not valid JSON"),
    (b'"' + rb"\"" * 5_000_000, "not valid JSON"),
]


@pytest.mark.parametrize("case", range(len(REFUSED)))
def test_what_means_nothing_or_would_do_harm_is_refused(case: int) -> None:
    data, reason = REFUSED[case]
    assert reason in complaint(data)


ACCEPTED: list[tuple[bytes, object]] = [
    (b"9223372036854775807", 2**63 - 1),
    (rb'"\ud83d\ude00"', "😀"),
    (rb'"\\ud800"', "\\ud800"),
    (b'"' + b"[" * 1_000 + b'"', "[" * 1_000),
    (rb'"\"[[[\\"', '"[[[\\'),
    (b"[" * DEEPEST + b"]" * DEEPEST, json.loads("[" * DEEPEST + "]" * DEEPEST)),
    (b"1e-999", 0.0),
]


@pytest.mark.parametrize("case", range(len(ACCEPTED)))
def test_what_only_looks_harmful_is_read(case: int) -> None:
    data, value = ACCEPTED[case]
    assert parse_json(data, "file") == value


@given(data=st.binary() | st.text().map(lambda text: text.encode(errors="surrogatepass")))
@example(data=b'"\\')
@example(data=b'"' * 10_001)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        parse_json(data, "file")
    except InputError as refusal:
        problems = refusal.problems
    assert all(str(problem).isprintable() for problem in problems)
