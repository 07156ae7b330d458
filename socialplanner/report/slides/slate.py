"""A slide being written: words that fit their place, pictures, and notes for the speaker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.report.office_file import DECORATIVE, locale_of
from socialplanner.report.office_fit import PITCH, TITLE, Face, fitting_size, height_of, shortened
from socialplanner.report.office_plan import OfficePlan, logo_png
from socialplanner.report.office_text import clean, is_to_left, one_line, without_orphan
from socialplanner.report.picture import scene_png, scene_size
from socialplanner.report.slides.master import FOOTER, HEADLINE, LABEL, MARGIN, PAGE, WIDTH
from socialplanner.report.slides.places import Box, Type

_ON_ONE_LINE: Final = (28.0, 26.0, 24.0)
_TITLES: Final = (28.0, 24.0, 20.0, 17.0)
_SHRINKS: Final = (1.0, 0.92, 0.85, 0.78, 0.72)
_NOTE: Final = Type(size=10, colour="folHlink")
_NOTE_BOX: Final = Box(left=MARGIN, top=470, width=WIDTH - 2 * MARGIN, height=30)
_MARK: Final = Type(size=9, colour="accent6", is_bold=True, side="r", tracking=1)
_MARK_BOX: Final = Box(left=600, top=FOOTER.box.top, width=240, height=14)
_BELOW_TITLE: Final = 20.0
_LOW: Final = 464.0
_FOOT_SIZE: Final = 10.0
_ONE_LINE: Final = 13.0
_LOGO: Final = Box(left=WIDTH - MARGIN - 120, top=14, width=120, height=22)


COLOURS: Final = {
    "tx1": MSO_THEME_COLOR.TEXT_1,
    "bg1": MSO_THEME_COLOR.BACKGROUND_1,
    "tx2": MSO_THEME_COLOR.TEXT_2,
    "accent2": MSO_THEME_COLOR.ACCENT_2,
    "accent6": MSO_THEME_COLOR.ACCENT_6,
    "folHlink": MSO_THEME_COLOR.FOLLOWED_HYPERLINK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph on a slide: how it looks, and the space below it in points."""

    text: str
    look: Type
    after: float = 0.0
    strong: str = ""
    """What stands in bold before the text."""


