"""The texts that the cells of a workbook share."""

from socialplanner.exchange.platforms.xlsx_archive import Archive, Handlers

STRINGS = "xl/sharedStrings.xml"
MOST_STRINGS = 1_000_000


def shared_strings(archive: Archive, keep: int) -> list[str]:
    """Return the beginnings of the texts in their order; UserError where there are too many."""
    if not archive.has(STRINGS):
        return []
    reader = _Reader(archive, keep)
    archive.read(STRINGS, Handlers(reader.start, reader.end, reader.text))
    return reader.strings


class _Reader:
    """Takes elements and gives texts; how they are read aloud is no part of them."""

    def __init__(self, archive: Archive, keep: int) -> None:
        self.strings: list[str] = []
        self._archive, self._keep = archive, keep
        self._pieces: list[str] = []
        self._takes_text = False
        self._is_aloud = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            self._pieces.clear()
        elif tag == "rPh":
            self._is_aloud = True
        self._takes_text = tag == "t" and not self._is_aloud

    def end(self, tag: str) -> None:
        self._takes_text = False
        if tag == "rPh":
            self._is_aloud = False
        elif tag == "si":
            self.strings.append("".join(self._pieces)[: self._keep])
            if len(self.strings) > MOST_STRINGS:
                raise self._archive.refusal(f"it has more than {MOST_STRINGS:,} texts")

    def text(self, piece: str) -> None:
        if self._takes_text:
            self._pieces.append(piece)
