"""The rules of approving reckoned a second time, slowly: tables, and plain loops."""

from datetime import date, timedelta
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reports.approvals import rules as approving
from reports.approvals.rules import (
    ANYBODY,
    AUTHOR,
    OUTSIDE,
    WHOLE,
    ApprovalRequirement,
    Line,
    required_approvals,
)
from reports.papers import lifecycle
from tests.cases import random_cases
from tests.sweeping import swept

STATES = ("writing", "sent", "approved", "issued")
PARTS = ("implications", "recommendations")
DAY = date(2016, 1, 18)
UNSENT = "This report has not been sent for approval."
GONE = "This report is published and can no longer change. Correct it in a new edition."
OWN = "You have edited this report in this round, so another person must approve it."
TWICE = "You have approved this report already."
OTHERS = "The council’s rule asks others to approve this report, not you."
NO_ROLE = "This account does not have the role of an approver: choose another, or give it the role"
WHO_IS_REFUSED = {
    # Has edited it, has approved it, is asked by the rule.
    (True, True, True): OWN,
    (True, True, False): OWN,
    (True, False, True): OWN,
    (True, False, False): OWN,
    (False, True, True): TWICE,
    (False, True, False): TWICE,
    (False, False, True): "",
    (False, False, False): OTHERS,
}
SAID_OF = {
    # Kind, called and scope of an approval → whether anybody's word on the whole is met by it.
    ("", "", WHOLE): True,
    ("legal", "", WHOLE): True,
    ("other", "Equalities", WHOLE): True,
    (AUTHOR, "", WHOLE): False,
    (OUTSIDE, "", WHOLE): False,
    ("", "", "recommendations"): False,
    ("chief_officer", "", "implications/Legal"): False,
}
lines = some.builds(
    Line,
    kind=some.sampled_from([AUTHOR, "chief_officer", "legal", "other"]),
    called=some.sampled_from(["", "Equalities", "EQUALITIES"]),
    scope=some.sampled_from([WHOLE, "implications/Legal", "recommendations", "risks"]),
    holder=some.integers(1, 4),
    of_template=some.booleans(),
)
days = some.integers(0, 12).map(lambda more: DAY + timedelta(days=more))
spans = some.tuples(days, some.none() | days).filter(lambda two: two[1] is None or two[0] <= two[1])


@pytest.mark.parametrize("who", WHO_IS_REFUSED)
@pytest.mark.parametrize("state", STATES)
def test_each_person_in_each_state_is_told_one_reason(state, who):
    before_who = {"writing": UNSENT, "issued": GONE}
    assert lifecycle.why_not_approve(state, *who) == before_who.get(state, WHO_IS_REFUSED[who])


@pytest.mark.parametrize("remarks", ["", " \n\t", "Cite the review."])
@pytest.mark.parametrize("state", STATES)
def test_a_paper_is_returned_in_words_and_while_somebody_reads_it(state, remarks):
    if state in ("writing", "issued"):
        sentence = "Only a report that was sent for approval can be sent back."
    else:
        sentence = (
            "" if remarks.strip() else "Enter what should change before you send the report back."
        )
    assert lifecycle.why_not_return(state, remarks) == sentence


@swept(
    list(product(STATES, [(), ("b",), ("a",), ("b", "a")], [(), ("Legal",), ("Legal", "Finance")]))
)
def test_only_an_approved_paper_that_waits_for_nobody_is_issued(state, digests, missing):
    said = lifecycle.why_not_issue(state, set(digests), "a", missing)
    if state == "issued":
        assert said == "This report is already published."
    elif state == "approved" and "a" in digests and not missing:
        assert said == ""
    else:
        assert said.startswith("This report needs the approval of another person before")
        assert said.endswith(f"It waits for: {', '.join(missing)}." if missing else "is published.")


@swept(list(product(STATES, "abc", "abc", "abc")))
def test_later_values_are_taken_as_they_were_seen_and_where_there_are_some(
    state, seen, offered, frozen
):
    said = approving.why_not_take_later(state, seen, offered, frozen)
    if state in ("writing", "issued"):
        assert (
            said == "Only a report that was sent for approval keeps values that can be out of date."
        )
    elif offered == frozen:
        assert said == "The report matches the records. There are no later values."
    elif seen != offered:
        assert said.startswith("The records have changed again since you opened this page.")
    else:
        assert said == ""


@pytest.mark.parametrize("kind", [AUTHOR, "chief_officer", "legal", "other"])
@pytest.mark.parametrize(("approves", "writes"), list(product([True, False], repeat=2)))
def test_who_holds_a_line_approves_or_is_an_author_who_writes(kind, approves, writes):
    said = approving.why_not_hold(kind, approves, writes)
    holds = approves or (writes and kind == AUTHOR)
    assert said == ("" if holds else NO_ROLE)


