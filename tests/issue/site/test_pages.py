"""Addresses of bundles in the service itself, and the way from written pages to what needs it."""

import pytest

from reports.issue.site.bundle import bundle_name
from tests.make import bundles, papers

pytestmark = [pytest.mark.django_db]


def test_a_bundle_is_answered_by_the_service_as_well(client):
    edition = bundles.bundled()
    address = f"/{bundle_name(edition)}/"
    kept = {one.name: bytes(one.content) for one in edition.files.all()}
    assert {name: client.get(f"{address}{name}").content for name in kept} == kept
    page = next(name for name in kept if name.endswith(".html"))
    assert client.get(address).content == kept[page]
    assert client.get(f"{address}nothing.txt").status_code == 404
    assert client.get(f"/published/{'0' * 64}/").status_code == 404
    papers.remove_edition(edition=edition)
    assert {client.get(f"{address}{name}").status_code for name in ("", *kept)} == {410}


def test_an_edition_without_a_page_has_a_bundle_without_a_first_page(client):
    edition = papers.edition()
    assert bundle_name(edition) == ""
    assert client.get(f"/published/{edition.files.get().sha256}/").status_code == 404


@pytest.mark.parametrize("to", ["/sign-in/login/", "/netherby/search/?q=a+b", "/x/"])
def test_the_way_to_the_service_leads_on(client, to):
    answer = client.get("/service/", {"to": to})
    assert (answer.status_code, answer.headers["Location"]) == (302, to)


@pytest.mark.parametrize(
    "to", ["", "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", "x", "/\0"]
)
def test_it_never_leads_elsewhere(client, to):
    answer = client.get("/service/", {"to": to})
    assert answer.status_code == 200
    assert "This needs the service" in answer.content.decode()
