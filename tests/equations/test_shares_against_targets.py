"""What a sentence about a target says of the share in the sentence before it, and shares that a verb
or a relative clause joins to their numbers: each wrong form is warned of, and its right twin is not."""

# ruff: noqa: E501
from tests.constraints.test_right_at_sixth_sight import warned
from tests.sweeping import swept

REVIEWS = "Sixty-nine reviews were due and 62 were held on time, which is 89.9%."
FEW = "Of 228 referrals 45 were repeated within a year, or 19.7%, compared with 49 of 232, or 21.1%, in March."
# (text, its right words, its wrong words)
TWINS = (
    (f"{REVIEWS} The target of 90% was {{}}.", "missed", "met"),
    (f"{REVIEWS} The target of 90% was {{}}.", "not reached", "exceeded"),
    (f"{REVIEWS} The target of 89% has been {{}}.", "reached", "missed"),
    (
        f"{REVIEWS} The target is 95%, so performance was {{}} percentage points short.",
        "5.1",
        "6.1",
    ),
    (f"{REVIEWS} The target is 95%, so it was 5.1 percentage points {{}} it.", "below", "above"),
    (f"{FEW} The target is 20% or less, so April is {{}} the target.", "inside", "outside"),
    (f"{FEW} The target is no more than 19%, so the target was {{}}.", "missed", "met"),
    (
        "The share of files graded good {} from 50.0% in the previous period (55 of 110) to 57.9% in this one (66 of 114).",
        "rose",
        "fell",
    ),
    (
        "Of the 137 households, {} have a carer aged 60 or over, which is 27.7% of the whole.",
        "38",
        "31",
    ),
)
RIGHT = (
    f"{REVIEWS} The target is 95%, so performance was above last year’s.",
    f"{REVIEWS} The target of 90% was nearly met.",
    "Of the 91 cases, 13 (14.3%) were referred again. The figure for the half-year before that was 16 of 86 (18.6%). Our target is 15% or lower, so it is now met.",
    "We managed this for 203 of the 324 (62.7%). In 2012 it was 148 of 281 (52.7%). Our own target of 60% was therefore met.",
    f"{REVIEWS} If two more had been on time, the target of 90% would have been met.",
    "Of the 40 reviews 36 (90%) were on time and of the 50 visits 30 (60%) were. The target of 75% was met.",
    "Eight of the ten at university live in residence and two live at home; the other two people in residence are at a college.",
    "Dental checks rose by 88 children; in 2020 the figure had been 241 of 279 (86%), so more than half the ground lost has been made good.",
    "The latest quarter is higher than the one a year ago, while the latest 12 months are lower than the 12 before them.",
    "We had 170 workers on 30 September. In the 12 months as a whole, 29 left, or 17.8% of an average of 163.",
    "Six were not: in four the panel of three senior managers decided that the person could work, one volunteer was asked to leave, and one employee was dismissed.",
)


@swept(TWINS)
def test_a_wrong_form_is_warned_of_and_its_right_twin_is_not(text, right, wrong):
    assert warned(text.format(right)) == []
    assert warned(text.format(wrong)) != []


@swept(RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []
