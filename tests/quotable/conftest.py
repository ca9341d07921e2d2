"""A draft of a council that has one record of every kind, and somebody who may do everything."""

from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from tests import cast
from tests.make import drafts
from tests.papers.assembly.test_every_record_quoted import with_records


@pytest.fixture(scope="module")
def full(django_db_setup, django_db_blocker):
    """The browser of somebody with every role, and a draft of a council with one record of each
    kind."""
    with django_db_blocker.unblock(), transaction.atomic():
        user = cast.make_user(*cast.ROLES, council=cast.make_council())
        paper = drafts.written(cast.clerk(), paper_date=date(2017, 12, 31))
        drafts.looked_after.Census.objects.all().delete()
        with_records(user.council)
        client = Client()
        client.force_login(user)
        yield client, paper
        transaction.set_rollback(True)


@pytest.fixture
def browser(full, db):
    return full[0]


@pytest.fixture
def paper(full, db):
    return full[1]
