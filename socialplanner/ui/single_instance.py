"""One window for a data folder: a second start hands its files to the first and ends."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

from socialplanner import COMMAND_NAME, paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE: Final = 8_000
BUSY: Final = 3_000
PAUSE: Final = 50
"""Milliseconds: until a first window that never answers is given up; until one that has the
message, but no time, is believed to come later; and between two attempts."""

LARGEST: Final = 1_000_000
"""The most bytes that a second start is listened to."""

ACTIVATION: Final = "XDG_ACTIVATION_TOKEN"
"""The desktop's leave to come to the front, given to whoever was started by a click."""


class SingleInstance(QObject):
    """The right to be the window of a data folder; `asked` has the files of a second start.

    The lock of a process that is gone counts for nothing. QtNetwork is imported by a second start,
    and by the first once its window is painted.
    """

    asked = Signal(object)

    def __init__(self, place: Path) -> None:
        """Name the place, a path without a suffix; nothing is locked yet."""
        super().__init__()
        with suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._address = f"{place}.socket" if os.name == "posix" else place.name
        self._lock = QLockFile(f"{place}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._sockets: list[QLocalSocket] = []

    def is_first(self) -> bool:
        """Take the right; where no lock can be made at all, there is no other window to find."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give files to the first window; False where it left, or never answers: then be it."""
        made = None if QCoreApplication.instance() else QCoreApplication([])
        deadline = QDeadlineTimer(PATIENCE)
        is_told = self._is_told(files)
        while not is_told and not self.is_first() and not deadline.hasExpired():
            QThread.msleep(PAUSE)
            is_told = self._is_told(files)
        if made is not None:
            made.shutdown()  # a window has an application of its own
        return is_told

    def _is_told(self, files: Sequence[Path]) -> bool:
        """Return whether the first window has the message, even if it is too busy to say so."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only for a second start

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(BUSY):
            return False
        socket.write(message(files))
        if socket.waitForReadyRead(BUSY):
            return True
        return socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError

    def listen(self) -> None:
        """Hear second starts from now on."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(self._address)
        self._server.listen(self._address)

    def leave(self) -> None:
        """Hear nobody any more and give the right back; who calls now becomes the first."""
        if self._server is not None:
            self._server.close()
        for socket in self._sockets:
            socket.abort()
        self._lock.unlock()

    def _welcome(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(self._hear)
        self._hear()

    def _hear(self) -> None:
        """Answer every message that is whole, and forget whoever said too much or went away."""
        for socket in [each for each in self._sockets if self._is_done(each)]:
            if socket not in self._sockets:
                continue  # answering another one called us again
            self._sockets.remove(socket)
            if socket.canReadLine():
                self._answer(socket)
            socket.deleteLater()

    def _is_done(self, socket: "QLocalSocket") -> bool:
        is_gone = socket.state() is not type(socket).LocalSocketState.ConnectedState
        return is_gone or socket.canReadLine() or socket.bytesAvailable() > LARGEST

    def _answer(self, socket: "QLocalSocket") -> None:
        files, token = heard(bytes(socket.readLine(LARGEST).data()))
        socket.write(b"\n")
        socket.flush()
        if token:
            os.environ[ACTIVATION] = token
        self.asked.emit(files)


def place_of(data_folder: Path) -> Path:
    """Return where the window of a data folder leaves its lock and is called."""
    real = os.fsencode(data_folder.resolve())
    digest = QCryptographicHash.hash(real, QCryptographicHash.Algorithm.Sha256).toHex()
    return paths.window_folder() / f"{COMMAND_NAME}-{bytes(digest.data()).decode()[:16]}"


def message(files: Sequence[Path]) -> bytes:
    """Return what a second start says: one line."""
    said = {"files": [str(file) for file in files], "activation": os.environ.get(ACTIVATION, "")}
    return json.dumps(said).encode("ascii") + b"\n"


def heard(line: bytes) -> tuple[tuple[Path, ...], str]:
    """Return the files and the activation token of a message; nothing of what is none."""
    try:
        said = json.loads(line)
    except ValueError:
        return (), ""
    if not isinstance(said, dict):
        return (), ""
    files, token = said.get("files"), said.get("activation")
    names = files if isinstance(files, list) else []
    kept = tuple(Path(name) for name in names if isinstance(name, str) and "\0" not in name)
    return kept, token if isinstance(token, str) and "\0" not in token else ""
