"""What comes first by the words around the subject: contacts, a kind that is named, what was
removed."""

from datetime import date

import pytest

from reports.issue.operations import removals
from reports.papers.models.papers import Paper
from reports.publication.models.passages import Passage
from reports.publication.search.direct.pages import offered_pages
from reports.vocabulary.thesaurus import COMMITMENT, FIGURE, PARAGRAPH
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import entry, indexed
from tests.publication.search.published_papers import edition
from tests.publication.search.test_answers import DBS, anchors, asked

pytestmark = pytest.mark.django_db


def test_a_removed_report_is_offered_by_its_series_and_never_by_its_title(client):
    row = indexed(entry("30", **DBS))
    said = {"reason": "court", "explanation": "Ordered."}
    removals.remove(paper=row.paper, numbers=[1], by=cast.clerk(), on=papers.ISSUED_ON, **said)
    series = row.paper.series.title
    for typed in (f"why was {series} taken down", f"{series} removed", f"deleted {series}"):
        [page] = [x for x in offered_pages(typed, row.paper.council) if series in x["title"]]
        assert "A court’s order" in page["about"] and row.title not in page.values()
        assert client.get(page["address"]).status_code == 410
    assert not any(series in x["title"] for x in offered_pages(series, row.paper.council))


def test_contacts_come_first_where_nothing_else_is_asked_for():
    edition("Each contact of the front door was counted.", "Call the director.")
    Passage.objects.filter(anchor="para-2").update(
        anchor="part-contacts-facts", plain_heading="contact details", heading="Contact details"
    )
    assert anchors(asked("who to contact"))[0] == "part-contacts-facts"
    assert anchors(asked("contacts of the front door"))[0] == "para-1"


def test_every_commitment_comes_after_paragraphs_that_alone_are_about_the_question():
    row = indexed(entry("30", **DBS), says="The letter to parents is hard to read.")
    promised.commitment(paper=row.paper, what="Count the zebra")
    assert asked("what was promised about the letter").answers.kinds == (PARAGRAPH, COMMITMENT)
    assert asked("which promises were broken").answers.kinds[0] == COMMITMENT
    assert asked("what was promised about the zebra").answers.kinds[0] == COMMITMENT


def test_a_commitment_says_why_it_is_late_where_no_paragraph_has_as_much(settings):
    settings.CANDOUR_TODAY = "2016-03-01"
    row = indexed(entry("30", **DBS), says="The review of the zebra is open.")
    promised.commitment(
        paper=row.paper, what="Finish the review of the zebra", due_on=date(2016, 2, 1)
    )
    assert asked("why is the review of the zebra late").answers.kinds[0] == COMMITMENT
    assert asked("why is the zebra open").answers.kinds[0] == PARAGRAPH


def test_a_commitment_that_is_only_hinted_at_comes_after_what_has_more_of_the_question():
    row = indexed(entry("30", **DBS), says="The zebra will be counted by the audit of cars.")
    promised.commitment(paper=row.paper, what="Count the zebra")
    assert asked("when will the audit of cars count the zebra").answers.kinds[0] == PARAGRAPH
    assert asked("when will the zebra be counted").answers.kinds[0] == COMMITMENT


def test_a_value_that_may_be_of_something_else_is_shown_alone():
    overdue = {**DBS, "key": "dbs.due", "title": "People due for a re-check"}
    indexed(entry("30", **DBS), entry("9", **overdue), says="People of the zebra are past it.")
    assert asked("people of the zebra re-check date").answers.single == {FIGURE}
    # One that answers by itself needs no other next to it.
    answers = asked("people past their re-check date").answers
    assert answers.has_figure and answers.single == {FIGURE}


def test_who_asks_how_often_is_given_what_prints_a_span_of_time_before_any_count():
    indexed(
        entry("30", **DBS),
        says="DBS checks are past their re-check date. DBS checks are good.",
    )
    edition("Each check is renewed every 3 years.")
    search = asked("how often are DBS checks renewed")
    assert search.answers.kinds[0] == PARAGRAPH
    first = Passage.objects.get(pk=search.answers.keys[PARAGRAPH][0])
    assert first.words == "Each check is renewed every 3 years."


