"""A member's own notes, and the words to look for in published reports."""

from reports.publication.notes.queries import in_papers

MOST = 4


def notes_of(reader):
    """The first of the notes that a member wrote, the newest reports first, with their number."""
    rows = [(edition, note) for edition, notes in in_papers(reader.user) for note in notes]
    return {"rows": rows[:MOST], "total": len(rows)}


def of_search(reader):
    """The one search of a home page; the council's published reports for who reads them alone."""
    return {"council": reader.user.council if reader.only_reads else None}
