"""Printed figures that count what happened in their period."""

from assurance.figures.figure import Timing
from assurance.figures.keys import current_key
from assurance.figures.registry import FIGURES
from reports.documents.entries import Entry

# The answers of a wave are all there once it has ended, whatever period it is quoted for.
_OF_ENDED = ("surveys",)


def is_of_events(entry: Entry) -> bool:
    """True if a figure counts what happened in its period, which no plan tells before."""
    figure = FIGURES.get(current_key(entry.key))
    if figure is None or figure.planned or figure.subject in _OF_ENDED:
        return False
    return figure.timing == Timing.IN
