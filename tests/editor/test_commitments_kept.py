"""A commitment that is said to be kept: by a paragraph that reports it, in time or late."""

import pytest

from assurance.records.refusals import Refused
from reports.editor.operations import commitments as promising
from reports.language.rules import due_dates
from tests import cast
from tests.editor.test_commitments import DAY, KEPT, ONE, paper_of, promised
from tests.make import papers

pytestmark = pytest.mark.django_db


def test_a_paragraph_that_still_promises_it_does_not_show_it_kept():
    sentence = "Officers will report on the two areas in the next report."
    one = promised(sentence=sentence, what="Report on the two areas")
    later, by = paper_of(DAY + ONE, slug="later"), cast.clerk()
    papers.block(paper=later, slug="again", part="body", text=f"We met. {sentence}")
    papers.block(paper=later, slug="done", part="body", text="The two areas are in section 2.")
    asked = {"commitment": one, "paper": later, "by": by, "on": DAY, "version": 1}
    for state in (due_dates.MET, due_dates.LATE):
        with pytest.raises(Refused, match="still has the commitment"):
            promising.answer_commitment(**asked, state=state, block="again")
    assert promising.answer_commitment(**asked, **KEPT, block="done").state == due_dates.MET


def test_kept_late_follows_from_the_dates_of_the_report_and_of_what_is_due(clerk):
    on_time, by_report = promised(DAY), promised(DAY, due_dates.PAPER)
    asked = {"by": clerk, "on": DAY, "version": 1}
    paper, late = paper_of(DAY), paper_of(DAY + ONE)
    with pytest.raises(Refused, match="due by 31 March 2016: not late"):
        promising.answer_commitment(**asked, commitment=on_time, paper=paper, state=due_dates.LATE)
    with pytest.raises(Refused, match="choose kept late"):
        promising.answer_commitment(**asked, commitment=by_report, paper=late, **KEPT)
    for one, of, state in ((on_time, late, due_dates.MET), (by_report, late, due_dates.LATE)):
        assert promising.answer_commitment(**asked, commitment=one, paper=of, state=state)
