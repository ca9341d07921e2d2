"""Values that a sentence lists one by one, totals of groups, parts of one kind only, hours of the
clock and weekly days: each wrong form is warned of, and its right twin is not; and right passages that rules
once read as one number with another."""

# ruff: noqa: E501
import pytest

from tests.constraints.test_right_at_sixth_sight import warned

HOMES = """Table: Homes at 31 March 2015
| Home | Places | Children | Visits |
| Alder Lodge | 6 | 5 | 12 |
| Birch Lodge | 5 | 4 | 12 |
| Cherry Lodge | 4 | 4 | 11 |
| Total | 15 | 13 | 35 |

"""
GRADES = """Table: Grades by team
| Team | Good | Requires improvement | Inadequate | Audits |
| Assessment | 12 | 9 | 3 | 24 |
| Disability | 5 | 3 | 0 | 8 |
| Leaving care | 3 | 2 | 1 | 6 |
| Total | 20 | 14 | 4 | 38 |

"""
# (text, its right words, its wrong words)
TWINS = (
    ("The five that ended took 16, 21, 26, 33 and 44 days, an average of {} days.", "28", "31"),
    ("Six were closed. They took 10, 12, 15, 19, 22 and 36 weeks, a mean of {} weeks.", "19", "22"),
    ("The four took 9, 14, 18 and 35 days, with a median of {} days.", "16", "19"),
    ("The three grants were £1,200, £1,500 and £2,100, an average of {}.", "£1,600", "£1,800"),
    (
        "Their lists at 31 March 2015 were 52, 61, 74 and 66. Guidance speaks of 50 to 70 for each officer, and {} of these lists lie within it.",
        "three",
        "all four",
    ),
    (
        "The waits were 12, 15, 19 and 31 days. {} of these were outside 10 to 20 days.",
        "One",
        "Two",
    ),
    (
        "Of the 84 households, 51 have two approved carers and 33 have one, which makes {} carers in all.",
        "135",
        "145",
    ),
    (
        "Twelve teams held three audits and five held two, so {} audits are due.",
        "46",
        "56",
    ),
    (
        "Of the {} children on the list, 27 were at risk of crime only, 14 of abuse only, and 8 of both.",
        "49",
        "59",
    ),
    (
        "She was found at 21:00 on Friday 10 October 2014 and was seen at 15:00 on Monday 13 October 2014, which is {} 72 hours.",
        "within",
        "outside",
    ),
    (
        "He left at 9.30pm on 4 March 2015 and was seen at 7am on 6 March 2015, some {} hours later.",
        "33",
        "43",
    ),
    (
        "The board met four times, each time on a Thursday: on 12 June 2014, 11 September 2014, {} December 2014 and 12 March 2015.",
        "11",
        "12",
    ),
    ("Three grants were made: £250, £450 and £150, which comes to {} in all.", "£850", "£950"),
    (
        "The terms brought 14, 19 and 12 referrals, or 45 altogether.".replace("45", "{}"),
        "45",
        "54",
    ),
    (
        "Sickness absence was 9.6 days for each post. This is 1.6 days {} the target of 8.0 days.",
        "above",
        "below",
    ),
    (
        "There were 18 in July, 12 in August, 17 in September and 21 in October. {} was the busiest month.",
        "October",
        "September",
    ),
    (
        "There were 18 in July, 12 in August, 17 in September and 21 in October, and {} had the fewest.",
        "August",
        "September",
    ),
    (
        "Attendance {} with age: the share was 68.1 per cent at 13, 61.0 per cent at 14 and 55.2 per cent at 15.",
        "falls",
        "rises",
    ),
    (
        "In the half-year 57 children came into care and 48 left it, a net increase of {}.",
        "nine",
        "eleven",
    ),
    (
        "Plans began for 61 children in the year and ended for 74, a net {} of 13.",
        "fall",
        "rise",
    ),
    (
        "The budget for homes was £4.62 million and £4.81 million was spent. There was an {} of £0.19 million.",
        "overspend",
        "underspend",
    ),
    (
        "Spending came to £310,000 against a budget of £325,000, an {} of £15,000.",
        "underspend",
        "overspend",
    ),
)
# Every one of these was once warned of.
RIGHT = (
    "We ran 29 courses and had 377 attendances, an average of 13.0 a course.",
    "Three of the seven took longer. The mean of the seven was 38 working days, the shortest being 20 and the longest 62.",
    f"{GRADES}No inadequate file in disability. Every other team had at least one.",
    f"{GRADES}In none of the three teams were a majority of the files requiring improvement.",
    f"{HOMES}Two of the three homes had at least one empty place on that date.",
    "Of the 105 that came back, 15 did not become referrals. Of the 1,975 contacts that did not become referrals 790 (40.0%) were passed on.",
    "The plan was given £1,200,000 over two years. In the first £540,000 was spent (45.0%) out of £600,000 budgeted.",
    "We lost 432 working days over six months. Stress made up 162 of the 432 days (37.5%), taken by 6 workers, an average of 27.0 days.",
    "The carer gave notice on Friday 13 March 2015, 30 days after asking, and the child moved on Friday 10 April 2015.",
    "Table: Young people by age\n| Group | Number |\n| 17 and 18 | 46 |\n| 19 to 21 | 132 |\n| 17 to 21 | 178 |\n| 22 to 25 | 37 |",
    "Twenty-seven workers held more than 20:\n\n* 19 held 21 to 24\n* 7 held 25 to 29\n* 1 held 31",
    "Of the 71 children, 22 (31.0%) needed a home on the day. One was found that same day for 19 of the 22, and for the other 3 on the next day.",
    "Four payments were made, of £1,000, £650, £300 and £200. Before there had been six, adding up to £3,900, so that the average payment fell from £650.",
    "The investigations took 41, 58, 63 and 72 working days: 58.5 on average, with a median of 60.5.",
    "The waits were 12, 15 and 33 days, against an average of 25 days nationally.",
    "Of the 49 children, 27 were at risk of crime only, 14 of abuse only, and the remaining 8 of neither.",
    "He left at 9pm on 4 March 2015 and was seen at 7am on 6 March 2015. He should have been seen within 24 hours.",
    "Fourteen workers held more than the ceiling of 20, which was 22% of 64.",
    "Of the 8 who had not, 5 finished in weeks 13 to 15, 2 in week 17 and 1 resigned in week 14 without finishing.",
    "Of the 31 vacant places 18 are for children of ten or over and 13 for younger children only.",
    "We began with 142 approved households. In the half year 11 were approved and 8 left, so that on 30 September 2014 there were 145, a net gain of 3.",
    "Inspectors came on Wednesday 15 and Thursday 16 October 2014 and on Tuesday 10 and Wednesday 11 February 2015, two days each time.",
    "The board met in May. It met again on 16 June, 14 July, 18 August and 15 September, so that there were five meetings by the end of September.",
    "Visits led to 19 assessments begun.\n\nOf the 16 assessments in hand on 30 September, 10 go to panel by the end of January and 6 in February or March.",
    "There were 18 in July, 12 in August, 17 in September and 21 in October. In the year before, September was the busiest month.",
    "Sickness absence was 9.6 days for each post, which is 0.4 days above the average of 9.2 days and 1.6 days above the target of 8.0 days.",
)


@pytest.mark.parametrize(("text", "right", "wrong"), TWINS)
def test_a_wrong_form_is_warned_of_and_its_right_twin_is_not(text, right, wrong):
    assert warned(text.format(right)) == []
    assert warned(text.format(wrong)) != []


@pytest.mark.parametrize("passage", RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []
