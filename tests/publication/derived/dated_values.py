"""The value of each figure that a search for a month or a year must print, or those nearest to it,
derived a second time from frozen documents."""

from reports.publication.latest_figures import latest_figures
from reports.publication.models.figures import PrintedFigure
from tests.publication.derived import history

MONTHS = ("", "2015-03", "2015-06", "2015", "2016-12")


def assert_follows(council, issues):
    """Holds what a search answers for each of some months; gives how many answers were held."""
    rows = list(PrintedFigure.objects.public_in(council).in_order().with_newest())
    held = 0
    for month in MONTHS:
        for figure in latest_figures(council, rows, month):
            told = history.printings(issues, figure.key, figure.member)
            now = [row for issue, row in told if issue.is_current]
            held += _holds(figure, month, now)
    return held


def _holds(figure, month, now):
    """Whether there was a value to hold; a figure that a correction took out has none now."""
    of_month = [row for row in now if row["end"].startswith(month)]
    if of_month:
        value = (figure.point.entry.end, figure.point.entry.text)
        assert value in [(row["end"], row["text"]) for row in of_month]
        assert month or value[0] == max(row["end"] for row in now)
        assert figure.absent is None
    elif month:
        counted = [row["end"] for row in now if not row["mark"] and row["count"] is not None]
        before = max((end for end in counted if end < month), default=None)
        after = min((end for end in counted if end > month), default=None)
        nearest = (figure.absent.earlier, figure.absent.later)
        assert tuple(point and point.entry.end for point in nearest) == (before, after)
    return bool(now)
