"""Patterns that are not tried again on a sentence in which they found nothing: of a report in which
one paragraph changed, the other sentences are searched no second time."""

import re
from collections.abc import Iterator
from itertools import count

# The sentences of a dozen long reports; each takes less than a hundred bytes here.
_MOST = 1 << 14
_NUMBERS = count()
# Sentence → a bit for each pattern that it does not have.
_without: dict[str, int] = {}


def keep(sentence: str) -> None:
    """Takes a sentence, or another whole text, into those of which it is kept what they do not
    have. All are forgotten once they are too many."""
    if len(_without) >= _MOST:
        _without.clear()
    _without.setdefault(sentence, 0)


class SentencePattern:
    """A regular expression as `re.compile` makes it, for the patterns of a module: each has a bit
    of its own for ever."""

    def __init__(self, pattern: str, flags: int = 0):
        compiled = re.compile(pattern, flags)
        self.pattern, self._compiled, self._bit = pattern, compiled, 1 << next(_NUMBERS)
        self._search, self._finditer = compiled.search, compiled.finditer
        self.match, self.fullmatch = compiled.match, compiled.fullmatch
        self.sub, self.split, self.findall = compiled.sub, compiled.split, compiled.findall

    def made(self, match: re.Match) -> bool:
        """True if a match is one of this pattern."""
        return match.re is self._compiled

    def search(self, text: str, *ends: int) -> re.Match | None:
        """The first match in a text, between `ends` where they are given."""
        known = None if ends else _without.get(text)
        if known is None:
            return self._search(text, *ends)
        if known & self._bit:
            return None
        match = self._search(text)
        if match is None:
            _without[text] = known | self._bit
        return match

    def finditer(self, text: str, *ends: int) -> Iterator[re.Match]:
        """Every match in a text, in order."""
        known = None if ends else _without.get(text)
        if known is None:
            return self._finditer(text, *ends)
        if known & self._bit:
            return iter(())
        rows = tuple(self._finditer(text))
        if not rows:
            _without[text] = known | self._bit
        return iter(rows)
