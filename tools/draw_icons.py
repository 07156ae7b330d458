#!/usr/bin/env python3
"""Draw the program's icon in every size, and as the files that Windows and macOS want.

Run by hand once resources/icons/app/socialplanner.svg has changed:
`.venv/bin/python tools/draw_icons.py`.
"""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app"
NAME = "socialplanner"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Write all pictures beside the drawing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = QSvgRenderer(str(FOLDER / f"{NAME}.svg"))
    pictures = {size: picture(drawing, size) for size in SIZES}
    for size, drawn in pictures.items():
        drawn.save(FOLDER / f"{NAME}-{size}.png", optimize=True)
    largest = pictures[max(SIZES)]
    others = [pictures[size] for size in WINDOWS_SIZES]
    largest.save(
        FOLDER / f"{NAME}.ico", sizes=[(size, size) for size in WINDOWS_SIZES], append_images=others
    )
    largest.save(FOLDER / f"{NAME}.icns", append_images=list(pictures.values()))
    application.shutdown()
    print(f"{len(SIZES)} sizes are in {FOLDER}.")
    return 0


def picture(drawing: QSvgRenderer, size: int) -> Image.Image:
    """Return the drawing in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # its stubs know bytes only
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGBA")


if __name__ == "__main__":
    sys.exit(main())
