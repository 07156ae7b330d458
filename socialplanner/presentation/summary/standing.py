"""Where you stand: ten scores, their targets, and the next step in your own words."""

from dataclasses import dataclass

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.gaps import Gap, largest
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.scenes import (
    Colour,
    LevelBar,
    LevelGroup,
    Profile,
    Spoke,
)
from socialplanner.presentation.summary.parts import Source, Statement

NOT_ENOUGH = "not enough answers yet"
STEPS_PER_GAP = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """One answer that causes a gap: what was asked, what was said, and the next level's words."""

    question: str
    now: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapSummary:
    """One of the largest gaps: where, from about how much to how much, and its next steps."""

    name: str
    mode: Mode
    levels: str
    steps: tuple[NextLevel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The section on scores; `is_scored` is False where not one cell has enough answers."""

    headline: str
    lead: str
    is_scored: bool
    spokes: tuple[Spoke, ...]
    profiles: tuple[Profile, ...]
    groups: tuple[LevelGroup, ...]
    reading: tuple[Statement, ...]
    gaps: tuple[GapSummary, ...]
    gaps_headline: str
    gaps_lead: str


def standing(source: Source) -> Standing:
    """Return the section on where the brand stands."""
    found = shown_gaps(source)
    return Standing(
        headline=_headline(source),
        lead=_lead(source),
        is_scored=_is_scored(source),
        spokes=_spokes(source),
        profiles=_profiles(source),
        groups=tuple(_group(source, dimension) for dimension in Dimension),
        reading=_reading(),
        gaps=tuple(_gap(source, gap) for gap in found),
        gaps_headline=_gaps_headline(source, found),
        gaps_lead=(
            "Each next step is one level up from your lowest answer there, in the words of the "
            "questionnaire. The other answers come after it."
        ),
    )


def levels_text(gap: Gap) -> str:
    """Return the score of a gap and its target: "about 35, aimed at about 70"."""
    now = NOT_ENOUGH if gap.value is None else formats.about(gap.value)
    return f"{now}, aimed at {formats.about(gap.target)}"


def _is_scored(source: Source) -> bool:
    return any(cell.value is not None for cell in source.assessment.scores.cells.values())


def shown_gaps(source: Source) -> tuple[Gap, ...]:
    """Return the largest gaps, without those that vanish when printed in whole fives."""
    found = largest(source.assessment.gaps)
    return tuple(g for g in found if formats.about(g.value or 0.0) != formats.about(g.target))


def _headline(source: Source) -> str:
    types = source.assessment.scores.types
    if types:
        return wording.type_headline(types)
    if not _is_applicable(source):
        return "You said that no question applies: there is nothing to score"
    if _is_scored(source):
        return "Part of the picture: some scores still need answers"
    return "There are not enough answers yet to say where you stand"


def _lead(source: Source) -> str:
    scores = source.assessment.scores.overall
    media, network = scores[Mode.MEDIA].value, scores[Mode.NETWORK].value
    if media is None or network is None:
        least = formats.of_ten(source.catalogue.parameters.scoring.min_coverage)
        return (
            f"A score takes answers to about {least} questions, an overall score all dimensions "
            "that apply. The plan works without: an open score counts as no gap."
        )
    both = f"{formats.about(media)} of 100 for social media and {formats.about(network)}"
    types = wording.type_sentence(source.assessment.scores.types)
    rests = " More answers would narrow it."
    few = rests if any(each.is_partial for each in scores.values()) else ""
    return f"You are at {both} for social networking. {types}{few}"


def _is_applicable(source: Source) -> bool:
    return any(cell.is_applicable for cell in source.assessment.scores.cells.values())


def _spokes(source: Source) -> tuple[Spoke, ...]:
    return tuple(
        Spoke(label=source.catalogue.dimensions[d].name, note=_spoke_note(source, d))
        for d in Dimension
    )


def _spoke_note(source: Source, dimension: Dimension) -> str:
    values = [source.assessment.scores.cells[dimension, mode].value for mode in Mode]
    return "  |  ".join("–" if value is None else str(formats.fives(value)) for value in values)


def _profiles(source: Source) -> tuple[Profile, ...]:
    assessment, catalogue = source.assessment, source.catalogue
    found = [
        Profile(
            name=f"{catalogue.modes[mode].name}, now",
            values=[assessment.scores.cells[d, mode].value for d in Dimension],
            colour=colour,
            filled=mode is Mode.NETWORK,
        )
        for mode, colour in ((Mode.NETWORK, Colour.NETWORK), (Mode.MEDIA, Colour.MEDIA))
    ]
    found += [
        Profile(
            name=f"{catalogue.modes[mode].name}, aimed at",
            values=[assessment.levels[d, mode] for d in Dimension],
            colour=colour,
            dashed=True,
        )
        for mode, colour in ((Mode.MEDIA, Colour.MEDIA), (Mode.NETWORK, Colour.NETWORK))
    ]
    return tuple(found)


def _group(source: Source, dimension: Dimension) -> LevelGroup:
    return LevelGroup(
        label=source.catalogue.dimensions[dimension].name,
        bars=[_bar(source, dimension, mode) for mode in Mode],
    )


def _bar(source: Source, dimension: Dimension, mode: Mode) -> LevelBar:
    cell = source.assessment.scores.cells[dimension, mode]
    z = source.catalogue.parameters.scoring.band_z
    colour = Colour.MEDIA if mode is Mode.MEDIA else Colour.NETWORK
    target = source.assessment.levels[dimension, mode]
    if cell.value is None:
        note = NOT_ENOUGH if cell.is_applicable else names.NO_ANSWER[NoAnswer.NOT_APPLICABLE]
        return LevelBar(colour=colour, value=None, target=target, note=note)
    error = z * (cell.standard_error or 0.0)
    return LevelBar(
        colour=colour,
        value=cell.value,
        error=error,
        target=target,
        note=formats.score_range(cell.value, error),
    )


def _reading() -> tuple[Statement, ...]:
    return (
        Statement(
            title="How to read it.",
            text=(
                "0 is none of it, 100 is all of it. Higher is more, not better: the target says "
                "how much your aims call for. You are compared with nobody else."
            ),
        ),
        Statement(
            title="How sure it is.",
            text=(
                "Each score is printed as a range, because people round and forget. Later, only a "
                "move of about 20 points counts as a change, or of 10 in an overall score."
            ),
        ),
    )


def _gap(source: Source, gap: Gap) -> GapSummary:
    return GapSummary(
        name=source.catalogue.dimensions[gap.cell[0]].name,
        mode=gap.cell[1],
        levels=levels_text(gap),
        steps=tuple(
            NextLevel(
                question=source.catalogue.questionnaire.by_id[step.question_id].text,
                now=step.level_text,
                then=step.next_text,
            )
            for step in gap.next_steps[:STEPS_PER_GAP]
        ),
    )


def _gaps_headline(source: Source, found: tuple[Gap, ...]) -> str:
    if not found:
        open_cells = any(gap.value is None for gap in source.assessment.gaps)
        some = "No score that can be shown" if open_cells else "No score"
        return f"{some} lies clearly below what your aims call for"
    first = names.cell_name(source.catalogue, found[0].cell)
    return f"Furthest from its target: {formats.in_sentence(first)}"
