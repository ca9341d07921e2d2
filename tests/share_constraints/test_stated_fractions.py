"""A share in words of a whole that it names is that of the number next to it."""

import pytest

from tests.constraints.test_right_at_sixth_sight import warned
from tests.share_constraints.test_weights import wordings

# `«right|wrong»`.
FAULTS = (
    "«Three fifths|Half» of the 40 carers replied: 24 in all.",
    "«Fewer than half|Most» of the 50 visits were on time; 21 were.",
    "A «majority|minority» of the 60 staff, 38, had the training.",
    "Three quarters of the 80 children, «60|48», had a health check.",
    "One in «three|five» of the 90 children, 30, moved school.",
    "«Over three quarters|Nearly half» of the 40 carers (31) replied.",
    "Only a third of our 63 officers – «21|12» – had been trained.",
)
RIGHT = (
    "About a third of the 89 files, 28, were late.",
    "Half of the 40 carers, and 24 of the 30 staff, replied.",
    "Most of the 50 visits were on time; 21 were made by a manager.",
    "A quarter of the 80 children, 12 of them under five, moved school.",
    "Half of the 12 homes: 24 places, of which 20 were taken.",
    "Half of the 40 carers replied: 24 children lived with them.",
)


@pytest.mark.parametrize("text", FAULTS)
def test_the_wrong_share_alone_is_warned_of(text):
    right, wrong = wordings(text)
    assert "share-in-words" not in warned(right)
    assert "share-in-words" in warned(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_a_number_of_others_is_left_alone(text):
    assert "share-in-words" not in warned(text)
