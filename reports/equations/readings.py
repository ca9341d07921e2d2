"""Each reading of what the numbers of a passage, or of a report, come to by its words."""

from reports.equations.listed_parts import listed_parts
from reports.equations.movements import movements
from reports.equations.overlaps import overlaps
from reports.equations.rates_of_change import rates_of_change

READINGS = (movements, overlaps, rates_of_change, listed_parts)
