"""The plan leaves the program: saved, opened, printed. Each way out is a function to replace."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_formats import Format, format_title
from socialplanner.ui.context import Context
from socialplanner.ui.pages.report_maker import Made
from socialplanner.ui.pages.report_press import Press
from socialplanner.ui.ports.printing import FileOrder, Handout
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable


FOLDER_KEPT: Final = "plans_folder"
FILE: Final = "report-file"


class PlanOutput(QObject):
    """Hands a plan out. The functions that ask a person or another program can be replaced."""

    def __init__(self, context: Context, session: Session, window: QWidget) -> None:
        """Prepare; nothing is asked yet."""
        super().__init__(window)
        self._context = context
        self._session = session
        self._printing = context.program.printing
        self.press = Press(context, window)
        self._saved: tuple[Path, bytes] | None = None
        self.choose_file: Callable[[Path], Path | None] = lambda path: asked_file(window, path)
        self.open_file: Callable[[Path], bool] = opened

    # Saving.

    def save(self, made: Made) -> None:
        """Ask where to, and write the pages as they are shown."""
        path = self.asked(made, Format.PDF)
        if path is not None:
            self._write(path, made, made.plan.pdf, Format.PDF)

    def asked(self, made: Made, kind: Format) -> Path | None:
        """Ask where a file is wanted; its name ends as files of its kind do."""
        name = self._printing.file_name(made.order, kind)
        path = self.choose_file(self._folder() / name)
        if path is None or path.suffix.lower() == f".{kind}":
            return path
        return path.with_name(f"{path.name}.{kind}")

    def save_file(self, made: Made, order: FileOrder, path: Path) -> None:
        """Make a file in the background and write it; say what stands in the way."""
        words = _("Making the file: {kind} …").format(kind=format_title(order.kind))
        self._context.messages.show_message(words)

        def done(data: bytes) -> None:
            self._hush(words)
            self._write(path, made, data, order.kind)

        def refused(error: UserError) -> None:
            self._hush(words)
            self._context.messages.show_message(str(error), tone="danger")

        work = Task(lambda: self._printing.file(order), done, refused)
        self._context.tasks.run(FILE, work)

    def _hush(self, words: str) -> None:
        """Take a message away that is true no longer."""
        for message in self._context.messages.messages():
            if message.words == words:
                message.dismiss()

    def _write(self, path: Path, made: Made, data: bytes, kind: Format) -> None:
        """Write a file, and keep in the profile that the plan was handed out."""
        try:
            self._printing.save(path, data, kind)
        except UserError as error:
            self._context.messages.show_message(str(error), tone="danger")
            return
        if data is made.plan.pdf:
            self._saved = (path, data)
        self._context.program.settings.put(FOLDER_KEPT, str(path.parent))
        self._keep(made, data if kind is Format.PDF else made.plan.pdf)
        self._context.messages.show_message(
            _("The plan is saved as “{name}”.").format(name=path.name),
            tone="success",
            actions=(
                (_("Open it"), lambda: self._show(path)),
                (_("Show the folder"), lambda: self._show(path.parent)),
            ),
        )

    def _folder(self) -> Path:
        kept = self._context.program.settings.text(FOLDER_KEPT)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(kept) if kept and Path(kept).is_dir() else Path(documents)

    def _keep(self, made: Made, pdf: bytes) -> None:
        """Keep that the plan was handed out; one that names nobody is for others than its owner."""
        if made.options.alias:
            return
        handout = Handout(
            assessment_id=self._session.assessment_id,
            results=made.results,
            options=made.options,
            pdf=pdf,
        )
        self._session.edit(lambda record: self._printing.handed_out(record, handout))

    # Opening.

    def open(self, made: Made) -> None:
        """Show the plan in the person's own PDF program, from a file that is or is not saved."""
        saved = self._saved
        if saved is not None and saved[1] == made.plan.pdf and saved[0].is_file():
            self._show(saved[0])
            return
        try:
            name = self._printing.file_name(made.order, Format.PDF)
            path = self._printing.put_aside(name, made.plan.pdf)
        except UserError as error:
            self._context.messages.show_message(str(error), tone="danger")
            return
        self._show(path)

    def _show(self, path: Path) -> None:
        if not self.open_file(path):
            words = _("No program of this computer opens “{name}”.").format(name=path.name)
            self._context.messages.show_message(words, tone="warning")

    def send_to_printer(self, made: Made) -> None:
        """Send the plan to a printer; it counts as handed out once that begins."""
        if self.press.send(made):
            self._keep(made, made.plan.pdf)


def asked_file(window: QWidget, suggested: Path) -> Path | None:
    """Return where the person wants the plan, None where they would rather not."""
    kind = Format(suggested.suffix[1:])
    pattern = f"{format_title(kind)} (*.{kind})"
    dialog = QFileDialog(window, _("Save the plan"), str(suggested.parent), pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.value)
    dialog.selectFile(suggested.name)
    is_accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if is_accepted else None


def opened(path: Path) -> bool:
    """Show a file in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
