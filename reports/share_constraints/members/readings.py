"""Each reading of what is claimed of all, some or a mean, in turn: of a sentence with those before
it, and of a whole report."""

from reports.share_constraints.groups.shares_concluded import shares_concluded
from reports.share_constraints.groups.ways_of_pairs import ways_of_pairs
from reports.share_constraints.members.changes_since import changes_since
from reports.share_constraints.members.comparisons import compared
from reports.share_constraints.members.courses import courses
from reports.share_constraints.members.made_up import made_up
from reports.share_constraints.members.states import states_of_some
from reports.share_constraints.scales.graded_counts import graded_counts

OF_A_PASSAGE = (compared, courses, changes_since)
PROVED_OF_A_PASSAGE = (made_up, graded_counts, shares_concluded)
OF_A_PAPER = (
    ways_of_pairs,
    states_of_some,
)
