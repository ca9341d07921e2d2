"""Pairs of numbers that tell of few children: part and whole, all but a few, a share and its base.

“38 of the 40 children” prints no small number and gives two away. Typed numbers and live ones are
weighed alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from assurance.figures.small_numbers import is_small
from reports.checks.numbers.disclosure.people_counts import CHILDREN, TELLS_OF
from reports.checks.numbers.disclosure.sentences import (
    SHARE,
    VERB,
    WORD,
    Passage,
    is_plain,
    tells_of_children,
)
from reports.checks.numbers.disclosure.share_counts import counts_of, fitting_counts
from reports.checks.numbers.passages import leads
from reports.checks.reading import CELL, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.documents.entries import STATED
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.claims import FRACTION, fraction
from reports.prose.quantities.phrases import PEOPLE, phrase_after

_CHILD = rf"(?:{WORD}\s+){{0,3}}?{CHILDREN.pattern}"
# Between `of` and a whole: “two thirds of the children were between 12 and 15” has none.
_ON = rf"(?!{CHILDREN.pattern}|{VERB}){WORD}\s+"
# “38 of the 40”, “38 (95%) were seen out of our 40”, “38 children of 40”, “38/40”, “95% of the 40”.
_OF = SentencePattern(
    rf"⟦[cp](?P<part>\d+)⟧{SHARE}(?:\s+(?:{_CHILD}|{VERB})(?:\s+{WORD}){{0,6}}?)?{SHARE}"
    rf"(?:,?\s+\(?(?:out\s+)?of\s+(?!whom\b|which\b|them\b)(?:{_ON}){{0,5}}?|\s?/\s?)⟦c(?P<base>\d+)⟧",
    re.I,
)
_OPENING = SentencePattern(
    r"(?:^|[,;:–—]\s|\b(?:and|but)\s)\W*"
    r"(?:(?:out|most|many|(?:nearly|almost)\s+all|the\s+(?:[a-z]+\s+)?majority)\s+)?of\s+(?!whom\b|which\b|them\b)"
    rf"(?:{_ON}){{0,5}}?⟦c(?P<base>\d+)⟧",
    re.I,
)
# An age or a bound, or what belongs to something else.
_NO_PART = re.compile(
    r"\b(?:of|to|under|over|aged|from|between|than|by|in|on|at|for|those|group)\s+$", re.I
)
_OF_THEM = SentencePattern(
    r"\bof\s+(?:whom|which|them|(?:these|those)(?!\s+⟦))\b"
    r"(?!\s+(?:who|that|which|of|in|with|aged|on|at)\b)"
    # “In two of those groups” speaks of groups.
    rf"(?!(?<=se)\s+(?!(?:ha|wa|i|doe)s\b|{CHILDREN.pattern})[a-z-]+s\b)",
    re.I,
)
_OF_NAMED = re.compile(rf"{SHARE}\s+of\s+(?:the|these|those|our|all)\s+{_CHILD}(?![’'])", re.I)
_ALL_BUT = SentencePattern(
    r"\b(?:all|every|everyone|each)\b(?P<who>[^.;:]{0,60}?)\s+(?:but|bar|save|except|excluding|apart|"
    r"other\s+than|with\s+the\s+exception|minus|less)(?:\s+(?:for|from|of))?\s+"
    r"(?P<few>⟦c(?P<mark>\d+)⟧|(?:one|a\s+single)\b)",
    re.I,
)
_FEWER = SentencePattern(
    r"(?P<few>⟦c(?P<mark>\d+)⟧|\bone)\s+(?:(?:fewer|less)\s+than|short\s+of|below)\s+"
    rf"(?:{WORD}\s+){{0,4}}?⟦c(?P<base>\d+)⟧(?P<after>.*)",
    re.I,
)
# A change since another time is of no children.
_TIMES = re.compile(
    r"⟦d\d+⟧|\b(?:last|previous\w*|earlier|before|ago|years?|months?|quarters?|half-year|periods?|then|"
    r"report\w*|target|average|england|national\w*|neighbours?)\b",
    re.I,
)
_RATE = SentencePattern(
    r"⟦c(?P<rate>\d+)⟧\s+(?P<noun>(?:[a-z]+\s+){0,3}?)(?:per|for\s+every|in\s+every)\s+⟦c(?P<per>\d+)⟧",
    re.I,
)
_PART_OF = SentencePattern(rf"(?P<share>{FRACTION})\s+of\s+(?:{_ON}){{0,4}}?⟦c(?P<base>\d+)⟧", re.I)
# “Children in care did best (26 out of 31)” may be of their files.
_IN_BRACKETS = re.compile(r"\(\d[\d,]*\s+(?:out\s+)?of\s+(?:the\s+)?\d[\d,]*\)")
_AT_END = re.compile(r"(?:[:(=]|\s[–—-])\s?⟦c(\d+)⟧\W*(?:and\W*)?$")
# “Two or three times: 22 children”: the count stands behind the label that has numbers of its own.
_LABELLED = re.compile(r"^\W*⟦c\d+⟧\s*(?:or|to|and|–|-)\s*⟦c\d+⟧[^:⟦]*:\s*⟦c(\d+)⟧")
_OF_PEOPLE = ("", "children", "people")
# So many sentences on, `of them` still speaks of what was counted.
_FAR = 4
_SCALES = (100, 1000, 10_000, 100_000)
_LEAVES = "“{}” and its total reveal so few children that a reader may recognise one of them."
_TOGETHER = (
    "With the parts before it, this leaves so few children that a reader may recognise them."
)
# What one child can be or do beside something else.
_MAY_OVERLAP = SentencePattern(
    r"\b(?:had|have|has|having|said|felt|also|both|includ\w+|some\s+of|several|each|as\s+well|more\s+than"
    r"|attended|received|completed|took|seen|visited|wanted|used)\b",
    re.I,
)
_MEND = "Give one of the two numbers, put groups together, or leave them out."


def small_rests(reading: Reading, most: int | None) -> Iterator[Fault]:
    """What gives one to `most` children away by two numbers, or by one and the whole before it."""
    over, opened, trail, before, far = leads(reading), {}, None, (), 0
    for line in reading.lines:
        if line.trail != trail:
            trail, before = line.trail, ()
        lead = over.get(id(line))
        if lead is not None and lead.text.rstrip().endswith((":", ";")) and before:
            opened.setdefault(id(lead), before[0])
        for sentence in line.marked if line.kind != CELL else ():
            passage = Passage(line, sentence, before, opened.get(id(lead)))
            yield from _in_passage(passage, most)
            wholes = wholes_of(passage)
            far = far + 1 if wholes is None else 0
            before = (before if far < _FAR else ()) if wholes is None else wholes
    for grid in reading.grids:
        for row in grid.rows:
            for place, cell in enumerate(row[1:], 1):
                heads = (grid.caption, row[0].text, *(x.text for x in grid.columns[place:][:1]))
                known = any(map(_heads_children, heads))
                for sentence in cell.marked:
                    yield from _in_passage(Passage(cell, sentence, of_children=known), most)


def _in_passage(passage, most):
    places = set()
    for span, counts, base in (*_pairs(passage), *_rates(passage), *_exceptions(passage)):
        few = all(is_small(count, most) for count in counts)
        left = all(is_small(base - count, most) for count in counts)
        if counts and (few or left) and span not in places and not _is_thing(passage.line, span):
            places.add(span)
            says = _LEAVES.format(passage.line.text[slice(*span)])
            yield fault(passage.line, span, says, _MEND, severity=_weight(passage, span))
    if not places and not _MAY_OVERLAP.search(passage.text):
        yield from _sums(passage, most)


def _weight(passage, span):
    """A warning where only the name before the brackets is one of children."""
    is_counted = passage.people or passage.before or passage.of_children
    is_named = _IN_BRACKETS.match(passage.line.text, max(0, span[0] - 1))
    return Severity.WARNING if is_named and not is_counted else Severity.ERROR


def _sums(passage, most):
    """Two parts or more of one whole that together leave few of it, as far as they are apart."""
    groups = defaultdict(dict)
    for span, counts, base in _pairs(passage):
        if len(counts) == 1 and "%" not in passage.line.text[slice(*span)]:
            groups[base][span] = counts[0]
    for base, parts in groups.items():
        if len(parts) > 1 and is_small(base - sum(parts.values()), most):
            yield fault(passage.line, max(parts), _TOGETHER, _MEND, severity=Severity.WARNING)


def _pairs(passage):
    """(place, what it may count, its whole) of each part whose whole is known."""
    joined, bases = {}, set()
    for match in _OF.finditer(passage.text):
        part, base = passage.index[match["part"]], passage.index[match["base"]]
        bases.add(base[2])
        if passage.counts_children(base) or (
            part[2] in passage.people and passage.counts_children(part)
        ):
            joined[part[2]] = passage.value_of(base)
    for match in _OPENING.finditer(passage.text):
        base = passage.index[match["base"]]
        if passage.counts_children(base):
            for mark in passage.marks(match.end()):
                if not _NO_PART.search(passage.text, 0, mark.start()):
                    joined.setdefault(mark[2], passage.value_of(base))
    for mark, base in (*_anaphors(passage), *_listed(passage)):
        joined.setdefault(mark[2], base)
    for index, base in joined.items():
        number = passage.sentence.thing(index)
        if index not in bases and passage.is_bare(passage.index[index]):
            yield (number.start, number.end), counts_of(number, base), base


def _anaphors(passage):
    """Each mark that is `of them` or `of the children`, with the count that these are."""
    marks = [mark for mark in passage.index.values() if mark[1] in "cp"]
    for match in _OF_THEM.finditer(passage.text):
        left = [mark for mark in marks if mark.end() <= match.start()]
        close = left and re.fullmatch(
            rf"{SHARE}\s+(?:{WORD}\s+)?", passage.text[left[-1].end() : match.start()]
        )
        parts = left[-1:] if close else passage.marks(match.end())
        wholes = [mark for mark in left if mark not in parts and mark[1] == "c"][-1:]
        if wholes and not passage.counts_children(wholes[0]):
            continue
        values = [passage.value_of(mark) for mark in wholes] or passage.before
        yield from _with_whole(passage, parts, values)
    for place, mark in enumerate(marks):
        if _OF_NAMED.match(passage.text, mark.end()):
            own = [passage.value_of(x) for x in marks[:place] if x[2] in passage.people]
            values = sorted({*own, *passage.before}, reverse=True)
            yield from _with_whole(passage, [mark], values)


def _with_whole(passage, parts, values):
    """Each of some parts with the nearest whole that it can be of."""
    for mark in parts:
        number = passage.sentence.thing(mark[2])
        least = number.value if number.kind == COUNT else 0
        if base := next((value for value in values if value >= least), None):
            yield mark, base


def _listed(passage):
    """The mark that an item of a list begins or ends with, with the whole over the list."""
    if passage.opened is not None and (marks := passage.marks()):
        last = _AT_END.search(passage.text) or _LABELLED.match(passage.text)
        mark = passage.index[last[1]] if last else marks[0]
        if last or not passage.text[: mark.start()].strip("*-–• "):
            yield mark, passage.opened


def _rates(passage):
    """(place, what it may count, its whole) of rates per thousand, and of fractions."""
    for match in _PART_OF.finditer(passage.text):
        share, base = fraction(match["share"]), passage.index[match["base"]]
        count = share and passage.value_of(base) * share
        if count and count.denominator == 1 and passage.counts_children(base):
            yield _place_of(passage, match, "share"), [count], passage.value_of(base)
    for match in _RATE.finditer(passage.text):
        rate, per = (passage.sentence.thing(match[name]) for name in ("rate", "per"))
        wholes = [mark for mark in passage.marks(match.end(), "c") if passage.counts_children(mark)]
        if wholes and per.value in _SCALES and not rate.bound and not match["noun"]:
            base = passage.sentence.thing(wholes[0][2]).value
            yield (rate.start, rate.end), fitting_counts(rate, base, per.value), base


def _exceptions(passage):
    """The few of `all but two` and of `two fewer than the 40`."""
    for match in _ALL_BUT.finditer(passage.text):
        after = phrase_after(passage.text, match.end())
        known = [text for text in (match["who"], after) if CHILDREN.search(text)]
        named = PEOPLE.search(match["who"] + after) or re.search(r"(?<!s)s\b", match["who"] + after)
        if all(map(tells_of_children, known)) and (known or (passage.before and not named)):
            yield _few(passage, match)
    for match in _FEWER.finditer(passage.text):
        known = passage.counts_children(passage.index[match["base"]])
        if known and not _TIMES.search(match["after"]):
            yield _few(passage, match)


def _few(passage, match):
    value = passage.sentence.thing(match["mark"]).value if match["mark"] else Fraction(1)
    return _place_of(passage, match, "few"), [value], value


def _place_of(passage, match, group):
    """(start, end) in the line of words of the marked sentence."""
    before = passage.sentence.said(passage.text[: match.start(group)])
    start = passage.sentence.start + len(before)
    return start, start + len(passage.sentence.said(match[group]))


def wholes_of(passage: Passage) -> tuple[Fraction, ...] | None:
    """The counts of children that a sentence states, for those after it, the nearest first; None
    where it counts nothing."""
    parts = [mark for mark, _ in _anaphors(passage)]
    marks = [mark for mark in passage.index.values() if mark[1] == "c"]
    named = [mark for mark in marks if mark[2] in passage.people or mark in parts]
    values = [passage.value_of(mark) for mark in named if passage.counts_children(mark)]
    if values or not all(map(passage.is_bare, marks)):
        return tuple(dict.fromkeys((*reversed(values), *(passage.before if values else ()))))
    return None


def _heads_children(text):
    """Whether a caption, a heading or a row's label says that children are counted."""
    match = TELLS_OF.search(text)
    return bool(match and CHILDREN.search(match.group()) and is_plain(text[match.end() :]))


def _is_thing(line, span):
    """Whether a live figure that counts no people prints what begins there."""
    entry = line.entry_at(span[0])
    return entry is not None and entry.key != STATED and entry.unit not in _OF_PEOPLE
