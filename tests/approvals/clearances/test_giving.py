"""Who clears an entry, what of, and that it stands for as long as the entry prints the same."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.approvals import requirements
from reports.approvals.clearances import operations
from reports.approvals.clearances.contents import content_of, printed_entry
from reports.approvals.clearances.states import entry_states, waiting_for
from reports.approvals.models.clearances import Clearance
from reports.approvals.operations import approvals
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.operations import papers
from tests import cast
from tests.make import clearances as make
from tests.make import drafts
from tests.make.clearances import LEGAL

pytestmark = pytest.mark.django_db
ON, DAY = drafts.ON, timedelta(days=1)


def digest(paper, scope=LEGAL):
    """The digest of what an entry prints now."""
    return printed_entry(content_of(paper), scope).digest


def clear(paper, by, on=ON, scope=LEGAL):
    """The paper once `by` has cleared an entry as it reads."""
    seen = digest(paper, scope)
    operations.clear(paper=paper, scope=scope, seen=seen, by=by, on=on)
    return Paper.objects.get(pk=paper.pk)


def state(paper, on=ON, scope=LEGAL):
    """How the one line about an entry stands."""
    [found] = [one for one in entry_states(paper, on) if one.scope == scope]
    return found


def write(paper, text, by, slug="law"):
    """The paper with other words in a block."""
    row = paper.blocks.get(slug=slug)
    said = {"version": row.version, "words": {"text": text}, "by": by, "on": ON}
    papers.change_block(block=row, **said)
    return Paper.objects.get(pk=paper.pk)


def refusal(operation, **said):
    """The sentence with which an operation refuses."""
    with pytest.raises(Refused) as refused:
        operation(**said)
    return refused.value.sentence


def test_the_holder_clears_what_they_read_and_history_has_it_once(paper, lawyer):
    assert state(paper).status == "Not asked yet"
    paper = clear(paper, lawyer)
    [row] = Clearance.objects.all()
    assert (row.clearer, row.cleared_on, row.digest) == (lawyer, ON, digest(paper))
    assert row.words == "We looked after 188 children, as the Act asks."
    assert state(paper).hint == "Cleared on 18 January 2016 by Head of Legal Services"
    assert HistoryEntry.objects.filter(what="papers.clear").count() == 1
    assert not PaperEditor.objects.filter(editor=lawyer).exists()
    said = refusal(operations.clear, paper=paper, scope=LEGAL, seen=row.digest, by=lawyer, on=ON)
    assert said.startswith("The Legal implications have been cleared already: Cleared on 18 Jan")


def test_nobody_else_clears(paper, clerk):
    for by in (clerk, cast.approver(clerk.council), cast.administrator(clerk.council)):
        said = {"paper": paper, "scope": LEGAL, "seen": digest(paper), "by": by, "on": ON}
        assert "does not ask you" in refusal(operations.clear, **said)
        rest = {**said, "version": 1, "text": "Mine."}
        assert "does not ask you" in refusal(operations.write_and_clear, **rest)
        del rest["seen"]
        assert "does not ask you" in refusal(operations.write_entry, **rest)
    assert not Clearance.objects.exists()


def test_a_deputy_clears_on_their_days_alone_and_prints_so(paper, rule, lawyer):
    deputy = cast.make_user("approver", council=lawyer.council, name="Solicitor")
    rule.deputy, rule.deputy_from, rule.deputy_to = deputy, ON, ON + DAY
    rule.save()
    for on in (ON - DAY, ON + 2 * DAY):
        said = {"paper": paper, "scope": LEGAL, "seen": digest(paper), "by": deputy, "on": on}
        assert "does not ask you" in refusal(operations.clear, **said)
        assert waiting_for(deputy, on) == []
    assert [one.scope for _, one in waiting_for(deputy, ON)] == [LEGAL]
    paper = clear(paper, deputy)
    row = ("Cleared by", "Solicitor for Head of Legal Services, 18 January 2016 (“Implications: Legal”)")
    assert requirements.printed(paper) == [row]


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
    assert (state(paper).last.words, state(paper).printed.words) == (
        "We looked after 188 children, as the Act asks.",
        "We looked after 190 children, as the Act asks.",
    )
    paper = clear(paper, lawyer, ON + DAY)
    assert state(paper, ON + DAY).hint.startswith("Cleared on 19 January 2016")
    assert Clearance.objects.count() == 2


def test_what_only_counts_what_stands_before_leaves_it(paper, lawyer, clerk):
    paper = clear(paper, lawyer)
    for part, heading in (("introduction", ""), ("implications", "Financial")):
        block = {"part": part, "kind": "paragraph", "heading": heading, "text": "It is new."}
        said = {"block": {**block, "slug": f"new-{part}", "parent": None}, "by": clerk, "on": ON}
        papers.add_block(paper=paper, after=None, **said)
    assert state(paper).is_met
