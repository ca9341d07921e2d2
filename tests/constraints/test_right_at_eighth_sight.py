"""Rounds, limits, groups and rows that a paragraph names: each wrong form is warned of, and its
right twin is not; and right passages that rules once read as one number with another."""

# ruff: noqa: E501
import pytest

from tests.constraints.test_right_at_sixth_sight import warned

KINDS = """Table: Children by kind of placement
| Kind | 31 March 2014 | 31 March 2015 |
| In-house foster care | 150 | 140 |
| Agency foster care | 90 | 98 |
| Kinship care | 44 | 56 |
| Children's homes | 60 | 66 |
| With parents | 8 | 7 |

"""
ACTIONS = """Table: Actions by theme
| Theme | Complete | On track | Delayed |
| Leadership | 5 | 2 | 1 |
| Practice | 4 | 3 | 2 |
| Planning | 3 | 1 | 3 |
| Partnership | 6 | 2 | 0 |

"""
BUDGETS = """Table: Budget and forecast for 2014/15, £ million
| Heading | Budget | Forecast | Variance |
| Own carers | 5.90 | 5.85 | −0.05 |
| Agency carers | 4.70 | 4.95 | +0.25 |
| Children's homes | 11.80 | 13.20 | +1.40 |
| Supported accommodation | 2.20 | 2.35 | +0.15 |
| Total | 24.60 | 26.35 | +1.75 |

"""
# (text, its right words, its wrong words, the rule that warns)
TWINS = (
    (
        f"{KINDS}All but {{}} of the five kinds of placement had more children in them at the end of the year than at the beginning.",
        "two",
        "one",
        "claim-unlike-number",
    ),
    (
        f"{ACTIONS}Six actions are delayed. {{}} has at least one.",
        "Every theme but one",
        "Every theme",
        "claim-unlike-number",
    ),
    (
        "They gave {} reasons, which are listed here with the number of households.\n\n* Retirement: three households\n* A move away: two households\n* Ill health: one household",
        "three",
        "four",
        "list-length",
    ),
    (
        "The following {} lessons have been agreed, and each of them has been given to a named officer:\n\n* ring the complainant first\n* give parents a copy in time\n* have each reply read by another manager",
        "three",
        "four",
        "list-length",
    ),
    (
        "At 31 March 2015 294 of the 392 children lived in a family. The year before it was 284 of the 375, so the proportion has become slightly {}.",
        "smaller",
        "larger",
        "claim-unlike-number",
    ),
    (
        "It is wise to be careful, but {}: five of the ten girls reached that standard, and four of the twelve boys.",
        "girls did better than boys",
        "boys did better than girls",
        "claim-unlike-number",
    ),
    (
        "Boys were {} likely than girls to be late: six of the 60 boys were, and eight of the 40 girls.",
        "less",
        "more",
        "claim-unlike-number",
    ),
    (
        "We renew checks every three years. The oldest was issued on 8 April 2012 and so fell due on 8 April {}.",
        "2015",
        "2014",
        "passage-denied",
    ),
    (
        "A file must be read again within thirty days. The one graded on 7 July 2014 was read again on {} 2014, inside the limit.",
        "4 August",
        "18 August",
        "passage-denied",
    ),
    (
        "A reply is due within 20 working days. That of 1 September 2014 was answered on {} 2014, outside the limit.",
        "8 October",
        "12 September",
        "passage-denied",
    ),
    (
        "They were approved on 6 February 2015, after a consultation with staff which ran from 12 January to {} 2015.",
        "30 January",
        "27 February",
        "passage-denied",
    ),
    (
        "The clinic is held every Tuesday, beginning on 6 May 2014; the last was on {} 2014.",
        "24 June",
        "26 June",
        "passage-denied",
    ),
    (
        "The number of overdue renewals has {} from 20 to 12 over the quarter.",
        "fallen",
        "risen",
        "change-denied",
    ),
    (
        "Of the 325 children looked after on 30 June 2014, 221 lived within the boundary of Tarnside and {} lived outside it.",
        "104",
        "91",
        "parts-of-whole",
    ),
    (
        "Of the 12 that were overdue on 31 December 2014, {} had been so for less than 30 days, four for 30 to 60 days and one for more than 60 days.",
        "seven",
        "nine",
        "parts-of-whole",
    ),
    (
        "Of the 116 workers, 47 were responsible for 15 children or fewer, 58 for between 16 and 20 children, and {} for more than 20.",
        "11",
        "21",
        "parts-of-whole",
    ),
    (
        "Nine of the 14 have been through that check and passed. The remaining {} are yet to go through it.",
        "five",
        "seven",
        "passage-denied",
    ),
    (
        "The auditors went back to each of the six inadequate files. On 30 September 2014, four had been brought up to the standard expected and {} were still being worked on.",
        "two",
        "three",
        "parts-of-whole",
    ),
    (
        "Over the year 22 households were approved. The target that the committee set in March 2014 was 25, and so it was {}.",
        "missed",
        "met",
        "claim-unlike-number",
    ),
    (
        "The share seen in time was 83%, and this is {} the 90% that the Board set as its aim last spring.",
        "short of",
        "better than",
        "claim-unlike-number",
    ),
    (
        "By 31 December 2014 {} of these staff had sent in an application to renew. The one who had not is a residential worker.",
        "eleven",
        "all twelve",
        "claim-unlike-number",
    ),
)
# Every one of these was once warned of.
RIGHT = (
    "The target is 90% for each course. Two of the four courses have reached it.",
    "Fifty-one people have still to attend, and three sessions of 20 places each have been arranged, which is enough for all of them.",
    "Nine actions were completed in the quarter. At that pace the 24 which are still to be completed would take nearly three quarters more.",
    "We asked to see evidence for a sample of ten: nine were shown within two working days and the tenth after six.",
    "The mean for the 78 applications concluded was 37.4 weeks, down 3.8 weeks from 41.2 in 2014.",
    "The 48 audits of the last quarter gave rise to 118 actions. This quarter's 56 audits have led to 132 actions.",
    "Together they looked at 41 separate points: 14 were upheld, nine partly upheld and 15 not upheld, while on three there was no finding.\n\nOf the 87 compliments, 14 were from children.",
    f"{ACTIONS}Every theme but Partnership has at least one delayed action.",
    # A second “of” begins a whole of its own.
    "Of 83 living in the borough, 64 (77.1%) were seen in time; of 39 living outside it, 24 (61.5%).",
    "Of 18 such files, 13 had one up to standard (72.2%); of the 38 older files, 16 did (42.1%).",
    "Although homes care for 10% of our children, they account for nearly a third of those at a distance (16 of 52).",
    "We set out to show lasting progress for 240 families and did so for 251 (104.6%).",
    "Parents made 92 of the 131 complaints, other relatives 12, foster carers five and others three. The remaining 19 came from children themselves, 15 of whom had an advocate.",
    "Residential homes make up £1.37m of the £2.00m, more than two thirds.",
    "The six took 41, 52, 58, 63, 71 and 87 working days: a mean of 62 and a median of 60.5.",
    "Forty-three young people turned 18 and 38 of them (88.4%) left with a passport.\n\nHealth passports were given to 34 young people in the quarter. The 34 young people were asked about them.",
    # The end of a range counts nothing, nor does one that is of a part.
    "Of the 92 answers, 48 were sent within ten working days (52.2%), 29 took from 11 to 20 (31.5%) and 15 took longer (16.3%).",
    "Of the other eight, six required improvement and two were inadequate, one being led by a school and one by a health visitor.",
    f"{BUDGETS}Children's homes make up £1.40 million of the overspend, or 80%.",
    f"{KINDS}Children's homes are much the most expensive form of care.",
)
# What is warned of where a second whole, a list or a rest does not bear it.
WRONG = (
    (
        "Of 83 living in the borough, 64 (77.1%) were seen in time; of 39 living outside it, 24 (51.5%).",
        "percent-of-count",
    ),
    (
        "Parents made 92 of the 131 complaints, other relatives 12, foster carers five and others three. The remaining 29 came from children themselves.",
        "parts-of-whole",
    ),
    (
        "Of the 40 visits in the borough, 30 (75%) were in time; of the 20 outside it, 16 (60%).",
        "percent-of-count",
    ),
)


