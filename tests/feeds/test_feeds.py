"""Feeds and the site map: what other programs are told of issued papers, and what no more."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

import pytest
from django.test import override_settings

from reports.documents.document import to_json
from tests import cast
from tests.make import papers
from tests.publication.search.published_papers import document, edition, text

pytestmark = pytest.mark.django_db
FEED = "/netherby/reports/feed.atom"
IN = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def feed(client, address=FEED):
    """The feed at an address, as a tree."""
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    return Xml.fromstring(answer.content)


def told(entry, name):
    """What an element of an entry says."""
    return entry.find(f"a:{name}", IN).text


def entries(client, address=FEED):
    """Title → entry of a feed."""
    return {told(one, "title"): one for one in feed(client, address).findall("a:entry", IN)}


def corrected(first):
    """A second edition that corrects `first` and says what."""
    changed = to_json(document("As it is."))
    changed["notices"] = to_json(text("Paragraph 1 said 30; it is 31."))
    later = datetime(2016, 2, 1, 9, tzinfo=UTC)
    return papers.edition(paper=first.paper, number=2, document=changed, published_at=later)


def test_every_edition_is_an_entry_with_its_own_address_and_purpose(client):
    first = edition("This paper tells what was audited.", title="A <b> & “c”\x01")
    [entry] = entries(client).values()
    address = f"http://testserver/netherby/reports/assurance/{first.paper.slug}/edition-1/"
    assert told(entry, "id") == entry.find("a:link", IN).attrib["href"] == address
    assert told(entry, "title") == "A <b> & “c”, January 2016"
    assert told(entry, "updated") == told(entry, "published") == "2016-01-08T10:00:00Z"
    assert told(entry, "summary") == "This paper tells what was audited."
    assert entry.find("a:author/a:name", IN).text == first.paper.council.name


def test_a_correction_is_an_entry_and_the_site_map_has_every_paper_once(client):
    first = edition()
    corrected(first)
    found = list(entries(client))
    assert found == ["Assurance report, January 2016, edition 2", "Assurance report, January 2016"]
    assert told(entries(client)[found[0]], "summary") == "Paragraph 1 said 30; it is 31."
    assert told(feed(client), "updated") == "2016-02-01T09:00:00Z"
    papers.remove_edition()
    address = f"/netherby/reports/assurance/{first.paper.slug}/"
    assert mapped(client) == {f"http://testserver{address}": "2016-02-01T09:00:00Z"}
    with override_settings(PUBLIC_ADDRESS="https://papers.netherby.example/"):
        assert list(mapped(client)) == [f"https://papers.netherby.example{address}"]
    assert "session" not in client.get("/sitemap.xml").content.decode()
    assert not client.cookies


def test_a_feed_has_the_elements_that_it_owes_and_without_entries_is_always_the_same(
    client, settings
):
    cast.make_council()
    assert told(feed(client), "updated") == "1970-01-01T00:00:00Z"
    assert client.get(FEED).content == client.get(FEED).content
    edition()
    root = feed(client)
    assert told(root, "id") == f"http://testserver{FEED}"
    assert told(root, "title")
    links = {one.attrib["rel"]: one.attrib["href"] for one in root.findall("a:link", IN)}
    assert links == {
        "self": f"http://testserver{FEED}",
        "alternate": "http://testserver/netherby/reports/",
        "license": settings.LICENCE_ADDRESS,
    }
    assert told(root, "rights") == "Open Government Licence v3.0"
    for entry in root.findall("a:entry", IN):
        for name in ("id", "title", "updated", "link", "author"):
            assert entry.find(f"a:{name}", IN) is not None
    link = '<link rel="alternate" type="application/atom+xml"'
    assert link in client.get("/netherby/reports/").content.decode()


def test_a_series_and_a_committee_have_feeds_of_their_own(client):
    edition(title="One")
    other = papers.committee("other", title="Other")
    paper = papers.issued_paper(meeting=None, series=papers.series("yearly", committee=other))
    papers.edition(paper=paper, title="Two")
    assert [one.partition(",")[0] for one in entries(client)] == ["Two", "One"]
    for address, found in (
        ("/netherby/reports/assurance/feed.atom", ["One"]),
        ("/netherby/reports/yearly/feed.atom", ["Two"]),
        ("/netherby/committees/other/feed.atom", ["Two"]),
        ("/netherby/committees/safeguarding-scrutiny/feed.atom", ["One"]),
    ):
        assert [one.partition(",")[0] for one in entries(client, address)] == found
    for address in ("reports/none/feed.atom", "committees/none/feed.atom"):
        assert client.get(f"/netherby/{address}").status_code == 404
    assert client.get("/nowhere/reports/feed.atom").status_code == 404


def test_what_has_not_changed_is_not_sent_again_and_what_is_removed_is_gone(client):
    first = edition()
    answer = client.get(FEED)
    assert answer["Last-Modified"] == "Fri, 08 Jan 2016 10:00:00 GMT"
    assert answer["Cache-Control"] == "public, max-age=60"
    fingerprint = {"HTTP_IF_NONE_MATCH": answer["ETag"]}
    assert client.get(FEED, **fingerprint).status_code == 304
    papers.remove_edition(edition=first)
    # The day of the last entry is no later than before, and yet the feed is another.
    asked = {"HTTP_IF_MODIFIED_SINCE": answer["Last-Modified"]}
    for said in (fingerprint, asked):
        answer = client.get(FEED, **said)
        assert (answer.status_code, entries(client)) == (200, {})


def mapped(client):
    """Address → day of the papers in the site map."""
    answer = client.get("/netherby/sitemap.xml")
    assert (answer.status_code == 404) == (b"/netherby/" not in client.get("/sitemap.xml").content)
    if answer.status_code == 404:
        return {}
    root = Xml.fromstring(answer.content)
    return {one[0].text: one[1].text for one in root.findall("s:url", IN) if len(one) > 1}


def test_what_a_feed_says_of_a_paper_is_short(client):
    edition("A long sentence. " * 200)
    [entry] = entries(client).values()
    said = told(entry, "summary")
    assert said.endswith(" …") and len(said) < 610
