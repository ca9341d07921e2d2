"""Two wordings compared word by word, in sentences where they are long."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby

# Pairs of like words that are looked at; a hundred kilobytes of one word would take minutes.
MOST = 500_000
_SENTENCE = re.compile(r".*?(?:[.!?][”’\"')\]]*\s+|\n+)|.+", re.DOTALL)
_WORD = re.compile(r"\s+|\S+\s*")


def word_changes(before, after):
    """A list of (kind, words), kind being `same`, `gone` or `new`.

    All words that are not `new` joined give `before` back, all that are not `gone` give `after`.
    A stretch too long to be compared is wholly gone and wholly new.
    """
    changes = []
    for old, new in _stretches(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        if old == new:
            changes.append(("same", old))
        else:
            changes += _in_words(old, new)
    together = groupby(changes, key=lambda change: change[0])
    return [(kind, "".join(text for _, text in some)) for kind, some in together]


def _in_words(old, new):
    for gone, added in _stretches(_WORD.findall(old), _WORD.findall(new)):
        if gone == added:
            yield "same", gone
        else:
            yield from ((kind, text) for kind, text in (("gone", gone), ("new", added)) if text)


def _stretches(old, new):
    """(stretch of `old`, stretch of `new`) in order, alike or other; each as one text."""
    start, end = _alike(old, new), 0
    if start < min(len(old), len(new)):
        end = _alike(old[start:][::-1], new[start:][::-1])
    middle = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield "".join(old[:start]), "".join(new[:start])
    if _pairs(*middle) > MOST:
        yield "".join(middle[0]), "".join(middle[1])
    else:
        for _, first, last, at, to in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
            yield "".join(middle[0][first:last]), "".join(middle[1][at:to])
    if end:
        yield "".join(old[len(old) - end :]), "".join(new[len(new) - end :])


def _alike(old, new):
    """How many of the first of two lists are alike."""
    place = 0
    for item, other in zip(old, new, strict=False):
        if item != other:
            break
        place += 1
    return place


def _pairs(old, new):
    """How many pairs of like words two lists hold."""
    index = Counter(new)
    return sum(count * index[word] for word, count in Counter(old).items())


def in_context(changes, around=8, longest=60):
    """The same list of (kind, words) with only `around` words that are the same beside each change,
    and at most `longest` of one that is gone or new: “…” stands for the others."""
    last = len(changes) - 1
    for place, (kind, text) in enumerate(changes):
        words = text.split()
        if kind != "same":
            yield kind, text if len(words) <= longest else f"{' '.join(words[:longest])} … "
            continue
        start = " ".join(words[:around]) + " " if place else ""
        end = " ".join(words[-around:]) + " " if place < last else ""
        stored = around * (bool(place) + (place < last))
        yield kind, text if len(words) <= stored else f"{start}… {end}".rstrip(" ") + " "
