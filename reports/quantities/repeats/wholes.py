"""How many of a thing there are, against how many all of them are elsewhere in the report."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.reading import Reading, shared
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.content import words_of
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import plain
from reports.quantities.model import Denial, Quantity
from reports.quantities.passages import statements

# “The council runs nine family hubs”: that many are there.
_THERE_ARE = re.compile(
    r"\b(?:(?:there\s+(?:are|were)|has|have|runs?|operates?|manages?|maintains?|owns?|employs?|supports?|commissions?)"
    r"(?:\s+(?:now|currently|a\s+total\s+of))?|(?:network|family|group|set|total)\s+of)$",
    re.I,
)
_ALL = re.compile(
    r"(?:^|\s)(?:all(?:\s+(?:of\s+)?(?:the|our|its))?|our|its|each\s+of\s+(?:the|our|its)|every\s+one\s+of\s+(?:the|our|its)|"
    r"across\s+the|the\s+(?:council|service|county|borough|city|authority)[’']s)$",
    re.I,
)
_GENERAL = words_of(
    """year month week day hour time people person child family case area thing way number part
    group page question step point stage member place meeting priority recommendation action
    session visit audit review complaint referral"""
)
# What tells of some of them.
_SOME = re.compile(
    r"^(?:[a-z’-]+\s+){1,4}?(?:in|of|for|at|from|who|which|that|with|whose|on|under)\b", re.I
)
# “All 12 secondary schools visited” are some: behind the noun stands what is told of them.
_TOLD = re.compile(
    r"^(?:[a-z’-]+\s+){0,3}?[a-z’-]+s\s+(?:$|(?:and|but|are|were|is|was|have|had|has|now|also|will|can|do|did|offer\w*|"
    r"each|take|took|provide\w*|need\w*|remain\w*)\b)",
    re.I,
)
_CHANGES = re.compile(
    rf"\b(?:{EARLIER_TIMES}|{CONDITIONS}|opened|opens|closed|closes|closing|opening|new|"
    r"further|additional|another|more|fewer|formerly|by\s+then|at\s+that\s+time|last)\b",
    re.I,
)
_ALL_WORD = SentencePattern(r"\b(?:all|our|its|each|every|across|the)\b", re.I)
_FAR, _MEND = 60, "Use one value for one thing, or explain the difference."


def unlike_wholes(reading: Reading) -> Iterator[Denial]:
    """`The council runs nine family hubs. All eleven family hubs now offer one.`"""
    named = shared(reading, _named)
    for row in statements(reading):
        for item in row.counts if _ALL_WORD.search(row.sentence.text) else ():
            nouns = _nouns(item) if _is_of_all(item) else ()
            others = next((named[noun] for noun in nouns if noun in named), ())
            values = {other.value for other in others}
            if len(values) != 1 or item.value in values or _changes(item, others):
                continue
            says = (
                f"The report has {item.phrase.said} here and {plain(others[0].phrase.number)} at "
            )
            yield Denial.of(item, f"{says}{others[0].line.at}.", _MEND)


def _named(reading: Reading) -> Mapping[frozenset[str], Sequence[Quantity]]:
    """The stems of a noun phrase → the counts of how many there are."""
    index: dict[frozenset[str], list[Quantity]] = {}
    for row in statements(reading):
        for item in row.counts:
            there = item.phrase.is_stock and _THERE_ARE.search(item.phrase.label)
            if there and _noun(item) and not _SOME.match(item.phrase.clause):
                index.setdefault(_noun(item), []).append(item)
    return index


def _noun(item: Quantity) -> frozenset[str]:
    """The name of those counted, where it has two words or more and is no general thing."""
    noun = frozenset(item.phrase.noun or item.phrase.of)
    plain = len(noun) < 2 or item.phrase.head in _GENERAL
    return frozenset() if plain else noun


def _nouns(item: Quantity) -> list[frozenset[str]]:
    """The name of those counted, and its beginnings: “advisers links” has a verb at its end."""
    stems = item.phrase.noun
    begins = [frozenset(stems[:many]) for many in range(len(stems) - 1, 1, -1)]
    return [noun for noun in (_noun(item), *begins) if noun]


def _is_of_all(item: Quantity) -> bool:
    """True if a count is, by its words, that of all."""
    whole = item.phrase.of or not _SOME.match(item.phrase.clause)
    label = item.phrase.label
    phrase = item.phrase
    named = phrase.of or label.casefold().startswith("each") or _TOLD.search(f"{phrase.clause} ")
    return bool(phrase.is_stock and phrase.base is None and _ALL.search(label) and whole and named)


def _changes(item: Quantity, others: Sequence[Quantity]) -> bool:
    """True if words around them may part their numbers: other times, and things added."""
    texts = (item.sentence.text, *(other.sentence.text for other in others[:_FAR]))
    dated = any(
        item.dates and other.dates and not item.dates & other.dates for other in others[:_FAR]
    )
    return dated or any(map(_CHANGES.search, texts))
