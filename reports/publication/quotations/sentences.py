"""The sentence of a passage that prints a figure, found by the figure and never by its number
alone: as comparison reads a line, each figure in it is its name in brackets."""

import re
from collections.abc import Iterable, Iterator

from reports.papers.wording.number_words import number_text
from reports.prose.marks import sentence_at, sentences
from reports.publication.figure_history import Point

# A sentence, or a passage of several that print the number, is cut to so many letters.
LONGEST = 300
_NAMES = re.compile(r"\[([^\[\]]*)\]")
# No figure is printed with more letters, and so many places of a line are tried.
_LONGEST_FIGURE, _MOST_PLACES = 80, 20


def quoted(point: Point, passage: str, lines: Iterable[str]) -> str:
    """The sentence of `passage` that prints the value of `point`, cut around it where it is long;
    `lines` are those of its place with names of figures. Empty where none is surely its own."""
    passage = " ".join(passage.split())
    title = point.entry.title
    for line in lines:
        spans = [span for name, span in _figures(line, passage) if name == title]
        own = [span for span in spans if _printed(passage[slice(*span)], point)]
        if not own and len(spans) == 1:
            own = spans
        if own:
            sentence = sentence_at(passage, own[0][0])
            return _cut(sentence.text, own[0][0] - sentence.start, own[0][1] - sentence.start)
    return _by_number(point, passage)


def _by_number(point, passage):
    """The one sentence that prints the number; where several do, all from the first."""
    matches = [
        (row.text, match) for row in sentences(passage) if (match := _printed(row.text, point))
    ]
    if len(matches) == 1:
        text, match = matches[0]
        return _cut(text, *match.span())
    return _cut(passage, *_printed(passage, point).span()) if matches else ""


def _figures(line, passage) -> Iterator[tuple[str, tuple[int, int]]]:
    """(name, where it is printed in `passage`) of each figure of `line`."""
    pieces = _NAMES.split(" ".join(line.split()))
    texts, names = pieces[::2], pieces[1::2]
    start = -1
    for _ in range(_MOST_PLACES if names else 0):
        start = passage.find(texts[0], start + 1) if texts[0] else start + 1
        if start < 0 or (start and not texts[0]):
            return
        if spans := _spans(passage, start + len(texts[0]), texts[1:]):
            yield from zip(names, spans, strict=True)
            return


def _spans(passage, place, texts):
    """Where figures are between `texts`, which follow each other from `place` on; none where one
    does not."""
    spans = []
    for text in texts:
        # What ends a line is printed to the next stop.
        end = passage.find(text, place) if text else _end_of_word(passage, place)
        if not place < end <= place + _LONGEST_FIGURE:
            return []
        spans.append((place, end))
        place = end + len(text)
    return spans


def _end_of_word(passage, place):
    end = passage.find(" ", place)
    return len(passage) if end < 0 else end


def _printed(text, point):
    """Where a text has the value as a number of its own, in figures or in words."""
    written = [point.text]
    if point.entry.count is not None and point.text == f"{point.entry.count:,}":
        written.append(number_text(point.entry.count, form="words"))
    names = "|".join(map(re.escape, written))
    return re.search(rf"(?<![\w.,])(?:{names})(?![\w%]|[.,]\d)", text, re.I)


def _cut(text, start, end):
    """A text around the figure that it prints from `start` to `end`, cut between words."""
    if len(text) <= LONGEST:
        return text
    first = 0 if end <= LONGEST else max(end - LONGEST // 2, 0)
    if first:
        first = text.find(" ", first, start) + 1 or start
    last = first + LONGEST
    short = text[first:last]
    if last < len(text):
        short = short.rsplit(" ", 1)[0] if " " in short[end - first :] else short
    return f"{'… ' if first else ''}{short}{' …' if last < len(text) else ''}"
