"""A sweep over every address and everybody: each answer is the one written down for it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from assurance.accounts.access import PUBLIC, Permission, permissions
from assurance.accounts.models.accounts import User
from assurance.accounts.rules import RESERVED
from tests import cast
from tests.cases import LONG
from tests.everybody import address_of, by_app, each_undone, signed_in, somebody_who_may
from tests.make.register import fill_register, numbers, texts, words_of_people
from tests.pages_by_role import PAGES, PEOPLE
from tests.rubbish.safety import assert_asks_for_its_token, assert_safe, assert_safe_for_strangers
from tests.sweeping import beside, swept


def addresses(patterns=None, namespace=""):
    """A list of (name with its namespace, view) of every address that is routed."""
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found += addresses(pattern.url_patterns, inner)
        else:
            found.append((f"{namespace}{pattern.name}", pattern.callback))
    return found


ADDRESSES = addresses()
TODAY = date(2016, 1, 18)


def test_every_address_has_a_line_and_every_line_an_address():
    routed = {name for name, _ in ADDRESSES}
    assert routed - set(PAGES) == set(), "Decide who may see these pages, in tests/pages_by_role.py"
    assert set(PAGES) - routed == set(), "These lines have no page any more"


@swept(ADDRESSES)
def test_every_view_declares_who_may_use_it(_name, view):
    access = getattr(view, "access", None)
    assert access == PUBLIC or access in Permission


@pytest.fixture(scope="module")
def secrets(everybody, django_db_blocker):
    """(the words of the people on a register, their certificate numbers) beside every page."""
    with django_db_blocker.unblock():
        fill_register()
        return words_of_people(), numbers()


@pytest.fixture(scope="module")
def permitted(everybody, django_db_blocker):
    """Person → what the guard lets them do on the day of the sweep."""
    with django_db_blocker.unblock():
        keys = {who: everybody[who].session.get("_auth_user_id") for who in PEOPLE}
        users = User.objects.in_bulk(filter(None, keys.values()))
        return {
            who: permissions(users[int(key)], TODAY) if key else frozenset()
            for who, key in keys.items()
        }


VIEWS = dict(ADDRESSES)


def asks(name, permitted):
    """Who asks for a page: everybody in `make test-long`, and in the gate the stranger, who works
    elsewhere, somebody who may, and in turn one of all others that are answered alike: by the guard
    alone, or by the view with one status."""
    alike, access = {}, VIEWS[name].access
    for who, status in PAGES[name].expected().items():
        by_the_guard = status == 403 and access != PUBLIC and access not in permitted[who]
        alike.setdefault((status, by_the_guard), []).append(who)
    asking = {"signed out", "elsewhere", somebody_who_may(name)}
    asking |= {people[beside(len(name)) % len(people)] for people in alike.values()}
    return PEOPLE if LONG else [who for who in PEOPLE if who in asking]


@pytest.mark.slow
@pytest.mark.django_db
@by_app(PAGES)
def test_a_page_answers_everybody_as_it_was_decided_and_is_safe(
    pages, everybody, permitted, secrets, settings
):
    settings.CANDOUR_TODAY = TODAY.isoformat()

    def is_right(name):
        address = address_of(name, cast.make_council())
        answers = {person: everybody[person].get(address) for person in asks(name, permitted)}
        expected = PAGES[name].expected()
        statuses = {person: answer.status_code for person, answer in answers.items()}
        assert statuses == {person: expected[person] for person in answers}
        stranger, person = answers["signed out"], somebody_who_may(name)
        if stranger.status_code == 302:
            there = stranger.headers["Location"]
            assert there.startswith((reverse("account_login"), reverse("front")))
        if stranger.status_code == 200:
            assert_safe_for_strangers(name, stranger)
        assert_safe(name, person, answers[person])
        assert_asks_for_its_token(everybody[person], address)
        assert_keeps(name, answers, *secrets)

    each_undone(pages, is_right)


def assert_keeps(name, answers, people, certificates):
    """Nobody but who keeps DBS checks meets a word of the register, and nobody a certificate."""
    for person, answer in answers.items():
        shown = texts(answer)
        found = {word for word in people | certificates if word in shown}
        assert not found & certificates, person
        assert not found or (person == "officer" and name.startswith("dbs:")), (person, found)
        assert not found or not name.startswith(("dbs:audit", "dbs:policy")), found
    if name in ("dbs:list", "dbs:csv"):
        assert any(word in texts(answers["officer"]) for word in people)


@pytest.mark.django_db
def test_a_page_that_is_not_there_answers_404():
    assert signed_in("administrator").get("/no-such-page/").status_code == 404
    assert Client().get("/no-such-page/").status_code == 404


def test_no_council_can_be_named_like_the_first_word_of_a_page():
    firsts = {str(pattern.pattern).partition("/")[0] for pattern in get_resolver().url_patterns}
    assert {first for first in firsts if first and "<" not in first} <= RESERVED
