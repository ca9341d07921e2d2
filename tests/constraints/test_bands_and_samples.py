"""Bands with counts, shares of a sample, a part above its whole, and means, in other English."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

import pytest

from tests.constraints.test_constraints import keys, noted

# A right paper and what is changed in it.
FAULTS = (
    (
        "Referrals by age of child: 0 to 4, 63; 5 to 9, 58; 10 to 15, 102; 16 or over, 27. The total is 250.",
        "102",
        "120",
    ),
    (
        "The waiting times were: less than 2 weeks, 44; 2 to 6 weeks, 31; more than 6 weeks, 15. This adds up to 90.",
        "31",
        "13",
    ),
    (
        "We looked at 96 complaints. The time taken to reply was: up to 10 days, 41; over 10 and up to 20 days, 33; over 20 days, 22.",
        "33",
        "43",
    ),
    (
        "Of 340 children, those under 5 came to 90, those of 5 to 10 to 110, and those of 11 or more to 140.",
        "110",
        "101",
    ),
    (
        "Caseloads of the 48 social workers: fewer than 15, 12; 15 to 19, 21; 20 to 24, 11; 25 or more, 4.",
        "21",
        "27",
    ),
    (
        "The 212 pupils excluded were in these age groups: 5 to 10 (38), 11 to 13 (77), 14 and over (97).",
        "77",
        "97",
    ),
    (
        "The Board considered 64 serious incidents. It is recorded that 58 of these incidents were reported within a day.",
        "58",
        "85",
    ),
    (
        "There are 310 places in nurseries. Of the places, 288 were filled at the census.",
        "288",
        "328",
    ),
    (
        "An audit was made of 80 files. The voice of the child was clear on 62 files (78% of the sample).",
        "62",
        "26",
    ),
    (
        "The survey went to 500 households.\n\nReminders were sent twice. Answers came from 190, a response rate of 38%.",
        "190",
        "109",
    ),
    (
        "There were 96 reviews in the quarter, and 24 independent reviewing officers; on average each chaired four reviews.",
        "four",
        "six",
    ),
    (
        "The cohort numbered 45. Some were hard to reach. At follow-up 36 had a job, that is 80% of the cohort.",
        "36",
        "26",
    ),
    (
        "In March there were 150 children on plans. Neglect was the reason for 66 (44% of all plans).",
        "44%",
        "54%",
    ),
    (
        "Ages at last birthday of the 130 children on plans are: under 1, 14; 1 to 4, 41; 5 to 9, 39; 10 to 15, 30; 16 or 17, 6.",
        "39",
        "49",
    ),
    (
        "Two hundred and forty checks were due. By the end of the month 212 of them had been done.",
        "212",
        "252",
    ),
    (
        "How long children waited for a first visit: within 5 days, 61; 6 to 10 days, 38; 11 days or more, 21. All told there were 120 visits.",
        "38",
        "83",
    ),
    (
        "Seventy-eight young people left care. Age on leaving: under 16 (9), 16 (14), 17 (22), 18 and over (33).",
        "33",
        "53",
    ),
    (
        "By distance from home the 196 placements were: under 10 miles, 84; 10 to 20 miles, 61; over 20 miles, 51.",
        "61",
        "16",
    ),
    (
        "Governors by length of office: less than 2 years – 31; 2 to 4 years – 44; more than 4 years – 25. That makes 100.",
        "44",
        "54",
    ),
    (
        "There were 54 complaints. Twenty-one were answered within 10 days, 24 in 11 to 20 days and 9 in more than 20 days.",
        "24",
        "42",
    ),
    (
        "The county has 88 schools. Ofsted has inspected 61 of these schools in the last three years.",
        "61",
        "91",
    ),
    (
        "We hold 430 case records on paper. So far 390 of the records have been scanned.",
        "390",
        "490",
    ),
    (
        "A total of 36 apprentices were taken on. Of the apprentices, 30 are still with us.",
        "30",
        "39",
    ),
    (
        "Some 1,150 letters were sent.\n\nThe printers were late.\n\nReplies were had to 414 (36%) of the letters.",
        "36%",
        "63%",
    ),
    (
        "Two hundred parents were rung. The sample was weighted by district. Fifty (25% of the sample) had not heard of the offer.",
        "25%",
        "35%",
    ),
    (
        "Thirty-two homes were visited in the year.\n\nVisits are made by members, in pairs.\n\nIn 24 (75%) of the homes the visitors were made welcome.",
        "75%",
        "57%",
    ),
    (
        "In the year 18 foster carers gave up. That is a rate of 9% of the 200 we had in April.",
        "9%",
        "12%",
    ),
    (
        "There are 8 advisers. The number of young people advised was 480, so each adviser had 60 of them.",
        "60",
        "80",
    ),
    ("Over the 12 months there were 156 exclusions, or 13 a month.", "13", "16"),
    (
        "In 2017/18 we made 2,340 visits to 195 families, which is an average of 12 per family.",
        "12",
        "15",
    ),
    (
        "Ages of the 75 adopters: under 30, 6; 30 to 39, 28; 40 to 49, 33; 50 and over, 8.",
        "28",
        "38",
    ),
    (
        "Eighty-four plans were read by the panel. In 63 plans (three quarters of the sample, or 75%) the aims could be measured.",
        "75%",
        "85%",
    ),
    (
        "Pupils on roll by distance walked: under 1 mile, 410; 1 to 2 miles, 265; over 2 miles, 75; not recorded, 50. The roll was 800.",
        "265",
        "365",
    ),
    (
        "Court papers filed, by days late: none, 64; 1 to 5 days, 22; 6 to 10 days, 9; over 10 days, 5. There were 100 in all.",
        "22",
        "32",
    ),
    (
        "Household income of the 150 families helped: below £10,000, 61; £10,000 to £20,000, 55; above £20,000, 34.",
        "55",
        "85",
    ),
    (
        "There were 58 volunteers at the year's end. A check had been made of 52 of those volunteers.",
        "52",
        "62",
    ),
    (
        "A panel of 24 young inspectors gave its view. Eighteen of them would go back, which is 75% of the panel.",
        "75%",
        "85%",
    ),
    (
        "Our sample was made up of 60 files. Fifteen files, that is 25% of the sample, lacked a genogram.",
        "25%",
        "35%",
    ),
    (
        "The 5 centres were used by 1,450 families, giving a mean of 290 families to a centre.",
        "290",
        "240",
    ),
    (
        "The £84,000 was shared by 35 families, an average of £2,400 for each family.",
        "£2,400",
        "£3,400",
    ),
    ("The cost of 12 placements was £624,000, or £52,000 each.", "£52,000", "£62,000"),
)
RIGHT = (
    "We asked 40 tenants. Of the tenants in arrears, 52 had been written to.",
    "There were 64 audits. Of the audits in June, 12 were good.",
    "There are 18 care homes. Each of them has 6 to 10 beds, and 140 children live there.",
    "Bands of grant: up to £500, 12 grants; £500 to £1,000, 7 grants; over £1,000, 3 grants. Twenty-two grants were made.",
    "Ages are shown in three groups: 0 to 5, 6 to 11 and 12 to 17. There were 30, 41 and 29 children in them.",
    "Visits took under 1 hour in 40 cases, 1 to 2 hours in 35 and over 2 hours in 10. We made 85 visits.",
    "The 40 staff had 32 days of training between them, and 10 of these days were on safeguarding.",
    "We interviewed 20 parents. Sixty-one of the parents who wrote to us were not among them.",
    "There were 20 young people in the group, of whom 8 left and 7 joined, so that it had 19 at the end.",
    "Each social worker had 17 cases in March and 16 in April; the team has 9 social workers and 144 cases.",
    "The plan covers 9 parks. Those parks have 14 play areas, and 12 of these areas are new.",
    "It is good to see how few plans were poor (six), the grades being:\n\n* Good: 40\n* Fair: 22\n* Poor: 6",
    "Most of those who left had found other work (31). The reasons were as follows:\n\n* Other work: 31\n* Retirement: 12\n* Illness: 5",
    "There are 96 staff. North has 24, South 30 and East 42, each with 3 managers.",
    "Of the 210 families, 36 were also known to housing and are counted in the 54.",
    "The panel heard 44 cases: 30 were approved, 10 were deferred and 4 were refused, so that 14 cases will come back.",
    "In 2019 there were 240 places. By 2021 there were 300, and 270 of these places were filled.",
    "The 12 homes have 60 beds. On 31 March, 66 children had stayed in these beds in the year.",
    "Ages (60 children): under 5, 12; 5 to 10, 20; 11 or over, 24; not known, 4.",
    "Of the 60, 12 were under 5, 20 were 5 to 10 and 28 were older. The 12 are in nursery.",
    "Scores: below 10, 4; 10 to 19, 12; 20 or more, 9 (total 25).",
    "There are 12 teams. Caseloads were: under 15, 6 workers; 15 to 20, 11 workers; over 20, 3 workers.",
    "In our 4 areas the waits were: under 2 weeks, 40; 2 to 4 weeks, 31; over 4 weeks, 9.",
    "The scheme has three bands: 0 to 5 hours, £20; 6 to 10 hours, £35; 11 hours or more, £50.",
    "We have 80 places. In the year 130 of the children who used these places were under 5.",
    "There were 30 reports of damage. Of the reports in the year before, 41 were closed.",
    "Twenty-six officers were appointed in the year. Of these, 20 remain; of the officers appointed earlier, 48 do.",
    "The group met 6 times. Members were sent 14 papers, and 10 of them were late.",
    "The 40 members of the group each have 3 votes, and 120 votes were cast.",
    "A sample of 25 was drawn from 300 files. In 20 (80% of the sample) the plan was signed.",
    "We drew a sample of 30 from the 412 cases closed. Twelve (40% of the sample) had been closed too soon.",
    "Within 10 days, 45 were closed; within 20 days, 70; within 30 days, 84; the other 6 are open. There were 90.",
    "Of 120 invoices, 60 were paid within 10 days, 90 within 20 days and 110 within 30 days.",
    "There are 3 hubs, each with 2 rooms, and 14 groups meet in them.",
    "Of the 96 who asked for help, 40 had asked before and are included in the 122.",
    "Fees per week: up to 10 hours, 45 pounds; 10 to 20 hours, 80 pounds; over 20 hours, 110 pounds.",
    "Few requests were refused (4), the outcomes being:\n\n* Granted: 51\n* Granted in part: 17\n* Refused: 4",
    "There were 70 meetings. Of the meetings held, 64 had a quorum, and 90 members came to one or more of them.",
)


@pytest.mark.parametrize(("text", "right", "wrong"), FAULTS)
def test_a_fault_is_found_and_the_right_paper_rests(text, right, wrong):
    assert text.count(right) == 1
    assert keys(text) == set()
    assert noted(text.replace(right, wrong)) & {"parts-of-whole", "percent-of-count", "mean-denied"}


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_paper_is_left_in_peace(text):
    assert keys(text) == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Plans last under 6 months, 31; 6 to 12 months, 21; 12 to 24 months, 13; over 24, 2.",
            False,
        ),
        (
            "Plans last under 6 months, 31; 6 to 12 months, 21; 10 to 24 months, 13; over 24, 2.",
            True,
        ),
        ("Children aged under 6, 31; 6 to 12, 21; 12 to 17, 13; and over 17, 2.", True),
    ],
)
def test_lengths_of_time_may_meet_at_their_ends_and_ages_may_not(text, wrong):
    assert ("bands-in-prose" in keys(text)) is wrong
