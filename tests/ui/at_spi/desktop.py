"""A screen, a bus and the program on it, so that it can be read from outside."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

LAUNCHERS: Final = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)
SYSTEM_PYTHON: Final = "/usr/bin/python3"
CLIENT: Final = Path(__file__).with_name("client.py")
LONGEST: Final = 240

SCRIPT: Final = """
{launcher} --launch-immediately &
launcher=$!
sleep 1
{python} -P -m socialplanner --data-folder {data} &
program=$!
{system_python} {client} {steps}
code=$?
kill $program $launcher
exit $code
"""


def what_is_missing() -> str:
    """Return what this machine lacks for it, "" where all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is of Linux"
    missing = [name for name in ("Xvfb", "xvfb-run", "dbus-run-session") if not shutil.which(name)]
    if not any(map(os.path.exists, LAUNCHERS)):
        missing.append("at-spi-bus-launcher")
    probe = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    if probe.returncode:
        missing.append("python3-pyatspi")
    return ", ".join(missing)


def driven(steps: list[list[str]], folder: Path, data: Path) -> list[list[str]]:
    """Start the program on a screen of its own, do steps from outside, return their words."""
    file = folder / "steps.json"
    file.write_text(json.dumps(steps), encoding="utf-8")
    launcher = next(each for each in LAUNCHERS if os.path.exists(each))  # noqa: PTH110 - plain text
    script = SCRIPT.format(
        launcher=launcher,
        python=sys.executable,
        data=data,
        system_python=SYSTEM_PYTHON,
        client=CLIENT,
        steps=file,
    )
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24"]
    run = subprocess.run(
        [*screen, "dbus-run-session", "--", "sh", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
        env=environment,
        cwd=Path(__file__).parents[3],
    )
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("[")]
