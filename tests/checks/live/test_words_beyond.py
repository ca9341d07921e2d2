"""What texts next to live figures claim beyond their definitions, their dates and their sums: read
in sentences, and in whatever stands over the figures of a table, a chart or a list."""

from dataclasses import replace

from tests.checks.drawn import KNOWN, found
from tests.checks.live.figures import drawn
from tests.sweeping import swept

RECORDS = replace(KNOWN, parts=lambda _entry, _state: (), values=lambda *_asked: None)
THEN = "{{210|looked_after.children|2015-01-01}}"
COST = "{{£48,000|looked_after.unit_cost|2015-12-01}}"
PLACED = "looked_after.placement:Foster care through an independent agency"
AGES = "| | 1 December 2015 |\n| Under 14 | UNDER |\n| 14 to 15 | TEENS |"
GRADES = "| | Number |\n| Good | GOOD |\n| Inadequate | BAD |"
DAYS = (
    "| | 1 January 2015 | 1 December 2015 |\n"
    f"| Agency foster care | {{{{60|{PLACED}|2015-01-01}}}} | AGENCY |\n"
    f"| All children | {THEN} | ALL |"
)


def spoken(text):
    """The rules that find an error or a warning in a sentence."""
    text = drawn(text.replace("THEN", THEN).replace("COST", COST))
    return [row.rule.key for row in found(text, known=RECORDS) if row.severity != "advice"]


@swept(
    (
        "Over the year AUDITS case files were audited.",
        "Between April and December AUDITS audits were completed.",
        "ALL unaccompanied asylum-seeking children are in our care.",
        "LATE agency social workers have not been re-checked.",
        "AUDITS audits were done and practice was good in each.",
        "Auditors found no weaknesses in the AUDITS files.",
        "Of the ACTIONS actions, TRACK are on track and DONE are done, so all are accounted for.",
        "The ALL children are made up of UNDER under 14 and OLDER aged 16 and over.",
        "The ALL children are fewer than any of our neighbours look after.",
        "With LATE staff overdue we have met our target.",
        "The ACTIONS actions have been quality assured by Ofsted.",
        "DUE staff were re-checked in January 2016.",
        "For the third time running the number of children has fallen, to ALL.",
        "At ALL, the number of children is the highest ever recorded.",
        "LATE members of staff have no DBS check.",
        "The pair of audits graded inadequate (BAD) are being re-audited.",
        "In the west of the city ALL children are looked after.",
        "AUDITS audits were done in the referral and assessment team.",
        "We look after ALL children per 10,000 in the city.",
        "An agency placement costs COST a week.",
        "ALL boys were looked after.",
        "We look after ALL children, among them AGENCY babies.",
        "AUDITS audits were done in the first half of 2015.",
        "The number of children, ALL, is stable.",
        "ALL children are looked after, a quarter fewer than in January 2015.",
    )
)
def test_a_false_sentence_is_found(text):
    assert spoken(text)


@swept(
    (
        "From July to December AUDITS case files were audited.",
        "AUDITS audits were done in the second half of 2015.",
        "We look after ALL boys and girls.",
        "Earlier in the year AUDITS audits were planned, and they are done.",
        "The number of children, ALL on 1 December 2015, was THEN on 1 January 2015.",
        "Internal audit will look at the DBS records of STAFF staff in March 2016.",
        "As promised in July, this report says how many staff are overdue: LATE.",
        "The ALL children are made up of UNDER under 14, TEENS of 14 to 15 and OLDER of 16 on.",
        "Of the ACTIONS actions, TRACK are on track, DONE are done and BEHIND are overdue.",
        "With LATE staff overdue we have not met our target.",
        "LATE members of staff were past the date of their re-check.",
        "On 1 December 2015 STAFF people whose post needs a check were counted.",
        "AUDITS audits were done across the service.",
        "ACTIONS improvement actions are in hand, some with partners across the region.",
        "An agency placement costs on average COST a year.",
    )
)
def test_a_true_sentence_is_left_alone(text):
    assert spoken(text) == []


@swept(
    (
        f"Table: Children who came into care, by age\n{AGES}",
        f"Table: Children looked after in the west of the city, by age\n{AGES}",
        f"Table: Children looked after per 10,000, by age\n{AGES}",
        f"Table: Grades given by Ofsted\n{GRADES}",
        f"Table: Children looked after\n{DAYS}\nThe number of children has doubled.",
        f"Table: Children looked after\n{DAYS}\nNumbers fell in every kind of placement.",
        f"Table: Children looked after\n{DAYS}\nThe largest fall was in agency foster care.",
        (
            f"# Numbers of children continue to rise\n\nWe looked after {THEN} on 1 January 2015 "
            "and ALL on 1 December 2015."
        ),
        "# No member of staff is overdue\n\nOf STAFF staff LATE were overdue for a re-check.",
    )
)
def test_a_false_text_over_figures_is_found(text):
    assert spoken(text)


@swept(
    (
        f"Table: Looked-after children, by age\n{AGES}\nCare leavers are not included.",
        f"Table: Audits of case files, by grade\n{GRADES}",
        f"Table: Children looked after\n{DAYS}\nThe number of children has fallen.",
        (
            f"Table: Children looked after\n{DAYS}\nNumbers in agency foster care rose and those "
            "of all children fell."
        ),
        f"Table: Children looked after\n{DAYS}\nThe new service opened in October 2015.",
        (
            f"# Numbers of children\n\nWe looked after {THEN} on 1 January 2015 and ALL on 1 "
            "December 2015."
        ),
        "# DBS checks of staff\n\nOf STAFF staff LATE were overdue for a re-check.",
    )
)
def test_a_true_text_over_figures_is_left_alone(text):
    assert spoken(text) == []
