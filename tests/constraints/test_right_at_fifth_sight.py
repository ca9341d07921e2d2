"""Right passages of forms that rules once took for wrong, by officers who had seen no rule; next to
them wrong ones of the same forms, which are still found."""

# Kept as one would type them.
# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned

OUTCOMES = """Table: Outcomes
| Outcome | Young people |
| Higher education | 14 |
| Further education | 36 |
| Work or training | 40 |
| None of these | 60 |
| All | 150 |

"""
RIGHT = (
    # All that the parts and the whole taken for them come to is counted elsewhere.
    (
        "Of the 1,480 enquiries closed, 1,203 were answered within the week.\n\n# Results\n\n"
        "Nothing more was done in 540. Advice was given to 310, a worker was asked to call on 405, and "
        "for 170 a meeting was held. The remaining 55 went to another council."
    ),
    # What the parts come to is the whole of something else.
    (
        "There are 412 plans, for 506 children.\n\nOf the plans, 388 have an allocated visitor. As to the "
        "children, 251 are girls, 240 are boys and fifteen are not yet born."
    ),
    "Briefings will follow in May, in three towns and on six dates, with room for 120 people in total.",
    (
        "We counted 96 people at the fair: 51 children, 28 parents and 23 helpers. Add those and you get "
        "102. Six of the helpers are parents too."
    ),
    # A part counted again, the rest of another part, a sum of its own.
    "Eight of the 15 have replied. Four are away. That leaves three who have not; all three have been rung.",
    "There were 29 pupils in the year. By July 26 had a place. Two of the remaining three hoped to work. The third had moved away.",
    "Of the 64 in foster care, 22 are with relatives; three further children live with friends, so that 25 in all are with people they know.",
    "Twelve children were away four times or more. Between them they had 61 episodes. Of the other children, 19 were away twice and 28 once.",
    # No number of these is the whole of the others.
    "Seven of the leavers moved to another county, five to an agency and three retired. Fifteen left in all.",
    "Four groups came in the month, one of four children and three of two.",
    "- Fifty-two (65%) said that they like their school.\n- Forty-four, or 55%, have a laptop.\n- Seventeen had not heard of the fund before the 80 were asked.",
    # A share that would be, or of those who did something.
    "Measured against every place, occupancy is 70.0%; if the 30 places on hold are set aside, it is 82.4% of the 170 that could be used.",
    "Had the rule been in force, three of the 14 late checks would have been in time, lifting the rate to 89.1%.",
    "Of 310 forms sent, 248 came back. Roughly a third of those who returned one, 33.9%, asked for a call.",
    "The library and the museum took 20 of the 36 books, or 56%. Nine came from the schools. That is one in four, and more than last year.\n\n"
    + OUTCOMES,
    # Amounts, words of direction and days of other things.
    "We have now closed 31 of the plan's 52 actions, eleven more than the 20 that we had closed by May.",
    "The average call, which had been five minutes and twenty seconds in May, had come down to three minutes and five seconds, a saving of 135 seconds.",
    "That makes 160 attendances. As some came twice, the number of individuals is lower, at 118, drawn from 74 schools.",
    "Early signs are good: what was due by 4 November 2015 was sent on 2 December 2015, and half of the replies came sooner.",
    "The move took place on Saturday 12 and Sunday 13 March 2016, and nothing changed for the five days on either side.",
    "Attendance was 93.2 per cent, half a point better than the 92.7 per cent recorded for the same terms.",
    "Thirteen of the 48 missed at least half.",
    "The fund stood at £5.0 million. Members agreed to use £1.5 million. Should it bear the overspend of £3.4 million, only £100,000 would be left in it.",
    "The programme allows for ten visits a month, or 60 in the half-year, and 57 were made. In the half-year before 66 were made.",
    OUTCOMES + "Further education, work and training are at 50.7%, or 76 of the 150 young people.",
)
WRONG = (
    "Of the 1,480 enquiries closed, 540 needed nothing, 310 had advice, 405 a call and 170 a meeting; the remaining 75 went to another council.",
    "Of the 506 children, 251 are girls, 240 are boys and 25 are not yet born.",
    "We counted 96 people at the fair: 51 children, 28 parents and 23 helpers.",
    "Of 29 pupils 26 had a place by July. The remaining four hoped to work.",
    "Of the 15 who left, seven moved to another county, five went to an agency and the other four retired.",
    "It is 80.4% of the 170 places that could be used (140 of 170).",
    "We have now closed 31 of the plan's 52 actions, twelve more than the 20 that we had closed by May.",
    "The average call, which had been five minutes in May, had come down to three minutes, a saving of four minutes.",
    "What was due by 4 November 2015 was sent on 2 December 2015, two weeks early.",
    "The fund stood at £5.0 million. Members agreed to use £1.5 million, leaving £3.2 million in it.",
    OUTCOMES + "Further education is at 34.0%.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_ones_rest(text):
    assert not warned(text)


@pytest.mark.parametrize("text", WRONG)
def test_wrong_ones_of_the_same_forms_are_found(text):
    assert warned(text)
