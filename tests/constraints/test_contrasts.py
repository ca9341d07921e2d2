"""What is claimed of all, some or an order of things is held against the numbers that follow it.

Each text is wrong in one number or word; the right ones are those that look most like them.
"""

# ruff: noqa: E501

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found

CLAIM = "claim-unlike-number"
WRONG = (
    ("change-denied", "Plans fell from 312 to 295 between the two year ends, that is by 27."),
    ("change-denied", "The number of plans went down from 312 to 295, or 6.4 per cent."),
    (
        "claim-unlike-number",
        "All 12 recommendations have been accepted. Eleven were accepted in full and one was rejected.",
    ),
    (
        "claim-unlike-number",
        "All five actions are complete. Four were complete by March and one will be complete in June.",
    ),
    (
        "claim-unlike-number",
        "Both homes were judged good. Ash House was judged good in May and Elm House required improvement in June.",
    ),
    ("claim-unlike-number", "Each of the 12 workers has 17 cases, 240 in total."),
    ("claim-unlike-number", "Fifty-one of the 60 families replied. The response rate was 89%."),
    (
        "claim-unlike-number",
        "Neglect (142) was the main reason for a plan, ahead of emotional abuse (198).",
    ),
    (
        "claim-unlike-number",
        "Neither of the two surveys reached 50%. The first had 46% and the second 53%.",
    ),
    ("claim-unlike-number", "Nineteen placements at £1,000 a week come to £91,000 a week."),
    ("claim-unlike-number", "No child waited longer than 20 days. The longest wait was 27 days."),
    ("claim-unlike-number", "Nobody waited more than 10 days: waits ranged from 2 to 14 days."),
    ("claim-unlike-number", "None of the teams fell below 85%: North 93%, South 84% and East 91%."),
    ("claim-unlike-number", "Of the 13 who did not, all had a renewal in hand while five had not."),
    (
        "claim-unlike-number",
        "Of the four districts, Ashby had most children in care: Ashby 71, Barford 84, Colne 50 and Dene 62.",
    ),
    (
        "claim-unlike-number",
        "Six in ten of the 240 files that were audited, 168 in all, were graded good.",
    ),
    ("claim-unlike-number", "The longest wait was 41 days and the shortest 52 days."),
    (
        "claim-unlike-number",
        "The main reason was neglect (41), followed by abuse (58) and illness (12).",
    ),
    (
        "claim-unlike-number",
        "The north has the most children in care, 61, then the south with 72 and the east with 40.",
    ),
    (
        "claim-unlike-number",
        "The overdue 13 sat in four teams, nine in assessment and safeguarding, two in children's homes and two in leaving care.",
    ),
    ("claim-unlike-number", "The youngest child was 14 and the oldest 9."),
    (
        "claim-unlike-number",
        "There were 816 referrals in the quarter.\n\nOne referral in three was a repeat within twelve months: 163 in all.",
    ),
    ("direction-denied", "Both rates fell: exclusions from 41 to 38, absences from 7.1% to 7.4%."),
    (
        "direction-denied",
        "By locality, 31 March against 30 June:\n\n* North: 112, then 118\n* Mid: 101, then 97 (six fewer)\n* Coast: 114, then 117",
    ),
    ("direction-denied", "More children left care than came into it: 203 left and 236 came."),
    ("direction-denied", "Referrals trebled between 2014 (31) and 2015 (64)."),
    (
        "direction-denied",
        "Table: Placements\n| Placement | Children |\n| Our own foster carers | 148 |\n| Agency foster carers | 84 |\n| Family and friends carers | 46 |\n| Residential | 31 |\n\nFamily and friends carers outnumber residential placements by 25.",
    ),
    ("direction-denied", "The budget was £29.1m. Spending stayed within it at £30.2m."),
    ("direction-denied", "The gap narrowed, from 6 points to 9 points."),
    ("direction-denied", "Waiting times shortened from 31 to 38 days."),
    (
        "direction-denied",
        "We had 31 vacancies in April and 38 in September. Vacancies have fallen.",
    ),
    ("follows-from-none", "Approved during the year: 19, which is four short of the target of 25."),
    (
        "follows-from-none",
        "During the year 44 carers joined and 31 left. The number of carers therefore grew by 23.",
    ),
    (
        "follows-from-none",
        "On 31 March 2019 we had 29 babies under 1, 71 children aged 1 to 4, 98 aged 5 to 9, 187 aged 10 to 15 and 99 aged 16 or 17. The two oldest groups together are 268 children.",
    ),
    (
        "list-length",
        "Three reports were commissioned:\n\n* on neglect\n* on missing children\n* on exclusion\n* on housing",
    ),
    ("mean-denied", "The team held 310 cases. With 20 workers that is an average of 25.5 each."),
    (
        "number-unlike-before",
        "On 31 March 2018 the county looked after 612 children.\n\n# Placements\n\nThe 621 children looked after by the county lived in 14 kinds of placement.",
    ),
    ("outside-calendar", "In the five years from 2011 to 2014 the number doubled."),
    ("outside-calendar", "Quarter 3 (October to November 2018) saw 214 referrals."),
    (
        "parts-of-whole",
        "Children on plans went from 241 on 31 March 2019 to 233 on 30 June 2019: 74 on, 28 off.",
    ),
    (
        "parts-of-whole",
        "Foster care housed 393 of the 484 children at year end: 310 with our own carers and 92 with agencies.",
    ),
    ("parts-of-whole", "Of the year's 86 missing children, 47 were girls; the other 49 were boys."),
    ("parts-of-whole", "The school has 90 pupils. Of these, 94 have had a vision test."),
    (
        "parts-of-whole",
        "We looked after 188 children. 97 were under ten, 61 were 10 to 15 and 50 were 16 or 17.",
    ),
    (
        "parts-of-whole",
        "We opened the year with 451 children in care. 263 came in and 203 left. That put us on 484 at the close.",
    ),
    (
        "text-unlike-table",
        "Table: Visits by month\n| Month | Visits |\n| April | 210 |\n| May | 200 |\n| June | 205 |\n\nIn the quarter 651 visits were made.",
    ),
)
TOLD_BEFORE = (
    (
        "direction-denied",
        "The ferry took 418 minutes on average. This is eight minutes more than the limit of 426.",
    ),
    (
        "direction-denied",
        "Open cases rose in the spring. We started it with 212 and ended it with 189.",
    ),
    (
        "direction-denied",
        "Thefts: 43 in 2022, compared with 51 in 2021. The number has risen for the third year running.",
    ),
    (
        "follows-from-none",
        "Twenty-six of the 31 clubs answered. The seven that did not answer will be called.",
    ),
    (
        "follows-from-none",
        "At its end 34 of the 203 were still open. Of the 196 that had been closed, 61 were upheld.",
    ),
    (
        "parts-of-whole",
        "The guild had 184 approved members on 31 March. Later 27 were approved, 9 resigned and 6 were removed, so that it ended the year with 206.",
    ),
    (
        "parts-of-whole",
        "On 1 July there were 46 trained pilots waiting. Nineteen were recruited, 22 were matched and five withdrew, which left 48 waiting.",
    ),
    ("parts-of-whole", "Members went from 327 to 332. In: 38. Out: 43."),
    (
        "parts-of-whole",
        "Stays by length:\n\n* up to a week: 31\n* up to a month: 44\n* longer: 32\n\nThat is 97 stays, and 176 people had one.",
    ),
    (
        "percent-of-count",
        "There were 356 tests. A result was good for 324 people (81%), fair for 21 and poor for 11.",
    ),
    (
        "percent-of-count",
        "Fifty-eight claims were settled, of which 35, or 63.0 per cent, were settled in time.",
    ),
    (
        "percent-of-count",
        "We wrote to 260 clubs and 143 wrote back.\n\nThe response rate was 65%, better than in 2018.",
    ),
    (
        "percent-of-count",
        "The court heard 1,040 appeals for 388 people. Twenty-six people had one only.\n\nAppeals heard in time: 988, or 92%.",
    ),
    ("change-denied", "Class sizes fell from 24.1 in May to 26.3 in October."),
    ("change-denied", "Complaints went down from 31 to 44 in the second half."),
    ("change-denied", "Thefts numbered 74, a rise of 14% on the 86 of the year before."),
    (
        "claim-unlike-number",
        "Of the 50 targets 37 have been met. In other words, 84% of the plan is done.",
    ),
    (
        "claim-unlike-number",
        "The dentist was seen by 310 children out of 400. Coverage was therefore 87%.",
    ),
    (
        "claim-unlike-number",
        "The survey had 150 answers. Ninety were favourable, 42 were not and 18 gave no view. So 66% were favourable.",
    ),
    ("direction-denied", "Eleven ships were built in 2015, two fewer than the nine of 2014."),
    ("direction-denied", "In 2015 it took 19 days (2014: 23 days), so we have become slower."),
    (
        "direction-denied",
        "Last year we managed 48%. This year it is 57%, a decline of nine points.",
    ),
    (
        "direction-denied",
        "Staff turnover was 12%, compared with 15% a year ago; it has therefore risen.",
    ),
    ("direction-denied", "The error rate is 6%. Last year it was 9%; it has worsened."),
    (
        "follows-from-none",
        "At the end of June we employed 412 people. That is 21 more than in January, when we employed 401.",
    ),
    (
        "consequence-denied",
        "Buses took 34 minutes on average. The limit set is 45 minutes, so we are 19 minutes inside it.",
    ),
    ("consequence-denied", "In 2014 only 62% agreed. This year it is 71%: better by 19 points."),
    ("follows-from-none", "Of 240 forms, 228 arrived in time. Twenty-two came late."),
    (
        "consequence-denied",
        "Offers were made to all 212 applicants and accepted by 187. The other 35 were declined.",
    ),
    (
        "consequence-denied",
        "On 1 May there were 83 vacancies. On 1 November there were 97. That is an increase of 24.",
    ),
    ("follows-from-none", "Punctuality was 91.2%, or 4.8 points below the target of 95%."),
    ("parts-of-whole", "The club has 91 members, 52 women and 49 men."),
    ("consequence-denied", "The panel had hoped for 40 new homes and got 31; it is seven short."),
    (
        "parts-of-whole",
        "Forty-four letters went unanswered. In 23 the address was wrong, in 12 the person had died and in 19 no reason is known.",
    ),
    (
        "parts-of-whole",
        "The charity began with 61 volunteers, gained 14 and lost 9, so it ended with 76.",
    ),
    ("parts-of-whole", "The jury heard 36 cases: 14 thefts, 15 frauds and nine assaults."),
    ("parts-of-whole", "The library lent 914 books; 702 have been returned and 222 are still out."),
    (
        "parts-of-whole",
        "The register lists 318 providers. It has full details for 274 of them and none for the other 54.",
    ),
    (
        "parts-of-whole",
        "The regulator set nine conditions. Three concern staffing, four concern records and one concerns the building.",
    ),
    (
        "parts-of-whole",
        "There were 18 meetings in the spring, 21 in the autumn and 15 in the winter, 64 in all.",
    ),
    (
        "percent-of-count",
        "Our 84 homes were all visited. In 63 of the homes (85%) no fault was seen.",
    ),
    (
        "percent-of-count",
        "The school had 640 pupils in May. Ninety-six of the pupils (21%) were absent for a week or more.",
    ),
    ("percent-of-count", "We have 320 tenants. Forty of them, or 18%, are in arrears."),
)
RIGHT = (
    "Both homes were judged good. Last year one was good and the other required improvement.",
    "The team sat in four rooms, nine in the north, two in the south and two in the west, and one was empty.",
    "All had applied, but five had not yet been told.",
    "No child waited longer than 20 days. The longest wait was 17 days.",
    "Each of the 12 workers has 20 cases, 240 in total. Nineteen placements at £1,000 a week come to £19,000 a week.",
    "The main reason was neglect (58), followed by abuse (41) and illness (12). The longest wait was 52 days and the shortest 41 days.",
    "Fifty-one of the 60 families replied. The response rate was 85%. The share of others was 15%.",
    "By locality:\n\n* North: 112, then 118 (six more)\n* Mid: 101, then 97 (four fewer)",
    "In the five years from 2010 to 2015 the number doubled. Quarter 3 (October to December 2018) saw 214 referrals.",
    "There were 29 disputes. This is four more than in the year before, when there were 25.",
    "Twenty-six of the 31 clubs answered. The five that did not answer will be called.",
    "We began the year with 40 homes. Six joined, 3 left and 2 closed, leaving 41.",
    "Spending so far is £96,000, four fifths of the £120,000 set aside.",
    "This is an increase on 2014 (51%) and on 2012 (63%), to 75%.",
)


def rows_of(text, key):
    """What is found in a text by the rule named and by those of all claims."""
    rules = {key, CLAIM, "direction-denied", "outside-calendar"}
    return found(text, rules=[rule_called(item) for item in sorted(rules)])


def missed(texts):
    """The texts in which neither their rule nor that of all claims finds anything."""
    return [
        text for key, text in texts if not {key, CLAIM} & {x.rule.key for x in rows_of(text, key)}
    ]


def test_each_wrong_claim_is_found():
    assert missed(WRONG) == []


def test_what_two_numbers_before_it_deny_is_found():
    assert missed(TOLD_BEFORE) == []


def test_right_claims_are_left_alone():
    rows = [(text, rows_of(text, "claim-unlike-number")) for text in RIGHT]
    assert [text for text, each in rows if {"error", "warning"} & {x.severity for x in each}] == []
