"""Nobody finds a record whose page they may not open: every kind of record, every role."""

from functools import cache

import pytest
from django.test import Client

from reports.tasks.record_search.kinds import every_kind
from reports.tasks.record_search.query import search_records
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def words_of(kind, record):
    """Words that find `record`: the first of its texts that has any."""
    for name in kind.fields:
        value = record
        for part in name.split("__"):
            value = getattr(value, part, None)
        if value:
            return " ".join(str(value).split()[:6])
    return ""


def test_whoever_finds_a_record_opens_its_page(whole_demonstration):
    council = cast.make_council("eborford")
    everybody = cast.make_user(*cast.ROLES, council=council)
    firsts = [(kind, kind.rows(everybody).first()) for kind in every_kind()]
    tried = [(kind, row, text) for kind, row in firsts if row and (text := words_of(kind, row))]
    assert len(tried) > 40
    for role in ("", *cast.ROLES):
        user = cast.make_user(*filter(None, [role]), council=council)
        client = Client()
        client.force_login(user)
        status = cache(lambda address, client=client: client.get(address).status_code)
        for kind, row, text in tried:
            matches = search_records(text, user, as_typed=True)
            assert (status(kind.address(row)) == 200) == (kind in matches.keys), (role, kind.name)
            for other, keys in matches.keys.items():
                record = other.rows(everybody).get(pk=keys[0])
                assert status(other.address(record)) == 200, (role, other.name)
