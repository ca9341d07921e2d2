"""Nobody finds a record whose page they may not open: every kind of record, every role."""

from functools import cache

import pytest
from django.test import Client

from reports.tasks.record_search.kinds import every_kind, kinds_for
from reports.tasks.record_search.query import search_records
from tests import cast
from tests.sampling import sample

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
    tried = sample(tried, 8)
    roles = ("", *cast.ROLES)
    for turn, role in enumerate(roles):
        user = cast.make_user(*filter(None, [role]), council=council)
        client = Client()
        client.force_login(user)
        status = cache(lambda address, client=client: client.get(address).status_code)
        may_open = {kind for kind, row, _ in tried if status(kind.address(row)) == 200}
        assert may_open == {*kinds_for(user)} & {kind for kind, _, _ in tried}, role
        # A search is one question about every kind: each is looked for by a role in turn.
        for kind, _, text in tried[turn :: len(roles)]:
            matches = search_records(text, user, as_typed=True)
            assert (kind in may_open) == (kind in matches.keys), (role, kind.name)
            for other, keys in matches.keys.items():
                record = other.rows(everybody).get(pk=keys[0])
                assert status(other.address(record)) == 200, (role, other.name)
    for kind, _, text in tried:
        assert kind in search_records(text, everybody, as_typed=True).keys, kind.name
