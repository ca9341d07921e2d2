"""Shares whose base must be gathered from the passage: the sentence before, a clause, an earlier
paragraph that counts the same things.

Only where no number of the passage bears a share, and the likeliest base all but does, is it held
to be wrong: a share may be of something that the passage does not count.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.numbers.passages import nearby
from reports.checks.reading import SIDE_BY_SIDE, Line
from reports.prose.marks import Marked
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, share, verdict
from reports.prose.quantities.phrases import phrase_after, stems

COUNT_PHRASE = re.compile(
    r"⟦c(?P<count>\d+)⟧(?P<noun>[^⟦;:()]{0,60}?)\s*(?:\(|,\s+(?:or\s+)?)⟦p(?P<percent>\d+)⟧\)?"
    r"(?P<after>[^⟦;:.]{0,60})",
    re.I,
)
_MARK = re.compile(r"⟦c(\d+)⟧")
_OF_OTHERS = re.compile(r"^\)?\s+of\s+(?!(?:them|these|those|all)\b)", re.I)
_ANOTHER = re.compile(
    r"\b(?:increas|decreas|rise|rose|fall|fell|up|down|compar|against|target|than|last|previous|"
    r"nation|average|from|reduc|chang|neighbour|england|region|further|another|more|fewer|less|"
    r"over-?spen|under-?spen|improv|respectively|growth|grew|saving)\w*",
    re.I,
)
_VERB = re.compile(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|are|is|have|has|had|did|do|met|came|said|held|"
    r"took|went|led|got|gave|made|live[ds]?|stay|remain|need|still|could|would|will|can|on|in|by|"
    r"within|at|to|not|only|who|which|\w+ed)\b",
    re.I,
)
# What may be said of any count: the base need not be named by it.
_PLAIN = frozenset({"case", "record", "one", "file"})
_NEAR = 12


def bases(lines: Sequence[Line], place: int, outer: Line | None) -> Iterator[tuple]:
    """(sentence, count, base, per cent) of each share of a line that its passage denies. `outer`
    is the line that opens the list in which it stands."""
    line, before, parts = lines[place], [], {}
    own = _exact_counts(line)
    if any(COUNT_PHRASE.search(item.text) for item in line.marked):
        over = [] if outer is None else [outer]
        for other in (*over, *reversed(nearby(lines, place, 4))):
            before += [row[2:] for row in reversed(_exact_counts(other)[-SIDE_BY_SIDE:])]
    for number, sentence in enumerate(line.marked):
        for match in COUNT_PHRASE.finditer(sentence.text):
            if _ANOTHER.search(match["noun"]) or _ANOTHER.search(_clause(sentence, match)):
                continue
            if _OF_OTHERS.match(match["after"]):
                continue
            count, percent = sentence.thing(match["count"]), sentence.thing(match["percent"])
            if count.bound or percent.bound:
                continue
            at = bisect_left(own, (number, match.start()), key=lambda row: row[:2])
            nearest = own[max(0, at - SIDE_BY_SIDE) : at]
            passage = [*(row[2:] for row in reversed(nearest)), *before]
            noun = "" if _VERB.match(match["noun"]) else match["noun"]
            base = _denying(count, percent, passage, noun or _noun_of(match["after"]), parts)
            if base is not None:
                yield sentence, count, base, percent


def _clause(sentence: Marked, result):
    """The words right before a share, back to the last stop within the sentence."""
    before = sentence.text[max(0, result.start() - 40) : result.start()]
    return re.split(r"[;:,(]|⟧", before)[-1]


def _exact_counts(line):
    """(number of the sentence, place in it, exact count, what it counts, sentence) in order."""
    return [
        (number, mark.start(), sentence.thing(mark[1]), _counted_after(sentence, mark), sentence)
        for number, sentence in enumerate(line.marked)
        for mark in _MARK.finditer(sentence.text)
        if sentence.thing(mark[1]).kind == COUNT and not sentence.thing(mark[1]).bound
    ]


def _counted_after(sentence, mark):
    return stems(phrase_after(sentence.text, mark.end()))


def _noun_of(after):
    """What a share is of, where a noun and not a verb follows it: `30 (24%) children`."""
    text = after.lstrip(")")
    return "" if not text[:1].isspace() or _VERB.match(text) else text


def _denying(count: Number, percent: Number, passage, noun, parts):
    """The likeliest base of the passage, where it denies the share and nothing else bears it."""
    rows = [row for row in passage if row[0].value >= count.value and row[0].value]
    near = (base for base, _named, _item in rows if _is_within_one(count, base, percent))
    if any(verdict(percent, *share(count, base)) != WRONG for base in near):
        return None
    named = stems(re.sub(r"^\s*of\s+(?:the|these|those|our)\s+", " ", phrase_after(noun)))
    alike = [base for base, counted, _item in rows if named and named & counted]
    likely = alike[:1]
    if rows and (not named or named <= _PLAIN):
        sentence = rows[0][2]
        # A count with a share of its own is a part, as this one is.
        if id(sentence) not in parts:
            parts[id(sentence)] = _parts_of(sentence)
        near = (base for base, _named, item in rows if item is sentence)
        nearest = [base for base in near if base not in parts[id(sentence)]]
        likely += nearest if len(nearest) == 1 else ()
    return next((base for base in likely if _is_nearly(count, base, percent)), None)


def _is_within_one(count, base, percent):
    """Whether the true share is less than one point away, reckoned in whole numbers for speed."""
    (top, under), (whole, parts) = (item.value.as_integer_ratio() for item in (count, base))
    points, hundredths = percent.value.as_integer_ratio()
    unit = under * whole
    return abs(top * parts * 100 * hundredths - points * unit) < unit * hundredths


def _parts_of(sentence):
    return {sentence.thing(match["count"]) for match in COUNT_PHRASE.finditer(sentence.text)}


def _is_nearly(count: Number, base: Number, percent: Number):
    """Whether a share is so near to the true one, or its figures turned, that that was meant."""
    exact = Fraction(count.value * 100) / base.value
    if abs(exact - percent.value) <= _NEAR and base.value >= 2 * percent.places:
        return True
    figures = [sorted(number_text(item, percent.places)) for item in (exact, percent.value)]
    return figures[0] == figures[1]


def whole_of(lines: Sequence[Line], place: int, sentence: Marked) -> tuple | None:
    """(base, counts) of three shares or more in one sentence that one count of the passage bears,
    each by itself, and that yet do not add up to it; or None."""
    entries = list(COUNT_PHRASE.finditer(sentence.text))
    if len(entries) < 3 or _ANOTHER.search(sentence.text):
        return None
    pairs = [
        (sentence.thing(entry["count"]), sentence.thing(entry["percent"])) for entry in entries
    ]
    counts = [entry.value for entry, _percent in pairs]
    if len(sentence.marks("c")) > len(counts) + 1:
        return None
    lines_before = [lines[place], *reversed(nearby(lines, place, 4))]
    for line in lines_before:
        for item in reversed(line.marked):
            for base in item.marks("c"):
                fits = all(
                    base.value >= count.value and verdict(percent, *share(count, base)) != WRONG
                    for count, percent in pairs
                )
                if fits and not base.bound and base not in [count for count, _ in pairs]:
                    separate = abs(sum(counts) - base.value)
                    is_all = 0 < separate <= max(3, base.value / 20)
                    return (base, counts) if is_all else None
    return None
