"""What a report says of all things of a kind, where some of them are otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from reports.checks.context import OwedRecord
from reports.verdicts.paper.verdict import verdict
from reports.verdicts.registry import rule_called
from tests import cast
from tests.checks.drawn import KNOWN, found
from tests.checks.live.figures import DAY, drawn
from tests.make import improvements
from tests.make.drafts import written
from tests.sweeping import swept

SOME = [rule_called("all-unlike-some")]
LIST = (
    "Table: Actions, at 18 January 2016 (actions.total at 2016-01-18)\n| Action | Progress |\n"
    "| Train staff | On track |\n| Ask families | STATUS |"
)
LATE, DONE = "Overdue, or will miss its date", "Done and checked"
OVERDUE = "There are {{6|actions.overdue|2015-12-01}} overdue."
MORE = {
    "8|looked_after.sex:Female": "8|looked_after.sex:Female",
    "RISK": "3|actions.by_status:At risk",
    "NONE": "0|looked_after.external_residential",
}
DENIED = (
    "Every action is on track.",
    "All actions are on track, and we are pleased with them.",
    "No action is late.",
    "No actions are overdue.",
    "None of the actions is behind schedule.",
    "There are no overdue actions.",
    "All of our actions were on time.",
    "All the actions have been completed.",
    "No action is outstanding.",
)
RIGHT = (
    "Every action is on track except one.",
    "No action was late last year.",
    "Not every action is on track.",
    "Nearly all actions are on track.",
    "All actions in the housing plan are on track.",
    "All housing actions are on track.",
    "All actions have an owner.",
    "All actions should be completed by March.",
    "No action is overdue in the other regions.",
)


@swept(DENIED)
def test_a_claim_of_all_is_an_error_in_the_section_of_a_list_with_one_that_is_not(text):
    [row] = found(f"# Actions\n\n{text}\n\n{LIST.replace('STATUS', LATE)}", rules=SOME)
    assert row.severity == "error" and "has “" in row.fault.says
    elsewhere = f"# Summary\n\n{text}\n\n# Actions\n\n{LIST.replace('STATUS', LATE)}"
    assert [str(row.severity) for row in found(elsewhere, rules=SOME)] == ["warning"]


@swept(
    (
        "Every audit round was held on time.",
        "No audit round is late.",
        "All rounds have been done in time.",
    )
)
def test_a_list_of_what_is_late_denies_that_all_is_in_time(text):
    rounds = "Table: Audit rounds past their reporting day (audits.rounds at 2016-01-18)\n"
    rounds += "| Round | Lead |\n| Supervision | Head of Care |"
    [row] = found(f"# Rounds\n\n{text}\n\n{rounds}", rules=SOME)
    assert row.severity == "error" and "has “Supervision”" in row.fault.says
    assert (
        found(f"# Rounds\n\n{text}\n\n{rounds.splitlines()[0]}\n| Round | Lead |", rules=SOME) == ()
    )


@swept(DENIED)
def test_a_claim_of_all_is_an_error_by_a_figure_of_those_that_are_not(text):
    [row] = found(f"{text} {OVERDUE}", rules=SOME)
    assert "6 is printed for “Improvement actions overdue”" in row.fault.says


@swept(RIGHT)
def test_a_claim_of_fewer_or_of_another_time_is_right(text):
    assert found(f"{text} {OVERDUE}\n\n{LIST.replace('STATUS', LATE)}", rules=SOME) == ()


@swept(DENIED[:-2])
def test_a_claim_that_a_list_bears_out_is_right(text):
    none = OVERDUE.replace("6", "0")
    earlier = "It was {{4|actions.overdue|2015-06-01}} before."
    text = f"{text} {none} {earlier}\n\n{LIST.replace('STATUS', DONE)}"
    assert found(text, rules=SOME) == ()


@swept(
    (
        "All our children are under 16. OLDER children are 16 or over.",
        "Every child is in foster care. HOMES live in external residential homes.",
        "No child is in a residential home. HOMES live in external residential homes.",
        "All children are boys. TEENS are 14 or 15, and 8|looked_after.sex:Female are girls.",
        "Every audit has been shared. WAITING audits wait to be shared.",
        "All staff are in date. LATE people were overdue at the audit.",
        "No member of staff is overdue. LATE people were overdue at the audit.",
        "No action is at risk. RISK actions are at risk.",
        "Every action is on track. RISK actions are at risk.",
        # The claim in other words.
        "The plan is on course: no action is behind time. BEHIND actions are overdue.",
        "Not a single action is late. BEHIND actions are overdue.",
        "There is no action overdue. BEHIND actions are overdue.",
        "There are no actions that are late. BEHIND actions are overdue.",
        "There are no late or overdue actions. BEHIND actions are overdue.",
        "We have no overdue actions. BEHIND actions are overdue.",
        "All improvement actions remain on track. BEHIND actions are overdue.",
        "The actions are all on track. BEHIND actions are overdue.",
        "All of the ACTIONS actions are on track; BEHIND are overdue.",
        "There are no overdue DBS re-checks. LATE people are overdue.",
        "All DBS checks are in date. LATE people are overdue.",
    )
)
def test_a_claim_of_all_is_held_against_the_parts_that_the_report_prints(text):
    assert found(drawn(_with_more(text)), rules=SOME)


@swept(
    (
        "All our children are under 18. OLDER children are 16 or over.",
        "All children are boys. BOYS boys were looked after.",
        "Every child is in a residential home or with foster carers. HOMES are in external homes.",
        "All actions are on track or done. TRACK are on track, DONE done.",
        "All staff are in date now. LATE people were overdue at the audit.",
        "All staff are in date. DUE people are due for a re-check in January 2016.",
        "All children have come into care lawfully. ENDED left.",
        "All audits of the year before were shared. WAITING audits wait to be shared.",
        "No child is in a residential home. NONE live in external residential homes.",
        "No action is at risk. BEHIND actions are overdue.",
        "There are no actions that are at risk of delay. BEHIND actions are overdue.",
        "The actions are all owned. BEHIND actions are overdue.",
        "All of the ACTIONS actions have an owner; BEHIND are overdue.",
        "Not a single action is without an owner. BEHIND actions are overdue.",
        "There are no actions due in May. BEHIND actions are overdue.",
    )
)
def test_a_claim_of_all_that_the_printed_parts_bear_out_is_right(text):
    assert found(drawn(_with_more(text)), rules=SOME) == ()


def _with_more(text):
    for name, value in MORE.items():
        text = text.replace(name, f"{{{{{value}|{DAY}}}}}")
    return text


@swept(
    (
        ("All commitments have been met on time.", True),
        ("Every commitment has been kept.", True),
        ("All commitments were in time.", True),
        ("No commitment is overdue.", True),
        ("No commitment is outstanding.", True),
        ("No action is overdue.", False),
        ("Every commitment has an owner.", False),
    )
)
def test_a_claim_of_all_is_held_against_what_is_owed_and_left_out(text, is_denied):
    owed = OwedRecord("Bring the plan", "It was due on 8 January 2016.", "Commitments due")
    rows = found(text, rules=SOME, known=replace(KNOWN, unmentioned=(owed,)))
    assert bool(rows) == is_denied
    assert all("“Bring the plan”: It was due" in row.fault.says for row in rows)


@pytest.mark.django_db
def test_a_claim_of_all_is_weighed_by_the_records_of_the_day_where_nothing_is_quoted():
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    texts = (*DENIED[:5], "Every finding is on track.", "All plans are on time.")
    rows = [{"slug": f"s{at}", **row, "text": text} for at, text in enumerate(texts)]
    paper = written(cast.clerk(), *rows)

    def faulty():
        causes = [cause for cause in verdict(paper).causes if cause.rule.key == SOME[0].key]
        return sorted(row.fault.block for cause in causes for row in cause.results)

    improvements.action(starts_on=date(2015, 1, 5), due_on=date(2016, 1, 18))
    assert faulty() == []
    improvements.action(starts_on=date(2015, 1, 5), due_on=date(2016, 1, 17))
    assert faulty() == ["s0", "s1", "s2", "s3", "s4"]
