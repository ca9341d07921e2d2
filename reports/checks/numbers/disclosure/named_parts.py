"""Sentences and lists that name a part whose number is not shown, and tell how many it is without
a count: “the trio placed far away”, “one in thirteen”."""

import re
from collections.abc import Collection, Iterator

from reports.checks.numbers.disclosure.people_counts import CHILDREN
from reports.checks.numbers.passages import opened
from reports.checks.reading import STATING, Line, Reading
from reports.checks.rule import Fault, fault
from reports.documents.entries import STATED
from reports.prose.numbers import COUNT
from reports.prose.quantities.claims import FRACTION
from reports.prose.quantities.phrases import stems

# What speaks of how many without a number.
HINTS = re.compile(
    r"\b(?:both|neither|twins?|triplets?|siblings?|(?:brother|sister|cousin)s?|half|a\s+single|"
    r"the\s+(?:only|other)|(?:a|the|each\s+of\s+the)\s+(?:pair|couple|duo|trio|quartet|quintet)|"
    r"one\s+of\s+(?:whom|them)|the\s+(?:child|young\s+person|boy|girl))\b",
    re.I,
)
_SHARES = re.compile(
    rf"\b(?:{FRACTION}|(?:twice|[a-z]+\s+times)\s+as\s+many|(?:one|a)\s+(?:more|fewer)\s+than)\b",
    re.I,
)
_ONE_CHILD = re.compile(
    rf"\W*(?:an?|one|the|another)\s+(?:[a-z-]+\s+){{0,3}}?{CHILDREN.pattern}", re.I
)
_SAYS = "“{}” is of a part whose number is not shown. Readers could work that number out."
_LISTED = (
    "This list names a part whose number is not shown. Anyone who counts its points knows the "
    "number."
)
_MEND = "Write the sentence without it."


def named_parts(reading: Reading, named: Collection[frozenset[str]]) -> Iterator[Fault]:
    """The faults of texts that name a hidden part by the words of one of `named`, but for a third
    of them."""
    leads = {id(lead): listing for listing, lead in opened(reading) if lead is not None}
    for line in reading.lines if named else ():
        if line.kind not in STATING or any(item.entry.mark for item in line.live):
            continue
        for sentence in line.sentences:
            own = stems(sentence.text)
            if any(len(words - own) <= len(words) // 3 for words in named):
                yield from _in_sentence(line, sentence)
                yield from _listed(line, sentence, leads.get(id(line)))


def _in_sentence(line: Line, sentence) -> Iterator[Fault]:
    match = HINTS.search(line.text, sentence.start, sentence.end)
    match = match or _SHARES.search(line.text, sentence.start, sentence.end)
    if match and not line.entry_at(match.start()):
        yield fault(line, match, _SAYS.format(match.group()), _MEND)
        return
    typed = [
        item
        for item in line.numbers
        if sentence.holds(item.start) and item.kind == COUNT and _is_typed(line, item)
    ]
    # Of two numbers one is so many times the other, or so much more.
    if len(typed) > 1:
        words = f"{typed[0].words.strip()} … {typed[-1].words.strip()}"
        yield fault(line, (typed[0].start, typed[-1].end), _SAYS.format(words), _MEND)


def _is_typed(line: Line, number) -> bool:
    entry = line.entry_at(number.start)
    return entry is None or entry.key == STATED


def _listed(line: Line, sentence, listing) -> Iterator[Fault]:
    opens = listing and line.text.rstrip().endswith(":") and sentence is line.sentences[-1]
    if opens and all(_ONE_CHILD.match(item.text) for item in listing.items):
        yield fault(line, (sentence.start, sentence.end), _LISTED, "Write it as sentences.")
