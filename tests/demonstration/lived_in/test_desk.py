"""What lies on the clerk's desk on the demonstration's last day."""

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from reports.approvals.models.clearances import Clearance
from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
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


@pytest.mark.long
def test_one_report_is_being_written():
    paper = Paper.objects.get(status=Paper.WRITING)
    assert paper.slug == "carers-2020"
    assert paper.enclosures.count() == 3
    assert paper.remarks.filter(answers=None).count() == 3
    assert paper.remarks.filter(settled_on=None, answers=None).count() == 2


def test_a_section_is_asked_of_the_assistant_director_who_finds_it_on_their_home_page():
    request = ContributionRequest.objects.get(asked_of__isnull=False)
    assert request.asked_of.name == "Philippa Denholm"
    assert request.title in page("assistant", "/home/")


def test_the_clerk_sees_who_reads_and_remarks_and_answers_readers():
    assert "Foster carers: recruitment and support in 2019" in page("clerk", "/home/")
    waiting = FormatRequest.objects.filter(closed_on=None)
    assert [row.get_wanted_display() for row in waiting] == ["Audio"]


def test_a_section_came_back_by_link_and_a_record_is_asked_for():
    handed = ContributionRequest.objects.get(asked_of=None)
    assert handed.state == ContributionRequest.HANDED and handed.contributions.count() == 1
    assert "looked-after children" in page("officer", "/home/").lower()
    [asked] = RecordRequest.objects.all()
    assert str(asked.start) == "2020-02-29"


def test_a_report_is_approved_by_all_and_waits_for_its_hour_before_a_poll():
    paper = Paper.objects.get(slug="front-door-2020")
    assert paper.status == Paper.APPROVED
    assert paper.set_hour.at.isoformat() == "2020-03-02T12:00:00+00:00"
    assert "Knavesholm" in paper.poll_reason.polls
    [entry] = Clearance.objects.filter(paper=paper)
    assert entry.clearer.name == "Michael Thornhill"
    assert paper.title in page("member", "/home/")


def test_the_report_that_waits_answers_what_the_one_before_it_promised():
    answer = ProposedAnswer.objects.get(paper__slug="front-door-2020")
    assert (answer.commitment.paper.slug, answer.state) == ("november-2016", "late")
    # The overview, which was published before it, has the same answer.
    assert answer.commitment.state == "late"
    assert answer.commitment.answered_in.slug == "overview-2020"


@pytest.mark.parametrize("slug", ["overview-2020", "peer-review-2020", "wellbeing-2020"])
def test_the_legal_implications_of_each_report_of_2020_were_cleared(slug):
    [entry] = Clearance.objects.filter(paper__slug=slug)
    assert (entry.scope, entry.withdrawn_on) == ("implications/Legal", None)
