"""What stands around every page: its head, whose it is, its navigation, its headers."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.urls import resolve

from assurance.accounts.access import Role
from config import navigation
from tests.cast import make_council, make_user, officer
from tests.pages_by_role import PAGES
from tests.sweeping import NamedCase, brief

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.specimens.urls")]
POLICY = {
    "default-src": "'none'", "script-src": "'self'",
    "style-src": f"'self' {settings.STANDALONE_SHEET}",
    "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'",
    "frame-ancestors": "'none'", "object-src": "'none'",
}  # fmt: skip
ADDRESSES = [
    *("/parts/", "/form/", "/list/", "/editor/", "/conflict/", "/sign-in/logout/", "/missing/"),
    *("/forbidden/", "/locked-out/", "/accessibility/", "/privacy/", "/home/"),
]


def text(client, address, **kwargs):
    return client.get(address, **kwargs).content.decode()


@pytest.fixture(params=["govuk", "plain"])
def look(request, monkeypatch, tmp_path):
    built = tmp_path / "govuk-frontend.css"
    if request.param == "govuk":
        built.touch()
    monkeypatch.setattr(navigation, "BUILT", built)
    return request.param


@pytest.mark.long
def test_a_page_has_one_heading_and_nothing_inline_as_its_policy_says(client, look):
    client.force_login(officer())
    for address in ADDRESSES:
        with NamedCase(address):
            answer = client.get(address)
            policy, html = answer.headers["Content-Security-Policy"], answer.content.decode()
            rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
            assert {name: rules[name] for name in POLICY} == POLICY
            assert "unsafe" not in policy and "nonce" not in policy
            assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:|\shx-on", html)
            assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))
            assert '<html lang="en-GB"' in html
            assert html.index('href="#main-content"') < html.index('id="main-content"')
            assert len(re.findall(r"<h1[ >]", html)) == 1


def test_each_look_brings_its_own_files_and_no_other(client, look):
    html = text(client, "/parts/")
    assert ("/static/css/plain.css" in html) is (look == "plain")
    assert ("/static/govuk/govuk-frontend.css" in html) is (look == "govuk")
    assert ("data-govuk=" in html) is (look == "govuk")
    assert "/static/css/site.css" in html


def test_the_pages_of_an_account_carry_its_councils_name_first(client):
    make_council("eborford", name="Eborford Council")
    client.force_login(officer(make_council("other", name="Other <Council>")))
    html = text(client, "/parts/")
    assert "<title>Every part – Other &lt;Council&gt;</title>" in html
    assert html.index("Other &lt;Council&gt;</span>") < html.index(">Candour<")
    assert "Eborford" not in html


def test_a_stranger_is_told_whose_service_it_is_where_it_is_one_councils(client):
    make_council("eborford", name="Eborford Council")
    assert '<span class="app-masthead__council">Eborford Council</span>' in text(client, "/parts/")


@pytest.mark.parametrize("councils", [0, 2])
def test_a_stranger_to_more_councils_or_none_reads_the_products_name(client, councils):
    for number in range(councils):
        make_council(f"council-{number}")
    html = text(client, "/parts/")
    assert '<span class="app-masthead__council">Candour</span>' in html
    assert "govuk-service-navigation" not in html


@pytest.mark.urls("config.urls")
def test_a_published_paper_carries_the_name_of_its_own_council(rf):
    request = rf.get("/")
    request.user = officer(make_council("other", name="Other Council"))
    page = engines["django"].from_string("{% extends 'layouts/page.html' %}")
    html = page.render({"council": make_council("eborford", name="Eborford Council")}, request)
    assert 'class="app-masthead__home" href="/eborford/">Eborford Council</a>' in html
    assert "Other Council" not in html


READERS = ["Home", "Case audits", "DBS checks", "Looked-after children", "Surveys"]
READERS += ["Boards, plans and risks", "Reports"]
AREAS = {
    Role.OFFICER: [
        *READERS[:4],
        "Inspections and peer reviews",
        "Actions",
        "Surveys",
        "Boards, plans and risks",
        "Import files",
    ],
    Role.CLERK: READERS,
    Role.APPROVER: READERS,
    Role.MEMBER: ["Home"],
    Role.ADMINISTRATOR: ["Home", "Reports", "Definitions", "Data protection", "Accounts"],
    Role.DATA_PROTECTION: ["Home", "Data protection"],
}


@pytest.mark.parametrize(("role", "areas"), AREAS.items())
def test_the_navigation_offers_what_the_account_may_open(client, role, areas):
    client.force_login(make_user(role))
    links = client.get("/parts/").context["navigation"]
    assert [link.words for link in links] == areas
    inner = [one for link in links for one in link.within]
    names = {resolve(one.address, "config.urls").view_name for one in (*links, *inner)}
    # What each page answers to each role is asked of every page by itself.
    assert {PAGES[name].expected()[role.value] for name in names} == {200}


def test_the_present_area_is_marked_once(client):
    client.force_login(officer())
    html = text(client, "/audits/")
    assert html.count('aria-current="true"><strong') == 1
    assert html.count('app-within__link" href="/audits/" aria-current="page"') == 1
    (area,) = [one for one in client.get("/audits/").context["navigation"] if one.current]
    assert [(one.words, one.current) for one in area.within][:2] == [
        ("Case audits", True),
        ("Audit programme", False),
    ]


def test_an_officer_of_one_subject_is_offered_that_subject_and_a_single_page_no_second_row(client):
    client.force_login(officer())
    html = text(client, "/surveys/")
    assert html.count('aria-current="page"><strong') == 1
    assert "app-within" not in html
    client.force_login(officer(subject="dbs"))
    links = client.get("/parts/").context["navigation"]
    assert [one.words for one in links[2].within] == [
        *("DBS position", "People", "DBS audits", "Reminders", "Breaches")
    ]
    assert "Inspections and peer reviews" not in [link.words for link in links]


def test_a_page_within_an_area_marks_the_area_but_does_not_call_it_the_page(rf):
    request = rf.get("/audits/3/")
    request.user = officer()
    current = [link for link in navigation.every_page(request)["navigation"] if link.current]
    assert [link.words for link in current] == ["Case audits"]
    page = engines["django"].from_string("{% include 'govuk/navigation.html' %}")
    assert 'aria-current="true"' in page.render({"council": request.user.council}, request)


def test_strangers_are_offered_to_sign_in_and_nothing_else(client):
    html = text(client, "/parts/")
    assert "Sign in</a>" in html and "Sign out" not in html
    assert client.get("/parts/").context["navigation"] == []
    assert "Sign in</a>" not in text(client, "/sign-in/login/")


def test_a_request_refused_before_anybody_was_known_still_gets_its_page(rf):
    assert navigation.every_page(rf.get("/"))["navigation"] == []
    request = rf.get("/")
    request.user = AnonymousUser()
    assert navigation.every_page(request)["navigation"] == []


def test_the_demonstration_says_so_and_which_day_it_is(client, settings):
    assert "Demonstration" not in text(client, "/parts/")
    settings.CANDOUR_TODAY = "2016-01-18"
    assert "Nothing here is real. Today is 18 January 2016." in text(client, "/parts/")


def test_messages_are_shown_with_their_weight(client):
    html = text(client, "/parts/")
    assert re.search(r'banner--success" role="alert"[^>]*>\s*<div[^>]*><h2[^>]*>Done<', html)
    assert html.count('role="region" aria-labelledby="message-') == 2
    assert "Important" in html and "Please note" in html


def test_a_page_with_errors_says_so_in_its_title_and_keeps_what_was_typed(client):
    html = client.post("/form/", {"reference": "A <1>", "done_on_day": "31"}).content.decode()
    assert "<title>Error: Add an audit – " in html
    assert html.index("There is a problem") < html.index("<h1")
    assert 'value="A &lt;1&gt;"' in html


def test_a_conflict_answers_409_with_both_wordings(client):
    answer = client.get("/conflict/")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Outstanding" in html and "The child was seen." in html
    assert html.count("differs</span>") == 2
    assert 'name="version" value="4"' in html


def test_a_refusal_stands_in_the_layout(client):
    client.raise_request_exception = False
    for address, status, words in [
        ("/missing/", 404, "Page not found"),
        ("/nowhere/", 404, "Page not found"),
        ("/forbidden/", 403, "You do not have permission"),
        ("/broken/", 500, "Something went wrong here"),
        ("/locked-out/", 403, "Too many tries"),
    ]:
        with NamedCase(brief((address, status, words))):
            answer = client.get(address)
            assert answer.status_code == status
            assert words in answer.content.decode()
            assert 'class="govuk-footer"' in answer.content.decode()


@pytest.mark.parametrize("name", ["inset", "panel", "back", "breadcrumbs", "warning", "heading"])
def test_words_given_to_a_part_are_escaped(name):
    page = engines["django"].from_string("{% include 'govuk/" + name + ".html' %}")
    nasty = "<b>&"
    html = page.render(
        {
            "words": nasty, "heading": nasty, "caption": nasty, "back": "/", "back_words": nasty,
            "crumbs": [(nasty, "/"), (nasty, "")],
        }
    )  # fmt: skip
    assert "<b>" not in html and "&lt;b&gt;&amp;" in html
