"""Who clears an entry, what of, and that it stands for as long as the entry prints the same."""

import pytest
from django.db import IntegrityError, transaction

from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from reports.approvals import requirements
from reports.approvals.clearances import operations
from reports.approvals.clearances.states import entry_states, waiting_for
from reports.approvals.models.clearances import Clearance
from reports.papers.models.papers import PaperEditor
from tests import cast
from tests.approvals.clearances.steps import (
    DAY,
    ON,
    add,
    clear,
    digest,
    refusal,
    state,
    write,
)
from tests.make import clearances as make
from tests.make import drafts
from tests.make.clearances import LEGAL
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_the_holder_clears_what_they_read_and_history_has_it_once(paper, lawyer):
    assert state(paper).status == "Not asked yet"
    paper = clear(paper, lawyer)
    [row] = Clearance.objects.all()
    assert (row.clearer, row.cleared_on, row.digest) == (lawyer, ON, digest(paper))
    assert row.text == "We looked after 188 children, as the Act asks."
    assert state(paper).hint == "Cleared on 18 January 2016 by Head of Legal Services"
    assert HistoryEntry.objects.filter(what="papers.clear").count() == 1
    assert not PaperEditor.objects.filter(editor=lawyer).exists()
    said = refusal(operations.clear, paper=paper, scope=LEGAL, digest=row.digest, by=lawyer, on=ON)
    assert said.startswith("The Legal implications have been cleared already: Cleared on 18 Jan")


@pytest.mark.long
def test_nobody_else_clears(paper, clerk):
    for by in (clerk, cast.approver(clerk.council), cast.administrator(clerk.council)):
        said = {"paper": paper, "scope": LEGAL, "digest": digest(paper), "by": by, "on": ON}
        assert "does not ask you" in refusal(operations.clear, **said)
        rest = {**said, "version": 1, "text": "Mine."}
        assert "does not ask you" in refusal(operations.write_and_clear, **rest)
        del rest["digest"]
        assert "does not ask you" in refusal(operations.write_entry, **rest)
    assert not Clearance.objects.exists()


@pytest.mark.long
def test_a_deputy_clears_on_their_days_alone_and_prints_so(paper, rule, lawyer):
    deputy = cast.make_user("approver", council=lawyer.council, name="Solicitor")
    rule.deputy, rule.deputy_from, rule.deputy_to = deputy, ON, ON + DAY
    rule.save()
    for on in (ON - DAY, ON + 2 * DAY):
        said = {"paper": paper, "scope": LEGAL, "digest": digest(paper), "by": deputy, "on": on}
        assert "does not ask you" in refusal(operations.clear, **said)
        assert waiting_for(deputy, on) == []
    assert [one.scope for _, one in waiting_for(deputy, ON)] == [LEGAL]
    paper = clear(paper, deputy)
    text = "Solicitor for Head of Legal Services, 18 January 2016 (“Implications: Legal”)"
    assert requirements.printed(paper) == [("Cleared by", text)]


@pytest.mark.long
def test_words_and_figures_end_it_and_come_back_with_it(paper, lawyer, clerk):
    paper = clear(paper, lawyer)
    was = paper.blocks.get(slug="law").text
    paper = write(paper, "Other words.", clerk)
    assert (state(paper).status, state(paper).is_met) == ("Changed since it was cleared", False)
    assert [one for _, one in waiting_for(lawyer, ON)] == [state(paper)]
    paper = write(paper, was, clerk)
    assert state(paper).is_met
    Census.objects.filter(date=drafts.POSITION.end).update(total=190)
    assert state(paper).has_changed
    assert (state(paper).last.text, state(paper).printed.text) == (
        "We looked after 188 children, as the Act asks.",
        "We looked after 190 children, as the Act asks.",
    )
    paper = clear(paper, lawyer, ON + DAY)
    assert state(paper, ON + DAY).hint.startswith("Cleared on 19 January 2016")
    assert Clearance.objects.count() == 2


@pytest.mark.long
def test_what_only_counts_what_stands_before_leaves_it(paper, lawyer, clerk):
    paper = clear(paper, lawyer)
    paper = add(paper, clerk, slug="first", part="introduction")
    paper = add(paper, clerk, slug="money", part="implications", heading="Financial")
    assert state(paper).is_met


@pytest.mark.long
def test_what_was_taken_back_counts_no_longer(paper, lawyer):
    said = {"paper": paper, "scope": LEGAL, "by": lawyer, "on": ON}
    assert refusal(operations.take_back, **said).startswith("You have cleared nothing")
    clear(paper, lawyer)
    other = {**said, "by": cast.approver(lawyer.council)}
    assert refusal(operations.take_back, **other).startswith("You have cleared nothing")
    operations.take_back(**said)
    assert (state(paper).status, state(paper).last) == ("Not asked yet", None)
    clear(paper, lawyer, ON + DAY)
    assert state(paper).is_met and Clearance.objects.count() == 2


@pytest.mark.long
def test_two_lines_about_one_entry_each_want_their_own_word(paper, lawyer):
    officer = cast.make_user("approver", council=lawyer.council, name="Monitoring Officer")
    make.rule(council=lawyer.council, approver=officer, kind="other", called="Monitoring officer")
    paper = clear(paper, lawyer)
    met = {one.required.title: one.is_met for one in entry_states(paper, ON)}
    assert met == {"Legal": True, "Monitoring officer": False}
    paper = clear(paper, officer)
    assert all(one.is_met for one in entry_states(paper, ON))
    make.rule(council=lawyer.council, approver=officer)
    assert state_of(paper, "Legal").is_met


def state_of(paper, title):
    """How the line of that title stands."""
    [found] = [one for one in entry_states(paper, ON) if one.required.title == title]
    return found


@pytest.mark.long
def test_the_database_keeps_one_clearance_of_words_of_an_entry(paper, lawyer):
    usual = {"paper": paper, "clearer": lawyer}
    make.clearance(**usual)
    wrong = {
        "clearance_once": {},
        "clearance_of_an_entry": {"scope": "implications"},
        "clearance_of_words": {"text": "", "digest": "1" * 64},
        "clearance_in_place_of_another": {"in_place_of": lawyer, "digest": "2" * 64},
    }
    for name, said in wrong.items():
        # SQLite names the columns of a unique index that has no expression.
        fault = pytest.raises(IntegrityError, match=f"{name}|UNIQUE constraint failed")
        with NamedCase(name), fault, transaction.atomic():
            make.clearance(**{**usual, **said})
    make.clearance(**usual, withdrawn_on=ON)
    make.clearance_request(paper=paper)
    for said in ({}, {"scope": "implications"}):
        with NamedCase(said), pytest.raises(IntegrityError), transaction.atomic():
            make.clearance_request(paper=paper, **said)
