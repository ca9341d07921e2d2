"""What published reports promised a council's members and nothing has answered yet."""

from datetime import timedelta

from reports.papers.models.commitments import Commitment

SOON = timedelta(days=92)
MOST = 6


def of_commitments(reader):
    """The open commitments that are due within three months or have no update, for members."""
    if not reader.only_reads:
        return None
    council = reader.user.council
    public = Commitment.objects.public_in(council.slug)
    rows = [row for row in public if not row.answer_is_public]
    dated = [row for row in rows if row.due_on and row.due_on <= reader.day + SOON]
    printed = [(row, row.due_on < reader.day) for row in sorted(dated, key=_turn)[:MOST]]
    return {"rows": printed, "total": len(rows), "council": council, "until": reader.day + SOON}


def _turn(row):
    return row.due_on, row.pk
