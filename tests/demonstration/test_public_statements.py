"""Every statement about figures on the demonstration's public pages, derived a second time."""

from datetime import date

import pytest

from tests.publication.derived.pages import assert_every_page_follows

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)


def test_every_statement_on_public_pages_follows_from_the_frozen_documents(demonstration, settings):
    settings.CANDOUR_TODAY = ON.isoformat()
    assert assert_every_page_follows("eborford", ON) > 100
