"""Addresses of bundles in the service itself, and the way from written pages to what needs it."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from reports.editions.models.removals import PERSONAL
from reports.issue import jobs as issuing
from reports.issue.operations import removals
from reports.issue.site import jobs, page_cache, page_rendering, storage, writer
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


ELSEWHERE = ("", "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", "x", "/\0")


def test_the_way_to_the_service_leads_on_and_never_elsewhere(client):
    for to in ("/sign-in/login/", "/netherby/search/?q=a+b", "/x/"):
        answer = client.get("/service/", {"to": to})
        assert (answer.status_code, answer.headers["Location"]) == (302, to)
    for to in ELSEWHERE:
        answer = client.get("/service/", {"to": to})
        assert answer.status_code == 200, to
        assert "This needs the service" in answer.content.decode()


@pytest.mark.long
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


def of_half_year(end):
    """The published report of the series whose period ends on the day `end`."""
    period = {"period_start": end - timedelta(180), "period_end": end, "paper_date": end}
    paper = papers.issued_paper(slug=f"to-{end}", meeting=None, **period)
    return papers.edition(paper=paper)


def test_the_report_before_leads_to_the_next_while_that_is_there(db, folder):
    ends = (date(2014, 6, 30), date(2015, 6, 30), date(2015, 12, 31))
    first, then, now = map(of_half_year, ends)
    jobs.write_all()

    def next_of(edition):
        page = (folder / writer.prefix(edition.paper) / "index.html").read_text()
        return re.findall(r"<strong>Next report</strong> ([^<]*)", page)

    assert next_of(first) == ["June 2015"]
    assert next_of(then) == ["December 2015"] and next_of(now) == []
    row = papers.remove_edition(edition=now)
    assert issuing.after_removal(now.paper) is True
    assert next_of(then) == ["December 2015, removed"] and next_of(first) == ["June 2015"]
    removals.decide(taken=row, decision="undone", by=cast.administrator(), on=ISSUED_ON)
    assert issuing.after_removal(now.paper) is True
    assert next_of(then) == ["December 2015"]
    further = of_half_year(date(2015, 9, 30))
    issuing.after_publication(further)
    assert next_of(then) == ["September 2015"]
    assert next_of(further) == ["December 2015"]


@pytest.mark.long
def test_an_edition_of_before_without_a_list_has_pages_and_no_bundle(client, folder):
    edition = papers.edition()
    assert jobs.write_all().written and bundle_name(edition) == ""
    assert not (folder / "published").exists()
    assert (folder / writer.prefix(edition.paper) / "edition-1" / "files" / "paper.pdf").exists()
    assert client.get(f"/published/{edition.files.get().sha256}/").status_code == 404


PAGE = "/netherby/reports/assurance/paper-1/"


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


@pytest.mark.long
def test_a_page_is_drawn_once_given_again_the_same_and_who_has_it_is_told_so(
    client, edition, drawn
):
    first, second = client.get(PAGE), client.get(PAGE)
    assert drawn == [PAGE]
    names = [answer.headers.pop("X-Request-ID") for answer in (first, second)]
    assert first.content == second.content and dict(first.items()) == dict(second.items())
    assert names[0] != names[1] and "Content-Security-Policy" in second.headers
    assert second.headers["X-Frame-Options"] == "DENY"
    assert "Cookie" in second.headers["Vary"] and "max-age=60" in second.headers["Cache-Control"]
    tag = client.get(PAGE).headers["ETag"]
    again = client.get(PAGE, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert "Content-Type" not in again.headers
    assert client.get(PAGE, headers={"If-None-Match": '"other"'}).status_code == 200


def test_who_was_given_it_packed_is_told_so_as_well(client, edition, drawn):
    packed = {"Accept-Encoding": "gzip"}
    first = client.get(PAGE, headers=packed)
    assert first["Content-Encoding"] == "gzip" and first["ETag"].startswith('W/"')
    for known in (first["ETag"], f'"other", {first["ETag"]}', f' {first["ETag"]} ,"x"'):
        again = client.get(PAGE, headers={**packed, "If-None-Match": known})
        assert (again.status_code, again.content) == (304, b""), known
    for unknown in ('W/"other"', first["ETag"][3:-1], "", '"'):
        again = client.get(PAGE, headers={**packed, "If-None-Match": unknown})
        assert again.status_code == 200, unknown
    assert drawn == [PAGE]


@pytest.mark.long
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


OTHERS = (f"{PAGE}?x=1", "/accessibility/", f"{PAGE}edition-1/files/manifest.json")


def test_the_front_page_and_lists_of_what_was_committed_to_are_kept_too(client, edition, drawn):
    pages = ["/", "/netherby/", "/netherby/commitments/", "/netherby/recommendations/"]
    for address in pages * 2:
        assert client.get(address).status_code == 200, address
    assert drawn == pages


def test_no_other_address_is_kept_nor_what_is_not_there_nor_for_the_folder(client, edition, drawn):
    for address in OTHERS:
        assert client.get(address).status_code == 200, address
    client.head(PAGE)
    client.get("/elsewhere/reports/assurance/paper-1/")
    assert drawn == []
    assert client.get("/netherby/reports/assurance/nothing/").status_code == 404
    assert client.get("/netherby/reports/assurance/nothing/").status_code == 404
    assert len(drawn) == 2
    assert page_rendering.drawn(PAGE).status == 200
    assert len(drawn) == 2


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
