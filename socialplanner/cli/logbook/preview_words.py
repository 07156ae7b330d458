"""What a table would bring into the logbook, in words for the terminal."""

from collections.abc import Iterator, Sequence

from socialplanner.cli import streams
from socialplanner.cli.profiles.columns import prose, table
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.figures import (
    Figure,
    FigureChoices,
    FigurePreview,
    Formats,
    Gap,
    RefusedRow,
    Settled,
)
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.exchange.platforms.readings import ORDER_WORDS
from socialplanner.messages import counted, quoted, visible
from socialplanner.presentation.figure_words import nothing_words, origin_words

MOST_REFUSED = 100
HEADS = ("Week from", "KPI", "Name", "File", "Logbook", "What happens")
WHOLE = ("Week from", "KPI", "File", "Logbook")
GAPS = {
    Gap.DAYS: "days missing",
    Gap.ROWS: "row refused",
    Gap.EDGE: "edge of the table",
}
SETTLED = {
    Settled.FILE: "as the file shows",
    Settled.CALLER: "as was said",
    Settled.ALIKE: "they mean the same in every format",
}


def preview_text(
    catalogue: Catalogue, preview: FigurePreview, choices: FigureChoices, label: str
) -> str:
    """Return everything that a preview has to say."""
    head = "".join(prose(line) for line in _head(preview, label))
    rows = [_row(catalogue, each, choices) for each in preview.figures]
    figures = table(HEADS, rows, most=streams.screen_width(), whole=WHOLE) if rows else ""
    lines = (*_notes(catalogue, preview), *refused_lines(preview.refused))
    below = "".join(map(prose, lines))
    return f"{head}{figures}{below}"


def result_text(preview: FigurePreview, taken: Sequence[Figure], *, is_preview: bool) -> str:
    """Return the last lines: what was changed, and how to have more of it."""
    weeks = len({each.monday for each in taken})
    what = f"{counted(len(taken), 'figure', 'figures')} in {counted(weeks, 'week', 'weeks')}"
    lines = [
        nothing_words(preview, taken)
        or (
            f"{what} would come into the logbook. This was a preview; nothing was changed."
            if is_preview
            else f"{what} came into the logbook."
        )
    ]
    left = [each for each in preview.figures if each not in taken]
    if any(each.is_partial and not each.is_same for each in left):
        lines.append("Weeks that are not whole were left out; --partial takes them.")
    if any(Gap.EDGE in each.gaps for each in left):
        lines.append("--from and --to say which days the table is about: weeks within are whole.")
    if any(each.differs and not each.is_partial for each in left):
        lines.append("Figures that differ stayed as they are; --replace all lets them give way.")
    return "".join(prose(line) for line in lines)


def open_question(preview: FigurePreview, name: str) -> str:
    """Return what has to be said of a file before it can be read, and with which option."""
    asked = list(_questions(preview))
    return f"{name} leaves something open; nothing was changed. {' '.join(asked)}"


def _questions(preview: FigurePreview) -> Iterator[str]:
    formats, layout = preview.formats, preview.layout
    if formats.dates_settled is Settled.OPEN:
        hint = _usual(layout.name, layout.dates and ORDER_WORDS[layout.dates])
        yield (
            f"Its days, such as {quoted(formats.dates_example)}, can be meant as day, month, year "
            f"or as month, day, year{hint}: say --date-format DMY or --date-format MDY."
        )
    if formats.numbers_settled is Settled.OPEN:
        hint = _usual(layout.name, layout.numbers)
        yield (
            f"Its numbers, such as {quoted(formats.numbers_example)}, can be meant in two "
            f"ways{hint}: say --numbers {NumberStyle.POINT} or --numbers {NumberStyle.COMMA}."
        )
    if preview.needs_period:
        yield "It does not say which days it is about: say --from DAY --to DAY."


def _usual(name: str, words: str | None) -> str:
    return f" ({name} is usually written {words})" if words else ""


def _head(preview: FigurePreview, label: str) -> Iterator[str]:
    """Yield what file this is, what it is about and how it was read."""
    yield f"{preview.layout.name} ({label})"
    days = "no days" if preview.period is None else "{} to {}".format(*preview.period)
    counts = [counted(preview.accepted, "row was read", "rows were read")]
    if preview.refused:
        counts.append(f"{len(preview.refused):,} refused")
    if preview.skipped:
        counts.append(f"{preview.skipped:,} with totals passed over")
    yield f"{days}; {', '.join(counts)}"
    yield _formats(preview.formats)


def _formats(formats: Formats) -> str:
    """Return how days and numbers were read, and why so."""
    if formats.dates_settled is formats.numbers_settled is Settled.ALIKE:
        return "Days and numbers mean the same in every format."
    order: DateOrder | None = formats.dates
    days = SETTLED[formats.dates_settled]
    numbers = SETTLED[formats.numbers_settled]
    day_words = f"{ORDER_WORDS[order]}, {days}" if order else days
    number_words = f"{formats.numbers}, {numbers}" if formats.numbers else numbers
    return f"Days: {day_words}. Numbers: {number_words}."


def _row(catalogue: Catalogue, figure: Figure, choices: FigureChoices) -> tuple[str, ...]:
    logged = "–" if figure.logged is None else number_text(figure.logged)
    kpi = catalogue.kpis[figure.kpi]
    shown = (number_text(figure.value), logged, _fate(figure, choices))
    return (figure.monday.isoformat(), figure.kpi, kpi.name, *shown)


def _fate(figure: Figure, choices: FigureChoices) -> str:
    """Return what becomes of a figure, and why."""
    if figure.is_same:
        return "the same already"
    gaps = ", ".join(GAPS[each] for each in figure.gaps)
    why = f": {gaps}" if gaps else ""
    if choices.takes(figure):
        return f"{'new' if figure.is_new else 'replaced'}{why}"
    return f"left out{why}" if figure.is_partial else "differs, stays"


def _notes(catalogue: Catalogue, preview: FigurePreview) -> Iterator[str]:
    """Yield what a figure is not, what is logged in its place, and what the table lacks."""
    found = {each.kpi for each in preview.figures}
    for measure in preview.layout.measures:
        if measure.note and measure.kpi in found:
            yield f"{catalogue.kpis[measure.kpi].name}: {measure.note}"
    yield from origin_words(catalogue, preview)
    if preview.absent:
        names = ", ".join(catalogue.kpis[each].name for each in preview.absent)
        yield f"The table has no columns for: {names}."


def refused_lines(refused: Sequence[RefusedRow]) -> Iterator[str]:
    """Yield the rows that were refused, but no more than one reads."""
    if refused:
        yield "Refused rows:"
    for row in refused[:MOST_REFUSED]:
        yield f"  line {row.line}, {visible(row.column)}: {row.reason}"
    more = len(refused) - MOST_REFUSED
    if more > 0:
        yield f"  and {more:,} more; --json lists them all"


def number_text(value: float) -> str:
    """Return a figure with at most two decimals."""
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".")
