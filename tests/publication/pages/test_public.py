"""What anybody reads: issued papers, their figures and files, and never what was withheld."""

import hashlib
from dataclasses import replace

import pytest
from django.urls import reverse

from assurance.runtime.periods import this_moment
from reports.documents import formats
from reports.documents.document import (
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
    from_json,
    to_json,
)
from reports.documents.word.media_type import MEDIA_TYPE
from reports.issue.operations import steps
from reports.papers.addresses import edition_address
from tests import cast
from tests.issue.test_issue import frozen, with_a_small_number
from tests.make import drafts, papers
from tests.make.published_figures import entry
from tests.make.published_figures import indexed as published
from tests.page_requests import words

pytestmark = pytest.mark.django_db
HOME = "/netherby/reports/assurance/"


@pytest.mark.long
def test_the_current_edition_stands_at_the_papers_address_earlier_ones_and_files_at_theirs(client):
    first = papers.edition()
    second = papers.edition(paper=first.paper, number=2)
    address = f"{HOME}{first.paper.slug}/"
    assert "This is an earlier edition" not in words(client.get(address))
    earlier = words(client.get(f"{address}edition-1/"))
    assert "This is an earlier edition" in earlier
    assert f"Edition {second.number}" in earlier
    assert client.get(f"{address}edition-3/").status_code == 404
    for slug in ("none", papers.edition(published_at=None).paper.slug):
        assert client.get(f"{HOME}{slug}/").status_code == 404
    kept = first.files.get()
    answer = client.get(f"{HOME}{first.paper.slug}/edition-1/files/{kept.name}")
    assert hashlib.sha256(answer.content).hexdigest() == kept.sha256
    assert answer.headers["ETag"] == f'"{kept.sha256}"'
    # Then it is asked for again, by its fingerprint: it may have been removed.
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    missing = client.get(f"{HOME}{first.paper.slug}/edition-1/files/other.pdf")
    assert missing.status_code == 404


def test_a_figures_page_says_what_it_counts_and_where_it_stands_in_words(client):
    made = papers.document()
    item = Item("ii.", "para-25-ii", (Text((Run("x"),)),))
    paragraph = Paragraph("para-25", "25.", (), (ItemList("roman", (item,)),))
    section = Section("work", "The work", blocks=(paragraph,))
    entry = replace(made.figures[0], out_of="staff", base="351", places=("para-25", "para-25-ii"))
    document = to_json(replace(made, sections=(section,), figures=(entry,)))
    edition = papers.edition(document=document)
    address = f"{HOME}{edition.paper.slug}/figures/1/"
    page = words(client.get(address))
    assert "Staff: 351" in page
    assert '#para-25">paragraph 25</a>' in page
    assert '#para-25-ii">paragraph 25 (ii)</a>' in page
    assert "Counted at the audit." in page
    assert client.get(address.replace("/1/", "/2/")).status_code == 404
    assert client.get(f"{HOME}none/figures/1/").status_code == 404


@pytest.fixture
def issued(db):
    """The published edition of a paper in every form but PDF, which takes longest to make."""
    clerk = cast.clerk()
    cells = {"columns": [{"label": "Team"}, {"label": "State"}], "rows": [["North", "Done"]]}
    table = {
        "slug": "teams",
        "part": "body",
        "kind": "table",
        "text": "",
        "data": {"caption": "Work by team", "cells": cells},
    }
    paper = drafts.sent_and_approved(drafts.written(clerk, table), clerk)
    edition = frozen(paper, clerk)
    document = from_json(edition.document)
    files = formats.render(document, paper.slug, ("html", "word", "data"))
    files = (*files, formats.manifest(document, files))
    return steps.publish(edition=edition, files=files, at=this_moment(), by=clerk, on=drafts.ON)


# The end of a file's name → its type, and how a browser is to take it.
TYPES = {
    ".docx": (MEDIA_TYPE, "attachment"),
    "-figures.csv": ("text/csv; charset=utf-8; header=present", "attachment"),
    "-figures.json": ("application/json", "inline"),
    "csv-metadata.json": ("application/csvm+json", "inline"),
    ".html": ("text/html; charset=utf-8", "inline"),
}


