"""Words for office files: nothing that XML forbids, and each piece of one direction."""

from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.report.office_text import (
    clean,
    is_to_left,
    paragraphs_of,
    pieces,
    without_orphan,
)
from tests.report.office import visible

TEXTS = (
    st.text(st.characters(codec=None) | st.sampled_from("\x00\x0b\ufffe\ud800\u202eبن(1) "))
    | st.text()
)


@given(TEXTS)
def test_a_cleaned_text_is_clean_can_stand_in_xml_and_loses_nothing_that_is_seen(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    tree = ET.Element("text")
    tree.text = once
    assert ET.fromstring(ET.tostring(tree, "utf-8")).text == (once or None)  # noqa: S314 - our own
    assert visible(once) == visible(text)


@given(TEXTS)
def test_pieces_are_the_text_and_neighbours_differ_in_direction(text: str) -> None:
    found = pieces(text)
    assert "".join(piece for piece, _ in found) == text
    directions = [to_left for _, to_left in found]
    assert all(one is not other for one, other in pairwise(directions))


@given(TEXTS)
def test_paragraphs_hold_every_line_that_says_something(text: str) -> None:
    found = paragraphs_of(text)
    assert visible("".join(found)) == visible(text)
    assert len(found) == 1 or all(one.strip() for one in found)


def test_what_has_no_direction_goes_with_its_neighbours_or_with_the_whole() -> None:
    assert pieces("سلام (Hello) ۱۲") == (("سلام (", True), ("Hello", False), (") ۱۲", True))
    assert pieces("Say سلام, please") == (("Say ", False), ("سلام", True), (", please", False))
    assert pieces("") == ()


def test_the_first_letter_decides_how_a_paragraph_runs() -> None:
    assert is_to_left("۱۲ «سلام» and more")
    assert not is_to_left("1 (Hello) سلام")
    assert not is_to_left("12 –")


def test_lines_of_one_paragraph_stay_together_until_a_blank_one_or_another_direction() -> None:
    found = ("one\ntwo", "three", "شب", "four")
    assert paragraphs_of("one\ntwo\n \nthree\nشب\nfour\n") == found


def test_joiners_that_letters_need_are_kept() -> None:
    text = "شب\u200cپر \U0001f469\u200d\U0001f4bb"
    assert clean(text) == text


def test_the_last_two_words_of_a_headline_stay_together() -> None:
    assert without_orphan("Both are quiet so far") == "Both are quiet so\u00a0far"
    assert without_orphan("So far") == "So far"
