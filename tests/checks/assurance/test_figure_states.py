"""A live figure of all of some things, and words next to it for a state of some of them."""

from datetime import date

import pytest

from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import dbs, improvements
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
DAY = "@2016-01-15"
STAFF, LATE = f"[[dbs.needing_check {DAY}]]", f"[[dbs.overdue {DAY}]]"
AUDITS, ACTIONS = "[[audits.done @year]]", f"[[actions.total {DAY}]]"
WRONG = {
    f"On 15 January 2016 {STAFF} staff are overdue.": "16 of the 351",
    f"On 15 January 2016 {STAFF} people were in date.": "328 of the 351",
    f"{AUDITS} audits were shared with the worker.": "0 of the 2",
    f"{ACTIONS} actions are overdue.": "1 of the 3",
    f"{ACTIONS} actions are late.": "1 of the 3",
    f"All {ACTIONS} actions have been finished.": "0 of the 3",
    f"{AUDITS} audits were judged inadequate.": "0 of the 2",
    f"The number of actions on track was {ACTIONS}.": "2 of the 3",
}
RIGHT = (
    f"{ACTIONS} actions are on track or overdue.",
    f"{AUDITS} audits were judged good.",
    f"On 15 January 2016 {STAFF} staff needed a check, and {LATE} were overdue.",
    f"Of the {STAFF} staff who need a check, {LATE} are overdue.",
    f"{STAFF} staff need a check, and none of them may become overdue.",
    f"{STAFF} staff were overdue in another region last year.",
    f"{ACTIONS} actions are in the plan. Those that are overdue are listed.",
    f"{ACTIONS} actions, all of which began in 2015, are at various stages.",
)


def faulty(*sentences):
    """Sentence → what the rule finds in it, of a paper of as many paragraphs."""
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    rows = [{"slug": f"s{at}", **row, "text": text} for at, text in enumerate(sentences)]
    paper = written(cast.clerk(), *rows)
    found = {
        result.fault.block: cause.sentence
        for cause in verdict(paper).causes
        if cause.rule.key == "figure-unlike-state"
        for result in cause.results
    }
    return {text: found.get(f"s{at}", "") for at, text in enumerate(sentences)}


def test_a_state_that_records_have_of_fewer_is_an_error_and_others_are_left_alone():
    dbs.dbs_audit()
    for due in (date(2015, 12, 1), date(2018, 4, 1), date(2018, 4, 1)):
        improvements.action(starts_on=date(2015, 1, 5), due_on=due)
    found = faulty(*WRONG, *RIGHT)
    assert {text: says for text, says in found.items() if text in RIGHT and says} == {}
    assert [
        text for text, says in WRONG.items() if says and f"show {says}" not in found[text]
    ] == []
