"""The head noun of a phrase, by closed classes of words alone."""

import re

from reports.prose.content import words_of
from reports.prose.quantities.phrases import stem, stems

_NOT_HEADS = words_of(
    """requires needs lives has was is does remains goes stands lacks holds yes themselves
    ourselves always perhaps sometimes afterwards follows reflects shows comes represents
    reverses"""
)
# What may be told of any count: it names nothing of its own.
PLAIN = words_of("case record file one matter instance occasion")
_VERBS = words_of(
    """became went came led met took made gave got said chose left kept held sent saw found felt
    knew spent live lived need needed want wanted used sat won lost paid heard spoke wrote ran began
    bought brought fled grew drew rose"""
)
_PLURAL = words_of("children people staff women men")


def noun_of(words: str) -> tuple[str, ...]:
    """The stems of a phrase up to its head: the first word that looks plural, or one right behind
    it that ends the phrase; nothing where none does: then no noun was read."""
    stemmed, head = [], 0
    for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", words):
        small = word.casefold()
        if small in _VERBS and not head:
            return ()
        stemmed.append(stem(word))
        if small.endswith(("’s", "'s")):
            continue
        ending = small.endswith("s") and not small.endswith(("ss", "us", "is"))
        if small in _PLURAL or (ending and small not in _NOT_HEADS):
            # “In nine cases terms were altered”: the next noun is the subject of a clause.
            if head and head == len(stemmed) - 1 and stemmed[head - 1] in PLAIN:
                break
            # “Fourteen officers hold cases”: a word between two plurals is a verb.
            if head and head < len(stemmed) - 1:
                break
            head = len(stemmed)
        elif head and (small.endswith(("ed", "ing")) or small in _VERBS or small == "in"):
            break
    named = stems(words)
    return tuple(item for item in stemmed[:head] if item in named)
