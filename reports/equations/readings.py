"""Each reading of what the numbers of a passage, or of a report, come to by its words."""

from reports.equations.labelled_values import labelled_values
from reports.equations.listed_parts import listed_parts
from reports.equations.movements import movements
from reports.equations.net_changes import net_changes
from reports.equations.overlaps import overlaps
from reports.equations.rates_of_change import rates_of_change

READINGS = (
    movements,
    overlaps,
    rates_of_change,
    listed_parts,
    net_changes,
    labelled_values,
)
# Their sentences hold every number and the word that joins them, or found faults in reports that
# they were not built with, and left right ones in peace.
PROVED = (movements, rates_of_change, net_changes, labelled_values)