def test_a_length_of_time_is_no_count_of_people():
    indexed(entry("30", **DBS), says="A check is renewed after 3 years.")
    search = asked("how many years before an overdue DBS check is renewed")
    assert search.answers.kinds[0] == PARAGRAPH and not search.answers.has_figure
    assert asked("how many DBS checks are overdue").answers.has_figure


@pytest.mark.long
def test_a_reason_and_a_report_of_the_time_asked_for_come_first():
    row = edition("The zebra is late, and more.", "The zebra is late because of rain.")
    assert anchors(asked("why is the zebra late"))[0] == "para-2"
    assert anchors(asked("zebra late"))[0] == "para-1"
    year = row.paper.period_end.year
    other = edition("The zebra is late.")
    Paper.objects.filter(pk=other.paper_id).update(
        period_start=date(year + 3, 1, 1), period_end=date(year + 3, 6, 30)
    )
    for asked_year in (year, year + 3):
        [first, *_] = asked(f"zebra late {asked_year}").answers.keys[PARAGRAPH]
        paper = Passage.objects.get(pk=first).edition.paper
        assert paper.period_end.year == asked_year


def test_a_figure_is_nearest_by_its_name_without_the_population_printed_after_it():
    long = "(Staff of the Children and Learning directorate and of schools)"
    need = {"key": "dbs.needing_check", "title": f"People who need a DBS check {long}"}
    new = {"key": "dbs.started", "title": "People who started in a role that needs a DBS check"}
    indexed(entry("512", **need), entry("40", **new), says="Nothing of either.")
    keys = asked("how many people need a DBS check").answers.keys[FIGURE]
    assert keys == (("dbs.needing_check", ""), ("dbs.started", ""))


def test_what_a_thing_is_is_explained_before_it_is_promised():
    row = indexed(entry("30", **DBS), says="The zebra is the first animal that is counted.")
    promised.commitment(paper=row.paper, what="Count the zebra")
    assert asked("what is the zebra").answers.kinds[0] == PARAGRAPH
    assert asked("what is being done about the zebra").answers.kinds[0] == PARAGRAPH
    assert asked("zebra").answers.kinds[0] == COMMITMENT


def test_a_part_that_ends_in_the_year_asked_for_is_no_nearer_than_the_whole_of_that_year():
    band = {"key": "looked_after.local_age_band", "member": "under_14"}
    children = {"key": "looked_after.children", "title": "Children looked after"}
    indexed(
        entry("201", end="2016-12-01", **children),
        entry("228", end="2019-12-31", **children),
        entry("148", end="2016-12-01", title="Children looked after by age: Under 14", **band),
        says="Nothing of either.",
    )
    keys = asked("number of children in care 2016").answers.keys[FIGURE]
    assert keys[0] == ("looked_after.children", "")


def test_what_one_does_is_found_by_its_noun():
    edition("Their decision was announced.", "Growth was slow.")
    assert anchors(asked("who decides")) == ["para-1"]
    assert anchors(asked("does it grow")) == ["para-2"]


def test_what_is_late_is_found_by_what_was_in_time_and_no_number_answers_for_another():
    indexed(entry("30", **DBS), says="Visits made in time were 94%.")
    assert anchors(asked("late")) == ["para-1"]
    assert asked("how many visits are late").answers.kinds[0] == PARAGRAPH
    assert asked("how many DBS checks").answers.kinds[0] == FIGURE


def test_a_sentence_with_the_number_comes_before_values_of_something_else():
    indexed(entry("30", **DBS), says="The team of 11 inspectors stayed. Inspection by Ofsted.")
    search = asked("how many inspectors came")
    assert search.answers.kinds[0] == PARAGRAPH and not search.answers.has_figure
    assert asked("how many staff are overdue").answers.kinds[0] == FIGURE


def test_who_approved_is_answered_by_the_approval_of_a_report():
    edition("The plan was approved, and approved again.", "Director, 11 July 2016.")
    Passage.objects.filter(anchor="para-2").update(
        anchor="part-approval", plain_heading="approved by", heading="Approved by"
    )
    assert "part-approval" in anchors(asked("who approved it"))
    assert anchors(asked("who approved it"))[0] == "part-approval"
    assert anchors(asked("approved plan"))[0] == "para-1"
