"""SocialPlanner: from answers about a small firm to a plan of media and networking hours."""

__version__ = "0.1.0"

APPLICATION_NAME = "SocialPlanner"
"""The name people see."""

COMMAND_NAME = "socialplanner"
"""The name one types; folders on disk carry it too."""

DESKTOP_ID = "org.socialplanner.socialplanner"
"""The name the desktop knows the window, its file types and its icon by."""
