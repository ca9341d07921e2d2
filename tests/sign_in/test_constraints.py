"""What the database itself refuses of policies, groups and grants."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import cast
from tests.make import sign_in as make

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
DAY = date(2015, 1, 1)


def refused(write, **fields):
    """Whether the database refuses the row that `write` makes with `fields`."""
    try:
        with transaction.atomic():
            write(**fields)
    except IntegrityError:
        return True
    return False


def test_the_database_refuses_what_does_not_fit_together():
    make.provider_group()
    make.two_step_policy()
    other = cast.make_council("elsewhere")
    grants = cast.make_user().grants
    ended = {"role": "clerk", "from_date": DAY, "ended_at_once": True}
    for write, fields, expected in (
        (make.two_step_policy, {}, True),
        (make.two_step_policy, {"from_date": DAY + timedelta(1)}, False),
        (make.two_step_policy, {"council": other}, False),
        (make.provider_group, {}, True),
        (make.provider_group, {"role": "member"}, False),
        (make.provider_group, {"group": "b", "to_date": DAY - timedelta(1)}, True),
        (make.provider_group, {"group": "b", "to_date": DAY}, False),
        (make.provider_group, {"group": "c", "subject": "dbs"}, True),
        (make.provider_group, {"group": "c", "subject": "dbs", "role": "officer"}, False),
        (grants.create, ended, True),
        (grants.create, {**ended, "to_date": DAY}, False),
    ):
        assert refused(write, **fields) is expected, fields
