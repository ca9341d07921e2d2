"""What a report may quote of outcome sets; how many people came to what is a figure, so that small
numbers are protected. A set is named with its day, or without: then it is the newest of its series
by the report's position, as the figures are."""

from datetime import date

from assurance.figures.quotable import DATES, AtDay, QuotedRecord, active_rows, begun_by, plain
from assurance.outcomes.models import OutcomeSet

POSITION = "position"
# How a set is marked that was named without its day.
FOLLOWS = "follows_position"


def _found(council, slug):
    """The set called by its slug and its day, `care-leavers-2015-03-31`, or the first of the
    series `care-leavers`, which follows the report."""
    rows = active_rows(OutcomeSet)(council)
    try:
        exact = rows.filter(slug=slug[:-11], to_date=date.fromisoformat(slug[-10:])).first()
    except ValueError:
        exact = None
    return exact or _following(rows.filter(slug=slug).order_by("to_date").first())


def _following(row):
    if row:
        setattr(row, FOLLOWS, True)
    return row


def _latest(row, day):
    """The newest set of a series by the end of `day`, or None."""
    rows = OutcomeSet.objects.of(row.council).latest_by(day)
    return _following(rows.filter(slug=row.slug).first())


class SeriesAtDay(AtDay):
    """How a set is read on a day: one named without its own is the newest of its series then."""

    def row(self, row, day):
        """The set of that day, or None where none had begun."""
        return _latest(row, day) if hasattr(row, FOLLOWS) else super().row(row, day)


def _for_paper(row, paper):
    """A set as a paper prints it: of a series, the one that its figures are read from."""
    when = paper and paper.names.get(POSITION)
    follows = when and hasattr(row, FOLLOWS)
    return (_latest(row, when.end) or row) if follows else row


def _targets(row):
    """The outcomes that have a target, each with it: `Alone: 30% ± 5 points`."""
    aims = [outcome for outcome in row.outcomes.all() if outcome.target is not None]
    return "; ".join(f"{outcome.title}: {outcome.target_words}" for outcome in aims)


BY_DATES = begun_by("to_date")
RECORDS = {
    "outcome_set": QuotedRecord(
        _found,
        {
            **plain("title population source to_date"),
            "at": lambda row: row.when,
            "targets": _targets,
        },
        SeriesAtDay(DATES, BY_DATES.filtered),
        _for_paper,
    )
}
