"""Parts, sums, shares, lists and bands in the English of other councils: wrong and right."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

from dataclasses import replace

import pytest

from reports.quantities.parts.lists import part_of_item
from tests.checks.drawn import KNOWN, found
from tests.constraints.test_constraints import keys, noted

# A right paper, what is changed in it, and the rule that finds the change.
FAULTS = (
    (
        "We closed 403 cases.\n\nA plan was made for 251 of them and 64 went elsewhere, whilst the remaining 88 were refused.",
        ("88", "78"),
        "parts-of-whole",
    ),
    (
        "There were 481 people in post. The position of their checks was:\n\n* within three years: 452\n* older: 11\n* overdue for renewal: 18",
        ("452", "425"),
        "parts-of-whole",
    ),
    (
        "Ages of the children (403 in all)\n\n* Under 5: 77\n* 5 to 9: 77\n* 10 to 15: 159\n* 16 and 17: 90",
        ("159", "195"),
        "parts-of-whole",
    ),
    (
        "The region concluded 612 section 47 enquiries.\n\nIt was decided in 287 cases that there should be a conference, and in 204 that help should be offered. There was no further action in the other 121.",
        ("121", "211"),
        "parts-of-whole",
    ),
    (
        "As at 30 September 2015, of the 163 children, 44 spoke Welsh, and 119 did not.",
        ("119", "109"),
        "parts-of-whole",
    ),
    (
        "Courses were attended by 903 people, of whom 388 worked for the two councils, 301 in health and a further 214 for others.",
        ("214", "241"),
        "parts-of-whole",
    ),
    (
        "Of the 38 disputes, 31 were settled at stage one and 7 at stage two.",
        ("7 at", "9 at"),
        "parts-of-whole",
    ),
    (
        "Fourteen homes were approved and a further nine wait, which gives 23 at or near approval.",
        ("23", "25"),
        "parts-of-whole",
    ),
    (
        "Six of the 18 late checks were in early years and 7 in transport. Taken together, 13 were not in homes.",
        ("13", "12"),
        "parts-of-whole",
    ),
    (
        "Of the 2,840 referrals accepted, 1,136 came from police and 710 from schools. Together these two sources make up 65% of the referrals accepted.",
        ("65%", "56%"),
        "percent-of-count",
    ),
    (
        "Eighteen enquiries were made online and 11 at events. Between them these made up 64% of the 45 that came.",
        ("64%", "46%"),
        "percent-of-count",
    ),
    (
        "The service had 310 contacts.\n\nAdvice alone was given in 217 cases (70%), less than a day later.",
        ("70%", "78%"),
        "percent-of-count",
    ),
    (
        "Total absence was 12,096 sessions. As 252 pupils were on roll, this comes to 48 sessions, or 24 days, for each of them.",
        ("48", "63"),
        "mean-denied",
    ),
    (
        "There were 986 reviews, and the child attended 612 of them.\n\n* Child attended: 612\n* An advocate spoke: 88\n* Neither: 286",
        ("612 of", "621 of"),
        "text-unlike-table",
    ),
    (
        "Plans were rated as follows. Of them, 146 were good or better.\n\n* Outstanding: 38\n* Good: 108\n* Poor: 92",
        ("146", "164"),
        "text-unlike-table",
    ),
    (
        "The 92 people were aged as follows: under 25, 14; 25 to 39, 37; 40 to 54, 29; 55 and over, 12.",
        ("40 to", "39 to"),
        "bands-in-prose",
    ),
    (
        "Time in the home: less than six months, 23; six months to less than two years, 41; two years to less than five years, 38; five years or more, 26.",
        ("two years to", "eighteen months to"),
        "bands-listed",
    ),
    (
        "Time on the register: under 3 months, 74; 3 and under 6 months, 69; 6 and under 12 months, 118; 12 months and over, 57.",
        ("; 6 and", "; 7 and"),
        "bands-in-prose",
    ),
    (
        "Police (2,310), schools (1,040) and other agencies (770) together made the 4,120 contacts.",
        ("770", "970"),
        "parts-of-whole",
    ),
    (
        "Forty-one leavers are in work and 17 are not, giving 58 in all.",
        ("58", "68"),
        "parts-of-whole",
    ),
    (
        "The grant is £640,000, of which £410,000 is for staff and £230,000 for training.",
        ("£230,000", "£320,000"),
        "parts-of-whole",
    ),
    (
        "Of the £640,000 grant, £410,000 pays for staff, and the remaining £230,000 for training.",
        ("£230,000", "£320,000"),
        "parts-of-whole",
    ),
    (
        "Ninety-six carers replied.\n\n* 51 had fostered for more than five years\n* 30 for one to five years\n* 15 for less than a year",
        ("30", "50"),
        "parts-of-whole",
    ),
    (
        "There were 350 visits. Some 280 (80%) were done in time.",
        ("80%", "70%"),
        "percent-of-count",
    ),
    (
        "Of 350 visits, 280 were in time. That is 80%.",
        ("80%", "70%"),
        "percent-of-count",
    ),
    (
        "The response rate was 25%, with 50 of 200 parents replying.",
        ("25%", "35%"),
        "percent-of-count",
    ),
    (
        "Boys make up 55% of the cohort: 110 of 200.",
        ("55%", "65%"),
        "percent-of-count",
    ),
    (
        "The average cost of a place was £52,000: £2.6m for 50 places.",
        ("£52,000", "£62,000"),
        "mean-denied",
    ),
    (
        "There are 320 children in care in a child population of 50,000, a rate of 64 per 10,000.",
        ("64", "74"),
        "percent-of-count",
    ),
    (
        "A survey says 71% (40) were happy. In it 75% (42) felt safe.",
        ("71%", "97%"),
        "unlike-bases",
    ),
    (
        "Enquiries came to 612. In 287 there was a meeting, in 204 a plan was made and in 121 nothing more was done.",
        ("121", "211"),
        "parts-of-whole",
    ),
    (
        "Children on the register: north 171, south 147, total 318.",
        ("147", "174"),
        "parts-of-whole",
    ),
    (
        "Fifty-four enquiries led to 31 meetings, 12 plans and 11 decisions to do nothing.",
        ("11 dec", "21 dec"),
        "parts-of-whole",
    ),
    (
        "Referrals, by source: police 342; schools 198; health 77. In all there were 617.",
        ("617", "671"),
        "parts-of-whole",
    ),
    (
        "We had 217 replies to 310 letters, a return of 70%.",
        ("70%", "77%"),
        "percent-of-count",
    ),
    (
        "Time waited: under 2 weeks, 20; 2 to under 4 weeks, 31; 4 to under 8 weeks, 12; 8 weeks or more, 9.",
        ("4 to", "3 to"),
        "bands-in-prose",
    ),
    (
        "# S\n\nTable: Reviews\n| Team | Held | In time |\n| North | 140 | 131 |\n| South | 151 | 140 |\n| Total | 291 | 271 |\n\nThe South held 151 reviews. In total 291 reviews were held.",
        ("held 151", "held 115"),
        "text-unlike-table",
    ),
    (
        "# S\n\nTable: Spending\n| Service | Budget | Spent |\n| Fostering | £4.2m | £4.4m |\n| Homes | £6.1m | £6.0m |\n\nWe spent £4.4m on fostering.",
        ("spent £4.4m", "spent £4.1m"),
        "text-unlike-table",
    ),
    (
        "# S\n\nTable: Reviews\n| Team | Held | In time |\n| North | 140 | 131 |\n| South | 151 | 140 |\n| Total | 291 | 271 |\n\nIn total 291 reviews were held.",
        ("total 291", "total 281"),
        "text-unlike-table",
    ),
)
RIGHT = (
    "There are 25 actions, of which 10 are for the council and 18 for its partners; three are for both.",
    "Of 580 referrals, 110 (19%) were repeats, and 44 of these (40%) were about neglect.",
    "# A\n\nReasons for the 62 moves (more than one may apply)\n\n* Planned: 30\n* Breakdown: 22\n* Nearer to school: 15",
    "Attendance was 94% in May (190 pupils), 93% in June (192) and 95% in July (188).",
    "In May 40 of 80 files (60% in the north) were late.",
    "Of the 318 children, 171 are known to the north team and 160 to the south; some are known to both.",
    "# S\n\n* Police: 342\n* Schools: 198\n* Health: 77\n\nOf the police referrals, 120 were at night; schools made 60 by telephone, and 40 of theirs were late.",
    "# S\n\nThe board agreed 14 actions. Progress is as follows:\n\n* 2 new workers started in May\n* 9 schools have a lead\n* 1 policy was written",
    "The 12 advisers support 288 pupils. Two advisers have 30 each and the others fewer.",
    "Waits: up to 4 weeks, 40; 1 month to under 3 months, 60; 3 months or more, 80.",
    "We saw 350 visits. That is 80%.",
    "There were 214 children on 1 May 2015. On 1 June 2015 98 were in kinship care and 140 with carers.",
    "The survey is read: 74% (42) of it is good.",
    "* Good: 80\n* Bad: 40",
    "The service has 132 staff. Eighty-eight have a degree, 29 are managers and 40 work part time.",
    "The grant is £640,000. Staff cost £410,000 and training £180,000 this year.",
    "# A\n\nThe team has 20 posts. In the year it had:\n\n* 9 training days\n* 8 open evenings\n* 2 conferences",
    "There were 90 girls and 110 boys, so that girls are 45% of the 200.",
    "The rate was 331 per 10,000 in a population of 41,200 and with 1,364 children; on 1,306 it was 317.",
    "Of the 403 children, 61 have a disability and 96 a plan; 44 have both, so that 113 have one or the other.",
    "Of the 481 people, 452 held a new check and 11 an older one. The other 18 were overdue.",
    "The county had 67 homes in May 2015 and 64 in June 2015.\n\nThe Coast has 22 homes, the Vale 19, the Town 14 and the Uplands 9.",
    "Attendance was 90.2% for primary (118 pupils) and 84.6% for secondary (134 pupils); it is not the mean of the two.",
    "Of 318 names, 156 are there for neglect and 202 for abuse. These come to 358 because 40 are there for two reasons.",
    "Visitors attended 244 of the 258 conferences; doctors sent a report to 66.",
    "The 16-plus Team has 73 people. Twelve are aged 16 or 17, 38 are aged 18 to 20 and 23 are aged 21 to 25.",
    "Waits: 6 months or more, 40; 12 months or more, 30; 24 months or more, 12.",
    "Waits: up to 6 months, 40; up to 12 months, 60; up to 2 years, 80.",
    "Waits: under 9 days, 40; 9 days to under 2 weeks, 60; 2 weeks or more, 80.",
    "Views on 120 visits\n\n* Good: 80\n* Bad: 40\n\nLater 45 of the 60 carers were glad.",
)


@pytest.mark.parametrize(("text", "change", "key"), FAULTS)
def test_a_fault_is_found_and_the_right_paper_rests(text, change, key):
    assert keys(text) == set()
    assert text.count(change[0]) == 1
    assert key in noted(text.replace(*change))


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_paper_is_left_in_peace(text):
    assert keys(text) == set()


def test_an_item_without_a_word_counts_nothing():
    assert part_of_item(()) is None


def test_a_live_share_needs_its_base_only_where_that_is_small():
    text = "Of late {{97%|audits.shared|2015-07-01/2015-12-31}} of visits were in time."
    for least, wanted in ((40, False), (41, True)):
        rows = found(text, known=replace(KNOWN, least_base=least))
        assert ("percent-without-base" in {row.rule.key for row in rows}) == wanted


def test_bands_of_a_table_are_an_error_and_those_of_a_sentence_a_warning():
    bands = ("under 25", "25 to 39", "39 to 54", "55 and over")
    rows = "".join(f"| {band} | 14 |\n" for band in bands)
    texts = (f"Table: Ages\n| Age | Files |\n{rows}", "Ages: " + "; ".join(bands) + ".")
    weights = [
        [str(row.severity) for row in found(text) if row.rule.key.startswith("bands-")]
        for text in texts
    ]
    assert weights == [["error"], ["warning"]]
