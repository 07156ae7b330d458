"""One section of the questionnaire as a page."""

from socialplanner.domain.questionnaire import Section
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import ScrollPage, column


class SectionPage(Page):
    """All questions of one section."""

    def __init__(self, key: str, context: Context, session: Session, section: Section) -> None:
        """Begin with what is answered."""
        super().__init__(key, section.title)
        self._context = context
        self._session = session
        page = ScrollPage()
        page.box.addWidget(Heading(section.title))
        page.box.addWidget(Label(section.intro, role="lead"))
        self.setLayout(column(page))
