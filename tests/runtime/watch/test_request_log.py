"""One line for each request: named, counted, without a word that opens a page or names anybody."""

import json
import logging
import re
from io import StringIO

import pytest
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.urls.resolvers import RegexPattern, URLPattern

from assurance.runtime.watch.addresses import MASK, loggable_path
from assurance.runtime.watch.log_lines import JsonLines
from tests.cast import clerk

SECRET = "SECRET-words.of.a-link"
# Short names by which pages are called; another one is looked at before it is added here.
NAMES = {
    *("block", "body", "carried", "committee", "council", "day", "example", "folder", "form"),
    *("kind", "name", "part", "place", "rule", "section", "series", "slug", "source", "state"),
    *("subject", "target"),
}
OF_EXPRESSIONS = {
    "account_reset_password_from_key": {"uidb36": "MQ", "key": SECRET},
    "imports:template": {"key": "audits", "form": "csv"},
}


def every_address():
    """(name, converters, pattern) of each address that takes something."""

    def below(resolver, spaces, around):
        for entry in resolver.url_patterns:
            converters = {**around, **getattr(entry.pattern, "converters", {})}
            if isinstance(entry, URLPattern):
                yield ":".join((*spaces, entry.name)), converters, entry.pattern
            else:
                inner = (*spaces, entry.namespace) if entry.namespace else spaces
                yield from below(entry, inner, converters)

    for name, converters, pattern in below(get_resolver(), (), {}):
        if converters or (isinstance(pattern, RegexPattern) and pattern.regex.groups):
            yield name, converters, pattern


def sample(name, kind):
    """What stands in an address for an argument: the secret wherever it may be one."""
    kind = type(kind).__name__
    if kind == "IntConverter":
        return 7
    return name if kind == "SlugConverter" and name != "key" else SECRET.replace(".", "-")


@pytest.fixture
def lines():
    """The lines of the access log as the server prints them."""
    logger, printed = logging.getLogger("candour.access"), StringIO()
    handler, level = logging.StreamHandler(printed), logger.level
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in printed.getvalue().splitlines()]
    logger.setLevel(level)
    logger.removeHandler(handler)


def test_no_address_that_holds_a_secret_comes_into_the_log():
    secrets, unknown = 0, set()
    for name, converters, _pattern in every_address():
        given = OF_EXPRESSIONS.get(name) or {
            key: sample(key, kind) for key, kind in converters.items()
        }
        path = reverse(name, kwargs=given)
        logged = loggable_path(RequestFactory().get(path, {"words": "Ann Archer"}))
        assert "SECRET" not in logged and "Ann" not in logged, (name, logged)
        secrets += MASK in logged
        unknown |= {
            key
            for key, kind in converters.items()
            if type(kind).__name__ == "SlugConverter" and key not in NAMES | {"key"}
        }
    assert not unknown
    assert secrets > 20


def test_what_leads_nowhere_is_not_logged_and_a_number_or_a_short_name_is():
    ask = RequestFactory().get
    assert loggable_path(ask("/contributions/link/" + SECRET)) == ""
    assert (
        loggable_path(ask("/netherby/reports/board/2016/?words=x"))
        == "/netherby/reports/board/2016/"
    )
    assert loggable_path(ask("/contributions/7/")) == "/contributions/7/"


@pytest.mark.django_db
def test_a_request_has_one_line_with_its_name_and_its_view(client, lines):
    client.force_login(clerk())
    answer = client.get(reverse("home") + "?words=Ann", headers={"x-request-id": "of-nginx.12345"})
    [line] = lines()
    assert answer["X-Request-ID"] == line["request"] == "of-nginx.12345"
    assert (line["method"], line["path"], line["view"]) == ("GET", reverse("home"), "home")
    assert (line["status"], line["bytes"]) == (200, len(answer.content))
    assert 0 < line["seconds"] < 60
    assert "Ann" not in json.dumps(line) and clerk().name not in json.dumps(line)


@pytest.mark.parametrize("bad", ["short", "a" * 65, 'a"b{c}defgh', "eight\u00e9ight"])
def test_a_name_that_could_hold_words_is_replaced(client, bad):
    answer = client.get(reverse("health"), headers={"x-request-id": bad})
    assert re.fullmatch("[0-9a-f]{32}", answer["X-Request-ID"])


def record(name, text, *values, **more):
    """A record of the log."""
    made = logging.LogRecord(name, logging.ERROR, "a.py", 1, text, values, None)
    vars(made).update(more)
    return json.loads(JsonLines().format(made))


def test_other_lines_repeat_no_address_and_no_words_of_a_request():
    path = reverse("contributions:by-link", args=[SECRET])
    request = RequestFactory().get(path)
    line = record("django.request", "%s: %s", "Internal", path, request=request, status_code=500)
    assert line["path"] == path.replace(SECRET, MASK) and "SECRET" not in json.dumps(line)
    assert line["message"] == "a request failed 500"
    for name, text in (
        ("gunicorn.error", "Error handling request %s"),
        ("django.security.SuspiciousOperation", "Invalid %s"),
    ):
        assert "SECRET" not in json.dumps(record(name, text, SECRET)), name
    assert record("gunicorn.error", "Listening at: %s", "here")["message"] == "Listening at: here"
