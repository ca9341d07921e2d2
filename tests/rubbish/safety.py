"""What every page owes: headers, no inline script or style, a token for every post, and no public
copy of a page that names somebody signed in."""

from django.test import Client

from tests.page_requests import OF_REPORTS
from tests.rubbish.posting import state
from tests.rubbish.reading import Page

# Strangers write on them, most by a link, so their forms need a token; no other cookie.
WRITTEN_BY_STRANGERS = (
    *("contributions:by-link", "contributions:by-link-read", "publication:other-format"),
    *("feeds:follow", "feeds:follow-confirm", "feeds:follow-yours"),
    "approvals:outside",
)
# A stored file, the same for everybody, whoever is signed in.
OF_AN_EDITION = {"publication:file", "published:bundle", "published:bundle-file"}


def assert_safe(name, person, answer):
    """The `answer` that `person` got at the page `name` owes nothing."""
    assert_headers(answer)
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        page = Page(answer)
        assert page.forbidden == []
        lost = [one for one in page.links if one.startswith("#") and one[1:] not in page.ids]
        assert lost == []
        kept_for_all = "public" in answer.headers.get("Cache-Control", "")
        own = person != "signed out" and name not in OF_AN_EDITION
        assert not (own and kept_for_all), "others would be given this page"


def assert_asks_for_its_token(client, address):
    """Nothing is saved by a post without its token."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    before = state()
    assert strict.post(address, {"email": "x@y.example"}).status_code in (302, 403, 404, 405)
    assert state() == before


def assert_safe_for_strangers(name, answer):
    """The public page `name` sets no cookie but where strangers write."""
    assert_headers(answer)
    if answer.headers["Content-Type"].startswith("text/html"):
        assert Page(answer).forbidden == []
    if name.partition(":")[0] in OF_REPORTS:
        assert set(answer.cookies) == ({"csrftoken"} if name in WRITTEN_BY_STRANGERS else set())


def assert_headers(answer):
    """The headers and cookies that every answer has."""
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    for cookie in answer.cookies.values():
        assert cookie["samesite"] in ("Lax", "Strict")
    if "sessionid" in answer.cookies:
        assert answer.cookies["sessionid"]["httponly"]
