"""A sweep over every address and everybody: each answer is the one written down for it."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from assurance.accounts.access import PUBLIC, Permission
from assurance.accounts.rules import RESERVED
from tests import cast
from tests.pages_by_role import PAGES, PEOPLE
from tests.sweeping import swept


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


def address_of(name, council):
    """The address called `name`, with arguments made for `council` where it takes any."""
    made = PAGES[name].made(council) if PAGES[name].made is not list else []
    if isinstance(made, dict):
        return reverse(name, kwargs=made)
    return reverse(name, args=made)


def signed_in(person):
    """A browser in which `person` of `PEOPLE` is signed in."""
    client = Client()
    if person == "signed out":
        return client
    if person == "elsewhere":
        user = cast.make_user(*cast.ROLES, council=cast.make_council("elsewhere"))
    else:
        user = cast.make_user(*({person} & set(cast.ROLES)))
    # What allauth shows depends on whether there is a password; making a real one is slow.
    user.password = "anything that is not marked as unusable"
    user.save()
    client.force_login(user)
    return client


@pytest.fixture(scope="module")
def everybody(django_db_setup, django_db_blocker):
    """Person of `PEOPLE` → a browser in which they are signed in, the same for all pages: to sign
    in takes longer than to be answered."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {person: signed_in(person) for person in PEOPLE}
        transaction.set_rollback(True)


def test_every_address_has_a_line_and_every_line_an_address():
    routed = {name for name, _ in ADDRESSES}
    assert routed - set(PAGES) == set(), "Decide who may see these pages, in tests/pages_by_role.py"
    assert set(PAGES) - routed == set(), "These lines have no page any more"


@swept(ADDRESSES)
def test_every_view_declares_who_may_use_it(_name, view):
    access = getattr(view, "access", None)
    assert access == PUBLIC or access in Permission


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_a_page_answers_everybody_as_it_was_decided(name, everybody):
    address = address_of(name, cast.make_council())
    given = {person: client.get(address) for person, client in everybody.items()}
    answers = {person: answer.status_code for person, answer in given.items()}
    assert answers == PAGES[name].expected()
    stranger = given["signed out"]
    if stranger.status_code == 302:
        assert stranger.headers["Location"].startswith((reverse("account_login"), reverse("front")))


@pytest.mark.django_db
def test_a_page_that_is_not_there_answers_404():
    assert signed_in("administrator").get("/no-such-page/").status_code == 404
    assert Client().get("/no-such-page/").status_code == 404


def test_no_council_can_be_named_like_the_first_word_of_a_page():
    firsts = {str(pattern.pattern).partition("/")[0] for pattern in get_resolver().url_patterns}
    assert {first for first in firsts if first and "<" not in first} <= RESERVED
