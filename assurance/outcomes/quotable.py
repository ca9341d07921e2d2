"""What a report may quote of outcome sets; how many people came to what is a figure, so that small
numbers are protected."""

from datetime import date

from assurance.figures.quotable import QuotedRecord, active_rows, begun_by, plain
from assurance.outcomes.models import OutcomeSet


def _by_day(council, slug):
    """The set called by its slug and its day: `care-leavers-2015-03-31`."""
    try:
        day = date.fromisoformat(slug[-10:])
    except ValueError:
        return None
    return active_rows(OutcomeSet)(council).filter(slug=slug[:-11], to_date=day).first()


RECORDS = {
    "outcome_set": QuotedRecord(
        _by_day,
        {**plain("title population source to_date"), "at": lambda row: row.when},
        begun_by("to_date"),
    )
}
