"""What one sentence, or two that meet, leave no doubt of: each wrong form is warned of, and its
right twin is not."""

# ruff: noqa: E501
import pytest

from tests.constraints.test_right_at_sixth_sight import warned

MEASURES = """Table: Children looked after for twelve months or more
| Measure | March number | March % |
| Dental check in last 12 months | 187 | 82.7 |
| Immunisations up to date | 204 | 90.3 |
| {} | 226 | 100.0 |

"""
GRADES = """Table: Grades given, quarter 1 and quarter 2
| Grade | Quarter 1 | Quarter 2 |
| Good | 29 | 36 |
| Requires improvement | 19 | 19 |
| Inadequate | 6 | 5 |
| Total | 54 | 60 |

"""
ADOPTED = """Table: Children adopted, by council
| Council | 2012/13 | 2013/14 |
| Estuary North | 47 | 44 |
| Holm | 36 | 38 |
| Saltmere | 27 | 31 |
| Region | 110 | 113 |

"""
# (text, its right words, its wrong words, the rule that warns)
TWINS = (
    (
        "A second manager agreed with the grade in 12 of the 15. Of the other three, two were lowered and {} raised.",
        "one was",
        "four were",
        "parts-of-whole",
    ),
    (
        "Of the remaining 30, 20 were lowered and {} were raised.",
        "ten",
        "14",
        "parts-of-whole",
    ),
    (
        "Supervision was recorded within the month in 44 files, or just {} three-quarters of the 60.",
        "under",
        "over",
        "passage-denied",
    ),
    (
        "The last was first graded on 19 September 2014 and was audited again on {} 2014.",
        "10 October",
        "10 September",
        "passage-denied",
    ),
    (
        "Over the twelve months there were 42 first-time entrants. With 15,000 children aged 10 to 17 living here, that is a rate of {} per 100,000.",
        "280",
        "28",
        "passage-denied",
    ),
    (
        "The protocol is not yet signed. The board now expects signature by 31 {}.",
        "October 2030",
        "July 2010",
        "told-as-to-come",
    ),
    (
        "The nine investigations took between 41 and 92 working days, and the average was {}.",
        "63",
        "97",
        "passage-denied",
    ),
    (
        "There were 34 children at an average of £5,600, which comes to £{} a week.",
        "190,400",
        "109,400",
        "claim-unlike-number",
    ),
    (
        "Of the 81 interviews, 60 (74.1%) were held within 72 hours. In the quarter before it was 57 of 84 (67.9%), so that timeliness has {} by 6.2 percentage points.",
        "risen",
        "declined",
        "direction-denied",
    ),
    (
        "The scheme ran on weekdays from 28 July to 29 August 2014. With the bank holiday it was open for {} days.",
        "24",
        "14",
        "passage-denied",
    ),
)
TWINS += (
    (
        "Of the 39 checks overdue on 30 September 2014, 33 were renewed in the quarter. The other {} were still overdue.",
        "six",
        "sixteen",
        "passage-denied",
    ),
    (
        "Twelve households left. Five retired, three became guardians, two moved away, and the approval of the other {} was ended.",
        "two",
        "four",
        "passage-denied",
    ),
    (
        "This is 72.0%, which is {} percentage points short of our target of 75%.",
        "three",
        "eight",
        "passage-denied",
    ),
    (
        "Seven children went missing five times or more in the three months, and between them they had {} episodes.",
        "44",
        "24",
        "passage-denied",
    ),
    (
        "Young people receive a grant of up to £3,000 each. In the quarter 14 grants were paid, amounting to £{} in all.",
        "37,800",
        "47,800",
        "passage-denied",
    ),
    (
        "The 3,339 suspensions were imposed on {} pupils.",
        "1,412",
        "4,112",
        "passage-denied",
    ),
)
RIGHT = (
    # A mean price was rounded before anybody multiplied it.
    "There were 34 children at an average of £5,600, which comes to £191,080 a week.",
    # Shares of measures, of which a child may meet several, are no parts of one whole.
    MEASURES.format("All such children"),
    # Of a table whose columns are quarters a share is that of one of them.
    f"{GRADES}Five files were graded inadequate, which is 8.3% of the total.",
    # A row that is the sum of all others is no rival of theirs.
    f"{ADOPTED}Saltmere had the largest rise.",
    # What would be is reckoned from what other sentences have.
    "Both together would save £45,000 and would leave an overspend of £15,000, to be met from a reserve that stands at £110,000.",
    # Of what came and went a rate of growth is none.
    "In 2014 we issued 331 new plans, and 157 plans came to an end. The number kept up therefore grew by 174, or 9.4%.",
    # What is done once more was done.
    "All five files were audited again by 24 October 2014. The fifth is still inadequate, and will be looked at once more.",
    "The scheme ran on every weekday from Monday 28 July to Friday 22 August 2014, which makes 20 days.",
    # A plan is what a child has, and no plan of the council.
    "## Education, health and care plans in 2012\n\nWe kept 2,042 plans.",
)


@pytest.mark.parametrize(("text", "right", "wrong", "rule"), TWINS)
def test_the_wrong_twin_alone_is_warned_of(text, right, wrong, rule):
    assert (warned(text.format(right)), rule in warned(text.format(wrong))) == ([], True)


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(text):
    assert warned(text) == []


def test_shares_of_one_whole_still_add_to_it():
    assert "shares-over-whole" in warned(MEASURES.format("Total"))
