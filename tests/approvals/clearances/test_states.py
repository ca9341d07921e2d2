"""How an entry stands, derived a second time from stored rows and the printed document."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import example, given
from hypothesis import strategies as some

from reports.approvals.clearances import operations
from reports.approvals.clearances.states import entry_states
from reports.approvals.models.clearances import Clearance
from reports.documents.document import text_of
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests import cast
from tests.approvals.clearances.conftest import LAW
from tests.approvals.clearances.steps import DAY, ON, add, clear, fresh, state, write
from tests.cases import written_cases
from tests.make import clearances as make
from tests.make import drafts
from tests.make.clearances import LEGAL, clearance_request

pytestmark = pytest.mark.django_db
TEXTS = {"change": "Other words.", "back": LAW["text"]}
STEPS = ("clear", *TEXTS, "other", "take back")


def printed_now(paper):
    """The words that stand under Legal in the report as readers would have it."""
    document = assembled(read(fresh(paper))).document
    [section] = [one for one in document.sections if getattr(one, "title", "") == "Implications"]
    rows = (block for block in section.blocks if text_of(block.heading) == "Legal")
    return " ".join(text_of(block.content) for block in rows)


def derived(paper):
    """Whether the entry is cleared, from the rows and the print alone."""
    rows = Clearance.objects.filter(paper=paper, scope=LEGAL, withdrawn_on=None)
    return printed_now(paper) in set(rows.values_list("text", flat=True))


def take(paper, step, lawyer, clerk):
    """Takes a step with the report."""
    if step == "clear" and not state(paper).is_met:
        clear(paper, lawyer)
    elif step in TEXTS:
        write(paper, TEXTS[step], clerk)
    elif step == "other":
        number = paper.blocks.count()
        add(paper, clerk, slug=f"new-{number}", part="implications", heading=f"No. {number}")
    elif step == "take back" and state(paper).is_met:
        operations.take_back(paper=paper, scope=LEGAL, by=lawyer, on=ON)


class Account:
    """What should be so, kept by hand: the words that stand, and those that were cleared."""

    def __init__(self):
        self.words, self.cleared = "back", set()

    def take(self, step):
        """The same step."""
        if step in TEXTS:
            self.words = step
        elif step == "clear":
            self.cleared.add(self.words)
        elif step == "take back":
            self.cleared.discard(self.words)


@pytest.mark.long
@written_cases(4)
@example(("clear", "change", "back", "take back", "back", "clear"))
@example(("change", "clear", "back", "clear", "change", "other"))
@given(some.lists(some.sampled_from(STEPS), max_size=6))
def test_in_any_order_it_is_cleared_exactly_where_what_prints_was_cleared(steps):
    with transaction.atomic():
        clerk = cast.clerk()
        lawyer = cast.approver()
        make.rule(approver=lawyer)
        paper, account = drafts.written(clerk, LAW), Account()
        for step in steps:
            take(paper, step, lawyer, clerk)
            account.take(step)
            stands = state(paper)
            assert stands.is_met == derived(paper) == (account.words in account.cleared)
            assert stands.printed.text == printed_now(paper)
        transaction.set_rollback(True)


def test_a_note_is_part_of_what_is_cleared(paper, lawyer, clerk):
    write(paper, "As the Act asks.[[note:Children Act 1989]]", clerk)
    clear(paper, lawyer)
    said = {"part": "implications", "heading": "Financial", "text": "None.[[note:Budget 2016]]"}
    add(paper, clerk, slug="money", **said)
    assert state(paper).is_met
    write(paper, "As the Act asks.[[note:Children Act 2004]]", clerk)
    assert state(paper).has_changed
    assert (state(paper).last.text, state(paper).printed.text) == (
        "As the Act asks. (note: Children Act 1989)",
        "As the Act asks. (note: Children Act 2004)",
    )


def test_each_state_has_its_own_words_in_order(paper, lawyer, clerk):
    seen = [state(paper).status]
    request = clearance_request(paper=paper, asked_by=clerk, due_on=ON)
    seen += [state(paper).status, state(paper, ON + DAY).status]
    write(paper, "Other words.", clerk)
    clear(paper, lawyer)
    seen.append(state(paper).status)
    write(paper, "Yet others.", clerk)
    seen.append(state(paper).status)
    block = paper.blocks.get(slug="law")
    block.removed_on = ON
    block.save()
    Clearance.objects.all().delete()
    seen.append(state(paper).status)
    assert seen == [
        "Not asked yet",
        "Written, not cleared",
        "Overdue",
        "Cleared",
        "Changed since it was cleared",
        "Asked",
    ]
    assert str(request) == "Legal: Legal"
    assert date(2016, 1, 1) < drafts.ON and Paper.objects.count() == 1
    assert [one.asked_words for one in entry_states(fresh(paper), ON)] == [
        "asked on 4 January 2016"
    ]
