"""Per cents and rates that must follow from their count and base."""

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction
from math import trunc

from reports.checks.numbers.passages import leads
from reports.checks.numbers.shares import list_bases, passage_bases
from reports.checks.numbers.shares.list_bases import (
    COUNT_THEN_PERCENT,
    OF_BASE,
    PERCENT_THEN_COUNT,
    bases_of_lists,
    only_count,
)
from reports.checks.reading import SIDE_BY_SIDE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import MARK, Marked, text_after, text_before
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import (
    CUT,
    RIGHT,
    both,
    number_text,
    plain,
    rounded,
    share,
    verdict,
)
from reports.prose.quantities.phrases import OF_THE, Pair, pairs

_PERCENT = re.compile(r"⟦p(\d+)⟧")
_IN_BRACKETS = re.compile(r"⟦p(\d+)⟧\s*\((?:n\s?=\s?)?$", re.I)
# What may stand between a pair and the per cent that follows it.
_LEADS_ON = re.compile(
    r"^(?:[^⟦;:]|⟦[xd]\d+⟧){0,90}?(?:[(\[,=–—]|\s-\s|\bor\b|\bis\b|\bequals?\b|\brepresent\w*|\bequat\w+|\baccount\w*|"
    r"\bmak\w+)[^⟦;:]{0,40}$",
    re.I,
)
_LEADS_BACK = re.compile(
    r"^(?:\s+of\s+(?:[^⟦)(]|⟦[xd]\d+⟧){0,80}|\s+(?:[^⟦)(,;]|⟦[xd]\d+⟧){0,80})?\s*[(\[,–—]\s*(?:or|that\s+is|i\.e\.|being|just|"
    r"only|some|n\s?=|namely)?\s*$",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:increas|decreas|rise|rose|fall|fell|up|down|compar|against|target|than|last|previous|"
    r"nation|average|from|while|whereas|but|reduc|chang|similar|neighbour|england|region|further|"
    r"another|improv|only\s+to|had\s+been|was\s+already)\w*",
    re.I,
)
_OF_OTHERS = re.compile(
    r"^\)?\s+of\s+(?!(?:the\s+)?(?:total|whole|them|these|those|all|cohort|case)\b)", re.I
)
_AGAINST_TARGET = re.compile(
    r"⟦c(?P<count>\d+)⟧[^⟦;:.()]{0,60}\bagainst\s+(?:an?\s+|the\s+)?(?:target|plan|total)\s+of\s+"
    r"⟦c(?P<base>\d+)⟧\s*\(⟦p(?P<percent>\d+)⟧\)"
    r"|⟦m(?P<sum>\d+)⟧[^⟦;:.()]{0,60}\(⟦p(?P<share>\d+)⟧\s+of\s+[^⟦()]{0,60}⟦m(?P<whole>\d+)⟧\)",
    re.I,
)
_COUNT_IS_PERCENT_OF_BASE = re.compile(
    r"⟦c(?P<count>\d+)⟧[^⟦;:]{0,70}?(?:[,(–]|\b(?:is|are|represent\w*|equat\w+|account\w*|mak\w+|"
    r"which)\b)[^⟦;:]{0,30}?⟦p(?P<percent>\d+)⟧\s+of\s+(?:the\s+|all\s+|our\s+|these\s+)*"
    r"(?:[a-z]+\s+){0,2}⟦c(?P<base>\d+)⟧",
    re.I,
)
_PERCENT_OF_BASE_COUNT = re.compile(
    r"⟦p(?P<percent>\d+)⟧\s+of\s+(?:the\s+|all\s+|our\s+|these\s+)*⟦c(?P<base>\d+)⟧[^⟦;:()]{0,80}?"
    r"\((?:n\s?=\s?)?⟦c(?P<count>\d+)⟧(?:\s[^⟦()]{0,30})?\)",
    re.I,
)
# “139 were inspected and 35 (25%) were …”: the whole, told in a clause before the share.
_CLAUSE_BEFORE = re.compile(
    r"(?P<clause>^(?:[^⟦]|⟦d\d+⟧){0,40}⟦c(?P<base>\d+)⟧[^⟦;]{0,60}\b(?:were|was|are|is|have|has|had|been)\b"
    r"(?:[^⟦;:]|⟦d\d+⟧){0,80}?)(?:,|:|\band\b|\bbut\b)\s*(?:and\s+|but\s+)?(?:only\s+|just\s+|some\s+)?$",
    re.I,
)
# What follows a share that is of the whole told before it: a verb, not another noun.
_OF_THE_SAME = re.compile(
    r"^\W*(?:of\s+(?:them|these|those)\s+)?(?:were|was|are|is|have|has|had|did|do|met|came|said)\b",
    re.I,
)
# A base that is only gathered is not held against a share that is nowhere near.
_NEAR = 10
_OF_THEM = re.compile(r"^\W*(?:out\s+)?of\s+(?:these|them|those)\b(?!\s+⟦)", re.I)
_OF_WHOM = re.compile(
    r"⟦c(?P<base>\d+)⟧[^⟦;:]{0,90}?\bof\s+(?:whom|which|these|those|them)\b", re.I
)
_RATE = re.compile(
    r"⟦c(?P<rate>\d+)⟧\s+(?:[a-z]+\s+){0,3}(?:per|for\s+every|in\s+every)\s+⟦c(?P<per>\d+)⟧", re.I
)


