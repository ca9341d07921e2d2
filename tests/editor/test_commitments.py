"""What papers promised: kept, refused, due, answered, followed; what anybody may read of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.editions.snapshot import assembled
from reports.editor.operations import commitments as promising
from reports.language.rules import due_dates
from reports.papers.assembly import records
from reports.papers.assembly.commitments import told_in
from reports.papers.manuscript import read
from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.publication.indexing.editions import index_edition
from reports.verdicts.paper.blockers import stops, unanswered
from tests import cast
from tests.make import papers
from tests.make.drafts import ON, sent_and_approved, written
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 3, 31), timedelta(days=1)
KEPT = {"state": due_dates.MET}


def paper_of(day, **said):
    """A paper of the usual series, told on `day`."""
    usual = {"paper_date": day, "meeting": None, "slug": f"paper-{day}"}
    return papers.paper(**{**usual, **said})


def promised(day=DAY, due_to=due_dates.DAY, **said):
    """A commitment of a paper of January 2016."""
    made = Paper.objects.filter(slug="first").first() or paper_of(ON, slug="first")
    return commitment(paper=made, due_on=day, due_to=due_to, **said)


def issued(paper, clerk):
    """`paper` as it is once it was issued."""
    sent = {"status": Paper.ISSUED, "sent_on": DAY, "sent_by": clerk, "frozen": {}}
    Paper.objects.filter(pk=paper.pk).update(**sent)
    return Paper.objects.get(pk=paper.pk)


@pytest.mark.parametrize(
    ("due_to", "day", "told_on", "is_due"),
    [
        (due_dates.DAY, DAY, DAY - ONE, False),
        (due_dates.DAY, DAY, DAY, True),
        (due_dates.DAY, DAY, DAY + ONE, True),
        (due_dates.PAPER, DAY, date(2016, 2, 29), False),
        (due_dates.PAPER, DAY, date(2016, 3, 1), True),
        (due_dates.PAPER, DAY, date(2016, 7, 1), True),
        (due_dates.NEXT, None, ON, False),
        (due_dates.NEXT, None, ON + ONE, True),
    ],
)
def test_a_promise_is_due_for_the_papers_of_its_day_or_later(due_to, day, told_on, is_due):
    one = promised(day, due_to)
    assert (one in Commitment.objects.due_for(paper_of(told_on, slug="later"))) == is_due


def test_the_day_of_a_paper_is_the_later_of_its_own_and_its_meetings():
    meeting = papers.meeting(DAY)
    assert paper_of(DAY - ONE, meeting=meeting, slug="a").told_on == DAY
    assert paper_of(DAY + ONE, meeting=meeting, slug="b").told_on == DAY + ONE
    assert paper_of(None, meeting=meeting, slug="c").told_on == DAY
    bare = paper_of(None, slug="d")
    assert bare.told_on == bare.period_end
    for one in (paper_of(None, meeting=papers.meeting(ON), slug="e"), bare):
        asked = paper_of(DAY, slug=f"later-{one.slug}")
        assert commitment(paper=one, due_on=DAY) in Commitment.objects.due_for(asked)


def test_only_open_promises_of_earlier_papers_of_the_series_are_due():
    later = paper_of(DAY, slug="later")
    other = papers.series("other")
    commitment(paper=paper_of(ON, slug="elsewhere", series=other), due_on=ON)
    commitment(paper=later, due_on=DAY)
    commitment(paper=paper_of(ON, slug="withdrawn", withdrawn_on=DAY), due_on=ON)
    promised(ON, state=due_dates.REFUSED)
    promised(ON, **KEPT, answered_on=ON, answered_in=paper_of(ON + ONE, slug="between"))
    withdrawn = cast.clerk()
    promised(ON, withdrawn_on=ON, withdrawn_by=withdrawn, withdrawn_because="Twice.")
    standing = promised(ON)
    assert list(Commitment.objects.due_for(later)) == [standing]
    assert len(unanswered(later)) == 1


@pytest.mark.long
def test_a_paper_is_not_sent_until_it_answers_what_was_promised(clerk):
    paper = written(clerk)
    one = commitment(paper=paper_of(ON - ONE, slug="first"), due_on=ON - ONE)
    with pytest.raises(Refused, match="“Bring the result of the audit” was due by 17 January"):
        approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    asked = {"commitment": one, "paper": paper, "by": clerk, "on": ON}
    answered = promising.answer_commitment(**asked, version=1, block="audits", **KEPT)
    assert (answered.paper, answered.answered_on) == (paper, ON)
    one.refresh_from_db()
    words = "Kept, proposed in “Assurance report”"
    assert (one.state, one.answered_in, one.proposed_answers) == (due_dates.OPEN, None, words)
    # It may be answered anew while the report is written, and no longer once it is sent.
    late = promising.answer_commitment(**asked, version=2, block="audits", state=due_dates.LATE)
    assert late.get_state_display() == "Kept late"
    sent_and_approved(paper, clerk)
    with pytest.raises(Refused, match="has been approved"):
        promising.answer_commitment(**asked, version=3, **KEPT)


def test_what_one_draft_proposes_is_still_asked_of_another_until_one_is_issued(clerk):
    """A draft of 2017 does not hide from July 2016 what January promised to it."""
    one, (july, later) = promised(DAY), (paper_of(DAY + day * ONE) for day in (0, 365))
    asked = {"commitment": one, "by": clerk, "on": DAY + 365 * ONE}
    promising.answer_commitment(**asked, paper=later, version=1, **KEPT)
    assert [len(unanswered(paper)) for paper in (july, later)] == [1, 0]
    states = [told_in(one, paper).get_state_display() for paper in (july, later, None)]
    assert states == ["Open", "Kept", "Open"]
    why = {"state": due_dates.DROPPED, "because": "Not wanted."}
    promising.answer_commitment(**asked, paper=july, version=2, **why)
    # What the other draft proposed answers nothing once July is issued, nor when it is itself; and
    # that draft no longer prints that it was kept.
    for paper in (july, later):
        index_edition(papers.edition(paper=issued(paper, clerk)))
        one.refresh_from_db()
        assert (one.state, one.answered_in, one.because) == ("dropped", july, "Not wanted.")
        assert told_in(one, later).state == due_dates.DROPPED
    assert not ProposedAnswer.objects.exists()


def test_what_a_removed_report_answered_is_asked_of_the_next_and_of_it_no_more(clerk):
    gone, later = papers.issued_paper(slug="gone", withdrawn_on=DAY), paper_of(DAY, slug="later")
    one = promised(ON, **KEPT, answered_on=ON, answered_in=gone)
    assert one.public_state == "Overdue"
    assert list(Commitment.objects.open_by(DAY)) == [one] and not unanswered(gone)
    assert list(Commitment.objects.due_for(later)) == [one] and len(unanswered(later)) == 1
    late = {"state": due_dates.LATE, "by": clerk, "on": DAY}
    promising.answer_commitment(commitment=one, version=1, paper=later, **late)
    assert not unanswered(later)
    index_edition(papers.edition(paper=issued(later, clerk)))
    one.refresh_from_db()
    assert (one.state, one.answered_in, one.public_state) == ("late", later, "Kept late")


def test_an_answer_that_is_not_whole_or_not_asked_for_is_refused(clerk):
    one, paper = promised(DAY), paper_of(DAY)
    asked = {"commitment": one, "paper": paper, "by": clerk, "on": DAY}
    for said, field in (
        ({"state": due_dates.OPEN}, "state"),
        ({"state": due_dates.DROPPED}, "because"),
        ({"state": due_dates.CHANGED, "because": "x"}, "new_day"),
    ):
        with pytest.raises(Refused) as refused:
            promising.answer_commitment(**asked, version=1, **said)
        assert refused.value.field == field
    with pytest.raises(EditConflict):
        promising.answer_commitment(**asked, version=9, **KEPT)
    early = paper_of(ON + ONE, slug="early")
    with pytest.raises(Refused, match="is not due to this report"):
        promising.answer_commitment(**{**asked, "paper": early}, version=1, **KEPT)


def test_a_report_may_answer_an_open_commitment_of_another_series_and_need_not(clerk):
    other = papers.series("other", council=cast.make_council())
    made = issued(paper_of(ON, slug="elsewhere", series=other), clerk)
    one, paper = commitment(paper=made, due_on=ON), paper_of(DAY)
    assert not unanswered(paper)
    assert list(Commitment.objects.overdue_elsewhere(paper)) == [one]
    asked = {"commitment": one, "paper": paper, "by": clerk, "on": DAY, "version": 1}
    promising.answer_commitment(**asked, state=due_dates.LATE)
    assert told_in(one, paper).get_state_display() == "Kept late"


def test_a_changed_promise_is_followed_by_another_and_only_by_one(clerk):
    one, paper = promised(DAY), paper_of(DAY)
    asked = {"commitment": one, "paper": paper, "by": clerk, "on": DAY}
    moved = {"state": due_dates.CHANGED, "because": "Staff left.", "new_day": DAY + ONE}
    promising.answer_commitment(**asked, version=1, **moved)
    promising.answer_commitment(**asked, version=2, **moved)
    (after,) = Commitment.objects.filter(follows=one)
    found = (after.paper, after.due_on, after.what, after.state)
    assert found == (paper, DAY + ONE, one.what, due_dates.OPEN)
    assert unanswered(paper) == ()
    later = paper_of(DAY + ONE)
    promising.answer_commitment(
        commitment=after, version=1, paper=later, by=clerk, on=DAY + ONE, **KEPT
    )
    with pytest.raises(Refused, match="already has an outcome"):
        promising.answer_commitment(**asked, version=3, **KEPT)
    told = HistoryEntry.objects.filter(what="commitments.answer").first().changes
    assert told["state"]["to"] == due_dates.CHANGED


def test_the_public_reads_published_papers_and_answers_in_published_ones_alone(clerk, settings):
    draft = paper_of(ON, slug="draft")
    commitment(paper=draft)
    taken_down = papers.issued_paper(slug="down", withdrawn_on=DAY)
    commitment(paper=taken_down)
    issued = papers.issued_paper(slug="issued")
    met = {"paper": issued, "answered_on": DAY, **KEPT}
    rows = {
        "open": commitment(paper=issued),
        "public": commitment(**met, answered_in=papers.issued_paper(slug="b")),
        "record": commitment(**{**met, "state": due_dates.LATE}, evidence="Minute 4"),
        "hidden": commitment(**met, answered_in=draft),
        "gone": commitment(**met, answered_in=taken_down),
    }
    commitment(paper=issued, state=due_dates.REFUSED)
    read = Commitment.objects.public_in(issued.council.slug)
    assert set(read) == set(rows.values())
    assert set(read.publicly(state=due_dates.OPEN)) == {rows["open"], rows["hidden"], rows["gone"]}
    assert set(read.publicly(state=due_dates.MET)) == {rows["public"]}
    assert set(read.publicly(text="audit result")) == set(rows.values())
    assert not read.publicly(text="nothing like it").exists()
    for day, state in (("2016-03-31", "Open"), ("2016-04-01", "Overdue")):
        settings.CANDOUR_TODAY = day
        states = [row.public_state for row in rows.values()]
        assert states == [state, "Kept", "Kept late", state, state]
    assert not Commitment.objects.public_in("elsewhere").exists()


@pytest.mark.long
def test_publishing_keeps_the_places_of_promises_and_answers(clerk):
    paper = written(clerk)
    one = commitment(paper=paper, block="audits")
    answered = commitment(paper=paper_of(ON - ONE), due_on=ON - ONE)
    promising.answer_commitment(
        commitment=answered, version=1, paper=paper, block="children", by=clerk, on=ON, **KEPT
    )
    paper = sent_and_approved(paper, clerk)
    document = paper.frozen["public"]
    edition = papers.edition(paper=paper, document=document)
    index_edition(edition)
    one.refresh_from_db()
    answered.refresh_from_db()
    assert (one.anchor, answered.answered_anchor) == ("para-2", "para-3")
    assert str(one) == one.what and paper_of(DAY).frozen_anchors == {}


@pytest.mark.long
def test_a_paper_lists_what_it_was_to_bring_and_what_it_promises(clerk):
    paper = written(clerk)
    earlier = commitment(paper=paper_of(ON - ONE), due_on=ON - ONE)
    promising.answer_commitment(
        commitment=earlier, version=1, paper=paper, evidence="Minute 4.", by=clerk, on=ON, **KEPT
    )
    commitment(paper=paper, due_to=due_dates.NEXT, due_on=None, who="")
    wanted = {"what": "commitments_due", "columns": ["what", "promised", "due", "outcome"]}
    (row,) = records.listed(clerk.council, wanted, paper=paper).rows
    assert row[:2] == ("Bring the result of the audit", "Report of January 2016")
    assert row[2:] == ("by 17 January 2016", "Kept. Minute 4.")
    made = records.listed(clerk.council, {**wanted, "what": "commitments_made"}, paper=paper)
    assert [row[2:] for row in made.rows] == [("in the next report of its series", "Open.")]
    assert len(records.listed(clerk.council, wanted).rows) == 2
    papers.block(paper=paper, part="body", kind="records", data={"records": wanted, "caption": "C"})
    manuscript = read(paper)
    made = assembled(manuscript)
    assert "Kept. Minute 4." in str(made.document) and stops(manuscript, made) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_to": due_dates.DAY, "due_on": None},
        {"due_to": due_dates.NEXT, "due_on": DAY},
        {"state": due_dates.MET},
        {"answered_on": DAY},
        {"state": due_dates.DROPPED, "answered_on": DAY},
        {"state": due_dates.CHANGED, "answered_on": DAY},
    ],
)
def test_the_database_keeps_a_commitment_whole(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        commitment(**wrong)


def test_a_sentence_is_kept_once_in_a_paper():
    paper = paper_of(ON)
    commitment(paper=paper, digest="a" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        commitment(paper=paper, digest="a" * 64)
    by = cast.clerk()
    Commitment.objects.update(withdrawn_on=ON, withdrawn_by=by, withdrawn_because="x")
    commitment(paper=paper, digest="a" * 64)
    commitment(paper=paper)
    commitment(paper=paper)
