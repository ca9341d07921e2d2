"""How many values are shown next to other results: none that is of something else."""

import pytest

from reports.publication.search.direct.order import doubtful
from reports.publication.search.question import read_question
from reports.publication.search.scores import Candidate, Ranked
from reports.vocabulary.thesaurus import FIGURE, ROW


@pytest.mark.parametrize(
    ("covers", "row", "single"),
    [
        ((0.5, 0.5), 0.6, set()),
        ((0.5, 0.2), 0.6, {FIGURE}),
        ((0.2, 0.2), 0.6, {FIGURE}),
    ],
)
def test_a_value_of_something_else_is_not_shown_next_to_another(covers, row, single):
    def of(kind, *shares):
        return [Ranked(Candidate(kind, place, ""), 0, one) for place, one in enumerate(shares)]

    by_kind = {FIGURE: of(FIGURE, *covers), ROW: of(ROW, row)}
    assert doubtful(read_question("how many zebras", {}), by_kind, set()) == single