@rule("percent-of-count", Severity.ERROR, "C02; sources of error 1 and 3")
def percents(reading: Reading, _known) -> Iterator[Fault]:
    """A per cent is its count divided by its base, rounded to the places shown."""
    bases, opens, lines = bases_of_lists(reading), leads(reading), reading.prose()
    for at, line in enumerate(lines):
        names = set()
        for place, sentence in enumerate(line.marked):
            if "⟦p" in sentence.text:
                for count, base, percent in _stated(sentence):
                    if percent.start not in names:
                        names.add(percent.start)
                        yield from _judged(line, count, base, percent)
                earlier = line.marked[place - 1] if place else None
                for count, base, percent in _told_by_base(sentence, earlier, bases.get(id(line))):
                    if percent.start not in names:
                        names.add(percent.start)
                        yield from _judged(line, count, base, percent)
            yield from _rates(line, sentence)
        if any("⟦p" in item.text for item in line.marked):
            for _item, count, base, percent in passage_bases.bases(lines, at, opens.get(id(line))):
                if percent.start not in names:
                    yield from _judged(line, count, base, percent)
    yield from list_bases.percents(reading)


def _stated(sentence: Marked):
    """(count, base, per cent) where one sentence states all three."""
    text = sentence.text
    if list_bases.RESPECTIVELY.search(text):
        yield from list_bases.respectively(sentence)
        return
    yield from list_bases.response_rates(sentence)
    for pattern in (_PERCENT_OF_BASE_COUNT, _COUNT_IS_PERCENT_OF_BASE):
        for match in pattern.finditer(text):
            if not _ANOTHER.search(MARK.sub("", match.group())):
                yield tuple(sentence.thing(match[item]) for item in ("count", "base", "percent"))
    for match in _AGAINST_TARGET.finditer(text):
        names = ("count", "base", "percent") if match["count"] else ("sum", "whole", "share")
        yield tuple(sentence.thing(match[name]) for name in names)
    rows = list(pairs(sentence))
    for place, pair in enumerate(rows):
        ends = rows[place + 1].start if place + 1 < len(rows) else len(text)
        begins = rows[place - 1].end if place else 0
        percent = (
            _right_before(sentence, pair)
            or _after(sentence, pair, ends)
            or _before(sentence, pair, begins)
        )
        if percent and pair.is_share:
            yield pair.count, pair.base, percent


def _right_before(sentence, pair: Pair):
    """The per cent that a pair stands behind in brackets."""
    match = _IN_BRACKETS.search(text_before(sentence.text, pair.start))
    return sentence.thing(match[1]) if match else None


def _after(sentence, pair: Pair, ends):
    match = _PERCENT.search(sentence.text, pair.end, ends)
    # A per cent before another pair in brackets is that pair's.
    if not match or _IN_BRACKETS.match(sentence.text, match.start(), ends):
        return None
    between = re.sub(r"\bimproved\s*\($", "(", sentence.text[pair.end : match.start()])
    leads = _LEADS_ON.match(between) and not _ANOTHER.search(between)
    if not leads or (
        _OF_OTHERS.match(text_after(sentence.text, match.end())) and "(" not in between
    ):
        return None
    return sentence.thing(match[1])


def _before(sentence, pair: Pair, begins):
    matches = list(_PERCENT.finditer(sentence.text, begins, pair.start))
    if not matches:
        return None
    between = sentence.text[matches[-1].end() : pair.start]
    leads = _LEADS_BACK.match(between) and not _ANOTHER.search(between)
    return sentence.thing(matches[-1][1]) if leads else None


