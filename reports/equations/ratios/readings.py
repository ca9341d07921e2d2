"""Each reading of a mean, a cost or a share of what its own passage counts."""

from reports.equations.ratios.costs_for_each import costs_for_each
from reports.equations.ratios.means_for_each import means_for_each
from reports.equations.ratios.occasions import occasions
from reports.equations.ratios.rates_of_population import rates_of_population
from reports.equations.ratios.remaining_shares import remaining_shares
from reports.equations.ratios.shares_of_sentences import shares_of_sentences
from reports.equations.ratios.vacant_posts import vacant_posts

# Their sentences hold every number and the word that joins them.
READINGS = (
    means_for_each,
    costs_for_each,
    occasions,
    remaining_shares,
    shares_of_sentences,
    rates_of_population,
    vacant_posts,
)
