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
WRONG = (
    (
        "Plans were clear in 49 files, or 63.3%. This is the only theme on which practice has worsened, from 61.1% in the last report (44 of 72).",
        "direction-denied",
    ),
    (f"{SCHOOLS}The number in state-funded special schools has come down.", "text-unlike-table"),
    ("Of the nine homes, seven were judged good and four were not.", "parts-of-whole"),
    (
        "The 40 pupils were divided between two schools, with 22, and three academies, with 19.",
        "parts-of-whole",
    ),
    (
        "The plan has five aims: to find carers; to open a home; to use fewer agencies; and to bring children back.",
        "named-unlike-number",
    ),
)


def warned(text):
    """The rules that warn of a text, or find an error in it."""
    known = CheckContext(today=DATED)
    rows = found(f"# Part\n\n{text}", known=known, rules=RULES)
    return [row.rule.key for row in rows if row.severity != Severity.ADVICE]


@swept(RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []


@swept(WRONG)
def test_a_wrong_twin_is_still_found(text, rule):
    assert rule in warned(text)
