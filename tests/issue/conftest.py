"""A paper that may be issued, made once for the tests of a file."""

import pytest
from django.db import transaction

from assurance.accounts.models.accounts import User
from reports.papers.models.papers import Paper
from tests.make import drafts


@pytest.fixture(scope="module")
def approved_once(django_db_setup, django_db_blocker):
    """The keys of a paper, of the clerk who sent it and of who approved it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield [row.pk for row in drafts.approved()]
        transaction.set_rollback(True)


@pytest.fixture
def approved(approved_once, db):
    """(paper, clerk, approver): a paper sent by the one and approved by the other."""
    models = (Paper, User, User)
    return tuple(
        model.objects.get(pk=key) for model, key in zip(models, approved_once, strict=True)
    )
