"""A paper that is being written, or was sent or approved, made once for the tests of a file, in a
folder whose conftest imports these fixtures in place of those that make one for each test."""

import pytest
from django.db import transaction

from assurance.accounts.models.accounts import User
from reports.approvals.operations import approvals
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import drafts


@pytest.fixture(scope="module")
def written_once(django_db_setup, django_db_blocker):
    """The keys of a paper and of the clerk who writes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        by = cast.clerk()
        yield drafts.written(by).pk, by.pk
        transaction.set_rollback(True)


@pytest.fixture
def clerk(request, db):
    """Who writes the paper, where a test asks for it; otherwise any clerk."""
    if "paper" not in request.fixturenames:
        return cast.clerk()
    return User.objects.get(pk=request.getfixturevalue("written_once")[1])


@pytest.fixture
def paper(written_once, db):
    """A paper that nothing stops, being written by the clerk."""
    return Paper.objects.get(pk=written_once[0])


@pytest.fixture(scope="module")
def sent_once(django_db_setup, django_db_blocker):
    """The keys of a paper that waits for its approval and of the clerk who sent it."""
    with django_db_blocker.unblock(), transaction.atomic():
        by = cast.clerk()
        paper = drafts.written(by)
        yield approvals.send_for_approval(paper=paper, by=by, on=drafts.ON).pk, by.pk
        transaction.set_rollback(True)


@pytest.fixture
def sent(sent_once, db):
    """(paper, clerk): sent for approval, and not approved."""
    paper, clerk = sent_once
    return Paper.objects.get(pk=paper), User.objects.get(pk=clerk)


@pytest.fixture(scope="module")
def approved_once(django_db_setup, django_db_blocker):
    """The keys of a paper, of the clerk who sent it and of who approved it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield [row.pk for row in drafts.approved()]
        transaction.set_rollback(True)


@pytest.fixture
def approved(approved_once, db):
    """(paper, clerk, approver): a paper sent by the one and approved by the other."""
    paper, *people = approved_once
    return Paper.objects.get(pk=paper), *(User.objects.get(pk=key) for key in people)
