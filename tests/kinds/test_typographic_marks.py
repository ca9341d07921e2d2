"""What reports print is saved with typographic marks, whether a file, a form or a table gave it."""

import pytest

from assurance.records import operations
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.operations import record_findings
from assurance.surveys.operations import record_survey
from tests.cast import make_council, officer
from tests.kinds.files import ON, checked, counts, imported, what_they_speak_of

pytestmark = pytest.mark.django_db
TYPED = 'Children say "we\'re heard" in 2015-16.'
PRINTED = "Children say “we’re heard” in 2015–16."


def file_of(words):
    """A file of one finding."""
    cell = words.replace('"', '""')
    row = f'"Inspection of the fostering service, 2015",Strength,"{cell}",'
    return [("findings.csv", f"Inspection,Type,Finding,Judgement area\n{row}\n".encode())]


def test_words_of_a_file_are_saved_as_print_has_them_and_are_the_same_the_next_time():
    what_they_speak_of()
    imported(checked(file_of(TYPED)))
    assert Finding.objects.get().text == PRINTED
    assert counts(checked(file_of(TYPED))) == counts(checked(file_of(PRINTED))) == (0, 0, 1, 0)


def test_a_title_that_is_typed_has_the_marks_of_one_that_is_imported():
    who = {"council": make_council(), "by": officer(), "on": ON}
    survey = record_survey(
        title="Staff's views", audience="All staff", questions=['Is the "door" open?'], **who
    )
    assert survey.title == "Staff’s views"
    assert survey.questions.get().wording == "Is the “door” open?"
    fields = {"kind": "inspection", "body": "Ofsted", "started_on": ON, "ended_on": ON}
    review = operations.create(model=Review, title="Children's services", **fields, **who)
    assert review.title == "Children’s services"
    made = record_findings(review=review, rows=[(None, "strength", TYPED, "")], **who)
    assert [one.text for one in made] == [PRINTED]
