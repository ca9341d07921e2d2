"""The roots of the words by which a number is known again in other forms of them."""

import re
from collections.abc import Collection
from functools import lru_cache

from reports.checks.text_reading import read_text
from reports.prose.content import words_of
from reports.prose.dates import KEPT
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import LABEL
from reports.prose.quantities.phrases import stem

_ENDING = re.compile(r"(?<=[a-z]{4})(?:ations?|ements?|ments?|ions?|ings?|ed|es|al|ly|e|s)$")
_EMPTY = words_of(
    """a an the of all our its their his her these those such other total number in on at to from by
    for and or but with as is are was were be been being have has had do does did it they we he she
    this that there which who whom whose where when while than then so up down over under about some
    any each every per no nor only just also both either neither still now currently recorded figure
    figures stood stand stands came comes come made make makes numbered amounted reported said year
    years quarter month end first second third last one ones out into within between during
    following shown table tables see per cent percent altogether sum count counts set shows show
    according puts brief summarise summary overall headline key gave went rose fell compares compare
    compared amount amounted alone already around nearly almost against average
    mean previous before earlier ago net plus minus year-end whole numbers"""
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+|#\w+")


@lru_cache(KEPT)
def stems_in(text: str) -> frozenset[str]:
    """The roots of the words that mean something; `#16` is a number that only describes."""
    wording = (word for word in _WORD.findall(text) if word.casefold() not in _EMPTY)
    return frozenset(word if word.startswith("#") else root(word) for word in wording)


def root(word: str) -> str:
    """A word without its ending."""
    own = stem(word)
    return _ENDING.sub("", own) or own


def worded(text: str, sentence: Marked, stated: Collection[str] = ()) -> str:
    """A stretch without its dates, labels and numbers, but for those that only describe."""

    def described(mark):
        item = sentence.thing(mark[2])
        if mark[1] == "d" or item.kind == LABEL or mark.group() in stated:
            return " "
        return " ".join((" ", *(f"#{word}" for word in re.findall(r"\w+", item.words)), " "))

    return MARK.sub(described, text)


@lru_cache(KEPT)
def stems_of(text: str) -> frozenset[str]:
    """The roots of all sentences of a text, without its numbers."""
    return frozenset().union(*(stems_in(worded(row.text, row)) for row in read_text(text).marked))