@pytest.mark.long
def test_every_file_of_an_edition_but_its_style_sheet_is_offered_with_type_and_size(client, issued):
    page = client.get(edition_address(issued))
    offered = page.context["downloads"]
    assert {one.name for one in offered} == {
        one.name for one in issued.files.all() if not one.name.endswith(".css")
    }
    text = words(page)
    for one in offered:
        assert f'href="{one.address}">{one.words} ({one.kind}, ' in text
        kept = client.get(one.address)
        assert (kept.status_code, len(kept.content)) == (200, one.size)
    assert "Work by team (CSV, " in text
    assert "Download this report as Word" in text
    assert "Download PDF" not in text
    for ending, (media, how) in TYPES.items():
        [kept] = [one for one in issued.files.all() if one.name.endswith(ending)]
        answer = client.get(f"{edition_address(issued)}files/{kept.name}")
        assert answer.headers["Content-Type"] == media
        assert answer.headers["Content-Disposition"] == f'{how}; filename="{kept.name}"'
        described = "describedby" in answer.headers.get("Link", "")
        assert described == ending.endswith(".csv"), "a table leads to its description"


@pytest.mark.long
def test_other_files_are_offered_next_to_the_pdf(client):
    clerk = cast.clerk()
    edition = frozen(drafts.sent_and_approved(drafts.written(clerk), clerk), clerk)
    files = (formats.RenderedFile("january-2016.pdf", "application/pdf", b"%PDF-1.7"),)
    steps.publish(edition=edition, files=files, at=this_moment(), by=clerk, on=drafts.ON)
    page = words(client.get(edition_address(edition)))
    band = page[page.index("Download PDF") : page.index("</header>", page.index("Download PDF"))]
    assert 'href="#download">Word, data and all files</a>' in band
    assert 'id="download"' in page


def test_no_public_page_holds_what_was_withheld_or_a_digest_of_rows(client):
    paper, clerk = with_a_small_number()
    withheld = frozen(paper, clerk)
    steps.publish(edition=withheld, files=(), at=this_moment(), by=clerk, on=drafts.ON)
    withheld.refresh_from_db()
    hidden = [one for one in withheld.document["figures"] if one["mark"] == "withheld"]
    assert hidden, "the paper must quote a number that is withheld"
    rows = {one.number: one for one in withheld.provenance.all()}
    address = f"{HOME}{withheld.paper.slug}/edition-1/"
    pages = [address, f"{HOME}{withheld.paper.slug}/", "/", "/netherby/reports/"]
    pages += [f"{address}figures/{one['number']}/" for one in withheld.document["figures"]]
    for page in pages:
        text = words(client.get(page))
        assert not [row for row in rows.values() if row.rows_digest in text]
    for one in hidden:
        figure = words(client.get(f"{address}figures/{one['number']}/"))
        assert f">{rows[one['number']].count}<" not in figure
        assert "This number is not shown" in figure


def test_the_front_page_shows_what_was_issued_and_an_old_edition_offers_what_it_has(client):
    assert "No report is published yet." in words(client.get(reverse("front")))
    edition = papers.edition()
    assert edition.title in words(client.get(reverse("front")))
    edition = papers.edition()
    page = client.get(edition_address(edition))
    assert page.context["downloads"] == []
    assert 'id="download"' not in words(page)


def test_a_page_not_found_within_a_council_leads_on_to_its_pages_and_its_search(client):
    published(entry("30"))
    cast.make_council("quiet")
    page = words(client.get("/netherby/reports/assurance/long-gone/"))
    assert 'action="/netherby/search/"' in page and 'href="/netherby/figures/"' in page
    assert 'href="/netherby/">Latest report and figures of Netherby' in page
    for address in ("/no-such-council/reports/", "/%00/", "/netherby%00/"):
        answer = client.get(address)
        assert answer.status_code == 404 and "netherby/search" not in words(answer)
