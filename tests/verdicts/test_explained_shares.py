"""A share or a mean that two other numbers beside it come to is not warned of: what denies it took
another pair. One that nothing explains is, and so is one that has the wrong base."""

# ruff: noqa: E501
from tests.constraints.test_right_at_sixth_sight import found_in, warned
from tests.sweeping import swept

# (text, its right number, its wrong number)
TWINS = (
    (
        "Of the 109 hackney carriages, 71 can take a wheelchair (65.1%); among the 360 private hire vehicles only 23 can ({}).",
        "6.4%",
        "7.8%",
    ),
    (
        "Together 607 carers had help. Breaks have grown most, from 148 to 187 in a year ({}), following the opening of six more beds.",
        "26.4 per cent",
        "29.4 per cent",
    ),
    ("Visits numbered 742, which is 53 more than in the same term of 2014, or {}.", "7.7%", "7.1%"),
)
MEAN = "The panel met 11 times. It considered 17 approvals, one application refused, 29 reviews and two terminations, in all 49 items or {} a meeting."


@swept(TWINS)
def test_only_a_share_that_nothing_explains_is_warned_of(text, right, wrong):
    assert warned(text.format(right)) == []
    assert warned(text.format(wrong))


def test_a_mean_of_the_sentence_before_is_explained():
    assert warned(MEAN.format("4.5")) == []


def test_a_whole_per_cent_is_explained_by_the_only_two_numbers_of_its_sentence():
    """Three numbers have twelve results, of which one or another is near to nearly any per cent."""
    text = "We had worked with 350 families, 85% of those agreed: 12% (28) of the original 400 families had moved."
    assert found_in(text)
