"""Which addresses lie in the published folder, spelled out and found a second time by taking each
address apart."""

import re
from datetime import date
from html import unescape
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from hypothesis import given
from hypothesis import strategies as some
from hypothesis import strategies as st

from reports.issue.site import addresses
from reports.issue.site.page_rendering import (
    over_service,
    page_address,
    pages_after,
    standing_alone,
)
from tests import cast
from tests.cases import random_cases
from tests.make import bundles, papers
from tests.sweeping import swept

PAPER = "/netherby/reports/assurance/january-2016/"
# An address → whether the folder holds it, with the council's lists, with the paper's pages.
PLACES = {
    "/": (True, False, False),
    "/accessibility/": (True, False, False),
    "/privacy/": (True, False, False),
    "/how-this-works/": (True, False, False),
    "/sitemap.xml": (True, False, False),
    "/sitemap-pages.xml": (True, False, False),
    "/netherby/sitemap.xml": (True, True, False),
    "/openapi.json": (True, False, False),
    "/healthz": (False, False, False),
    "/readyz": (False, False, False),
    "/sign-in/login/": (False, False, False),
    "/netherby/reports/": (True, True, False),
    "/netherby/reports/feed.atom": (True, True, False),
    "/netherby/reports/assurance/": (True, True, False),
    "/netherby/reports/assurance/feed.atom": (True, True, False),
    "/netherby/committees/assurance/feed.atom": (True, True, False),
    "/netherby/figures/": (True, True, False),
    "/netherby/figures/dbs.overdue/": (True, True, False),
    "/netherby/ledger/": (True, True, False),
    "/netherby/accessibility/": (True, True, False),
    "/netherby/privacy/": (True, True, False),
    "/netherby/search/": (False, False, False),
    "/netherby/follow/": (False, False, False),
    "/netherby/other-format/": (False, False, False),
    "/elsewhere/reports/": (True, False, False),
    "/netherby-too/reports/": (True, False, False),
    PAPER: (True, False, True),
    f"{PAPER}edition-1/": (True, False, True),
    f"{PAPER}edition-12/figures/3/": (True, False, True),
    f"{PAPER}figures/3/": (True, False, True),
    f"{PAPER}background/1/": (True, False, True),
    f"{PAPER}background/1/copy/": (False, False, False),
    f"{PAPER}compare/": (False, False, False),
    "/netherby/reports/assurance/january-2017/": (True, False, False),
    "/elsewhere/reports/assurance/january-2016/": (True, False, False),
    "/nowhere/at/all/of/it/": (False, False, False),
    "": (False, False, False),
    "netherby/reports/": (False, False, False),
    "//netherby/reports/": (False, False, False),
    "/netherby/reports/?page=2": (False, False, False),
}
COUNCIL = SimpleNamespace(slug="netherby")
OF = SimpleNamespace(council=COUNCIL, series=SimpleNamespace(slug="assurance"), slug="january-2016")


@swept(PLACES.items())
def test_each_place_is_held_where_it_belongs(path, held):
    found = (
        addresses.is_written(path),
        addresses.is_of_council(path, COUNCIL),
        addresses.is_of_paper(path, OF),
    )
    assert found == held


@random_cases(20)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(st.sampled_from(["netherby", "papers", "feed", "..", "", "%00", "é"])).map(
            lambda parts: f"/{'/'.join(parts)}/"
        ),
    )
)
def test_whatever_is_linked_to_lies_there_or_not_and_never_for_both(path):
    of_council = addresses.is_of_council(path, COUNCIL)
    of_paper = addresses.is_of_paper(path, OF)
    assert not (of_council and of_paper)
    assert addresses.is_written(path) or not (of_council or of_paper)


def test_every_public_name_is_written_or_left_out_and_the_sites_own_take_no_arguments():
    written, public = set(addresses.written_names()), set(addresses.public_names())
    private = {
        name
        for name, arguments in addresses.public_names().items()
        if name.split("_")[0] in ("account", "mfa") or arguments & {"sealed", "private"}
    }
    assert written <= public and set(addresses.LEFT_OUT) <= public
    assert written | set(addresses.LEFT_OUT) | private == public
    assert not written & (set(addresses.LEFT_OUT) | private)
    assert private and not private & set(addresses.LEFT_OUT)
    found = addresses.of_site()
    assert {"/", "/accessibility/", "/privacy/", "/sitemap.xml"} <= set(found)
    assert len(found) == len(set(found))
    assert all(not resolve(one).kwargs for one in found)
    assert not any("sign-in" in one for one in found)


@pytest.mark.parametrize(
    ("name", "arguments", "is_so"),
    [
        ("account_login", (), True),
        ("mfa_authenticate", (), True),
        ("accessibility", (), False),
        ("publication:paper", ("council", "series", "slug"), False),
        ("contributions:by-link", ("sealed",), True),
        ("calendar", ("private",), True),
        ("publication:account_of", ("council",), False),
    ],
)
def test_a_page_is_of_one_person_by_its_name_or_what_it_was_sent_with(name, arguments, is_so):
    assert addresses.of_one_person(name, frozenset(arguments)) is is_so


@pytest.mark.django_db
def test_a_councils_addresses_are_its_own_and_those_of_its_issued_series():
    one = bundles.bundled().paper
    papers.series("yearly", council=one.council)
    bundles.bundled(council=cast.make_council("elsewhere"))
    found = addresses.of_council(one.council)
    assert len(found) == len(set(found))
    assert all(path.startswith("/netherby/") for path in found)
    assert all(addresses.is_of_council(path, one.council) for path in found)
    assert f"/netherby/reports/{one.series.slug}/" in found
    assert not [path for path in found if "yearly" in path]


