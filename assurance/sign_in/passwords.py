"""Passwords that are easy to guess: common, or made of few words, names, digits or keys next to one
another, as common ones are (OWASP ASVS 5, V6.2.4 and V6.2.11)."""

import re
from collections import ChainMap
from collections.abc import Mapping

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from assurance.sign_in.rules import SHORTEST_PASSWORD

MESSAGE = (
    "This password is easy to guess: it is common, or made of a few words, names, digits or keys "
    "next to one another. Use three or more words that do not belong together."
)
# The costs of a guess, part by part, as powers of two: a word is one of 20,000, a letter one of 26.
# Three words together cost the least that is accepted.
OF_WORD, OF_DATE, OF_NAME, OF_ROW, OF_YEAR, LEAST = 14, 14, 7, 7, 6, 42
OF_DIGIT, OF_LETTER, OF_SIGN, OF_COPY, OF_TURN = 3, 5, 6, 3, 1
SHORTEST, LONGEST, ENOUGH = 3, 24, 100
# What a guesser tries first at any council; the names of the council and the account are added.
CONTEXT = (
    *("candour", "committee", "council", "councillor", "children", "childrens", "services"),
    *("safeguarding", "assurance", "report", "reports", "borough", "county", "district", "city"),
    *("metropolitan", "democratic", "officer", "member", "clerk", "admin", "administrator"),
    *("approver", "welcome", "password", "spring", "summer", "autumn", "winter"),
)
# Keys next to one another: across a keyboard, down, and from one row to the next.
_LINES = (
    *("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"),
    *("qwertzuiop", "azertyuiop", "!@#$%^&*()", '!"£$%^&*()', "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol"),
    *("qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0"),
    *("qawsedrftgyhujikolp", "azsxdcfvgbhnjmkl", "1a2b3c4d5e6f7g8h9i", "a1b2c3d4e5f6g7h8i9"),
    *("11223344556677889900", "qweasdzxc", "qwaszxerdfcv", "1qazxsw23edc", "13579", "24680"),
)
_ROWS = (*_LINES, *(line[::-1] for line in _LINES))
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_DATE = re.compile(rf"{_DAY}{_MONTH}{_YEAR.pattern}|{_YEAR.pattern}{_MONTH}{_DAY}")
_REPEAT = re.compile(r"(.+?)\1+", re.DOTALL)
# Signs that are written in place of letters.
_LETTERS = (str.maketrans("013457@$!", "oleastasi"), str.maketrans("1!", "ii"))


class GuessableValidator(CommonPasswordValidator):
    """Refuses a password that a guesser tries early: one of Django's list or of the operator's own,
    which `more` has, one a line; and one whose parts are easy to guess."""

    def __init__(self, more=""):
        super().__init__()
        self.passwords = self.passwords | {line.strip().casefold() for line in more.splitlines()}
        self.costs = dict.fromkeys(self.passwords, OF_WORD)

    def validate(self, password, user=None):
        """Raises `ValidationError`; the words of `user` and their council are easy to guess."""
        is_listed = password.casefold().strip() in self.passwords
        names = dict.fromkeys((*CONTEXT, *_names_of(user)), OF_NAME)
        if is_listed or guess_cost(password, ChainMap(names, self.costs)) < LEAST:
            raise ValidationError(MESSAGE, code="password_guessable")

    def get_help_text(self):
        """The rule, next to a field for a new password."""
        return "Use three or more words that do not belong together."


def guess_cost(password: str, words: Mapping[str, int]) -> int:
    """The least sum of costs over all ways to cut `password` into parts: `words`, each with its
    cost, rows of keys, dates, copies of what came before and single signs. Digits alone cost as
    much as one row, and so does what is too short and repeated. Signs after the first `ENOUGH`
    count for nothing."""
    text = password.casefold()[:ENOUGH]
    repeat = _REPEAT.fullmatch(text)
    if text.isdigit() or (repeat and len(repeat[1]) < SHORTEST_PASSWORD):
        return OF_ROW
    costs = [0]
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - LONGEST), end - SHORTEST + 1)
        parts = [costs[start] + _part_cost(text, start, end, words) for start in starts]
        costs.append(min([costs[-1] + _sign_cost(text[end - 1]), *parts]))
    return costs[-1]


def _sign_cost(sign):
    if sign.isdigit():
        return OF_DIGIT
    return OF_LETTER if sign.isalpha() else OF_SIGN


def _part_cost(text, start, end, words):
    part = text[start:end]
    if part in text[:start]:
        return OF_COPY
    if len(set(part)) == 1 or any(part in row for row in _ROWS):
        return OF_ROW
    if _YEAR.fullmatch(part):
        return OF_YEAR
    if _DATE.fullmatch(part):
        return OF_DATE
    written = (part, *(part.translate(table) for table in _LETTERS))
    turned = words.get(part[::-1], LEAST) + OF_TURN
    return min(turned, *(words.get(word, LEAST) for word in written))


def _names_of(user):
    council = getattr(user, "council", None)
    texts = [getattr(user, "name", ""), getattr(user, "email", "")]
    texts += [council.name, council.short_name] if council else []
    names = re.split(r"\W+", " ".join(texts).casefold())
    return [name for name in names if len(name) >= SHORTEST]
