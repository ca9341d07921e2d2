"""Who is asked: an account, or somebody with an address; neither nobody nor both."""

from types import SimpleNamespace

import pytest
from django import forms

from assurance.accounts.account_or_address import NOBODY, AccountOrAddressForm

ACCOUNTS = [SimpleNamespace(pk=7, name="Head of Service"), SimpleNamespace(pk=12, name="Clerk")]
BOTH, NAME, EMAIL = "Not both", "Enter who it is", "Give the address"


class Asked(AccountOrAddressForm):
    """The three fields, as a form of an app declares them."""

    asked_of = forms.ChoiceField(required=False)
    name = forms.CharField(required=False, max_length=5)
    email = forms.EmailField(required=False)
    both, lacking = BOTH, (("name", NAME), ("email", EMAIL))


def asked(**typed):
    """The form with what somebody typed."""
    return Asked(typed, accounts=ACCOUNTS)


def test_the_accounts_are_offered_by_name_and_nobody_first():
    choices = Asked(accounts=ACCOUNTS).fields["asked_of"].choices
    assert choices == [("", NOBODY), ("7", "Head of Service"), ("12", "Clerk")]


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"asked_of": "7"}, {}),
        ({"name": "Ann", "email": "ann@example.org"}, {}),
        ({}, {"name": [NAME], "email": [EMAIL]}),
        ({"name": " ", "email": " "}, {"name": [NAME], "email": [EMAIL]}),
        ({"name": "Ann"}, {"email": [EMAIL]}),
        ({"email": "ann@example.org"}, {"name": [NAME]}),
        ({"asked_of": "7", "name": "Ann"}, {"asked_of": [BOTH]}),
        ({"asked_of": "7", "email": "ann@example.org"}, {"asked_of": [BOTH]}),
        ({"asked_of": "12", "name": "Ann", "email": "ann@example.org"}, {"asked_of": [BOTH]}),
    ],
)
def test_neither_nobody_nor_two_are_asked(typed, errors):
    form = asked(**typed)
    assert form.errors == errors


def test_what_is_wrong_by_itself_is_not_called_missing_as_well():
    form = asked(name="Too long a name", email="no address")
    assert {*form.errors} == {"name", "email"}
    assert NAME not in form.errors["name"] and EMAIL not in form.errors["email"]
    for typed in ({}, {"name": "Ann"}, {"name": "Ann", "email": "ann@example.org"}):
        form = asked(asked_of="8", **typed)
        assert {*form.errors} == {"asked_of"} and BOTH not in form.errors["asked_of"], typed


@pytest.mark.parametrize(("typed", "account"), [("12", ACCOUNTS[1]), ("", None)])
def test_the_account_is_the_one_that_was_chosen(typed, account):
    whom = {} if typed else {"name": "Ann", "email": "ann@example.org"}
    form = asked(asked_of=typed, **whom)
    assert form.is_valid() and form.account is account