@pytest.mark.parametrize("said", SAID_OF)
def test_anybodys_word_is_of_the_whole_and_by_another_account(said):
    assert ANYBODY.is_met_by(*said) is SAID_OF[said]
    outside = ApprovalRequirement(kind=OUTSIDE)
    assert not outside.from_anybody and not outside.is_sign_off


@pytest.mark.parametrize("asked", SAID_OF)
@pytest.mark.parametrize("said", SAID_OF)
def test_a_named_approval_is_met_by_its_like_alone(asked, said):
    assert ApprovalRequirement(*asked, holders=(1,)).is_met_by(*said) is (asked == said)


def reckoned(rule):
    """What `rule` asks of a paper that has `PARTS`, found by looking at each line again and again:
    (kind, called, scope) in small letters → the holders, in the order of asking."""
    found = {}
    for one in rule:
        part = one.scope.split("/")[0]
        if part != WHOLE and part not in PARTS:
            continue
        key = (one.kind, one.called.lower(), one.scope)
        same = [two for two in rule if (two.kind, two.called.lower(), two.scope) == key]
        if any(two.of_template for two in same):
            same = [two for two in same if two.of_template]
        holders = []
        for two in same:
            if two.holder not in holders:
                holders.append(two.holder)
        found[key] = tuple(holders)
    if not [key for key in found if key[2] == WHOLE and key[0] != AUTHOR]:
        found["", "", WHOLE] = ()
    return found


@random_cases(20)
@given(some.lists(lines, max_size=8))
def test_any_rule_asks_what_plain_loops_say(rule):
    asked = required_approvals(rule, PARTS)
    told = {(one.kind, one.called.lower(), one.scope): one.holders for one in asked}
    assert list(told.items()) == list(reckoned(rule).items()) and len(told) == len(asked)
    assert [one.is_sign_off for one in asked] == [one.kind == AUTHOR for one in asked]
    assert [one.from_anybody for one in asked] == [one.kind == "" for one in asked]


@random_cases(10)
@given(some.lists(lines, max_size=4))
def test_the_order_of_the_lines_changes_who_is_named_first_and_nothing_else(rule):
    def told(rows):
        return {(one.kind, one.called.lower(), one.scope, frozenset(one.holders)) for one in rows}

    asked = told(required_approvals(rule, PARTS))
    assert all(told(required_approvals(turned, PARTS)) == asked for turned in permutations(rule))


@random_cases(20)
@given(mine=spans, others=some.lists(spans, max_size=3))
def test_a_line_is_refused_where_it_shares_one_day_with_its_like(mine, others):
    def covers(span):
        last = span[1] or DAY + timedelta(days=20)
        return {span[0] + timedelta(days=more) for more in range((last - span[0]).days + 1)}

    shares = any(covers(mine) & covers(other) for other in others)
    assert bool(approving.why_not_twice(*mine, others)) is shares


@swept(
    [
        # Beside a line from the 18th to the 20th: the day before and after, and its edges.
        (-2, -1, False),
        (-2, 0, True),
        (0, 0, True),
        (1, 1, True),
        (2, 2, True),
        (2, None, True),
        (3, 3, False),
        (3, None, False),
        (-2, None, True),
    ]
)
def test_lines_meet_on_their_first_and_last_days(first, last, refused):
    mine = [None if more is None else DAY + timedelta(days=more) for more in (first, last)]
    said = approving.why_not_twice(*mine, [(DAY, DAY + timedelta(days=2))])
    sentence = "The rule already asks this account for the same approval between these dates"
    assert said == (sentence if refused else "")


@pytest.mark.parametrize("scope", [WHOLE, *PARTS, "implications/Legal", "risks", "risks/Legal", ""])
def test_a_line_is_of_the_whole_or_of_a_part_that_is_there(scope):
    there = scope == WHOLE or scope.split("/")[0] in PARTS
    sentence = "Reports of that template do not have this part: choose another."
    assert approving.why_not_ask_part(scope, PARTS) == ("" if there else sentence)


@pytest.mark.parametrize(
    ("errors", "warnings", "first"),
    [((), (), None), (("One.", "Two."), ("Three.",), "One."), ((), ("Three.", "Four."), "Three.")],
)
def test_values_are_not_taken_that_spoil_the_words_and_the_first_fault_is_told(
    errors, warnings, first
):
    said = approving.why_not_take_found(errors, warnings)
    assert said.endswith(f" The first problem: {first}") if first else said == ""
