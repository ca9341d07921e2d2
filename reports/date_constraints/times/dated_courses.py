"""Claims of a rise, a fall or an improvement, against the values at two times or more."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reports.checks.reading import ITEM, Reading
from reports.date_constraints.times.values import KINDS, Timed, timed_values
from reports.date_constraints.times.ways import WAY
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.quantities.arithmetic import times_of
from reports.prose.quantities.betterment import better_way, way_of_word
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|although|though|"
    r"but|despite|except\w*|average\s+of|among|other|others|more\s+slowly|rate\s+of|"
    r"then|least|most)\b",
    re.I,
)
_LENGTH = re.compile(r"\b(?:hours?|days?|weeks?|months?|minutes?)\b", re.I)
# “Schools come to us sooner”: no count of families is soon.
_OF_LENGTH = re.compile(r"\b(?:longer|slower|lengthened|quicker|faster|sooner)\b", re.I)
_IN_BRACKETS = re.compile(r"⟦(?P<kind>[cpm])(?P<now>\d+)⟧\s*\(⟦(?P=kind)(?P<then>\d+)⟧\)")
_NEAR = ((0, 0), (1, 1), (0, 1), (-1, -1), (-1, 0), (-2, -1))
# “It rose by 290 cases” has its own amount.
_OWN = re.compile(
    r"\bfrom\s+⟦[cpm]\d+⟧\s+to\s+⟦[cpm]\d+⟧|\bby\s+(?:[a-z]+\s+){0,2}⟦[cpmqx]\d+⟧", re.I
)
# “A rising share is what we look for.”
_IS_NAMED = re.compile(r"\b(?:an?|any|such)\s+$", re.I)
_MEND, _MOST, _LOOSE = "Use the word that the values show.", 5, Fraction(1, 4)


def dated_courses(reading: Reading) -> Iterator[Denial]:
    """`Timeliness worsened. In 2021 it was 48%, and in 2022 it was 61%.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        ways = [*WAY.finditer(row.sentence.text)]
        # “It fell by 49, from 891 to 842” has values of its own.
        if len(ways) != 1 or _UNSURE.search(row.sentence.text) or _OWN.search(row.sentence.text):
            continue
        if _IS_NAMED.search(row.sentence.text[: ways[0].start()]):
            continue
        if "brackets" in row.sentence.text:
            yield from _of_list(rows, place, ways[0])
            continue
        values = _values(rows, place)
        if len(values) > 1 and _is_apart(row, ways[0], values):
            yield from _denied(row, ways[0], values, _text(rows, place))


def _values(rows: Sequence[Statement], place: int) -> tuple[Timed, ...]:
    """The values in order of time that the claim of a sentence may be of: its own, or those of one
    or two sentences next to it."""
    for first, last in _NEAR:
        if place + first < 0:
            continue
        near = rows[place + first : place + last + 1]
        is_whole = len(near) == last - first + 1 and all(x.line is rows[place].line for x in near)
        for kind in KINDS if is_whole else ():
            values = timed_values(near, kind)
            if 1 < len(values) <= _MOST and len({x.row for x in values}) == len(near):
                rivals = sum(
                    len(WAY.findall(x.sentence.text)) for x in near if x is not rows[place]
                )
                return values if not rivals else ()
    return ()


def _is_apart(row: Statement, word: re.Match, values: Sequence[Timed]) -> bool:
    """True if a claim and the values of its own sentence are parted by a colon, or it comes last:
    what goes on from one to the other is read by the rules of sentences."""
    own = [x.number.start for x in values if x.row is row]
    if not own:
        return True
    place = row.sentence.start + len(row.sentence.said(row.sentence.text[: word.start()]))
    return place > max(own) or ":" in row.sentence.text[word.end() :].split("⟦")[0]


def _text(rows: Sequence[Statement], place: int) -> str:
    near = (x for x in rows[max(0, place - 1) : place + 2] if x.line is rows[place].line)
    return " ".join(x.sentence.said() for x in near)


def _denied(row: Statement, word: re.Match, values: Sequence[Timed], text: str):
    steps = [b.number.value - a.number.value for a, b in pairwise(values)]
    way = _way(word, text, values[0])
    first, last = values[0].number, values[-1].number
    factor = times_of(word.group())
    wrong = way and (last.value - first.value) * way <= 0 and all(x * way <= 0 for x in steps)
    if factor and first.value and way and not wrong and len(values) == 2:
        wrong = abs(last.value / first.value - factor) > _LOOSE * factor
    if wrong:
        says = f"It went from {first.words} to {last.words}, but the report uses "
        yield Denial(row.line, row.span, f"{says}“{word.group()}”.", _MEND)


def _way(word: re.Match, text: str, value: Timed) -> int:
    """1 for up, -1 for down, 0 where it is unsure which way is better."""
    behind = value.row.line.text[value.number.end : value.number.end + 12]
    is_length = bool(_LENGTH.search(behind))
    if _OF_LENGTH.search(word.group()) and not is_length:
        return 0
    return way_of_word(word, better_way(text) or (-1 if is_length else 0))


def _of_list(rows: Sequence[Statement], place: int, word: re.Match) -> Iterator[Denial]:
    """`All three rose (2021 in brackets):` over items of `82% (86%)`."""
    items = []
    for row in rows[place + 1 : place + 1 + 2 * _MOST]:
        match = _IN_BRACKETS.search(row.sentence.text)
        if row.line.kind != ITEM or not match:
            break
        items.append([row.sentence.thing(match[name]) for name in ("then", "now")])
    way = 1 if word["up"] else -1 if word["down"] else 0
    if not way or not re.search(r"\b(?:all|both|each|every)\b", rows[place].sentence.text, re.I):
        return
    wrong = [(then, now) for then, now in items if (now.value - then.value) * way <= 0]
    if len(items) > 1 and wrong:
        then, now = wrong[0]
        says = f"One went from {then.words} to {now.words}, but the report uses “{word.group()}”."
        yield Denial(rows[place].line, rows[place].span, says, _MEND)
