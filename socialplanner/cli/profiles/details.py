"""Judge what is said of a profile on the command line, all mistakes at once."""

import re
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from socialplanner.cli.profiles.place import COMMAND_LINE
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import PROFILE_TEXTS, Choices, Profile
from socialplanner.domain.record import LONGEST_NOTE, Brand
from socialplanner.errors import InputError, Problem
from socialplanner.exchange.document import Document
from socialplanner.exchange.profile_table import choices_at, profile_at
from socialplanner.exchange.spot import Spot, text_at
from socialplanner.messages import listed, quoted

MOST_COLOURS = 2
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Details:
    """The details that were given; what is wrong in them is gathered in `problems`."""

    given: Namespace
    problems: list[Problem] = field(default_factory=list)

    def raise_problems(self) -> None:
        """Raise InputError with everything that is wrong, if anything is."""
        if self.problems:
            raise InputError("Nothing was changed.", self.problems)

    def profile(self, before: Profile) -> Profile:
        """Return who it is for: what was given, and the rest as before."""
        given = {
            key: text
            for key in PROFILE_TEXTS
            if (text := getattr(self.given, key, None)) is not None
        }
        for key, text in given.items():
            self._text(("profile", key), text)
        judged, _ = profile_at(self._spot("profile"), {"name": "-", **given})
        return replace(before, **{key: getattr(judged, key) for key in given})

    def tags(self, before: Sequence[str]) -> tuple[str, ...]:
        """Return the tags with those given added, and those to be taken away gone."""
        tags = list(before)
        for tag in self.given.untag or ():
            if tag in tags:
                tags.remove(tag)
            else:
                self._spot("tags").refuse(f"There is no tag {quoted(tag)}; tags: {listed(tags)}.")
        for tag in self.given.tag or ():
            self._text(("tags",), tag)
            if not tag.strip():
                self._spot("tags").refuse("A tag is empty.")
            elif tag.strip() not in tags:
                tags.append(tag.strip())
        return tuple(tags)

    def brand(self, before: Brand) -> Brand:
        """Return how plans look, but for the logo; one empty text takes all colours or lines."""
        colours, lines = self.given.colour, self.given.line
        if colours not in (None, [""]):
            self._check_colours(colours)
        for line in lines or ():
            self._text(("lines",), line)
        return replace(
            before,
            colours=before.colours if colours is None else tuple(filter(None, colours)),
            lines=before.lines if lines is None else () if lines == [""] else tuple(lines),
        )

    def choices(self, catalogue: Catalogue, before: Choices) -> Choices:
        """Return the choices about the plan with activities moved to where they are wanted."""
        pins, declines, neither = (
            getattr(self.given, key) or [] for key in ("pin", "decline", "undecided")
        )
        spot = self._spot("choices")
        wanted = choices_at(spot, {"pinned": pins, "declined": declines}, catalogue)
        open_again = choices_at(spot, {"pinned": neither}, catalogue).pinned
        for both in sorted(open_again & (wanted.pinned | wanted.declined)):
            spot.refuse(f"“{both}” is chosen and left undecided at once; choose one.")
        moved = wanted.pinned | wanted.declined | open_again | {*pins, *declines, *neither}
        return replace(
            before,
            pinned=before.pinned - moved | wanted.pinned,
            declined=before.declined - moved | wanted.declined,
        )

    def _check_colours(self, colours: Sequence[str]) -> None:
        if len(colours) > MOST_COLOURS:
            self._spot("colours").refuse(f"At most {MOST_COLOURS} colours, not {len(colours)}.")
        for colour in colours:
            if not _COLOUR.fullmatch(colour):
                self._spot("colours").refuse(
                    f"A colour is written like #2f6f5e, not {quoted(colour)}."
                )

    def _text(self, path: tuple[str, ...], text: str) -> None:
        """Refuse a text that cannot be kept."""
        spot = self._spot(*path)
        if text_at(spot, text) is not None and len(text) > LONGEST_NOTE:
            spot.refuse(f"A text has at most {LONGEST_NOTE:,} characters, not {len(text):,}.")

    def _spot(self, *path: str) -> Spot:
        return Spot(Document(name=COMMAND_LINE, content={}), self.problems, path)
