"""What live figures leave, as their sentence gives it."""

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.checks.live.figures import drawn
from tests.sweeping import swept

RESTS = [rule_called("live-rest")]
NONE = "{{0|dbs.overdue_followup:Nothing applied for yet|2015-12-01}}"
SIXTEEN = NONE.replace("0", "16", 1)
SEVEN = NONE.replace("0", "7", 1)


def faults(text):
    text = text.replace("NONE", NONE).replace("SIXTEEN", SIXTEEN).replace("SEVEN", SEVEN)
    return [row.fault.says for row in found(drawn(text), rules=RESTS)]


@swept(
    (
        "LATE staff were overdue and RECHECKED have been re-checked since, leaving NONE.",
        "LATE were overdue at the audit; RECHECKED were re-checked, which leaves only NONE.",
        "LATE staff were overdue and RECHECKED have been re-checked, leaving 0.",
        "LATE staff were overdue. RECHECKED have been re-checked since, leaving SEVEN to be done.",
        "LATE were overdue and RECHECKED were re-checked, so SEVEN people remained.",
        "LATE were overdue and RECHECKED were re-checked, meaning that SEVEN are left.",
        "LATE were overdue, RECHECKED have been re-checked, and NONE remain.",
        "LATE were overdue. RECHECKED have been re-checked; SEVEN of them are still left.",
        "LATE were overdue, RECHECKED re-checked and MOVING in progress, leaving NONE of them.",
    )
)
def test_a_rest_that_the_figures_before_it_do_not_leave_is_an_error(text):
    [says] = faults(text)
    assert "30 − 14" in says


@swept(
    (
        "LATE staff were overdue and RECHECKED have been re-checked since, leaving SIXTEEN.",
        "LATE were overdue, RECHECKED re-checked and MOVING in progress, leaving SEVEN of them.",
        "Of the STAFF staff, LATE were overdue and RECHECKED re-checked, leaving SIXTEEN.",
        "Of the STAFF staff LATE were overdue, leaving 321 in date.",
        "LATE were overdue and RECHECKED were re-checked, leaving 2 actions for the team.",
        "LATE were overdue and RECHECKED were re-checked before leaving the post.",
        "LATE were overdue and RECHECKED were re-checked, so SEVEN letters were sent.",
        "RECHECKED were re-checked, leaving NONE.",
        "LATE were overdue, RECHECKED have been re-checked and SIXTEEN remain.",
        "LATE were overdue, RECHECKED have been re-checked and SEVEN remain in progress.",
        "LATE were overdue and RECHECKED have been re-checked; NONE have nothing applied for.",
    )
)
def test_a_rest_that_adds_up_or_is_of_other_things_is_right(text):
    assert faults(text) == []
