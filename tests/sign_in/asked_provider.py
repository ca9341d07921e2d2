"""A browser's way to an identity provider that is started here, and back."""

from urllib.parse import urlsplit

import pytest
import requests
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import today
from tests.make import sign_in as make
from tests.page_requests import words
from tests.sign_in import oidc_server
from tests.sign_in.oidc_server import CLIENT, SECRET

BEGIN = "/accounts/provider/netherby/"


@pytest.fixture
def provider(settings):
    """A provider of the usual council, whose clerks are a group there."""
    with oidc_server.running() as provider:
        entry = {"key": "netherby", "council": "netherby", "name": "Netherby", "client_id": CLIENT}
        settings.IDENTITY_PROVIDERS = {
            "netherby": {**entry, "client_secret": SECRET, "issuer": provider.issuer}
        }
        make.provider_group()
        yield provider


def ask(client, address=BEGIN):
    """Where the provider sends a browser back to that comes to it from `address`."""
    asked = client.get(address)
    assert asked.status_code == 302, words(asked)
    answer = requests.get(asked.headers["Location"], allow_redirects=False, timeout=5)
    place = urlsplit(answer.headers["Location"])
    return f"{place.path}?{place.query}"


def sign_in(client, address=BEGIN):
    """The answer to a browser that has come back from the provider."""
    return client.get(ask(client, address))


def is_in(client):
    """Whether a page answers without asking anything first."""
    return client.get(reverse("notices")).status_code == 200


def roles(user):
    """The roles of an account today."""
    return User.objects.get(pk=user.pk).roles(today())
