"""Each reading of a whole passage, in turn, where no rule of its sentences found a fault."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.date_constraints.limits.counted_dates import counted_dates
from reports.date_constraints.limits.dates_in_period import dates_in_period
from reports.date_constraints.limits.orders_of_dates import orders_of_dates
from reports.date_constraints.limits.parts_of_years import parts_of_years
from reports.date_constraints.limits.quarters import quarters
from reports.date_constraints.limits.universal_limits import universal_limits
from reports.date_constraints.limits.weekdays import weekdays_kept
from reports.date_constraints.orders import readings as orders
from reports.date_constraints.times.compared_values import compared_values
from reports.date_constraints.times.dated_courses import dated_courses
from reports.equations import readings as equations
from reports.equations.amounts import readings as amounts
from reports.equations.amounts.least_and_most import least_and_most
from reports.equations.amounts.plain_rests import plain_rests
from reports.equations.amounts.point_gaps import point_gaps
from reports.equations.courses.concluded_changes import concluded_changes
from reports.equations.courses.judged_shares import judged_shares
from reports.equations.courses.list_totals import means_of_lists, shares_of_lists
from reports.equations.courses.met_targets import met_targets
from reports.equations.courses.peaks_of_prose import peaks_of_prose
from reports.equations.courses.shares_against_targets import shares_against_targets
from reports.equations.courses.stated_limits import stated_limits
from reports.equations.courses.steep_courses import steep_courses
from reports.equations.courses.totals_of_lists import totals_of_lists
from reports.equations.ratios import readings as ratios
from reports.quantities.model import Denial, constraint, guesses
from reports.share_constraints.candidates.bands_in_words import bands_in_words
from reports.share_constraints.candidates.fractions_in_words import fractions_in_words
from reports.share_constraints.candidates.readings import READINGS as OF_CANDIDATES
from reports.share_constraints.conclusions.balances import balances
from reports.share_constraints.conclusions.points_and_parts import points_and_parts
from reports.share_constraints.explanations.comparators import comparators
from reports.share_constraints.explanations.mentions import mentions
from reports.share_constraints.explanations.partitions import partitions
from reports.share_constraints.explanations.rests import rests
from reports.share_constraints.explanations.rows import rows_of_tables
from reports.share_constraints.explanations.shares import (
    means_elsewhere,
    ratios_elsewhere,
    shares_elsewhere,
)
from reports.share_constraints.explanations.slips import mistyped_cells, mistyped_counts
from reports.share_constraints.named_bases.other_bases import (
    shares_of_other_bases,
    shares_of_other_columns,
)
from reports.share_constraints.named_bases.shares import shares_of_named
from reports.share_constraints.scales.chained_bands import chained_bands
from reports.share_constraints.sizes.concluded_rates import concluded_rates
from reports.share_constraints.sizes.halves import halves
from reports.share_constraints.sizes.halves_of_states import halves_of_states
from reports.share_constraints.sizes.listed_states import listed_states
from reports.share_constraints.sizes.whole_groups import whole_groups
from reports.share_constraints.totals.exact_means import exact_means
from reports.share_constraints.totals.means import closed_means
from reports.share_constraints.totals.products_of_prices import products_of_prices
from reports.share_constraints.totals.remainders import remainders_of_wholes
from reports.share_constraints.totals.rows_behind import rows_behind
from reports.share_constraints.totals.shares import closed_shares
from reports.share_constraints.totals.stock_changes import stock_changes

_READINGS = (
    dated_courses,
    whole_groups,
    rows_behind,
    products_of_prices,
    exact_means,
    balances,
    points_and_parts,
    rests,
    shares_elsewhere,
    mentions,
    chained_bands,
    shares_of_named,
    partitions,
    remainders_of_wholes,
    compared_values,
    stock_changes,
    judged_shares,
    counted_dates,
    orders_of_dates,
    halves_of_states,
    listed_states,
    concluded_changes,
    rows_of_tables,
    *orders.READINGS,
    *amounts.READINGS,
    closed_shares,
    closed_means,
    universal_limits,
    weekdays_kept,
    parts_of_years,
    dates_in_period,
    *ratios.READINGS,
    steep_courses,
    peaks_of_prose,
    met_targets,
    shares_against_targets,
    stated_limits,
    halves,
    means_of_lists,
    shares_of_lists,
    totals_of_lists,
    means_elsewhere,
    comparators,
    ratios_elsewhere,
    concluded_rates,
    least_and_most,
    plain_rests,
    point_gaps,
    *OF_CANDIDATES,
    quarters,
    *equations.READINGS,
    shares_of_other_bases,
    shares_of_other_columns,
    mistyped_cells,
    mistyped_counts,
)
# Each found three faults or more in reports of authors who had seen no rule, and was wrong of none
# of 750 right ones.
_PROVED = frozenset(
    (*orders.PROVED, *amounts.PROVED, *equations.PROVED, rows_behind, quarters, shares_elsewhere)
    + (shares_of_other_bases, shares_of_other_columns, mistyped_counts)
    + (points_and_parts, stock_changes, chained_bands, dated_courses, shares_against_targets)
    # What these find is proved where a slip of the pen shows, or a number that ties two others.
    + (rests, partitions)
    # Their sentences hold both values and the word that joins them, and leave nothing open.
    + (stated_limits, concluded_rates, fractions_in_words, weekdays_kept)
    + (parts_of_years, dates_in_period, totals_of_lists, *ratios.READINGS)
    + (least_and_most, plain_rests, point_gaps, whole_groups, bands_in_words)
    # These say themselves what is proved of what they find.
    + (halves, remainders_of_wholes)
)
# The rules of sentences read the same numbers; a fault that they found is given once.
_FOLLOWS = (
    *("claim-unlike-number", "share-in-words", "mean-denied", "percent-of-count"),
    *("parts-of-whole", "direction-denied", "change-denied", "follows-from-none"),
    *("consequence-denied", "rank-denied", "text-unlike-table", "series-denied"),
    *("small-number", "percent-without-base", "wrong-weekday"),
    *("told-as-to-come", "day-gone-by", "days-apart", "length-denied", "working-days-passed"),
    *("number-unlike-before", "end-before-start"),
)


@constraint("passage-denied", "C02; C03; sources of error 2, 5 and 9a", follows=_FOLLOWS)
def passages(reading: Reading) -> Iterator[Denial]:
    """A share, a mean, a rest, a course or a limit is what the numbers of its passage come to."""
    for read in _READINGS:
        yield from read(reading) if read in _PROVED else guesses(read(reading))
