# ruff: noqa: RUF001 - letters of other scripts are meant
"""Names and notes in any script are set as their readers know them, and copy out as typed."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialplanner.presentation.scenes.shapes import Anchor, Colour, Label, Scene
from socialplanner.report import styles
from socialplanner.report.characters import missing, normalise, runs_of
from socialplanner.report.drawings import Figure
from socialplanner.report.fonts import Font
from socialplanner.report.text import MEASURE, Emphasis, capitals, one_line, plain, rich
from tests.report.reading import squeezed
from tests.report.sheets import (
    HAS_POPPLER,
    copied,
    copied_by_poppler,
    copied_by_pypdf,
    pen,
    sheet,
)

NOTE = (
    "برنامهٔ بازاریابی شما بر پنج بُعد استوار است: هدف، مخاطبان، محتوا، شبکه‌سازی و سنجش. "
    "در هفتهٔ ۱ حدود ۳ ساعت برای LinkedIn و 62% زمان برای شبکه‌های اجتماعی کنار بگذارید."
)
TYPED = [
    "برنامهٔ بازاریابی شما بر پنج بُعد استوار است",
    "در هفتهٔ ۱ حدود ۳ ساعت برای LinkedIn و 62% زمان",
    "هزینه‌ها را ثبت کنید؛ مثلاً ۱۲٬۵۰۰ تومان در سال ۲۰۲۶.",
    "(سلام) «خوب» [۱۲] نسبت ۳:۴ و 10–12 ساعت!",
    "می‌خواهم نمی‌دانم",
    "لا إله إلا الله",
    "مُقَهًى الصَّبَاحِ الجَمِيلِ",
    "کوردی: چاپەمەنی ڕۆژ، ڵاو",
    "اردو: قہوہ خانہ، ٹھیک ہے",
    "בית קפה בוקר טוב, רחוב הרצל 12, תל־אביב.",
    "שָׁלוֹם! 50% הנחה (רק היום)",
    "نشانی ما www.cafe-sobh.ir یا info@cafe.ir است",
    "با شمارهٔ +98 21 555 تماس بگیرید",
    "در Google Maps و Instagram Reels باشید",
    "کافه صبح is a café.",
    "Café کافه صبح تهران",
    "The firm کافه صبح in Tehran sells coffee",
    "We met גל and then קפה טוב on Monday, 3 times.",
    "A تهران",
    "Ελληνικό καφενείο «Το Πρωινό»",
    "Кофейня «Доброе утро», Ұлттық",
    "Quán cà phê Buổi Sáng Đẹp Trời",
    "Əli və Günəş, Łódź, Þórður, ŵŷ",
    "Croissants 🥐 and coffee ☕, please 🙂",
]
PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإؤئةك"


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("style", [styles.BODY, styles.HEADLINE], ids=["body", "headline"])
def test_what_was_typed_is_copied(text: str, style: styles.Style) -> None:
    assert not missing(text)
    found = copied(sheet(plain(text, style), width=540))
    assert " ".join(found) == normalise(text)


@pytest.mark.skipif(not HAS_POPPLER, reason="pdftotext is not installed")
@pytest.mark.parametrize(
    "text",
    ["می‌خواهم نمی‌دانم", "لا إله إلا الله", "مُقَهًى الصَّبَاحِ الجَمِيلِ", "בית קפה בוקר טוב", *TYPED[-5:-1]],
)
def test_another_program_copies_the_same_from_text_in_one_script(text: str, tmp_path: Path) -> None:
    found = copied_by_poppler(sheet(plain(text, styles.LEAD)), tmp_path)
    assert normalise(found).strip() == normalise(text)


@pytest.mark.parametrize("text", ["لا إله إلا الله", "مُقَهًى الصَّبَاحِ الجَمِيلِ", "کافه صبح تهران"])
def test_a_third_program_copies_the_same_from_text_in_one_script(text: str) -> None:
    found = copied_by_pypdf(sheet(plain(text, styles.LEAD)))
    assert normalise(found).strip() == normalise(text)


LETTERS = st.builds(str.__add__, st.sampled_from(PERSIAN), st.sampled_from(["", "", *"ًَُِّٔ\u200c"]))
WORDS = st.lists(
    st.lists(LETTERS, min_size=1, max_size=9).map("".join)
    | st.text("۰۱۲۳۴۵۶۷۸۹", min_size=1)
    | st.sampled_from(["و،", "است:", "(خوب)", "«صبح»", "۱۲٪", "3.5,", "۲۰۲۶."]),
    min_size=1,
    max_size=12,
)


@given(words=WORDS)
@settings(max_examples=60)
def test_any_persian_words_are_copied_letter_for_letter(words: list[str]) -> None:
    text = normalise(" ".join(words)).strip()
    assume(any(letter in PERSIAN for letter in text))
    found = "".join(copied(sheet(plain(text, styles.BODY))))
    assert squeezed(found) == squeezed(text)


LATIN = st.lists(
    st.sampled_from(["the", "Café", "sells", "in", "Łódź,", "and", "more"]), min_size=4
)
NAMES = st.sampled_from([PERSIAN, "אבגדהוזחט"]).flatmap(
    lambda letters: st.lists(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=4)
)


@given(before=LATIN, name=NAMES, after=LATIN)
@settings(max_examples=50)
def test_any_name_in_a_latin_sentence_is_copied_as_typed(
    before: list[str], name: list[str], after: list[str]
) -> None:
    text = normalise(" ".join([*before[:5], *name, *after[:5]]))
    assert copied(sheet(plain(text, styles.NOTE), width=540)) == [text]


MIXED = st.lists(
    st.sampled_from(["کافه", "صبح", "گل‌فروشی", "و", "۱۲", "Café", "Google", "www.cafe.ir", "3"]),
    min_size=1,
    max_size=12,
)


@given(words=MIXED)
@settings(max_examples=60)
def test_words_of_both_directions_are_copied_in_their_order(words: list[str]) -> None:
    text = " ".join(words)
    assert copied(sheet(plain(text, styles.CELL), width=540)) == [text]


HEBREW = st.lists(
    st.builds(
        str.__add__, st.sampled_from("אבגדהוזחטיכלמנסעפצקרשת"), st.sampled_from(["", "ִ", "ָ", "ֹ"])
    )
    | st.sampled_from([*" ־,.!?()", *"0123456789"])
).map("".join)


@given(text=HEBREW)
@settings(max_examples=50)
def test_any_hebrew_text_is_copied_letter_for_letter(text: str) -> None:
    text = normalise("ש" + text).strip()
    found = "".join(copied(sheet(plain(text, styles.BODY))))
    assert squeezed(found) == squeezed(text)


@given(text=st.text(alphabet="ab کل לא ۱2 ()%،\u200cُ🙂東", max_size=120), width=st.floats(20, 300))
@settings(max_examples=150)
def test_lines_of_any_scripts_lose_nothing_and_fit(text: str, width: float) -> None:
    lines = plain(text, styles.BODY).lines(width)
    shown = "".join(run.text for line in lines for run in line.runs)
    assert shown == normalise(text)
    for line in lines:
        assert line.width <= width + 0.05 or sum(len(run.text) for run in line.runs) <= 3


def test_a_note_that_runs_to_the_left_is_broken_as_typed_and_stands_on_the_right() -> None:
    lines = plain(NOTE, styles.BODY).lines(240)
    typed = ["".join(run.text for run in line.runs) for line in lines]
    assert len(lines) > 2
    assert "".join(typed) == NOTE
    assert all(line.leftward for line in lines)
    left = [places_of_ink(sheet(plain(NOTE, styles.BODY), width=240))]
    assert max(right for _, right in left) == pytest.approx(48 + 240, abs=1)


def places_of_ink(data: bytes) -> tuple[float, float]:
    document = pypdfium2.PdfDocument(data)
    boxes = [found.get_bounds() for found in document[0].get_objects()]
    document.close()
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_a_name_on_one_line_stands_where_its_neighbours_do() -> None:
    cell = sheet(plain("کافه صبح", styles.CELL), width=240)
    assert places_of_ink(cell)[0] == pytest.approx(48, abs=1)
    note = sheet(plain("کافه صبح", styles.BODY), width=240)
    assert places_of_ink(note)[1] == pytest.approx(48 + 240, abs=1)


def test_spaces_at_the_end_of_a_line_to_the_left_do_not_move_it() -> None:
    with_space = places_of_ink(sheet(plain("سلام ", styles.BODY)))
    assert with_space[1] == pytest.approx(48 + 372, abs=1)


def test_what_parts_letters_is_kept_where_letters_join_and_nowhere_else() -> None:
    assert normalise("می\u200cخواهم") == "می\u200cخواهم"
    assert normalise("ه\u200d") == "ه\u200d"
    assert normalise("a\u200cb \u200c \u200d") == "ab  "
    assert normalise("می\u200c\u200cخواهم") == "می\u200cخواهم"
    assert normalise("abc\u200e\u200f") == "abc"
    assert normalise("C++\u200e سلام") == "C++\u200e سلام"
    assert normalise("سلام\u202eabc\u2066") == "سلامabc"


def test_a_mark_of_direction_is_obeyed_and_never_seen() -> None:
    with_mark = runs_of("سلام C++\u200e", Font.SANS)
    assert all(run.shown for run in with_mark)
    assert not missing("سلام \u200f\u200e\u061cabc")


def test_letters_join_and_marks_sit_on_their_letters() -> None:
    apart = sum(width_of(letter) for letter in "سلام")
    assert width_of("سلام") < 0.8 * apart
    assert width_of("بُعد") == pytest.approx(width_of("بعد"))
    assert width_of("می\u200cخواهم") > width_of("میخواهم")


def width_of(text: str) -> float:
    return sum(run.face.width(run.text, 10) for run in runs_of(text, Font.SANS))


def test_a_line_of_one_script_is_in_one_font() -> None:
    runs = runs_of("سلام، (۱۲) 62% «خوب»!", Font.SERIF)
    assert {run.face.name for run in runs} == {"Vazirmatn-Regular"}
    assert runs_of("צהריים 3", Font.SERIF_SEMI)[0].face.name == "NotoSansHebrew-SemiBold"
    latin = {run.face.name for run in runs_of("سلام (Social Media 3) خوب", Font.SANS)}
    assert latin == {"Vazirmatn-Regular", "Inter-Regular"}


def test_emphasis_within_a_sentence_changes_the_weight_and_not_the_order() -> None:
    text = rich([("هدف: ", Emphasis.BOLD), ("شبکه‌سازی (3)", Emphasis.PLAIN)], styles.BODY)
    assert [run.face.name for run in text.paragraphs[0]][:2] == [
        "Vazirmatn-SemiBold",
        "Vazirmatn-Regular",
    ]
    assert copied(sheet(text)) == ["هدف: شبکه‌سازی (3)"]


def test_spaced_capitals_leave_letters_joined() -> None:
    spaced = capitals("made for کافه صبح", styles.SECTION_LABEL)
    assert copied(sheet(spaced)) == ["MADE FOR کافه صبح"]
    runs = spaced.lines(400)[0]
    joined = sum(run.face.width(run.text, 7) for run in runs.runs)
    assert runs.width == pytest.approx(joined + 9 * styles.SECTION_LABEL.tracking)


@given(room=st.floats(min_value=12, max_value=400))
@settings(max_examples=40)
def test_a_line_that_is_too_long_ends_with_an_ellipsis_where_its_reading_ends(room: float) -> None:
    line = one_line(NOTE, styles.SMALL, room)
    text = "".join(run.text for run in line.runs)
    assert line.width <= room + 0.01 or text == "…"
    assert text.endswith("…")
    assert NOTE.startswith(text[:-1])
    assert line.leftward or text == "…"


def test_a_chart_label_is_measured_as_it_is_drawn() -> None:
    label = Label(
        x=100, y=20, text="کافه صبح 3", size=9, colour=Colour.INK, anchor=Anchor.END, bold=False
    )
    figure = Figure(scene=Scene(width=200, height=40, shapes=(label,), title="A", rows=()))
    left, right = places_of_ink(sheet(figure))
    assert right == pytest.approx(148, abs=1)
    assert right - left == pytest.approx(MEASURE(label.text, 9, False), abs=1.5)  # noqa: FBT003


def test_a_character_that_no_font_shows_is_a_box_with_its_number_and_is_reported() -> None:
    drawn = pen()
    block = plain("A \N{CUNEIFORM SIGN A}", styles.BODY)
    block.draw(drawn, 48, 60, 400)
    drawn.next_page()
    data = drawn.finish()
    assert drawn.unshown == {"\N{CUNEIFORM SIGN A}"}
    assert copied(data) == ["A \N{CUNEIFORM SIGN A}"]
    assert dots(data) > dots(sheet(plain("A □", styles.BODY))) + 20


def dots(data: bytes) -> int:
    contents = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().count(b" re")


PROGRAM = """
import sys
from hashlib import sha256
from tests.report.sheets import sheet
from socialplanner.report import styles
from socialplanner.report.text import plain
for text in sys.argv[1:]:
    data = sheet(plain(text, styles.BODY))
print(sha256(data).hexdigest())
"""


def test_the_same_text_gives_the_same_bytes_whatever_was_set_before() -> None:
    last = "شبکه‌سازی بُعد لا إله הַבּוֹקֶר"
    alone, after = (
        subprocess.run(
            [sys.executable, "-c", PROGRAM, *before, last], check=True, capture_output=True
        ).stdout
        for before in ([], ["الصَّبَاحِ گلاب بُعد", "שָׁלוֹם"])
    )
    assert alone == after


def test_a_plan_in_latin_letters_never_loads_the_shaper() -> None:
    program = (
        "import sys; from tests.report.sheets import sheet;"
        "from socialplanner.report import styles;"
        "from socialplanner.report.text import plain;"
        "sheet(plain('Café – 3 “days”, Ωμέγα, Жизнь 🙂', styles.BODY));"
        "assert not sys.modules.get('uharfbuzz');"
        "sheet(plain('سلام', styles.BODY));"
        "assert sys.modules.get('uharfbuzz')"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
