"""What search looks for in records: the words as they were typed or as a question means them, and
the dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from reports.tasks.record_search.spans import Span, spans_in
from reports.vocabulary.intents import LISTED
from reports.vocabulary.plain_text import (
    STOP,
    pieces,
    plain,
    printed,
)
from reports.vocabulary.question_text import question_text
from reports.vocabulary.stems import stem
from reports.vocabulary.synonyms import synonyms_with
from reports.vocabulary.terms import WEAK, Term, terms_of
from reports.vocabulary.thesaurus import ASKS_FOR, HINTS

# What is left of a word without its ending has to say something yet.
SHORTEST_STEM = 4
_BETWEEN = r"\W+"


@dataclass(frozen=True)
class SearchTerms:
    """The words looked for, each with the phrases any of which is enough, and the dates; `is_read`
    where a question was read for its meaning."""

    terms: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...] = ()
    is_read: bool = False


def typed_terms(text: str) -> Iterator[SearchTerms]:
    """The words of `text` as typed: what has no space in it in one piece, then every word."""
    typed = [chunk.strip(".,;:!?()") for chunk in text.split()]
    if any(len(pieces(chunk)) > 1 and "’" not in chunk for chunk in typed):
        chunks = [chunk for chunk in typed if plain(chunk) and plain(chunk) not in STOP]
        yield SearchTerms(tuple((chunk,) for chunk in dict.fromkeys(chunks)))
    if terms := search_words(text):
        yield SearchTerms(tuple((term,) for term in terms))


def search_words(text: str) -> list[str]:
    """The words of `text` as they are looked for: without their endings, common words left out
    where there are others."""
    typed = [(text[piece.start : piece.end], piece.word) for piece in pieces(text)]
    typed = [pair for pair in typed if pair[1] not in STOP] or typed
    return list(dict.fromkeys(_looked_for(word, known) for word, known in typed))


def question_terms(text: str) -> SearchTerms | None:
    """What the question `text` asks for: without the words that only make it a question, with
    those of the same meaning; None where that is what was typed."""
    text, spans = spans_in(text)
    terms, asking = terms_of(question_text(text), synonyms_with(()), frozenset())
    terms = [term for term in terms if term.strength > WEAK]
    kinds = [Term(name) for name in asking if ASKS_FOR[name] in LISTED and name not in HINTS]
    meanings = tuple(tuple(map(printed, term.phrases)) for term in dict.fromkeys([*terms, *kinds]))
    as_typed = not spans and [*map(len, meanings)] == [1] * len(search_words(text))
    empty = as_typed or not (meanings or spans)
    return None if empty else SearchTerms(meanings, spans, is_read=True)


def beginning_pattern(phrase: str) -> str:
    """An expression that finds `phrase` where its words begin, a short one as it is."""
    patterns = (_word_pattern(_looked_for(word, word)) for word in phrase.split())
    return rf"(^|\W){_BETWEEN.join(patterns)}"


def whole_pattern(phrase: str) -> str:
    """An expression that finds `phrase` by itself: “March” is not in “Marchbank”."""
    return rf"(^|\W){_BETWEEN.join(map(re.escape, phrase.split()))}(?!\w)"


def _word_pattern(word):
    if word == f"{stem(word)}s" and len(word) <= SHORTEST_STEM:
        # Too short to be looked for by its beginning, it is one or several: “logs”, “log”.
        return rf"{re.escape(word[:-1])}s?(?!\w)"
    is_whole = len(word) < SHORTEST_STEM or word.isdecimal()
    return re.escape(word) + (r"(?!\w)" if is_whole else r"\w*")


def _looked_for(word, known):
    alike = takewhile(all, zip(map(eq, known, stem(known)), strict=False))
    beginning = known[: len(list(alike))]
    is_plain = word.casefold() == known
    return beginning if is_plain and len(beginning) >= SHORTEST_STEM else word.removesuffix("’s")
