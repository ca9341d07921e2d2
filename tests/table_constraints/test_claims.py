"""Claims in any words about the rows of a table or list: ranks, parts, moves, steps and margins.

A wrong wording and one that differs from it in what was wrong. Every second one only measures: no
rule was changed for it.
"""

# ruff: noqa: E501

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

FILES = """\
Table: Files by service
| Service | Audited | Good or better | Late |
| Assessment | 37 | 17 | 6 |
| Court | 40 | 22 | 2 |
| Children in Care | 26 | 19 | 2 |
| Fostering | 15 | 10 | 4 |
| Total | 118 | 68 | 14 |"""
RESULTS = """\
Table: Results by service
| Service | Files | Share good |
| Assessment | 37 | 46% |
| Court | 40 | 55% |
| Children in Care | 26 | 73% |
| Fostering | 15 | 67% |"""
REASONS = """\
The 92 children came for these reasons:

* neglect at home: 41
* abuse: 22
* illness of a parent: 9
* other reasons: 20"""
TEAMS = """\
Table: Complaints by team
| Team | 2013/14 | 2014/15 |
| Assessment | 31 | 24 |
| Court | 38 | 35 |
| Disabled Children | 8 | 11 |
| Fostering | 16 | 13 |"""
GRADES = """\
Table: Judgements in two inspections
| Area | February 2012 | October 2014 |
| Leaders | Requires improvement | Good |
| Help and protection | Requires improvement | Good |
| Children in care | Good | Good |"""
WAITS = """\
Table: Certificates and average days
| Quarter | Certificates | Average days |
| January to March 2014 | 52 | 19 |
| April to June 2014 | 61 | 22 |
| July to September 2014 | 64 | 17 |
| October to December 2014 | 70 | 14 |"""
BUILT = (
    (
        RESULTS,
        "The best results came from Children in Care and the poorest from {Fostering|Assessment}.",
    ),
    (RESULTS, "{Fostering|Children in Care} had the highest share."),
    (REASONS, "{Illness of a parent|Neglect at home} was the most usual of the reasons."),
    (REASONS, "More children came because of {abuse|neglect} than for any other reason."),
    (FILES, "{All|Some} of the late files came from Fostering."),
    (FILES, "{Most|Some} of the late files came from Assessment."),
    (REASONS, "About {a quarter|a tenth} came because of the illness of a parent."),
    (TEAMS, "{All four|Three of the four} teams had fewer complaints than a year earlier."),
    (GRADES, "{All three|Two of the three} judgements went up."),
    (WAITS, "{Waits got shorter|Certificates grew in number} in each quarter of the year."),
    (FILES, "Good or better were {68%|58%} of the 118 files."),
    (FILES, "{44%|34%} of the 118 files came from Court."),
    (FILES, "Assessment has the furthest to go, at {56%|46%}."),
)
MEASURED = (
    (RESULTS, "Assessment did {best|worst}."),
    (RESULTS, "The weakest results were those of {Court|Assessment}."),
    (REASONS, "The rarest reason was {abuse|the illness of a parent}."),
    (REASONS, "By far the commonest was {abuse|neglect at home}."),
    (FILES, "{None|Some} of the late files came from Children in Care."),
    (REASONS, "Abuse explains {about half|about a quarter} of them."),
    (TEAMS, "Complaints {fell in every team|fell in three of the four teams}."),
    (TEAMS, "{None of the teams|One of the four teams} saw an increase."),
    (
        GRADES,
        "{No area|One area in three} stayed as it was: {every|two of three} judgement improved.",
    ),
    (WAITS, "Turnaround became {quicker every quarter|quicker from the summer on}."),
    (WAITS, "The number of certificates {fell|rose} from one quarter to the next."),
    (
        TEAMS,
        "In the last year {Fostering received more complaints|Court received more complaints} than Assessment.",
    ),
)
RIGHT = (
    (RESULTS, "Court supplied the most files but comes only third by share."),
    (RESULTS, "Fostering had the second highest share."),
    (RESULTS, "Most of the files of Assessment were not good."),
    (TEAMS, "All four teams should have fewer complaints next year."),
    (TEAMS, "Not all the teams had fewer complaints."),
    (TEAMS, "Court had more complaints than it can answer."),
    (GRADES, "None of the three areas got worse."),
    (WAITS, "Waits got shorter in the summer and again in the autumn."),
    (REASONS, "Most of those who came because of abuse are boys."),
    (FILES, "71% of the 118 files were of girls."),
    (FILES, "By the end of the year 91% of the 118 files had been closed, Court among them."),
    (TEAMS, "Court is what people complain about most. It makes up 12% of our spending."),
)


def warned(table, text):
    """The findings of a text that are more than advice."""
    rows = found(f"{table}\n\n{text}", rules=RULES)
    skipped = ("small-number", "percent-without-base")
    return [x.fault.says for x in rows if x.severity != "advice" and x.rule.key not in skipped]


def wordings(text):
    """The wrong and the right wording of a text."""
    pieces = [piece.partition("}") for piece in text.split("{")[1:]]
    head = text.split("{")[0]
    return tuple(
        head + "".join(edit.split("|")[at] + behind for edit, _, behind in pieces) for at in (0, 1)
    )


@pytest.mark.parametrize(("table", "text"), BUILT)
def test_a_claim_of_rows_is_held_against_the_table(table, text):
    wrong, right = wordings(text)
    assert warned(table, wrong)
    assert warned(table, right) == []


def test_most_claims_that_no_rule_was_built_with_are_found_and_no_right_one():
    pairs = [(table, *wordings(text)) for table, text in MEASURED]
    assert [right for table, _, right in pairs if warned(table, right)] == []
    assert sum(bool(warned(table, wrong)) for table, wrong, _ in pairs) >= 8


@pytest.mark.parametrize(("table", "text"), RIGHT)
def test_a_right_claim_is_left_alone(table, text):
    assert warned(table, text) == []
