"""Sentences of a line of English prose, with the places where they stand."""

import re
from dataclasses import dataclass

# A full stop after one of these ends no sentence while words follow.
_SHORT = (
    *("e.g", "i.e", "cf", "approx", "vs", "no", "nos", "p", "pp", "para", "paras", "fig", "figs"),
    *("st", "mr", "mrs", "ms", "dr", "cllr", "cllrs", "prof", "rev", "hon", "ref", "vol", "tel"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
)
# Runs of signs are taken whole and from their first sign only, so that none is gone through twice.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)|\n+")
_LAST_WORD = re.compile(r"(?<![\w.])[\w.]*\w$")
_LABEL = re.compile(r"\s*\(?(?:\d+|[a-zA-Z]|[ivxIVX]+)$")
_SIGN = re.compile(r"\S")
# No word that a full stop shortens, and no label, is so long.
_LONGEST_WORD, _LONGEST_LABEL = 16, 40


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where it begins and ends in its line."""

    text: str
    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Whether what begins at `place` of the line stands in it."""
        return self.start <= place < self.end


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order. Abbreviations (`e.g.`, `Cllr.`), initials, decimal points
    and a label at the beginning (`1.`) end none; the end of a line always does."""
    result, start = [], 0
    for end in _END.finditer(text):
        if not _goes_on(text, start, end):
            result.append((start, end.end()))
            start = end.end()
    result.append((start, len(text)))
    return tuple(
        Sentence(text[first:last].strip(), first + _blank(text[first:last]), last)
        for first, last in result
        if text[first:last].strip()
    )


def sentence_at(text: str, place: int) -> Sentence:
    """The sentence in which what begins at `place` stands; the whole text where none does."""
    rows = (sentence for sentence in sentences(text) if sentence.holds(place))
    return next(rows, Sentence(text.strip(), 0, len(text)))


def _goes_on(text, start, end):
    """Whether the sentence that began at `start` goes on after the stop `end`."""
    after = _SIGN.search(text, end.end())
    if "\n" in end.group() or not after:
        return False
    if after.group().islower():
        return True
    if not end.group().startswith("."):
        return False
    stop = end.start()
    last = _LAST_WORD.search(text, max(start, stop - _LONGEST_WORD), stop)
    word = last.group() if last else ""
    if (len(word) == 1 and word.isupper()) or word.casefold() in _SHORT:
        return True
    return stop - start <= _LONGEST_LABEL and bool(_LABEL.fullmatch(text, start, stop))


def _blank(text):
    return len(text) - len(text.lstrip())
