"""What a rule finds hangs on how numbers are related, not on which they are: passages whose numbers
are drawn are left in peace where they fit, and not where one of them is another."""

import random

import pytest

from tests.constraints.draws import (
    DRAWS,
    Passage,
    cost,
    filled,
    flow,
    parts,
    percent_change,
    rate,
    severities,
    share,
    slipped,
    three_rows,
    two_dates,
    with_more,
)

TABLE = (
    "Table: Files by service and result\n| Service | Good | Not good | All |\n"
    "| North | {a} | {b} | {ab} |\n| South | {c} | {d} | {cd} |\n| West | {e} | {f} | {ef} |\n"
    "| Total | {ace} | {bdf} | {whole} |"
)
PASSAGES = [
    Passage("Of {whole} audits, {a} were graded good and {b} were not.", parts("a", "b"), "b"),
    Passage(
        "We read {whole} files. {a} of them were complete. The other {b} lacked a plan.",
        parts("a", "b"),
        "b",
    ),
    Passage(
        "{whole} children were looked after: {a} boys and {b} girls.",
        parts("a", "b"),
        "whole",
    ),
    Passage(
        "Of the {whole} placements, {a} were with relatives, {b} with foster carers and {c} "
        "elsewhere.",
        parts("a", "b", "c"),
        "c",
    ),
    Passage(
        "Referrals came from schools ({a}), the police ({b}) and health ({c}), {whole} in all.",
        parts("a", "b", "c"),
        "whole",
    ),
    Passage(
        "Table: Checks by service\n| Service | Checks |\n| North | {a} |\n| South | {b} |\n"
        "| Total | {whole} |",
        parts("a", "b"),
        "whole",
    ),
    Passage(
        "On 31 March 2015 there were {before} children. On 30 September 2015 there were {after}, "
        "{change} {more}.",
        two_dates,
        "change",
    ),
    Passage(
        "The number of children {rose} from {before} to {after}, a change of {change}.",
        two_dates,
        "change",
    ),
    Passage(
        "We looked after {after} children on 30 September 2015, {up} by {change} from {before} on "
        "31 March 2015.",
        two_dates,
        "change",
    ),
    Passage("{part} of the {whole} plans ({percent}%) were on time.", share, "percent"),
    Passage(
        "There are {whole} carers. {part} of the carers, {percent}%, have been reviewed.",
        share,
        "percent",
    ),
    Passage(
        "Each of the {groups} teams audited {each} files, so {all} files were audited.",
        rate,
        "all",
    ),
    Passage("The {groups} teams each audited {each} files, {all} in all.", rate, "all"),
    Passage(
        "There were {first} carers on 1 April 2015. {came} were approved and {went} left, so that "
        "there were {last} on 30 September 2015.",
        flow,
        "last",
    ),
    Passage(
        "We had {first} open plans in April. {came} plans began and {went} ended; {last} were open "
        "in September.",
        flow,
        "last",
    ),
    Passage("Referrals {rose} from {before} to {after}, by {percent}%.", percent_change, "percent"),
    Passage(
        "There were {before} contacts in 2014 and {after} in 2015. That is {percent}% {more}.",
        lambda rng: with_more(percent_change(rng)),
        "percent",
    ),
    Passage(
        "{places} placements at £{each} a week come to £{cost} a week.",
        cost,
        "cost",
    ),
    Passage(TABLE, three_rows, "ab"),
    Passage(TABLE, three_rows, "bdf"),
    Passage(TABLE, three_rows, "d"),
    Passage(
        "{a} audits were done in the first quarter and {b} in the second, {whole} together.",
        parts("a", "b"),
        "whole",
    ),
    Passage(
        "Complaints: {whole}. Upheld: {a}. Partly upheld: {b}. Not upheld: {c}.",
        parts("a", "b", "c"),
        "c",
    ),
    Passage(
        "* {a} files were good\n* {b} files needed more work\n* {c} files were inadequate\n\n"
        "In all, {whole} files were read.",
        parts("a", "b", "c"),
        "whole",
    ),
    Passage(
        "{whole} staff need a check. {a} have one in date, {b} are overdue and {c} are waiting.",
        parts("a", "b", "c"),
        "b",
    ),
    Passage("Of {whole} visits, {part} were on time, which is {percent}%.", share, "percent"),
    Passage(
        "Table: Visits\n| | Number |\n| Made on time | {part} |\n| All visits | {whole} |\n\n"
        "{percent}% of all visits were made on time.",
        share,
        "percent",
    ),
    Passage(
        "{a} disputes ended at stage one, {b} at stage two and {c} went to the director. There "
        "were {whole} disputes.",
        parts("a", "b", "c"),
        "b",
        is_missed=True,
    ),
    Passage(
        "Contacts: {after} (2014: {before}), a change of {percent}%.",
        percent_change,
        "percent",
        is_missed=True,
    ),
]


@pytest.mark.parametrize("passage", PASSAGES, ids=str)
def test_numbers_that_fit_are_left_in_peace_and_a_slip_of_one_is_found(passage):
    rng = random.Random(passage.words)
    for _draw in range(DRAWS):
        values = passage.drawn(rng)
        right = filled(passage, values)
        assert severities(right) == {}, right
        wrong = filled(passage, slipped(values, passage.wrong, rng))
        assert passage.is_missed or severities(wrong), wrong


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.is_missed], ids=str)
def test_what_is_said_to_be_missed_is_not_found_in_some_draw(passage):
    rng = random.Random(passage.words)
    drawn = [passage.drawn(rng) for _draw in range(4)]
    wrong = [filled(passage, slipped(values, passage.wrong, rng)) for values in drawn]
    assert not all(map(severities, wrong)), "Say no longer that it is missed"


@pytest.mark.parametrize("passage", PASSAGES, ids=str)
def test_a_passage_after_others_is_read_as_it_is_alone(passage):
    rng = random.Random(passage.words[::-1])
    values = passage.drawn(rng)
    before = "The committee met in public. It asked for a report on training next spring.\n\n"
    after = "\n\nOfficers will answer questions at the meeting."
    for changed in (values, slipped(values, passage.wrong, rng)):
        text = filled(passage, changed)
        assert severities(text).keys() == severities(f"{before}{text}{after}").keys(), text


def test_the_drawn_numbers_are_of_every_relation():
    kinds = {passage.drawn.__qualname__.partition(".")[0] for passage in PASSAGES}
    assert kinds >= {"parts", "two_dates", "share", "rate", "flow", "cost", "three_rows"}
    for passage in PASSAGES:
        names = passage.drawn(random.Random(passage.words))
        assert passage.wrong in names, passage
        assert f"{{{passage.wrong}}}" in passage.words, passage
