"""Each reading of what amounts come to, what is left of them, and what they were before."""

from reports.share_constraints.amounts.earlier_counts import earlier_counts_in_any_words
from reports.share_constraints.amounts.known_groups import known_groups
from reports.share_constraints.amounts.money_left import money_left
from reports.share_constraints.amounts.near_bases import near_bases
from reports.share_constraints.amounts.ranges import means_of_ranges
from reports.share_constraints.amounts.unit_prices import unit_prices

READINGS = (
    earlier_counts_in_any_words,
    means_of_ranges,
    money_left,
    unit_prices,
    near_bases,
    known_groups,
)
