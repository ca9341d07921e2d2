"""Asking the looked-after figures, as their tests do."""

from datetime import date

from assurance.figures.figure import FigureRequest, Mark
from assurance.looked_after.figures import FIGURES
from assurance.runtime.periods import When
from tests.cast import make_council

KEYS = {figure.key.partition(".")[2]: figure for figure in FIGURES}
DAY = date(2015, 12, 1)


def measure(name, day=DAY, *, since=None, cohort=None, council=None, start=None):
    """Member → value of the figure called `name`."""
    when = When(start, day) if start else When.at(day)
    return KEYS[name].measure(FigureRequest(council or make_council(), when, cohort, since))


def counts(name, day=DAY, **said):
    """Member → count."""
    return {member: value.count for member, value in measure(name, day, **said).items()}


def not_returned(name, day=DAY, **said):
    """Whether nothing is held."""
    values = measure(name, day, **said)
    return [value.mark for value in values.values()] == [Mark.NOT_RETURNED]
