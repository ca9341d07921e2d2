"""Print names the post that an account held when it approved, and never the account itself."""

from datetime import date, timedelta

import pytest

from assurance.people.models.holders import PostHolder
from assurance.people.models.posts import Post
from reports.approvals import requirements
from reports.approvals.models.emergency_issue import FINE
from reports.approvals.operations import emergency_issue
from reports.documents.document import from_json, text_of
from tests import cast
from tests.approvals.test_emergencies import issued
from tests.make import people
from tests.make.drafts import ON, approve

pytestmark = pytest.mark.django_db


def director_called(name, post="Director of Children's Services"):
    """An approver with a person's name, who holds a post."""
    account = cast.make_user("approver", name=name)
    people.holder(account=account, post=people.post(post, council=account.council))
    return account


@pytest.mark.long
def test_the_approval_block_names_the_post_of_that_day(sent):
    paper, _ = sent
    approve(paper, director_called("Ada Quill"))
    [(_, text)] = requirements.printed(paper)
    assert text.startswith("Director of Children's Services, 18 January 2016")
    assert "Ada Quill" not in text


def test_an_account_without_a_post_is_called_by_its_own_name():
    account = cast.make_user("approver", name="Head of Service")
    assert PostHolder.objects.title_of(account, ON) == "Head of Service"


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        (ON, None, "Head of Looked-After Children"),
        (ON - timedelta(9), ON, "Head of Looked-After Children"),
        (ON + timedelta(1), None, "Ada Quill"),
        (ON - timedelta(9), ON - timedelta(1), "Ada Quill"),
    ],
)
def test_a_post_counts_on_the_days_on_which_it_is_held(first, last, title):
    account = cast.make_user("approver", name="Ada Quill")
    post = people.post("Head of Looked-After Children", council=account.council)
    people.holder(account=account, post=post, from_date=first, to_date=last)
    assert PostHolder.objects.title_of(account, ON) == title


def test_of_two_posts_the_first_by_title_is_named():
    account = director_called("Ada Quill")
    people.holder(account=account, post=people.post("Chief Executive", council=account.council))
    assert PostHolder.objects.title_of(account, ON) == "Chief Executive"
    assert Post.objects.held_by(account, ON).count() == 2


def test_an_urgent_issue_and_the_look_after_it_name_posts(sent):
    paper, clerk = sent
    people.holder(account=clerk, post=people.post("Head of Governance", council=clerk.council))
    edition = issued(paper, clerk)
    assert "by the Head of Governance alone" in text_of(from_json(edition.document))
    row, second = edition.emergency_issue, director_called("Ada Quill")
    assert row.looked_by_title == ""
    row = emergency_issue.look_again(row=row, outcome=FINE, words="", by=second, on=ON)
    assert row.looked_by_title == "Director of Children's Services"


def test_the_day_counts_and_not_today(sent):
    paper, _ = sent
    account = director_called("Ada Quill")
    approve(paper, account)
    row = PostHolder.objects.get(account=account)
    row.to_date = date(2016, 1, 18)
    row.save()
    [(_, text)] = requirements.printed(paper)
    assert text.startswith("Director of Children's Services")
