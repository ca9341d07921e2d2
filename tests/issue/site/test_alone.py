"""A written page leads nowhere that a folder of files cannot answer."""

import re
from html import unescape
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as some

from reports.issue.site.page_rendering import (
    over_service,
    page_address,
    pages_after,
    standing_alone,
)
from tests.cases import random_cases
from tests.sweeping import swept

HERE = "/netherby/papers/"
WRITTEN = {HERE, "/", "/netherby/papers/assurance/january-2016/"}


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
        "/netherby/papers/assurance/january-2016/#para-3",
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
        ("?sort=-due", "/service/?to=/netherby/papers/%3Fsort%3D-due"),
        ("?page=2&amp;sort=due", "/service/?to=/netherby/papers/%3Fpage%3D2%26sort%3Ddue"),
        ("?page=last", "/service/?to=/netherby/papers/%3Fpage%3Dlast"),
        ("?page=2", "/netherby/papers/page-2/"),
        ("?page=2#list", "/netherby/papers/page-2/#list"),
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


def test_the_further_pages_of_a_list_are_those_that_it_links_to():
    page = '<a href="?page=2">2</a><a href="?page=3">3</a><a href="/other/?page=4">4</a>'
    assert pages_after(page + '<a href="?page=5&amp;sort=x">5</a>', HERE) == {2, 3}
    assert page_address(HERE, 1) == HERE and page_address(HERE, 2) == f"{HERE}page-2/"


@random_cases(30)
@given(some.text(alphabet="/?#=&:.%abpage12- é\"'<>", max_size=40))
def test_whatever_a_link_says_it_stays_in_the_folder_or_says_that_it_does_not(link):
    leads = led(link.replace("&", "&amp;").replace('"', "&quot;"))
    parts = urlsplit(leads)
    own = not parts.scheme and not parts.netloc and parts.path not in ("", *WRITTEN)
    if own and leads.startswith("/") and not leads.startswith("/static/"):
        assert leads.startswith("/service/?to=") or "/page-" in leads
