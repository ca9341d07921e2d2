"""The reports that wait for the reader's approval: since when, and what changed."""

from reports.tasks.papers import FOR_APPROVAL


def of_approvals(reader):
    """A card for each, the one that was sent first first; None where none waits."""
    rows = [need for need in reader.needs if need.status == FOR_APPROVAL]
    return {"rows": rows, "button": True, "asks": True} if rows else None
