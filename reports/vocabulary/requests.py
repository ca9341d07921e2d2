"""The answer that a question asks for: words of explanation, the number of something, a person,
a reason, a date or a length of time."""

import re

from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_words import QUESTION_WORDS, WEAK_WORDS

# Who asks what a thing is wants it explained; what is done about it is no number either.
_WHAT_IS = re.compile(r"^\W*what(?: is|['’]?s) (?:the|a|an)\b(?! (?:next|latest|current)\b)", re.I)
_DONE_ABOUT = re.compile(r"\b(?:doing|done) (?:about|to|for)\b|\bbeing done\b", re.I)
_HOW_MANY = re.compile(r"\b(?:how many|number of) (.+)")
# Nouns of more than one without an “s”.
_SEVERAL = frozenset(("children", "people", "staff", "men", "women", "police"))
# What a question asks for by its first words, and how it does.
PERSON, REASON, DATE, LENGTH, COUNT = "person", "reason", "date", "length", "count"
_ASKED_BY = {
    PERSON: re.compile(r"^(?:and |so )?who\b"),
    REASON: re.compile(r"^(?:and |so )?why\b"),
    DATE: re.compile(r"^(?:and |so )?when\b|\bwhat (?:date|day|month|year)\b"),
    LENGTH: re.compile(
        r"\bhow (?:long|many (?:(?:working|calendar) )?(?:hours|days|weeks|months|years))\b"
    ),
    COUNT: re.compile(
        r"\bhow (?:many|much)\b|\b(?:number|percentage|percent|proportion|share) of\b"
    ),
}


def sign_asked(text: str) -> str:
    """The person, reason, date, length of time or number that `text` asks for; empty for none of
    them."""
    typed = plain(text)
    return next((kind for kind, asked_by in _ASKED_BY.items() if asked_by.search(typed)), "")


def wants_words(text: str) -> bool:
    """True where `text` asks for the meaning of a thing, or what is done about it."""
    return bool(_WHAT_IS.match(text) or _DONE_ABOUT.search(text))


def counted_word(text: str) -> str:
    """The noun of which `text` asks the number, as “inspectors” of “how many inspectors came”: the
    first of several things, “homes” of “children’s homes closed”; empty where it asks for no
    number."""
    match = _HOW_MANY.search(plain(text))
    noun = ""
    for word in match[1].split() if match else ():
        if any(word in group for group in (STOP, QUESTION_WORDS, WEAK_WORDS)):
            break
        if _is_several(noun) and not _is_several(word):
            break
        noun = word
    return noun


def _is_several(word):
    return word in _SEVERAL or (word.endswith("s") and not word.endswith("ss"))
