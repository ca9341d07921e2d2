"""Each reading of the order of dates and of the time between them."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.model import Denial, of_readings
from reports.share_constraints.orders.birth_years import birth_years
from reports.share_constraints.orders.lengths import lengths
from reports.share_constraints.orders.sequences import sequences
from reports.share_constraints.orders.times_to_come import times_to_come

_READINGS = (times_to_come, sequences, lengths, birth_years)


def orders(reading: Reading) -> Iterator[Denial]:
    """Dates are in the order of what they are of, and lengths of time are those between them."""
    yield from of_readings((), _READINGS, reading)
