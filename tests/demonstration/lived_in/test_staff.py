"""Who works for the demonstration's council: one list of people, each in their post for a time, and
none of them named where anybody reads."""

from datetime import date

import pytest
from django.test import Client

from assurance.accounts.models.accounts import Council, User
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from assurance.sign_in.models.reviews import GrantReview, grants_under_review
from assurance.sign_in.models.two_step import TwoStepPolicy
from reports.demonstration.load import LAST_DAY
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address
from tests.demonstration.whole import issued

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
UNNAMED = {"Administrator"}


def people():
    """The accounts of both councils that have a person's name."""
    return User.objects.filter(council__isnull=False).exclude(name__in=UNNAMED)


def eborford():
    return Council.objects.get(slug="eborford")


def holder(title, day):
    """Who holds a post of the first council on a day."""
    row = Post.objects.of(eborford()).get(title=title).holder_on(day)
    return row and row.account.name


@pytest.mark.long
def test_every_account_has_a_persons_name_and_no_post_is_one():
    titles = {post.title.casefold() for post in Post.objects.all()}
    names = list(people().values_list("name", flat=True))
    assert len(names) == len(set(names)) >= 20
    for name in names:
        assert name.casefold() not in titles
        assert 2 <= len(name.split()) <= 3


@pytest.mark.long
def test_nobodys_name_is_in_a_public_report_or_on_its_page():
    names = list(people().values_list("name", flat=True))
    assert names
    client = Client()
    for paper in issued():
        for edition in Edition.objects.published().filter(paper=paper):
            kept = str(edition.document)
            assert not [name for name in names if name in kept], paper.slug
        if paper.withdrawn_on is None:
            page = client.get(paper_address(paper))
            assert page.status_code == 200
            assert not [name for name in names if name in page.content.decode()], paper.slug


def test_a_report_names_the_post_of_whoever_approved_it_on_that_day():
    approved = str(Edition.objects.published().get(paper__slug="overview-2020").document)
    assert "Director of Children’s Services, 18 February 2020" in approved
    assert "Head of Legal Services, 18 February 2020" in approved
    urgent = str(Edition.objects.published().get(paper__slug="january-2017").document)
    assert "by the Director of Children’s Services alone" in urgent


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        ("Group Manager, Child in Need Service", date(2016, 1, 18), "Stephen Oduya"),
        ("Group Manager, Child in Need Service", date(2018, 4, 2), "Nicola Farrant"),
        ("Group Manager, Child in Need Service", date(2018, 9, 2), "Nicola Farrant"),
        ("Group Manager, Child in Need Service", LAST_DAY, "Joanne Critchley"),
        ("Practice Manager, North locality", date(2018, 9, 2), "Joanne Critchley"),
        ("Practice Manager, North locality", LAST_DAY, "Adam Whitlock"),
        ("Principal Social Worker", date(2019, 6, 2), "Helen Sowerby"),
        ("Principal Social Worker", LAST_DAY, None),
        ("Head of Quality Assurance and Principal Social Worker", LAST_DAY, "Helen Sowerby"),
        ("Head of Looked-After Children", date(2017, 4, 2), "Angela Priestley"),
        ("Head of Looked-After Children", LAST_DAY, "Daniel Esposito"),
    ],
)
def test_posts_change_hands(title, day, name):
    assert holder(title, day) == name


def test_one_post_was_held_for_the_time_being_until_a_day():
    [interim] = PostHolder.objects.of(eborford()).filter(interim=True)
    assert (interim.account.name, interim.to_date) == ("Nicola Farrant", date(2018, 9, 2))


def test_whoever_left_holds_nothing_and_cannot_sign_in():
    gone = list(people().filter(is_active=False))
    assert len(gone) == 3
    for account in gone:
        assert not list(Post.objects.held_by(account, LAST_DAY))
        assert all(grant.to_date for grant in account.grants.all())


def test_the_latest_absence_has_a_stand_in_and_one_explains_the_urgent_issue():
    first, _, second = Absence.objects.of(eborford()).order_by("from_date")
    assert first.holder.post.title == "Head of Legal Services" and first.stand_in is None
    assert first.from_date <= date(2017, 1, 16) <= first.to_date
    assert second.stand_in.name == "Helen Sowerby" and second.from_date < LAST_DAY


def test_roles_were_reviewed_each_january_and_two_step_sign_in_is_planned():
    council, today = eborford(), LAST_DAY
    rows = grants_under_review(council, today)
    assert [row.grant.user.name for row in rows if row.is_overdue(today)] == ["Craig Lomas"]
    changed = [row for row in rows if row.last.outcome == GrantReview.CHANGE]
    assert [row.grant.to_date for row in changed] == [date(2020, 3, 31)]
    assert all(row.last.reviewed_by != row.grant.user for row in rows)
    planned, current = TwoStepPolicy.objects.of(council)
    assert planned.from_date > today and planned.approver and not planned.officer
    assert TwoStepPolicy.objects.of(council).on(today) == current and current.roles == []
