"""A chart in words, for who cannot see it."""

from socialplanner.presentation.scenes.shapes import Scene


def row_text(scene: Scene, index: int) -> str:
    """Return a row of a chart as words: "Goals: 45, target 60"."""
    head, row = scene.rows[0], scene.rows[index]
    parts = [
        f"{name} {value}".strip() for name, value in zip(head[1:], row[1:], strict=False) if value
    ]
    return f"{row[0]}: {', '.join(parts)}" if parts else row[0]


def as_text(scene: Scene) -> str:
    """Return a chart as lines of words."""
    return "\n".join(row_text(scene, index) for index in range(1, len(scene.rows)))


def described(scene: Scene) -> str:
    """Return the title of a chart and every row of it, as one text."""
    rows = (row_text(scene, index) for index in range(1, len(scene.rows)))
    return ". ".join((scene.title, *rows)) + "."
