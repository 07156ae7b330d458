"""Plans that carry a profile, on a page of nearly nothing."""

from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from socialplanner import paths
from socialplanner.app.carrying import Carrying, carried
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import ProfileRecord
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.report.finishing import Finish, finished

DAY: Final = date(2027, 1, 31)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    return load_catalogue(paths.catalogue_dir())


@cache
def paper() -> bytes:
    """Return a PDF of one page."""
    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    canvas.drawString(72, 720, "A plan")
    canvas.save()
    return written.getvalue()


def plan(record: ProfileRecord, password: str = "", **how: object) -> bytes:
    """Return a plan that carries a profile."""
    inside = carried(record, catalogue(), Carrying(**how), DAY)  # type: ignore[arg-type]
    return finished(paper(), Finish(attachment=inside, password=password))
