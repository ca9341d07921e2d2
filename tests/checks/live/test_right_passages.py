"""Right sentences with live figures, as clerks of several services write them, and wrong ones of
the same figures: all rules read both."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

from tests.checks.drawn import found
from tests.checks.live.figures import drawn
from tests.sweeping import swept


def stopping(text):
    """The rules that find an error or a warning in a text."""
    return [row.rule.key for row in found(drawn(text)) if row.severity in ("error", "warning")]


@swept(
    (
        "On 1 December 2015 we looked after ALL children. UNDER were under 14, OLDER were aged 16 or over and the rest were 14 or 15.",
        "Of the ALL children we looked after on 1 December 2015, BOYS are boys and 108 are girls.",
        "On 1 December 2015 ORDERS children were the subject of care orders and AGREED were accommodated with their parents’ agreement.",
        "Placements with independent agencies (AGENCY) cost more than those with our own foster carers.",
        "HOMES children live in residential homes outside the city, and the number has hardly changed.",
        "Between July and December 2015 NEWLY children came into care and ENDED children left care.",
        "NEWLY children started to be looked after in the half-year, of whom most were under 10.",
        "During the half-year ENDED children ceased to be looked after, mainly because they turned 18.",
        "The DBS audit covered STAFF staff whose post needs a check. LATE of them were overdue for a re-check at the audit.",
        "Since the audit RECHECKED of the overdue staff have been re-checked, and MOVING have a re-check in progress.",
        "CURRENT of STAFF people have a check that is in date.",
        "No certificate is out of date for CURRENT people.",
        "DUE people are due for a re-check in January 2016. Managers have reminded them.",
        "At the time of the audit LATE staff had a check that was overdue, which is too many.",
        "Our plan has ACTIONS actions. DONE are done, TRACK are on track and BEHIND are overdue.",
        "BEHIND actions are now late, mostly because a post was empty until October 2015.",
        "Of the ACTIONS actions, DONE have been completed with evidence.",
        "TRACK actions are on track and will be completed by July 2016.",
        "We expect the BEHIND overdue actions to be done by March 2016.",
        "Managers did AUDITS audits in the half-year and shared SHARED of them with the worker.",
        "WAITING audits still wait to be shared, as workers had left.",
        "GOOD of the AUDITS audits were graded good.",
        "GOOD audits were good, and the others required improvement or were inadequate.",
        "Inspectors named STRENGTHS strengths and AREAS areas for development.",
        "The AREAS areas for development that inspectors named are answered in the plan.",
        "STAFF people need a check: CURRENT are in date, LATE are overdue.",
        "With LATE people overdue, we cannot be content, although RECHECKED have been re-checked since.",
        "Fewer people were overdue than last year: LATE.",
        "We looked at overdue checks first: LATE in all.",
        "The number of people with an overdue check fell to LATE.",
        "The number of actions that are overdue is BEHIND.",
        "The number of boys is BOYS, more than the number of girls.",
        "LATE people, whose checks were in date in the audit of 2014, are overdue.",
        "UNDER children, or three in four, are under 14.",
        "OLDER young people are 16 or 17 and will soon leave care.",
        "Some OLDER are old enough to leave care; TEENS are 14 or 15.",
        "For the OLDER who are 16 or over, a pathway plan is in place.",
        "Children under 14 (UNDER) live with foster carers.",
        "Foster care is where most live; HOMES live in external residential homes.",
        "Managers are pleased that RECHECKED staff no longer have an overdue check.",
        "ALL children aged up to 18 were looked after on 1 December 2015.",
        "We looked after ALL children and young people under 18.",
        "All STAFF staff have a check, and those who are overdue are few.",
        "GOOD audits were good; BAD audits were inadequate.",
        "GOOD audits were good and BAD inadequate.",
        "Managers did AUDITS audits and shared SHARED.",
        "The plan has ACTIONS actions with BEHIND overdue.",
    )
)
def test_a_right_sentence_with_live_figures_stops_nothing(text):
    assert stopping(text) == []


@swept(
    (
        "Boys account for BOYS of the children, girls being BOYS.",
        "Some UNDER care leavers-to-be are aged 17.",
        "OLDER under-fives live with foster carers.",
        "OLDER infants were looked after.",
        "AGREED children are in care under a court’s care order.",
        "ORDERS children are voluntarily accommodated.",
        "Residential homes look after AGENCY children.",
        "In foster care there were HOMES children.",
        "Those leaving care numbered NEWLY.",
        "Admissions to care: ENDED.",
        "CURRENT certificates have expired.",
        "LATE people are fully compliant.",
        "LATE certificates are in date.",
        "Certificates in date: LATE.",
        "Applications under way: RECHECKED.",
        "Only MOVING have been re-checked since the audit.",
        "RECHECKED people have nothing applied for.",
        "The plan’s BEHIND on-track actions are going well.",
        "On track: BEHIND. Overdue: TRACK.",
        "DONE actions remain overdue.",
        "Actions completed: TRACK.",
        "Of the ACTIONS actions BEHIND are complete.",
        "WAITING audits had been shared by the end of the half-year.",
        "Audits shared with workers: WAITING.",
        "Audits not yet shared: SHARED.",
        "GOOD audits were found to be inadequate.",
        "Inadequate: GOOD.",
        "AREAS strengths were named by inspectors.",
        "STAFF staff are overdue for a re-check.",
        "There are STAFF people without a DBS check.",
        "ACTIONS actions are late.",
        "ALL young people were aged 16 or over.",
        "ALL babies were looked after on 1 December 2015.",
        "ALL children under 10 were looked after.",
        "GOOD audits were about the inadequate. BAD audits were inadequate.",
        "BAD audits needed work. In all BAD audits came out good. GOOD audits were good.",
        "Strengths: AREAS.",
        "All staff are in date. LATE people were overdue at the audit.",
        "There are no overdue re-checks. LATE people were overdue at the audit.",
        "None of our actions is late. BEHIND actions are overdue.",
    )
)
def test_a_wrong_sentence_with_the_same_figures_stops_the_report(text):
    assert stopping(text)
