"""Forms of signing in and of passwords name the field that is empty, and call an address alike."""

import pytest
from django.urls import reverse

from tests import cast
from tests.page_requests import words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("account_login", ("Enter the e-mail address", "Enter the password")),
        ("account_reset_password", ("Enter the e-mail address",)),
        ("account_change_password", ("Enter the current password", "Enter the new password")),
    ],
)
def test_an_empty_field_is_named(client, name, sentences):
    if "change" in name:
        user = cast.with_password(cast.clerk())
        client.force_login(user)
    page = words(client.post(reverse(name), {}))
    assert "This field is required" not in page
    for sentence in sentences:
        assert sentence in page


def test_a_wrong_password_is_refused_in_plain_words(client):
    user = cast.with_password(cast.clerk())
    typed = {"login": user.email, "password": "wrong"}
    page = words(client.post(reverse("account_login"), typed))
    assert "The e-mail address or the password is wrong." in page
    assert "E-mail address" in page and ">Email<" not in page
