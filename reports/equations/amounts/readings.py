"""Each reading of what amounts come to, what is left of them, and what they were before."""

from reports.equations.amounts.earlier_counts import earlier_counts_in_any_words
from reports.equations.amounts.exclusive_parts import exclusive_parts
from reports.equations.amounts.gaps_from_aims import gaps_from_aims
from reports.equations.amounts.known_groups import known_groups
from reports.equations.amounts.listed_values import listed_values
from reports.equations.amounts.money_left import money_left
from reports.equations.amounts.near_bases import near_bases
from reports.equations.amounts.ranges import means_of_ranges
from reports.equations.amounts.unit_prices import unit_prices
from reports.equations.amounts.weighted_totals import weighted_totals

READINGS = (
    earlier_counts_in_any_words,
    means_of_ranges,
    money_left,
    unit_prices,
    near_bases,
    known_groups,
    listed_values,
    weighted_totals,
    exclusive_parts,
    gaps_from_aims,
)
# Their sentences hold every number and the word that joins them, and leave nothing open.
PROVED = (means_of_ranges, listed_values, weighted_totals, exclusive_parts, gaps_from_aims)
