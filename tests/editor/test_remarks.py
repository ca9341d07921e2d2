"""Remarks hang on paragraphs, are answered and settled, by writers and approvers alike."""

import pytest

from assurance.records.refusals import Refused
from reports.approvals import requirements
from reports.approvals.operations import approvals
from reports.editor.models import Remark
from reports.editor.operations import block_order, remarks
from reports.editor.views.remarks import GONE, WHOLE, remarked
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import drafts as papers
from tests.make import papers as make
from tests.page_requests import at
from tests.page_requests import words as page_words

pytestmark = pytest.mark.django_db
ON = papers.ON


def say(paper, words="Is this still so?", slug="", by=None):
    """A remark on the paper."""
    return remarks.create_remark(
        paper=paper, slug=slug, words=words, by=by or cast.clerk(paper.council), on=ON
    )


def test_a_remark_stands_at_its_paragraph_wherever_that_moves(paper):
    say(paper, slug="children")
    say(paper)
    places = [where for where, _one, _block in remarked(paper)["open"]]
    assert places == [WHOLE, "Paragraph 3"]
    by = cast.clerk(paper.council)
    block_order.move_block(block=paper.blocks.get(slug="children"), up=True, by=by, on=ON)
    assert [where for where, *_ in remarked(paper)["open"]] == [WHOLE, "Paragraph 2"]
    block_order.remove_block(block=paper.blocks.get(slug="children"), version=1, by=by, on=ON)
    assert [where for where, *_ in remarked(paper)["open"]] == [WHOLE, GONE]


def test_a_remark_is_answered_settled_and_opened_again(paper):
    one = say(paper)
    by = cast.approver(paper.council)
    remarks.answer(remark=one, words="It is.", by=by, on=ON)
    ((_where, shown, _block),) = remarked(paper)["open"]
    assert [reply.words for reply in shown.replies.all()] == ["It is."]
    remarks.settle(remark=one, by=by, on=ON)
    assert remarked(paper)["open"] == [] and len(remarked(paper)["settled"]) == 1
    remarks.reopen(remark=one, by=by, on=ON)
    assert len(remarked(paper)["open"]) == 1


def test_what_cannot_be_remarked_is_refused_in_a_sentence(paper):
    one = say(paper)
    by = cast.clerk(paper.council)
    reply = remarks.answer(remark=one, words="Yes.", by=by, on=ON)
    settled = remarks.settle(remark=say(paper), by=by, on=ON)
    for step in (
        lambda: say(paper, words="  "),
        lambda: say(paper, slug="not-there"),
        lambda: remarks.answer(remark=reply, words="And this?", by=by, on=ON),
        lambda: remarks.answer(remark=one, words="", by=by, on=ON),
        lambda: remarks.settle(remark=reply, by=by, on=ON),
        lambda: remarks.settle(remark=settled, by=by, on=ON),
        lambda: remarks.reopen(remark=one, by=by, on=ON),
    ):
        with pytest.raises(Refused):
            step()


def test_what_was_remarked_before_issue_stays_as_it_was_afterwards(paper):
    by = cast.clerk(paper.council)
    issued = make.issued_paper(council=paper.council, slug="issued")
    waiting = make.remark(paper=issued)
    settled = make.remark(paper=issued, settled_by=by, settled_on=ON)
    with pytest.raises(Refused, match="takes no more comments"):
        say(issued)
    with pytest.raises(Refused, match="takes no more comments"):
        remarks.settle(remark=waiting, by=by, on=ON)
    with pytest.raises(Refused, match="takes no more comments"):
        remarks.reopen(remark=settled, by=by, on=ON)
    held = Remark.objects.order_by("pk").values_list("settled_on", flat=True)
    assert list(held) == [None, ON]


def test_an_approver_who_remarks_has_edited_nothing(paper):
    approver = cast.approver(paper.council)
    paper = approvals.send_for_approval(paper=paper, by=cast.clerk(paper.council), on=ON)
    say(paper, by=approver)
    sent = Paper.objects.get(pk=paper.pk)
    assert not requirements.why_not_approve(sent, approver, requirements.asked_of(sent, ON))


def test_remarks_are_made_read_and_settled_on_pages(client, paper):
    client.force_login(cast.approver(paper.council))
    on_block = at(paper, "remark", "children")
    assert "Write the comment first" in page_words(client.post(on_block, {"words": ""}))
    client.post(on_block, {"words": "<b>Which</b> count?"})
    shown = page_words(client.get(at(paper, "remarks")))
    assert "&lt;b&gt;Which&lt;/b&gt; count?" in shown and "Paragraph 3" in shown
    assert "1 open" in page_words(client.get(at(paper, "draft")))
    one = paper.remarks.get()
    client.post(at(paper, "answer-remark", one.pk), {"words": "Both."})
    client.post(at(paper, "settle-remark", one.pk))
    shown = page_words(client.get(at(paper, "remarks")))
    assert "Both." in shown and "Open it again" in shown
    client.post(at(paper, "remarks"), {"words": "Well made."})
    assert paper.remarks.open().count() == 1
