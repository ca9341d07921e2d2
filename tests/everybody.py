"""A browser of each person of `PEOPLE`, signed in once for all the tests of a file, and the pages
of `PAGES` that they ask for."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.urls import reverse

from tests import cast
from tests.page_requests import browser_of
from tests.pages_by_role import PAGES, PEOPLE
from tests.sweeping import swept


def address_of(name, council):
    """The address called `name`, with arguments made for `council` where it takes any."""
    made = PAGES[name].made(council) if PAGES[name].made is not list else []
    if isinstance(made, dict):
        return reverse(name, kwargs=made)
    return reverse(name, args=made)


def has_arguments(name):
    """Whether the address of the page takes any."""
    return PAGES[name].made is not list


def somebody_who_may(name):
    """The first person of `PEOPLE` in the usual council who may ask for the page; signed out where
    no one may."""
    expected = PAGES[name].expected()
    own = [who for who in PEOPLE if who != "elsewhere" and expected[who] in (200, 405)]
    # The pages that anybody may see are shown to somebody without a role, signed in.
    roles = [who for who in own if who in cast.ROLES]
    return (roles or own or ["signed out"])[0]


def signed_in(person):
    """A browser in which `person` of `PEOPLE` is signed in."""
    if person == "signed out":
        return Client()
    if person == "elsewhere":
        user = cast.make_user(*cast.ROLES, council=cast.make_council("elsewhere"))
    else:
        user = cast.make_user(*({person} & set(cast.ROLES)))
    # What allauth shows depends on whether there is a password; making a real one is slow.
    user.password = "anything that is not marked as unusable"
    user.save()
    return browser_of(user)


def by_app(names):
    """A mark that asks a test of the pages `names`, app by app, as its argument `pages`."""
    apps = {}
    for name in names:
        apps.setdefault(name.partition(":")[0] if ":" in name else "site", []).append(name)
    return pytest.mark.parametrize("pages", apps.values(), ids=apps)


def each_undone(pages, check):
    """Asks `check` of each page in turn, what it writes being taken back, and names all that fail:
    a test of its own would take longer to begin and end than most pages to answer."""

    def undone(name):
        with transaction.atomic():
            check(name)
            transaction.set_rollback(True)

    swept(pages)(undone)()


class Everybody(dict):
    """Person of `PEOPLE` → a new browser in which that person is signed in: to sign in takes longer
    than to be answered. All ask one server, which makes its middleware ready once."""

    def __init__(self, cookies):
        super().__init__(cookies)
        self.server = ClientHandler(enforce_csrf_checks=False)

    def __getitem__(self, person):
        client = Client()
        client.handler = self.server
        client.cookies = SimpleCookie(super().__getitem__(person))
        return client


@pytest.fixture(scope="module")
def everybody(django_db_setup, django_db_blocker):
    """The browsers of everybody, the same for all the tests of a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Everybody((who, signed_in(who).cookies.output(header="")) for who in PEOPLE)
        transaction.set_rollback(True)
