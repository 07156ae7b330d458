"""Files in and out, as the window wants them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner import paths
from socialplanner.app.carrying import bundle_in, needs_passphrase
from socialplanner.app.incoming import Source, copy_of_mine, file_data, refuse_foreign
from socialplanner.app.merge_words import conflict_of
from socialplanner.domain import beginning
from socialplanner.domain.difference import DifferenceKind
from socialplanner.domain.merging import merged
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.record_differences import differences
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers, read_answers_file
from socialplanner.exchange.bundle import Bundle, bundle_bytes, open_bundle
from socialplanner.exchange.encryption import is_encrypted
from socialplanner.exchange.foreign_files import foreign_kind
from socialplanner.exchange.output_file import write_whole
from socialplanner.exchange.plan_pdf import is_pdf
from socialplanner.exchange.scrubbing import scrubbed
from socialplanner.messages import visible
from socialplanner.store.library_backup import LIBRARY_SUFFIX
from socialplanner.store.naming import new_id
from socialplanner.store.profile_file import SUFFIX
from socialplanner.store.same_profile import trash_entry
from socialplanner.ui.ports.importing import Export, FileKind, Incoming, MergePreview

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram

SAMPLE = "cafe.toml"


class FilesInAndOut:
    """Satisfies `ui.ports.Importing`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program

    def kind(self, path: Path) -> FileKind:
        """Return what a file is; UserError says what it is instead, and where it belongs."""
        if path.is_dir():
            raise UserError(f"{visible(path.name)} is a folder; open a single file of it.")
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise UserError(
                f"{visible(path.name)} is no file that could be read; nothing was done."
            )
        data = file_data(path)
        name = visible(path.name)
        if path.name.lower().endswith(SUFFIX) or foreign_kind(data) == "a profile":
            return FileKind.PROFILE
        if path.name.lower().endswith(LIBRARY_SUFFIX):
            raise UserError(
                f"{name} is a backup of many plans. Bring it back under Settings, Backups."
            )
        if is_encrypted(data) or (is_pdf(data) and needs_passphrase(data, name)):
            return FileKind.LOCKED_BUNDLE
        if data.startswith(b"PK") or is_pdf(data):
            _opened(data, name)
            return FileKind.BUNDLE
        refuse_foreign(data, name, path)
        return FileKind.ANSWERS

    def look_at(self, path: Path, passphrase: str = "") -> Incoming:
        """Return the profile that a bundle or an answers file holds; nothing is changed."""
        kind = self.kind(path)
        name, data = visible(path.name), file_data(path)
        if kind is FileKind.ANSWERS:
            file = parse_answers(self._program.catalogue, data, name)
            return _incoming(path, kind, self._begun(file))
        bundle = _opened(data, name, passphrase or None)
        incoming = _incoming(path, kind, bundle.record)
        library = self._program.shelf.library
        same = [each for each in library.entries() if each.id == bundle.record.id]
        in_trash = [trash_entry(each).id for each in library.trash.listed()]
        return replace(
            incoming,
            is_scrubbed=bundle.is_scrubbed,
            twin=library.path(same[0]) if same else None,
            is_in_trash=bundle.record.id in in_trash,
        )

    def _begun(self, file: AnswersFile) -> ProfileRecord:
        """Return a new profile with what an answers file says."""
        now = self._program.now()
        record = beginning.begun(file.profile, new_id(), new_id(), now)
        return beginning.filled(record, file.answers, file.choices, file.day, now)

    def preview(self, incoming: Incoming, into: Path) -> MergePreview:
        """Return what a merge into a profile would do; nothing is changed."""
        mine = self._program.shelf.read(into)
        found = differences(mine, _copy(mine, incoming))
        catalogue = self._program.catalogue
        return MergePreview(
            name=mine.profile.name,
            added=found.added,
            conflicts=tuple(
                conflict_of(catalogue, each)
                for each in found.differences
                if each.kind is DifferenceKind.CHANGED
            ),
        )

    def add(self, incoming: Incoming) -> Path:
        """Add what came in as a new profile, beside one of the same id if there is one."""
        record = incoming.record
        if incoming.twin is not None or incoming.is_in_trash:
            record = replace(record, id=new_id())  # two of one id would share their backups
        return self._program.shelf.add(record)

    def merge(self, incoming: Incoming, into: Path, *, takes_theirs: bool) -> ProfileRecord:
        """Merge what came in into a profile; where both differ, theirs wins only if asked."""

        def edit(mine: ProfileRecord) -> ProfileRecord:
            theirs = _copy(mine, incoming)
            take = differences(mine, theirs).conflicts if takes_theirs else ()
            return merged(mine, theirs, take, self._program.now().moment)

        return self._program.shelf.change(into, edit)

    def export(self, profile: Path, export: Export) -> None:
        """Write a profile as a bundle, for its owner alone."""
        if export.target.suffix.lower() in (SUFFIX, LIBRARY_SUFFIX):
            name = visible(export.target.name)
            raise UserError(
                f"{name} is the name of a file that plans are kept in; nothing was written. "
                f"Choose a name that ends in .socialplan-bundle."
            )
        record = self._program.shelf.read(profile)
        if export.is_scrubbed:
            record = scrubbed(record, self._program.catalogue)
        passphrase = export.passphrase or None
        data = bundle_bytes(record, passphrase, is_scrubbed=export.is_scrubbed)
        is_new = not export.target.exists()
        write_whole(export.target, data)
        if is_new:
            export.target.chmod(0o600)

    def sample(self) -> ProfileRecord:
        """Return an invented firm to look at, marked as a sample; it is not kept yet."""
        file = read_answers_file(self._program.catalogue, paths.samples_dir() / SAMPLE)
        return replace(self._begun(file), is_sample=True)

    def half_year(self) -> ProfileRecord:
        """Return an invented firm with half a year of weeks behind it; it is not kept yet."""
        from socialplanner.app.half_year import half_year  # noqa: PLC0415 - NumPy comes with it

        return half_year(self._program.today())


def _opened(data: bytes, name: str, passphrase: str | None = None) -> Bundle:
    """Return the bundle that a file is, or that a plan carries in its PDF."""
    opened = bundle_in if is_pdf(data) else open_bundle
    return opened(data, name, passphrase)


def _incoming(path: Path, kind: FileKind, record: ProfileRecord) -> Incoming:
    newest = record.newest
    answers = 0 if newest is None else len(newest.said())
    return Incoming(path=path, kind=kind, record=record, answers=answers)


def _copy(mine: ProfileRecord, incoming: Incoming) -> ProfileRecord:
    """Return mine as what came in answers it: a copy of the same profile, to be merged."""
    theirs = incoming.record
    newest = theirs.newest
    if incoming.kind is not FileKind.ANSWERS or newest is None:
        return copy_of_mine(mine, theirs, Source(record=theirs))
    file = AnswersFile(
        profile=theirs.profile, answers=newest.said(), choices=newest.choices, day=newest.day
    )
    return copy_of_mine(mine, theirs, Source(file=file))
