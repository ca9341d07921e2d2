"""Sentences whose numbers and dates are marks, so that a rule can name the words between them.

`14 of the 30 were done by 1 May` reads `⟦c0⟧ of the ⟦c1⟧ were done by ⟦d2⟧`: a letter for the kind
of thing and its place in `things`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.prose.dates import Mention
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, Number
from reports.prose.sentences import Sentence

# Signs: far more than any pattern of a rule spans.
_REACH = 240


def text_before(text: str, place: int) -> str:
    """The signs right before `place`."""
    return text[max(0, place - _REACH) : place]


def text_after(text: str, place: int) -> str:
    """The signs from `place` on, as many as a pattern can span."""
    return text[place : place + _REACH]


_LETTERS = {COUNT: "c", PERCENT: "p", MONEY: "m", POINTS: "q"}
MARK = re.compile(r"⟦([a-z])(\d+)⟧")


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
        return MARK.sub(
            lambda match: self.thing(match[2]).words, self.text if text is None else text
        )


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
