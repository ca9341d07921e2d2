"""The home of who keeps records before there is one: where to begin, and what is missing."""

import pytest

from assurance.accounts.access import Subject
from tests import cast
from tests.make import audits, dbs, people
from tests.page_requests import words
from tests.tasks.home.homes import home, parts

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_the_first_records_lead_to_files_and_name_what_an_administrator_has_to_set_up():
    page = words(home(cast.officer()))
    assert "No record of your subjects is kept here yet." in page
    assert "Not set up yet: Services and teams, Grades of audits, Populations" in page
    auditor = cast.officer(subject=Subject.AUDITS)
    people.team()
    audits.grade_scale()
    page = words(home(auditor))
    assert "No record of your subjects is kept here yet." in page
    assert "Not set up yet" not in page


@pytest.mark.long
def test_the_first_records_are_asked_of_who_keeps_their_subject_until_there_is_one():
    dbs.breach()
    assert "first_records" not in parts(cast.officer())
    assert "first_records" not in parts(cast.officer(subject=Subject.DBS))
    assert "first_records" in parts(cast.officer(subject=Subject.AUDITS))
    assert "first_records" not in parts(cast.clerk())
