"""The councils that publish, their last reports, and the site map: with removed reports, several of
one moment, and councils of which nothing can be read."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as Xml

import pytest

from assurance.accounts.rules import NOT_SEARCHED
from reports.editions.models.editions import Edition
from reports.feeds import atom
from reports.feeds.site_pages import searched_pages, searched_pages_of_site
from reports.publication.models.councils import (
    moments_of_publication,
    published_reports,
    publishing_councils,
)
from tests import cast
from tests.make import papers
from tests.make.published_figures import entry, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
AT = datetime(2016, 2, 29, 23, 59, 59, tzinfo=UTC)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def published(slug="here", **more):
    """A published edition of a council."""
    council = cast.make_council(slug)
    return papers.edition(council=council, **{"published_at": AT, **more})


def slugs():
    """The councils that publish."""
    return [council.slug for council in publishing_councils()]


def test_councils_come_by_name_and_those_that_nobody_can_read_not_at_all():
    published("removed")
    papers.remove_edition(edition=Edition.objects.get())
    published("unpublished", published_at=None)
    cast.make_council("silent")
    assert slugs() == []
    for slug in ("second", "first"):
        published(slug)
    names = [council.name for council in publishing_councils()]
    assert names == sorted(names) and sorted(slugs()) == ["first", "second"]


def test_the_last_report_is_the_last_published_and_of_one_moment_the_one_made_last():
    first = published()
    council = first.paper.council
    [row] = published_reports([council])
    assert (row.council, row.last, row.number) == (council, first, 1)
    same = published()
    [row] = published_reports([council])
    assert (row.last, row.number) == (same, 2)
    published(published_at=AT - timedelta(seconds=1))
    [row] = published_reports([council])
    assert (row.last, row.number) == (same, 3)
    published("there", published_at=AT + timedelta(1))
    assert [row.last for row in published_reports([council])] == [same]


def test_a_correction_is_the_same_report_and_a_removed_correction_hides_the_first():
    first = published()
    corrected = published(paper=first.paper, number=2, published_at=AT + timedelta(1))
    [row] = published_reports([first.paper.council])
    assert (row.last, row.number) == (corrected, 1)
    papers.remove_edition(edition=corrected)
    assert slugs() == []


def test_of_a_report_with_a_removed_edition_the_current_one_alone_counts():
    first = published()
    corrected = published(paper=first.paper, number=2, published_at=AT + timedelta(1))
    other = published(published_at=AT - timedelta(1))
    papers.remove_edition(edition=first)
    council = first.paper.council
    assert [(row.last, row.number) for row in published_reports([council])] == [(corrected, 2)]
    papers.remove_edition(edition=corrected)
    assert [(row.last, row.number) for row in published_reports([council])] == [(other, 1)]


def test_a_council_whose_last_report_was_removed_meanwhile_is_left_out(django_assert_num_queries):
    here, there = published("here"), published("there")
    councils = list(publishing_councils())
    papers.remove_edition(edition=here)
    with django_assert_num_queries(4):
        rows = published_reports(councils)
    assert [(row.council.slug, row.last) for row in rows] == [("there", there)]
    assert published_reports([]) == []


def test_a_moment_counts_what_was_removed_since_as_long_as_something_is_read():
    late = published(published_at=AT + timedelta(1))
    published()
    published("silent", published_at=None)
    assert moments_of_publication() == [("here", AT + timedelta(1))]
    papers.remove_edition(edition=late)
    assert moments_of_publication() == [("here", AT + timedelta(1))]


def test_a_site_map_is_of_a_council_that_publishes_and_of_no_other(client):
    row = published()
    answer = client.get("/here/sitemap.xml")
    assert answer.status_code == 200
    found = [one.text for one in Xml.fromstring(answer.content).iter(f"{SITEMAP}loc")]
    assert found[0] == f"http://testserver/here/reports/assurance/{row.paper.slug}/"
    assert len(found) == len(set(found))
    for slug in ("nowhere", "silent", "sitemap.xml"):
        assert client.get(f"/{slug}/sitemap.xml").status_code == 404
    papers.remove_edition(edition=row)
    assert client.get("/here/sitemap.xml").status_code == 404
    assert "/here/" not in words(client.get("/sitemap.xml"))


def test_the_pages_to_be_searched_are_each_figure_once_and_no_closed_page():
    figures = [entry("1"), entry("2", end="2015-11-30"), entry("3", member="north & south")]
    edition = indexed(*figures)
    pages = list(searched_pages(edition.paper.council))
    assert len(pages) == len(set(pages))
    key = figures[0].key
    assert [page for page in pages if key in page] == [
        f"/netherby/figures/{key}/",
        f"/netherby/figures/{key}/north & south/",
    ]
    both = [*pages, *searched_pages_of_site()]
    assert not [page for page in both if page.startswith(NOT_SEARCHED)]
    assert all(page.startswith("/") and page.endswith("/") for page in both)
    assert list(searched_pages(cast.make_council("elsewhere")))
    urls = Xml.fromstring(atom.site_map((), "https://reports.example", pages))
    assert f"https://reports.example/netherby/figures/{key}/north%20%26%20south/" in [
        one.text for one in urls.iter(f"{SITEMAP}loc")
    ]


def test_a_map_holds_no_more_than_it_may_and_papers_come_before_pages(monkeypatch):
    monkeypatch.setattr(atom, "ADDRESSES", 2)
    rows = [published(), published()]
    pages = ["/one/", "/two/", "/three/"]
    for editions, wanted in ((rows, 0), (rows[:1], 1), ((), 2)):
        urls = Xml.fromstring(atom.site_map(editions, "https://a.example", iter(pages)))
        found = [one.text.removeprefix("https://a.example") for one in urls.iter(f"{SITEMAP}loc")]
        assert found[len(editions) :] == pages[:wanted] and len(found) == 2
        assert len(list(urls.iter(f"{SITEMAP}lastmod"))) == len(editions)
    index = Xml.fromstring(atom.site_index([("/a", None), ("/b", AT), ("/c", AT)], "https://a"))
    assert [one.text for one in index.iter(f"{SITEMAP}loc")] == ["https://a/a", "https://a/b"]
    assert [one.text for one in index.iter(f"{SITEMAP}lastmod")] == ["2016-02-29T23:59:59Z"]