class Slate:
    """One slide."""

    def __init__(self, presentation: Presentation, plan: OfficePlan, layout: int = 1) -> None:
        """Begin a slide of a layout."""
        self._plan = plan
        self._language = locale_of(plan.language)
        self._slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
        self._page = len(presentation.slides)
        self.shapes = self._slide.shapes
        self.top = HEADLINE.box.top

    def head(self, label: str, headline: str) -> None:
        """Write the name of the part and its conclusion; a place too small for it cuts it."""
        self.into(LABEL.index, [Words(text=label, look=LABEL.look)])
        room = (HEADLINE.box.width, HEADLINE.box.height)
        size = fitting_size(headline, _ON_ONE_LINE, (room[0], _ON_ONE_LINE[0] * PITCH))
        if height_of(headline, size, room[0], TITLE, at_worst=True) > size * PITCH:
            size = fitting_size(headline, _TITLES, room)
        shown = without_orphan(shortened(headline, size, room, TITLE))
        self.into(0, [Words(text=shown, look=replace(HEADLINE.look, size=size))])
        used = height_of(shown, size, room[0], TITLE)
        self.top = HEADLINE.box.top + used + _BELOW_TITLE

    def left(self, width: float, *, down: float = 0.0) -> Box:
        """Return a place below the conclusion, from the left margin on."""
        return Box(left=MARGIN, top=self.top + down, width=width, height=_LOW - self.top - down)

    def right(self, width: float, *, down: float = 0.0) -> Box:
        """Return a place below the conclusion that ends at the right margin."""
        return replace(self.left(width, down=down), left=WIDTH - MARGIN - width)

    def into(self, index: int, words: Sequence[Words]) -> None:
        """Write into a place of the layout."""
        frame = self._slide.placeholders[index].text_frame
        self._write(frame, words)

    def words(self, words: Sequence[Words], box: Box, *, is_low: bool = False) -> float:
        """Write paragraphs so large that all have room, and return how many points they take.

        Where even the smallest letters find no room, the last paragraphs are left to the notes.
        """
        shown, height = fitted(words, box)
        made = self.shapes.add_textbox(*(Pt(s) for s in (box.left, box.top, box.width, box.height)))
        frame = made.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM if is_low else MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._write(frame, shown)
        return height

    def _write(self, frame: TextFrame, words: Sequence[Words]) -> None:
        for place, each in enumerate(words):
            made = frame.paragraphs[0] if place == 0 else frame.add_paragraph()  # type: ignore[no-untyped-call]
            self.paragraph(made, each)

    def paragraph(self, made: _Paragraph, words: Words) -> None:
        """Write a paragraph, from right to left where its letters are; nothing in it is read."""
        text, look = clean(words.text), words.look
        said = made._p.get_or_add_pPr()  # noqa: SLF001 - it has no other door
        is_left = words.look.side == "l"
        if is_to_left(words.strong + text):
            said.set("rtl", "1")
            look = replace(look, tracking=0)  # letters that are joined must not be spaced
            said.set("algn", "r" if is_left else words.look.side)
        else:
            said.set("algn", words.look.side)
        made.space_after = Pt(words.after)
        if words.strong:
            self._run_of(made, f"{clean(words.strong)} ", replace(look, is_bold=True))
        for place, line in enumerate(text.split("\n")):
            if place:
                made.add_line_break()  # type: ignore[no-untyped-call]
            if line:
                self._run_of(made, line, look)
        if not text:
            made._p.get_or_add_endParaRPr().set("sz", str(round(100 * words.look.size)))  # noqa: SLF001 - the same

    def _run_of(self, made: _Paragraph, text: str, look: Type) -> None:
        run = made.add_run()
        run._r.t.text = text  # noqa: SLF001 - its door reads "_x000A_" as a line end
        said = run._r.get_or_add_rPr()  # noqa: SLF001 - it has no other door
        for name, value in _letters(look, self._language).items():
            said.set(name, value)
        run.font.color.theme_color = COLOURS[look.colour]
        if look.is_heading:
            run.font.name = "+mj-lt"

    def picture(self, scene: Scene, box: Box) -> float:
        """Show a chart as a picture, as large as its place allows, and return how high it is."""
        wide, high = scene_size(scene)
        scale = min(box.width / wide, box.height / high)
        png = scene_png(scene, self._plan.theme)
        left = box.left
        shown = self.shapes.add_picture(
            BytesIO(png), Pt(left), Pt(box.top), Pt(wide * scale), Pt(high * scale)
        )
        describe(shown, scene.title, described(scene))
        return high * scale

    def ornament(self, png: bytes, box: Box) -> None:
        """Show a picture that says nothing."""
        sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
        shown = self.shapes.add_picture(BytesIO(png), *sides)
        describe(shown, "Ornament", "")
        shown._element._nvXxPr.cNvPr.append(parse_xml(DECORATIVE))  # noqa: SLF001 - no other door

    def note(self, text: str) -> None:
        """Write at the foot whose figures these are."""
        self.words([Words(text=text, look=_NOTE)], _NOTE_BOX, is_low=True)

    def close(self, texts: Iterable[str]) -> None:
        """Write what stands at the foot, which is read last, and what the speaker may say."""
        if self._page > 1:
            self._run()
        frame = self._slide.notes_slide.notes_text_frame
        if frame is not None:
            plain = Type(size=12)
            self._write(frame, [Words(text=text, look=plain, after=6) for text in texts if text])

    def _run(self) -> None:
        """Write what stands on every slide but the first."""
        plan, tree = self._plan, self.shapes._spTree  # noqa: SLF001 - no door for these places
        footer = shortened(plan.footer, _FOOT_SIZE, (FOOTER.box.width, _ONE_LINE))
        tree.append(FOOTER.used(91, self._language, footer))
        tree.append(PAGE.used(92, self._language, str(self._page)))
        if plan.mark:
            self.words([Words(text=one_line(plan.mark), look=_MARK)], _MARK_BOX)
        if plan.logo is not None:
            wide, high = plan.logo.size_within(_LOGO.width, _LOGO.height)
            left = _LOGO.left + _LOGO.width - wide
            self.logo(Box(left=left, top=_LOGO.top, width=wide, height=high))

    def logo(self, box: Box) -> None:
        """Show the logo."""
        if self._plan.logo is not None:
            sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
            shown = self.shapes.add_picture(BytesIO(logo_png(self._plan.logo)), *sides)
            describe(shown, "Logo", self._plan.name)


def describe(shape: BaseShape, name: str, text: str) -> None:
    """Say in words what a picture or a chart shows."""
    said = shape._element._nvXxPr.cNvPr  # noqa: SLF001 - it has no other door
    said.set("name", one_line(name))
    said.set("descr", one_line(text))


def fitted(words: Sequence[Words], box: Box) -> tuple[list[Words], float]:
    """Return paragraphs in the largest letters in which all have room, and their height."""
    shown = list(words)
    while True:
        for shrink in _SHRINKS:
            small = [_smaller(each, shrink) for each in shown]
            height = sum(_height(each, box.width) for each in small)
            if sum(_height(each, box.width, at_worst=True) for each in small) <= box.height:
                return small, height
        if len(shown) == 1:
            return small, height
        shown.pop()


def _smaller(words: Words, shrink: float) -> Words:
    size = round(2 * words.look.size * shrink) / 2
    return replace(words, look=replace(words.look, size=size), after=words.after * shrink)


def _height(words: Words, width: float, *, at_worst: bool = False) -> float:
    text = f"{words.strong} {words.text}".strip()
    face = Face(is_bold=words.look.is_bold, is_heading=words.look.is_heading)
    return height_of(text, words.look.size, width, face, at_worst=at_worst) + words.after


def _letters(look: Type, language: str) -> dict[str, str]:
    said = {"lang": language, "sz": str(round(100 * look.size)), "b": str(int(look.is_bold))}
    if look.tracking:
        said |= {"cap": "all", "spc": str(round(100 * look.tracking))}
    return said
