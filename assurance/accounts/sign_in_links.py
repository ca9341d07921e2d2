"""The address with which the holder of an account sets its password, for three days and once."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse


def sign_in_address(user) -> str:
    """The address from the root; it opens until it is used or another password is set."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=key)
