"""Signs of the kind of answer that a question asks for, near its words: of a reason where it asks
why, of a date where it asks when."""

import re

from reports.publication.models.passages import Passage
from reports.publication.search.question import Question
from reports.vocabulary.requests import COUNT, DATE, LENGTH, PERSON, REASON
from reports.vocabulary.stems import plain_stems, stem
from reports.vocabulary.terms import FAINT
from reports.vocabulary.times import MONTHS

# A sign is near what stands within so many letters of it.
NEAR = 100


def _any_of(typed):
    """The stems of the words `typed` as choices of an expression."""
    return "|".join(map(stem, typed.split()))


_REASONS = _any_of("because cause reason reasons therefore why since")
_POSTS = _any_of("director head chief manager officer leader chair member executive councillor")
_MONTHS = _any_of(" ".join(MONTHS))
_SPANS = _any_of("hour hours day days week weeks month months year years")
# The signs of each kind in a text of stems.
_SIGNS = {
    REASON: re.compile(rf" (?:{_REASONS}|so that|du to|owing to) "),
    PERSON: re.compile(rf" (?:{_POSTS}) "),
    DATE: re.compile(rf" (?:{_MONTHS}) (?:19|20)\d\d "),
    LENGTH: re.compile(rf" (?:\d+|one|two|three|four|five|six|ten) (?:work )?(?:{_SPANS}) "),
    COUNT: re.compile(r" (?!(?:19|20)\d\d )£?\d[\dpk]* "),
}


def has_sign(question: Question, row: Passage) -> bool:
    """True where `row` has a sign of what `question` asks for near half of its terms."""
    if question.asks_for not in _SIGNS:
        return False
    text = plain_stems(row.plain_words)
    terms = [term for term in question.terms if term.strength > FAINT]
    return any(
        2 * sum(any(phrase in around for phrase in term.stems) for term in terms) >= len(terms)
        for match in (_SIGNS[question.asks_for].finditer(text) if terms else ())
        for around in [f" {text[max(0, match.start() - NEAR) : match.end() + NEAR]} "]
    )
