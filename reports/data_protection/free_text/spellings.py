"""The places of a text that name a person: by a reference or a name, exactly and nearly."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category, normalize

# From so many letters on a word may differ in one of them, and in two.
ONE_ERROR, TWO_ERRORS = 4, 8
# Shorter surnames and references are not looked for in other spellings.
SHORTEST = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BETWEEN = r"[\s.,;]+"
# An accent that stands after its letter, a soft hyphen, a joiner: no letters of a name.
_NO_LETTER = ("Mn", "Cf")


@dataclass(frozen=True)
class Match:
    """A place in a text that names a person: from, to, and whether it is spelled as asked for."""

    start: int
    end: int
    is_exact: bool


def matches(text: str, terms: Iterable[str]) -> list[Match]:
    """The places of `text` that have one of `terms`, names or references, in their order; where
    two meet, the exact one or the longer."""
    even, at = _even(text)
    places = [
        Match(at[match.start], at[match.end], match.is_exact)
        for term in terms
        for match in _of_term(even, _even(term)[0].strip())
    ]
    chosen = []
    for match in sorted(places, key=lambda m: (not m.is_exact, m.start - m.end, m.start)):
        if all(match.end <= other.start or other.end <= match.start for other in chosen):
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.start)


def replaced(text: str, terms: Iterable[str], by: str) -> str:
    """`text` with `by` in place of each match."""
    parts, at = [], 0
    for match in matches(text, terms):
        parts += [text[at : match.start], by]
        at = match.end
    return "".join([*parts, text[at:]])


def distance(word: str, other: str) -> int:
    """How many letters are to be changed, added, left out or swapped with the next."""
    before, last = None, list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        line = [row]
        for column, mark in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != mark))
            if before and column > 1 and letter == other[column - 2] and word[row - 2] == mark:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]


def _of_term(text, term):
    words = term.replace(",", " ").split()
    if not words:
        return
    orders = [words, words[::-1]] if len(words) > 1 else [words]
    for order in orders:
        pattern = _BETWEEN.join(map(re.escape, order))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            yield Match(match.start(), match.end(), is_exact=True)
    if any(letter.isdigit() for letter in term):
        yield from _near_reference(text, term)
    elif len(words) > 1:
        yield from _near_name(text, words)
    else:
        yield from _near_words(text, [words], _is_near)


def _near_reference(text, term):
    """The same letters and digits with other signs between them, or none."""
    groups = re.findall(r"[^\W\d_]+|\d+", term)
    if sum(map(len, groups)) >= SHORTEST:
        pattern = r"[\W_]{0,2}".join(map(re.escape, groups))
        for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text):
            yield Match(match.start(), match.end(), is_exact=False)


def _near_name(text, words):
    """The name in either order with errors or initials, and the last name alone."""
    yield from _near_words(text, [words, words[::-1]], _is_name)
    if len(words[-1]) >= SHORTEST:
        yield from _near_words(text, [[words[-1]]], _is_near)


def _near_words(
    text: str, orders: list[list[str]], is_like: Callable[[str, str], bool]
) -> Iterator[Match]:
    pieces = list(_WORD.finditer(text))
    for order in orders:
        for place in range(len(pieces) - len(order) + 1):
            window = pieces[place : place + len(order)]
            adjoining = all(right.start() - left.end() <= 2 for left, right in pairwise(window))
            if adjoining and all(
                is_like(piece.group(), word) for piece, word in zip(window, order, strict=True)
            ):
                yield Match(window[0].start(), window[-1].end(), is_exact=False)


def _is_name(piece, word):
    return piece == word[:1] or _is_near(piece, word)


def _is_near(piece, word):
    bare = re.sub(r"['’]s?$", "", piece)
    if bare == word:
        return True
    errors = 2 if len(word) >= TWO_ERRORS else 1 if len(word) >= ONE_ERROR else 0
    return abs(len(bare) - len(word)) <= errors and distance(bare, word) <= errors


def _even(text):
    """The text in small letters without accents and signs that nobody sees, and the place in `text`
    of each letter and of the end."""
    at = [place for place, letter in enumerate(text) if category(letter) not in _NO_LETTER]
    return "".join(_plain(text[place]) for place in at), [*at, len(text)]


def _plain(letter):
    base = normalize("NFKD", letter)[:1].casefold()
    return base if len(base) == 1 else letter
