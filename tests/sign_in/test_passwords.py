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

from assurance.sign_in.passwords import (
    LEAST,
    MESSAGE,
    OF_DATE,
    OF_DIGIT,
    OF_LETTER,
    GuessableValidator,
    guess_cost,
)
from tests import cast
from tests.page_requests import words

pytestmark = pytest.mark.django_db
GUESSABLE = [
    *("qwerty123456", "q1w2e3r4t5y6", "1qaz2wsx3edc4rfv", "qazwsxedcrfvtgb", "0987654321qwerty"),
    *("aaaaaaaaaaaa", "abcabcabcabc", "123qwe123qwe!", "447712345678", "20162016201620"),
    *("password1234", "P@ssw0rd12345", "passwordpassword", "liverpool2016", "Manchester#1987"),
    *("Summer-2016!", "winter2016!!", "michael150487", "ilovefootball", "lovelyhorse1"),
    *("jelszojelszo", "drowssap2016", "yandi20080527", "zmqxvz-zmqxvz-"),
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


# How a common password is made as long as ours must be → the least share of those that a guesser
# makes of words that we do not know, and that are refused all the same.
LENGTHENED = {
    "twice": (lambda word, year: word * 2, 0.99),
    "with a year": (lambda word, year: f"{word}{year}", 0.75),
    "as a name with a year and a sign": (lambda word, year: f"{word.title()}{year}!", 0.65),
    "with a row of keys": (lambda word, year: f"{word}1234", 0.75),
    "turned round with a year": (lambda word, year: f"{word[::-1]}{year}", 0.75),
}


def refused_share(passwords, costs):
    """The share of the passwords, of those that are long enough, that `costs` refuse."""
    long = [one for one in passwords if len(one) >= 12]
    return sum(guess_cost(one, costs) < LEAST for one in long) / len(long)


@pytest.mark.parametrize("way", LENGTHENED)
def test_most_common_passwords_are_refused_however_they_are_made_longer(way):
    lengthened, least = LENGTHENED[way]
    costs = GuessableValidator().costs
    words = sorted(costs)[::40]
    longer = [lengthened(word, 1950 + place % 77) for place, word in enumerate(words)]
    assert refused_share(longer, costs) > 0.999
    unknown = set(words)
    others = {word: cost for word, cost in costs.items() if word not in unknown}
    assert refused_share(longer, others) > least


def test_two_common_passwords_are_refused_and_seven_in_ten_long_ones_by_their_parts_alone():
    costs = GuessableValidator().costs
    words = sorted(costs)[::40]
    assert refused_share(map("".join, zip(words, words[::-1], strict=True)), costs) == 1
    short = {word: cost for word, cost in costs.items() if len(word) < 12}
    assert refused_share(costs, short) > 0.7


def test_what_looks_like_a_date_but_is_none_costs_each_of_its_digits():
    assert guess_cost("x15072016", {}) == guess_cost("x20160715", {}) == OF_LETTER + OF_DATE
    assert guess_cost("x45074416", {}) == OF_LETTER + 8 * OF_DIGIT


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
