"""What programs that search, archive and reuse meet: one address for each page, a description, what
is open to them, whole addresses in data, and links that all answer."""

import csv
import io
import json
import re
from html import unescape
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client, override_settings
from django.urls import get_resolver, reverse

from assurance.accounts.access import PUBLIC
from assurance.accounts.rules import NOT_SEARCHED, RESERVED
from reports.open_data.addresses import HOLD_ADDRESSES, whole_addresses
from tests import cast
from tests.everybody import address_of, each_undone
from tests.make import papers
from tests.make.published_figures import BEFORE, entry
from tests.make.published_figures import indexed as edition
from tests.pages_by_role import PAGES
from tests.test_every_page import VIEWS

pytestmark = pytest.mark.django_db
ROOT = "https://reports.netherby.example"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LATER = "2016-06-30"
KNOWN = override_settings(PUBLIC_ADDRESS=f"{ROOT}/")


@pytest.fixture
def paper():
    """A paper of two editions that print a figure, after another that did."""
    edition(entry("24", BEFORE, count=24), period_end=BEFORE)
    first = edition(entry("30", count=30, places=("summary",)))
    edition(entry("31", count=31), entry("7", member="north", count=7), of=first.paper, number=2)
    return first.paper


def head(address, client=None):
    """(title, canonical address, description) of a page."""
    answer = (client or Client()).get(address)
    page = answer.content.decode()

    def of(pattern):
        return unescape("".join(re.findall(pattern, page.partition("</head>")[0])))

    title = " ".join(of(r"<title>(.*?)</title>").split())
    canonical = of(r'<link rel="canonical" href="([^"]*)"')
    return title, canonical, of(r'<meta name="description" content="([^"]*)"')


def body(response):
    """All that was answered, streamed or not."""
    return b"".join(response) if response.streaming else response.content


def mapped(client):
    """The addresses of the site map, in its order."""
    index = Xml.fromstring(client.get("/sitemap.xml").content)
    trees = (
        Xml.fromstring(client.get(urlsplit(one.text).path).content)
        for one in index.findall("s:sitemap/s:loc", SITEMAP)
    )
    return [one.text for tree in trees for one in tree.findall("s:url/s:loc", SITEMAP)]


@pytest.mark.long
def test_every_public_page_has_one_address_and_a_description_and_no_other_page_has():
    council, drawn = cast.make_council(), []

    def look(name):
        answer = Client().get(address_of(name, council))
        if answer.status_code != 200 or answer.streaming:
            return
        page = answer.content.decode(errors="replace")
        if 'class="govuk-template"' not in page:
            return
        path, match = answer.request["PATH_INFO"], answer.resolver_match
        _title, canonical, description = head(path)
        if {"sealed", "private"} & set(match.kwargs):
            assert (canonical, description) == ("", ""), name
            return
        drawn.append(name)
        assert canonical.startswith(f"{ROOT}/"), name
        assert 20 < len(description) < 320 and "  " not in description, (name, description)
        # Where a page has another's address, that one names itself.
        own = canonical.removeprefix(ROOT)
        assert own == path or head(own)[1] == canonical, name

    names = [name for name, view in VIEWS.items() if view.access == PUBLIC]
    with KNOWN:
        each_undone([one for one in names if PAGES[one].expected()["signed out"] == 200], look)
    assert len(drawn) > 25
    client = Client()
    client.force_login(cast.administrator(council))
    assert head("/set-up/", client)[1:] == ("", "")


def test_a_page_of_a_list_has_its_own_address_and_a_narrowed_list_that_of_the_whole():
    cast.make_council()
    here = "/netherby/reports/"
    for query, own in (
        *(("", here), ("?page=2", f"{here}?page=2"), ("?page=1", here)),
        *(("?committee=other", here), ("?page=%C2%B2", here), ("?page=x", here)),
    ):
        assert head(f"{here}{query}")[1] == own


@pytest.mark.long
def test_a_title_has_its_half_year_and_an_earlier_edition_leads_nowhere_else(paper):
    home = f"/netherby/reports/assurance/{paper.slug}/"
    name = paper.council.name
    month = f"{paper.told_on:%B %Y}"
    with KNOWN:
        title, canonical, description = head(home)
        assert title == f"Assurance report, {month} – {name}"
        assert canonical == ROOT + home and month in description and name in description
        assert head(f"{home}edition-2/")[:2] == (title, ROOT + home)
        early = head(f"{home}edition-1/")
        assert early[0] == f"Assurance report, {month}, edition 1 – {name}"
        assert early[1] == f"{ROOT}{home}edition-1/"
        figure = head(f"{home}figures/1/")
        assert figure[1] == f"{ROOT}{home}edition-2/figures/1/" and f", {month} – " in figure[0]


@pytest.mark.long
def test_the_site_map_has_everything_public_once_and_nothing_that_robots_are_closed_to(paper):
    papers.edition(council=cast.make_council("removed"))
    client = Client()
    found = mapped(client)
    assert len(found) == len(set(found)) > 15
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    for address in found:
        path = urlsplit(address).path
        assert client.get(path).status_code == 200, path
        assert robots.can_fetch("any", path), path
    own = [urlsplit(address).path for address in found]
    for name in ("issued", "figures", "ledger", "public-commitments", "accessibility", "privacy"):
        assert reverse(f"publication:{name}", args=["netherby"]) in own
    assert "/netherby/figures/dbs.overdue/" in own
    assert "/netherby/figures/dbs.overdue/north/" in own
    cast.make_council("silent")
    assert not [one for one in mapped(client) if "/silent/" in one]


