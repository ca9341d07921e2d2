"""Each reading of the order of dates and of the time between them."""

from reports.date_constraints.orders.clock_hours import clock_hours
from reports.date_constraints.orders.commitments import commitments_kept
from reports.date_constraints.orders.conjunctions import conjunctions
from reports.date_constraints.orders.day_limits import day_limits
from reports.date_constraints.orders.lengths import lengths
from reports.date_constraints.orders.renewals import renewals
from reports.date_constraints.orders.sequences import sequences
from reports.date_constraints.orders.times_ago import times_ago
from reports.date_constraints.orders.times_to_come import times_to_come

READINGS = (
    times_to_come,
    sequences,
    conjunctions,
    lengths,
    commitments_kept,
    renewals,
    day_limits,
    clock_hours,
    times_ago,
)
# Wrong of no right report, and right of several faults in reports that none was built with.
PROVED = (commitments_kept, conjunctions, lengths, renewals, day_limits, sequences, clock_hours)
PROVED += (times_ago,)