@pytest.mark.long
@pytest.mark.django_db
def test_a_papers_addresses_hold_each_edition_and_its_files_until_it_is_removed():
    first = bundles.bundled()
    home = f"/netherby/reports/{first.paper.series.slug}/{first.paper.slug}/"
    before = addresses.of_paper(first.paper)
    second = bundles.bundled(paper=first.paper)
    after = addresses.of_paper(first.paper)
    assert set(before) < set(after) and len(after) == len(set(after))
    assert all(addresses.is_of_paper(path, first.paper) for path in after)
    for edition in (first, second):
        own = f"{home}edition-{edition.number}/"
        assert own in after and f"{own}figures/1/" in after
        for name in edition.files.values_list("name", flat=True):
            assert [path for path in after if path.startswith(own) and path.endswith(name)]
    assert home in before and f"{home}figures/1/" in before
    assert not [path for path in before if "edition-2" in path]
    row = bundles.bundled()
    before = addresses.of_paper(row.paper)
    papers.remove_edition(edition=row)
    after = addresses.of_paper(row.paper)
    names = set(row.files.values_list("name", flat=True))
    gone = set(before) - set(after)
    assert set(after) < set(before)
    assert {path.rstrip("/").rpartition("/")[2] for path in gone} == names
    found = addresses.of_paper(papers.paper(period_end=date(2016, 6, 30)))
    assert not [path for path in found if "edition" in path or "figures" in path]


HERE = "/netherby/reports/"
WRITTEN = {HERE, "/", "/netherby/reports/assurance/january-2016/"}


def is_written(path):
    """Whether a path lies in the folder of these tests."""
    return path in WRITTEN


def led(link, here=HERE):
    """Where a link of a written page leads."""
    page = standing_alone(f'<p><a class="x" href="{link}">Words</a></p>', here, is_written)
    return unescape(re.search(r'href="([^"]*)"', page)[1])


@swept(
    [
        "/",
        HERE,
        "#para-3",
        "/netherby/reports/assurance/january-2016/#para-3",
        "assurance/january-2016/",
        "https://www.example.org/x?y=1",
        "mailto:clerk@netherby.example",
        "/static/css/site.css?v=1",
        "",
    ]
)
def test_a_link_that_the_folder_answers_is_left_as_it_is(link):
    assert led(link) == link


@swept(
    [
        ("/sign-in/login/", "/service/?to=/sign-in/login/"),
        ("/netherby/search/?q=a&amp;b=c#x", "/service/?to=/netherby/search/%3Fq%3Da%26b%3Dc%23x"),
        ("?sort=-due", "/service/?to=/netherby/reports/%3Fsort%3D-due"),
        ("?page=2&amp;sort=due", "/service/?to=/netherby/reports/%3Fpage%3D2%26sort%3Ddue"),
        ("?page=last", "/service/?to=/netherby/reports/%3Fpage%3Dlast"),
        ("?page=2", "/netherby/reports/page-2/"),
        ("?page=2#list", "/netherby/reports/page-2/#list"),
        ("?page=1", HERE),
        ("../elsewhere/", "/service/?to=/netherby/elsewhere/"),
    ]
)
def test_any_other_leads_over_the_page_of_the_service(link, leads):
    assert led(link) == leads


def test_a_form_becomes_a_link_in_the_words_of_its_button():
    form = (
        '<form method="get" action="/netherby/search/"><label>Words</label><input name="q">'
        '<button type="submit" class="b"> Search\n <span>papers</span></button></form>'
    )
    page = standing_alone(f"<main>{form}<form><input></form></main>", HERE, is_written)
    assert "<form" not in page and "<input" not in page
    assert 'href="/service/?to=/netherby/search/">Search papers (needs the service)</a>' in page
    assert f'href="{over_service(HERE)}">Go on (needs the service)</a>' in page
    narrow = standing_alone("<form><button>Apply</button></form>", HERE, is_written)
    assert ">Narrow this list (needs the service)<" in narrow
    assert page.startswith("<main>") and page.endswith("</main>")


def test_a_list_links_its_further_pages_and_a_name_left_out_says_why():
    page = '<a href="?page=2">2</a><a href="?page=3">3</a><a href="/other/?page=4">4</a>'
    assert pages_after(page + '<a href="?page=5&amp;sort=x">5</a>', HERE) == {2, 3}
    assert page_address(HERE, 1) == HERE and page_address(HERE, 2) == f"{HERE}page-2/"
    for name, why in addresses.LEFT_OUT.items():
        assert why[0].islower() and why[-1].isalpha(), name
    assert set(addresses.BUNDLES) <= set(addresses.LEFT_OUT)


@random_cases(30)
@given(some.text(alphabet="/?#=&:.%abpage12- é\"'<>", max_size=40))
def test_whatever_a_link_says_it_stays_in_the_folder_or_says_that_it_does_not(link):
    leads = led(link.replace("&", "&amp;").replace('"', "&quot;"))
    parts = urlsplit(leads)
    own = not parts.scheme and not parts.netloc and parts.path not in ("", *WRITTEN)
    if own and leads.startswith("/") and not leads.startswith("/static/"):
        assert leads.startswith("/service/?to=") or "/page-" in leads
