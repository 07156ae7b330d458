"""A person's text is shown as it was typed, whatever it looks like."""

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.blocks import Block
from socialplanner.report.characters import missing, normalise
from socialplanner.report.cover import Cover
from socialplanner.report.fonts import Font, face
from socialplanner.report.text import Emphasis, Text, plain, rich
from tests.report.reading import inside, printed, squeezed

HOSTILE = [
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/exploited')]]]\">x",
    "<font color=\"toColor(open('/etc/passwd').read())\">x</font>",
    '<font color="9**9**9">x</font>',
    "[" * 3000,
    '<font color="setColors(\'red\')">x</font><font color="describe(red)">y</font>',
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1/logo.png" width="9999" height="9999"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<img src="/usr/share/pixmaps/debian-logo.png"/>',
    '<a href="javascript:alert(1)">press</a> <a href="pdf:/etc/passwd">here</a>',
    '<a href="http://example.org">link</a>',
    "if cost < 5 and gain > 3",
    "<b>bold <i>both</b> open</i>",
    "use <CTRL> and <john@example.org>",
    '<para leftindent="-500">out</para> <font size="100000">huge</font>',
    "&lt;b&gt; &amp; &#65; &nbsp; &unknown;",
    "{page} / {pages} %s %(name)s {0.__class__}",
    '<onDraw name="system" label="x"/><unichar value="eval(\'1\')"/>',
    "\\( unbalanced ) ) ( BT /F1 12 Tf (stolen) Tj ET \\",
]
NAMES = [f"hostile{number}" for number in range(len(HOSTILE))]


def everywhere(text: str) -> list[Block]:
    """Put a text into every kind of block."""
    column = c.Column(title=text)
    return [
        plain(text, styles.BODY),
        rich([(text, Emphasis.BOLD), (text, Emphasis.ITALIC)], styles.LEAD),
        *c.section_head("1", text, text),
        c.heading(text),
        c.caption(text),
        *c.numbered([c.Point(head=text, body=text)]),
        *c.bullets([text]),
        c.key_figures([c.KeyFigure(figure=text, label=text, note=text)] * 3),
        c.table([column, column], [[text, text]]),
        c.with_margin([c.body(text)], [c.card(text, [c.note(text)])]),
        c.halves([c.body(text)], [c.note(text)]),
        c.copyable(text, text),
        c.note(text),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=NAMES)
def test_hostile_text_is_shown_literally_everywhere(
    text: str,
) -> None:
    cover = Cover(name=text, kicker=text, title=text, subtitle=text, details=[text])
    found = printed(
        *everywhere(text), name=text, title=text, author=text, subject=text, cover=cover
    )
    expected = squeezed(text)
    assert found.text.count(expected) >= 20
    for page in inside(found.data).pages:
        assert "/Annots" not in page
        assert not page.images


@pytest.mark.parametrize("text", HOSTILE[:4], ids=NAMES[:4])
def test_hostile_titles_stay_words_in_the_file_information(text: str) -> None:
    reader = inside(printed(c.body("x"), title=text, author=text).data)
    assert reader.metadata is not None
    assert reader.metadata.title == text
    assert reader.metadata.author == text


ANY_TEXT = st.text(max_size=200) | st.text(alphabet=sorted(map(chr, face(Font.SANS).characters)))


@given(text=ANY_TEXT, style=st.sampled_from([styles.BODY, styles.HEADLINE, styles.CELL_FIGURE]))
@settings(max_examples=60)
def test_any_text_is_set_and_every_letter_can_be_read_back(text: str, style: styles.Style) -> None:
    found = printed(plain(text, style)).text
    for letter in {one for one in normalise(text) if one.isalnum()}:
        assert letter in found or normalize("NFKC", letter) in normalize("NFKC", found)


@given(text=st.text(max_size=400), width=st.floats(min_value=1, max_value=600))
@settings(max_examples=150)
def test_breaking_into_lines_loses_no_character(text: str, width: float) -> None:
    block = plain(text, styles.BODY)
    lines = block.lines(width)
    shown = "".join(run.text for line in lines for run in line.runs)
    *paragraphs, last = normalise(text).split("\n")
    assert shown == "".join(f"{one} " for one in paragraphs if one) + last


@given(text=st.text(alphabet="ab -/\n", max_size=300), width=st.floats(min_value=20, max_value=200))
@settings(max_examples=150)
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in plain(text, styles.BODY).lines(width):
        assert line.width <= width + 0.02 or sum(len(run.text) for run in line.runs) == 1


