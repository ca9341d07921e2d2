"""What lies on the clerk's desk on the demonstration's last day."""

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.publication.models.format_requests import FormatRequest
from tests.page_requests import words

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]


def page(word, address):
    """The words of a page as one of the demonstration's accounts sees it."""
    client = Client()
    client.force_login(User.objects.get(email=f"{word}@eborford.example"))
    answer = client.get(address)
    assert answer.status_code == 200
    return words(answer)


def test_one_report_is_being_written():
    [paper] = Paper.objects.exclude(status=Paper.ISSUED)
    assert paper.slug == "carers-2020"
    assert paper.enclosures.count() == 3
    assert paper.remarks.filter(answers=None).count() == 3
    assert paper.remarks.filter(settled_on=None, answers=None).count() == 2


def test_a_section_is_asked_of_the_assistant_director_who_finds_it_on_their_home_page():
    [request] = ContributionRequest.objects.all()
    assert request.asked_of.name == "Philippa Denholm"
    assert request.title in page("assistant", "/home/")


def test_the_clerk_sees_who_reads_and_remarks_and_answers_readers():
    assert "Foster carers: recruitment and support in 2019" in page("clerk", "/home/")
    waiting = FormatRequest.objects.filter(closed_on=None)
    assert [row.get_wanted_display() for row in waiting] == ["Audio"]
