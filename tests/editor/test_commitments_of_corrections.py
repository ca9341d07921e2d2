"""What a correction makes and answers is nobody's to read until it is published, or never."""

from datetime import date, timedelta

import pytest

from reports.approvals.operations import approvals
from reports.editor.operations import commitments as promising
from reports.issue.operations import corrections
from reports.language.rules import due_dates
from reports.papers.assembly.commitments import commitments_for
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.publication.commitment_history import commitment as history_of
from reports.publication.indexing.editions import index_edition
from tests import cast
from tests.make import papers
from tests.make.drafts import ON, written
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 3, 31), timedelta(days=1)
MOVED = {"state": due_dates.CHANGED, "because": "Staff left."}
NEXT = {"block": "purpose", "what": "W", "due_to": due_dates.NEXT, "due_on": None}


@pytest.fixture
def clerk():
    """Who writes."""
    return cast.clerk()


@pytest.fixture
def one():
    """A commitment of a published report, due when the next one comes."""
    first = papers.issued_paper(slug="first", paper_date=ON - ONE, meeting=None)
    return commitment(paper=first, due_on=ON)


def published(paper, clerk):
    """`paper` as its next edition has it."""
    paper.refresh_from_db()
    index_edition(papers.edition(paper=paper, number=paper.editions.count() + 1))
    sent = {"status": Paper.ISSUED, "sent_on": ON, "sent_by": clerk, "frozen": {}}
    Paper.objects.filter(pk=paper.pk).update(**sent, corrects=None)
    return Paper.objects.get(pk=paper.pk)


def answered(one, paper, clerk, **said):
    """Proposes in `paper` what became of `one`."""
    one.refresh_from_db()
    asked = {"commitment": one, "version": one.version, "paper": paper, "by": clerk, "on": ON}
    promising.answer_commitment(**asked, **said)


def public(paper):
    """(due, state) of what the public reads that `paper` promises, and the steps of each."""
    rows = Commitment.objects.public_in(paper.council.slug).filter(paper=paper)
    return [(row.due_on, row.public_state_key) for row in rows]


def own(paper):
    """The due dates of what `paper` says that it promises."""
    return [row.due_on for row in commitments_for(paper)[1]]


def test_what_a_correction_promises_is_public_once_it_is_published(one, clerk):
    paper = published(written(clerk), clerk)
    assert public(paper) == own(paper) == []
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    answered(one, paper, clerk, **MOVED, new_day=DAY)
    promising.keep_commitments(paper=paper, rows=[NEXT], by=clerk, on=ON)
    assert (own(paper), public(paper)) == ([DAY, None], [])
    assert len(history_of(one, ON).steps) == 1
    other = papers.paper(slug="other", paper_date=DAY, meeting=None, series=papers.series("other"))
    assert list(Commitment.objects.answerable_in(other)) == [one]
    paper = published(paper, clerk)
    assert public(paper) == [(DAY, "overdue"), (None, "open")]
    one.refresh_from_db()
    assert [step.what.partition(" in ")[0] for step in history_of(one, DAY).steps] == [
        *("Commitment made", "Answered", "Commitment made again with a new date"),
    ]


@pytest.mark.parametrize("again", [{**MOVED, "new_day": DAY + ONE}, {"state": due_dates.MET}])
def test_a_new_date_that_was_published_stands_until_its_correction_is(one, clerk, again):
    paper = written(clerk)
    answered(one, paper, clerk, **MOVED, new_day=DAY)
    paper = published(paper, clerk)
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    answered(one, paper, clerk, **again)
    new = [again["new_day"]] if "new_day" in again else []
    assert (own(paper), public(paper)) == (new, [(DAY, "overdue")])
    answered(one, paper, clerk, **again)
    assert own(paper) == new
    paper = published(paper, clerk)
    assert [day for day, _ in public(paper)] == own(paper) == new


def test_a_correction_that_is_given_up_leaves_the_commitments_as_they_were(one, clerk):
    paper = written(clerk)
    answered(one, paper, clerk, **MOVED, new_day=DAY)
    paper = published(paper, clerk)
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    answered(one, paper, clerk, **MOVED, new_day=DAY + ONE)
    promising.keep_commitments(paper=paper, rows=[NEXT], by=clerk, on=ON)
    corrections.give_up_correction(paper=paper, reason="It was right.", by=clerk, on=ON)
    paper = Paper.objects.get(pk=paper.pk)
    assert [day for day, _ in public(paper)] == own(paper) == [DAY]