def test_letters_of_many_languages_have_glyphs() -> None:
    text = "Łódź Ærøskøbing İzmir Ωμέγα Жизнь ńŵỹ «№ 5» – — “ ” € £ ₺ ₹ ½ × ÷ ≈ ≤ → ✓ −"
    assert not missing(text)


def test_characters_without_a_glyph_are_boxes_that_can_still_be_copied(
    caplog: pytest.LogCaptureFixture,
) -> None:
    found = printed(c.body("Bakery \N{CUNEIFORM SIGN A} \N{CHEROKEE LETTER A}"))
    for character in "\N{CUNEIFORM SIGN A}\N{CHEROKEE LETTER A}":
        assert character in found.text
    assert "U+12000" in caplog.text
    assert missing("a\N{CHEROKEE LETTER A}") == frozenset("\N{CHEROKEE LETTER A}")


def test_a_character_missing_in_the_serif_is_taken_from_the_sans() -> None:
    found = printed(plain("6 \N{RIGHTWARDS ARROW} 7 \N{BALLOT X}", styles.HEADLINE))
    assert "\N{RIGHTWARDS ARROW}7" in found.text


def test_line_ends_of_any_kind_begin_a_new_line() -> None:
    block = plain("a\nb\r\nc\rd\u2028e\x0bf\n\ng", styles.BODY)
    assert [line.runs[0].text if line.runs else "" for line in block.lines(300)] == [
        *"abcdef",
        "",
        "g",
    ]


def test_direction_marks_controls_and_halves_of_characters_are_dropped() -> None:
    assert normalise("a\u202eb\u2066c\x00d\ud800e\ufeff") == "abcde"
    assert normalise("e\u0301") == "é"


def test_parts_keep_their_words_together_over_a_change_of_emphasis() -> None:
    block: Text = rich([("Bold", Emphasis.BOLD), (", then plain", Emphasis.PLAIN)], styles.BODY)
    first = block.lines(35)[0]
    assert "".join(run.text for run in first.runs) == "Bold, "


def test_a_heading_is_broken_into_lines_of_even_length() -> None:
    words = "Six released hours a week close most of the gap between the present and the target"
    lines = plain(words, styles.HEADLINE).lines(416)
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_the_day_of_the_file_is_the_plans() -> None:
    reader = inside(printed(c.body("x"), day=date(2031, 2, 3)).data)
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2031, 2, 3)


ADDRESS = (
    "https://www.cafe-morgenlicht.example/winter/menu?utm_source=instagram&utm_medium=social"
    "&utm_campaign=ninety-days"
)


def lines_of(text: str, width: float) -> list[str]:
    lines = plain(text, styles.SMALL).lines(width)
    return ["".join(run.text for run in line.runs) for line in lines]


@pytest.mark.parametrize("width", range(160, 400, 7))
@pytest.mark.parametrize("before", ["", "Copy this: "], ids=["alone", "in a sentence"])
def test_an_address_is_broken_between_its_parts(before: str, width: int) -> None:
    lines = lines_of(before + ADDRESS, width)
    assert "".join(lines) == before + ADDRESS
    assert len(lines) > 1
    assert all(line[-1] in "/?&= " for line in lines[:-1])
    assert sum("cafe-morgenlicht.example" in line for line in lines) == 1


def test_an_address_that_a_line_can_hold_stays_whole() -> None:
    address = "https://cafe-morgenlicht.example/menu"
    assert lines_of(f"The menu stands at {address}", 190)[1] == address


def test_an_address_without_room_for_a_part_is_broken_anywhere() -> None:
    lines = lines_of("https://" + "w" * 60 + ".example/", 100)
    assert lines[0] == "https://"
    assert "".join(lines) == "https://" + "w" * 60 + ".example/"


@given(
    text=st.text(alphabet="aw/?&=:.- \u0301", max_size=300),
    width=st.floats(min_value=20, max_value=200),
)
@settings(max_examples=150)
def test_points_of_an_address_lose_no_character_and_no_width(text: str, width: float) -> None:
    lines = plain(text, styles.BODY).lines(width)
    shown = "".join(run.text for line in lines for run in line.runs)
    assert shown == normalise(text)
    assert all(line.width <= width + 0.02 or len(line.runs[0].text) <= 2 for line in lines)
