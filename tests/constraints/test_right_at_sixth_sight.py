"""Right sentences of a sixth kind: what others have, what there was at another time, lists parted
by semicolons, parts of parts, and shares and means of numbers that are farther off."""

# ruff: noqa: E501
from reports.checks.context import CheckContext
from reports.checks.rule import Severity
from tests.checks.drawn import DATED, found
from tests.checks.reach.passages import RULES
from tests.sweeping import swept

TABLE = """Table: Files read
| Team | Good | Not good | All |
| East | 12 | 8 | 20 |
| West | 14 | 11 | 25 |
| All | 26 | 19 | 45 |

Table: What was missing
| What | Files |
| Dates | 15 |
| Views | 13 |
| Entries | 28 |

"""
SCHOOLS = """Table: Plans by kind of school
| Kind | 31 December 2013 | 31 December 2014 |
| Mainstream school | 862 | 961 |
| State-funded special school | 598 | 624 |
| Total | 1,460 | 1,585 |

"""
RIGHT = (
    # Of shares next to the numbers, and of a change that was named before.
    "Plans were clear in 49 files, or 58.3%. This is the only theme on which practice has worsened, from 61.1% in the last report (44 of 72).",
    f"{SCHOOLS}The share in state-funded special schools has come down from 41.0% to 39.4%, even though there are 26 more pupils in them.",
    "The increase has been possible because vacancies were filled: homes with an empty bed numbered 17 in March 2014 and 29 in March 2013.",
    # Of another time.
    "Seven of the nine homes were judged good, up from the spring, when four were.",
    "Three of the four services met the target, a change from last year, when only two did.",
    "Five of the six schools sent a return, and in the autumn only three had.",
    "Six of the eight teams are fully staffed, which was true of only three in January 2015.",
    "Ten of the 14 reviews were on time; in the first quarter it was eight.",
    "Ten of the 14 schools replied, but only six had by the first date.",
    "Sixteen of the 20 staff came; five had in the spring.",
    "Eight of the ten actions are complete, whereas five were in the last report.",
    # What others have.
    "Six of the eight teams have no vacancy; Assessment has three.",
    "Of the nine teams, seven have no late visit; the North team has four.",
    "Five of the seven homes had no complaint; Larch House had four.",
    "Ten of the 12 services sent every form; the youth service owes five.",
    "Six of the seven homes met all standards; Larch House missed two of them.",
    # Of a part, or in two of them.
    "Seven were in care, of whom four were also among the nine already named.",
    "Of the 30 pupils, 14 had a plan and 18 were known to social care, of whom nine had a plan as well.",
    # Not all are told.
    "There were 96 referrals. Looking at referrals by month, 30 came in April, 28 in May and 33 in June, and some have no date.",
    "Of the 24, 20 had been held on time, three had been held late and one had not been held.",
    "The 40 pupils were divided between two schools, with 22, and three academies, with 18.",
    # Lists.
    "The plan has four aims: to find carers for babies and for teenagers; to open a home with two beds; to use fewer agencies; and to bring children back.",
    "We have four aims: to listen and to act; to be open; to learn; and to keep our promises; each has an owner.",
    "The plan has two aims: to cut delay and drift; and to hear children and young people.",
    "The review made seven recommendations: four to the council, on records and supervision; two to health; and one to the police.",
    "Members set three conditions: a report in the spring and autumn; a visit by two members; and no new spending, save on staff, before then.",
    # Of numbers that are farther off.
    f"{TABLE}We spoke to 18 families, so 40% of files have a parent's view.",
    "There were 92 children from 50 families. The year began with 80; 64 came and 52 left.\n\nThe 30 visits were to 61 children. What the other 20 families think is not known.\n\nWith both numbers there is a mean of 1.8 children to each family.",
)
CONTACTS = """Table: Contacts by sector
| Sector | Contacts | Actions |
| Schools and colleges | 171 | 9 |
| Early years | 88 | 12 |
| Foster care | 57 | 8 |
| Health | 12 | 6 |

"""
RIGHT += (
    # A rest, an age, a subject and a day that are of other things than the number before.
    "The panel decided 21 applications in the year. There were 19 approvals, the other two applications being turned down.",
    "Strategy meetings numbered 96 in respect of the 71 matters, since the more complex need a second.",
    "So it proved, with 174 of the episodes falling in January to March and 197 in April to June.",
    "Eleven of the 31 entries dated from before the applicant was 21.",
    # Which way is good of them is not said.
    "Few renewals are overdue. As a rate Early Help and Passenger Transport are slightly worse, at 4.2% each against 4.1% in Education.",
    # Of others, and of some only.
    "Of the 184 files, 97 were good or better. Across the region, where 13 of the 15 authorities share their grades, 58% of files were good or better.",
    "Of the 252 pupils 68 missed a tenth of their schooling, or 27%. For all pupils in the borough it was 28%.",
    "Of the 284 pupils of school age, 171 were at schools in the borough.\n\nSixty-eight missed school. Of our own pupils in Years 10 and 11, the rate is 41%.",
    # Of the total, of those of then, and all but some.
    "Of the 221 children 12 have been on a plan for 18 months. Four of the twelve have passed two years (1.8% of the total).",
    "Of the 221 children, 153 were due a review; all but three were reviewed in time (98.0%).",
    "Within the 389 are 37 children without family, 9.5%. In March they were 28, or 7.0%.",
    "Twenty-nine actions are complete (60.4%), twelve more than the 17 (35.4%) we reported in November.",
    # Parts of a part, of another thing, and of another time.
    "Of the remaining 69, 41 came within a week and 28 took longer. Faith groups made 12 of those 28, though they made few of all contacts.",
    "Thirteen children were suspended once, six twice, and eight three times or more; those eight account for 36 of the 61.",
    "We count by level of risk: high 6, medium 13, lower 11 (a year ago nine of the 34 were high).",
    "The review of the framework is shared by seven councils. In December it is taken up with the six other councils.",
    # No exception, and no mean.
    "All 15 who were dismissed were referred, as were two of the six who resigned. The remaining four resignations did not meet the legal test.",
    "All three were seen by their reviewing officer. One has moved, one did not want to, and one meant the dog next door.",
    "Four had refused every offer, three waited for a college start and two had moved away. The year has two starts.",
    # No whole, no rate, and no row of these.
    "The 108 cases closed are made up of 29 carried in and 79 opened in this year. They should not be compared with the 104 opened. Their outcomes were:\n\n* proved 37\n* not proved 39\n* false 19\n* unfounded 11\n* malicious 2",
    "Children rose from 41 to 48 (19 arrived, 13 of them through the transfer scheme, and 12 turned 18).",
    "Of the 114 who left, 41 turned 18, and 38 went home. A further 15 left to special guardians, 14 were adopted and the remaining six left for other reasons.",
    "The 23 children this quarter compare with 24 in the quarter before; it is the number living at home that has grown.",
    "Plans were reviewed for 367 of all 412, which is 89%. It was 91% at the end of September and we have slipped.",
    "The grant was £2,530 a head, for 178 pupils, and came to £450,340. There are 184 pupils. Schools get £1,800 for each pupil and we keep £730 to spend on tutors.",
    "They cared for 196 children: 127 with mainstream carers and 69 with kinship carers, or 1.4 and 1.3 a household respectively.",
    "Table: Results of the 31\n| Measure | Pupils | Share |\n| English, grade 4 or above | 13 | 41.9% |\n| Mathematics, grade 4 or above | 11 | 35.5% |\n| Both, grade 4 or above | 9 | 29.0% |\n| Both, grade 5 or above | 4 | 12.9% |",
    # Of its own verb, of a pace, of shares, and of another time.
    "Of the 89 plans 70 were open long. So 70 of the 89 were closed within a year, and 43.8% ended between six and 12 months after they began.",
    "The plan for October 2024 to March 2025 is for 108 audits, 18 a month, which is one more each month than before.",
    "In March 2025, 187 of the 208 children (89.9%) had been seen within that time, up from 196 of 231 (84.8%) in March 2024.",
    "The scheme cost £81,650, against a budget of £90,000, and £8,350 was left over.",
    "A third of the 324 contacts, 108, met the threshold. In 2013-14 it was 104 out of 286, or 36.4%. Half of this year’s contacts, 162, ended with advice, and the remaining 54 were passed on.",
    "Three of the five were late in March too. The other three that were late then have since been completed.",
    "A year ago four of its eight posts were held by agency staff and its manager had changed three times in 18 months.",
    "The forecast is 372 children on 31 March 2025 and 380 a year later, that is, 12 more and then eight more, from 360 now.",
    "The rate was 177 of 282. If half of the 49 had done so, say 24, the rate would have been 177 of 258, or 68.6%.",
    "Of 41 young people who turned 18 while in foster care, 24 (58.5%) stayed put.",
    "From application to approval took 148 days on average, ten fewer than in 2012/13, against a target of 140.",
    "A caseload of 45 is in the range of 40 to 50 that we regard as safe, and it is below the 48 of the region.",
    "Return talks took place for 135 of 180 episodes. That is three quarters of all episodes, up from 70% last quarter (147 of 210).",
    # Of what would be, of a reason, and of the same persons.
    "They concerned 57 families, because in three families the files of two brothers or sisters were both drawn.",
    "Of the 251 children 119 are girls. Without those who came alone, 29 of whom are boys, the share would be 52%.",
    "Two of the six episodes were by the same girl, and two by the same boy.",
    "The number is lower than the 61 with a tenancy, because 14 of those live outside the borough, and higher than the 47 who remain.",
    "Carers of the Moor team had six visits each on average. In the Shore team the average was five. Together the teams made 245 visits.",
    # Behind the first row, and of what the cells count.
    f"{CONTACTS}After schools and colleges, the largest number of contacts came from early years.",
    f"{CONTACTS}Three of four actions are complete, among them the new form.",
)
WRONG = (
    (
        "Two of the six episodes were by a girl, and two by boys; the other three were not traced.",
        "parts-of-whole",
    ),
    ("The number is 41, and higher than the 47 who remained.", "change-denied"),
    (
        "Table: Results of the 31\n| Measure | Pupils | Share |\n| English | 15 | 40.5% |\n| Mathematics | 12 | 32.4% |\n| Art | 10 | 27.0% |",
        "grid-whole",
    ),
    (
        "Of the 48 who left, 19 went home, 13 turned 18 and the remaining 12 were adopted.",
        "parts-of-whole",
    ),
    (
        "Of the 221 children, 153 were due a review. All were seen. The one at home was not seen, and has yet to be.",
        "claim-unlike-number",
    ),
    (
        "Of the 221 children 12 have been on a plan for 18 months. Four of the twelve (18.3%) have passed two years.",
        "percent-of-count",
    ),
    ("The number complete rose from 17 to 29 (a rise of 35.4%).", "change-denied"),
    (
        f"{CONTACTS}After schools and colleges, the largest number of contacts came from foster care.",
        "claim-unlike-number",
    ),
    (
        "Few renewals are overdue. The overdue share is worse, at 4.1% against 4.2% a year before.",
        "direction-denied",
    ),
    ("Strategy meetings were held in 96 of the 71 matters.", "parts-of-whole"),
    ("Of the nine homes, seven were judged good and four were not.", "parts-of-whole"),
    (
        "The plan has five aims: to find carers; to open a home; to use fewer agencies; and to bring children back.",
        "named-unlike-number",
    ),
)


def found_in(text):
    """Everything that is found in a text."""
    return found(f"# Part\n\n{text}", known=CheckContext(today=DATED), rules=RULES)


def warned(text):
    """The rules that warn of a text, or find an error in it."""
    return [row.rule.key for row in found_in(text) if row.severity != Severity.ADVICE]


@swept(RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []


@swept(WRONG)
def test_a_wrong_twin_is_still_found(text, rule):
    assert rule in warned(text)
