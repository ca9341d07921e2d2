"""Every statement about figures on the demonstration's public pages, derived a second time."""

from datetime import date
from itertools import combinations

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from assurance.dbs.models.audits import DbsAudit
from assurance.looked_after.models.censuses import Census
from assurance.people.models.posts import Post
from reports.papers.models.sources import Source
from reports.publication.models.figures import PrintedFigure
from tests.publication.derived.pages import assert_every_page_follows
from tests.publication.test_likeness import assert_one_likeness

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)
# What figures and typed numbers take the words of their source from.
NAMED_LATER = ((DbsAudit, "source"), (Census, "source"), (Post, "title"), (Source, "words"))


def test_every_statement_on_public_pages_follows_from_the_frozen_documents(demonstration, settings):
    settings.CANDOUR_TODAY = ON.isoformat()
    assert assert_every_page_follows("eborford", ON) > 100


def test_every_pair_of_values_is_comparable_on_every_page_or_on_none(demonstration):
    values = {}
    for row in PrintedFigure.objects.public_in("eborford").order_by("end", "pk"):
        values.setdefault((row.key, row.member), []).append(row.printed)
    pairs = [pair for rows in values.values() for pair in combinations(rows, 2)]
    for pair in pairs:
        assert_one_likeness(*pair)
    assert len(pairs) > 10


@pytest.mark.long
def test_a_source_is_named_as_it_was_at_issue_whatever_it_is_called_later(
    demonstration, client, settings
):
    settings.CANDOUR_TODAY = ON.isoformat()
    pages = ("figures/data.csv", "figures/data.json", "ledger/data.json", "ledger/data.csv")
    addresses = [f"/eborford/{page}" for page in pages]
    before = [b"".join(client.get(address)) for address in addresses]
    for model, name in NAMED_LATER:
        assert model.objects.update(**{name: Concat(Value("Renamed "), F(name))}), model
    assert [b"".join(client.get(address)) for address in addresses] == before
    assert b"Renamed" not in b"".join(before)
    assert b"DBS audit of 5 January 2016" in before[0] and b"SSDA903" in before[0]
    # The panel of each figure and the reporting history with its evidence among them.
    assert assert_every_page_follows("eborford", ON) > 100
