"""A public page is kept in memory until anything happens in its council, and never for somebody
signed in."""

import pytest
from django.test import Client

from reports.editions.models.removals import PERSONAL
from reports.issue.operations import removals
from reports.issue.site import page_cache, page_rendering
from tests import cast
from tests.make import bundles
from tests.make.papers import ISSUED_ON

pytestmark = pytest.mark.django_db
PAGE = "/netherby/papers/assurance/paper-1/"


@pytest.fixture
def edition(settings):
    """A published edition, in a process that keeps pages."""
    settings.PAGES_KEPT = 1_000_000
    return bundles.bundled()


@pytest.fixture
def drawn(monkeypatch):
    """The paths that were drawn anew, in order."""
    paths, keep = [], page_cache.KeptPages._keep

    def noted(self, key, response):
        paths.append(key[0])
        return keep(self, key, response)

    monkeypatch.setattr(page_cache.KeptPages, "_keep", noted)
    return paths


def test_a_page_is_drawn_once_and_given_again_the_same(client, edition, drawn):
    first, second = client.get(PAGE), client.get(PAGE)
    assert drawn == [PAGE]
    assert first.content == second.content and dict(first.items()) == dict(second.items())
    assert "Content-Security-Policy" in second.headers
    assert second.headers["X-Frame-Options"] == "DENY"
    assert "Cookie" in second.headers["Vary"] and "max-age=60" in second.headers["Cache-Control"]


def test_a_reader_who_has_it_is_told_so(client, edition, drawn):
    tag = client.get(PAGE).headers["ETag"]
    again = client.get(PAGE, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert "Content-Type" not in again.headers
    assert client.get(PAGE, headers={"If-None-Match": '"other"'}).status_code == 200


def test_whatever_is_done_in_the_council_is_shown_at_once(client, edition, drawn):
    client.get(PAGE)
    later = bundles.bundled(paper=edition.paper)
    assert "edition-2" in client.get(PAGE).content.decode()
    said = {"reason": PERSONAL, "explanation": "A name.", "on": ISSUED_ON}
    by = cast.administrator()
    removals.remove(paper=later.paper, numbers=[1, 2], by=by, **said)
    assert client.get(PAGE).status_code == 410
    assert client.get(PAGE).status_code == 410
    assert drawn == [PAGE] * 4, "what is gone is not kept"


def test_another_day_draws_it_again(client, edition, drawn, settings):
    for day in ("2016-01-18", "2016-01-18", "2016-01-19"):
        settings.CANDOUR_TODAY = day
        assert day[-2:] in client.get(PAGE).content.decode()
    assert drawn == [PAGE] * 2


def test_nobody_signed_in_is_given_it_and_theirs_is_not_kept(client, edition, drawn):
    member = Client()
    member.force_login(cast.member(edition.council))
    assert "Sign out" in member.get(PAGE).content.decode()
    assert drawn == []
    assert "Sign out" not in client.get(PAGE).content.decode()
    assert "Sign out" in member.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "address",
    [f"{PAGE}?x=1", "/", "/netherby/commitments/", f"{PAGE}edition-1/files/manifest.json"],
)
def test_other_addresses_are_not_kept(client, edition, drawn, address):
    assert client.get(address).status_code == 200
    assert drawn == []


def test_neither_is_what_is_posted_what_is_not_there_nor_another_council(client, edition, drawn):
    client.head(PAGE)
    client.get("/elsewhere/papers/assurance/paper-1/")
    assert drawn == []
    assert client.get("/netherby/papers/assurance/nothing/").status_code == 404
    assert client.get("/netherby/papers/assurance/nothing/").status_code == 404
    assert len(drawn) == 2


def test_a_page_for_the_folder_is_drawn_each_time(edition, drawn):
    assert page_rendering.drawn(PAGE).status == 200
    assert drawn == []


def test_no_more_is_kept_than_may_be(client, edition, drawn, settings):
    size = len(client.get(PAGE).content)
    settings.PAGES_KEPT = size + 1
    pages = [f"{PAGE}edition-1/", PAGE, PAGE]
    for one in pages:
        client.get(one)
    assert drawn == [PAGE, f"{PAGE}edition-1/", PAGE]
    settings.PAGES_KEPT = 10
    for _ in range(2):
        client.get(f"{PAGE}figures/1/")
    assert drawn[3:] == [f"{PAGE}figures/1/"] * 2