def _told_by_base(sentence: Marked, earlier: Marked | None, outer: Number | None):
    """(count, base, per cent) where the base stands before: `Of the 139 …: 39 (28%)`, `Of these`.

    `outer` is the base of the list that the sentence stands in.
    """
    text = sentence.text
    if list_bases.RESPECTIVELY.search(text):
        return
    own = OF_BASE.match(text) or _OF_WHOM.search(text)
    before = only_count(earlier) if earlier else None
    for pattern in (COUNT_THEN_PERCENT, PERCENT_THEN_COUNT):
        for match in pattern.finditer(text):
            if _ANOTHER.search(match["noun"]):
                continue
            count, percent = sentence.thing(match["count"]), sentence.thing(match["percent"])
            base = outer
            if after := OF_THE.match(match["after"]):
                base = sentence.thing(after["base"])
            elif own and own.end() <= match.start():
                base = sentence.thing(own["base"])
            elif _OF_THEM.match(text) or _OF_THEM.match(match["noun"]):
                base = _count_before(sentence, match) or before
            elif _OF_OTHERS.match(match["after"]) and not outer:
                base = None
            elif not outer:
                base = _in_clause_before(sentence, match, percent, count)
            if base and not base.bound and not count.bound and base.value >= count.value:
                yield count, base, percent


def _in_clause_before(sentence: Marked, result, percent: Number, count: Number):
    """The one count of a clause before, where a share without a noun of its own can be of it."""
    text = sentence.text
    match = _CLAUSE_BEFORE.match(text, 0, result.start())
    same = not result["noun"].strip() and _OF_THE_SAME.match(text_after(text, result.end()))
    phrase = re.sub(r"\bhad\s+been\b", "", MARK.sub("", match["clause"])) if match else ""
    if not match or not same or _ANOTHER.search(phrase):
        return None
    base = sentence.thing(match["base"])
    if not base.value or abs(Fraction(count.value * 100) / base.value - percent.value) > _NEAR:
        return None
    return base


def _count_before(sentence: Marked, result):
    """The one count of a sentence before a share that is of them."""
    marks = MARK.finditer(sentence.text, 0, result.start())
    entries = list(itertools.islice((mark[2] for mark in marks if mark[1] == "c"), 2))
    return sentence.thing(entries[0]) if len(entries) == 1 else None


def _rates(line: Line, sentence: Marked):
    """A rate per thousand or ten thousand that its count and population deny."""
    current = list(pairs(sentence))[:SIDE_BY_SIDE] if _RATE.search(sentence.text) else ()
    for match in _RATE.finditer(sentence.text):
        rate, per = sentence.thing(match["rate"]), sentence.thing(match["per"])
        if per.value not in (1000, 10000, 100000):
            continue
        for pair in current:
            if pair.is_share and pair.base.value > per.value / 100:
                low, high = share(pair.count, pair.base, trunc(per.value))
                if verdict(rate, low, high) != RIGHT:
                    right = number_text(low, rate.places)
                    says = (
                        f"{plain(pair.count)} of {plain(pair.base)} is {right} per "
                        f"{plain(per)}, and the paper says {rate.words}."
                    )
                    yield fault(line, rate, says, f"Write {right}.", swap=(rate.words, right))


def _judged(line: Line, count: Number, base: Number, percent: Number):
    if not base.value or (count.kind == COUNT and percent.value > 100):
        return
    low, high = share(count, base)
    result = verdict(percent, low, high)
    if result == RIGHT:
        return
    exact = Fraction(count.value * 100) / base.value
    right = rounded(exact, percent.places)
    write = f"{number_text(right, percent.places)}%"
    text = f"{count.words} of {base.words} is {both(exact, right, percent.places)}"
    if result == CUT:
        says = f"{text}; {percent.words} is cut, not rounded."
        severity = Severity.ADVICE
    else:
        bound = f"{ {'>': 'over ', '>=': 'at least ', '~': 'about '}.get(percent.bound, '') }"
        says, severity = f"{text}, and the paper says {bound}{percent.words}.", None
    old = "" if line.entry_at(percent.start) else percent.words
    mend = f"Write {write}."
    yield fault(line, percent, says, mend, swap=(old, write if old else ""), severity=severity)
