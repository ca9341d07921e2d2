"""Sentences whose numbers and dates are marks, so that a rule can name the words between them.

`14 of the 30 were done by 1 May` reads `⟦c0⟧ of the ⟦c1⟧ were done by ⟦d2⟧`: a letter for the kind
of thing and its place in `things`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assurance.runtime.digits import whole
from reports.prose.dates import Mention
from reports.prose.numbers import COUNT, MONEY, PARAGRAPH_NUMBER, PERCENT, POINTS, Number
from reports.prose.patterns import SentencePattern

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
    label = PARAGRAPH_NUMBER.match(text)
    result, start = [], label.end() if label else 0
    for end in _END.finditer(text, start):
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


# Signs: far more than any pattern of a rule spans.
_REACH = 240


def text_before(text: str, place: int) -> str:
    """The signs right before `place`."""
    return text[max(0, place - _REACH) : place]


def text_after(text: str, place: int) -> str:
    """The signs from `place` on, as many as a pattern can span."""
    return text[place : place + _REACH]


_LETTERS = {COUNT: "c", PERCENT: "p", MONEY: "m", POINTS: "q"}
MARK = SentencePattern(r"⟦([a-z])(\d+)⟧")


@dataclass(frozen=True)
class Marked:
    """A sentence with marks; `things` are those of the whole line, `start` its place there."""

    text: str
    things: tuple[Number | Mention, ...]
    start: int
    end: int

    def thing(self, index: str | int) -> Number | Mention:
        """What the mark of that index stands for."""
        return self.things[index if isinstance(index, int) else whole(index)]

    def marks(self, letters: str, text: str | None = None) -> list:
        """What the marks of those letters stand for, in order, in a stretch or in all of it."""
        matches = MARK.finditer(self.text if text is None else text)
        return [self.thing(match[2]) for match in matches if match[1] in letters]

    def said(self, text: str | None = None) -> str:
        """A stretch of the marked text as it was written."""
        return self._written if text is None else self._as_written(text)

    @cached_property
    def _written(self):
        return self._as_written(self.text)

    def _as_written(self, text):
        return MARK.sub(lambda match: self.thing(match[2]).words, text)


def marked(
    text: str, sentences: Sequence[Sentence], numbers: Sequence[Number], mentions: Sequence[Mention]
) -> tuple[Marked, ...]:
    """The sentences of `text` with marks; a number within a date has none of its own."""
    things = tuple(sorted([*mentions, *_unmentioned(numbers, mentions)], key=lambda row: row.start))
    made, place = [], 0
    for sentence in sentences:
        pieces, at = [], sentence.start
        while place < len(things) and things[place].start < sentence.end:
            item = things[place]
            if item.start >= at:
                pieces += (_unmarked(text[at : item.start]), f"⟦{_letter(item)}{place}⟧")
                at = item.end
            place += 1
        pieces.append(_unmarked(text[at : sentence.end]))
        made.append(Marked("".join(pieces), things, sentence.start, sentence.end))
    return tuple(made)


def _unmarked(text):
    """The text without the sign that opens a mark: what a person typed is none."""
    return text.replace("⟦", "[")


def _unmentioned(numbers, mentions):
    """The numbers that stand in no mention; both run in order."""
    current = iter(mentions)
    now = next(current, None)
    for number in numbers:
        while now and now.end <= number.start:
            now = next(current, None)
        if not now or number.end <= now.start:
            yield number


def _letter(item):
    if isinstance(item, Mention):
        return "d"
    return _LETTERS.get(item.kind, "x")
