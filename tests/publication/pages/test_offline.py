"""What the service gives for reading without a network: the worker, its list, and nothing private
that it could keep."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from tests import cast
from tests.make import papers
from tests.page_requests import words

pytestmark = pytest.mark.django_db
SCRIPT = (settings.BASE_DIR / "static/js/worker.js").read_text(encoding="utf-8")


def test_the_worker_stands_at_the_root_and_is_asked_for_anew(client):
    answer = client.get("/offline.js")
    assert answer.content.decode() == SCRIPT
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert not answer.cookies


def test_the_list_says_what_to_do_where_no_script_runs(client):
    page = words(client.get(reverse("papers:offline")))
    assert "download the paper as PDF" in page
    assert not client.get(reverse("papers:offline")).cookies


def test_a_paper_offers_to_be_kept_until_it_is_removed(client):
    edition = papers.edition()
    page = words(client.get(f"/netherby/papers/assurance/{edition.paper.slug}/"))
    [offer] = re.findall(r'<div class="paper-offline"[^>]*>', page)
    assert f'data-offline="/netherby/papers/assurance/{edition.paper.slug}/"' in offer
    assert "edition-1/files/paper.pdf" in offer
    assert offer.endswith(" hidden>")
    address = f"/netherby/papers/assurance/{edition.paper.slug}/"
    for path in (address, f"{address}figures/1/"):
        client.logout()
        assert "private" not in client.get(path).get("Cache-Control", "")
        client.force_login(cast.member())
        # The worker keeps nothing that says so, and asks for its own copies without the session.
        assert "private" in client.get(path)["Cache-Control"]
    assert 'credentials: "omit"' in SCRIPT
    assert "/private|no-store/" in SCRIPT
    papers.remove_edition(edition=edition)
    answer = client.get(f"/netherby/papers/assurance/{edition.paper.slug}/")
    assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store")


def test_working_pages_and_notes_are_no_papers_to_the_worker():
    pattern = re.search(r"OF_A_PAPER = /(.*)/;", SCRIPT)[1].replace("\\/", "/")
    kept = re.compile(pattern)
    assert kept.match("/netherby/papers/assurance/january-2016/")
    assert kept.match("/netherby/papers/assurance/january-2016/edition-1/figures/1/")
    for path in ("/papers/assurance/january-2016/", "/notes/", "/home/", "/netherby/papers/"):
        assert not kept.match(path)
