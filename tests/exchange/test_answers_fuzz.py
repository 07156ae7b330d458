"""Whatever a file holds, it is read or refused in sentences."""

import json
import tomllib
from math import inf, isfinite

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialplanner import paths
from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import InputError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers

SAMPLE = (paths.samples_dir() / "cafe.toml").read_text(encoding="utf-8")
CONTENT = tomllib.loads(SAMPLE)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["unknown", "not_applicable", "none", "reply_desk", "2027-01-31"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def judge(catalogue: Catalogue, data: bytes, name: str = "firm.toml") -> AnswersFile | None:
    """Return what the bytes say, or None when they were refused in whole sentences."""
    try:
        return parse_answers(catalogue, data, name)
    except InputError as refusal:
        problems = refusal.problems
    assert problems
    assert all(problem.message.endswith((".", "?")) for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)
    return None


@given(data=st.binary())
@example(data=b"\xff")
@example(data=b"\xef\xbb\xbf")
@example(data=b"a = " + b"9" * 10_000)
@example(data=b"a." * 100_000 + b"a = 1")
@example(data=b"a = " + b"[" * 100_000)
@example(data=b"a = " + b"{a = " * 100_000)
@example(data=b"{" + b'"a": {' * 100_000)
@example(data=b'{"a": ' + b"9" * 10_000 + b"}")
def test_any_bytes_are_read_or_refused(catalogue: Catalogue, data: bytes) -> None:
    assert judge(catalogue, data) is None


def test_a_huge_file_is_refused_unread(catalogue: Catalogue) -> None:
    with pytest.raises(InputError) as caught:
        parse_answers(catalogue, b"#" * 2_000_001, "firm.toml")
    assert "larger than 2,000,000 bytes" in caught.value.problems[0].message


@given(
    start=st.integers(0, len(SAMPLE)),
    length=st.integers(0, 40),
    text=st.text(max_size=20)
    | st.sampled_from(["\n[[profile]]\n", " = {", "[", "]", '"""', "nan"]),
)
def test_a_sample_with_something_overwritten_is_read_or_refused(
    catalogue: Catalogue, start: int, length: int, text: str
) -> None:
    changed = SAMPLE[:start] + text + SAMPLE[start + length :]
    judge(catalogue, changed.encode(errors="surrogatepass"))


@st.composite
def altered_samples(draw: st.DrawFn) -> bytes:
    """Draw a sample in which some values, at any depth, were replaced by anything."""
    content = json.loads(json.dumps(CONTENT))
    for _ in range(draw(st.integers(1, 4))):
        table = content
        while True:
            key = draw(st.sampled_from(sorted(table)))
            if table[key] and isinstance(table[key], dict) and draw(st.booleans()):
                table = table[key]
                continue
            table[key] = draw(ANYTHING)
            break
        if not all(isinstance(value, dict) and value for value in content.values()):
            break
    return json.dumps(content).encode()


@settings(max_examples=300)
@given(data=altered_samples())
def test_a_sample_with_anything_in_it_is_read_or_refused(catalogue: Catalogue, data: bytes) -> None:
    file = judge(catalogue, data, "firm.json")
    for answer in file.answers.values() if file else ():
        if isinstance(answer, float):
            assert isfinite(answer)
        else:
            assert isinstance(answer, str | tuple | NoAnswer)


@given(value=st.floats() | st.integers() | st.booleans())
@example(value=inf)
@example(value=5e-324)
def test_a_number_that_is_accepted_can_be_reckoned_with(catalogue: Catalogue, value: float) -> None:
    content = json.loads(json.dumps(CONTENT))
    content["answers"]["business"]["order_value"] = value
    file = judge(catalogue, json.dumps(content).encode(), "firm.json")
    if file is not None:
        said = file.answers["business.order_value"]
        assert isinstance(said, float)
        assert said == 0 or 1e-6 <= said <= 1e12
