"""The words next to a live figure name the part or state that it counts."""

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.checks.live.figures import drawn
from tests.sweeping import swept

PARTS = [rule_called("figure-of-another-part")]


def faults(text):
    return [row.fault.says for row in found(drawn(text), rules=PARTS)]


@swept(
    (
        "On 1 December 2015 UNDER were aged 16 to 18.",
        "UNDER children aged 16 and over were looked after.",
        "We looked after TEENS young people under 14.",
        "OLDER were under 10s.",
        "BOYS girls were looked after on 1 December 2015.",
        "The number of girls was BOYS.",
        "ORDERS children were accommodated under section 20.",
        "AGREED were subject to a full care order.",
        "AGENCY lived in residential homes.",
        "HOMES children were placed with foster carers.",
        "In the half-year NEWLY children left our care.",
        "ENDED children came into care.",
        "LATE staff have a check that is in date.",
        "CURRENT staff are overdue.",
        "RECHECKED have a re-check in progress.",
        "MOVING of the LATE staff had been re-checked.",
        "DUE people are overdue.",
        "BEHIND actions are on track.",
        "TRACK actions have been completed.",
        "Of the 40 actions, DONE are overdue.",
        "SHARED audits are awaiting sharing.",
        "WAITING audits were shared with the worker.",
        "Inspectors made STRENGTHS recommendations.",
        "Reviews named AREAS strengths.",
        # The part in other words, in front, or denied.
        "Of the ALL children, UNDER were 16 or over.",
        "UNDER children were older than 14.",
        "OLDER children were below the age of 16.",
        "We had OLDER babies in care.",
        "TEENS children of primary school age were looked after.",
        "TEENS young people aged 17 were looked after.",
        "Girls made up BOYS of the ALL children.",
        "AGENCY children live with our own in-house foster carers.",
        "ENDED children started to be looked after in the half-year.",
        "MOVING people have had nothing applied for.",
        "RECHECKED of the LATE people have still not been re-checked.",
        "SHARED audits have not been shared with the worker.",
        "GOOD audits were judged inadequate.",
    )
)
def test_words_that_name_another_part_than_a_figure_counts_are_an_error(text):
    assert len(faults(text)) == 1


@swept(
    (
        "On 1 December 2015 UNDER were under 14, and OLDER were aged 16 to 18.",
        "UNDER were under 14 and OLDER were 16 or over.",
        "Of the ALL children, TEENS were aged 14 or 15 and OLDER 16 and over.",
        "OLDER young people were aged 16 or 17.",
        "TEENS were aged between 14 and 15 years.",
        "UNDER children had been looked after for over 12 months.",
        "BOYS boys were looked after, more than the number of girls.",
        "While most are boys, BOYS is a fall.",
        "ORDERS had a care order; AGREED were accommodated under section 20.",
        "AGENCY were in foster care through agencies, at a higher cost than residential homes.",
        "NEWLY children came into care and ENDED left.",
        "NEWLY children became looked after and left again within the half-year.",
        "LATE were overdue, of which RECHECKED have been re-checked and MOVING are in progress.",
        "All LATE have since been re-checked.",
        "LATE were due for a re-check before the date.",
        "CURRENT staff were re-checked in time.",
        "RECHECKED of the LATE staff who were overdue have been re-checked.",
        "RECHECKED were re-checked and MOVING have a re-check in progress.",
        "DUE people are due for a re-check and may become overdue.",
        "Of the STAFF staff who need a check, LATE are overdue.",
        "LATE of the STAFF staff who need a check are overdue.",
        "BEHIND of the ACTIONS actions are overdue and TRACK are on track.",
        "TRACK actions are on track, DONE are done and BEHIND are late.",
        "DONE actions were completed late.",
        "BEHIND actions are overdue because the teams on track had no time.",
        "SHARED of the AUDITS audits were shared, and WAITING wait to be shared.",
        "Inspectors found STRENGTHS strengths and AREAS areas for development.",
        "STRENGTHS strengths were found, and the recommendations were accepted.",
        "UNDER children were under 10 when they came into care.",
        "TEENS teenagers were looked after.",
        "UNDER children under 14 shared homes with teenagers.",
        "AGENCY foster placements are through agencies, not in-house.",
        "BEHIND actions are overdue and not on track.",
        "MOVING re-checks are in progress and are not done.",
        "GOOD audits were good, and none was inadequate.",
        "GOOD audits had good recording, others were good at planning.",
    )
)
def test_words_that_name_what_a_figure_counts_are_right(text):
    assert faults(text) == []
