"""What was carried and promised goes to a paper's file and back; its answers stand in no file."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
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
from tests.papers.files.test_exchange import small, taken_in

pytestmark = pytest.mark.django_db


def carried_file():
    """The small file as one that was carried, some of it confirmed, with what it promises."""
    plain = small()
    first, second = plain["blocks"][:2]
    blocks = [
        {**first, "carried": {"from": "old", "confirmed": True}},
        {**second, "carried": {"from": second["slug"], "confirmed": False}},
        *plain["blocks"][2:],
    ]
    promised = [
        {"what": "Report", "due_to": "day", "due_on": "2016-03-31", "block": first["slug"]},
        {"what": "Tell", "due_to": "next", "sentence": "We will tell.", "who": "Board"},
    ]
    return {**plain, "blocks": blocks, "carried_from": "last", "commitments": promised}


@pytest.mark.long
@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_was_carried_and_promised_comes_along(elsewhere):
    council = cast.make_council("elsewhere") if elsewhere else None
    plain = {**carried_file(), **({"council": "eborford"} if elsewhere else {})}
    paper = taken_in(plain, council)
    once = paper_file.exported(paper)
    assert once["carried_from"] == "last" and "carried" not in once["blocks"][2]
    assert [one["carried"]["confirmed"] for one in once["blocks"][:2]] == [True, False]
    assert [one["what"] for one in once["commitments"]] == ["Report", "Tell"]
    again = paper_file.exported(taken_in({**once, "slug": "again"}, by=cast.clerk(council)))
    assert {**again, "slug": ""} == {**once, "slug": ""}
    rows = list(paper.commitments.values_list("what", "who", "state", "digest"))
    assert [row[:3] for row in rows] == [("Report", "", "open"), ("Tell", "Board", "open")]
    assert [bool(row[3]) for row in rows] == [False, True]


def test_answers_refusals_and_removed_blocks_stand_in_no_file():
    paper = taken_in(carried_file())
    paper.commitments.filter(what="Report").update(state="kept", answered_on=ON)
    paper.commitments.filter(what="Tell").update(state="refused")
    paper.blocks.filter(slug=small()["blocks"][0]["slug"]).update(removed_on=ON)
    (one,) = paper_file.exported(paper)["commitments"]
    assert (one["what"], one["block"]) == ("Report", "")
    paper.commitments.update(state="refused", answered_on=None)
    assert "commitments" not in paper_file.exported(paper)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"what": " "}, "has no commitment"),
        ({"what": "x", "due_to": "next", "who": "x" * 161}, "161 letters long"),
    ],
)
def test_a_commitment_that_is_not_whole_refuses_the_file(row, sentence):
    with pytest.raises(Refused, match=sentence):
        taken_in({**small(), "commitments": [row]})
    assert not Paper.objects.exists()


def test_one_sentence_is_one_commitment():
    row = {"what": "x", "due_to": "next", "sentence": "We will."}
    with pytest.raises(Refused, match="Another commitment has the same sentence"):
        taken_in({**small(), "commitments": [row, row]})


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


@pytest.mark.sampled(3)
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
    if state in ("writing", "approved", "issued"):
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
