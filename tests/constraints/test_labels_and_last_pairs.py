"""Labelled counts, both sexes, shares by themselves of the two counts before or of named rows, and
what is left after some came and some went: wordings whose numbers are drawn."""

import pytest

from tests.constraints.draws import (
    flow,
    parts,
    percent_change,
    rate,
    right_and_wrong,
    severities,
    share,
)

TWO, THREE = parts("a", "b"), parts("a", "b", "c")
ROWS = "| In date | {part} |\n| Total | {whole} |"
# Those that the relations were written with, then those held back until they were.
BUILT = [
    ("We looked after {whole} children: {a} boys and {b} girls.", TWO, "b"),
    ("There were {whole} young people on the caseload: {a} male and {b} female.", TWO, "a"),
    ("Referrals: {whole}\nAccepted: {a}\nRefused: {b}\nPending: {c}", THREE, "c"),
    ("Referrals - {whole}; accepted - {a}; declined - {b}; waiting - {c}.", THREE, "b"),
    ("We sent {whole} forms and {part} came back. The response rate was {percent}%.", share, ""),
    (
        "There are {whole} pupils on roll. {part} have a plan. The share with one is {percent}%.",
        share,
        "",
    ),
    ("There were {first} families. {came} joined, {went} withdrew, which left {last}.", flow, ""),
    (
        (
            "On 1 July 2015 {first} families were waiting. {came} were approved and {went} left, "
            "which leaves {last} at the end of December."
        ),
        flow,
        "",
    ),
    ("Contacts {rose} from {before} to {after} ({percent}%).", percent_change, ""),
    ("{groups} families have {all} children. The average is {each} for each family.", rate, ""),
]
HELD_BACK = [
    ("On 31 March 2015 there were {whole} children on plans - {b} girls and {a} boys.", TWO, "a"),
    ("Cohort: {whole} young people ({a} males and {b} females).", TWO, "b"),
    ("Stage 1 closed: {whole}. Fully upheld: {a}. Partially upheld: {b}. Not: {c}.", THREE, "b"),
    ("Applications received: {whole}; agreed: {a}; refused: {b}; deferred: {c}.", THREE, "a"),
    ("Allegations: {whole}\nProven: {a}\nUnsubstantiated: {b}\nUnfounded: {c}", THREE, "whole"),
    ("Interviews offered {whole}, completed {a}, declined {b}, pending {c}.", THREE, "c"),
    ("We held {whole} conferences. {part} were in time. This is a rate of {percent}%.", share, ""),
    (
        (
            "{whole} families were invited. {part} families replied. The percentage of replies was "
            "{percent}%."
        ),
        share,
        "",
    ),
    (
        f"Table: Plans\n| Status | Plans |\n{ROWS}\n\nOf all plans, {{percent}}% were in date.",
        share,
        "",
    ),
    (
        (
            "Table: Checks\n| Check | Due | Done |\n| Dental | {whole} | {part} |\n"
            "| Eyes | 700 | 311 |\n\nDental checks were done for {percent}% of children."
        ),
        share,
        "",
    ),
    ("We had {first} cases. {came} were opened and {went} closed, which leaves {last}.", flow, ""),
    (
        (
            "There were {first} children on the list at the start of July. {came} children joined "
            "it and {went} left it. That left {last} on the list."
        ),
        flow,
        "",
    ),
]
# Of those whose numbers are of one relation, the last one is slipped.
LAST = {share: "percent", flow: "last", percent_change: "percent", rate: "all"}


@pytest.mark.parametrize(("words", "draw", "name"), BUILT + HELD_BACK)
def test_what_fits_is_left_in_peace_and_a_slip_is_found(words, draw, name):
    for right, wrong in right_and_wrong(words, draw, name or LAST[draw]):
        assert severities(right) == {}, right
        if draw is not rate:
            assert severities(wrong), wrong


RIGHT = [
    "There were 240 visits and 60 complaints. The rate was 35%.",
    "Referrals: 240. Assessments: 190. Plans: 61.",
    "Referrals: 240. Accepted: 180. Assessed: 155.",
    "There are 240 children. 60 have a plan. The rate in 2014 was 35%.",
    "There are 240 children. 60 have a plan. Our target is a rate of 35%.",
    "There are 240 children. 60 have a plan. The national rate is 35%.",
    "There are 240 children. 60 have a plan. The share without a plan is 75%.",
    "Children in school rose from 400 to 500 (83%).",
    "30 reviewers held 150 reviews. Each reviewer has 12 children on average.",
    (
        "Table: Visits\n| | Number |\n| Made on time | 60 |\n| All visits | 80 |\n\n"
        "25% of all visits were not made on time."
    ),
    (
        "Table: Visits\n| | Number |\n| Made on time | 60 |\n| All visits | 80 |\n\n"
        "Last year 85% of all visits were made on time."
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_of_other_things_is_left_in_peace(text):
    assert severities(text) == {}