# Right passages in which a reading took another clause, another time or another whole.
OTHERS = (
    # Of a whole that is only named, of another time, and of no thing.
    "Fifty-four of the sixty-nine are in secondary schools (27% of that phase) and fifteen in primary (11%).",
    "In the survey of families forty-six per cent (190) felt that needs were met, up from 38% (128).",
    "There were 2 counts of parts at each site.\n\nAgency placements are at their lowest of the three counts.",
    "Training for 40 managers in writing an answer: 28 have attended, and the last two sessions, on 10 June 2015 and 8 July 2015, have room for the other 12.",
    "The eleven leavers gave these reasons:\n\n* moved to another authority: four\n* went to agency work: two\n* retired: two\n* left the profession: one\n* moved away: two",
    "Twelve of thirteen passed and one was given an extension, to Friday 14 March 2025.",
    # Of another clause, or of a day that is not there.
    "The shortest case took two days; the longest, which the court ended on 16 September 2013, took 590 days, having begun on 4 February 2012.",
    "On 30 June 2024 there were 1,127 licences, against 1,098 twelve months earlier and 1,051 on 30 June 2022.",
    "We held 37 certificates on 31 March 2015, four fewer than a year before and nine fewer than on 31 March 2013, when there were 46.",
    "The replies would come to a meeting on Wednesday 13 March 2024, eight weeks after tonight’s, in time for the new fees to begin on 1 April.",
    # Of a thing without a number.
    "The register shows eight breaches: five late payments of contributions, two late refunds and the statements already mentioned.",
    # What came and went leads from another of three counts.
    "On 31 August 2015 there were 287 pupils on roll. A year earlier there were 268, and on 31 August 2013 there were 259. Over the twelve months 94 joined the roll and 75 left it.",
    # A direction with an amount of its own, one that is only named, and shares of a change.
    "Within standard were 93.1 per cent (3,918 of 4,210) in 2014/15 and 93.8 per cent (3,702 of 3,945) in 2013/14. The volume of work has thus gone up by 290 cases in one year.",
    "Prevention made up 55.0 per cent (221 of 402) in the first half of 2023 and 52.1 per cent (237 of 455) of 2022. A rising share is what we look for.",
    "Members numbered 46,000, up by 1,200 (2.7 per cent) on 2023 and by 2,420 (5.6 per cent) on 2022. All three groups have grown in both years.",
    # The aim and the value are of the sentence before.
    "Thirty-one of the 333 children (9.3%) moved three times. That is better than the ceiling of 10% and than the year before, when it was 36 of 328 (11.0%).",
    "Of the 164 adults, 139 (84.8 per cent) were asked. Their wishes were met in 128 cases (92.1 per cent), above our target of 90 per cent. The target for asking is also 90 per cent, and that was missed by 5.2 percentage points.",
    # Tables: shares that are aimed at, months in short, a year earlier in the last column.
    "Table: Value of the fund (£ million)\n| Class | 31 March 2024 | Share (%) | Target share (%) |\n| Equities | 612.0 | 48.0 | 50.0 |\n| Bonds | 255.0 | 20.0 | 20.0 |\n| Property | 408.0 | 32.0 | 30.0 |\n| Total | 1,275.0 | 100.0 | 100.0 |",
    "Table: Reasons\n| Reason | Oct 2023 to Mar 2024 | Apr to Sep 2023 | Oct 2022 to Mar 2023 |\n| Domestic abuse | 61 | 54 | 57 |\n| Leaving asylum support | 34 | 22 | 19 |\n| Leaving prison | 21 | 23 | 28 |\n\nThe number leaving asylum support went up from 22 to 34 in six months.",
    "Table: Pupils often absent\n| Phase | Pupils | Share of pupils (%) | Share a year earlier (%) |\n| Primary | 3,045 | 17.5 | 15.1 |\n| Secondary | 3,770 | 29.0 | 24.6 |\n| Special | 225 | 37.5 | 35.0 |\n\nThe share grew in every phase.",
    "Median hourly pay was £16.50 for men and £15.51 for women.\n\nTable: Staff by quarter of pay\n| Quarter | Women | Men |\n| Lower | 742 | 198 |\n| Lower middle | 703 | 237 |\n| Upper middle | 648 | 292 |\n| Upper | 573 | 367 |",
    "Table: Allegations, April to September\n| Workforce | 2019 | 2020 | 2021 |\n| Schools | 51 | 17 | 49 |\n| Foster care | 16 | 24 | 21 |\n| Transport | 11 | 4 | 9 |\n\nFoster care, the leading sector in 2020, came down to 21.",
)


@pytest.mark.parametrize(("text", "right", "wrong", "rule"), TWINS)
def test_the_wrong_form_alone_is_warned_of(text, right, wrong, rule):
    assert warned(text.format(right)) == []
    assert rule in warned(text.format(wrong))


@pytest.mark.parametrize("text", (*RIGHT, *OTHERS))
def test_what_is_right_is_left_alone(text):
    assert warned(text) == []


@pytest.mark.parametrize(("text", "rule"), WRONG)
def test_what_is_wrong_there_is_still_warned_of(text, rule):
    assert rule in warned(text)


def test_an_interval_of_another_thing_is_no_renewal():
    """Without a word of how often checks are renewed, two dates are compared with nothing."""
    text = "An audit is done every two years. The oldest check was issued on 8 April 2012 and fell due on 8 April 2015."
    assert warned(text) == []
