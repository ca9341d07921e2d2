"""Counts that are parts of another whole than the one before them: the right passage is left in
peace, and one number of it put wrong is still found."""

import pytest

from tests.constraints.draws import severities

CHILDREN = "There were 281 children in care, a fall of 7 on the 288 of a year before.\n\n"
PAIRS = [
    # How often something was done is no part, and one of them is.
    (
        "They involved 39 children: 32 who ran once, six who ran twice and one who ran four times.",
        "They involved 45 children: 32 who ran once, six who ran twice and three who ran 12 times.",
    ),
    # Homes are no part of the children.
    (
        (
            "There were 27 children in homes. The city has two homes with eight beds between them, "
            "all full, and so the other 19 of the 27 were in beds of others."
        ),
        "We work with 27 children. Of the 27, 31 were seen in May.",
    ),
    # What opens a sentence is the whole of what stands alone behind it, and of no other thing.
    (
        "Of the 25 families, 31 children were seen. Among the 25 visited in May, 19 were content.",
        "Of the 25 families, 31 were seen again in June.",
    ),
    (
        "We looked at the 71 once more. In that group 38 were in work and 33 were not.",
        "We looked at the 71 once more. In that group 83 were in work.",
    ),
    # 142 and 146 come by chance to a number of other people, who are no staff.
    (
        f"{CHILDREN}Of 142 staff:\n\n* 130 were in date\n* 6 were due\n* 6 were late",
        f"{CHILDREN}Of 142 staff:\n\n* 134 were in date\n* 6 were due\n* 6 were late",
    ),
    # Those of one point come to the whole by themselves: the point before is none of them.
    (
        (
            "* Looked after: 219 (205 in March).\n* Out of area: 48 (21.9%)\n"
            "* Own carers 96, agency 61, homes 30, other 32."
        ),
        "There were 219 children: with own carers 96, agency 61, homes 30, other 23.",
    ),
    # Behind what remains no part is left: the next number opens a list of its own.
    (
        (
            "These 38 homes were visited. Twenty were full. Five had one place. For the other 13 "
            "we wait.\n\nThe sizes of the seventeen at the time of a visit were:\n\n* low: 9\n* "
            "high: 8"
        ),
        (
            "These 38 homes were visited. Twenty were full. Five had one place. For the other 18 "
            "we wait.\n\nThe sizes of the seventeen at the time of a visit were:\n\n* low: 9\n* "
            "high: 8"
        ),
    ),
    # What is left of a budget is no part beside it.
    (
        (
            "We sold four for £108,000. The sum allowed in the budget for the half-year was "
            "£80,000, which leaves £26,000 in hand."
        ),
        "The budget was £80,000. We spent £54,000, which leaves £36,000 in hand.",
    ),
    # “21 of these carers” are no part of what the carers did.
    (
        (
            "Twenty-three carers were asked twice. Between them they made 218 visits. A meeting "
            "was held with 21 of these carers. For the other two one was arranged."
        ),
        (
            "Twenty-three carers were asked twice. A meeting was held with 21 of these carers. For "
            "the other four one was arranged."
        ),
    ),
    # “The number of residents was put at” names what it counts.
    (
        (
            "The town has 24,500 residents aged 10 to 17. Our rate comes to 400 per 100,000. It "
            "was 500 in 2013/14, when the number of residents of that age was put at 24,400."
        ),
        "The town has 24,500 residents. Of these, 10,400 are in the east and 15,100 in the west.",
    ),
    # Three groups that come to the whole of the sentence before are none of them a whole.
    (
        (
            "He decided nine complaints. Four were closed early, three were upheld and two were "
            "not upheld."
        ),
        "He decided nine complaints. Three were upheld and five were not upheld.",
    ),
    # “Of the original 400” is what the count in brackets is of.
    (
        (
            "We had worked with 350 families, 85% of those agreed: under 2% (7) of the original "
            "400 families had moved."
        ),
        (
            "We had worked with 350 families, 85% of those agreed: 12% (28) of the original 400 "
            "families had moved."
        ),
    ),
    # “Up 61% on the low of 48,010” is a change, and no share.
    (
        "Households numbered 77,240, up 8% on a year earlier, and up 61% on the low of 48,010.",
        "Of the 77,240 households, 48,010 (72%) had children.",
    ),
    # Two numbers that “and” joins are no band of ages.
    (
        "There are 35 care leavers, 60 children under the age of 18 and 30 adults over 18.",
        "There are 35 children aged between 5 and 11 and 30 aged between 10 and 15.",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_a_part_of_another_whole_denies_nothing(right, wrong):
    assert severities(right) == {}
    assert severities(wrong)
