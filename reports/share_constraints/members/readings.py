"""Each reading of what is claimed of all, some or a mean, in turn: of a sentence with those before
it, and of a whole report."""

from reports.share_constraints.groups.changes_of_counts import changes_of_counts
from reports.share_constraints.groups.earlier_gaps import earlier_gaps
from reports.share_constraints.groups.members_beyond import members_beyond
from reports.share_constraints.groups.net_flows import net_flows
from reports.share_constraints.groups.parts_before import parts_before
from reports.share_constraints.groups.shares_concluded import shares_concluded
from reports.share_constraints.groups.shares_of_moves import shares_of_moves
from reports.share_constraints.groups.ways_of_pairs import ways_of_pairs
from reports.share_constraints.members.both_ways import both_ways
from reports.share_constraints.members.changes_since import changes_since
from reports.share_constraints.members.comparisons import compared
from reports.share_constraints.members.counted_claims import counted_claims
from reports.share_constraints.members.courses import courses
from reports.share_constraints.members.made_up import made_up
from reports.share_constraints.members.negative_states import negated_states
from reports.share_constraints.members.points import points_between
from reports.share_constraints.members.remainders import remaining
from reports.share_constraints.members.shares_of_all import shares_of_all
from reports.share_constraints.members.states import states_of_some
from reports.share_constraints.members.two_states import unlike_both
from reports.share_constraints.scales.age_bands import age_bands
from reports.share_constraints.scales.grade_scales import graded_by_scale
from reports.share_constraints.scales.graded_counts import graded_counts
from reports.share_constraints.totals.parts_in_turn import parts_in_turn
from reports.share_constraints.totals.votes import votes

OF_A_PASSAGE = (
    counted_claims,
    compared,
    courses,
    made_up,
    graded_by_scale,
    graded_counts,
    changes_since,
    remaining,
    unlike_both,
    points_between,
    both_ways,
    votes,
    parts_before,
    members_beyond,
    shares_concluded,
)
OF_A_PAPER = (
    parts_in_turn,
    changes_of_counts,
    shares_of_moves,
    ways_of_pairs,
    earlier_gaps,
    states_of_some,
    age_bands,
    negated_states,
    shares_of_all,
    net_flows,
)
