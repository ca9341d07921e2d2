"""All, none and most of a whole that is named, against the number that the same passage gives."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.constraints.antecedents.readings import claims_of_antecedents
from reports.constraints.claims.contrasts import (
    counted_places,
    graded_apart,
    negated_apart,
    none_before,
    none_of_some,
    one_in,
    unlike_rest,
    unlike_whole,
)
from reports.constraints.claims.echoes import (
    behind_a_stop,
    concluded,
    in_other_words,
    next_to,
)
from reports.constraints.claims.extremes import best_of, beyond, in_order, some_beyond
from reports.constraints.claims.labels import shares_of_labels
from reports.constraints.claims.members import (
    both,
    but_the_other,
    elsewhere,
    fewer_than_bound,
    graded,
    named,
)
from reports.constraints.claims.part_shares import shares_of_parts
from reports.constraints.claims.sequels import all_but, all_of_these
from reports.constraints.claims.targets import on_target
from reports.constraints.context.bands import shares_of_bands
from reports.constraints.context.cells import parts_of_cells
from reports.constraints.context.complements import (
    left_over,
    mean_before,
    part_of_part,
    reckoned_on,
    rest_of_hundred,
    share_of_a_change,
)
from reports.constraints.context.groups import (
    all_of_a_few,
    all_of_a_split,
    answered,
    bands_of_a_whole,
    dates_twice,
    dates_within,
)
from reports.constraints.context.named_cells import named_cells
from reports.constraints.context.named_wholes import (
    all_of_another,
    beside_a_claim,
    claimed_in_brackets,
    none_without,
    of_the_whole,
)
from reports.constraints.context.own_sums import own_sums
from reports.constraints.context.rows import rows_of_tables
from reports.constraints.context.shares_before import shares_before
from reports.constraints.context.table_claims import claims_of_tables
from reports.constraints.prose_lists.readings import claims_of_lists
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.claims import CLAIM
from reports.quantities.model import (
    Denial,
    Statement,
    constraint,
    guesses,
    of_readings,
)
from reports.quantities.passages import after, before, statements, unless_silent
from reports.share_constraints.groups.changes_of_counts import changes_of_counts
from reports.share_constraints.groups.earlier_gaps import earlier_gaps
from reports.share_constraints.groups.net_flows import net_flows
from reports.share_constraints.groups.shares_of_moves import shares_of_moves
from reports.share_constraints.members.readings import OF_A_PAPER, OF_A_PASSAGE, PROVED_OF_A_PASSAGE
from reports.share_constraints.prices import priced, priced_before
from reports.share_constraints.products import of_the_total, products, told_behind
from reports.share_constraints.scales.ends import outside_ends
from reports.share_constraints.totals.parts_in_turn import parts_in_turn
from reports.table_constraints.cells.readings import claims_of_cells
from reports.table_constraints.measures.readings import claims_of_measures

_TELLS = SentencePattern(
    rf"⟦|\b(?:both|half|other|others|one|first|second|third|last)\b|{CLAIM.pattern}", re.I
)


@constraint(
    "claim-unlike-number", "C15; source of error 5", follows=("parts-of-whole", "percent-of-count")
)
def claims(reading: Reading) -> Iterator[Denial]:
    """All, none, most and half of a whole are what the numbers of the passage show."""
    yield from guesses(on_target(reading))
    yield from of_readings(_PROVED, _OF_A_PAPER, reading)
    rows = statements(reading)
    for place, row in enumerate(rows):
        # What states no number and claims no share of a whole denies nothing.
        if not _TELLS.search(row.sentence.text):
            continue
        earlier, later = before(rows, place, 12), after(rows, place, 2)
        yield from unless_silent(row, _of_one)
        yield from unless_silent(row, _of_passage, earlier, later)


def _of_one(row: Statement):
    # This says itself what is proved of what it finds.
    yield from products(row)
    yield from of_readings(_PROVED_OF_ONE, _OF_ONE, row)


def _of_passage(row: Statement, earlier: Sequence[Statement], later: Sequence[Statement]):
    for find in _PROVED_OF_A_PASSAGE:
        yield from find(row, earlier)
    yield from graded_apart(earlier[0], row) if earlier else ()
    yield from guesses(_unproven(row, earlier, later))


def _unproven(row: Statement, earlier: Sequence[Statement], later: Sequence[Statement]):
    yield from priced_before(earlier[0], row) if earlier else ()
    yield from of_the_total(row, earlier[:2])
    yield from (*one_in(row, earlier), *told_behind(row, earlier[:1]))
    yield from all_but(row)
    yield from all_of_these(row, earlier)
    yield from beyond(row, later)
    for find in _OF_A_PASSAGE:
        yield from find(row, earlier)
    for find in _OF_TWO if earlier else ():
        yield from find(earlier[0], row)


_OF_ONE = (beside_a_claim, all_of_another, of_the_whole, claimed_in_brackets, none_without)
_OF_ONE += (both, but_the_other)
_OF_ONE += (behind_a_stop, in_other_words, elsewhere, graded, fewer_than_bound)
_OF_ONE += (dates_twice, dates_within)
_OF_ONE += (unlike_rest, in_order)
_OF_TWO = (negated_apart, none_before, none_of_some, concluded, next_to, unlike_whole)
_OF_TWO += (best_of, some_beyond)
_OF_A_PASSAGE = (answered, all_of_a_split)
_OF_A_PASSAGE += (left_over, part_of_part, reckoned_on, share_of_a_change, mean_before)
_OF_A_PASSAGE += (rest_of_hundred, shares_of_parts)
_OF_A_PASSAGE += OF_A_PASSAGE
_OF_ONE += (priced,)
_OF_A_PASSAGE += (outside_ends, all_of_a_few)
# Each found faults, and was wrong of none of a thousand right reports.
_PROVED_OF_ONE = (own_sums, bands_of_a_whole, named, counted_places)
_PROVED_OF_A_PASSAGE = (shares_before, *PROVED_OF_A_PASSAGE)
_PROVED = (claims_of_cells, claims_of_antecedents, claims_of_measures)
_PROVED += (earlier_gaps, shares_of_moves, shares_of_bands)
# These say themselves what is proved of what they find.
_PROVED += (claims_of_lists, parts_in_turn)
_OF_A_PAPER = (rows_of_tables, net_flows, changes_of_counts)
_OF_A_PAPER += (parts_of_cells, shares_of_labels)
_OF_A_PAPER += (claims_of_tables, named_cells, *OF_A_PAPER)
