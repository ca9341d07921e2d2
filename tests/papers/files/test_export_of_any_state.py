"""A paper goes to its file and back the same in every state of its life, and by the commands."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from reports.approvals.operations import approvals
from reports.conversion.operations.paper_import import import_paper
from reports.documents.digest import content_digest
from reports.editions import paper_file
from reports.editions.snapshot import draft
from reports.editor.operations import block_order
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import audits
from tests.make.drafts import ON, approve, written

pytestmark = pytest.mark.django_db
STATES = ("writing", "changed", "sent", "approved", "returned", "taken back", "frozen", "issued")


def in_state(state):
    """(paper, clerk) of a paper brought to a state, by the way that leads there."""
    clerk, reader = cast.clerk(), cast.approver()
    paper = written(clerk)
    if state == "changed":
        row = paper.blocks.get(slug="audits")
        block = {"slug": "new", "part": "body", "kind": "paragraph", "parent": row.parent}
        block["text"] = "See [[para:audits]] of **2015**."
        papers.add_block(paper=paper, after=row, block=block, by=clerk, on=ON)
        block_order.move_block(block=paper.blocks.get(slug="new"), up=True, by=clerk, on=ON)
        gone = paper.blocks.get(slug="purpose")
        block_order.remove_block(block=gone, version=1, by=clerk, on=ON)
    if state in ("writing", "changed"):
        return paper, clerk
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    if state == "returned":
        approvals.return_to_writers(paper=paper, remarks="Say why.", by=reader, on=ON)
    if state == "taken back":
        approvals.take_back(paper=paper, by=clerk, on=ON)
    if state in ("approved", "frozen", "issued"):
        approve(paper, reader)
    if state in ("frozen", "issued"):
        edition = frozen(paper, clerk)
        if state == "issued":
            published(edition, clerk)
    paper.refresh_from_db()
    return paper, clerk


@pytest.mark.parametrize("state", STATES)
def test_a_paper_of_any_state_is_the_same_draft_again_and_again(state):
    paper, clerk = in_state(state)
    before = (paper.status, paper.version, paper.frozen_digest)
    once = json.loads(json.dumps(paper_file.exported(paper)))
    said = {"council": clerk.council, "by": clerk, "on": ON}
    again = import_paper(plain={**once, "slug": "again"}, **said)
    assert (again.status, again.round, again.frozen) == (Paper.WRITING, 1, None)
    assert {**paper_file.exported(again), "slug": once["slug"]} == once
    paper.refresh_from_db()
    assert (paper.status, paper.version, paper.frozen_digest) == before


@pytest.mark.parametrize("state", ["writing", "approved", "issued"])
def test_what_was_read_in_again_prints_what_the_first_prints(state):
    paper, clerk = in_state(state)
    plain = {**paper_file.exported(paper), "slug": "again"}
    again = import_paper(council=clerk.council, plain=plain, by=clerk, on=ON)
    assert content_digest(draft(again)) == content_digest(draft(paper))
    # The one follows the records; the other, once sent, does not.
    audits.case_audit(council=clerk.council, audited_on=ON.replace(year=2015))
    same = content_digest(draft(again)) == content_digest(draft(paper))
    assert same is (state == "writing")


def run(*given):
    """What a command prints."""
    out = StringIO()
    call_command(*map(str, given), stdout=out)
    return out.getvalue()


def test_the_commands_carry_a_paper_and_name_themselves_in_history(
    tmp_path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        in_state("issued")
        first, second = tmp_path / "first.json", tmp_path / "second.json"
        run("export_paper", "latest", first)
        plain = json.loads(first.read_text(encoding="utf-8"))
        first.write_text(json.dumps({**plain, "slug": "again"}), encoding="utf-8")
        told = run("import_paper", first, "--by", "Democratic Services")
    assert "is a draft now, as assurance/again" in told
    run("export_paper", "again", second)
    assert json.loads(second.read_text(encoding="utf-8")) == {**plain, "slug": "again"}
    entry = HistoryEntry.objects.get(what="papers.import")
    assert (entry.who, entry.actor_kind) == ("Democratic Services", "command")
    assert history_chain.damage("netherby") is None
    assert run("verify_history") == f"netherby {history_chain.head('netherby')}\n"
