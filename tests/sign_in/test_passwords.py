"""A new password is long and hard to guess: no common one, no rows of keys, no names of the
council; a phrase of three words is accepted."""

import pytest
from django.contrib.auth.password_validation import (
    get_default_password_validators,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from assurance.sign_in.passwords import MESSAGE, GuessableValidator
from tests import cast
from tests.page_requests import words

pytestmark = pytest.mark.django_db
GUESSABLE = [
    *("qwerty123456", "q1w2e3r4t5y6", "1qaz2wsx3edc4rfv", "qazwsxedcrfvtgb", "0987654321qwerty"),
    *("aaaaaaaaaaaa", "abcabcabcabc", "123qwe123qwe!", "447712345678", "20162016201620"),
    *("password1234", "P@ssw0rd12345", "passwordpassword", "liverpool2016", "Manchester#1987"),
    *("Summer-2016!", "winter2016!!", "michael150487", "ilovefootball", "lovelyhorse1"),
    *("safeguarding1", "CouncilReports", "committee-2016", "Netherby12345", "netherbycouncil"),
    *("clerkofnetherby", "Appleyard2016!"),
]
STRONG = [
    *("lantern-orchard-2016", "a long enough pass phrase", "tiger lamp bread", "kX9#mQ2$vL7p"),
    *(
        "horsestaplebattery",
        "ÄÖÜ schöne grüße",
        "   spaces at both ends   ",
        "x7" + "long" * 40 + "q!zk",
    ),
]


@pytest.fixture
def holder():
    """An account whose name a guesser knows."""
    return cast.make_user("clerk", name="Joan Appleyard")


@pytest.mark.parametrize("password", GUESSABLE)
def test_what_a_guesser_tries_early_is_refused(password, holder):
    with pytest.raises(ValidationError) as refusal:
        validate_password(password, holder)
    assert MESSAGE in refusal.value.messages


@pytest.mark.parametrize("password", STRONG)
def test_three_words_and_any_signs_are_accepted(password, holder):
    validate_password(password, holder)


def test_eleven_characters_are_too_few_and_each_common_one_of_django_is_refused(holder):
    with pytest.raises(ValidationError, match="at least 12"):
        validate_password("kX9#mQ2$vL7", holder)
    common = [one for one in get_default_password_validators()[-1].passwords if len(one) >= 12]
    assert len(common) > 150
    for password in common:
        with pytest.raises(ValidationError):
            validate_password(password, holder)


def test_the_operators_own_list_is_refused_whatever_its_capitals():
    validator = GuessableValidator("\nContortionist\n lantern-orchard-2016 \n")
    for password in ("contortionist", "Lantern-Orchard-2016"):
        with pytest.raises(ValidationError):
            validator.validate(password)
    validator.validate("lantern-orchard-2017")


def test_a_page_says_so_and_a_strong_one_is_taken_exactly_as_typed(holder):
    client = Client()
    cast.with_password(holder)
    client.force_login(holder)

    def change(password, old=cast.PASSWORD):
        typed = {"oldpassword": old, "password1": password, "password2": password}
        return client.post(reverse("account_change_password"), typed)

    assert "easy to guess" in words(change("qwerty123456"))
    assert change("lantern-orchard-2016", old="wrong").status_code == 200
    typed = "  Lantern’s “orchard” 2016  " + "x" * 60
    assert change(typed).status_code == 302
    holder.refresh_from_db()
    assert holder.check_password(typed) and not holder.check_password(typed.strip())
