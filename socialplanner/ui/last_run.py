"""Tell at the start that the program did not close as it should the time before."""

from typing import TYPE_CHECKING

from socialplanner import APPLICATION_NAME
from socialplanner.presentation.i18n import _
from socialplanner.ui.outside import open_outside

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow


def tell_last_run(window: "MainWindow") -> None:
    """Say it in a message, and put where it crashed into the log."""
    run = window.program.last_run
    if not run.ended_badly:
        return
    if run.stacks:
        words = _(
            "{program} stopped by a fault of its own the last time. What you had entered was "
            "saved as you entered it. The log says where it stopped."
        )
        from socialplanner.ui.bug_report import without_names  # noqa: PLC0415 - after a crash

        stacks = without_names(run.stacks)
        window.program.log.write("error", f"the last run crashed:\n{stacks}")
    else:
        words = _(
            "{program} was cut off the last time, before it could close. What you had entered "
            "was saved as you entered it."
        )

    def show_log() -> None:
        open_outside(window.program.log.folder)

    actions = ((_("Open the log folder"), show_log),) if run.stacks else ()
    window.messages.show_message(
        words.format(program=APPLICATION_NAME), tone="warning", actions=actions
    )
