"""Addresses of bundles in the service itself, and the way from written pages to what needs it."""

import pytest

from reports.issue import jobs as issuing
from reports.issue.operations import removals
from reports.issue.site import jobs, storage, writer
from reports.issue.site.bundle import bundle_name
from tests import cast
from tests.make import bundles, papers, published_figures
from tests.make.papers import ISSUED_ON

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


def test_no_later_paper_says_what_the_one_that_is_taken_down_said(db, folder):
    then = published_figures.edition(
        published_figures.entry("2417", published_figures.BEFORE),
        period_end=published_figures.BEFORE,
    )
    now = published_figures.edition(published_figures.entry("30"))
    jobs.write_all()
    pages = [
        f"{writer.prefix(now.paper)}{end}index.html" for end in ("", "edition-1/", "figures/1/")
    ]
    assert all("2417" in (folder / one).read_text() for one in pages)
    row = papers.remove_edition(edition=then)
    assert issuing.after_removal(then.paper) is True
    written = [folder / name for name in storage.Folder(folder).names()]
    assert not [one for one in written if b"2417" in one.read_bytes()]
    removals.decide(taken=row, decision="undone", by=cast.administrator(), on=ISSUED_ON)
    assert issuing.after_removal(then.paper) is True
    assert all("2417" in (folder / one).read_text() for one in pages)


def test_an_edition_of_before_without_a_list_has_pages_and_no_bundle(folder):
    edition = papers.edition()
    assert jobs.write_all().written and bundle_name(edition) == ""
    assert not (folder / "published").exists()
    assert (folder / writer.prefix(edition.paper) / "edition-1" / "files" / "paper.pdf").exists()
