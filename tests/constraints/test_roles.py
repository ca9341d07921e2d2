"""What each number of a sentence is by the words around it."""

import pytest

from reports.quantities.passages import statements
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, REST, TARGET, TOTAL
from tests.checks.drawn import reading

# (a sentence, the role of each of its numbers in order)
SENTENCES = [
    ("There were 219 young people in the service.", [TOTAL]),
    ("Forty-one of them were 17, 53 were 19, 44 were 20 and 33 were 21.", [TOTAL, RATE] * 4),
    ("A further 30 took from 29 days to 56.", [TOTAL, TOTAL, BOUND]),
    ("Waits fell from 29 days to 19.", [TOTAL, TOTAL]),
    ("The other 16 were late.", [REST]),
    ("Referrals rose by 38, and there were 612.", [CHANGE, TOTAL]),
    ("Growth on last quarter is 192 contacts.", [CHANGE]),
    ("So the rise is 261.", [CHANGE]),
    ("On average each worker had 17 cases.", [MEAN]),
    ("The target is 95 per cent.", [TARGET]),
    ("The rate is 71 per 10,000 children.", [MEAN, RATE]),
]


@pytest.mark.parametrize(("sentence", "roles"), SENTENCES)
def test_a_number_has_the_role_that_its_words_give_it(sentence, roles):
    [row] = [row for row in statements(reading(sentence)) if row.quantities]
    assert [item.phrase.role for item in row.quantities] == roles
