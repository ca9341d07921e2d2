"""Whether a printed figure counts what happened in its period."""

from assurance.figures.figure import Timing
from assurance.figures.keys import current_key
from assurance.figures.registry import FIGURES
from reports.documents.entries import Entry


def is_of_events(entry: Entry) -> bool:
    """True if a figure counts what happened in its period, which no plan tells before."""
    figure = FIGURES.get(current_key(entry.key))
    return figure is not None and figure.timing == Timing.IN and not figure.planned
