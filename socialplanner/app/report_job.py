"""One client of a batch: loaded, assessed and written by whichever process has a hand free."""

import traceback
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from logging import NullHandler, getLogger
from pathlib import Path
from typing import Final

from socialplanner import COMMAND_NAME, paths
from socialplanner.app.nameless import alias_of, digest_of
from socialplanner.app.plan_names import plan_stem
from socialplanner.app.report_folder import ReportFolder
from socialplanner.app.report_words import bug_in_short, told, unshown_words
from socialplanner.app.reports import printed_as, report_file, source_from
from socialplanner.app.said import ConflictWords, Said, said_in, said_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import parse_answers
from socialplanner.exchange.document import LARGEST_FILE
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _, catalogue_translation
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.report_presets import Preset, is_progress_report, with_preset
from socialplanner.store.profile_file import read_profile
from socialplanner.store.trouble import DamagedError, ProtectedError
from socialplanner.ui.ports.batch import Outcome, ReportLine

_MARK: Final = 16
"""Digits of a file's name that names nobody: enough for millions of clients."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob:
    """One client: its profile, or with `is_answers` its answers file.

    `mark` tells it from another of the same name, `below` is a folder inside that of the batch,
    `key` the passphrase of a profile that has one. With a `trouble` it fails with that sentence.
    """

    label: str
    place: Path
    is_answers: bool = False
    mark: str = ""
    below: str = ""
    key: str | None = field(default=None, repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStyle:
    """What holds for all clients of a batch; "" and None leave it to each client.

    `today` is the day of a plan where neither `day` nor an answers file says another; `alias`
    stands for the name of all of them, and `is_anonymous` gives each an alias of its own.
    `speaks_window` says that sentences name things as the window does.
    """

    today: date
    formats: tuple[Format, ...] = (Format.PDF,)
    house: PlanOptions = field(default_factory=PlanOptions)
    day: date | None = None
    preset: Preset | None = None
    paper: str = ""
    alias: str = ""
    is_anonymous: bool = False
    only_missing: bool = False
    may_replace: bool = False
    language: str = "en"
    speaks_window: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Client:
    """What was read of one client: how its report looks, of which day, and what it is called."""

    said: Said
    options: PlanOptions
    day: date
    stem: str


class ReportMaker:
    """Makes the reports of one process; what they share is loaded once."""

    def __init__(self, style: ReportStyle, folder: ReportFolder) -> None:
        """Prepare for a batch."""
        self._style = style
        self._folder = folder
        logger = getLogger(COMMAND_NAME)
        if not logger.handlers:
            logger.addHandler(NullHandler())  # what it would warn of is told with each client

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return the catalogue in use; InputError where it is wrong."""
        translation = catalogue_translation() if self._style.speaks_window else None
        return load_catalogue(paths.catalogue_dir(), translation)

    def line(self, job: ReportJob) -> ReportLine:
        """Make the report of one client and return what became of it, whatever happens."""
        line = ReportLine(label=job.label, place=job.place, outcome=Outcome.FAILED)
        if job.trouble:
            return replace(line, words=job.trouble)
        try:
            return self._made(job, line)
        except ProtectedError as error:
            return replace(line, words=f"{error} {self._way_in(job)}".rstrip())
        except UserError as error:
            return replace(line, words=self._told(error))
        except Exception as error:  # noqa: BLE001 - a bug met with one client must not cost the others
            fault = "".join(traceback.format_exception(error))
            words = _("A mistake in SocialPlanner stopped this report: {error}.")
            return replace(line, words=words.format(error=bug_in_short(error)), fault=fault)

    def _made(self, job: ReportJob, line: ReportLine) -> ReportLine:
        client = self._client(job)
        below = "" if client.options.alias else job.below  # a folder may be called as a client is
        names = {kind: f"{below}{client.stem}.{kind}" for kind in self._style.formats}
        files = tuple(names.values())
        if self._style.only_missing and all(map(self._folder.has, files)):
            return replace(line, outcome=Outcome.SKIPPED, files=files)
        words = _by_keys() if job.is_answers and not self._style.speaks_window else None
        source = source_from(self.catalogue, client.said, client.options, client.day, words)
        made = {kind: report_file(source, kind) for kind in names}
        for kind, file in made.items():
            self._folder.refuse_other(names[kind], kind, file.data, self._remedy())
        for kind, file in made.items():
            self._folder.write(names[kind], file.data)
        note = unshown_words({each for file in made.values() for each in file.unshown})
        return replace(line, outcome=Outcome.DONE, files=files, note=note)

    def _told(self, error: UserError) -> str:
        """Return a refusal; at a terminal also what to type about a damaged profile."""
        if isinstance(error, DamagedError) and error.command and not self._style.speaks_window:
            return f"{told(error)} Type: {error.command}"
        return told(error)

    def _way_in(self, job: ReportJob) -> str:
        """Return how a passphrase is given, "" where one was."""
        if job.key is not None:
            return ""
        if self._style.speaks_window:
            return _("Open it once with its passphrase, then try again.")
        return "Write the passphrase into a file, and name that after --passphrase-file."

    def _remedy(self) -> str:
        """Return what to do about a document that is there and differs, "" for replacing it."""
        if self._style.may_replace:
            return ""
        if self._style.speaks_window:
            return _("Allow that files are replaced, or choose another folder.")
        return "Add --force to replace it, or name another folder after --output."

    def _client(self, job: ReportJob) -> _Client:
        return self._in_answers(job) if job.is_answers else self._in_profile(job)

    def _in_profile(self, job: ReportJob) -> _Client:
        """Return what a profile holds."""
        style = self._style
        with closing(read_profile(job.place, key=job.key)) as file:
            record = file.record
        digest = digest_of(record.id)
        options = printed_as(record, style.house, style.preset, self._alias(digest))
        return self._named(
            _Client(
                said=said_of(self.catalogue, record),
                options=options,
                day=style.day or style.today,
                stem=record.profile.name,
            ),
            job.mark,
            digest,
        )

    def _in_answers(self, job: ReportJob) -> _Client:
        """Return what an answers file says."""
        style, data = self._style, _read(job.place)
        file = parse_answers(self.catalogue, data, visible(str(job.place)))
        digest = digest_of(data)
        options = replace(style.house, alias=self._alias(digest) or style.house.alias)
        return self._named(
            _Client(
                said=said_in(file),
                options=options if style.preset is None else with_preset(options, style.preset),
                day=style.day or file.day or style.today,
                stem=job.place.stem,
            ),
            job.mark,
            digest,
        )

    def _alias(self, digest: str) -> str:
        return self._style.alias or (alias_of(digest) if self._style.is_anonymous else "")

    def _named(self, client: _Client, mark: str, digest: str) -> _Client:
        """Return a client with the paper of the batch and the name of its files.

        One that is not to be named is told apart by its digest.
        """
        options = replace(client.options, paper=self._style.paper or client.options.paper)
        is_progress = is_progress_report(options)
        stem = plan_stem(client.stem, client.day, mark, is_progress=is_progress)
        if options.alias:
            is_usual = options.alias == alias_of(digest)
            name = "Client" if is_usual else options.alias
            stem = plan_stem(name, client.day, digest[:_MARK], is_progress=is_progress)
        return replace(client, options=options, stem=stem)


def _by_keys() -> ConflictWords:
    """Return what says by the keys of an answers file what cannot be met together."""
    from socialplanner.presentation.wording import conflict_sentence  # noqa: PLC0415 - with NumPy

    return conflict_sentence


def _read(path: Path) -> bytes:
    """Return what a file holds; UserError for what is none, which one might wait on forever."""
    name = visible(str(path))
    try:
        if path.is_dir():
            raise UserError(_("{file} is a folder, where a file is wanted.").format(file=name))
        if path.exists() and not path.is_file():
            raise UserError(_("{file} is no ordinary file.").format(file=name))
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        words = _("{file} cannot be read: {reason}.")
        raise UserError(words.format(file=name, reason=error.strerror or error)) from error