def test_robots_are_closed_to_working_pages_and_searches_and_to_no_public_page():
    text = Client().get("/robots.txt").content.decode()
    robots = RobotFileParser()
    robots.parse([line for line in text.splitlines() if "*/" not in line])
    closed = re.findall(r"^Disallow: (.*)$", text, re.MULTILINE)
    assert tuple(closed) == NOT_SEARCHED and "Disallow: /*/search/" in text
    assert text.rstrip().endswith("Sitemap: http://testserver/sitemap.xml")
    words = {str(one.pattern).partition("/")[0] for one in get_resolver().url_patterns}
    assert not [word for word in RESERVED & words if not _decided(word, closed)]
    council = cast.make_council()
    for name, view in VIEWS.items():
        if view.access != PUBLIC and PAGES[name].made is list:
            path = address_of(name, council)
            assert not robots.can_fetch("any", path), path


def _decided(word, closed):
    """Whether a first word of addresses is closed to robots, or open to everybody."""
    known = (
        "accessibility",
        "privacy",
        "how-this-works",
        "sitemap.xml",
        "sitemap-pages.xml",
        "robots.txt",
        "openapi.json",
        "published",
    )
    known = (*known, ".well-known")
    return word in known or any(path.startswith(f"/{word}") for path in closed)


def test_security_is_left_out_until_the_installation_says_whom_to_write_to():
    address = "/.well-known/security.txt"
    assert Client().get(address).status_code == 404
    with override_settings(SECURITY_CONTACT="mailto:security@netherby.example"):
        assert Client().get(address).status_code == 404
        with override_settings(SECURITY_EXPIRES="2030-01-31"):
            answer = Client().get(address)
            assert answer["Content-Type"] == "text/plain; charset=utf-8"
            lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
            assert lines == {
                "Contact": "mailto:security@netherby.example",
                "Expires": "2030-01-31T00:00:00Z",
                "Preferred-Languages": "en",
            }
            with KNOWN:
                text = Client().get(address).content.decode()
            assert f"Canonical: {ROOT}{address}" in text


def addresses_in(value, name=""):
    """Every text of plain data that stands under a name of addresses."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from addresses_in(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from addresses_in(item, name)
    elif isinstance(value, str) and name in HOLD_ADDRESSES:
        yield value


def data_addresses(paper):
    """The address of everything that programs may read of a paper and its council."""
    home = f"/netherby/reports/assurance/{paper.slug}/"
    beside = [
        f"{place}.{kind}"
        for place in (
            *(f"{home}figures/1", f"{home}edition-1/figures/1", "/netherby/figures/data"),
            *("/netherby/figures/dbs.overdue/data", "/netherby/ledger/data"),
            "/netherby/figures/dbs.overdue/north/data",
        )
        for kind in ("json", "csv", "csv-metadata.json")
    ]
    return [*beside, "/netherby/reports/data.json", f"{home}edition-2/data.json"]


@pytest.mark.long
def test_addresses_in_data_are_whole_where_the_installation_knows_its_own(paper):
    client = Client()
    for address in data_addresses(paper):
        with KNOWN:
            text = body(client.get(address)).decode()
        bare = body(client.get(address)).decode()
        assert '"/netherby' not in text and ROOT not in bare, address
        if address.endswith(".csv"):
            assert not re.search(r"(^|,)/netherby", text, re.MULTILINE), address
            continue
        for one in addresses_in(json.loads(text)):
            assert urlsplit(one).scheme == "https" or not one.startswith("/"), (address, one)
        assert json.loads(text.replace(ROOT, "")) == json.loads(bare), address


def test_a_whole_address_is_one_that_stood_under_a_name_of_addresses():
    plain = {"address": "/a/", "title": "/not/", "places": [{"address": "/b/#c", "words": "/d"}]}
    plain |= {"silent": ["/e/"], "paper": "january-2016", "number": 3, "none": None}
    with KNOWN:
        assert whole_addresses(plain) == {
            **{"address": f"{ROOT}/a/", "title": "/not/", "silent": [f"{ROOT}/e/"]},
            **{"places": [{"address": f"{ROOT}/b/#c", "words": "/d"}]},
            **{"paper": "january-2016", "number": 3, "none": None},
        }
    assert whole_addresses(plain) == plain


@pytest.mark.long
def test_every_table_leads_to_what_its_columns_hold_and_nothing_is_sent_twice(paper):
    client, tables = Client(), 0
    for address in data_addresses(paper):
        answer = client.get(address)
        assert answer.status_code == 200, address
        content = body(answer)
        same = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert (same.status_code, body(same)) == (304, b""), address
        if "csv-metadata" in address or not address.endswith(".csv"):
            continue
        tables += 1
        [link] = re.findall(r'<([^>]+)>; rel="describedby"', answer["Link"])
        described = client.get(urljoin(address, link))
        assert described.status_code == 200, address
        about = json.loads(described.content)
        titles = [column["titles"] for column in about["tableSchema"]["columns"]]
        assert next(csv.reader(io.StringIO(content.decode()))) == titles, address
        assert urljoin(address, about["url"]) == address
    assert tables == 6


def test_what_was_sent_once_is_sent_again_after_a_publication_and_a_removal(paper):
    client = Client()
    address = "/netherby/figures/data.json"
    tags = [client.get(address)["ETag"]]
    later = edition(entry("40", LATER, count=40), period_end=LATER)
    tags.append(client.get(address)["ETag"])
    papers.remove_edition(edition=later)
    tags.append(client.get(address)["ETag"])
    # Without the removed edition all of it is as it was before.
    assert tags[0] != tags[1] and tags[2] == tags[0]
    assert client.get(address, headers={"If-None-Match": tags[1]}).status_code == 200
    assert client.get("/netherby/figures/data.csv")["ETag"] not in tags
