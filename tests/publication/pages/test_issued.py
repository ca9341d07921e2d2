"""The lists of issued papers: narrowed by what stands in the address, page by page."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse

from reports.documents.document import Run, Text, to_json
from tests import cast
from tests.make import papers
from tests.page_requests import boxes, words
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db


ADDRESS = "/netherby/reports/"


def titles(answer):
    """The titles of the papers that a page lists."""
    assert answer.status_code == 200
    return [one.title for one in answer.context["page"]]


@pytest.fixture
def two():
    """A paper of the usual series that went to a meeting, and a yearly one of 2012 that prints no
    figure."""
    edition(title="Half-year")
    other = papers.committee("other", title="Other Committee")
    days = {"period_start": date(2012, 1, 1), "period_end": date(2012, 12, 31)}
    series = papers.series("yearly", committee=other, title="Yearly report")
    paper = papers.issued_paper(meeting=None, series=series, **days)
    document = to_json(replace(papers.document(), figures=()))
    return papers.edition(paper=paper, title="Yearly", document=document)


# What the address asks for → the titles of what is listed.
FOUND = [
    ({}, {"Half-year", "Yearly"}),
    ({"committee": "other"}, {"Yearly"}),
    ({"committee": "safeguarding-scrutiny"}, {"Half-year"}),
    ({"series": "yearly"}, {"Yearly"}),
    ({"subject": "dbs"}, {"Half-year"}),
    ({"subject": "surveys"}, set()),
    (boxes(period_from="1 1 2015"), {"Half-year"}),
    (boxes(period_to="31 12 2012"), {"Yearly"}),
    (boxes(period_from="1 6 2012", period_to="1 6 2015"), {"Half-year", "Yearly"}),
    ({"committee": "nowhere", "series": "\0", "subject": "x"}, {"Half-year", "Yearly"}),
]


@pytest.mark.long
def test_papers_are_found_by_who_they_went_to_their_subject_time_and_meeting(client, two):
    listed = [set(titles(client.get(ADDRESS, asked))) for asked, _ in FOUND]
    assert listed == [found for _, found in FOUND]
    assert "No published report matches." in words(client.get(ADDRESS, {"subject": "surveys"}))
    chosen = papers.meeting()
    assert titles(client.get(ADDRESS, {"meeting": chosen.pk})) == ["Half-year"]
    papers.meeting(date(2019, 1, 1))
    [form] = [client.get(ADDRESS).context["form"]]
    assert list(form.fields["meeting"].queryset) == [chosen]


def test_what_was_chosen_stays_chosen_and_a_series_has_a_page_of_its_own(client, two):
    page = words(client.get(ADDRESS, {"committee": "other", "series": "yearly"}))
    assert '<option value="other" selected>' in page
    assert page.count('href="/netherby/committees/other/feed.atom"') == 2
    assert page.count('href="/netherby/reports/yearly/feed.atom"') == 2
    assert "Show all reports" in page
    answer = client.get(f"{ADDRESS}yearly/")
    assert titles(answer) == ["Yearly"]
    assert '<h1 class="govuk-heading-l">Yearly report</h1>' in words(answer)
    assert client.get(f"{ADDRESS}nothing/").status_code == 404
    cast.make_council("elsewhere")
    assert client.get("/elsewhere/reports/yearly/").status_code == 404


@pytest.mark.long
def test_many_papers_stand_on_several_pages(client):
    first = edition(title="Paper 0")
    for number in range(1, 27):
        papers.edition(title=f"Paper {number}", council=first.paper.council)
    answer = client.get(ADDRESS)
    assert "27 reports, page 1 of 2." in words(answer)
    assert len(titles(answer)) == 25
    assert len(titles(client.get(ADDRESS, {"page": "2"}))) == 2


@pytest.mark.long
def test_the_current_edition_alone_is_listed_and_nothing_removed(client):
    first = papers.edition()
    papers.edition(paper=first.paper, number=2, title="Corrected")
    assert titles(client.get(ADDRESS)) == ["Corrected"]
    other = papers.edition(title="Down")
    papers.edition(council=cast.make_council("elsewhere"))
    assert client.get("/nowhere/reports/").status_code == 404
    papers.remove_edition(edition=other)
    assert titles(client.get(ADDRESS)) == ["Corrected"]


def test_of_several_notices_the_first_is_read_at_once_and_the_others_are_folded(client):
    def page_with(*lines, **said):
        own = tuple(Text((Run(line),)) for line in lines)
        document = to_json(replace(papers.document(), notices=own))
        edition = papers.edition(document=document, **said)
        series = edition.paper.series.slug
        return words(client.get(f"/netherby/reports/{series}/{edition.paper.slug}/"))

    page = page_with("Corrected on 1 February 2016.", "Paragraph 3: a date is changed.")
    shown, _, rest = page.partition("paper-notice__more")[2].partition("</summary>")
    assert "Corrected on 1 February 2016." in shown and "a date is changed" not in shown
    assert "Paragraph 3: a date is changed." in rest.partition("</details>")[0]
    page = page_with("Corrected on 1 February 2016.", title="Other")
    assert "Corrected on 1 February 2016." in page and "paper-notice__more" not in page


@pytest.mark.long
def test_each_edition_that_corrects_another_is_listed_with_its_notice_while_it_can_be_read(client):
    notices = [(Text((Run(f"Edition {number} corrects a date."),)),) for number in (2, 3)]
    first = papers.edition(title="As issued")
    for number, own in enumerate(notices, 2):
        document = to_json(replace(papers.document(), notices=own))
        last = papers.edition(paper=first.paper, number=number, document=document)
    page = words(client.get("/netherby/corrections/"))
    assert "2 corrections" in page and "A later edition corrects this edition." in page
    for number in (2, 3):
        assert f'/edition-{number}/">' in page and f"Edition {number} corrects a date." in page
    series = f"/netherby/reports/{first.paper.series.slug}/{first.paper.slug}"
    for before in (1, 2):
        assert f'href="{series}/edition-{before}/">Edition {before}, before the' in page
        both = f"{series}/edition-{before + 1}/compare/{before}/"
        assert f'href="{both}"' in page and client.get(both).status_code == 200
    assert "As issued</a>" not in page and "/netherby/corrections/" in words(client.get(ADDRESS))
    papers.remove_edition(edition=last)
    assert "No published report was corrected." in words(client.get("/netherby/corrections/"))


def test_a_correction_leads_to_no_edition_that_was_removed(client):
    first = papers.edition(title="As issued")
    papers.edition(paper=first.paper, number=2, title="Corrected")
    papers.remove_edition(edition=first)
    # The later edition can be read, and so can its report.
    type(first.paper).objects.filter(pk=first.paper_id).update(withdrawn_on=None)
    page = words(client.get("/netherby/corrections/"))
    assert "1 correction" in page and "before the correction" not in page


def test_a_council_that_has_issued_nothing_says_so_beside_a_box_to_search_from(client):
    cast.make_council()
    assert "No report has been published yet." in words(client.get(ADDRESS))
    assert 'action="/netherby/search/"' in words(client.get("/"))
    cast.make_council("elsewhere")
    assert 'role="search"' not in words(client.get("/"))


SCRIPT = (settings.BASE_DIR / "static/js/worker.js").read_text(encoding="utf-8")


def test_the_worker_stands_at_the_root_and_takes_no_working_page_for_a_paper(client):
    answer = client.get("/offline.js")
    assert answer.content.decode() == SCRIPT
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert not answer.cookies
    page = words(client.get(reverse("publication:offline")))
    assert "download the report as PDF" in page
    assert not client.get(reverse("publication:offline")).cookies
    pattern = re.search(r"OF_A_PAPER = /(.*)/;", SCRIPT)[1].replace("\\/", "/")
    kept = re.compile(pattern)
    assert kept.match("/netherby/reports/assurance/january-2016/")
    assert kept.match("/netherby/reports/assurance/january-2016/edition-1/figures/1/")
    for path in ("/reports/assurance/january-2016/", "/notes/", "/home/", "/netherby/reports/"):
        assert not kept.match(path)


@pytest.mark.long
def test_a_paper_offers_to_be_kept_until_it_is_removed(client):
    edition = papers.edition()
    page = words(client.get(f"/netherby/reports/assurance/{edition.paper.slug}/"))
    [offer] = re.findall(r'<div class="paper-offline"[^>]*>', page)
    assert f'data-offline="/netherby/reports/assurance/{edition.paper.slug}/"' in offer
    assert "edition-1/files/paper.pdf" in offer
    assert offer.endswith(" hidden>") and "Keep a copy on this device" in page
    address = f"/netherby/reports/assurance/{edition.paper.slug}/"
    for path in (address, f"{address}figures/1/"):
        client.logout()
        assert "private" not in client.get(path).get("Cache-Control", "")
        client.force_login(cast.member())
        # The worker keeps nothing that says so, and asks for its own copies without the session.
        assert "private" in client.get(path)["Cache-Control"]
    assert 'credentials: "omit"' in SCRIPT
    assert "/private|no-store/" in SCRIPT
    # Own notes go with the form that signs in or out.
    signing = re.compile(re.search(r"SIGNING = /(.*)/;", SCRIPT)[1].replace("\\/", "/"))
    assert all(signing.match(reverse(name)) for name in ("account_login", "account_logout"))
    assert not signing.match("/sign-in/2fa/")
    papers.remove_edition(edition=edition)
    answer = client.get(f"/netherby/reports/assurance/{edition.paper.slug}/")
    assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store")
