"""A warning asks for a sentence that says nothing else; of other sentences it is advice. Right
passages that six new authors' reports were warned of are left alone."""

# ruff: noqa: E501
from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext, EarlierFigure
from reports.verdicts.registry import RULES
from tests.checks.drawn import found
from tests.sweeping import swept

PAPER = {"paper_date": date(2025, 12, 2), "period": When(date(2025, 4, 1), date(2025, 9, 30))}
EARLIER = EarlierFigure(
    "", "", "", "", "2025-03-31", "148", 148, None, "Update", words="approved fostering households"
)
HOMES = """Table: Homes of care leavers
| Home | Young people |
| Own tenancy | 55 |
| Supported | 24 |
| Staying put | 18 |
| All suitable | 97 |
| Custody | 15 |
| No home | 13 |
| All unsuitable | 28 |
| Total | {total} |
"""
CASELOADS = """Table: Children and workers
| Team | Children | Children for each worker |
| East | 421 | 15.6 |
| West | 705 | 17.4 |
| North | 322 | 15.3 |
| Total | 1,448 | 16.4 |
"""
CHANGES = """Table: Posts
| Kind | February | May | Change |
| Permanent | 89 | 93 | +4 |
| Agency | 24 | 19 | -5 |
| Vacant | 11 | 12 | +1 |
| Total | 124 | 124 | 0 |
"""
GROUPS = """Table: Carers
| Kind | Children |
| Our own carers | 40 |
| Children's homes | 12 |
| Relatives | 22 |
"""
# (rule, a plain sentence with a fault, the same numbers where others may be meant)
FORMS = [
    (
        "parts-of-whole",
        "Of the 60 audits, 41 were done by managers, 13 by heads of service and eight by the Director.",
        "We did 60 audits. Managers did 41 in May. Heads of service did 13, and eight were the Director’s.",
    ),
    (
        "parts-of-whole",
        "The 60 audits were done by:\n\n* managers: 41\n* heads of service: 13\n* the Director: eight",
        "Managers did 41 audits in April and 13 in May. In June there were 60, and the Director saw eight of them.",
    ),
    (
        "change-denied",
        "The number overdue rose from 27 in March to 21 in June.",
        "We made 60 visits, the number of families rose, and 27 were overdue in March and 21 in June.",
    ),
    (
        "percent-of-count",
        "Of the 97 children who began, 35 were aged 13 or over (31.6%).",
        "We have 97 such children. In the county there are more. Those aged 13 or over are 35, and 31.6% of them are girls.",
    ),
    (
        "mean-denied",
        "The 60 audits took 198 hours in all, a mean of 3.8 hours each.",
        "The 60 audits took 198 hours in all. In the year before it was a mean of 3.8 hours each.",
    ),
    (
        "direction-denied",
        "The campaign had a budget of £9,500 and cost £9,870, which is £370 below budget.",
        "The budget was £9,500. Leaflets cost £9,870 and posters £310, and £370 was below what we asked for.",
    ),
    (
        "change-denied",
        "Of the 129 interviews, 101 were held within 72 hours, which is 78.3%, down from 74.6% in the quarter before.",
        "Of the 129 interviews, 101 were held within 72 hours, which is 78.3%. They were down to fewer days, and in May it was 74.6%.",
    ),
    (
        "change-denied",
        "Of the 196 that were started, 149 (76.0%) were finished in time, which is below the target of 75%.",
        "Of the 196 that were started, 149 (76.0%) were finished in time. In the north it was 70%, below the target of 75%.",
    ),
    (
        "passage-denied",
        "The service took 283 contacts. The year before it took 241, so there were 42 more, a rise of 14.8%.",
        "We had 46 carers. Sixteen came and nine left, so the net rise is seven, or 17.9%, on the 39 we had.",
    ),
    (
        "passage-denied",
        "The plan goes to Cabinet on 16 September 2026, after the new home opens on 3 November 2026.",
        "The plan goes to Cabinet on 16 September 2026, two weeks before the new home opens on 1 October 2026.",
    ),
    (
        "passage-denied",
        "Those with a place waited 23 school days on average, meeting the target of 20 days or fewer.",
        "Those with a place waited 23 school days on average, missing the target of 20 days or fewer.",
    ),
]
RIGHT = [
    HOMES.format(total=125),
    CASELOADS,
    CHANGES,
    f"{GROUPS}\nReturns home were the largest group, at 35.7%.",
    "The adviser will visit on Wednesday 14 January.",
    "The fourth quarter went well. Quarter 4 of 2025/26 is to come.",
    "We ended with 143 approved fostering households, five fewer than the 148 we had on 31 March 2025 (a fall of 3.4%).",
    "At 30 September 2025 the Council looked after 68 unaccompanied children, compared with 63 a year earlier.\n\nAt 30 September 2025 the Council looked after 68 children who were unaccompanied.",
    "The small rise hides two opposite stories: fewer mainstream carers, more family and friends carers.",
    "All three decisions concerned consent: the parent had not been asked, and the record did not say why.",
    "The plan has 56 actions, two more than at 30 April because the Board added two in June.",
    "The most common concern was harm, in 57 cases, many of them about restraint. There were 28 about abuse, 20 about neglect and 14 about words.",
    "There were 30 visits. The rate was 41.5 per 10,000, on a child population of 41,200. Exham reported 46.8. The gap between the two is 5.3 per 10,000.",
    "The designated nurse has agreed extra sessions with two dental practices from January 2026.",
    "We have 141 approved fostering households. In September 2024 there were 152, so the figure is 7.2% lower than a year ago.",
    "Twelve of the 18 had seen abuse, twice as many as the six for whom it was drinking.",
]
WRONG = [
    (HOMES.format(total=185), "table-total"),
    (
        "Table: Actions\n| Action | Due |\n| Audit of 25 agreements | Quarter 5 of 2024/25 |\n| Visit | May 2026 |\n",
        "outside-calendar",
    ),
    ("The adviser will visit on Monday 14 January.", "weekday-apart"),
    (
        "Two schools were judged inadequate: Thorne Park, Hallam Rise and Lowfield High.",
        "named-unlike-number",
    ),
]


def weights(text):
    """(rule, weight) of everything that is found in a text with the weights that a report has."""
    rows = found(f"# Part\n\n{text}", known=CheckContext(told=(EARLIER,)), rules=RULES, **PAPER)
    return {(row.rule.key, str(row.severity)) for row in rows}


def warned(text):
    """The rules that find more in a text than advice."""
    return {rule for rule, weight in weights(text) if weight != "advice"}


@pytest.mark.parametrize(("rule", "plain", "other"), FORMS)
def test_numbers_that_are_all_a_sentence_says_are_warned_of_and_others_are_not(rule, plain, other):
    assert rule in warned(plain)
    assert warned(other) == set()


@swept(RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == set()


@swept(WRONG)
def test_a_wrong_twin_is_still_found(text, rule):
    assert rule in warned(text)
