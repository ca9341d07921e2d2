"""Targets, ceilings and ranges that are met, missed, above or below, and what they still need."""

import pytest

from reports.share_constraints.candidates.shortfalls import shortfalls
from reports.share_constraints.candidates.verdicts import verdicts
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        verdicts,
        "At 58.8% the result is just ",
        "short of",
        "above",
        " our target of 60%, yet nearly five points better than before.",
    ),
    (
        verdicts,
        (
            "Members set a ceiling of 20 per cent. The rate of re-referral is 21 per cent, "
            "so the ceiling has "
        ),
        "not yet",
        "now",
        " been respected.",
    ),
    (
        verdicts,
        (
            "The target is that 80% of interviews be held within 72 hours. With 83 out of "
            "104, the quarter finished "
        ),
        "just under",
        "just over",
        " that mark.",
    ),
    (
        verdicts,
        (
            "The standard is 90 per cent. Plans were up to date for 94 per cent of the "
            "children, and the standard was therefore "
        ),
        "comfortably met",
        "narrowly missed",
        ".",
    ),
    (
        verdicts,
        "Nine in ten were asked for. The goal is 90%. We managed 86.5%, which ",
        "falls short of",
        "exceeds",
        " the goal.",
    ),
    (
        verdicts,
        "Supervision took place on time in 91% of cases and so ",
        "cleared",
        "failed to meet",
        " the 85% threshold.",
    ),
    (
        verdicts,
        "Our ambition is that 75% of leavers have work. The figure was 71.4%. We have ",
        "not yet achieved",
        "achieved",
        " that ambition.",
    ),
    (
        verdicts,
        "The limit is no more than 11%. Moves stood at 9.6%, and the limit was ",
        "kept",
        "broken",
        ".",
    ),
    (
        verdicts,
        "Visits reached 88%. The expectation is 92%, and it was ",
        "not met",
        "met",
        ".",
    ),
    (
        verdicts,
        (
            "The Council has committed itself to 85 per cent. Performance was 84.0 per "
            "cent and is still "
        ),
        "below",
        "above",
        " that commitment.",
    ),
    (
        verdicts,
        "Reviews in time came to 93%, ",
        "ahead of",
        "behind",
        " our target of 90%.",
    ),
    (
        verdicts,
        "The benchmark is 95%. By March 1,341 of 1,380 staff were trained, so the benchmark was ",
        "passed",
        "missed",
        ".",
    ),
    (
        verdicts,
        "Attendance was 94.1%. That is ",
        "beneath",
        "above",
        " the 95% goal.",
    ),
    (
        verdicts,
        "Timeliness was 87%, which ",
        "satisfies",
        "misses",
        " the minimum of 85% that the Board set.",
    ),
    (
        verdicts,
        "The target is 95%. Checks in time came to 96.2%, so the target was ",
        "met",
        "missed",
        ".",
    ),
    (
        verdicts,
        "The Board wants to see 80% of leavers in work. At 74% we are ",
        "short of",
        "beyond",
        " the goal.",
    ),
    (
        verdicts,
        "The ceiling is 12 per cent. Turnover was 13.4 per cent, which is ",
        "over",
        "under",
        " the ceiling.",
    ),
    (
        verdicts,
        "We promised that 90% of calls would be answered. The promise was ",
        "kept",
        "broken",
        ": the goal was 90% and 92% were answered.",
    ),
    (
        verdicts,
        "The threshold is 85%. Ours stood at 83.9%, which ",
        "misses",
        "clears",
        " that threshold.",
    ),
    (
        verdicts,
        "A minimum of 60% was agreed. The share is 57.5%, and the minimum has ",
        "not been reached",
        "been reached",
        ".",
    ),
    (
        verdicts,
        "In March 112 of 140 reviews were held in time. The aim is 85%. It was ",
        "missed",
        "met",
        ".",
    ),
    (
        verdicts,
        "The maximum is 15%. Absence was 11% and so is ",
        "within",
        "above",
        " the maximum.",
    ),
    (
        verdicts,
        "Seven in ten is our ambition, or 70%. The target of 70% was ",
        "exceeded",
        "missed",
        ", for 76% came.",
    ),
    (
        shortfalls,
        (
            "The target is 24 approvals. Five came in the first quarter, six in the second "
            "and seven in the third, so "
        ),
        "six",
        "eight",
        " more are needed by March to reach it.",
    ),
    (
        shortfalls,
        "The plan was for 60 places. We have filled 47 of them, which leaves ",
        "13",
        "17",
        " to find.",
    ),
    (
        shortfalls,
        "Our goal is 40 households and we have 31: that leaves us ",
        "nine",
        "seven",
        " short of it.",
    ),
    (
        shortfalls,
        "The goal is 30 mentors. Twelve joined in May and nine in June, so ",
        "nine",
        "twelve",
        " more are required.",
    ),
    (
        shortfalls,
        "We want 250 replies as our target and have had 190 so far, which leaves ",
        "60",
        "90",
        " still to come.",
    ),
    (
        shortfalls,
        "The programme plans 120 audits. By December 98 were done, with ",
        "22",
        "32",
        " to go.",
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
