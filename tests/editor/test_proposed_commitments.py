"""Promises found in a paper's printed words: proposed once, kept, refused, or no longer there."""

import pytest

from assurance.records.refusals import Refused
from reports.editor.commitment_detection import promised as told
from reports.editor.operations import commitments
from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from tests.make import papers
from tests.make.drafts import ON, sent_and_approved, written

pytestmark = pytest.mark.django_db


def test_promises_of_a_paper_are_proposed_kept_and_refused_once(clerk):
    paper = written(clerk)
    text = "A round will begin in March 2016. It will close in May 2016."
    text += "\n\ni. We will say in the next report."
    paper.blocks.filter(slug="purpose").update(text=text)
    of_annex = {"part": "annexes", "kind": "annex", "slug": "an", "heading": "A"}
    papers.block(paper=paper, **of_annex, text="It will end by June 2016.")
    found = told(paper).proposals
    assert [one.block for one in found] == ["purpose"] * 3 + ["an"]
    assert found[0].name == "paragraph 1" and "Annex A" in found[3].name
    rows = [
        {"block": one.block, "digest": one.promise.digest, "sentence": one.promise.sentence}
        | {"what": "W", "who": "", "due_to": one.promise.due_to, "due_on": one.promise.due_on}
        for one in found
    ]
    asked = {"paper": paper, "by": clerk, "on": ON}
    refused = {**rows[1], "state": due_dates.REFUSED}
    assert len(commitments.keep_commitments(rows=[rows[0], refused], **asked)) == 2
    assert commitments.keep_commitments(rows=rows[:2], **asked) == []
    left = [one.promise.digest for one in told(paper).proposals]
    assert left == [row["digest"] for row in rows[2:]]
    with pytest.raises(Refused, match="Enter the date"):
        commitments.keep_commitments(rows=[{**rows[3], "due_on": None}], **asked)
    assert Commitment.objects.made_in(paper).count() == 1
    assert told(paper).lost == ()
    paper.blocks.filter(slug="purpose").update(text="Nothing is said.")
    assert [one.digest for one in told(paper).lost] == [rows[0]["digest"]]


@pytest.mark.long
def test_promises_of_an_issued_paper_are_read_from_what_it_printed(clerk):
    paper = written(clerk)
    paper.blocks.filter(slug="purpose").update(text="We will tell in the next report.")
    paper = sent_and_approved(paper, clerk)
    (found,) = told(paper).proposals
    row = {"block": "purpose", "what": "W", "due_to": due_dates.NEXT, "due_on": None}
    (kept,) = commitments.keep_commitments(paper=paper, rows=[row], by=clerk, on=ON)
    assert (found.promise.due_to, kept.anchor) == (due_dates.NEXT, "para-1")


@pytest.mark.long
def test_the_words_of_a_commitment_are_saved_as_print_has_them(clerk):
    row = {"what": 'Review the "front door\'s" work', "who": "Children's Trust"}
    row |= {"block": "purpose", "due_to": due_dates.NEXT, "due_on": None}
    paper = sent_and_approved(written(clerk), clerk)
    (kept,) = commitments.keep_commitments(paper=paper, rows=[row], by=clerk, on=ON)
    assert kept.what == "Review the “front door’s” work" and kept.who == "Children’s Trust"
