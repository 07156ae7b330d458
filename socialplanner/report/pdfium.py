"""PDFium, for one thread at a time: it must not be in two at once."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any, Final

_PDFIUM: Final = Lock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for a question and close it again; whoever else wants PDFium waits."""
    import pypdfium2  # noqa: PLC0415 - docs/decisions/0015: only where a page is made to pixels

    with _PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
        yield document
