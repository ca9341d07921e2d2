"""Each reading of a claim against every number near that it may be of."""

from reports.share_constraints.candidates.bands_in_words import bands_in_words
from reports.share_constraints.candidates.changes_in_words import changes_in_words
from reports.share_constraints.candidates.courses import courses_of_times
from reports.share_constraints.candidates.fractions_in_words import fractions_in_words
from reports.share_constraints.candidates.gaps import gaps
from reports.share_constraints.candidates.others import others
from reports.share_constraints.candidates.points import points
from reports.share_constraints.candidates.shortfalls import shortfalls
from reports.share_constraints.candidates.times_as_many import times_as_many
from reports.share_constraints.candidates.verdicts import verdicts

READINGS = (
    verdicts,
    gaps,
    others,
    courses_of_times,
    shortfalls,
)
READINGS += (times_as_many, changes_in_words, points, fractions_in_words, bands_in_words)
